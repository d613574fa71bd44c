"""Which article of the regulations stands behind a row, a column or a term."""

import re

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.measures import label
from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.speech import saying

_GENERAL = frozenset({"def.term.government_information", "def.term.annual_report"})  # stand beside what is asked: 属于国家秘密的政府信息
_OTHER_LAW = re.compile("《(?!.{0,14}条例)[^》]*》|(?<![办方依])法(?:的|里|上)?(?:第几|哪)")
_OF_THE_REPORT = saying("asking.basis_of_the_report")
_SAYS_BASIS = re.compile("(?:根据|依据|按照).{4,90}(?:编制|制作|编写|本报告)|报告.{0,30}(?:根据|依据|按照)")
_FIGURES_ASKED = re.compile("(?:多少|几)[件起份宗次]|how many")


def basis(ask: Ask) -> Result | None:
    """The article of the regulations behind a row, column or term; None when no article is asked for or nothing is named."""
    frame = ask.frame
    if _OF_THE_REPORT.search(frame.text) and (told := _told_of_the_report(ask)):
        return told
    if not frame.has("op.basis") or frame.has("op.most", "op.least", "op.rank", "op.top") or _FIGURES_ASKED.search(frame.text):
        return None
    keys = _terms_named(frame)
    concepts = load_lexicon().concepts
    entries = [concepts[k] for k in keys if k in concepts and concepts[k].get("basis")]
    if not keys or all(k.startswith("def.n.") and k not in concepts for k in keys):
        return None
    if not entries or _OTHER_LAW.search(frame.text):
        return Shortfall("not_in_report", "no_basis", (("label", "、".join(str(concepts[k]["label"]) if k in concepts else label(k.removeprefix("def.")) for k in keys)),))
    values = tuple(Value(f"《政府信息公开条例》{e['basis']}", "", str(e["label"])) for e in entries)
    return Answer(values, "；".join(f"{v.label}的依据：{v.value}" for v in values), tuple(f"{e['label']}：{e['text']}" for e in entries))


def _told_of_the_report(ask: Ask) -> Answer | None:
    """年报依据什么编制: the sentence of the report that says so."""
    scope = ask.here()
    if isinstance(scope, Shortfall) or scope.places[0].report is None:
        return None
    place = scope.places[0]
    assert place.report is not None
    sentences = (s for section in ask.archive.sections(place.report.id) for p in section.paragraphs for s in p.split("。"))
    found = next((s.strip() for s in sentences if _SAYS_BASIS.search(s)), "")
    value = Value(found, "", "编制依据", place.agency.name, place.year)
    return Answer((value,), f"{place.agency.name} {place.year} 年报告写道：{found}") if found else None


def _terms_named(frame: Frame) -> tuple[str, ...]:
    """Keys of data/lexicon/definitions.yaml, of the surest words only: rows, then terms, then columns; rows that it does not explain last."""
    rows = tuple(f"def.{r}" for r in frame.rows())
    known = tuple(r for r in rows if r in load_lexicon().concepts and r != "def.s3.new")
    terms = tuple(d for d in frame.definitions if d not in _GENERAL)
    named = (known, terms) if frame.strong else (terms, known)
    return next((keys for keys in (*named, tuple(f"def.{c}" for c in frame.columns()), frame.definitions, rows) if keys), ())


__all__ = ["basis"]
