"""66号文是什么文件: the document of that number, in the words of the report that cites it."""

from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, one_report
from handlers.answering.operations.passages import holding
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.sentences import say
from handlers.answering.words.speech import saying

_NUMBERED = saying("asking.document_number")


def numbered(ask: Ask) -> Result | None:
    """The one point or sentence that cites the number, or that the prose cites none; None when no document is asked for by its number."""
    asked = _NUMBERED.search(ask.frame.text)
    here = one_report(ask) if asked and not ask.frame.columns() else None
    if asked is None or here is None or isinstance(here, Shortfall):
        return None
    number, report = f"{asked['number'] or asked['of']}号", here[1]
    sections = ask.archive.sections(report.id)
    found = holding(sections, [number])
    who = (("agency", report.agency.name), ("year", str(report.year)))
    if found is None:
        return None if any(number in p for s in sections for p in s.paragraphs) else Shortfall("not_in_report", "prose_lacks", (*who, ("words", number)))
    title = next((s.title for s in sections if any(found in p for p in s.paragraphs)), "")
    source = say("source", agency=report.agency.name, year=str(report.year), where=f"正文“{title}”")
    return Answer((Value(found, "", "原文", report.agency.name, report.year),), f"{report.agency.name} {report.year} 年报告写道：{found}", sources=(source,) if title else ())
