"""Does the number of reports matter? The same questions over a small and over a large index."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

from handlers.answering import Answerer, Question
from index.models import Report
from index.store import Store
from tests.benchmarks.synthetic import entries
from tests.benchmarks.table import Line, at_most, percentile

TODAY = date(2024, 6, 1)
ITEMS = {
    "新收政府信息公开申请": "s3.new@total",
    "予以公开": "s3.result.granted@total",
    "自然人的部分公开": "s3.result.partial@natural",
    "行政处罚处理决定": "s2.art20_6.penalty.decisions",
    "结转下年度": "s3.carried_out@total",
    "行政复议结果维持": "s4.review.upheld",
}
RANKINGS = ("2022年新收申请最多的十个单位", "2021年全国行政处罚处理决定数量前五名", "2023年哪个单位予以公开最多", "2020年结转下年度最多的前三名")
SINGLE, ROUNDS = 300, 5


@dataclass(frozen=True)
class Measured:
    reports: int
    single: float  # p95, milliseconds
    ranking: float  # slowest of the medians, milliseconds
    unmatched: float  # p95 of questions that match nothing, milliseconds
    right: float  # share of single figures answered exactly
    build: float  # seconds
    size: float  # bytes a report


def measure(reports: int, folder: Path) -> Measured:
    path = folder / f"{reports}.db"
    store = Store(path)
    start = time.perf_counter()
    made = entries(reports)
    while some := list(islice(made, 2000)):
        store.save_many(some)
    build = time.perf_counter() - start
    answerer = Answerer(store)
    asked = list(_singles(reports))
    _times(answerer, [text for text, _ in asked[:50]])  # warm
    right = sum(_value(answerer, text) == figure for text, figure in asked) / len(asked)
    ranking = max(percentile(_times(answerer, [text] * ROUNDS), 50) for text in RANKINGS)
    single = percentile(_times(answerer, [text for text, _ in asked]), 95)
    unmatched = percentile(_times(answerer, [f"不存在的地方{n}年的国内生产总值" for n in range(100)]), 95)
    store.close()
    return Measured(reports, single, ranking, unmatched, right, build, path.stat().st_size / reports)


def _singles(reports: int) -> Iterator[tuple[str, str]]:
    """(question, figure): SINGLE questions spread evenly over the index."""
    rng = Random(reports)
    wanted = set(rng.sample(range(reports), min(SINGLE, reports)))
    for report in (entry.report for number, entry in enumerate(entries(reports)) if number in wanted):
        item, cell = rng.choice(list(ITEMS.items()))
        yield f"{report.agency}{report.year}年{item}多少", _figure(report, cell)


def _figure(report: Report, cell: str) -> str:
    return next(c.text for c in report.cells if c.id == cell)


def _value(answerer: Answerer, text: str) -> str:
    values = answerer.answer(Question(text, (), TODAY)).values
    return str(values[0].value) if values else ""


def _times(answerer: Answerer, texts: list[str]) -> list[float]:
    found = []
    for text in texts:
        start = time.perf_counter()
        answerer.answer(Question(text, (), TODAY))
        found.append((time.perf_counter() - start) * 1000)
    return found


def lines(few: int, many: int, folder: Path) -> Iterator[Line]:
    small, large = measure(few, folder), measure(many, folder)
    yield Line(f"single figure, p95 over {few:,} reports", f"{small.single:.2f} ms")
    yield Line(f"single figure, p95 over {many:,} reports", f"{large.single:.2f} ms")
    yield at_most("   ratio", large.single / small.single, 2)
    yield Line(f"single figures exact over {few:,} and {many:,}", f"{100 * small.right:.1f} {100 * large.right:.1f} %")
    yield at_most(f"question that matches nothing / single figure, {many:,}", large.unmatched / large.single, 2)
    yield at_most(f"national ranking over {many:,} reports, median", large.ranking, 150, " ms")
    yield Line("index size a report", f"{large.size / 1024:.1f} KB")
    yield Line(f"time to build {many:,} reports", f"{large.build:.0f} s")
