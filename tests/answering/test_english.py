"""English brought to the form of the lexicon: negations, spellings, forms of verbs."""

import pytest

from handlers.answering.english import forms_of, plain_english
from handlers.answering.lexer import cover
from handlers.answering.lexicon import load_lexicon
from handlers.answering.tokens import tokens_of


@pytest.mark.parametrize(("said", "plain"), [
    ("wasn't given", "not given"),
    ("have not yet been decided", "not decided"),
    ("could the file not be provided", "could the file not provided"),
    ("they didnt actually answer", "they not answer"),
    ("weren't there any suits", "were there any suits"),
    ("in the government's favour", "in the government's favor"),
    ("requests did the city answer", "requests did the city answered"),
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
