"""Every row with every column, in several orders and words: the crossing and nothing else."""

from collections.abc import Iterable, Iterator

import pytest

from handlers.answering.asked.measures import label
from index.forms import load_forms
from tests.answering.known import judged
from tests.answering.worlds import made

APPLICANTS = {
    "natural": ("自然人", "个人"), "enterprise": ("商业企业", "企业"), "research": ("科研机构",), "welfare": ("社会公益组织",),
    "legal_service": ("法律服务机构",), "other_org": ("其他组织",),
}
OUTCOMES = {"upheld": ("结果维持", "维持"), "corrected": ("结果纠正", "纠正"), "other": ("其他结果",), "pending": ("尚未审结", "未审结"), "total": ("总计", "总数")}
BLOCKS = {"s4.review": ("行政复议", "复议"), "s4.suit_direct": ("未经复议直接起诉",), "s4.suit_after_review": ("复议后起诉",), "s4.suit": ("行政诉讼", "官司")}
ITEMS = {"s2.art20_5.license": ("行政许可", "许可"), "s2.art20_5.other_services": ("其他对外管理服务事项",), "s2.art20_6.penalty": ("行政处罚", "处罚"), "s2.art20_6.coercion": ("行政强制",)}
ITEM_COLUMNS = {"prev_items": ("上一年项目数量", "上年项目数"), "change": ("本年增减",), "decisions": ("处理决定数量", "处理决定")}
PAPERS = {"s2.art20_1.rules": ("规章",), "s2.art20_1.normative": ("规范性文件",)}
PAPER_COLUMNS = {"new_made": ("新制作数量",), "new_disclosed": ("新公开数量",), "total_disclosed": ("对外公开总数量",)}
NEW_PAPER_COLUMNS = {"issued": ("制发件数",), "repealed": ("废止件数",), "in_force": ("现行有效件数",)}
WAYS = ("宝应{y}年{c}{r}多少件", "宝应{y}年{r}里{c}几件", "{c}在宝应{y}年{r}有多少", "宝应 {r} {c} {y}", "{y}年宝应{r}，{c}多少")

Words = dict[str, tuple[str, ...]]


def rows(edition: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(name, rows it is made of) of every row of section III."""
    for meaning in load_forms()[edition].meanings.values():
        if meaning.id.startswith("s3.") and meaning.column == "total" and meaning.row != "s3.result":
            parts = tuple(p.split("@")[0] for p in meaning.parts)
            yield label(meaning.row), (meaning.row,) if meaning.printed or not parts else parts


def of_requests(year: int, edition: str) -> Iterator[tuple[str, set[str]]]:
    """(question, its cells) for every row of section III × every applicant."""
    for name, parts in rows(edition):
        for column, words in APPLICANTS.items():
            for number, word in enumerate(words):
                way = WAYS[(len(name) + number) % len(WAYS)]
                yield way.format(y=year, r=name, c=word), {f"{part}@{column}" for part in parts}


def of_table(year: int, named: Words, columns: Words) -> Iterator[tuple[str, set[str]]]:
    for row, names in named.items():
        for column, words in columns.items():
            parts = ("s4.suit_direct", "s4.suit_after_review") if row == "s4.suit" else (row,)
            yield from ((way.format(y=year, r=r, c=c), {f"{part}.{column}" for part in parts}) for r in names for c in words for way in WAYS)


TABLES: dict[str, Iterable[tuple[str, set[str]]]] = {
    "requests 2020": list(of_requests(2020, "2019")),
    "requests 2021": list(of_requests(2021, "2021")),
    "cases": list(of_table(2020, BLOCKS, OUTCOMES)),
    "items": list(of_table(2020, ITEMS, ITEM_COLUMNS)),
    "papers 2020": list(of_table(2020, PAPERS, PAPER_COLUMNS)),
    "papers 2021": list(of_table(2021, PAPERS, NEW_PAPER_COLUMNS)),
}


def missed(questions: Iterable[tuple[str, set[str]]]) -> Iterator[str]:
    for question, cells in questions:
        reply = made(0).asked.ask(question)
        if [set(v.cells) for v in reply.values] != [cells]:
            yield f"{question} → {reply.status} {[v.cells for v in reply.values]} {reply.text[:50]}"


@pytest.mark.parametrize("table", TABLES)
def test_every_row_with_every_column(table: str) -> None:
    judged("crossings", table, list(missed(TABLES[table])))
