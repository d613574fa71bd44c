"""What can be measured in a report: cells of a form, sums and rates of data/derived.yaml, facts from the prose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from handlers.answering.words.lexicon import DATA, LexiconError, load_lexicon
from index.data_files import read_yaml
from index.forms import Meaning, load_forms

APPLICANTS = ("natural", "enterprise", "research", "welfare", "legal_service", "other_org")
OUTCOMES = ("upheld", "corrected", "other", "pending")
BLOCKS = ("s4.review", "s4.suit_direct", "s4.suit_after_review")
NEWEST = "2021"
ITEMS = frozenset({"s2.art20_5.license", "s2.art20_5.other_services", "s2.art20_6.penalty", "s2.art20_6.coercion", "s2.art20_8.fee"})  # lists with a net change
GIVEN = frozenset({"s3.result.granted", "s3.result.partial", "disclosed"})
TOTAL_COLUMNS = frozenset({"@total", ".total"})
TOTALS = {"s3": "@total", "s4": ".total"}  # of the families whose rows are told in total
REFUSED = ("s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "s3.result.other")


@dataclass(frozen=True, slots=True)
class Measure:
    """A row × column meaning, a rate or a fact; no agency, no year."""

    row: str  # "s3.result.denied", "s2.art20_5.license", "s4.review", "n.training", "d.open_rate", "not_public"
    column: str = ""  # "natural", "decisions", "upheld", "year"; '' where there is none


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage of two sums."""

    id: str
    label: str
    words: str  # the formula for people
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    also: tuple[str, ...]  # other common readings of the same name


@dataclass(frozen=True, slots=True)
class Derived:
    """data/derived.yaml, checked."""

    rows: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    rates: Mapping[str, Rate]
    labels: Mapping[str, str]
    units: Mapping[str, str]
    inside: Mapping[str, tuple[str, ...]]  # fact → what it is counted inside of
    instead: Mapping[str, tuple[str, ...]]  # fact → what a report may say in its place
    summary: tuple[str, ...]  # the leading figures of a report


@cache
def load_derived() -> Derived:
    """Raises LexiconError with file, key and reason."""
    file = DATA / "derived.yaml"
    content = read_yaml(file)
    try:
        rates = {key: _rate(key, entry) for key, entry in content["rates"].items()}
        sums = content["rows"] | content["columns"]
        return Derived(
            {key: tuple(entry["parts"]) for key, entry in content["rows"].items()},
            {key: tuple(entry["parts"]) for key, entry in content["columns"].items()},
            rates,
            {key: entry["label"] for key, entry in (sums | content["rates"]).items()},
            {key: entry["unit"] for key, entry in sums.items()},
            {key: tuple(outer) for key, outer in content["inside"].items()},
            {key: tuple(other) for key, other in content["instead"].items()},
            tuple(content["summary"]),
        )
    except KeyError as missing:
        raise LexiconError(f"{file.name}: {missing} is missing") from missing


def _rate(key: str, entry: Mapping[str, Any]) -> Rate:
    return Rate(key, entry["label"], entry["words"], tuple(entry["numerator"]), tuple(entry["denominator"]), tuple(entry.get("also", ())))


def family(row: str) -> str:
    """s3 | s2 | s4 | t08 | prose | rate: what a row can be crossed with."""
    if row.startswith("d.") and row in load_derived().rates:
        return "rate"
    if row.startswith("n."):
        return "prose"
    if row in load_derived().rows:
        return "s3"
    return row.split(".")[0]


def column_family(column: str) -> str:
    """s3 for @natural, s4 for .upheld, s2 for .decisions, t08 for @year."""
    if column.startswith("@"):
        return "t08" if column in ("@year", "@cumulative") else "s3"
    return "s4" if column[1:] in (*OUTCOMES, "total", "decided") else "s2"


def cell_id(row: str, column: str) -> str:
    """The id a cell of that row and column has in every edition that knows it."""
    return f"{row}@{column}" if family(row) in ("s3", "t08") else f"{row}.{column}"


@cache
def column_editions(column: str) -> frozenset[str]:
    """Editions whose section II has a column; empty for columns of other sections."""
    return frozenset(
        edition for edition, form in load_forms().items() for table in form.tables
        if table.id.startswith("s2") for known in table.columns if f".{known.id}" == column
    )


def chosen(column: str, row: str, edition: str) -> str:
    """Of "new_made/.issued" the column that the edition has for the row."""
    options = [c.lstrip(".@") for c in column.split("/")]
    return next((c for c in options if edition in meanings(cell_id(row, c))), options[0])


