"""Which operation answers a sub-question: the first rule that holds, in order."""

import re
from collections.abc import Callable

from handlers.answering.choices import named_choices
from handlers.answering.exclusion import LEFT
from handlers.answering.frames import Frame
from handlers.answering.leftovers import figures_named, scattered, short_by, unused
from handlers.answering.measures import children, family
from handlers.answering.operations import (
    about,
    averages,
    bounds,
    differences,
    extremes,
    foremost,
    formulas,
    growths,
    lookup,
    multiples,
    over_years,
    portions,
    quality,
    share_of_foremost,
    shares,
    sides,
    standing,
    steps,
    sums,
    verdicts,
)
from handlers.answering.operations.base import Ask, Result
from handlers.answering.operations.than_figure import is_range
from handlers.answering.scope import Shortfall

_AMOUNT = re.compile(r"多少|几[件个条项起宗单份例期万亿元成次种类家倍]|几多|好多|how many|how much|duoshao")
_POLAR = re.compile(r"[伐咩嘛么][?？啊呀]*$|[吗嘛么]$|[吗嘛么][?？,，呀啊]|(?:没有?|冇|未|无)[呀啊呢㗎嘞啦]*[?？]*$|不[呀啊呢哦]*[?？]*$|是不是|是否|有没有|有无|有冇")
_WH = re.compile(r"\b(?:what|how|which|who|when|where)\b")
_QUERIED = re.compile(r"[?？]$")
_ADDED_UP = re.compile("加起来|加总|相加|之和|总和|合起来|合计|加在一|加到一")
_TERM = 20  # characters of a question that is nothing but a term
_TELLING = frozenset({"n.problems", "n.improvements", "n.other_matters"})

Operation = Callable[[Ask], Result | None]
Rule = tuple[str, Callable[[Frame], bool], Operation]


def _asks_amount(frame: Frame) -> bool:
    return bool(_AMOUNT.search(frame.text))


def _polar(frame: Frame) -> bool:
    """To be answered with yes or no."""
    times = frame.has("op.above", "op.below") and any(f.unit == "倍" for _, f in frame.figures)
    if _WH.search(frame.text) or frame.has("op.which_year", "op.which_agency", "op.which_more", "op.which_less") or (frame.has("op.ratio") and not times) or frame.has("op.list", "op.count_kinds", "op.which_row"):
        return False
    if frame.has("op.half", "op.negative") or ("分之" in frame.text and frame.has("op.above", "op.below")):
        return True
    if frame.figures and re.search(r"(?:真|当真|真的|确实|果真).{0,2}有|[?？]$", frame.text) and not _asks_amount(frame) and not frame.has(*_COMPUTING):
        return True
    if frame.has("op.zero", "op.nonzero") and _QUERIED.search(frame.text) and not _asks_amount(frame):  # 国家秘密挂零？
        return True
    strong_exists = any(op.id == "op.exists" and op.text not in ("有", "any") for op in frame.ops)
    bounded = frame.has("op.above", "op.below") and bool(frame.figures)
    compared = frame.has("op.above", "op.below") and not frame.figures and _several(frame) and not _asks_amount(frame)
    asked = compared or frame.has("op.yesno") or strong_exists or bool(_POLAR.search(frame.text)) or any(op.text == "any" for op in frame.ops)
    return (asked and (not _asks_amount(frame) or bounded)) or (bounded and not _asks_amount(frame))


def asks_figure(frame: Frame) -> bool:
    """To be answered with a figure or with yes or no."""
    return _asks_amount(frame) or _polar(frame)


def _bounded(frame: Frame) -> bool:
    return (frame.has("op.above", "op.below") and bool(frame.figures)) or frame.has("op.zero", "op.nonzero") or is_range(frame)


def _rates(frame: Frame) -> bool:
    return any(family(r) == "rate" for r in frame.rows())


def _several(frame: Frame) -> bool:
    """More than one figure is named."""
    return figures_named(frame) > 1


def _group(frame: Frame) -> bool:
    return any(len(children(r)) > 1 or r in ("s3.result", "s3.new") for r in frame.rows()) or any(r.startswith("s4.") for r in frame.rows())


