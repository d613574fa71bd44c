"""What a question asks for, told from its frame: a figure, yes or no, one of several, a share, a place."""

import re

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import figures_named
from handlers.answering.asked.measures import children, family
from handlers.answering.words.speech import saying, words

_FROM_TO = re.compile(r"between \d+[\w%, ]* and \d+|(?<![\d年由从])(?!(?:19|20)\d\d\D)[\d一二三四五六七八九十百千万两][\d.一二三四五六七八九十百千万]*[件个条项起宗份家元%成]?(?:到|至|~|～|—|-)[\d一二三四五六七八九十百千万两]")
AMOUNT = saying("asking.amount")
_PUT_FORWARD = saying("asking.put_forward")
_POLAR = saying("asking.polar")
_ENGLISH_QUESTION = saying("asking.english_question")
_QUESTION_MARK = saying("asking.question_mark")
_MORE_OR_LESS = saying("asking.more_or_less")
_DOUBTED = saying("asking.doubted")
_ADDED_UP = saying("asking.added_up")
_ADDS = saying("asking.adds")
_IN_PERCENT = saying("asking.in_percent")
_PERCENT_SAID = saying("asking.percent_said")
_AMOUNT_OF = saying("asking.amount_of")
_TO_CHECK = saying("asking.to_check")
_LOOKS = words("asking.looks")
_PLACE_BEGINS = saying("asking.place_begins")
_PLACE_ENDS = saying("asking.place_ends")
_HOW_BIG = saying("asking.how_big")
_WHAT_IT_IS = saying("asking.what_it_is")
_REASONS = saying("asking.reasons")
_FOR_REASONS = saying("asking.for_reasons")
_KINDS = saying("asking.kinds")
_KINDS_OR_SO_MANY = saying("asking.kinds_or_so_many")
_AMONG_REASONS = saying("asking.among_reasons")
_AT_THE_END = saying("asking.so_many_at_the_end")
_WHICH_IS_SO_MANY = saying("asking.which_is_so_many")
_ANY_PART = saying("asking.any_part")
_WHICH_ONE = saying("asking.which_one")
_AGAINST_SECOND = saying("asking.against_second")
_EXACTLY = saying("asking.exactly")
_DOUBTS = saying("asking.doubts")
COMPUTING = ("op.most", "op.least", "op.rank", "op.top", "op.which_more", "op.which_less", "op.above", "op.below", "op.zero", "op.between")


def asks_amount(frame: Frame) -> bool:
    return bool(AMOUNT.search(frame.text))


def asks_yes_or_no(frame: Frame) -> bool:
    """To be answered with yes or no."""
    if "measure" in frame.inherited and _DOUBTS.search(frame.text):
        return False  # 真的吗 after a figure: it is told again, with its source
    times = frame.has("op.above", "op.below") and any(f.unit == "倍" for _, f in frame.figures)
    if _ENGLISH_QUESTION.search(frame.text) or frame.has("op.which_year", "op.which_agency", "op.which_more", "op.which_less") or (frame.has("op.ratio") and not times) or (_lists(frame) and not held_against_number(frame)):
        return False
    if frame.has("op.half", "op.negative") or ("分之" in frame.text and frame.has("op.above", "op.below")):
        return True
    if frame.figures and _DOUBTED.search(frame.text) and not asks_amount(frame) and not frame.has(*COMPUTING):
        return True
    if frame.has("op.zero", "op.nonzero") and _QUESTION_MARK.search(frame.text) and not asks_amount(frame):  # 国家秘密挂零？
        return True
    if frame.has("op.than") and names_several(frame) and _MORE_OR_LESS.search(frame.text) and not asks_amount(frame):  # 官司比复议少？
        return True
    if _PUT_FORWARD.search(frame.text) and frame.measured() and not asks_amount(frame):  # 法院是维持了吧
        return True
    strong_exists = any(op.id == "op.exists" and op.text not in ("有", "any") for op in frame.ops)
    bounded = frame.has("op.above", "op.below") and bool(frame.figures)
    compared = frame.has("op.above", "op.below") and not frame.figures and names_several(frame) and not asks_amount(frame)
    asked = compared or frame.has("op.yesno") or strong_exists or bool(_POLAR.search(frame.text)) or any(op.text == "any" for op in frame.ops)
    return (asked and (not asks_amount(frame) or bounded)) or (bounded and not asks_amount(frame))


