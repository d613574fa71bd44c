"""What holds for every question, however it is written."""

import re
from collections import defaultdict
from datetime import date
from functools import cache
from random import Random

import opencc
import pytest

from handlers.answering import Reply
from handlers.answering.asked.measures import label
from handlers.answering.words.lexicon import load_lexicon
from index.forms import load_forms
from tests.answering.known import judged
from tests.answering.questions import FORTY
from tests.answering.support import Asked
from tests.answering.worlds import BAOYING, FORM, made

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
Said = tuple[str, str | None, list[tuple[str, str, str, int | None, tuple[str, ...]]], str | None]


def said(reply: Reply) -> Said:
    """What a reply gives, without the words it is given in."""
    return reply.status, reply.reason, [(v.value, v.unit, v.agency, v.year, v.cells) for v in reply.values], reply.verdict


@cache
def traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


WAYS = {
    "traditional": lambda q: traditional().convert(q),
    "full width digits": lambda q: q.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "spaces around the year": lambda q: re.sub(r"(\d{4}年?)", r"  \1  ", q),
    "spaces at both ends": lambda q: f"  {q}\n",
    "question mark": lambda q: q + "？",
    "full stop": lambda q: q + "。",
    "polite": lambda q: "请问，" + q,
    "characters for digits": lambda q: re.sub(r"20\d\d", lambda m: m[0].translate(str.maketrans("0123456789", "〇一二三四五六七八九")), q),
    "spaces that cannot be seen": lambda q: q.replace("年", "年\u200b"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("question", FORTY)
def test_written_otherwise_it_says_the_same(places: Asked, question: str, way: str) -> None:
    other = WAYS[way](question)
    judged("law", other.strip(), [] if said(places.ask(other)) == said(places.ask(question)) else [places.ask(other).text, places.ask(question).text])


@pytest.mark.parametrize("question", FORTY)
def test_a_choice_leads_to_no_further_choice(places: Asked, question: str) -> None:
    assert not [c for c in places.ask(question).choices if places.ask(c.question).status == "choose"]


def test_any_name_of_the_body_will_do(places: Asked) -> None:
    for agency in places.archive.agencies():
        year = max(r.year for r in places.archive.reports(agency.id))
        answers = {name: said(places.ask(f"{name}{year}年新收申请多少件")) for name in agency.names}
        assert len(set(map(str, answers.values()))) == 1, answers


# ---------------------------------------------------------------- every cell by its own name

def names_of_cells(edition: str) -> list[tuple[str, str, str]]:
    """(cell, row, column) of every figure that the form prints."""
    return [(m.id, m.row, m.column) for m in load_forms()[edition].meanings.values() if m.printed]


@pytest.mark.parametrize("year", [2020, 2021])
def test_every_cell_is_found_by_its_own_name(year: int) -> None:
    """The name that choices and replies give a figure leads back to it and to no other."""
    world = made(0)
    lost = {}
    for cell, row, column in names_of_cells(FORM[year]):
        question = f"{BAOYING}{year}年{label(row, column)}多少？"
        reply = world.asked.ask(question)
        if [v.cells for v in reply.values] != [(cell,)] or reply.values[0].value != f"{world.of(cell, year):f}":
            lost[question] = f"{cell}: {reply.status} {reply.reason} {[(v.value, v.cells) for v in reply.values]} {reply.text[:40]}"
    judged("own name", str(year), [lost[q] for q in sorted(lost)])


# ---------------------------------------------------------------- anything at all

def fragments() -> dict[str, list[str]]:
    """Words of the lexicon by what they mean."""
    words: dict[str, list[str]] = defaultdict(list)
    for word, senses in sorted(load_lexicon().words.items()):
        for sense in senses:
            words[sense.kind].append(word)
    return words


@cache
def random_questions(count: int) -> list[tuple[str, tuple[str, ...]]]:
    """(question, earlier questions): words of every kind thrown together."""
    rng, words = Random(7), fragments()
    who = ("宝应", "高邮2021年", "宝应2020年", "2022年", "", "去年", "宝应2018年", "仪征", "宝应县教育局2022年", "2019到2022年", "哪年", "南京", "每年")
    kinds = ("row", "row", "column", "op", "op", "op", "fact", "metric", "filler", "ambiguous", "detail", "definition", "topic")
    joints = ("", "", "", "和", "、", "，", "比", "占", "超过5件", "没有", "的")
    return [
        (
            rng.choice(who) + "".join(rng.choice(words[rng.choice(kinds)] or [""]) + rng.choice(joints) for _ in range(rng.randint(1, 4))) + rng.choice(("", "多少", "吗", "？")),
            () if rng.random() < 0.7 else (rng.choice(("宝应2020年新收申请多少", "宝应2021年许可和处罚各多少")),),
        )
        for _ in range(count)
    ]


def fault(asked: Asked, question: str, context: tuple[str, ...]) -> str:
    """What is wrong with a reply whatever was asked; '' for nothing."""
    try:
        reply = asked.ask(question, *context, today=date(2023, 6, 1))
    except FAULTS as error:
        return f"raises {type(error).__name__}"
    if reply.status == "choose" and not 1 <= len(reply.choices) <= 5:
        return "offers no choice or too many"
    if any(not v.value for v in reply.values):
        return "gives an empty figure"
    if reply.status == "refused" and (reply.values or reply.verdict or not reply.reason):
        return "refuses with a figure or without a reason"
    return "" if reply.text and len(reply.text) <= 4096 and "！" not in reply.text else "is empty, too long or shouts"


@pytest.mark.parametrize("kind", ["raises", "offers", "gives", "refuses", "is"])
def test_words_thrown_together_do_no_harm(places: Asked, kind: str) -> None:
    judged("anything", kind, [found for found in faults_of(places) if found[2].startswith(kind)][:5])


@cache
def faults_of(asked: Asked) -> list[tuple[str, tuple[str, ...], str]]:
    return [(q, context, fault(asked, q, context)) for q, context in random_questions(1200)]
