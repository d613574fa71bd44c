"""Made-up reports of real places, for the answer policy: every trap stands in exactly one of them.

宝应县人民政府   2018 (form of 2008), 2019, 2020 (form of 2019), 2021, 2022 (form of 2021): figures that add up
宝应县教育局     2022: a whole column left blank
高邮市人民政府   2021: 行政复议 does not add up; 2022: as it should
仪征市人民政府   2022: one cell with two readings
"""

from decimal import Decimal

from index.models import Detail, Fact, Place, Report, Section
from tests.answering.archives import complete, report

BAOYING, SCHOOLS, GAOYOU, YIZHENG = "宝应县人民政府", "宝应县教育局", "高邮市人民政府", "仪征市人民政府"
_R = "s3.result"

OLD = {
    f"t08.{row}@{column}": number * times
    for row, number in {"request.online": 30, "request.letter": 10, "request.total": 40, "reply.granted": 33, "reply.denied": 5, "reply.total": 38, "review": 3}.items()
    for column, times in (("year", 1), ("cumulative", 2))
}
PLAIN = {
    f"{_R}.granted@natural": 20, f"{_R}.granted@enterprise": 4, f"{_R}.partial@natural": 6,
    f"{_R}.denied.third_party@natural": 3, f"{_R}.denied.third_party@enterprise": 1, f"{_R}.denied.process@natural": 5,
    f"{_R}.unable.not_held@natural": 7, f"{_R}.unable.unclear@natural": 6, f"{_R}.unprocessed.repeat@natural": 2,
    f"{_R}.unprocessed.petition@natural": 9, "s3.carried_in@natural": 4, "s3.carried_out@natural": 3,
    "s4.review.upheld": 8, "s4.review.corrected": 2, "s4.review.pending": 2,
    "s4.suit_direct.upheld": 5, "s4.suit_direct.corrected": 1, "s4.suit_after_review.upheld": 3, "s4.suit_after_review.pending": 1,
}
OF_2019 = {
    "s2.art20_5.license.prev_items": 300, "s2.art20_5.license.change": 12, "s2.art20_5.license.decisions": 4100,
    "s2.art20_6.penalty.prev_items": 900, "s2.art20_6.penalty.change": -30, "s2.art20_6.penalty.decisions": 2200,
    "s2.art20_8.fee.prev_items": 45, "s2.art20_8.fee.change": -5, "s2.art20_9.procurement.items": 8, "s2.art20_9.procurement.amount_wan": "1250.5",
    "s2.art20_1.normative.new_made": 6, "s2.art20_1.normative.new_disclosed": 7, "s2.art20_1.normative.total_disclosed": 70,
}
OF_2021 = {
    "s2.art20_5.license.decisions": 5000, "s2.art20_6.penalty.decisions": 2400, "s2.art20_8.fee.amount_wan": "320.25",
    "s2.art20_1.normative.issued": 5, "s2.art20_1.normative.repealed": 2, "s2.art20_1.normative.in_force": 60,
}


def baoying() -> list[Report]:
    plus = {f"{_R}.granted@natural": 30}
    return [
        report(BAOYING, 2018, "2008", complete("2008", OLD)),
        report(BAOYING, 2019, "2019", complete("2019", PLAIN | OF_2019 | {f"{_R}.other@natural": 0})),
        report(BAOYING, 2020, "2019", complete("2019", PLAIN | OF_2019 | plus | {f"{_R}.other@natural": 4}), **_words(2020)),
        report(BAOYING, 2021, "2021", complete("2021", PLAIN | OF_2021 | {f"{_R}.other.misc@natural": 1, f"{_R}.other.no_supplement@natural": 2})),
        report(BAOYING, 2022, "2021", complete("2021", PLAIN | OF_2021 | plus | {"s2.art20_6.penalty.decisions": 3000})),
    ]


def _words(year: int) -> dict[str, tuple]:  # type: ignore[type-arg]
    text = f"{year}年，组织培训50余人次。一是公开内容不够全面；二是解读形式单一。"
    return {
        "facts": (Fact(Decimal(50), "50余", "人次", True, "组织培训", text, "s1", Place(2), "n.training"),),
        "sections": (Section("s5", "五、存在的主要问题及改进情况", ("一是公开内容不够全面；二是解读形式单一。",), Place(9)),),
        "details": (Detail("phone", "0514-88200000", "联系电话：0514-88200000", Place(1)),),
    }


def schools() -> Report:
    """The rows of 法律服务机构 are blank, and so is 行政强制."""
    figures = complete("2021", PLAIN | OF_2021)
    blank = {cell: None for cell in figures if cell.endswith("@legal_service")} | {"s2.art20_6.coercion.decisions": None}
    return report(SCHOOLS, 2022, "2021", figures | blank)


def gaoyou() -> list[Report]:
    """2021: the four outcomes of 行政复议 make 12, its printed total is 2."""
    wrong = complete("2021", PLAIN | OF_2021) | {"s4.review.total": complete("2021", {"s4.review.upheld": 2})["s4.review.total"]}
    more = PLAIN | OF_2021 | {f"{_R}.granted@natural": 50, f"{_R}.unable.not_held@natural": 0}
    return [report(GAOYOU, 2021, "2021", wrong), report(GAOYOU, 2022, "2021", complete("2021", more))]


def yizheng() -> Report:
    figures = complete("2021", PLAIN | OF_2021)
    return report(YIZHENG, 2022, "2021", figures, readings={"s2.art20_1.normative.in_force": (665, 3665)})


def town() -> list[Report]:
    return [*baoying(), schools(), *gaoyou(), yizheng()]
