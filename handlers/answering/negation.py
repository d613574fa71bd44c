"""没有予以公开 is not 予以公开: a negation just before a term turns it, or stops the answer; 除了 takes a part out."""

from collections.abc import Sequence, Set
from dataclasses import replace

from handlers.answering.atoms import Atom
from handlers.answering.frames import Op, Operand
from handlers.answering.lexicon import Sense
from handlers.answering.measures import ancestors
from handlers.answering.mentions import Mention, Token

_NOT = ("没有被", "没有", "没能", "没被", "未被", "未能", "并未", "并不", "不是", "冇有", "冇得", "没得", "没", "未", "不", "非", "冇", "唔", "弗", "毋", "莫")
_ASKING = ("有没", "有没有", "是不", "是不是", "能不", "有没被")
_GIVEN = frozenset({"s3.result.granted", "s3.result.partial", "disclosed"})
_REFUSED = Sense("not_public", "row", True)
_OPPOSITE = {".decided": Sense(".pending", "column", True), "s3.result.total": Sense("s3.carried_out", "row", True)}  # 冇判完, 唔办结
_NEAR = 4  # tokens between 不算 and the row it takes out
_TAKEN_BACK = Sense("taken_back", "filler", True)


def turned(atoms: Sequence[Atom], tokens: Sequence[Token]) -> tuple[tuple[Atom, ...], tuple[str, ...], frozenset[str]]:
    """(atoms with what is negated turned into its opposite, negated terms that have none in the form, negations used up)."""
    result: list[Atom] = []
    stopped: list[str] = []
    used: set[str] = set()
    for atom in atoms:
        word = _negation(tokens, atom.start)
        if word and atom.senses and atom.senses[0].id in _OPPOSITE:
            atom, used = replace(atom, senses=(_OPPOSITE[atom.senses[0].id],)), used | {word}
        elif word and atom.senses and atom.slot() == "row":
            if atom.senses[0].id in _GIVEN:
                atom = replace(atom, senses=(_REFUSED,))
            elif not word.startswith(("没", "非")) or atom.senses[0].id.startswith("s3.result"):
                stopped.append(word + atom.text)
        result.append(atom)
    return tuple(result), tuple(stopped), frozenset(used)


def set_right(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """是处罚不是许可, 是邓州不是登封: what is denied beside another of its kind is taken back, not asked for."""
    result = list(mentions)
    for mention in mentions:
        if _denied(mention, tokens) and any(_alike(mention, m) and not _denied(m, tokens) for m in mentions if m is not mention):
            start = mention.start - 2
            result = [m for m in result if m is mention or not (start <= m.start < mention.end)]
            result[result.index(mention)] = Mention(start, mention.end, f"不是{mention.text}", (_TAKEN_BACK,))
    return tuple(result)


def _denied(mention: Mention, tokens: Sequence[Token]) -> bool:
    before = "".join(t.text for t in tokens[max(0, mention.start - 3) : mention.start])
    return before.endswith("不是") and not before.endswith("是不是")


def _alike(one: Mention, other: Mention) -> bool:
    """Two names, or two things that are measured."""
    if one.name or other.name:
        return one.name is not None and other.name is not None
    return all(m.kinds() & {"row", "column", "fact"} for m in (one, other))


def left_out(operands: tuple[Operand, ...], atoms: Sequence[Atom], ops: tuple[Op, ...]) -> tuple[tuple[Operand, ...], tuple[Op, ...]]:
    """不予处理里除了重复申请: the narrowest part named is taken from the narrowest whole named."""
    rows = list(dict.fromkeys(a.senses[0].id for a in atoms if a.senses and a.slot() == "row"))
    outer = {row: [r for r in rows if r in ancestors(row)] for row in rows}
    part = max(rows, key=lambda r: len(outer[r]), default="")
    apart = _beside(atoms, ops)
    left = [r for r in rows if r not in apart and not any(r in outer[o] for o in rows if o not in apart)]
    if apart and left and not any(set(outer[a]) & set(left) or a in outer[r] for a in apart for r in left):
        return _without(operands, apart), tuple(op for op in ops if op.id != "op.except")
    if len(operands) != 1 or not part or not outer[part]:
        return operands, ops
    whole = max(outer[part], key=lambda r: len(outer[r]))
    pair = (replace(operands[0], rows=(whole,)), replace(operands[0], rows=(part,)))
    return pair, (*ops, Op("op.difference", -1, "除"))


def _beside(atoms: Sequence[Atom], ops: Sequence[Op]) -> frozenset[str]:
    """The rows that are left out: right after 除了 or 不算, else right before 不算, with what they are listed with."""
    at = next(op.position for op in ops if op.id == "op.except")
    rows = [a for a in atoms if a.senses and a.slot() == "row"]
    after = [a for a in rows if 0 < a.start - at <= _NEAR]
    before = [a for a in rows if 0 < at - a.end + 1 <= _NEAR]
    named = after[:1] or before[-1:]
    return frozenset(a.senses[0].id for a in rows for n in named if a is n or a.group == n.group)


def _without(operands: Sequence[Operand], left_out: Set[str]) -> tuple[Operand, ...]:
    """打官司的，复议不算: what was no part of it anyway is not asked for."""
    kept = (replace(o, rows=tuple(r for r in o.rows if r not in left_out)) for o in operands)
    return tuple(o for o in kept if o.measured())


def _negation(tokens: Sequence[Token], start: int) -> str:
    before = "".join(t.text for t in tokens[max(0, start - 4) : start])
    word = next((n for n in _NOT if before.endswith(n)), "")
    return "" if before.endswith(_ASKING) else word
