"""Files are read apart: whatever happens to one, the others come out, in their order."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import NotAReport
from index.workers import Failure, Workers

MIB = 2**20


def obey(order: str) -> str:
    """What a broken file may make a reader do."""
    if order == "hang":
        while True:
            time.sleep(0.01)
    if order == "grow":
        held = []
        while True:
            held.append(bytes(MIB) * 8)
            time.sleep(0.01)
    if order == "swell":
        return str(len(bytearray(4 * 2**30)))
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "refuse":
        raise NotAReport("a.txt", "没有标题")
    if order == "crash":
        raise TypeError("no\nsuch thing")
    if order == "print":
        print("noise")
    if order == "spin":
        while True:
            pass
    if order == "doze":
        time.sleep(4.5)
    if order == "nap":
        time.sleep(0.2)
    return order.upper()


def run(*orders: str, seconds: float = 60, memory: int = 400 * MIB, count: int = 2) -> dict[str, object]:
    return dict(Workers(obey, count, seconds, memory).results(orders))


def test_results_come_in_order_and_few_are_held() -> None:
    taken: list[int] = []

    def items() -> Iterator[str]:
        for n in range(100):
            taken.append(n)
            yield f"nap {n}" if n else "nap"

    workers: Workers[str, str] = Workers(obey, 2)
    for n, (item, result) in enumerate(workers.results(items())):
        assert result == item.upper() == (f"NAP {n}" if n else "NAP")
        assert len(taken) - n <= 2 * 8 + 1


def test_a_task_that_raises_is_a_failure() -> None:
    found = run("refuse", "crash", "fine")
    assert found["refuse"] == Failure("a.txt：没有标题。", told=True)
    assert found["crash"] == Failure("读取时出错（TypeError：no such thing）")
    assert found["fine"] == "FINE"


def test_what_a_task_prints_is_not_the_products_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("print") == {"print": "PRINT"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
def test_what_only_waits_for_a_busy_machine_is_not_too_long() -> None:
    assert run("doze", "spin", seconds=4) == {"doze": "DOZE", "spin": Failure("处理超过 4 秒")}


def test_a_process_that_hangs_grows_or_dies_costs_one_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.workers._PATIENCE", 1)
    found = run("a", "hang", "b", "grow", "swell", "die", "c", seconds=5)
    assert found == {
        "a": "A", "b": "B", "c": "C", "hang": Failure("处理超过 5 秒"), "grow": Failure("处理所需内存超过 0.390625 GB"),
        "swell": Failure("处理所需内存超过 0.390625 GB"), "die": Failure("处理这个文件的进程意外终止"),
    }


def test_stopping_early_leaves_no_process() -> None:
    results = Workers(obey, 2).results(["a", "hang", "b"])
    next(results)
    results.close()
    assert not children(os.getpid())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
def test_the_processes_end_with_the_one_that_started_them() -> None:
    script = "from tests.test_workers import *\nif __name__ == '__main__':\n for r in Workers(obey, 2, 1).results(['a', 'hang', 'b', 'hang']): print(r, flush=True)"
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent)
    assert parent.stdout
    parent.stdout.readline()
    born = children(parent.pid)
    assert born
    parent.kill()
    parent.wait()
    until = time.monotonic() + 20
    while any(alive(pid) for pid in born) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [pid for pid in born if alive(pid)]


def children(parent: int) -> list[int]:
    """Processes whose parent it is, the one that multiprocessing keeps for itself left out."""
    found = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit()]
    return [pid for pid in found if _field(pid, 3) == str(parent) and "resource_tracker" not in _command(pid)]


def alive(pid: int) -> bool:
    return _field(pid, 2) not in ("", "Z")


def _field(pid: int, number: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[number - 2]
    except OSError:
        return ""


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""
