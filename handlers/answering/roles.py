"""What a word is in its question: the whole after 占, a verb between two years, an adverb beside a column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.atoms import Atom
from handlers.answering.frames import Op
from handlers.answering.lexicon import Sense
from handlers.answering.measures import load_derived
from handlers.answering.mentions import Mention

_OF_REQUESTS = re.compile("办理|处理|答复|办结|申请")
_GROWING = re.compile("缩|砍|裁|压减|精简|瘦身|减负|减仓|加仓|扩|增量|涨|跌|掉|减持|增持")
_TOTALS = ("@total", ".total", "@total/.total")


def without_adverbs(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Atom, ...]:
    """个人的全部都给了: beside another column 全部, 一共 are no column of totals; of a share they are the whole."""
    named = any(a.slot() == "column" and a.senses and a.senses[0].id not in _TOTALS for a in atoms)
    if not named or any(op.id == "op.share" for op in ops):
        return tuple(atoms)
    return tuple(a for a in atoms if not (a.senses and not a.strong() and all(s.id in _TOTALS for s in a.senses)))


def without_half(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Atom, ...]:
    """占办结不到一半: half of something is no 部分公开."""
    if not any(op.id == "op.share" for op in ops):
        return tuple(atoms)
    return tuple(a for a in atoms if not any(op.id == "op.half" and op.position == a.start for op in ops))


def rate_of_block(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[tuple[Atom, ...], tuple[Op, ...]]:
    """直接起诉的维持率: of one kind of lawsuits the rate is a share of its own cases."""
    block = any(s.id in ("s4.suit_direct", "s4.suit_after_review") for a in atoms for s in a.senses)
    rate = next((a for a in atoms if a.senses and a.senses[0].id.startswith("d.suit_") and "率" in a.text), None)
    if not block or rate is None or any(op.id == "op.share" for op in ops):
        return tuple(atoms), ()
    column = load_derived().rates[rate.senses[0].id].numerator[0].rpartition(".")[2]
    sense = replace(rate.senses[0], id=f".{column}", kind="column")
    return tuple(replace(a, senses=(sense,)) if a is rate else a for a in atoms), (Op("op.share", rate.start, "率"),)


def without_results(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[tuple[Atom, ...], tuple[Op, ...]]:
    """复议结果明细: beside lawsuits and reviews 结果 are their ends, not what became of requests."""
    of_cases = any(s.id.startswith("s4.") for a in atoms for s in a.senses)
    ends = [a for a in atoms if of_cases and a.senses and a.senses[0].id in ("s3.result", "s3.result.total") and "结果" in a.text and not _OF_REQUESTS.search(a.text)]
    return tuple(a for a in atoms if a not in ends), tuple(Op("op.list", a.start, a.text) for a in ends)


def share_of_whole(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Op, ...]:
    """自然人申请里予以公开的比例: the whole is said, so the rate is a share of that whole."""
    within = next((op.position for op in ops if op.id == "op.within"), None)
    if within is None or any(op.id == "op.share" for op in ops):
        return ()
    before = any(a.senses and a.start < within for a in atoms)
    after = next((a.text for a in atoms if a.senses and a.start > within and a.senses[0].id in load_derived().rates and "率" not in a.text), "")
    return (Op("op.share", within, f"里{after}"),) if before and after else ()


def whole_after_share(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Atom, ...]:
    """占办结的比例: after 占 stands the whole, no rate of its own."""
    mark = next((op.position for op in ops if op.id == "op.share" and op.text.startswith(("占", "里"))), None)
    if mark is None:
        return tuple(atoms)
    rates = load_derived().rates
    return tuple(
        replace(a, senses=(_measured_by(a.senses[0]),)) if a.start > mark and a.senses and a.senses[0].id in rates and "率" not in a.text else a
        for a in atoms
    )


def _measured_by(rate: Sense) -> Sense:
    """What a rate is the rate of: 自然人占 is the column, 公开的比例 the row."""
    row, _, column = load_derived().rates[rate.id].numerator[0].partition("@")
    if row.startswith("s4."):  # 占诉讼纠正的比例: the block is said beside it
        return replace(rate, id=f".{row.rpartition('.')[2]}", kind="column")
    return replace(rate, id=f"@{column}", kind="column") if column else replace(rate, id=row)


def as_much_as(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Op, ...]:
    """不予公开有没有无法提供多: 有 between two things that are measured, with 多 behind them, sets them against each other."""
    measured = [a.start for a in atoms if a.senses]
    asked = next((op for op in ops if op.id == "op.exists" and any(m < op.position for m in measured) and any(m > op.position for m in measured)), None)
    behind = any(op.id in ("op.more", "op.less") and op.position > max(measured) for op in ops) if measured else False
    return tuple(replace(op, id="op.than") if behind and op is asked else op for op in ops)


def passed_over(mentions: Sequence[Mention], atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Op, ...]:
    """予以公开缩水多少: growing or shrinking of what has no column 本年增/减 is a step that must not be left out."""
    kept = {a.start for a in atoms} | {op.position for op in ops if op.id not in ("op.above", "op.below")}
    changes = [m for m in mentions if any(s.id == ".change" for s in m.senses) and m.start not in kept and _GROWING.search(m.text)]
    return tuple(Op("op.difference", m.start, m.text) for m in changes)


def without_verbs(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[tuple[Atom, ...], tuple[Op, ...]]:
    """增加, 减少 between two years or bodies are an operation, not the column 本年增/减; 上年 with 结转 is no year."""
    binary = any(op.id == "op.than" for op in ops) or sum(len(a.years.values) for a in atoms if a.years) > 1
    carried = any(s.id.startswith("s3.carried") for a in atoms for s in a.senses)
    verbs = [a for a in atoms if binary and any(s.id == ".change" for s in a.senses) and "本年" not in a.text and "/" not in a.text]
    kept = tuple(a for a in atoms if a not in verbs and not (carried and a.years and a.years.kind in ("previous", "next")))
    return kept, tuple(Op("op.difference", a.start, a.text) for a in verbs)