@cache
def crosses(row: str, column: str) -> bool:
    """Has any form that row with that column? `column` with its @ or dot."""
    if "/" in column:
        return any(crosses(row, one) for one in column.split("/"))
    if column_family(column) != family(row):
        return family(row) == "rate" and column_family(column) == "s3" and _of_requests(row)
    if row in load_derived().rows or column[1:] in load_derived().columns:
        return True
    return bool(meanings(cell_id(row, column[1:])))


def _of_requests(rate: str) -> bool:
    """Reckoned from rows that are told apart by applicant; reviews, lawsuits and decisions are not."""
    reckoned = load_derived().rates[rate]
    return not any(part.lstrip("-").startswith(("s2.", "s4.", "t08.", "t14.")) for part in (*reckoned.numerator, *reckoned.denominator))


@cache
def meanings(cell: str) -> Mapping[str, Meaning]:
    """Edition → meaning, newest last, for the editions that have the cell."""
    return {edition: form.meanings[cell] for edition, form in load_forms().items() if cell in form.meanings}


@cache
def row_parent(row: str) -> str | None:
    """The group a row stands in."""
    for form in reversed(tuple(load_forms().values())):
        for table in form.tables:
            for known in table.rows:
                if known.id == row and known.parent:
                    return str(known.parent)
    return None


@cache
def children(row: str, edition: str = NEWEST) -> tuple[str, ...]:
    """The leaves a group is made of, in the order of the form; the row itself when it is a leaf."""
    derived = load_derived().rows.get(row)
    if derived:
        return tuple(leaf for part in derived for leaf in children(part, edition))
    for table in load_forms()[edition].tables:
        if row == "s3.result" and table.id == "s3":
            return tuple(r.id for r in table.rows if r.id.startswith("s3.result.") and r.printed and r.id != "s3.result.total")
        for known in table.rows:
            if known.id == row:
                return known.parts or (row,)
    return (row,)


@cache
def ancestors(row: str) -> tuple[str, ...]:
    """Groups around a row, innermost first; every row of section III counts as inside the requests received."""
    if row in load_derived().inside:
        return load_derived().inside[row]
    found = tuple(_groups(row))
    if row in load_derived().rates:
        rate = load_derived().rates[row]
        return (*(t.lstrip("-").split("@")[0] for t in (*rate.numerator, *rate.denominator)), "s3.result", "s3.new", "s4.suit", "s4.review", "s4.all")
    if row.startswith(REFUSED):
        found = (*found, "not_public")
    if row.startswith("s3.result"):
        return (*found, "s3.result.total", "s3.result", "s3.new") if row not in ("s3.result", "s3.result.total") else ("s3.new",)
    if row in load_derived().rows or row.startswith("s3.carried"):
        return ("s3.result.total", "s3.result", "s3.new")
    if row in ("s4.suit_direct", "s4.suit_after_review"):
        return ("s4.suit", "s4.all")
    return ("s4.all",) if row in ("s4.suit", "s4.review") else found


def _groups(row: str) -> Iterator[str]:
    parent = row_parent(row)
    while parent:
        yield parent
        parent = row_parent(parent)


@cache
def label(row: str, column: str = "") -> str:
    """A short name for people: 不予公开, 自然人不予公开, 行政许可处理决定数量, 行政复议结果维持."""
    name = _row_label(row)
    if not column and family(row) not in ("s3", "prose", "rate"):
        return name
    if not column or (family(row) == "s3" and column == "total"):
        return name
    words = column_label(row, column.split("/")[0])
    if family(row) in ("s2", "s4"):
        return f"{name}{words.removeprefix('采购' if name.endswith('采购') else '')}"
    return f"{name}（{words}）"


def _row_label(row: str) -> str:
    row = row.split("/")[0]
    derived = load_derived().labels.get(row)
    if derived:
        return derived
    concept = load_lexicon().concepts.get(row)
    return str(concept["label"]) if concept and "label" in concept else row


def column_label(row: str, column: str) -> str:
    if column in load_derived().columns:
        return load_derived().labels[column]
    for edition in reversed(tuple(load_forms())):
        for table in load_forms()[edition].tables:
            if any(r.id == row for r in table.rows) or (row.startswith("s4.") and table.id == "s4"):
                for known in table.columns:
                    if known.id == column:
                        return known.label
    concept = load_lexicon().concepts.get(f"@{column}") or load_lexicon().concepts.get(f".{column}") or {}
    return str(concept.get("label", column))


def columns_of(row: str, edition: str) -> tuple[str, ...]:
    """Columns the form has for a row, in order."""
    for table in load_forms()[edition].tables:
        if any(r.id == row for r in table.rows):
            return tuple(c.id for c in table.columns)
    return ()
