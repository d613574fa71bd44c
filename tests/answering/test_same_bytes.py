"""The same question on the same index gives the same reply in every process; and what holds for every reply."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from handlers.answering import Reply
from index.store import Entry, Store
from tests.answering.archives import Memory
from tests.answering.known import judged
from tests.answering.questions import FORTY
from tests.answering.support import Asked, first_line
from tests.answering.town import town

LIMIT = 4096  # characters of a message
PER_UNIT = {"%": 100, "成": 10}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up reports as an index file."""
    path = tmp_path_factory.mktemp("town") / "index.db"
    store, names = Store(path), {a.name: a for a in Memory(town()).agencies()}
    for report in town():
        agency = names[report.agency]
        store.save(Entry(report, agency.names, agency.place, agency.kind, "made up"))
    store.close()
    return path


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    path.write_text("".join(json.dumps({"id": n, "question": q, "now": "2023-06-01"}) + "\n" for n, q in enumerate(FORTY)), encoding="utf-8")
    return path


def answers(root: Path, index: Path, batch: Path, seed: str) -> Iterator[str]:
    """The lines of `bot.py ask --batch`, without the time they took."""
    command = [sys.executable, "bot.py", "ask", "--batch", str(batch), "--json", "--db", str(index)]
    done = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True, encoding="utf-8")
    return (re.sub(r', "ms": [\d.]+', "", line) for line in done.stdout.splitlines())


def test_two_processes_say_the_same(root: Path, index: Path, batch: Path) -> None:
    one, other = (list(answers(root, index, batch, seed)) for seed in ("1", "4242"))
    assert len(one) == len(FORTY)
    assert one == other
    assert len({json.loads(line)["answer"] for line in one}) == len(FORTY)


def test_a_process_says_what_another_archive_of_the_same_reports_says(root: Path, index: Path, batch: Path, places: Asked) -> None:
    """The store on disk and the archive in memory hold the same reports: the same texts come out."""
    said = [json.loads(line)["text"] for line in answers(root, index, batch, "7")]
    assert said == [places.ask(q).text for q in FORTY]


def test_asking_leaves_no_trace(places: Asked) -> None:
    first = {q: places.ask(q) for q in FORTY}
    again = {q: places.ask(q) for q in reversed(FORTY)}
    assert first == again
    assert {q: r.id for q, r in first.items()} == {q: r.id for q, r in again.items()}


# ---------------------------------------------------------------- every reply

@pytest.mark.parametrize("question", FORTY)
def test_a_reply_keeps_house_style(places: Asked, question: str) -> None:
    reply = places.ask(question)
    assert 0 < len(reply.text) <= LIMIT
    assert not re.search(r"！|None|nan|\{\w*\}|\[\d|(?<![\w.])[sntd]\d*\.[a-z]", reply.text)
    assert not re.search(r"\n\s*\n\s*\n|[ \t]$", reply.text)
    assert (reply.reason is None) == (reply.status != "refused")
    assert bool(reply.choices) or reply.status != "choose"


@pytest.mark.parametrize("question", FORTY)
def test_the_first_line_is_the_answer(places: Asked, question: str) -> None:
    reply = places.ask(question)
    if reply.status == "answered" and reply.values and reply.verdict != "no":
        assert reply.values[0].value.lstrip("-")[:20] in first_line(reply), reply.text


@pytest.mark.parametrize("question", [q for q in FORTY if "收录" not in q and "意思" not in q])
def test_the_first_line_says_whose_and_when(places: Asked, question: str) -> None:
    reply = places.ask(question)
    missing = [w for v in reply.values[:1] for w in (v.agency, str(v.year)) if reply.status == "answered" and w not in first_line(reply)]
    judged("first line", question, missing)


@pytest.mark.parametrize("question", FORTY)
def test_words_and_figures_stand_apart(places: Asked, question: str) -> None:
    """中文 and digits are parted by a space; what stands in brackets or quotes is a label."""
    line = re.sub(r"（[^（）]*）|“[^“”]*”|：一是.*", "", first_line(places.ask(question)))
    judged("spacing", question, re.findall(r"[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]", line))


# ---------------------------------------------------------------- every figure

@pytest.mark.parametrize("question", FORTY)
def test_every_figure_cites_cells_that_exist(places: Asked, question: str) -> None:
    """In a report of the body it speaks of; a figure over several bodies in a report of any."""
    reply, archive = places.ask(question), places.archive
    for value in (*reply.values, *reply.also):
        reports = [r for r in archive.reports() if value.agency == r.agency.name]
        known = {c for r in reports for c in archive.cells(r.id)} | {f.id for r in reports for f in archive.facts(r.id)}
        assert set(value.cells) <= known or not value.agency, value
        if reply.status == "answered" and re.fullmatch(r"-?\d+(\.\d+)?", value.value) and value.unit not in ("年", "份", ""):
            assert value.cells, value


def calculated(formula: str) -> Fraction:
    """The value of a formula as it is written: figures, brackets and + − × ÷; of a check the left side."""
    plain = re.split("[≠=]", formula.translate(str.maketrans("−÷×", "-/*")))[0]
    assert re.fullmatch(r"[\d.+\-*/() ]+", plain), formula
    result = eval(re.sub(r"\d+(?:\.\d+)?", lambda m: f"F('{m[0]}')", plain), {"F": Fraction, "__builtins__": {}})
    assert isinstance(result, Fraction)
    return result


def differs(value: str, unit: str, formula: str) -> bool:
    exact = calculated(formula) * PER_UNIT.get(unit, 1)
    return abs(Fraction(value) - exact) > Fraction("0.0051" if unit == "%" else "0.0000501")


@pytest.mark.parametrize("question", FORTY)
def test_a_formula_gives_its_figure(places: Asked, question: str) -> None:
    reply = places.ask(question)
    wrong = [v for v in (*reply.values, *reply.also) if v.formula and v.unit != "元" and differs(v.value, v.unit, v.formula)]
    judged("formula", question, wrong)


@pytest.mark.parametrize("question", FORTY)
def test_a_printed_figure_is_that_of_its_cell(places: Asked, question: str) -> None:
    """One cell, no formula: the value is the cell's own, in the report of that body and year."""
    for value in places.ask(question).values:
        if len(value.cells) == 1 and not value.formula and value.agency and value.unit != "元":
            (report,) = [r for r in places.archive.reports(year=value.year) if r.agency.name == value.agency]
            cell = places.archive.cells(report.id).get(value.cells[0])
            assert cell is None or str(cell.value) == value.value, value


def test_a_reply_may_be_long_but_not_too_long(places: Asked) -> None:
    long: Reply = places.ask("宝应2018到2022年新收、办结、予以公开、不予公开、无法提供、不予处理、行政复议、行政诉讼逐年各多少")
    assert len(long.text) <= LIMIT