def _added_up(frame: Frame) -> bool:
    """那八条理由累加起来: the group as one figure, not its parts."""
    return any(op.id == "op.sum" and re.search("加|累|合|相加|总和", op.text) for op in frame.ops) and len(frame.rows()) == 1


def _ends_added(frame: Frame) -> bool:
    """复议几种结果加起来, 这两个数加起来: the words 结果 and 数 list nothing."""
    return _ADDED_UP.search(frame.text) is not None and all(op.text.endswith("结果") or "个数" in op.text for op in frame.ops if op.id == "op.list")


def _by_applicant(frame: Frame) -> bool:
    """每类申请人予以公开多少: a row that is told applicant by applicant."""
    return frame.has("op.which_column") and all(family(r) == "s3" for r in frame.rows())


def _which_is_nth(frame: Frame) -> bool:
    """第二多的是哪类 asks for the one that stands there."""
    op = frame.op("op.nth")
    return bool(op and op.text[1:2] not in "几")


def _grows_in_percent(frame: Frame) -> bool:
    text = "".join(op.text for op in frame.ops if op.id in ("op.growth", "op.percent", "op.share"))
    if _AMOUNT_OF.search(frame.text) and not re.search("率|幅|速|百分|%|成|percent|rate", text):
        return False
    return bool(re.search(r"率|幅|速|百分|%|成|同比|环比|yoy|percent|growth|rate", text)) or not _asks_amount(frame)


_AMOUNT_OF = re.compile("(?:多少|几)(?:[万亿]?元|[件条项起宗份]|个(?!百分|点))")  # 同比增加多少件
_COMPUTING = ("op.most", "op.least", "op.rank", "op.top", "op.which_more", "op.which_less", "op.above", "op.below", "op.zero", "op.between")

