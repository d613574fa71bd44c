"""What a question counts in against what the answer is counted in: 花了多少钱 is not answered with 50 人次."""

import re

from handlers.answering.asked.frames import Frame
from handlers.answering.operations.base import Answer
from handlers.answering.replies.parts_of_report import misplaced
from handlers.answering.replies.scope import Shortfall
from handlers.answering.replies.units import FACTORS
from handlers.answering.words.speech import saying

_MONEY = re.compile(r"(?:多少|几|好多|几多)(?:钱|元|块钱|万元|亿元)|金额|数额|(?:换算?|折合?算?|合|按|以|用)(?:成|为|计)?(?:多少)?[亿万]?元|how much money|(?:how many|in) (?:yuan|rmb)|duoshao ?qian")
_PERSONS = re.compile(r"(?:多少|几)(?:个|名|位)?(?:人(?!次)|老师|干部|领导|单位|部门)|哪些(?:人|干部|领导|单位|部门)")
_OCCASIONS = re.compile(r"(?:多少|几)(?:场|次|期|堂|节|轮|批|回|个?课时)")
_OBJECTS = re.compile(r"(?<!哪)(?:多少|几)(?:家|户|台|辆|栋|幢|亩|处(?!理|罚|置)|间|公里|平方|吨)")
_THINGS = re.compile(r"(?:多少|几)(?:个(?!亿|千|百)|次|件|项|家)")
_ITEMS = re.compile(r"(?:多少|几)项")
_MONEY_UNIT = re.compile(r"[万亿元钱块]|yuan|rmb")
_COPIES = re.compile(r"(?:多少|几)(?:份|册|本)")
_PERCENT = re.compile(r"百分之(?:几|多少)|占比|百分比|百分率|几成|比例(?:是|为)?(?:多少|几|多大|多高)|[%％]\s*[?？。]?$|what (?:percentage|percent|share|proportion)|percentage of")
_RELATIVE = ("%", "成", "倍", "个百分点", "分之")
_COUNTED_OUT = re.compile(r"人次|人数")
_BY_PERSON = saying("asking.so_many_persons")
_AGAIN = frozenset({"s3.result.unprocessed.repeat", "s3.result.unprocessed.excessive"})
_IN_MONEY = frozenset({"s2.art20_8.fee", "s2.art20_9.procurement"})
_CONTACTS = frozenset({"meta.phone", "meta.email", "meta.postcode", "meta.address"})
_SEVERAL = re.compile(r"(?:几|多少)(?:个|次|通|部|封|条|人|件)|how many|number of")


def passed_over(frame: Frame, answer: Answer) -> Shortfall | None:
    """Why the answer is none to what was asked: it stands elsewhere, is counted in something else, or is no share."""
    other, share = _unlike(frame, answer), _share_passed_over(frame, answer)
    elsewhere = misplaced(frame, answer)
    if elsewhere:
        return elsewhere
    if other:
        return Shortfall("not_in_report", "not_counted_so", (("words", other),))
    return Shortfall("not_understood", "steps_left", (("words", share),)) if share else None


def _unlike(frame: Frame, answer: Answer) -> str:
    """The words that ask for money, persons or occasions when no value of the answer is any; '' when it fits."""
    units = [v.unit for v in answer.values]
    if not any(units) or any("%" in u or u in ("倍", "成") for u in units):
        return ""
    money = _MONEY.search(frame.text)
    missing = len(frame.rows()) > 1 and (".amount_wan" in frame.columns() or _IN_MONEY & set(frame.rows()))  # 许可件数和采购金额: one is told, the other named as missing
    if money and not missing and not any(u in FACTORS for u in units):
        return money[0]
    again = _BY_PERSON.search(frame.text)
    if again and frame.rows() and _AGAIN.issuperset(frame.rows()):  # 反复申请的人有几个: requests are counted, not who hands them in
        return again[0]
    items = _ITEMS.search(frame.text)
    if items and frame.elliptic and not frame.strong and frame.rows() == ("s3.new",):  # 几项收的 after fees: requests are counted in 件
        return items[0]
    things = _THINGS.search(frame.text)
    if things and all(u in FACTORS for u in units) and not money and not _MONEY_UNIT.search(frame.text):
        return things[0]
    objects = _OBJECTS.search(frame.text)
    if objects and not frame.has("op.except") and frame.rows() and any(o.names for o in frame.operands) and all(r.startswith(("s2.", "s4.")) for r in frame.rows()):
        return objects[0]
    return _told_otherwise(frame.text, units) if frame.rows() and all("n." in r for r in frame.rows()) else ""


def _share_passed_over(frame: Frame, answer: Answer) -> str:
    """The words that ask for a share when the answer is none; '' when it is one or none was asked for."""
    asked = _PERCENT.search(frame.text)
    told = any(u in v.unit for v in answer.values for u in _RELATIVE) or answer.verdict is not None
    return asked[0] if asked and answer.values and any(v.unit for v in answer.values) and not told and frame.rows() else ""


def _told_otherwise(text: str, units: list[str]) -> str:
    """培训几场 of 50 人次, 通报了几个人 of 12 期."""
    persons, occasions = _PERSONS.search(text), _OCCASIONS.search(text)
    if persons and not any("人" in u for u in units):
        return persons[0]
    if occasions and not _COUNTED_OUT.search(text) and all("人" in u or "条" in u for u in units):
        return occasions[0]
    copies = _COPIES.search(text)
    return copies[0] if copies and all(u == "期" for u in units) else ""


def contact_passed_over(frame: Frame) -> str:
    """打电话来申请的几件, 热线接了几个电话: a contact beside a figure is a way of asking that no form counts."""
    if not _CONTACTS & set(frame.details):
        return ""
    for part in _PARTS.split(frame.text):
        found = _CONTACT_WORD.search(part)
        if (found and _SEVERAL.search(part)) or (found and frame.measured() and _REQUEST.search(part)):
            return found[0]
    return ""


_PARTS = re.compile("[,，。;；:：]")
_REQUEST = re.compile("申请|要|答复|回复|递|提交|request|application|received|filed|shenqing|吗|多少|几")
_CONTACT_WORD = re.compile("电话|热线|座机|邮箱|邮件|电邮|信箱|email|e-mail|mail|phone|hotline|call|dianhua|youxiang|youjian|地址|邮编")
