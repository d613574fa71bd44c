"""The first walk: a file goes in, a report comes out, ready to be stored.

    read_document → identify → read_cells → Report → Entry
"""

from collections import Counter
from collections.abc import Sequence

from index.adding import Source
from index.agency_names import agency_names
from index.cells import read_cells
from index.errors import NotAReport
from index.forms import load_forms
from index.identify import identify
from index.models import Cell, Report
from index.places import load_places
from index.readers import read_document
from index.search import passages
from index.store import Entry, Store

_LEADING = ("s3", "s2", "s4")  # the table whose edition is the report's: the first of these that was read


def ingest(source: Source) -> Entry:
    """One file, read; nothing is stored. Raises WennianbaoError."""
    places = load_places()
    document = read_document(source.path or source.data, source.name)
    identity = identify(document, places)
    cells = read_cells(document, load_forms())
    report = Report(
        agency=identity.agency,
        year=identity.year,
        edition=edition_of(cells),
        source=source.name,
        sha256=document.sha256,
        cells=cells,
        details=identity.details,
        names=identity.names,
    )
    known = agency_names(identity.agency, places, identity.names)
    return Entry(report, known.names, known.place_code, known.kind, passages=passages(report.sections))


def edition_of(cells: Sequence[Cell]) -> str:
    """Of the table of section III, else II, else IV, else the edition most cells stand in; '' without a form."""
    for table in _LEADING:
        editions = Counter(cell.edition for cell in cells if cell.id.startswith(f"{table}.") and cell.edition)
        if editions:
            return editions.most_common(1)[0][0]
    return next(iter(Counter(cell.edition for cell in cells if cell.edition)), "")


def settle(store: Store, report: int) -> None:
    """What the years beside a report say of it, and it of them, after it was stored."""
