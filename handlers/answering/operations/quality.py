"""Does a report add up, and does its prose agree with its tables."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.measured import combined
from handlers.answering.asked.measures import Measure, ancestors
from handlers.answering.models import Value, Verdict
from handlers.answering.operations.axis import inside
from handlers.answering.operations.base import Answer, Ask, Item, Result, amount, missing, one_report, value_of, who
from handlers.answering.operations.concerned import concerned, part_named
from handlers.answering.operations.told_checks import finding_words, kept, kept_lines, source_of, telling
from handlers.answering.replies.readings import Reader
from handlers.answering.replies.scope import Place, Shortfall
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.speech import saying
from index.models import Finding, StoredReport

_ARITHMETIC = ("s2.", "s3.", "s4.", "t08.", "t14.")
_ERRORS = saying("asking.for_errors")
_ALL_WELL = saying("asking.all_well")


def check(ask: Ask) -> Result:
    """Arithmetic of the reports asked about; of every report when nobody is named among many."""
    if _all_reports(ask):
        return _failing(ask)
    asked = one_report(ask)
    if isinstance(asked, Shortfall):
        return asked
    _, report = asked
    findings = [f for _, f in ask.archive.findings(report.id)]
    found = concerned(ask, [f for f in findings if f.check.startswith(_ARITHMETIC)])
    if not any(f.status in ("passed", "failed") for f in found):
        return Shortfall("not_in_report", "unreadable_check" if found else "no_check", (("label", part_named(ask)),))
    answer = _judged(ask, report, found)
    beside = () if ask.frame.rows() or ask.frame.columns() else tuple(f"另见：{finding_words(f)}" for f in findings if f.status == "failed" and not f.check.startswith(_ARITHMETIC))
    return replace(answer, lines=(*answer.lines, *beside))


def _all_reports(ask: Ask) -> bool:
    named = any(o.names for o in ask.frame.operands)
    return not named and not ask.directory.only() and (ask.frame.has("op.which_agency", "op.list") or not any(o.years for o in ask.frame.operands))


def _judged(ask: Ask, report: StoredReport, findings: Sequence[Finding]) -> Answer:
    failed = [f for f in findings if f.status == "failed"]
    passed = [f for f in findings if f.status == "passed"]
    balanced = not failed
    verdict: Verdict = "yes" if balanced != _asks_for_errors(ask) else "no"
    who = f"{report.agency.name} {report.year} 年{part_named(ask)}"
    if balanced:
        head = f"{who}：勾稽检查全部通过，未发现加不平的地方（{len(passed)} 项）"
    else:
        head = f"{who}：有 {len(failed)} 项勾稽不符，{len(passed)} 项通过"
    lines = tuple(finding_words(f) for f in failed[:8]) or kept_lines(passed)
    values = tuple(_value(f, report, f.cells) for f in failed[:8]) or _figures(findings, report)
    unread = sum(f.status == "not_assessable" for f in findings)
    notes = (f"另有 {unread} 项因数字空白或有多种读法无法核对",) if unread else ()
    return Answer(values, head, lines, notes, (source_of(findings, report),), verdict=verdict)


def _asks_for_errors(ask: Ask) -> bool:
    """有没有对不上的; 对不对得上, 没错吧 ask whether all is well."""
    text = ask.frame.text
    well = [found.span() for found in _ALL_WELL.finditer(text)]
    return any(not any(start <= found.start() < end for start, end in well) for found in _ERRORS.finditer(text))


def _value(finding: Finding, report: StoredReport, cells: tuple[str, ...]) -> Value:
    """The left side of a check, with the cells that take part."""
    return Value(finding.left, "件", finding.message or kept(finding), report.agency.name, report.year, cells)


def _figures(findings: Sequence[Finding], report: StoredReport) -> tuple[Value, ...]:
    """A figure that shows the balance, with every cell that was checked."""
    shown = telling(findings)
    return (_value(shown, report, tuple(dict.fromkeys(c for f in findings for c in f.cells))),) if shown else ()


def _failing(ask: Ask) -> Result:
    """Every report whose own figures do not add up."""
    reports = {r.id: r for r in ask.directory.of_year(None)}
    failed: dict[int, list[Finding]] = {}
    for report, finding in ask.archive.findings(status="failed"):
        if finding.check.startswith(_ARITHMETIC) and report in reports:
            failed.setdefault(report, []).append(finding)
    if not failed:
        return Answer((), "收录的报告勾稽检查全部通过，未发现加不平的", verdict="no" if ask.frame.has("op.exists") else None)
    names = [f"{reports[r].agency.name} {reports[r].year} 年" for r in failed]
    lines = tuple(f"{name}：" + "；".join(finding_words(f) for f in found[:4]) for name, found in zip(names, failed.values(), strict=True))
    values = tuple(_value(f[0], reports[r], tuple(dict.fromkeys(c for one in f for c in one.cells))) for r, f in failed.items())
    return Answer(values, f"勾稽不符的报告有 {len(failed)} 份：{'、'.join(names)}", lines, verdict="yes" if ask.frame.has("op.exists") else None)


def adds_up(ask: Ask) -> Result:
    """Do the parts that are named add up to the whole that is named with them?"""
    items = ask.items()
    if isinstance(items, Shortfall):
        return items
    items = tuple({(i.place, i.measure): i for i in reversed(items)}.values())[::-1]  # 复议那几格…跟总计: the row and its total are one
    items = _with_whole(items) if len(items) > 1 else (*items, *inside(ask, items[0]))
    readings = [ask.read(i) for i in items]
    short = missing(readings, ask.directory)
    if short or len(readings) < 2:
        return short or Shortfall("not_understood", "second_operand")
    whole = max(readings, key=lambda r: (sum(r.measure.row in ancestors(o.measure.row) for o in readings), r.measure.column == "total"))
    parts = [r for r in readings if r is not whole]
    total = combined(parts, whole.measure, whole.report)
    same = total.value == whole.value
    head = f"{'是' if same else '否'}。{who(whole)}：{total.formula} = {amount(total)}，{'等于' if same else '不等于'}{whole.label} {amount(whole)}"
    return Answer((value_of(replace(total, label="各项之和")), value_of(whole)), head, tuple(f"{r.label}：{amount(r)}" for r in parts), verdict="yes" if same else "no", readings=tuple(readings))


def _with_whole(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """维持、纠正、其他、未审结: the total of the same row when only its parts are named."""
    rows, columns = {i.measure.row for i in items}, {i.measure.column for i in items}
    if len(rows) > 1 or "total" in columns:
        return items
    return (replace(items[0], measure=Measure(items[0].measure.row, "total")), *items)


def prose_and_tables(ask: Ask) -> Result:
    """正文和表格一致吗, of the report as a whole: every figure of the prose that says otherwise than the table."""
    asked = one_report(ask)
    if isinstance(asked, Shortfall):
        return asked
    place, report = asked
    held = [f for _, f in ask.archive.findings(report.id) if f.check.startswith("prose") and f.status != "not_assessable"]
    if not held:
        return Shortfall("not_in_report", "no_check", (("label", "正文与表格"),))
    failed = [f for f in held if f.status == "failed"]
    head = f"有 {len(failed)} 处不一致（共核对 {len(held)} 处）" if failed else f"一致（共核对 {len(held)} 处）"
    values = tuple(_said(f, report) for f in failed)
    verdict: Verdict = "yes" if bool(failed) == _asks_for_errors(ask) else "no"
    return Answer(values, f"{place.agency.name} {place.year} 年正文与表格{head}", tuple(map(finding_words, failed)), sources=(source_of(held, report),), verdict=verdict)


def _said(finding: Finding, report: StoredReport) -> Value:
    """A figure of the prose that the table does not bear out."""
    return Value(finding.left, "", finding.message, report.agency.name, report.year, (finding.check.replace("prose.", "n."),))


def consistent(ask: Ask) -> Result | None:
    """正文和表格一致吗: the findings that touch what is named; None when there is nothing of the kind."""
    asked = one_report(ask)
    if isinstance(asked, Shortfall):
        return asked
    place, report = asked
    cells = _named_cells(ask, place)
    touching = [
        f for _, f in ask.archive.findings(report.id)
        if (f.check.startswith(("prose", "period", "dq")) and (set(f.cells) & cells or _period(ask, f)))
    ]
    failed = [f for f in touching if f.status == "failed"]
    if not touching:
        return _told_in_prose(ask, place)
    asks_error = _asks_for_errors(ask)
    who = f"{place.agency.name} {place.year} 年"
    if failed:
        head = f"{who}：{'；'.join(finding_words(f) for f in failed)}"
        said = tuple(_said(f, report) for f in failed if f.check.startswith("prose.") and f.left)
        held = tuple(_with_alike(ask, report, v, failed) for v in _values(ask, place))
        return Answer((*held, *said), head, verdict="yes" if asks_error else "no")
    return Answer(_values(ask, place), f"{who}：正文与表格一致", tuple(f.expression for f in touching[:3]), verdict="no" if asks_error else "yes")


def _with_alike(ask: Ask, report: StoredReport, shown: Value, failed: Sequence[Finding]) -> Value:
    """The table's figure with every cell of it that was held against the prose and says the same."""
    held = next((f.cells for f in failed if set(shown.cells) & set(f.cells)), ())
    printed = ask.archive.cells(report.id, held) if held else {}
    return replace(shown, cells=tuple(c for c in held if c in shown.cells or (c in printed and str(printed[c].value) == shown.value)) or shown.cells)


