"""python -m tests.benchmarks [scale] [reading] [doors] [start] [--reports N] [--quick]: speed and size, one table.

Ratios have goals; times depend on the machine and are only told. Nothing here is part of `make test`.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import doors, reading, scale, start
from tests.benchmarks.table import Line

PARTS = ("start", "reading", "doors", "scale")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them by default")
    parser.add_argument("--reports", type=int, default=100_000, help="size of the large index of `scale`")
    parser.add_argument("--quick", action="store_true", help="a small sample of everything, to see that it runs")
    given = parser.parse_args()
    for part in given.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            for line in measured(part, Path(folder), 1000 if given.quick else given.reports, given.quick):
                print(line, flush=True)


def measured(part: str, folder: Path, reports: int, quick: bool) -> Iterator[Line]:
    if part == "scale":
        return scale.lines(100, reports, folder)
    if part == "reading":
        return reading.lines(folder, quick)
    return doors.lines(folder) if part == "doors" else start.lines(folder)


if __name__ == "__main__":
    main()
