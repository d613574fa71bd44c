"""Slots that an operand leaves out come from its neighbours: 邓州和平潭2020年的新收, 许可比处罚多多少."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import column_family, crosses, family


def without_echoes(operands: Sequence[Operand]) -> Iterator[Operand]:
    """老百姓来申请的，总共有几件: the same row said again without its column adds nothing."""
    for number, operand in enumerate(operands):
        said_better = any(
            o.rows == operand.rows and set(operand.columns) < set(o.columns) and o.names == operand.names and o.years == operand.years
            for i, o in enumerate(operands) if i != number
        )
        if not said_better:
            yield operand


def without_verb(operands: tuple[Operand, ...]) -> tuple[Operand, ...]:
    """自然人比企业多申请几件: the verb behind two applicants is what both did, no third figure."""
    *before, last = operands or (Operand(),)
    both = len(before) > 1 and all(o.rows == last.rows and o.columns for o in before)
    return tuple(before) if both and last.rows and not last.columns and (last.names, last.years) == (before[-1].names, before[-1].years) else operands


def spread_over(operands: Sequence[Operand]) -> list[Operand]:
    """自然人占新收的比重，淮安和上海各是多少: bodies or years listed behind what is measured are of all of it."""
    cut = next((n for n, o in enumerate(operands) if not o.measured()), len(operands))
    said, behind = operands[:cut], operands[cut:]
    behind = [replace(o, years=o.years or next((b.years for b in behind if b.years), ())) for o in behind]
    if len(behind) < 2 or not said or any(o.measured() for o in behind) or any(o.names for o in said) or not all(o.names for o in behind):
        return list(operands)
    if len({o.years for o in behind}) > 1:
        return [replace(o, names=b.names, years=b.years) for o in said for b in behind]
    names = tuple(dict.fromkeys(n for o in behind for n in o.names))
    return [replace(o, names=names, years=o.years or behind[-1].years) for o in said]


def applicants_of_share(operands: tuple[Operand, ...], ops: Sequence[Op]) -> tuple[Operand, ...]:
    """予以公开占办结的比例，个人和企业各多少: applicants told behind a share are those of its part and of its whole."""
    share = next((op.position for op in ops if op.id == "op.share" and op.text.startswith("占")), None)
    part, *wholes = operands if len(operands) > 2 and share is not None else (Operand(), Operand())
    columns = tuple(dict.fromkeys(c for o in wholes for c in o.columns))
    one = {(o.rows, o.names, o.years) for o in wholes}
    of_share = len(one) == 1 and not part.columns and part.position < (share or 0) < wholes[0].position and all(o.columns for o in wholes[1:])
    return (replace(part, columns=columns), replace(wholes[0], columns=columns)) if of_share and all(c.startswith("@") for c in columns) else operands


def filled_in(operands: Sequence[Operand], whole: int | None = None) -> Iterator[Operand]:
    """Slots that an operand leaves out come from its neighbours: from before, else from after. 法院维持的占直接起诉的: behind `whole`, where 占 stands, all cases are meant."""
    filled: list[Operand] = []
    for operand in operands:
        of_all = whole is not None and operand.position > whole and len(operand.rows) == 1 and operand.rows[0].startswith("s4.") and not operand.columns
        filled.append(_from(replace(operand, columns=(".total",)) if of_all else operand, filled[::-1], forward=True))
    result: list[Operand] = []
    for operand in reversed(filled):
        result.insert(0, _from(operand, result, forward=False))
    yield from result


def _from(operand: Operand, others: Iterable[Operand], forward: bool) -> Operand:
    for other in others:
        if not operand.names and other.names:
            operand = replace(operand, names=other.names)
        if not operand.years and other.years:
            operand = replace(operand, years=other.years)
        if not operand.rows and other.rows and _columns_fit(operand.columns, other.rows):
            operand = replace(operand, rows=other.rows, columns=operand.columns or other.columns)
        if not operand.measured() and other.columns and not other.rows:
            operand = replace(operand, columns=other.columns)
        own = bool(other.rows) and family(operand.rows[0]) == "s3" if operand.rows else False
        if operand.rows and not operand.columns and other.columns and not own and not forward and not operand.within and _columns_fit(other.columns, operand.rows):
            operand = replace(operand, columns=other.columns)
        if forward and operand.rows and not operand.columns and other.columns and _shares_column(operand, other):
            operand = replace(operand, columns=other.columns)
    return operand


def _columns_fit(columns: Sequence[str], rows: Sequence[str]) -> bool:
    return not columns or all(_fits(c, r) for c in columns for r in rows)


def _fits(column: str, row: str) -> bool:
    """Of section II a column that the row has in some form: 收费金额、许可."""
    return (column_family(column) == family(row) and (family(row) != "s2" or crosses(row, column))) or (family(row) == "rate" and crosses(row, column))


def _shares_column(operand: Operand, other: Operand) -> bool:
    """行政许可处理决定数量是行政处罚的几倍: the second takes the column of the first."""
    return family(operand.rows[0]) in ("s2", "s4") and _columns_fit(other.columns, operand.rows)
