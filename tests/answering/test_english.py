"""English brought to the form of the lexicon: negations, spellings, forms of verbs."""

import re

import pytest
import yaml

from handlers.answering.asked.frames import Frame
from handlers.answering.replies.topics import blocking
from handlers.answering.words.english import forms_of, plain_english
from handlers.answering.words.lexer import cover
from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.phrases import PHRASES, phrase_pattern
from handlers.answering.words.tokens import tokens_of
from tests.answering.support import Asked


@pytest.mark.parametrize(("said", "plain"), [
    ("wasn't given", "not given"),
    ("have not yet been decided", "not decided"),
    ("could the file not be provided", "could the file not provided"),
    ("they didnt actually answer", "they not answer"),
    ("weren't there any suits", "were there any suits"),
    ("in the government's favour", "in the government's favor"),
    ("requests did the city answer", "requests did the city answered"),
    ("refused, not held or not processed?", "refused、not held or not processed?"),
    ("no. of admin penalties w/o review", "number of administrative penalties without review"),
    ("邓州不予公开多少", "邓州不予公开多少"),
])
def test_english_is_read_in_its_plain_form(said: str, plain: str) -> None:
    assert plain_english(said) == plain
    assert plain_english(plain) == plain


@pytest.mark.parametrize(("word", "form"), [
    ("refusing", "refused"), ("publish", "published"), ("posts", "posted"), ("denies", "denied"), ("dropping", "dropped"), ("withheld", "withholding"), ("suing", "sued"),
])
def test_forms_of_a_verb(word: str, form: str) -> None:
    assert form in forms_of(word)


@pytest.mark.parametrize("word", ["the", "no", "x", "s"])
def test_short_words_have_no_strange_forms(word: str) -> None:
    assert all(len(form) > 2 for form in forms_of(word))


def test_a_form_that_is_not_known_is_read_as_one_that_is() -> None:
    question = "requests the bureau kept refusing"
    mentions = cover(question, tokens_of(question), load_lexicon(), lambda _: ())
    assert [m.word for m in mentions if m.has("s3.result.denied")] == ["refused"]


def test_a_negation_alone_says_nothing() -> None:
    assert not [word for word in ("not", "not a", "not the", "no", "without") if word in load_lexicon().words]
    assert [m for m in cover("requests not x", tokens_of("requests not x"), load_lexicon(), lambda _: ()) if "not" in m.text] == []


def first_wording(template: str, choice: int) -> str:
    """The template with one of its alternatives everywhere: the first (0) or the last (-1)."""
    while group := re.search(r"\(([^()]*)\)", template):
        template = template[: group.start()] + group[1].split("|")[choice] + template[group.end():]
    return re.sub(r" +", " ", template).strip()


def test_every_phrase_finds_its_own_wordings() -> None:
    for key, templates in yaml.safe_load(PHRASES.read_text(encoding="utf-8")).items():
        assert key == "filler" or all(part in load_lexicon().concepts for part in key.split("+")), key
        for template in templates:
            pattern = re.compile(phrase_pattern(template))
            for choice in (0, -1):
                wording = first_wording(template, choice)
                assert pattern.fullmatch(wording), (template, wording)
                assert plain_english(wording) == wording, wording


@pytest.mark.parametrize(("template", "text", "found"), [
    ("attended (training|training courses)", "who attended training courses in may", "attended training courses"),
    ("(sided|side) with (the |)city", "judges sided with the cities", None),
    ("(sided|side) with (the |)city", "judges sided with city", "sided with city"),
])
def test_a_phrase_takes_the_longest_and_whole_words(template: str, text: str, found: str | None) -> None:
    match = re.search(phrase_pattern(template), text)
    assert (match and match[0]) == found


@pytest.mark.parametrize("word", ["no", "tv"])
def test_short_words_that_change_what_is_asked_stop_an_answer(word: str) -> None:
    assert blocking(Frame(text=f"{word} requests", unknown=(word,))) == (word,)


def test_other_short_words_are_passed_over() -> None:
    assert not blocking(Frame(text="ok requests", unknown=("ok",)))


@pytest.mark.parametrize("why", ["dropped because the applicant did not pay the processing fee in time", "no longer processed because the fee was not paid on time", "discontinued as the fee stayed unpaid"])
def test_requests_let_go_are_told_by_their_reason(places: Asked, why: str) -> None:
    assert [c for v in places.ask(f"宝应2021, how many requests were {why}?").values for c in v.cells] == ["s3.result.other.fee_unpaid@total"]