RULES: tuple[Rule, ...] = (
    ("check", lambda f: f.has("op.check") and "s3.carried_out" in f.rows() and bool({"s3.new", "d.workload"} & set(f.rows())), quality.check),
    ("check", lambda f: (f.has("op.consistent", "op.check") and {"s3.new", "s3.carried_in", "s3.carried_out"} <= set(f.rows())) or (f.has("op.consistent") and {"d.workload", "s3.carried_out"} <= set(f.rows())), quality.check),
    ("sides", sides.sets_sums_side_by_side, sides.verdict),
    ("adds up", lambda f: f.has("op.sum") and f.has("op.consistent", "op.check") and (max(len(f.rows()), len(f.columns())) > 2 or _one_and_its_parts(f)), quality.adds_up),
    ("consistent", lambda f: f.has("op.consistent", "op.check") and _names_prose_or_period(f), quality.consistent),
    ("check", lambda f: f.has("op.check") and not f.has("op.count_kinds", "op.define") and not _only_looks(f), quality.check),
    ("check", lambda f: f.has("op.sum") and f.has("op.consistent") and f.has("op.which_column"), quality.check),
    ("tell", lambda f: bool(_TELLING & set(f.rows())), about.tell),
    ("coverage", lambda f: f.has("op.coverage") and (not f.measured() or not f.strong or _of_the_reports(f)) and not f.has(*_COMPUTING), about.coverage),
    ("define", lambda f: f.has("op.define") and not _AMOUNT.search(f.text.replace("指哪几", "指哪")) and not _bounded(f) and not f.has("op.most", "op.least", "op.rank", "op.top") and not _between_figures(f), about.define),
    ("formula", formulas.asks_formula, formulas.formula),
    ("term", lambda f: bool(f.definitions) and not f.has(*_COMPUTING) and not f.measured() and not f.details and len(f.text) <= _TERM, about.define),
    ("details", lambda f: bool(f.details) and not f.measured(), about.details),
    ("place", lambda f: f.measured() and f.has("op.place") and not f.has("op.top") and not _which_is_nth(f), standing.place),
    ("spread", lambda f: f.has("op.most") and f.has("op.least") and f.has("op.difference"), standing.spread),
    ("count", lambda f: not f.has(LEFT) and not _added_up(f) and ".current_items" not in f.columns() and (f.has("op.count_kinds") or _how_many_applicants(f)) and not f.has("op.most", "op.least", "op.rank", "op.top"), extremes.count),
    ("share of foremost", share_of_foremost.asks_share_of_foremost, share_of_foremost.share_of_foremost),
    ("steps", steps.asks_biggest_step, steps.biggest_step),
    ("share", lambda f: f.has("op.share") and not _rates(f) and _several(f) and f.has("op.most", "op.least", "op.rank", "op.top"), shares.percentage_of),
    ("growths", growths.sets_growths_side_by_side, growths.fastest),
    ("ranking", lambda f: f.has("op.rank", "op.top", "op.rank_up") or _nth_largest(f), extremes.ranking),
    ("foremost", foremost.asks_whether_foremost, foremost.whether_foremost),
    ("most", lambda f: f.has("op.most"), extremes.most),
    ("least", lambda f: f.has("op.least"), extremes.least),
    ("threshold", lambda f: _bounded(f) and (not f.rows() or f.has("op.list", "op.which_row", "op.which_agency", "op.which_column", "op.which_year")) and not _polar(f), extremes.threshold),
    ("threshold", lambda f: f.measured() and f.has("op.which_year") and f.has("op.exists", "op.zero") and not _asks_amount(f), extremes.threshold),
    ("steadily", lambda f: f.measured() and _polar(f) and f.has("op.trend") and _several(f), over_years.steadily),
    ("compared years", lambda f: f.has("op.direction") and not _polar_change(f), over_years.direction),
    ("portion", portions.asks_portion, portions.portion),
    ("bounded", lambda f: f.measured() and _polar(f) and bounds.on_made_figure(f), bounds.yes_or_no),
    ("yes or no", lambda f: f.measured() and _polar(f), verdicts.yes_or_no),
    ("left over", lambda f: f.has(LEFT) and not f.has("op.share", "op.most", "op.least", "op.rank", "op.which_more", "op.which_less", "op.ratio"), sums.left_over),
    ("expression", lambda f: f.has("op.sum") and f.has("op.difference") and not f.has("op.than") and sum(len(o.rows) for o in f.operands) > 2, sums.total),
    ("multiple", lambda f: f.has("op.ratio"), multiples.multiple),
    ("growth", lambda f: f.has("op.growth") and _grows_in_percent(f), over_years.growth),
    ("share", lambda f: f.has("op.share") and not _rates(f), shares.percentage_of),
    ("left over", lambda f: f.has("op.difference") and sums.takes_several(f), sums.left_over),
    ("gap", lambda f: f.has("op.difference") and bool(f.figures) and figures_named(f) == 1 and bool(re.search("离|距|差|超", f.text)), differences.gap),
    ("difference", lambda f: f.has("op.difference") and (_several(f) or f.has("op.growth", "op.than")), differences.difference),
    ("difference", lambda f: (f.has("op.growth") and _asks_amount(f)) or (f.has("op.than") and _several(f) and not f.has("op.which_more", "op.which_less")), differences.difference),
    ("average", lambda f: f.has("op.average", "op.per_each"), averages.average),
    ("compare", lambda f: f.has("op.which_more", "op.which_less", "op.compare") and _several(f), verdicts.compare),
    ("most", lambda f: f.has("op.which_more"), extremes.most),
    ("least", lambda f: f.has("op.which_less"), extremes.least),
    ("sum", lambda f: f.has("op.sum") and (not f.has("op.list") or _ends_added(f)) and (_several(f) or f.has("op.which_agency", "op.trend")), sums.total),
    ("trend", lambda f: f.has("op.trend"), over_years.trend),
    ("others", lambda f: f.has("op.except") and f.has("op.which_agency") and f.has("op.list") and not _bounded(f), extremes.others),
    ("breakdown", lambda f: f.has("op.list", "op.which_row", "op.which_column", "op.nonzero") and (_group(f) or _by_applicant(f)) and not _several(f) and not _added_up(f), lookup.breakdown),
    ("threshold", lambda f: f.has("op.which_agency") and _bounded(f), extremes.threshold),
    ("which agencies", lambda f: f.has("op.which_agency") and f.measured() and f.has("op.list", "op.exists", "op.except"), extremes.threshold),
    ("exception", lambda f: f.has("op.except") and "@legal_person" not in f.columns(), lookup.exception),
    ("lookup", lambda f: True, lookup.lookup),
)


_TO_CHECK = re.compile("(?:需要?|想|请|要|拟)核[对实].*(?:数|数量|金额|总额)[。.]?$")


