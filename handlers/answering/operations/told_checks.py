"""Checks in words: what a report keeps, and what it breaks."""

from collections.abc import Iterable, Sequence
from functools import cache

from handlers.answering.asked.measures import column_label, label
from handlers.answering.words.sentences import say
from index.forms import load_forms
from index.models import Finding, StoredReport

SECTION_NAMES = {"s2": "第二部分", "s3": "第三部分", "s4": "第四部分", "t08": "情况统计表", "t14": "情况统计表", "n": "正文"}  # as a source names them
_WRITTEN_OUT = 2  # checks of one kind whose figures are all told; of more the one over everything


def finding_words(finding: Finding) -> str:
    """One line: what, with both figures, and whose fault it looks like."""
    verdict = f"（{finding.verdict}）" if finding.verdict else ""
    return f"{_block(finding) or _place(finding)}{_broken(finding)}{verdict}"


def _broken(finding: Finding) -> str:
    """四种结果之和不等于总计：10 + 1 = 11 ≠ 0: the rule, the sum as it is made up, and what it is held against."""
    shown = finding.expression or f"{finding.left} ≠ {finding.right}"
    if not finding.message or finding.message in shown:
        return shown
    if shown in finding.message:
        return finding.message
    rule, _, totals = finding.message.rpartition("：")
    against = totals.removeprefix(finding.left)
    if not rule or against == totals:
        return f"{finding.message}：{shown}"
    return f"{rule}：{shown.removesuffix(against)} = {totals}" if shown.endswith(against) else f"{rule}：{shown}，即 {totals}"


def kept_lines(passed: Iterable[Finding]) -> tuple[str, ...]:
    """One line for each rule that holds: how often, and the figures that show it."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in passed:
        by_rule.setdefault(kept(finding), []).append(finding)
    return tuple(f"{rule}{_shown(found)}" for rule, found in by_rule.items())


def kept(finding: Finding) -> str:
    """行政复议四种结果之和等于总计: what a passed check says."""
    return f"{_block(finding)}{_rules().get((finding.check, frozenset(finding.cells)), finding.check)}"


def telling(findings: Sequence[Finding]) -> Finding | None:
    """Of checks of one kind the one over all applicants, else the first with a figure."""
    told = [f for f in findings if f.left and f.status == "passed"]
    return next((f for f in told if f.check.endswith("@total")), None) or next((f for f in told if f.left != "0"), None) or next(iter(told), None)


def source_of(findings: Iterable[Finding], report: StoredReport) -> str:
    """The parts of the report whose cells were checked."""
    checked = {c.partition(".")[0] for f in findings for c in f.cells}
    return say("source", agency=report.agency.name, year=str(report.year), where="、".join(name for key, name in SECTION_NAMES.items() if key in checked))


def _shown(found: Sequence[Finding]) -> str:
    if len(found) <= _WRITTEN_OUT:
        return f"：{'；'.join(f.expression for f in found)}"
    example = telling(found)
    return f"：{len(found)} 处" + (f"，如 {example.expression}" if example else "")


def _block(finding: Finding) -> str:
    """Of which lawsuits or reviews: 行政复议 beside 四种结果之和不等于总计."""
    blocks = {c.rpartition(".")[0] for c in finding.cells if c.startswith("s4.")}
    return f"{label(blocks.pop())}" if len(blocks) == 1 and len(finding.cells) > 1 else ""


def _place(finding: Finding) -> str:
    """自然人一栏 where a sum runs down a column of applicants, the row where it runs along one."""
    placed = [c.partition("@")[::2] for c in finding.cells if c.startswith("s3.")]
    rows, columns = {row for row, _ in placed}, {column for _, column in placed}
    if len(placed) < 2 or min(len(rows), len(columns)) > 1:
        return ""
    return f"{column_label(*placed[0])}一栏" if len(columns) == 1 else label(placed[0][0])


@cache
def _rules() -> dict[tuple[str, frozenset[str]], str]:
    """What each check of the forms says when it holds, by its id and its cells: editions share ids."""
    tables = (table for form in load_forms().values() for table in form.tables)
    rules = (one for table in tables for one in (*table.constraints, *table.neighbours))
    return {(one.id, frozenset(term.cell for term in (*one.left, *one.right))): one.kept for one in rules}
