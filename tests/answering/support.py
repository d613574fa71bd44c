"""What the tests of answers share: answerers over the shipped report and over made-up ones, and how to ask them."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from handlers.answering import Answerer, Question, Reply
from index.adding import Source
from index.ingest import ingest, settle
from index.models import Report
from index.store import Store
from tests.answering.archives import Memory
from tests.answering.town import town

TODAY = date(2023, 6, 1)


class Asked:
    """An answerer with its archive; `ask` takes the earlier questions after the question."""

    def __init__(self, archive: Memory | Store) -> None:
        self.archive = archive
        self.answerer = Answerer(archive)

    def ask(self, text: str, *context: str, today: date | None = None) -> Reply:
        return self.answerer.answer(Question(text, context, today))

    def value(self, text: str, *context: str, today: date | None = None) -> Decimal:
        """The first figure; fails with the whole reply when there is none."""
        reply = self.ask(text, *context, today=today)
        assert reply.status == "answered", f"{text}\n{reply}"
        assert reply.values, f"{text}\n{reply}"
        return Decimal(reply.values[0].value)


def first_line(reply: Reply) -> str:
    return reply.text.split("\n", 1)[0]


def figures(reply: Reply) -> list[str]:
    return [v.value for v in reply.values]


def beside(reply: Reply) -> set[str]:
    """Other figures that the reply gives: readings of the same word, parts, bases."""
    return {v.value for v in reply.also} | set(re.findall(r"\d+(?:\.\d+)?", reply.text))


@pytest.fixture(scope="session")
def shipped(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The answerer over an index of data/reports, made as `bot.py add` makes it."""
    store = Store(tmp_path_factory.mktemp("index") / "index.db")
    for file in sorted((root / "data" / "reports").iterdir()):
        store.save(ingest(Source(file.name, file))[0])
    for held in store.reports():
        settle(store, held.id)
    yield Asked(store)
    store.close()


@pytest.fixture(scope="session")
def places() -> Asked:
    """The answerer over the made-up reports of town.py."""
    return Asked(Memory(town()))


@pytest.fixture(scope="session")
def shipped_report(root: Path) -> Report:
    file = root / "data" / "reports" / "dengzhou_2020.txt"
    return ingest(Source(file.name, file))[0].report

