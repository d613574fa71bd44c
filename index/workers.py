"""Reading files in processes of their own: one that hangs, grows or dies costs one file and nothing else.

The processes are spawned: they share nothing with the one that starts them, and end when it does, even by SIGKILL.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from index.errors import WennianbaoError
from index.ready_made import keep_loaded

Item = TypeVar("Item")
Result = TypeVar("Result")
SECONDS = 60.0  # of a processor that one item may take
_PATIENCE = 4  # times as long may pass on a machine that is busy with other things
MEMORY = 2**30  # bytes that a process may hold
_AHEAD = 8  # items a process that may be done before the first of them is taken
_LOOK = 0.2  # seconds between looks at time and memory
_GRACE = 5  # seconds after which a process ends itself, should nobody else do it
_STOPPED = "处理这个文件的进程意外终止"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item has no result: a Chinese clause, or a whole line when `told`."""

    reason: str
    told: bool = False


class Workers(Generic[Item, Result]):
    """`task` (a function of a module) done for many items by up to `count` processes.

    A task that raises, takes over `seconds` (of a processor; `_PATIENCE` times as long in all) or holds over `memory` bytes gives a Failure.
    """

    def __init__(self, task: Callable[[Item], Result], count: int, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._task, self._count, self._seconds, self._memory = task, max(1, count), seconds, memory
        self._team: list[_Worker] = []

    def results(self, items: Iterable[Item]) -> Iterator[tuple[Item, Result | Failure]]:
        """(item, result) in the order of the items; only a few are ever held."""
        left, first, done = enumerate(items), 0, dict[int, tuple[Item, Result | Failure]]()
        try:
            while True:
                self._hand_out(left, self._count * _AHEAD - len(done))
                if first in done:
                    yield done.pop(first)
                    first += 1
                elif any(worker.job for worker in self._team):
                    done |= self._finished()
                else:
                    return
        finally:
            for worker in self._team:
                worker.end()
            self._team.clear()

    def _hand_out(self, left: Iterator[tuple[int, Item]], room: int) -> None:
        """Gives an item to every process that has none, `room` items at most."""
        self._team = [worker for worker in self._team if worker.job or worker.process.is_alive()]
        idle = [worker for worker in self._team if not worker.job]
        for _ in range(min(room, self._count - len(self._team) + len(idle))):
            job = next(left, None)
            if job is None:
                return
            (idle.pop() if idle else self._hire()).give(job)

    def _hire(self) -> "_Worker":
        self._team.append(_Worker(self._task, self._seconds, self._memory))
        return self._team[-1]

    def _finished(self) -> dict[int, tuple[Item, Result | Failure]]:
        """Waits a moment for results; {number: (item, result)}."""
        busy = [worker for worker in self._team if worker.job]
        wait([worker.pipe for worker in busy], _LOOK)
        found = {}
        for worker in busy:
            for result in worker.look():
                number, item = worker.job
                found[number] = (item, result)
                worker.job = None
        return found


class _Worker:
    """One process and what it does."""

    job: Any = None  # (number, item); None: it waits for work

    def __init__(self, task: Callable[[Any], Any], seconds: float, memory: int) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, task, seconds * _PATIENCE + _GRACE, memory), daemon=True)
        self.process.start()
        theirs.close()
        self._seconds, self._memory, self._given, self._used = seconds, memory, 0.0, 0.0

    def give(self, job: tuple[int, object]) -> None:
        self.job, self._given, self._used = job, time.monotonic(), _worked(self.process.pid) or 0.0
        with suppress(OSError):  # it has died: look() will see it
            self.pipe.send(job[1])

    def look(self) -> list[Any]:
        """The result, once there is one. A process that goes too far is ended."""
        try:
            if self.pipe.poll():
                return [self.pipe.recv()]
        except (EOFError, OSError):
            self.end()
            over_time = self.process.exitcode == -getattr(signal, "SIGALRM", 0)
            return [Failure(self._too_long() if over_time else _STOPPED)]
        if self._is_late():
            self.end()
            return [Failure(self._too_long())]
        if _resident(self.process.pid) > self._memory:
            self.end()
            return [Failure(_too_much(self._memory))]
        return []

    def _is_late(self) -> bool:
        passed = time.monotonic() - self._given
        if not self._seconds < passed <= self._seconds * _PATIENCE:
            return passed > self._seconds
        worked = _worked(self.process.pid)
        return worked is None or worked - self._used > self._seconds

    def end(self) -> None:
        """The process and all that it started."""
        with suppress(OSError, AttributeError):
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.pipe.close()

    def _too_long(self) -> str:
        return f"处理超过 {self._seconds:g} 秒"


def _too_much(memory: int) -> str:
    return f"处理所需内存超过 {memory / 2**30:g} GB"


def _resident(pid: int | None) -> int:
    """Bytes of memory a process holds; 0 where that cannot be seen."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _worked(pid: int | None) -> float | None:
    """Seconds of a processor that a process and those it has waited for took; None where that cannot be seen."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


# ---------------------------------------------------------------- inside the process

def _work(pipe: Connection, task: Callable[[Any], Any], seconds: float, memory: int) -> None:
    """Does what comes through the pipe until it is closed."""
    _live_apart(memory)
    with suppress(EOFError, OSError):
        while True:
            item = pipe.recv()
            _alarm(seconds)
            result = _result(task, item, memory)
            keep_loaded()
            _alarm(0)
            pipe.send(result)


def _result(task: Callable[[Any], Any], item: object, memory: int) -> object:
    try:
        return task(item)
    except WennianbaoError as fault:
        return Failure(str(fault), told=True)
    except MemoryError:
        return Failure(_too_much(memory))
    except Exception as fault:  # noqa: BLE001 (the border of the process: a library may raise anything over a broken file)
        return Failure(f"读取时出错（{type(fault).__name__}：{' '.join(str(fault).split())[:200]}）")


def _live_apart(memory: int) -> None:
    """A session of its own, so that all it starts can be ended with it; what libraries print is not the product's output."""
    with suppress(OSError, AttributeError):
        os.setsid()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory * 3 // 2, memory * 3 // 2))


def _alarm(seconds: float) -> None:
    """The system ends the process then, whatever it is doing."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
