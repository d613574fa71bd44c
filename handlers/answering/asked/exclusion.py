"""除了 X, 不算 X, 扣除 X: what is left of a whole when parts of it are taken out, or a list without what is left out of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op, Operand, Unclear
from handlers.answering.asked.measures import APPLICANTS, ancestors, column_family, crosses, family
from handlers.answering.asked.remaining import asks_each, names_reasons, remaining, rest_named
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

LEFT = "left over"  # the first operand less all the others
_NEAR = 5  # tokens between 不算 and what it takes out
_TAKING = saying("reckoning.taking")
_REST = saying("reckoning.rest")
_LEAVES = saying("reckoning.leaves")
_BEHIND = saying("reckoning.behind")
_STANDS_BEHIND = saying("reckoning.stands_behind")
_IS_NONE = saying("reckoning.is_none")
_OTHERS = saying("reckoning.others")
_PRINTED = saying("reckoning.printed")
_ALL_OTHERS = saying("reckoning.all_others")  # 扣掉自然人，其余各类法人
_AMOUNT = saying("reckoning.amount")
_SUCH = saying("reckoning.such")
_ONE_WORD = saying("reckoning.one_word")  # 除自然人外: one word for all that is left
_REMAINDERS = frozenset({".other", "@other_org", "s3.result.other", "s3.result.other.misc"})
_TOTALS = {"s3": "@total", "s4": ".total"}
_KINDS_OF_LEGAL_PERSONS = frozenset(f"@{a}" for a in APPLICANTS[1:])
_ALL_RESULTS = "s3.result.total"
_NEVER_IN = {"s3.carried_in": ("s3.new",), "s3.carried_out": (_ALL_RESULTS, "s3.result")}
_OF_GROUP = saying("reckoning.of_group")
_OF_BODIES = saying("reckoning.of_bodies")  # 除企业外，其他组织: what is left of the legal persons

_TAKEN = ("op.except", "op.difference", "op.within", "op.and")  # of what is left only the name counts
Found = tuple[tuple[Operand, ...], tuple[Op, ...]]


def left_over(operands: tuple[Operand, ...], atoms: Sequence[Atom], ops: tuple[Op, ...], text: str, pauses: Sequence[int] = ()) -> Found:
    """Operands and operations with what is taken out made plain; unchanged when nothing is, or when it is not clear of what."""
    if one := rest_named(operands, atoms, text):
        return (one,), tuple(op for op in ops if op.id not in _TAKEN)
    atoms, ops = _with_those_listed(atoms, ops)
    taking = next((op for op in ops if op.id == "op.except"), None) or next(
        (op for op in ops if op.id == "op.difference" and _TAKING.search(op.text) and _REST.search(text)), None)
    if taking and _IS_NONE.search(text):
        return operands, tuple(op for op in ops if op is not taking)
    if taking and any(a.slot() == "agency" and (0 <= a.start - taking.position <= len(taking.text) or (a.end == taking.position and _BEHIND.search(taking.text))) for a in atoms):  # 除杭州外，其他单位; 平潭不算，其他单位
        others = {a.senses[0].id for a in atoms if a.senses and _is_remainder(a, text, ())}
        return tuple(dict.fromkeys(replace(o, columns=tuple(c for c in o.columns if c not in {*others, *_TOTALS.values()})) if others else o for o in operands)), ops
    out = _taken_out(atoms, taking, pauses) if taking else []
    if not taking and any(_ONE_WORD.match(a.text) for a in atoms if a.senses):  # 除自然人外，其余的申请
        return _without(operands, _passed_over(atoms, text)) or operands, ops
    if not taking or not out or any(op.id == "op.which_agency" or (op.id == "op.which_column" and out[0].slot() != "column") for op in ops):
        return operands, ops
    ids = {a.senses[0].id for a in out if a.senses}
    rest = [a for a in atoms if a not in out and a.slot() == out[0].slot() and not a.start <= taking.position < a.end and not _is_remainder(a, text, ids)]
    kept = tuple(op for op in ops if op is not taking and op.id != "op.except")
    if out[0].slot() == "year":
        return _without_years(operands, out, any(op.id == "op.which_year" for op in ops)), kept
    if row := _never_in(ids, rest):
        return _whole_and_parts(operands, (row, ""), (), ids), kept
    whole = _whole(out, rest, atoms, ids, text)
    if whole and not rest and whole[0] == _ALL_RESULTS and _AMOUNT.search(text[: text.find(taking.text)]):
        return operands, ops  # 拿到的有多少件，打码的不算: of what was asked before, in a word that is no sure row
    if whole:
        others = {a.senses[0].id for a in _of_kind(atoms, out) if _is_remainder(a, text, ids)}
        base, *parts = _whole_and_parts(operands, whole, out, ids | others)
        groups = {i.rpartition(".")[0] for i in ids} if names_reasons(ops) and base.rows == (_ALL_RESULTS,) else set()  # 除了第三方还有哪些理由
        each = remaining(replace(base, rows=tuple(groups)) if len(groups) == 1 else base, ids) if asks_each(ops) else None
        return ((each,), tuple(op for op in kept if op.id != "op.which_column")) if each else ((base, *parts), (*kept, Op(LEFT, -1, taking.text)))
    without = _without(operands, ids)
    if _TAKING.search(taking.text) and _LEAVES.search(text) and not any(a.senses[0].id in ids for a in rest if a.senses) and (apart := _less(operands, without, out)):
        return apart, (*kept, Op(LEFT, -1, taking.text))
    if ids == {"@natural"} and any(a.senses[0].id == "@legal_person" for a in rest):  # 除了个人，企业、机构这些: what the form calls by one name
        without = tuple(dict.fromkeys(replace(o, columns=("@legal_person",)) for o in without))
    return (without, kept) if without and taking.id == "op.except" and rest else (operands, ops)


def _passed_over(atoms: Sequence[Atom], text: str) -> set[str]:
    """Beside 除自然人外: the words for what is left, and, where single applicants are named (企业和律所新收几件), the word itself."""
    said = [a.senses[0].id for a in atoms if a.senses]
    single = any(i.startswith("@") and i not in ("@legal_person", "@total", "@natural", "@other_org") for i in said)
    alone = {"@legal_person"} if single and not _SUCH.search(text) and said.count("@legal_person") == 1 else set()
    return alone | {a.senses[0].id for a in atoms if a.senses and (_is_remainder(a, text, ()) or a.senses[0].id == "@total")}


def _with_those_listed(atoms: Sequence[Atom], ops: tuple[Op, ...]) -> tuple[Sequence[Atom], tuple[Op, ...]]:
    """除了个人和企业，剩下的: one word for all but 个人 stands for less when it heads a list; 个人 is then left out like the others."""
    one = next((a for a in atoms if a.senses and a.senses[0].id == "@legal_person" and _ONE_WORD.match(a.text)), None)
    if one is None or not any(a is not one and a.group == one.group and a.slot() == "column" and a.senses[0].id != "@legal_person" for a in atoms):
        return atoms, ops
    return [replace(a, senses=(Sense("@natural", "column", True),)) if a is one else a for a in atoms], (*ops, Op("op.except", one.start - 1, one.text))


def _less(operands: Sequence[Operand], without: Sequence[Operand], out: Sequence[Atom]) -> tuple[Operand, ...]:
    """许可决定刨去处罚决定，剩多少: one figure and what is taken from it, though no part of it; () of anything else."""
    if len(without) != 1 or max(len(without[0].rows), len(without[0].columns)) > 1:
        return ()
    base, slot = without[0], "columns" if out[0].slot() == "column" else "rows"
    said = {i: o.columns for o in operands for i in o.rows}
    parts = [replace(base, columns=(i,)) if slot == "columns" else replace(base, rows=(i,), columns=said.get(i) or base.columns) for i in dict.fromkeys(a.senses[0].id for a in out if a.senses)]
    return (replace(base, position=-1), *(replace(p, position=n) for n, p in enumerate(parts)))


def _of_kind(atoms: Sequence[Atom], out: Sequence[Atom]) -> list[Atom]:
    """What may stand for all that is left; 其他结果 is a column, when rows are taken out."""
    return [a for a in atoms if a.senses and (a.slot() == out[0].slot() or not a.text.endswith("结果"))]


def _never_in(ids: Collection[str], rest: Sequence[Atom]) -> str:
    """The row of 新收（不含上年结转）: what it never holds is not taken out of it; "" of anything else."""
    wholes = {a.senses[0].id for a in rest if a.senses}
    return max(wholes) if wholes and all(wholes <= set(_NEVER_IN.get(i, ())) for i in ids) else ""


def never_held(unclear: tuple[Unclear, ...], operands: Sequence[Operand], ops: tuple[Op, ...]) -> tuple[tuple[Unclear, ...], tuple[Op, ...]]:
    """新收（不含结转）: of which year is no matter, for none of them is among those newly received."""
    held = tuple(u for u in unclear if not {s.id for s in u.senses} <= _NEVER_IN.keys())
    if held == unclear or {r for o in operands for r in o.rows} != {"s3.new"} or not any(op.id == "op.except" for op in ops):
        return unclear, ops
    return held, tuple(op for op in ops if op.id != "op.except")


def _is_remainder(atom: Atom, text: str, out: Collection[str]) -> bool:
    """其他的有多少 after what is taken out: all that is left, not the row or column of that name."""
    if atom.senses and atom.senses[0].id == "@legal_person" and _ALL_OTHERS.said_of(atom.text, text):
        return not (out and _KINDS_OF_LEGAL_PERSONS.issuperset(out))  # 扣掉自然人，其余各类法人: the same as all that is left
    if atom.senses and any(atom.senses[0].id in ancestors(i) for i in out):
        return False  # 其他处理中，除了逾期不补正的: what it is taken out of
    return bool(atom.senses) and atom.senses[0].id in _REMAINDERS and bool(_OTHERS.match(atom.text)) and not _PRINTED.search(text)


def _taken_out(atoms: Sequence[Atom], op: Op, pauses: Sequence[int]) -> list[Atom]:
    """Right behind the word, else right before it; with all that is listed with it."""
    said = [a for a in atoms if a.slot() != "agency" and (a.senses or a.years)]
    behind = [] if _STANDS_BEHIND.match(op.text) else [a for a in said if 0 < a.start - op.position <= _NEAR and not any(op.position < p < a.start for p in pauses)]
    before = [a for a in said if 0 <= op.position - a.end < _NEAR and not _ONE_WORD.match(a.text)] if _BEHIND.search(op.text) else []
    named = (behind[:1] or before[-1:])
    return [a for a in said for n in named if a is n or (a.group == n.group and a.slot() == n.slot())]


def _without_years(operands: Sequence[Operand], out: Sequence[Atom], of_all: bool) -> tuple[Operand, ...]:
    """The years that are left of those named, of all there are when 哪年 is asked."""
    gone = {v for a in out if a.years for v in a.years.values}
    kept = tuple(replace(o, years=tuple(y for y in (_fewer(y, gone) for y in o.years) if y.values)) for o in operands)
    others = tuple(replace(o, years=(Years("but", tuple(sorted(gone))),)) for o in operands) if of_all and gone else tuple(operands)
    return tuple(dict.fromkeys(o for o in kept if o.years)) or tuple(dict.fromkeys(others))


def _fewer(years: Years, gone: Collection[int]) -> Years:
    return replace(years, values=tuple(v for v in years.values if v not in gone)) if years.kind == "absolute" else years


def _whole(out: Sequence[Atom], rest: Sequence[Atom], atoms: Sequence[Atom], ids: Collection[str], text: str) -> tuple[str, str] | None:
    """(row, column) of what the parts are taken from, of 法人 their own column; None when it is not said. Of applicants alone no row: it comes from the question before."""
    if out[0].slot() == "column":
        siblings = [a for a in rest if a.senses[0].id not in _TOTALS.values() and a.senses[0].id not in ids]
        legal = [a for a in atoms if a.senses and a.senses[0].id == "@other_org" and a not in out and _is_remainder(a, text, ids) and _OF_BODIES.search(a.text)]
        kinds = bool(siblings or legal) and _KINDS_OF_LEGAL_PERSONS.issuperset(ids) and all(a.senses[0].id == "@legal_person" for a in siblings)  # 法人新收几件，不算商业企业
        rows = [a.senses[0].id for a in atoms if a.senses and a.slot() == "row" and all(crosses(a.senses[0].id, i) for i in ids)]
        default = [""] if len({column_family(i) for i in ids} & _TOTALS.keys()) == 1 else []
        if kinds and (rows or default):
            return (rows or default)[0], "@legal_person"
        return ((rows or default)[0], _TOTALS[column_family(min(ids))]) if not siblings and (rows or default) and column_family(min(ids)) in _TOTALS else None
    if not rest and (group := _OF_GROUP.search(out[-1].text)):  # 不含信访的不予处理: the whole stands in the same words
        return f"s3.result.{group.lastgroup}", ""
    wholes = [a.senses[0].id for a in rest if a.senses and all(_part_of(i, a.senses[0].id) for i in ids)]
    others = [a for a in rest if a.senses and a.senses[0].id not in (*wholes, *ids) and not a.faint and a.senses[0].strong]
    if wholes and not others:
        return max(wholes, key=lambda w: len(ancestors(w))), ""
    beside = any(a.senses and not a.faint and a.senses[0].id.startswith("s3.result.") and a.senses[0].id not in (*wholes, *ids) for a in rest)  # 给了的有几件，部分公开的不算
    return (_ALL_RESULTS, "") if not (others or beside) and all(i.startswith("s3.result.") for i in ids) else None


def _part_of(part: str, whole: str) -> bool:
    if whole in ancestors(part):
        return True
    return whole in ("s3.result", _ALL_RESULTS, "details_sum") and part.startswith("s3.result.") and part != _ALL_RESULTS


def _whole_and_parts(operands: Sequence[Operand], whole: tuple[str, str], out: Sequence[Atom], ids: Collection[str]) -> tuple[Operand, ...]:
    names = next((o.names for o in operands if o.names), ())
    years = next((o.years for o in operands if o.years), ())
    row, column = (_ALL_RESULTS if whole[0] == "s3.result" else whole[0]), whole[1]
    fitting = next((o.columns for o in operands if o.columns and not set(o.columns) & set(ids) and row and all(column_family(c) == family(row) for c in o.columns)), ())
    base = Operand(names, years, (row,) if row else (), (column,) if column else fitting, -1)
    parts = dict.fromkeys(a.senses[0].id for a in out if a.senses)
    if column:
        return (base, *(replace(base, columns=(p,), position=n) for n, p in enumerate(parts)))
    return (base, *(replace(base, rows=(p,), position=n) for n, p in enumerate(parts)))


def _without(operands: Sequence[Operand], ids: Collection[str]) -> tuple[Operand, ...]:
    """打官司的，复议不算: what was no part of it anyway is not asked for."""
    less = [replace(o, rows=tuple(r for r in o.rows if r not in ids), columns=tuple(c for c in o.columns if c not in ids)) for o in operands]
    kept = tuple(k for o, k in zip(operands, less, strict=True) if k.measured() and bool(k.columns) == bool(o.columns) and bool(k.rows) == bool(o.rows))
    return tuple(_with_columns_of(k, less) for k in kept)


def _with_columns_of(kept: Operand, less: Sequence[Operand]) -> Operand:
    """诉讼里，复议不算，纠正的: the column said beside what is taken out is asked of what is kept."""
    said = next((o.columns for o in less if o.columns and not o.rows), ())
    fits = not kept.columns and all(crosses(r, c) for r in kept.rows for c in said)
    return replace(kept, columns=said) if fits else kept
