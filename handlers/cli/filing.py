"""`add`: files into the index, with progress for those who watch."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from handlers.cli.tables import screen, summary
from index.adding import Intake, Outcome, sources
from index.ingest import ingest, settle
from index.store import Store

_SHOWN = 20  # rejected files told again at the end


def add_files(database: Path, names: Sequence[str], tell: Callable[[Outcome], None], quiet: bool = False) -> Counter[str]:
    """Adds files, folders and addresses; `tell` is called for every file, in order. How many came out how, by status.

    `quiet`: no table at the end.
    """
    files = list(sources(names))
    tally: Counter[str] = Counter()
    rejected: list[str] = []
    with closing(Store(database)) as store, _progress(len(files)) as advance:
        for outcome in Intake(store, ingest, settle, count=min(len(files), os.cpu_count() or 1)).add(files):
            tell(outcome)
            tally[outcome.status] += 1
            if outcome.error and len(rejected) < _SHOWN:
                rejected.append(outcome.error)
            advance()
    if len(files) > 1 and not quiet:
        screen(error=True).print(summary(tally, rejected))
    return tally


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, when that is a terminal; call what is yielded after every file."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("读取报告"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen(error=True), redirect_stdout=sys.stdout.isatty()) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
