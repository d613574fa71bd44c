"""What a word is in its question: the whole after 占, a verb between two years, an adverb beside a column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.asked.atoms import DECIDED, ENDED, Atom
from handlers.answering.asked.frames import Op, Operand
from handlers.answering.asked.measures import ITEMS, column_family, load_derived
from handlers.answering.asked.parting import TAKEN_OF
from handlers.answering.asked.totals import one_of_list
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying

_OF_REQUESTS = re.compile("办理|处理|答复|办结|申请")
_GROWING = re.compile("缩|砍|裁|压减|精简|瘦身|减负|减仓|加仓|扩|增量|涨|跌|掉|减持|增持")
_BY_SO_MANY = saying("reckoning.by_so_many")
_ITEMS = ("项目", "项目数", "项目数量", "的项目")
_ENDS = re.compile("结果|outcome|result")
_RESULTS = {"s3.result": "op.list", "s3.result.total": "op.list", "details_sum": "op.sum"}
_TOTALS = ("@total", ".total", "@total/.total")


def without_adverbs(atoms: Sequence[Atom], ops: Sequence[Op], listing: Sequence[int] = ()) -> tuple[Atom, ...]:
    """个人的全部都给了: beside another column 全部, 一共 are no column of totals, but in a list (`listing`: where its marks stand) 总计 is; of a share they are the whole. 本年增减: 本年 is the year itself."""
    if any(a.slot() == "column" and a.senses and column_family(a.senses[0].id) == "s2" for a in atoms):
        atoms = [a for a in atoms if not (a.senses and all(s.id == "@year" for s in a.senses))]
    atoms = _of_what_grows(atoms, ops)
    named = any(a.slot() == "column" and a.senses and a.senses[0].id not in _TOTALS for a in atoms)
    if not named or any(op.id == "op.share" for op in ops):
        return tuple(atoms)
    return tuple(a for a in atoms if not (a.senses and not a.strong() and all(s.id in _TOTALS for s in a.senses)) or one_of_list(a, listing, atoms))


def _of_what_grows(atoms: Sequence[Atom], ops: Sequence[Op]) -> Sequence[Atom]:
    """项目谁增加得多, 许可的项目添了多少: of what grows 项目 says what that is, no column of its own."""
    changes = [a for a in atoms if a.senses and a.senses[0].id == ".change"]
    chosen = any(op.id in ("op.which_more", "op.which_less", "op.most", "op.least", "op.share") for op in ops) or any(_BY_SO_MANY.search(a.text) for a in changes)
    if not chosen or not changes:
        return atoms
    return [a for a in atoms if not (a.slot() == "column" and a.text in _ITEMS)]


_HALF_OF = re.compile("[多少增减涨降跌升缩][加少]?[了出]一半|(?:总[数量额]|件数|决定|申请|新收|办结|总计|合计|项目|金额)的一半(?:是|有|等于|为)?(?:多少|几)")


def without_half(atoms: Sequence[Atom], ops: Sequence[Op], text: str) -> tuple[Atom, ...]:
    """占办结不到一半, 申请总数的一半是多少, 2021年的一半: half of something is no 部分公开."""
    places = {a.end for a in atoms if a.slot() in ("agency", "year")}  # before 的
    halves = [op.position for op in ops if op.id == "op.half"]
    if any(op.id in ("op.share", "op.above", "op.below") for op in ops) or _HALF_OF.search(text):
        return tuple(a for a in atoms if a.start not in halves)
    return tuple(a for a in atoms if a.start not in halves or a.start - 1 not in places)


_BODIES_THAT = re.compile("(?:超|过|大于|多于|高于|不足|不到|少于|低于|以上|以下|以内|为[零0]|最[多少高低]|排第.)[^,，]{0,12}的(?:单位|机关|机构)(?!.{0,4}(?:申请|提|数|占|要))")


_EVERY_BODY = re.compile("(?:所有|全部|全体|各个?|这些)的?(?:单位|机关|机构)(?![^收接受]{0,4}(?:申请|提|递|交|要))")
_BODY_THAT_ANSWERS = re.compile("(?<![事企业])单位(?:里|那边|方面)?(?:说|答复|回复|回话|讲|称|表示|告诉|推说|推脱|解释)")


def bodies_as_whole(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """淮安占所有单位的, 超过一百件的单位, 库里所有单位哪家: beside a body that is named or asked for, or a bound, 单位 are bodies, no kind of applicants."""
    shared = any(m.name for m in mentions) and any(m.has("op.share") for m in mentions)
    shared = shared or (not any(m.name for m in mentions) and any(m.has("op.which_agency", "op.coverage") and not _column(m) for m in mentions))
    bound = not any(m.name for m in mentions) and _BODIES_THAT.search(text)
    every = not any(m.name for m in mentions) and _EVERY_BODY.search(text)
    answers = _BODY_THAT_ANSWERS.search(text)  # 老百姓来要材料，单位说没有的
    bodies = [m for m in mentions if (answers and m.text == "单位") or ((shared or every) and m.has("op.which_agency")) or (bound and m.text in ("单位", "机关", "机构", "的单位", "的机关", "的机构"))]
    return [replace(m, senses=tuple(s for s in m.senses if s.kind == "op")) if m in bodies else m for m in mentions]


def _column(mention: Mention) -> bool:
    return any(s.kind == "column" for s in mention.senses)


_SO_MANY_BODIES = re.compile("[两二三四五][家个]")


def kinds_counted(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Op, ...]:
    """企业跟律所两家凑一堆: right behind applicants 两家 counts those, no bodies."""
    applicants = [a for a in atoms if a.slot() == "column" and a.senses and a.senses[0].id.startswith("@")]
    ends = {a.end for a in applicants}
    return tuple(op for op in ops if not (op.id == "op.which_agency" and _SO_MANY_BODIES.match(op.text) and len(applicants) > 1 and op.position in ends))


_IN_ITS_REPORT = re.compile(r"[^,，和跟与、比]{0,10}(?:报告|年报)(?:里[头面边]?|中|上|内)?的?[,，]*")


def without_source(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """杭州那份报告里，余杭区收到几件: the body whose report is looked at is not the one asked about."""
    named = [m for m in mentions if m.name]
    sources = {
        one.start for one, other in pairwise(named)
        if other.text in text.partition(one.text)[2] and _IN_ITS_REPORT.fullmatch(text.partition(one.text)[2].partition(other.text)[0])
    }
    return [m for m in mentions if m.start not in sources]


def without_cumulative(mentions: Sequence[Mention]) -> list[Mention]:
    """历年各多少: without a year that it adds up to, 历年 is year by year, no column 历年累计."""
    if any(m.years for m in mentions):
        return list(mentions)
    return [replace(m, senses=tuple(s for s in m.senses if s.kind == "op")) if m.has("op.trend") and m.text.startswith(("历年", "各年")) else m for m in mentions]


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
    ends = [a for a in atoms if of_cases and a.senses and a.senses[0].id in _RESULTS and _ENDS.search(a.text) and not _OF_REQUESTS.search(a.text)]
    return tuple(a for a in atoms if a not in ends), tuple(Op(_RESULTS[a.senses[0].id], a.start, a.text) for a in ends)


def share_of_whole(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Op, ...]:
    """自然人申请里予以公开的比例: the whole is said, so the rate is a share of that whole."""
    within = next((op.position for op in ops if op.id == "op.within"), None)
    if within is None or any(op.id == "op.share" for op in ops):
        return ()
    before = any(a.senses and a.start < within for a in atoms)
    after = next((a.text for a in atoms if a.senses and a.start > within and a.senses[0].id in load_derived().rates and "率" not in a.text), "")
    return (Op("op.share", within, f"里{after}"),) if before and after else ()


_PARTS = frozenset({"%", "成", "分之"})


def part_of_whole(atoms: Sequence[Atom], mentions: Sequence[Mention], ops: Sequence[Op]) -> tuple[Op, ...]:
    """不予公开里行政查询超过一半吗: beside a half or another part 里 names what it is a part of."""
    parts = any(op.id == "op.half" for op in ops) or any(m.figure and m.figure.unit in _PARTS for m in mentions)
    within = next((op.position for op in ops if op.id == "op.within"), None)
    if not parts or within is None or any(op.id == "op.share" for op in ops):
        return ()
    rows = [a.start for a in atoms if a.slot() == "row" and a.senses]
    return (Op("op.share", within, "里"),) if any(r < within for r in rows) and any(r > within for r in rows) else ()


_SETS_AGAINST = re.compile("是|为|相当于?|折合|等于|达到?|合|抵得?上?|顶得?上?|约为|约是|只有|仅为|仅有|够得?上|[只仅才刚][及抵达到够]")


def share_by_verb(atoms: Sequence[Atom], mentions: Sequence[Mention], ops: Sequence[Op]) -> tuple[Op, ...]:
    """22年的新收是21年的百分之几: the verb between two figures does what 占 does."""
    asked = next((op.position for op in reversed(ops) if op.id == "op.share"), None)
    if asked is None or any((op.id == "op.share" and op.text.startswith("占")) or op.id in ("op.within", "op.growth", "op.half") for op in ops):
        return ()
    verb = next((m for m in mentions if m.start < asked and _SETS_AGAINST.fullmatch(m.text) and any(a.start > m.start and a.end < asked + 1 for a in atoms)), None)
    return (Op("op.share", verb.start, "占"),) if verb and any(a.start < verb.start for a in atoms) else ()


_TOGETHER = re.compile("一共|总共|合共|拢共|统共|合计|总计|加起来|一起|一块|合着|合起来|打总|满打满算|总和|total|altogether|combined")
_ONE_BY_ONE = re.compile("分别|各|每|逐|哪|谁|比|占|均|几成|百分|respectively|each")


def told_together(operands: Sequence[Operand], ops: Sequence[Op], text: str) -> tuple[Op, ...]:
    """17、18两年主动公开一共多少条信息: one item of several bodies or years, with the word of a sum inside that of the item."""
    if any(op.id == "op.sum" for op in ops) or not _TOGETHER.search(text) or _ONE_BY_ONE.search(text):
        return ()
    names = {n for o in operands for n in o.names}
    years = {v for o in operands for y in o.years for v in (y.values if y.kind == "absolute" else (1, 2))}
    items = {(o.rows, o.columns) for o in operands if o.measured()}
    return (Op("op.sum", -1, "一共"),) if len(items) == 1 and (len(names) > 1 or len(years) > 1) else ()


def whole_after_share(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Atom, ...]:
    """占办结的比例: after 占 stands the whole, no rate of its own."""
    mark = next((op.position for op in ops if op.id == "op.share" and op.text.startswith((*TAKEN_OF, "里"))), None)
    if mark is None:
        return tuple(atoms)
    rates = load_derived().rates
    rows = [a.senses[0].id for a in atoms if a.slot() == "row" and a.senses[0].id not in rates]
    ended = (DECIDED,) if rows and all(r.startswith("s4.") for r in rows) else ()  # 政府败诉的占结案的几成
    return tuple(
        replace(a, senses=(ended if ended and ENDED.search(a.text) else (measured_by(a.senses[0]),))) if a.start > mark and a.senses and a.senses[0].id in rates and "率" not in a.text else a
        for a in atoms
    )


def measured_by(rate: Sense) -> Sense:
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


_VARIES = re.compile("变化|变动|change")
_BY_HOW_MUCH = re.compile("(?:变化|变动)(?:了|是|值|幅度|量|数|的?数)?(?:多少|几|多大|百分)|(?:增|减|多|少|升|降)了?(?:多少|几)|by how|how much|what .{0,12}change|率|幅|百分|percent|[比较]")


def without_verbs(atoms: Sequence[Atom], ops: Sequence[Op], text: str) -> tuple[tuple[Atom, ...], tuple[Op, ...]]:
    """增加, 减少 between two years or bodies are an operation, not the column 本年增/减; 上年 with 结转 is no year."""
    years = [v for a in atoms if a.years for v in a.years.values]
    years = sorted(set(years)) if all(a.senses[0].id in ITEMS for a in atoms if a.slot() == "row") else years  # 平潭2020和邓州2020谁的收费减得多
    binary = any(op.id == "op.than" for op in ops) or len(years) > 1
    carried = any(s.id.startswith("s3.carried") for a in atoms for s in a.senses)
    both = sum(a.senses[0].id == ".change" for a in atoms if a.senses) > 1 and sum(a.slot() == "row" for a in atoms) > 1  # 许可的增减比强制的增减多几项
    rows = [a.senses[0].id for a in atoms if a.slot() == "row"]
    elsewhere = bool(rows) and not ITEMS & set(rows)  # 这几年申请量的变化: the column is not of that table
    verbs = [a for a in atoms if (binary or (elsewhere and _VARIES.search(a.text))) and not both and any(s.id == ".change" for s in a.senses) and "本年" not in a.text and "/" not in a.text]
    kept = tuple(a for a in atoms if a not in verbs and not (carried and a.years and a.years.kind in ("previous", "next")))
    series = [a for a in verbs if _VARIES.search(a.text) and not _BY_HOW_MUCH.search(text)]  # 2019—2022的变化: year by year
    return kept, tuple(Op("op.trend" if a in series else "op.difference", a.start, a.text) for a in verbs)
