"""Groups → rows of the forms: the best path through the document, by labels where they can be read and by order where not.

Labels repeat (其他, 总计, 结果维持) and get lost, so no group is decided alone: each row costs by how well label and number
of figures fit, each step by how many rows it leaps over.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from index.tables.groups import Group
from index.tables.labels import BOTH, DISPUTES, EXACT, WEAK, FormRow, LabelIndex, core_of, disputes, label_index
from index.tables.leaps import OLD, following, leaps_to
from index.text import label_key, list_number

_KEPT = 16  # paths followed at a time
_UNLABELLED = 0.5
_UNIT = r"条|件|元|万元|人次|人|次|个|篇"
_CODE_AND_UNIT = re.compile(rf"(?:\d{{0,2}}(?:{_UNIT})|(?:\(单位(?:{_UNIT})\))?(?:统计数值?|数值)?)$")
_LONGEST = 64  # characters that matter of the words before figures: no label is longer
_NEAR = 12  # groups between a damaged row and one that can be read
_AMONG = "其中"  # tables of the forms before 2019 have rows that begin so
_LONGER = 2  # characters that a damaged label may have in addition
_BLANK = 4.0  # least score of one with nothing but blanks behind it: it may be the name of a group
_LABEL = re.compile(r"[\u4e00-\u9fff]{2}")
_NOISE = re.compile(r"\d|\([^()]*\)?")  # a year, a remark
_BESIDE = 3  # groups before and behind one within which no table prints a row twice


@dataclass(frozen=True, slots=True)
class Placed:
    number: int  # position of the group
    group: Group
    row: FormRow
    label: float  # score of its label, 0 for a group placed by order alone


class _Path(NamedTuple):
    score: float
    last: int  # order of the row reached, -1 at the start
    steps: "_Step | None"


class _Step(NamedTuple):
    group: int
    row: int
    label: float
    before: "_Step | None"


def align(groups: Sequence[Group]) -> list[Placed]:
    """The groups that are rows of a form, in document order."""
    index = label_index()
    labels: list[dict[int, float]] = []
    for number, group in enumerate(groups):
        labels.append(below_blanks(groups[number - 1], group, labels[-1], index) if number else named(group, index))
    labels = [{} if is_header_of(number, groups, labels, index) else scores for number, scores in enumerate(labels)]
    tables = frozenset(index.rows[row].table for scores in labels for row, score in scores.items() if score >= EXACT)
    surest = [best(scores) for scores in labels]
    sure = [number for number, score in enumerate(surest) if score >= EXACT]
    paths = {-1: _Path(0.0, -1, None)}
    for number, group in enumerate(groups):
        scores = labels[number]
        if surest[number] < EXACT and is_near(number, sure) and not may_go_on(number, groups, labels):
            behind = groups[number + 1].gap if number + 1 < len(groups) else ""
            taken = beside(number, labels)
            liked = likely(group, behind, scores, tables, index)
            scores = {row: score for row, score in liked.items() if row not in taken} | {row: scores[row] for row in taken & scores.keys()}
        paths = extended(paths, number, group, scores, index)
    step = max(paths.values(), key=lambda path: path.score).steps
    placed = []
    while step:
        placed.append(Placed(step.group, groups[step.group], index.rows[step.row], step.label))
        step = step.before
    return placed[::-1]


def is_header_of(number: int, groups: Sequence[Group], labels: Sequence[dict[int, float]], index: LabelIndex) -> bool:
    """A line of words above the figures of section IV is no row of blanks."""
    if groups[number].filled or not any(index.rows[row].table == DISPUTES for row in labels[number]):
        return False
    after = next((n for n in range(number + 1, len(groups)) if groups[n].filled), None)
    if after is not None and is_blank_block(groups[number], groups[after]) and labels[number].keys().isdisjoint(labels[after]):
        return False
    return after is not None and (any(index.rows[row].table == DISPUTES for row in labels[after]) or bool(BOTH.search(groups[after].header)))


def is_blank_block(group: Group, after: Group) -> bool:
    """As wide as the block below it, its label at the beginning of the line."""
    return group.bordered and group.kind == after.kind and len(group.chunks) == len(after.chunks) > 1 and group.label_column < group.chunks[0].column


def below_blanks(above: Group, group: Group, scores: dict[int, float], index: LabelIndex) -> dict[int, float]:
    """What the words of a group say, those of the row of blanks above it left out where they would name that row again."""
    found, own = named(group, index), group.words[len(above.words) :]
    again = not above.filled and best(scores) >= EXACT and found.keys() & scores.keys() and is_blank_block(above, group)
    return named(replace(group, words=own), index) if again and any(_LABEL.search(slot.text) for slot in own) else found


def named(group: Group, index: LabelIndex) -> dict[int, float]:
    """A code and a unit may stand between label and figure: 行政复议数 18 件 2, 行政复议数(单位：件) 统计数 2."""
    blank = not group.filled and len(group.chunks) == 1  # a line of words; what follows in it was blank
    found = disputes(group.header, index, len(group.filled) or len(group.chunks))
    if found:
        return {min(found): WEAK} if blank else found
    bordered = group.ruled or group.chunks[0].alone
    own = list_number(group.words[-1].text)[1] if group.words and bordered else ""
    known = labelled if len(own) <= _LONGEST else labelled.__wrapped__
    return known(group.gap[-_LONGEST:], own, blank)


@lru_cache(maxsize=4096)
def labelled(gap: str, own: str, blank: bool) -> dict[int, float]:
    """Rows by the end of the words before them and of the last of these."""
    index = label_index()
    scores = index.enclosed(gap, own) or index.exact(_CODE_AND_UNIT.sub("", gap), "")
    return {row: score for row, score in scores.items() if not blank or index.rows[row].table != DISPUTES}


def is_near(number: int, sure: Sequence[int]) -> bool:
    """A damaged row stands among others that can be read."""
    at = bisect(sure, number)
    return any(abs(number - other) <= _NEAR for other in sure[max(at - 1, 0) : at + 1])


def may_go_on(number: int, groups: Sequence[Group], labels: Sequence[dict[int, float]]) -> bool:
    """A row of blanks whose label may go on beside the figures below it, which are not surely another row: a page ends in its middle."""
    after = number + 1
    return not groups[number].filled and after < len(groups) and bool(groups[after].filled) and best(labels[after]) < EXACT


def beside(number: int, labels: Sequence[dict[int, float]]) -> set[int]:
    """Rows that groups close by surely are: a label is likened to none of them, 上年新收政府信息公开申请数量 below 本年新收政府信息公开申请数量."""
    near = (*labels[max(number - _BESIDE, 0) : number], *labels[number + 1 : number + 1 + _BESIDE])
    return {row for scores in near for row, score in scores.items() if score >= EXACT}


def best(scores: dict[int, float]) -> float:
    return max(scores.values(), default=0.0)


def likely(
    group: Group, behind: str, scores: dict[int, float], tables: frozenset[str], index: LabelIndex
) -> dict[int, float]:
    """A damaged label is looked at only where figures stand as in a table; `behind`: the words after the figures."""
    tabular = group.ruled or len(group.chunks) > 1 or len(group.chunks[0].text) > 3
    blank = not group.filled
    if not group.gap or not tabular or (blank and not (group.bordered and len(group.chunks) > 1)):
        return scores
    like = index.like(group.gap[-60:], group.words[-1].text, tables) | index.cut_in_two(group.gap, behind, tables)
    like = {row: score for row, score in like.items() if is_damaged(group, index.rows[row]) and not (blank and (score < _BLANK or index.rows[row].table == DISPUTES))}
    return {row: max(like.get(row, 0.0), scores.get(row, 0.0)) for row in like | scores}


def is_damaged(group: Group, row: FormRow) -> bool:
    """Hardly longer than the label it is like, and no part of another row but where the form has such: 其中:市本级受理."""
    own = group.words[-1].text
    among = label_key(own).startswith(_AMONG) and not row.table.startswith(OLD)
    return not among and not ((group.bordered or group.chunks[0].alone) and len(_NOISE.sub("", core_of(own))) > len(row.cores[0]) + _LONGER)


def extended(
    paths: dict[int, _Path], number: int, group: Group, scores: dict[int, float], index: LabelIndex
) -> dict[int, _Path]:
    """The paths with one group more; it may be no row of a form, a row by its label, or the next row without one."""
    found = dict(paths)
    begun = index.headed(group.gap) if group.gap and best(scores) < EXACT and not is_pair(group, index) else frozenset()
    unlabelled = bool(group.filled) and (not group.gap or bool(begun))
    rows, figures = index.rows, figures_of(group)
    known = [(row, label, (label or _UNLABELLED) + fit) for row, label in scores.items() if (fit := best_fit(figures, rows[row].widths)) > 0 or label]  # else part of a row at most
    every = list(paths.values())
    for row, label, worth in known:
        leaps = leaps_to(row)
        scored = [before + worth + leaps[last] for before, last, _ in every]
        score = max(scored)
        if row not in found or score > found[row].score:
            found[row] = _Path(score, row, _Step(number, row, label, every[scored.index(score)].steps))
    for before, last, steps in every if unlabelled else ():
        for row in following(last, begun):
            fit = best_fit(figures, rows[row].widths)
            score = before + (_UNLABELLED + fit) + leaps_to(row)[last]
            if row not in scores and fit > 0 and (row not in found or score > found[row].score):
                found[row] = _Path(score, row, _Step(number, row, 0.0, steps))
    if len(found) <= _KEPT:
        return found
    by_row = [found[row] for row in sorted(found)]
    return {path.last: path for path in sorted(by_row, key=itemgetter(0), reverse=True)[:_KEPT]}


def is_pair(group: Group, index: LabelIndex) -> bool:
    """The label of one column and its figure in one line: no row without a label."""
    last, first = group.words[-1], group.chunks[0]
    if (last.place.block, last.place.row) != (first.place.block, first.place.row):
        return False
    key = label_key(last.text)
    header = max((header for header, _ in index.headers.get(key[-1:], ()) if key.endswith(header)), key=len, default="")
    return group.ruled or (len(group.chunks) == 1 and not index.headed(key.removesuffix(header)))


class _Figures(NamedTuple):
    """Those of a group."""

    filled: int  # figures; a blank between two is a column too
    slots: int  # figures and blanks
    digits: int  # of those in running text
    glued: bool  # one of these begins with a 0 that is not all of it


def figures_of(group: Group) -> _Figures:
    filled = group.filled
    loose = [chunk.text for chunk in filled if chunk.loose]
    glued = bool(loose) and any(text[:1] == "0" and text[1:2].isdigit() for text in loose)
    inner = filled[-1].column - filled[0].column + 1 if filled and group.kind == "tabs" else 0
    return _Figures(max(len(filled), inner), len(group.chunks), sum(map(len, loose)), glued)


@lru_cache(maxsize=4096)
def best_fit(figures: _Figures, widths: frozenset[int]) -> float:
    """How well the number of figures fits one of the widths."""
    return max(_fit(*figures, width) for width in widths)


def _fit(filled: int, slots: int, digits: int, glued: bool, width: int) -> float:
    if filled == width and not glued:
        return 2.0 if width > 1 else 0.5
    if filled > width:
        return -1.0 * min(filled - width, 8)
    if slots >= width:
        return 1.0
    return 1.0 if digits >= width else -0.5
