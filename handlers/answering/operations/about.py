"""What is in the archive, what a report says of itself, and what its words mean."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.measures import children, label
from handlers.answering.models import Value
from handlers.answering.operations.base import Answer, Ask, Result, one_report
from handlers.answering.replies.scope import Shortfall, not_held
from handlers.answering.words.lexicon import load_lexicon
from index.models import Section, StoredReport

_DETAIL_KEYS = {
    "meta.phone": ("phone",), "meta.email": ("email",), "meta.address": ("address",), "meta.postcode": ("postcode",),
    "meta.period": ("period_start", "period_end"), "meta.agency": ("compiler", "agency"), "meta.contact": ("contact", "compiler"),
    "meta.published": ("published",), "meta.url": ("url",), "meta.year": ("year",),
}
_LONG = 160  # characters of a sentence that is quoted whole


# ---------------------------------------------------------------- the archive

def coverage(ask: Ask) -> Result:
    """Which bodies and years there are; with a body or year, whether it is there."""
    operand = ask.frame.operands[0] if ask.frame.operands else None
    named = operand.names if operand else ()
    if named and (named[0].how in ("foreign", "department") or not named[0].agencies):
        return not_held(named[0], ask.directory)
    years = [v for y in (operand.years if operand else ()) if y.kind == "absolute" for v in y.values]
    since = [y.values[0] for y in (operand.years if operand else ()) if y.kind == "since"]
    if since and not years:
        years = sorted({r.year for r in ask.directory.of_year(None) if r.year >= since[0]})
    if named and not years and len(set(_EDGE.findall(ask.frame.text))) == 1:
        return _edge([r for r in ask.directory.of_year(None) if r.agency.id == named[0].agencies[0]], bool(_OLDEST.search(ask.frame.text)))
    if named:
        return _of_agency(ask, named[0].agencies[0], years)
    reports = [r for year in _each(years) for r in ask.directory.of_year(year)]
    text = ask.frame.text
    if _OLDEST.search(text) or "最新" in text or "最近" in text:
        return _edge(reports, bool(_OLDEST.search(text)))
    if re.search(_BODIES_COUNTED, text):
        return _how_many_bodies(reports, years)
    return _all(reports, years, counted=bool(_COUNTED.search(text)))


_OLDEST = re.compile("最[早老旧]")
_COUNTED = re.compile(r"(?<!哪)(?:多少|几)[份个家]|how many")
_EDGE = re.compile("最[早新近晚老旧](?!的?[两三四五])")
_BODIES_COUNTED = r"(?:几|多少|几多)(?:个|家|座|处)?(?!份|年|本|篇)(?:不同的?)?(?:单位|机关|政府|部门|机构|地方|地区|城市|市|县|区|家)|(?:单位|机关|机构|地方)(?:一共|总共|共|数)?(?:有)?(?:几|多少)[个家]|how many (?:agencies|bodies|cities|places|governments|organi[sz]ations)"


def _how_many_bodies(reports: Sequence[StoredReport], years: Sequence[int]) -> Result:
    """The number of bodies first, then how many reports there are of them."""
    result = _all(reports, years, counted=True)
    bodies = len({r.agency.id for r in reports})
    return replace(result, values=(Value(str(bodies), "个", "收录的单位"), *result.values)) if isinstance(result, Answer) else result


def _of_agency(ask: Ask, agency: int, years: Sequence[int]) -> Result:
    name = ask.directory.agencies[agency].name
    known = ask.directory.years(agency)
    listed = "、".join(map(str, known))
    if not years:
        values = tuple(Value(str(y), "年", "报告", name, y) for y in known)
        if _COUNTED.search(ask.frame.text):
            values = (Value(str(len(known)), "份", "收录的报告", name), *values)
        return Answer(values, f"{name}收录了 {len(known)} 份报告：{listed} 年")
    there = [y for y in years if y in known]
    if there:
        return Answer(tuple(Value(str(y), "年", "报告", name, y) for y in there), f"有。收录了{name} {'、'.join(map(str, there))} 年的报告", verdict="yes")
    return Answer((Value(listed, "年", "收录年份", name),), f"没有{name} {'、'.join(map(str, years))} 年的报告；收录的年份：{listed}", verdict="no")


def _each(years: Sequence[int]) -> Sequence[int | None]:
    """The years, or None for all of them."""
    return years or (None,)


def _edge(reports: Sequence[StoredReport], earliest: bool) -> Result:
    year = (min if earliest else max)(r.year for r in reports)
    found = [r for r in reports if r.year == year]
    names = "、".join(r.agency.name for r in found)
    return Answer(tuple(Value(str(year), "年", "报告", r.agency.name, year) for r in found), f"{'最早' if earliest else '最新'}的是 {year} 年的报告：{names}")


def _all(reports: Sequence[StoredReport], years: Sequence[int], counted: bool) -> Result:
    if not reports:
        return Shortfall("no_year", "no_reports_of_year", (("year", "、".join(map(str, years))),))
    by_agency: dict[str, list[int]] = {}
    for report in reports:
        by_agency.setdefault(report.agency.name, []).append(report.year)
    lines = tuple(f"{name}：{'、'.join(map(str, sorted(found)))}" for name, found in list(by_agency.items())[:60])
    when = f"{'、'.join(map(str, years))} 年" if years else ""
    names = "、".join(list(by_agency)[:8]) + ("等" if len(by_agency) > 8 else "")
    value = Value(str(len(reports)), "份", f"{when}收录的报告")
    values = (value,) if counted else tuple(Value(name, "", f"{found} 年", name) for name, found in by_agency.items())
    return Answer(values, f"{when}共收录 {len(reports)} 份报告，{len(by_agency)} 个单位：{names}", lines)


# ---------------------------------------------------------------- the report itself

def details(ask: Ask) -> Result:
    """Phone, e-mail, period, who compiled it: as printed."""
    asked = one_report(ask)
    if isinstance(asked, Shortfall):
        return asked
    place, report = asked
    values: list[Value] = []
    proofs: list[str] = []
    absent: list[str] = []
    for detail in ask.frame.details:
        found = _detail(ask, report, detail)
        values += found[0]
        proofs += found[1]
        absent += [] if found[0] else [name_of(detail)]
    if not values:
        return Shortfall("not_in_report", "no_detail", (("agency", place.agency.name), ("year", str(place.year)), ("label", "、".join(absent))))
    head = f"{place.agency.name} {place.year} 年报告：" + "；".join(f"{v.label} {v.value}" for v in values)
    notes = [f"报告没有写{n}" for n in absent]
    if "meta.period" in ask.frame.details:
        notes += [f.message for _, f in ask.archive.findings(report.id, "failed") if f.check.startswith("period") and f.message]
    return Answer(tuple(values), head, tuple(f"原文：{p}" for p in dict.fromkeys(proofs)), tuple(notes))


def name_of(detail: str) -> str:
    return str(load_lexicon().concepts.get(detail, {}).get("label", detail))


def _detail(ask: Ask, report: StoredReport, detail: str) -> tuple[list[Value], list[str]]:
    keys = _DETAIL_KEYS.get(detail, (detail.removeprefix("meta."),))
    stored = ask.archive.details(report.id)
    found = [d for key in keys for d in stored if d.key == key]
    if detail == "meta.period" and found:
        shown = " 至 ".join(_chinese_date(d.value) for d in found)
        return [Value(shown, "", name_of(detail), report.agency.name, report.year)], [found[0].text]
    if not found:
        return [], []
    first = found[0]
    return [Value(first.value, "", name_of(detail), report.agency.name, report.year)], [sentence_with(ask.archive.sections(report.id), first.text)]


def sentence_with(sections: Sequence[Section], words: str) -> str:
    """The sentence of the prose that holds `words`; themselves when none does or it is long."""
    sentences = (s for section in sections for p in section.paragraphs if words in p for s in re.split("(?<=[。；])", p))
    found = next((s.strip() for s in sentences if words in s), words)
    return found if len(found) < _LONG else words


def _chinese_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})-0?(\d+)-0?(\d+)", value)
    return f"{match[1]}年{match[2]}月{match[3]}日" if match else value


# ---------------------------------------------------------------- words

_BASIS = re.compile("哪一?[条款]")


def define(ask: Ask) -> Result | None:
    """What the form's terms mean; None when no term is named."""
    concepts = load_lexicon().concepts
    known = [d for d in dict.fromkeys(ask.frame.definitions) if d in concepts]
    if not known:
        rows = [f"def.{r}" for r in (*ask.frame.rows(), *ask.frame.columns())]
        known = [r for r in rows if r in concepts]
    if not known:
        return None
    entries = [concepts[k] for k in known]
    values = tuple(Value(str(e["text"]), "", str(e["label"]), cells=_defined_cell(k)) for k, e in zip(known, entries, strict=True))
    parts = tuple(p for k in known for p in _parts(k.removeprefix("def.")))
    bases = tuple(f"{e['label']}的依据：《政府信息公开条例》{e['basis']}" for e in entries if e.get("basis"))
    if bases and _BASIS.search(ask.frame.text):
        return Answer(values, "；".join(bases), tuple(f"{e['label']}：{e['text']}" for e in entries))
    return Answer(values, "；".join(f"{e['label']}：{e['text']}" for e in entries), (*parts, *bases))


def _defined_cell(key: str) -> tuple[str, ...]:
    """The row of the form that a definition explains."""
    row = key.removeprefix("def.")
    return tuple(f"{leaf}@total" for leaf in children(row)) if row.startswith("s3.") else ()


def _parts(row: str) -> tuple[str, ...]:
    """The rows a group is made of."""
    leaves = children(row)
    if len(leaves) < 2:
        return ()
    return (f"{label(row)}包括：{'、'.join(label(leaf) for leaf in leaves)}",)


__all__ = ["coverage", "define", "details", "name_of"]
