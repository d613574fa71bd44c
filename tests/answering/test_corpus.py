"""Every phrasing of tests/corpus has exactly its meaning, what must be declined is declined, opposites are never taken for each other."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random

import pytest

from handlers.answering.asked.defaults import settled
from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measures import Measure, chosen, family
from handlers.answering.chat.dialogue import follow
from handlers.answering.operations.base import crossings, shown_value
from handlers.answering.replies.readings import Reader, edition_of
from handlers.answering.replies.topics import blocking
from handlers.answering.understand import understand
from handlers.answering.words.lexicon import load_lexicon
from index.forms import load_forms
from index.models import Report, StoredReport
from index.places import load_places
from index.vocabulary import AgencyIndex
from tests.answering.archives import Memory, report
from tests.answering.known import judged, known_failures, negatives, opposites, phrasings
from tests.answering.support import Asked
from tests.rendering.figures import random_figures

Meaning = Mapping[str, str]
PINGTAN = "平潭综合实验区管理委员会"


@pytest.fixture(scope="module")
def asked(shipped_report: Report) -> Asked:
    """邓州 2020 as shipped, and made-up figures of 平潭 2022 in the form of 2021."""
    gold = random_figures(Random("平潭"), "2021", PINGTAN, 2022)["cells"]
    return Asked(Memory([shipped_report, report(PINGTAN, 2022, "2021", {cell: Decimal(value) for cell, value in gold.items()})]))


@pytest.fixture(scope="module")
def names(asked: Asked) -> AgencyIndex:
    return AgencyIndex(tuple(asked.archive.agencies()), load_places())


def report_of(say: str, asked: Asked) -> StoredReport:
    """The report that a phrasing of the corpus is about."""
    year = 2022 if "2022" in say else 2020
    return asked.archive.reports(year=year)[0]


def crossed(frame: Frame, held: StoredReport) -> set[tuple[str, str]]:
    """Rows × columns that the frame names; what is left out is what that report makes of it."""
    pairs = {pair for operand in frame.operands for pair in (*crossings(operand), *_column_alone(operand, held))}
    return {_in_report(row, column, held) for row, column in pairs}


def _column_alone(operand: Operand, held: StoredReport) -> Iterator[tuple[str, str]]:
    """采购总金额: the only row of the form that has such a column."""
    for column in operand.columns if not operand.rows else ():
        rows = {m.row for edition in set(held.editions.values()) for m in load_forms()[edition].meanings.values() if m.column == column[1:] and m.table.startswith("s2")}
        if len(rows) == 1:
            yield rows.pop(), column[1:]


def _in_report(row: str, column: str, held: StoredReport) -> tuple[str, str]:
    """A row of either an old table or the prose is the one that this report has."""
    if "/" in row:
        row, column = row.split("/")[1], ""
    if family(row) in ("prose", "rate"):
        return row, "" if family(row) == "prose" else "total"
    return row, chosen(column or Reader.default_column(held, row), row, edition_of(held, row))


def alike(found: set[tuple[str, str]], wanted: set[tuple[str, str]], frame: Frame, asked: Asked, held: StoredReport) -> bool:
    """The same pairs, or pairs that are to be added up and are made of the same cells: 官司和复议合计."""
    read = Reader(asked.archive).read
    cells = [{c for row, column in pairs for c in read(held, Measure(row, column)).cells} for pairs in (found, wanted)]
    return found == wanted or (frame.has("op.sum") and bool(wanted) and cells[0] == cells[1])


def meant(meaning: Meaning) -> set[tuple[str, str]]:
    if "row" in meaning:
        return {(meaning["row"], meaning["column"])}
    row = meaning.get("fact") or meaning.get("metric")
    return {(row, "total" if "metric" in meaning else "")} if row else set()


def faults(say: str, meaning: Meaning, asked: Asked, names: AgencyIndex) -> list[str]:
    """What the frame has too much or too little; [] when it is exactly the meaning."""
    frames = [settled(follow(frame, [])) for frame in understand(say, load_lexicon(), names.find)]
    if len(frames) != 1:
        return [f"{len(frames)} frames"]
    (frame,) = frames
    held = report_of(say, asked)
    found, wanted = crossed(frame, held), meant(meaning)
    wrong = [] if alike(found, wanted, frame, asked, held) else [f"names {sorted(found)}, not {sorted(wanted)}"]
    if "detail" in meaning and frame.details != (meaning["detail"],):
        wrong.append(f"details {frame.details}")
    if "definition" in meaning:
        wrong = [] if f"def.{meaning['definition']}" in (*frame.definitions, *(f"def.{r}" for r in frame.rows())) else ["no definition"]
    return [*wrong, *(f"not understood {word}" for word in blocking(frame)), *(f"unclear {u.text}" for u in frame.unclear if not found)]


def answered(say: str, meaning: Meaning, asked: Asked) -> list[str]:
    """How the reply differs from the figure of the meaning; [] when it is that."""
    reply = asked.ask(say)
    if reply.status != "answered" or not reply.values:
        return [f"{reply.status} {reply.reason}: {reply.text[:60]}"]
    (pair,) = meant(meaning) or {("", "")}
    reading = Reader(asked.archive).read(report_of(say, asked), Measure(*pair)) if pair[0] else None
    if reading is None or reading.value is None:
        return []
    first = reply.values[0]
    return [] if set(first.cells) == set(reading.cells) and first.value == shown_value(reading.value, reading.unit) else [f"{first.value} of {first.cells}"]


@pytest.mark.parametrize(("say", "meaning"), list(phrasings()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_phrasing_has_exactly_its_meaning(say: str, meaning: Meaning, asked: Asked, names: AgencyIndex) -> None:
    judged("meaning", say, faults(say, meaning, asked, names) or answered(say, meaning, asked))


@pytest.mark.parametrize(("say", "meaning", "others"), list(opposites()), ids=lambda value: value if isinstance(value, str) else "")
def test_opposites_are_never_taken_for_each_other(say: str, meaning: Meaning, others: list[Meaning], asked: Asked, names: AgencyIndex) -> None:
    """The known failures may be refused; the other meaning is never given, known or not."""
    held = report_of(say, asked)
    frames = understand(say, load_lexicon(), names.find)
    found = set().union(*(crossed(settled(f), held) for f in frames))
    assert not [other for other in others if (them := meant(other)) and them <= found and not meant(meaning) <= found]
    judged("opposites", say, faults(say, meaning, asked, names))


@pytest.mark.parametrize(("say", "reasons"), list(negatives()), ids=lambda value: value if isinstance(value, str) else "")
def test_what_no_report_can_say_is_declined(say: str, reasons: frozenset[str], asked: Asked) -> None:
    reply = asked.ask(say)
    right = reply.status == "refused" and reply.reason in reasons and not reply.values
    judged("decline", say, [] if right else [f"{reply.status} {reply.reason}: {reply.text[:80]}"])


def test_no_phrasing_stands_twice() -> None:
    said = [say for say, _ in phrasings()]
    assert len(said) == len(set(said)), {say for say in said if said.count(say) > 1}
    declined = [say for say, _ in negatives()]
    assert len(declined) == len(set(declined))
    assert not set(said) & set(declined)


def test_known_failures_are_phrasings_of_the_corpus() -> None:
    assert set(known_failures("meaning")) <= {say for say, _ in phrasings()}
    assert set(known_failures("opposites")) <= {say for say, *_ in opposites()}
    assert set(known_failures("decline")) <= {say for say, _ in negatives()}


def test_most_of_the_corpus_is_understood() -> None:
    """A list of failures is no place to put what was never tried."""
    assert len(known_failures("meaning")) * 10 < len(list(phrasings()))
    assert len(known_failures("decline")) * 10 < len(list(negatives()))
