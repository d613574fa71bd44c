"""All checks of one report."""

from collections.abc import Iterable, Sequence

from index.checks.copies import check_copies
from index.checks.knowledge import load_knowledge
from index.checks.magnitudes import check_magnitudes
from index.checks.prose import check_prose
from index.checks.spoken import Prose
from index.checks.structure import check_period, check_sections, check_year
from index.checks.sums import check_counts, check_sums, printed_tables
from index.forms import load_forms
from index.models import Cell, Detail, Fact, Finding, Section


def check_report(
    cells: Iterable[Cell],
    facts: Sequence[Fact],
    sections: Sequence[Section],
    details: Sequence[Detail],
    year: int,
    edition: str,
) -> tuple[Finding, ...]:
    """Sums of the forms, counts, sections and tables, period and year, magnitudes, prose against tables.

    `edition`: of the report as a whole; every table is checked by the edition it was read in.
    """
    forms, knowledge = load_forms(), load_knowledge()
    by_id = {cell.id: cell for cell in cells}
    tables = printed_tables(by_id, forms)
    agency = next((detail.value for detail in details if detail.key == "agency"), "")
    return (
        *check_copies(by_id.values()),
        *check_sums(by_id, tables),
        *check_counts(by_id, tables),
        *check_sections(by_id, sections, edition, year, knowledge),
        check_period(details, year),
        check_year(sections, year),
        *check_magnitudes(by_id, details, knowledge),
        *check_prose(by_id, Prose(facts, sections, agency, year), forms, knowledge),
    )