def _lists(frame: Frame) -> bool:
    """Asks which of several; 第三方理由超过五件吗 names the one reason."""
    alone = names_leaf(frame) and all(op.text in ("理由", "原因", "情形") for op in frame.ops if op.id == "op.which_row")
    return frame.has("op.list", "op.count_kinds") or (frame.has("op.which_row") and not alone) or (frame.has("op.which_column") and frame.has("op.zero", "op.nonzero") and not frame.columns())


def names_leaf(frame: Frame) -> bool:
    """One row that has no parts."""
    return len(frame.rows()) == 1 and len(children(frame.rows()[0])) < 2 and not names_group(frame)


def asks_figure(frame: Frame) -> bool:
    """To be answered with a figure or with yes or no."""
    return asks_amount(frame) or asks_yes_or_no(frame)


def is_bounded(frame: Frame) -> bool:
    return (frame.has("op.above", "op.below") and bool(frame.figures)) or frame.has("op.zero", "op.nonzero") or is_range(frame) or is_exact(frame)


def is_range(frame: Frame) -> bool:
    """在五十到七十二件之间: two numbers and a word that sets them as ends."""
    return len(frame.figures) > 1 and (frame.has("op.between") or bool(_FROM_TO.search(frame.text)))


def is_exact(frame: Frame) -> bool:
    """件数正好六件的是哪一项, 等于2件的理由有几种: what is looked for has that very number."""
    return bool(frame.figures) and names_group(frame) and bool(_EXACTLY.search(frame.text))


def which_is_so_many(frame: Frame) -> bool:
    """不予公开里正好是2件的是哪条: the part of a group that has just that figure."""
    asked = _WHICH_IS_SO_MANY.search(frame.text) and _WHICH_ONE.search(frame.text)
    return bool(asked) and len(frame.figures) == 1 and (names_group(frame) or (frame.has("op.which_row") and not frame.measured())) and not names_several(frame) and not frame.has(*COMPUTING, "op.share", "op.which_agency", "op.which_year", "op.count_kinds", "op.sum", "op.difference")


def asks_any_part(frame: Frame) -> bool:
    """理由有没有一条超过三百的, 理由有超过三件的吗: a bound that one of the parts may pass, not all of them together."""
    return is_bounded(frame) and names_group(frame) and not names_several(frame) and bool(_ANY_PART.search(frame.text)) and not frame.has("op.share", "op.which_agency", "op.which_year", "op.count_kinds", "op.sum", "op.all")


def names_rate(frame: Frame) -> bool:
    return any(family(r) == "rate" for r in frame.rows())


def names_several(frame: Frame) -> bool:
    """More than one figure is named."""
    return figures_named(frame) > 1


def names_group(frame: Frame) -> bool:
    return any(len(children(r)) > 1 or r in ("s3.result", "s3.new") for r in frame.rows()) or any(r.startswith("s4.") for r in frame.rows())


def asks_parts_of_each(frame: Frame) -> bool:
    """不予公开、无法提供底下的理由逐条列出: several groups, and a word for the reasons that each is made of; 因各种理由 tells nothing of them."""
    rows = frame.rows()
    groups = len(rows) > 1 and all(r.startswith("s3.result.") and len(children(r)) > 1 for r in rows)
    told = frame.has("op.parts") or (frame.has("op.which_row", "op.list", "op.nonzero", "op.zero", "op.most", "op.least") and _REASONS.search(frame.text))
    added = frame.has("op.sum") and not frame.has("op.nonzero", "op.zero", "op.count_kinds")  # 不是零的一共有几个 counts them
    return groups and bool(told) and not _FOR_REASONS.search(frame.text) and not added


def as_one_figure(frame: Frame) -> bool:
    """那八条理由累加起来: the group as one figure, not its parts."""
    whole = frame.has("op.parts") and not frame.has("op.list", "op.count_kinds")  # 各种理由一共几件
    return any(op.id == "op.sum" and (whole or _ADDS.search(op.text)) for op in frame.ops) and len(frame.rows()) == 1 and not (frame.has("op.zero", "op.nonzero") and counts_kinds(frame))


_COUNTERS = ("条", "种", "类", "者", "个")  # 一共列了八条理由: how many there are


def held_against_number(frame: Frame) -> bool:
    """复议四个结果加一起是不是41, 八条理由加起来是不是178: a sum and the number it is held against; 是予以公开的三分之一对不对: a part."""
    if frame.has("op.check", "op.consistent") and ("分之" in frame.text or frame.has("op.half")):
        return True
    summed = next((op.position for op in frame.ops if op.id == "op.sum" and op.position >= 0), None)
    return summed is not None and any(at > summed and f.unit not in _COUNTERS for at, f in frame.figures) and not frame.has("op.count_kinds")