def _told_in_prose(ask: Ask, place: Place) -> Result | None:
    """The table's figure beside the sentence of the prose that speaks of it; None when there is none."""
    items = ask.items()
    if "正文" not in ask.frame.text or isinstance(items, Shortfall) or place.report is None or not items:
        return None
    sentences = [
        s for section in ask.archive.sections(place.report.id) for p in section.paragraphs for s in re.split(r"(?<=[。；！？])", p)
        if _speaks_of(s, items[0].measure.row)
    ]
    reading = ask.reader.read(place.report, items[0].measure)
    if not sentences or reading.state != "ok":
        return None
    head = f"{who(reading)}{reading.label}：表格为 {amount(reading)}；正文另有表述"
    return Answer((value_of(reading),), head, tuple(f"正文：{s.strip()}" for s in sentences[:2]), readings=(reading,))


def _speaks_of(sentence: str, row: str) -> bool:
    words = load_lexicon().words
    found = (word for at in range(len(sentence)) for word in words.beginning(sentence[at:]) if len(word) > 3)
    return any(sense.id == row for word in found for sense in words[word])


def _period(ask: Ask, finding: Finding) -> bool:
    return finding.check.startswith("period") and "meta.period" in ask.frame.details


def _named_cells(ask: Ask, place: Place) -> set[str]:
    prefixes = {r for r in ask.frame.rows() if r.startswith("s")}
    prefixes |= {"s2.art20_1.normative"} if "n.normative" in ask.frame.rows() else set()
    if place.report is None:
        return set()
    return {c for c in ask.archive.cells(place.report.id) if any(c.startswith(p) for p in prefixes)}


def _values(ask: Ask, place: Place) -> tuple[Value, ...]:
    items = ask.items()
    if isinstance(items, Shortfall) or place.report is None:
        return ()
    reader: Reader = ask.reader
    return tuple(value_of(r) for r in (reader.read(place.report, i.measure) for i in items) if r.state == "ok")
