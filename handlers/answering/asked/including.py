"""A、其中B、C: the whole is asked for beside its parts; without the listing mark (新收里，自然人几件) only the part is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import APPLICANTS, TOTAL_COLUMNS, family
from handlers.answering.words.mentions import Token
from handlers.answering.words.speech import saying

_ONLY_OF = saying("reckoning.only_of")
_IN_TOTAL = re.compile("总|全部|一共|所有|total|all")
_OF_THAT_COLUMN = re.compile("[该本这那此](?:一)?[栏列类格]|自己|自身|其办")
_KINDS = frozenset({*(f"@{a}" for a in APPLICANTS), "@legal_person"})


def under_applicant(operands: Sequence[Operand], atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Operand, ...]:
    """企业新收、办结各多少: an applicant said before a list of rows is that of all of them, but for one that is said in total (办结总数); 企业三个数：… heads the list."""
    applicants = {a.senses[0].id: a for a in atoms if a.slot() == "column" and a.senses and a.senses[0].id.startswith("@") and a.senses[0].id not in TOTAL_COLUMNS}
    rows = [a for a in atoms if a.slot() == "row" and a.senses]
    places = {(o.names, o.years) for o in operands}
    operands = _gathered(operands) if any(op.id == "op.list" for op in ops) else operands
    listed = len(operands) > 1 and len({r for o in operands for r in o.rows}) == sum(len(o.rows) for o in operands) and all(family(r) == "s3" for o in operands for r in o.rows)
    if len(applicants) > 1 and listed and len(places) == 1 and any(op.id == "op.list" for op in ops):
        return _crossed(operands, tuple(applicants), [a for a in atoms if a.slot() in ("row", "column")])
    if len(applicants) != 1 or not listed or len(places) != 1 or not operands[0].columns or any(o.columns or not o.rows for o in operands[1:]):
        return tuple(operands)
    column, said = next(iter(applicants.items()))
    heads = any(op.id == "op.list" and said.end <= op.position < rows[0].start for op in ops)
    if said.start > rows[0].start or (not heads and any(_IN_TOTAL.search(a.text) for a in rows[1:])):
        return tuple(operands)
    return tuple(replace(o, columns=(column,)) for o in operands)


def headed_by_applicant(operands: Sequence[Operand], atoms: Sequence[Atom], marks: Sequence[int], text: str) -> tuple[Operand, ...]:
    """企业里，予以公开的比部分公开的多几件; 光看律所这一栏，予以公开占办结的几成: an applicant set before (`marks`: 里 and pauses) is that of both sides, but for one said in total."""
    applicants = [a for a in atoms if a.slot() == "column" and a.senses]
    heads = [m for m in marks if applicants and m >= applicants[0].end]
    if len({a.senses[0].id for a in applicants}) != 1 or applicants[0].senses[0].id not in _KINDS or not heads:
        return tuple(operands)
    rows = [a for a in atoms if a.slot() == "row" and a.senses]
    inside = [a for a in rows if a.start >= heads[0]]
    before = all(a in inside or (a.senses[0].id == "s3.new" and a.start > applicants[0].start) for a in rows)
    several = len({a.senses[0].id for a in inside}) > 1 and all(family(a.senses[0].id) == "s3" for a in inside)
    if not (before and several) or (any(_IN_TOTAL.search(a.text) for a in inside[1:]) and not _OF_THAT_COLUMN.search(text)):
        return tuple(operands)
    column, named = applicants[0].senses[0].id, {a.senses[0].id for a in inside}
    told = {o.rows for o in operands if not o.columns}  # 企业里: the heading, filled with the row that it heads
    return tuple(replace(o, columns=(column,)) for o in operands if o.rows and named.issuperset(o.rows) and not (o.within and o.position < heads[0] and o.rows in told))


def only_of(operands: tuple[Operand, ...], atoms: Sequence[Atom], ops: Sequence[Op], text: str) -> tuple[Operand, ...]:
    """仅就自然人而言，部分公开占办结…: the one applicant that is looked at is that of the part and of the whole."""
    applicants = [a for a in atoms if a.slot() == "column" and a.senses and a.senses[0].id.startswith("@") and a.senses[0].id not in TOTAL_COLUMNS]
    rows = [o.rows for o in operands if o.rows]
    if len(applicants) != 1 or len(set(rows)) < 2 or not any(op.id == "op.share" for op in ops) or not _ONLY_OF.said_of(applicants[0].text, text):
        return operands
    column = (applicants[0].senses[0].id,)
    return tuple(replace(o, columns=o.columns or column) if all(family(r) == "s3" for r in o.rows) else o for o in operands)


def within_only(atoms: Sequence[Atom], ops: Sequence[Op], text: str) -> tuple[Op, ...]:
    """只看不予公开，执法案卷占…: the row that is looked at alone is the whole, as 不予公开里 is."""
    row = next((a for a in atoms if a.senses), None)
    if not row or row.slot() != "row" or not any(op.id == "op.share" and op.position > row.start for op in ops) or any(op.id == "op.within" for op in ops):
        return ()
    beside = [a for a in atoms if a is not row and a.senses]
    return (Op("op.within", row.end, "里"),) if beside and _ONLY_OF.said_of(row.text, text) else ()


def _gathered(operands: Sequence[Operand]) -> list[Operand]:
    """企业和个人新收: one row under several applicants is one list."""
    result: list[Operand] = []
    for operand in operands:
        last = result[-1] if result else Operand()
        alike = (last.names, last.years, last.rows, last.within) == (operand.names, operand.years, operand.rows, operand.within) and bool(operand.rows)
        if alike and last.columns and operand.columns and all(c.startswith("@") for c in (*last.columns, *operand.columns)):
            result[-1] = replace(last, columns=tuple(dict.fromkeys((*last.columns, *operand.columns))))
        else:
            result.append(operand)
    return result


def _crossed(operands: Sequence[Operand], columns: tuple[str, ...], atoms: Sequence[Atom]) -> tuple[Operand, ...]:
    """部分公开和予以公开，企业、个人各多少; 企业和个人新收、办结各几件: rows in one list are told for each of several applicants."""
    turns = sum(one.slot() != other.slot() for one, other in pairwise(atoms))
    rows = len({a.group for a in atoms if a.slot() == "row"}) == 1
    whole = sorted(len(o.columns) for o in operands) == [*(0 for _ in operands[1:]), len(columns)]
    close = all(other.start - one.end <= 1 for one, other in pairwise(a for a in atoms if a.slot() == "row"))  # 予以公开总数和部分公开
    return tuple(replace(o, columns=columns) for o in operands) if turns == 1 and (rows or atoms[0].slot() == "column") and whole and close else tuple(operands)


def listed_parts(ops: Sequence[Op], tokens: Sequence[Token]) -> tuple[Op, ...]:
    """The 其中 right behind 、, which list and do not narrow."""
    return tuple(op for op in ops if op.id == "op.within" and op.text.startswith("其中") and op.position > 0 and tokens[op.position - 1].text == "、")


def within_items(atoms: Sequence[Atom], ops: Sequence[Op], marks: Sequence[int]) -> tuple[Op, ...]:
    """诉讼维持、复议里还没审结的，各多少: 里 within one item of a list is said of the row before it, it divides nothing."""
    if any(op.id in ("op.share", "op.except", "op.than", "op.ratio", "op.difference") for op in ops):
        return ()
    atoms = [a for a in atoms if a.slot() in ("row", "column")]
    items = [(row, column) for before, row, column in zip(atoms, atoms[1:], atoms[2:], strict=False) if _parted(before, row, marks) and _of_item(row, column, marks)]
    if items and _of_item(atoms[0], atoms[1], marks) and _parted(atoms[1], atoms[2], marks):
        items.append((atoms[0], atoms[1]))
    return tuple(op for op in ops if op.id == "op.within" and any(row.end <= op.position < column.start for row, column in items))


def _parted(one: Atom, other: Atom, marks: Sequence[int]) -> bool:
    return any(one.end <= mark < other.start for mark in marks)


def _of_item(row: Atom, column: Atom, marks: Sequence[int]) -> bool:
    """Row and column of one table with no mark between."""
    return row.slot() == "row" and column.slot() == "column" and not _parted(row, column, marks) and bool(row.families() & column.families())


def with_whole(operands: Sequence[Operand], atoms: Sequence[Atom], listed: Sequence[Op]) -> tuple[Operand, ...]:
    """新收申请数、其中自然人、企业: a row whose columns all come behind 其中 is asked for as a whole, too."""
    behind = {a.senses[0].id for op in listed for a in atoms if a.slot() == "column" and a.senses and a.start > op.position}
    result: list[Operand] = []
    for operand in operands:
        if operand.rows and set(operand.columns) & behind - TOTAL_COLUMNS and any(operand.position < op.position for op in listed):
            result.append(replace(operand, columns=()))
        result.append(operand)
    return tuple(result)
