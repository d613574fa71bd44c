"""What an operand of a follow-up lacks, taken over from the one before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measures import ITEMS, ancestors, crosses, family, label
from handlers.answering.replies.units import asked_unit
from handlers.answering.words.mentions import Years
from handlers.answering.words.speech import saying

_WHETHER = re.compile("(?:吗|么|嘛|没有?|不)[呀啊呢]?[?？,，]?$")
_AND_THAT = saying("follow_ups.and_that")
_THAN_YEAR_BEFORE = saying("follow_ups.than_year_before")
_UP_TO = saying("follow_ups.up_to")
_TAKEN = saying("follow_ups.taken_in")
_GROWS = re.compile("[增减涨降]了?[加少]?了?(?:多少|几)")
_COUNTS_ITEMS = re.compile("(?:多少|几)项")
_MONEY = re.compile("[元钱块]")
_OF_ALL = re.compile("一共|总共|全部|所有|总[计数量的]|合计|拢共")

_OUTCOMES = ("s3.result", "s3.carried", "disclosed", "not_public")
_OF_THEM = saying("follow_ups.of_them")
_APPLIED = saying("follow_ups.applied")


def moved(operand: Operand, frame: Frame) -> Operand:
    """An earlier operand under the body and year said now."""
    if not frame.operands:
        return operand
    said = frame.operands[-1] if len(frame.operands) == 1 else frame.operands[0]
    names = said.names or operand.names
    columns = (".prev_items",) if operand.columns == (".decisions",) and _COUNTS_ITEMS.search(frame.text) else operand.columns  # 它上一年是多少项
    both = _beside_year_before(replace(said, columns=columns, rows=operand.rows, names=names), operand)
    return (both if "项" in frame.text else None) or replace(operand, names=names, years=_shifted(said.years, operand.years) or operand.years)


def placed(operand: Operand, last: Frame) -> Operand:
    earlier = last.operands[-1] if last.operands else Operand()
    return replace(operand, names=operand.names or earlier.names, years=_shifted(operand.years, earlier.years) or earlier.years)


OF_LISTS = frozenset({".prev_items", ".items", ".change", ".current_items"})  # 增加了几项 is the list's own change


def completed(operand: Operand, last: Frame, frame: Frame, same_message: bool) -> Operand:
    """An operand with a row or a column of its own; what else it lacks is taken over."""
    earlier = last.operands[-1] if last.operands else Operand()
    operand = _of_last_block(_beside_year_before(operand, earlier) or _against_year_before(operand, earlier, frame) or placed(operand, last), last, frame.text)
    if not operand.rows:
        rows_open = any(family(s.id) == "s3" for u in frame.unclear for s in u.senses if s.kind != "column") and all(c.startswith("@") for c in operand.columns)
        if frame.unclear and (rows_open or not operand.columns):  # 公开了几件, 企业公开几件: what is not clear is not what was asked before
            return operand
        fitting = next((o for o in reversed(last.operands) if o.rows and _fit(operand.columns, o.rows)), None)
        return replace(operand, rows=fitting.rows) if fitting else operand
    if same_message and not frame.operands[0].names and not frame.operands[0].years and _asked_whether(last):
        operand = _narrowed(operand, earlier, frame.text)
    if same_message and _goes_on(operand, last, frame):
        return replace(operand, columns=earlier.columns)
    if same_message and operand.rows == earlier.rows and operand.names and not operand.columns:  # 律所提的申请，杭州几件、淮安几件
        return replace(operand, columns=earlier.columns)
    if not operand.columns and _left_open(earlier) and _fit(earlier.columns, operand.rows):  # 复议的 after 维持多少件, which named no row
        return replace(operand, columns=earlier.columns)
    again = same_message and bool(_AND_THAT.search(frame.text)) and not operand.columns and bool(set(earlier.columns) & OF_LISTS)  # 许可项目几项？处罚呢
    if again and (operand.names, operand.years) == (earlier.names, earlier.years) and _fit(earlier.columns, operand.rows):
        return replace(operand, columns=earlier.columns)
    short = not same_message and not any(o.names or o.years for o in frame.operands)
    if short and not operand.columns and earlier.columns and _fit(earlier.columns, operand.rows) and (len(earlier.columns) == 1 or _AND_THAT.search(frame.text) or frame.has("op.list")):
        return replace(operand, columns=earlier.columns)
    return operand


def _left_open(earlier: Operand) -> bool:
    return bool(earlier.columns) and not earlier.rows and not all(c.startswith("@") for c in earlier.columns)


def grows_itself(frame: Frame, last: Frame) -> bool:
    """增加了多少 after 许可的项目数: the list has its own change, and is set against nothing said before."""
    columns = {c for o in last.operands for c in o.columns}
    return bool(columns) and columns <= {".prev_items", ".items"} and bool(_GROWS.search(frame.text))


def of_them(frame: Frame, last: Frame) -> Frame:
    """其中自然人申请的几件, 这几件都是个人提的吗 after 部分公开几件: who asked for those, not how many requests there were."""
    applicants = len(frame.operands) == 1 and all(c.startswith("@") and c != "@total" for c in frame.columns())
    alone = applicants and bool(frame.columns()) and frame.rows() == ("s3.new",) and not frame.only().names and not frame.only().years
    results = bool(last.rows()) and all(r.startswith(_OUTCOMES) for r in last.rows())
    if not (alone and results and _OF_THEM.search(frame.text) and _APPLIED.search(frame.text)):
        return frame
    return replace(frame, operands=(replace(frame.only(), rows=()),))


def of_another_table(operand: Operand, last: Frame) -> bool:
    """企业的呢 after 行政处罚多少: who applied is said of no penalty, licence or lawsuit."""
    applicants = bool(operand.columns) and not operand.rows and all(c.startswith("@") for c in operand.columns)
    return applicants and bool(last.rows()) and all(family(r) in ("s2", "s4") for r in last.rows())


def same_detail(frame: Frame, last: Frame) -> Frame | None:
    """联系电话是多少，那淮安的呢: the same of another report; None when something else is said or was asked."""
    silent = not (frame.measured() or frame.details or frame.definitions or frame.topics)
    if not (silent and frame.operands and last.details) or last.measured():
        return None
    return replace(frame, details=last.details, operands=tuple(placed(o, last) for o in frame.operands), unclear=())


def fee_again(frame: Frame, last: Frame) -> Frame:
    """信息处理费收了多少，那淮安收了多少: what is taken in after a fee is money, no request."""
    fees = [o for o in last.operands if any("费" in label(r) for r in o.rows)]
    if frame.rows() != ("s3.new",) or frame.columns() or not fees or not _TAKEN.search(frame.text):
        return frame
    return replace(frame, operands=tuple(replace(o, rows=fees[-1].rows, columns=fees[-1].columns) for o in frame.operands))


def in_other_unit(frame: Frame, last: Frame) -> Frame:
    """合多少万 after 许可多少件: a unit, no money, of what has no money."""
    alone = frame.columns() == (".amount_wan",) and not frame.rows() and not any(o.names or o.years for o in frame.operands)
    counted = last.rows() and not any(crosses(r.split("/")[-1], ".amount_wan") for r in last.rows()) and asked_unit(frame.text)
    return replace(frame, operands=()) if alone and counted and not frame.ops and not _MONEY.search(frame.text) else frame


def up_to(frame: Frame, last: Frame) -> Frame:
    """一直到2022，合计 after 2019年: all the years from the one asked about."""
    first = [y.values[0] for o in last.operands for y in o.years if y.kind == "absolute"]
    said = [y for o in frame.operands for y in o.years]
    if not _UP_TO.match(frame.text) or len(first) != 1 or len(said) != 1 or said[0].kind != "absolute" or said[0].values[0] <= first[0]:
        return frame
    span = Years("absolute", tuple(range(first[0], said[0].values[0] + 1)))
    return replace(frame, operands=tuple(replace(o, years=(span,)) if o.years else o for o in frame.operands))


def _asked_whether(last: Frame) -> bool:
    """科研院所申请过吗: yes or no was asked of one thing."""
    return len(last.operands) == 1 and (last.has("op.exists", "op.yesno") or bool(_WHETHER.search(last.text)))


_SAME_SENTENCE = re.compile("[^。！？；!?;]$")
_EACH_DID = saying("follow_ups.each_did")
_ONE_MORE = 10  # characters of 又办结了多少件


def _goes_on(operand: Operand, last: Frame, frame: Frame) -> bool:
    """企业新收几件，办结几件: the applicant said before the first verb did, or got, what the second one says."""
    earlier = last.operands[0] if len(last.operands) == 1 and (len(last.operands[0].columns) == 1 or _EACH_DID.search(last.text)) else Operand()
    said = frame.operands[0]
    same = said.names in ((), earlier.names) and said.years in ((), earlier.years)
    bare = not operand.columns and len(frame.operands) == 1 and same and len(frame.text) <= _ONE_MORE
    told = bool(earlier.rows or earlier.columns) and "measure" not in last.inherited and all(c.startswith("@") for c in earlier.columns) and "@total" not in earlier.columns
    return bare and told and bool(_SAME_SENTENCE.search(last.text)) and not _OF_ALL.search(frame.text) and all(family(r) == "s3" for r in (*earlier.rows, *operand.rows))


def _narrowed(operand: Operand, earlier: Operand, text: str) -> Operand:
    """…，递了几件: of the applicant and the reason that yes or no was asked of, unless all of them are meant."""
    if operand.columns or _OF_ALL.search(text):
        return operand
    rows = earlier.rows if any(r in ancestors(e) for r in operand.rows for e in earlier.rows) else operand.rows
    applicants = earlier.columns if all(c.startswith("@") for c in earlier.columns) and _fit(earlier.columns, rows) else ()
    return replace(operand, rows=rows, columns=applicants)


def _beside_year_before(operand: Operand, earlier: Operand) -> Operand | None:
    """它的项目数比上一年涨了几成: of a list of items both years stand in one report, so none is counted back."""
    of_items = set(operand.columns) <= {".prev_items", ".items", ".change"} and bool(operand.columns) and set(operand.rows or earlier.rows) <= ITEMS
    told = of_items and bool(operand.years) and all(y.kind == "previous" for y in operand.years)
    return replace(operand, names=operand.names or earlier.names, years=(*earlier.years, *operand.years)) if told else None


def _against_year_before(operand: Operand, earlier: Operand, frame: Frame) -> Operand | None:
    """部分公开比前一年多几件 after 2022年收到几件: the year spoken of against the one before it."""
    told = bool(earlier.years) and len(frame.operands) == 1 and bool(operand.years) and all(y.kind == "previous" for y in operand.years)
    if not told or not _THAN_YEAR_BEFORE.search(frame.text):
        return None
    return replace(operand, names=operand.names or earlier.names, years=(*earlier.years, *_shifted(operand.years, earlier.years)))


_IN_COURT = re.compile("官司|[诉告]|法院|court|lawsuit|suit")


def _of_last_block(operand: Operand, last: Frame, text: str) -> Operand:
    """纠正率 after a question on reviews is that of reviews, 败诉率 is not; 诉讼的呢 after a rate of reviews is that rate."""
    rates = {r for r in last.rows() if r.startswith(("d.review_", "d.suit_"))}
    if len(rates) == 1 == len(last.rows()) and operand.rows in (("s4.review",), ("s4.suit",)) and not operand.columns and _AND_THAT.search(text):
        return replace(operand, rows=(f"d.{operand.rows[0][3:]}_{min(rates).partition('_')[2]}",))
    if _IN_COURT.search(text) or not all(r.startswith(("s4.review", "d.review_")) for r in last.rows() or ("",)):
        return operand
    return replace(operand, rows=tuple(r.replace("d.suit_", "d.review_") for r in operand.rows))


def _fit(columns: Sequence[str], rows: Sequence[str]) -> bool:
    return all(crosses(r.split("/")[-1], c) for c in columns for r in rows)


def _shifted(said: tuple[Years, ...], earlier: tuple[Years, ...]) -> tuple[Years, ...]:
    """上一年, 同年 are counted from the year spoken of."""
    result: list[Years] = []
    spoken = [v for y in earlier if y.kind == "absolute" for v in y.values]
    for years in said:
        if years.kind == "same":
            result += earlier
        elif years.kind == "next" and years.values and spoken:
            result.append(Years("absolute", tuple(range(spoken[-1] + 1, spoken[-1] + 1 + years.values[0]))))
        elif years.kind == "since" and years.values == (0,) and spoken:
            result.append(Years("since", (spoken[-1] + 1,)))
        elif years.kind == "before" and spoken:
            result.append(Years("absolute", tuple(range(spoken[0] - years.values[0], spoken[0]))))
        elif years.kind in ("previous", "next") and spoken:
            result.append(Years("absolute", (spoken[-1] + (-1 if years.kind == "previous" else 1),)))
        else:
            result.append(years)
    return tuple(result)