def _only_looks(frame: Frame) -> bool:
    """核对一下…是多少, 发了十二期，对不对: a figure is asked for or put forward, the report as a whole is not doubted."""
    looks = all(op.text in ("核对", "核对一下", "检查", "检查一下", "校验", "对不对") for op in frame.ops if op.id == "op.check")
    return frame.measured() and looks and (_asks_amount(frame) or bool(frame.figures) or bool(_TO_CHECK.search(frame.text)))


def _one_and_its_parts(frame: Frame) -> bool:
    """直接起诉那四个结果相加等不等于总计: one row, whose parts the form names."""
    return len(frame.rows()) == 1 and set(frame.columns()) <= {".total", "@total"} and (frame.rows()[0].startswith("s4.") or frame.has("op.which_column"))


def _between_figures(frame: Frame) -> bool:
    """The difference between A and B of a body or a year: by how much, not what sets them apart."""
    placed = any(o.names or o.years for o in frame.operands) or bool(re.search(r"\bhow (?:big|large|great)\b|\bin (?:number|count|size|requests|cases)\b", frame.text))
    return "difference between" in frame.text and placed and not re.search("mean|concept|definition|legal", frame.text)


def _of_the_reports(frame: Frame) -> bool:
    """最早能查哪一年的报告: of the reports, not of a reading room in one."""
    return "报告" in frame.text and all(family(r) == "prose" for r in frame.rows())


def _names_prose_or_period(frame: Frame) -> bool:
    prose = any(r.startswith("n.") for r in frame.rows()) or "s2.art20_1.normative" in frame.rows()
    return prose or "meta.period" in frame.details or "正文" in frame.text


def _how_many_applicants(frame: Frame) -> bool:
    if any(op.id in ("op.which_column", "op.which_row", "op.which_agency") and op.text.startswith(("几", "多少")) for op in frame.ops):
        return True
    limited = frame.has("op.which_row", "op.above", "op.below", "op.nonzero", "op.zero")
    kinds = "[条种项类个]" if frame.has("op.parts") or _AMONG_REASONS.search(frame.text) else "[条种项类]|(?:几|多少)[个格栏](?=(?:都|也)?(?:不|没)?(?:是|为|等于|有)[零0数])"
    return limited and _group(frame) and bool(re.search(rf"(?:几|多少){kinds}(?!.{{0,2}}[件个])", frame.text))


_AMONG_REASONS = re.compile("(?:理由|原因|情形)[之当]?[里中]|(?:小|子|分|细)项(?!目)")  # 理由里超过100件的有几个, 五个小项有几个是零


def _nth_largest(frame: Frame) -> bool:
    op = frame.op("op.nth")
    if frame.has("op.most", "op.least") and re.search("[比和跟与]第二", frame.text):
        return False
    return bool(op and (any(c in op.text for c in "多高大名位的") or op.text.startswith(("排", "数", "列", "居", "位"))))


def _polar_change(frame: Frame) -> bool:
    return any(c == ".change" for c in frame.columns())


_TOLERANT = frozenset({"consistent", "tell", "define", "coverage", "check", "details"})


def tolerant(frame: Frame) -> bool:
    """The answer is a text or a verdict on the whole report: an unknown word does no harm."""
    name = next(name for name, holds, _ in RULES if holds(frame))
    return name in _TOLERANT


def _leaving_nothing_out(name: str, ask: Ask, operation: Operation) -> Result | None:
    left = unused(ask.frame, name)
    if left:
        return Shortfall("not_understood", "steps_left", (("words", "”“".join(left)),))
    short = short_by(ask.frame) if name == "lookup" or (name == "breakdown" and "、" in ask.frame.text) else None
    if short:
        return Shortfall("not_understood", "list_short", (("asked", str(short[0])), ("named", str(short[1]))))
    if name == "lookup" and scattered(ask.frame):
        return named_choices(ask)
    return operation(ask)


def perform(ask: Ask, trace: Callable[[str, str], None] | None = None) -> Result:
    """Runs the first rule that holds; an operation that finds itself not meant passes on to the next."""
    for name, holds, operation in RULES:
        if holds(ask.frame):
            result = _leaving_nothing_out(name, ask, operation)
            if result is not None:
                if trace:
                    trace("operation", name)
                return result
    raise AssertionError("the last rule always holds")

