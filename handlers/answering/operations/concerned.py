"""Which checks of a report a question is about: those of the section, rows and columns that it names, and no others."""

from collections.abc import Sequence

from handlers.answering.asked.measures import APPLICANTS, children, column_family, family, label, load_derived
from handlers.answering.operations.base import Ask
from handlers.answering.replies.parts_of_report import sections_named
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.speech import saying
from index.models import Finding

_WHOLE = {"s3.result.total": ("s3.result",), "details_sum": ("s3.result",), "s4.suit": ("s4.suit", "s4.suit_direct", "s4.suit_after_review"), "s4.all": ("s4",)}  # rows that stand for a block
_LEFT_OPEN = ("s3.new", "s3.carried_in", "s3.carried_out")  # rows that a balance holds together
_REQUEST_TABLE = saying("parts.request_table")
_ROWS_TOLD = 3  # rows that a head names at most


def concerned(ask: Ask, findings: Sequence[Finding]) -> list[Finding]:
    """Findings of what is named; all of them when nothing is, none when nothing of the kind was checked."""
    rows, sections = _rows(ask), _sections(ask)
    found = [f for f in findings if not sections or f.check.startswith(sections)]
    columns = [c for c in _columns(ask) if not rows or any(column_family(c) == family(r) for r in rows)]
    if not columns:
        return _of_rows(found, rows)
    ends = tuple(columns)
    if not rows:
        named = [f for f in found if f.check.endswith(ends)]
        return named or [f for f in found if any(c.endswith(ends) for c in f.cells)]
    return [f for f in found if any(_of(c, rows) and c.endswith(ends) for c in f.cells) and not _across(f, ends)]


def _columns(ask: Ask) -> tuple[str, ...]:
    """Columns that are named, those of legal persons one by one."""
    return tuple(f"@{a}" if c == "@legal_person" else c for c in ask.frame.columns() for a in (APPLICANTS[1:] if c == "@legal_person" else APPLICANTS[:1]))


def _of_rows(found: Sequence[Finding], rows: Sequence[str]) -> list[Finding]:
    """Of new requests and what became of them the balance, else the checks within the rows, else those that they take part in."""
    if not rows:
        return list(found)
    balance = len(rows) > 1 and any(r in _LEFT_OPEN for r in rows)
    together = [f for f in found if balance and all(any(_of(c, (r,)) for c in f.cells) for r in rows)]
    within = [f for f in found if f.cells and all(_of(c, rows) for c in f.cells)]
    return together or within or [f for f in found if any(_of(c, rows) for c in f.cells)]


def _across(finding: Finding, columns: tuple[str, ...]) -> bool:
    """The sum of a row over all applicants says nothing of one column but the total."""
    return ".row_sum@" in finding.check and "@total" not in columns


def _of(cell: str, rows: Sequence[str]) -> bool:
    return any(cell == r or cell.startswith((f"{r}.", f"{r}@")) for r in rows)


def _rows(ask: Ask) -> tuple[str, ...]:
    """Rows of the tables that are named, groups as what they are made of."""
    unclear = [s for u in ask.frame.unclear if not any(s.kind == "column" for s in u.senses) for s in u.senses]
    named = ask.frame.rows() or tuple(s.id for s in unclear)
    if _REQUEST_TABLE.search(ask.frame.text):  # 申请表平不平: the table, not the row of new requests
        named = tuple(r for r in named if r != "s3.new")
    said = ("s2.art20_1.normative" if r == "n.normative" else r for r in named)
    parts = (part for r in said for part in _WHOLE.get(r, children(r) if r in load_derived().rows else (r,)))
    return tuple(dict.fromkeys(r for r in parts if r.startswith(("s2", "s3", "s4", "t08", "t14"))))


def _sections(ask: Ask) -> tuple[str, ...]:
    table = ("s3",) if _REQUEST_TABLE.search(ask.frame.text) and not _rows(ask) else ()
    return tuple(f"{s}." for s in ("s2", "s3", "s4") if s in (*ask.frame.details, *sections_named(ask.frame), *table))


def part_named(ask: Ask) -> str:
    """行政复议, 商业企业: what a head says was checked; '' for the report as a whole."""
    rows, columns = ask.frame.rows(), ask.frame.columns()
    told = [label(r) for r in rows if r != "s3.new" or not _REQUEST_TABLE.search(ask.frame.text)] or [load_lexicon().concepts[c]["label"] for c in columns]
    return "、".join(map(str, told)) if len(told) <= _ROWS_TOLD else ""
