"""Does the number of reports matter? The same questions over a small and over a large index."""

import math
import time
from collections.abc import Iterator, Sequence
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
UNMATCHED = [f"不存在的地方{n}年的国内生产总值" for n in range(50)]
SINGLE, ROUNDS = 300, 3


@dataclass(frozen=True)
class Built:
    reports: int
    store: Store
    answerer: Answerer
    seconds: float
    size: float  # bytes a report


def build(reports: int, folder: Path) -> Built:
    path = folder / f"{reports}.db"
    store = Store(path)
    start = time.perf_counter()
    made = entries(reports)
    while some := list(islice(made, 2000)):
        store.save_many(some)
    return Built(reports, store, Answerer(store), time.perf_counter() - start, path.stat().st_size / reports)


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


def best_times(builds: Sequence[Built], texts: Sequence[Sequence[str]]) -> list[list[float]]:
    """For every index the milliseconds of each of its questions, best of ROUNDS; the indexes take turns, so that both see the same machine."""
    best = [[math.inf] * len(some) for some in texts]
    for _ in range(ROUNDS):
        for built, some, found in zip(builds, texts, best, strict=True):
            for n, text in enumerate(some):
                start = time.perf_counter()
                built.answerer.answer(Question(text, (), TODAY))
                found[n] = min(found[n], (time.perf_counter() - start) * 1000)
    return best


def lines(few: int, many: int, folder: Path) -> Iterator[Line]:
    small, large = build(few, folder), build(many, folder)
    yield Line("index size a report", f"{large.size / 1024:.1f} KB")
    yield Line(f"time to build {many:,} reports", f"{large.seconds:.0f} s")
    asked = [list(_singles(few)), list(_singles(many))]
    right = [sum(_value(built.answerer, text) == figure for text, figure in some) / len(some) for built, some in zip((small, large), asked, strict=True)]
    yield Line(f"single figures exact over {few:,} and {many:,}", f"{100 * right[0]:.1f} {100 * right[1]:.1f} %")
    single = [percentile(times, 95) for times in best_times((small, large), [[text for text, _ in some] for some in asked])]
    yield Line(f"single figure, p95 over {few:,} and {many:,}", f"{single[0]:.2f} {single[1]:.2f} ms")
    yield at_most("   ratio", single[1] / single[0], 2)
    [nothing] = best_times([large], [UNMATCHED])
    yield at_most("question that matches nothing / single figure, p95", percentile(nothing, 95) / single[1], 2)
    [ranking] = best_times([large], [RANKINGS])
    yield at_most(f"national ranking over {many:,} reports, slowest", max(ranking), 150, " ms")
    small.store.close()
    large.store.close()