def ends_added(frame: Frame) -> bool:
    """复议几种结果加起来, 这两个数加起来: the words 结果 and 数 list nothing."""
    return _ADDED_UP.search(frame.text) is not None and all(op.text.endswith("结果") or "个数" in op.text for op in frame.ops if op.id == "op.list")


def by_applicant(frame: Frame) -> bool:
    """每类申请人予以公开多少, 法人部分公开各几件: a row that is told applicant by applicant."""
    return (frame.has("op.which_column") or (frame.columns() == ("@legal_person",) and bool(frame.rows()))) and all(family(r) == "s3" for r in frame.rows())


def asks_what_is_nth(frame: Frame) -> bool:
    """第二多的是哪类 asks for the one that stands there."""
    op = frame.op("op.nth")
    return bool(op and op.text[1:2] not in "几")


def grows_in_percent(frame: Frame) -> bool:
    text = "".join(op.text for op in frame.ops if op.id in ("op.growth", "op.percent", "op.share"))
    if _AMOUNT_OF.search(frame.text) and not _PERCENT_SAID.search(text):
        return False
    return bool(_IN_PERCENT.search(text)) or not asks_amount(frame)


def only_looks(frame: Frame) -> bool:
    """核对一下…是多少, 发了十二期，对不对: a figure is asked for or put forward, the report as a whole is not doubted."""
    looks = all(op.text in _LOOKS for op in frame.ops if op.id == "op.check")
    return frame.measured() and looks and (asks_amount(frame) or bool(frame.figures) or frame.has("op.zero", "op.which_more", "op.which_less") or bool(_TO_CHECK.search(frame.text)))


def one_and_its_parts(frame: Frame) -> bool:
    """直接起诉那四个结果相加等不等于总计: one row, whose parts the form names."""
    return len(frame.rows()) == 1 and set(frame.columns()) <= {".total", "@total"} and (frame.rows()[0].startswith("s4.") or frame.has("op.which_column"))


def of_both_blocks(frame: Frame) -> bool:
    """复议、诉讼各自的结果加起来都等于总计吗: reviews and lawsuits and nothing else, each with a total of its own."""
    rows = set(frame.rows())
    return not frame.figures and (rows == {"s4.all"} or rows == {"s4.review", "s4.suit"}) and (frame.has("op.ends") or set(frame.columns()) <= {".total"})


def between_figures(frame: Frame) -> bool:
    """The difference between A and B of a body or a year: by how much, not what sets them apart."""
    placed = any(o.names or o.years for o in frame.operands) or bool(_HOW_BIG.search(frame.text))
    return "difference between" in frame.text and placed and not _WHAT_IT_IS.search(frame.text)


def of_the_reports(frame: Frame) -> bool:
    """最早能查哪一年的报告, 从哪年收到哪年: of the reports, not of a reading room in one."""
    if any(op.id == "op.coverage" and op.text.startswith("从哪") for op in frame.ops):
        return True
    return "报告" in frame.text and all(family(r) == "prose" for r in frame.rows())


def names_prose_or_period(frame: Frame) -> bool:
    prose = any(r.startswith("n.") for r in frame.rows()) or "s2.art20_1.normative" in frame.rows()
    return prose or "meta.period" in frame.details or "正文" in frame.text


def counts_kinds(frame: Frame) -> bool:
    if any(op.id in ("op.which_column", "op.which_row", "op.which_agency") and (op.text.startswith(("几", "多少")) or (op.id == "op.which_agency" and op.text.endswith(("几份", "几家", "几个")))) for op in frame.ops):
        return True
    limited = frame.has("op.which_row", "op.above", "op.below", "op.nonzero", "op.zero")
    kinds = _KINDS_OR_SO_MANY if frame.has("op.parts", "op.zero", "op.nonzero") or _AT_THE_END.search(frame.text) or _AMONG_REASONS.search(frame.text) else _KINDS
    return limited and names_group(frame) and bool(kinds.search(frame.text))


def asks_nth(frame: Frame) -> bool:
    op = frame.op("op.nth")
    if frame.has("op.most", "op.least") and _AGAINST_SECOND.search(frame.text):
        return False
    return bool(op and (_PLACE_ENDS.search(op.text) or _PLACE_BEGINS.match(op.text)))


def changes(frame: Frame) -> bool:
    return any(c == ".change" for c in frame.columns())
