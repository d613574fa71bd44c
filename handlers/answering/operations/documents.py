"""66号文是什么文件: the document of that number, in the words of the report that cites it."""

from handlers.answering.operations.base import Ask, Result, one_report
from handlers.answering.operations.passages import holding
from handlers.answering.operations.prose import not_held, quoted
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.speech import saying

_NUMBERED = saying("asking.document_number")


def numbered(ask: Ask) -> Result | None:
    """The one point or sentence that cites the number, or that the prose cites none; None when no document is asked for by its number, or several cite it."""
    asked = _NUMBERED.search(ask.frame.text)
    here = one_report(ask) if asked and not ask.frame.columns() else None
    if asked is None or here is None or isinstance(here, Shortfall):
        return None
    number, report = f"{asked['number'] or asked['of']}号", here[1]
    sections = ask.archive.sections(report.id)
    found = holding(sections, [number])
    if found is not None:
        return quoted(report, sections, found)
    return None if any(number in p for s in sections for p in s.paragraphs) else not_held(report, [number])
