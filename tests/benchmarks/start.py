"""How long the first answer takes, and how much memory the process then holds."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.table import Line, at_most

ROOT = Path(__file__).resolve().parent.parent.parent
QUESTION = "邓州市2020年新收到多少件政府信息公开申请？"
# the peak of the child, told by its parent: what a fresh process holds after one answer
MEASURE = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def lines(folder: Path) -> Iterator[Line]:
    database = str(folder / "start.db")
    command = [sys.executable, "bot.py"]
    subprocess.run([*command, "add", "data/reports", "--db", database], cwd=ROOT, check=True, capture_output=True)
    ask = [*command, "ask", QUESTION, "--db", database]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(ask, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    peak = subprocess.run([sys.executable, "-c", MEASURE, *ask], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    yield at_most("from the command to its answer, best of five", min(times), 1.5, " s")
    yield at_most("memory of that process", int(peak) / 1024, 250, " MB")
