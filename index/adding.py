"""Many files into the index: read side by side in processes of their own, stored by this one, in the order given."""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from index.models import Finding, StoredReport
from index.store import Entry, Packed, Store, pack
from index.workers import Failure, Workers

ROOT = Path(__file__).parent.parent
_READS = ("index/**/*.py", "data/forms/*.yaml", "data/*.yaml", "data/*.csv")  # what decides how a file is read
_ANSWERS = ("replies", "operations", "derived")  # of data/, what is used for answers alone
# no report is called so; in a folder they are passed over, by name they are read and refused
_OTHER_FILES = {".json", ".jsonl", ".yaml", ".yml", ".csv", ".py", ".css", ".js", ".db", ".db-wal", ".db-shm", ".log"}
_PAPERS = {"readme", "license", "changelog"}


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read."""

    name: str  # what people know it by: the path or address as given
    path: Path | None = None  # None: `data`, and without data the address `name`
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file."""

    source: str
    status: str  # added | unchanged | replaced | rejected
    report: StoredReport | None = None  # None: rejected
    cells: int = 0
    ambiguous: int = 0
    findings: tuple[Finding, ...] = ()  # every check of the report
    error: str | None = None  # a Chinese line


def sources(names: Iterable[str]) -> Iterator[Source]:
    """The files and addresses named, and every file below a folder, by name."""
    for name in names:
        if name.startswith(("http://", "https://")):
            yield Source(name)
        else:
            path = Path(name)
            yield from (Source(_shown(file), file) for file in (_below(path) if path.is_dir() else (path,)))


def _shown(file: Path) -> str:
    """A file name that is no UTF-8 can be told and stored."""
    return str(file).encode("utf-8", "replace").decode("utf-8")


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in (Path(place, name) for name in sorted(files)):
            other = file.name.startswith(".") or file.suffix.lower() in _OTHER_FILES or file.stem.lower() in _PAPERS
            if not other and file.is_file():
                yield file


class Intake:
    """How files get into one index: `read` (a function of a module) by `count` processes, `settle` after each that is stored."""

    def __init__(self, store: Store, read: Callable[[Source], Sequence[Entry]], settle: Callable[[Store, int], None], count: int | None = None) -> None:
        self._store, self._settle = store, settle
        self._workers = Workers(_Reading(read, reader_id()), count or os.cpu_count() or 1)

    def add(self, files: Iterable[Source]) -> Iterator[Outcome]:
        """One outcome a report, in the order of the files. Every report is stored in a transaction of its own.

        A file that cannot be read costs only itself. Stopped and begun again, what is stored is passed over.
        """
        passed: deque[tuple[int, Source, StoredReport]] = deque()  # (number of read files before it, …)
        number = 0
        for source, result in self._workers.results(self._unread(files, passed)):
            yield from self._passed(passed, number)
            yield from self._outcomes(source, result)
            number += 1
        yield from self._passed(passed, number)

    def _unread(self, files: Iterable[Source], passed: deque[tuple[int, Source, StoredReport]]) -> Iterator[Source]:
        number = 0
        for source in files:
            held = self._store.known(_sha256(source), reader_id())
            if held:
                passed.append((number, source, held))
            else:
                number += 1
                yield source

    def _passed(self, passed: deque[tuple[int, Source, StoredReport]], before: int) -> Iterator[Outcome]:
        while passed and passed[0][0] <= before:
            _, source, held = passed.popleft()
            yield self._outcome(source, "unchanged", held)

    def _outcomes(self, source: Source, result: Sequence[Packed] | Failure) -> Iterator[Outcome]:
        if isinstance(result, Failure):
            yield Outcome(source.name, "rejected", error=result.reason if result.told else f"{source.name}：{result.reason}。")
            return
        for packed in result:
            yield self._stored(replace(source, name=packed.source), packed)

    def _stored(self, source: Source, result: Packed) -> Outcome:
        try:
            status = self._store.save(result)
        except UnicodeEncodeError:  # half a character, as damaged files have
            return Outcome(source.name, "rejected", error=f"{source.name}：文件里有无法存储的字符。")
        held = self._store.known(result.sha256, result.reader)
        if held is None:  # another process has replaced it meanwhile
            return Outcome(source.name, status)
        if status != "unchanged":
            self._settle(self._store, held.id)
        return self._outcome(source, status, held)

    def _outcome(self, source: Source, status: str, held: StoredReport) -> Outcome:
        findings = tuple(finding for _, finding in self._store.findings(held.id))
        return Outcome(source.name, status, held, *self._store.count_cells(held.id), findings)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a process does with a file."""

    read: Callable[[Source], Sequence[Entry]]
    reader: str

    def __call__(self, source: Source) -> tuple[Packed, ...]:
        return tuple(pack(entry, self.reader) for entry in self.read(source))


def _sha256(source: Source) -> str:
    """'' for a file that cannot be opened: reading it will say why."""
    if source.path is None:
        return hashlib.sha256(source.data).hexdigest() if source.data else ""
    if not source.path.is_file():
        return ""
    try:
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


@cache
def reader_id() -> str:
    """Hash of the code and the knowledge that read a file: a better reader reads unchanged files again."""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in _READS for file in ROOT.glob(pattern) if not file.stem.startswith(_ANSWERS)}):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
