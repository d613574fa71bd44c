"""Every government of the gazetteer can be asked about by its own name, whatever characters it is written with."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from handlers.answering import Answerer, Question
from index.store import Store
from tests.benchmarks.synthetic import Agency, agencies, entry

NUMERALS = set("一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟廿")  # 陆丰市 is no 六丰市
YEAR = 2021


def chosen() -> list[Agency]:
    """All names with a character that can be a numeral, and some of the others."""
    all_of_them = list(agencies())
    numbered = [agency for agency in all_of_them if NUMERALS & set(agency[0]) and agency[3] == "government"]
    return numbered + Random(4).sample([agency for agency in all_of_them if agency not in numbered], 150)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    store = Store(Path(tmp_path_factory.mktemp("places")) / "index.db")
    store.save_many(entry(agency, YEAR) for agency in chosen())
    yield Answerer(store)
    store.close()


def test_a_full_name_names_one_agency(answerer: Answerer) -> None:
    missed = []
    for name, *_ in chosen():
        reply = answerer.answer(Question(f"{name}{YEAR}年新收政府信息公开申请多少件", (), date(2022, 6, 1)))
        if [(value.agency, value.year) for value in reply.values] != [(name, YEAR)]:
            missed.append((name, reply.text.split("\n")[0]))
    assert not missed
