"""Keys of words that sound alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.sounds import blurred, sound, syllable


@pytest.mark.parametrize(
    ("word", "other"), [("不予公开", "不与公开"), ("行政诉讼", "行政诉颂"), ("无法提供", "无法提共"), ("结转", "接转"), ("纠正", "究正"), ("维持", "为持")]
)
def test_homophones_have_one_key(word: str, other: str) -> None:
    assert sound(word) == sound(other)


@pytest.mark.parametrize(("word", "other"), [("信访", "新访"), ("行政", "行证"), ("申请", "神情"), ("生请", "申请"), ("处罚", "促罚")])
def test_blurred_keys_meet_where_many_speakers_do(word: str, other: str) -> None:
    assert blurred(sound(word)) == blurred(sound(other))


@pytest.mark.parametrize(
    ("word", "other"),
    [("予以公开", "不予公开"), ("维持", "纠正"), ("许可", "处罚"), ("处罚", "强制"), ("复议", "诉讼"), ("新收", "结转"), ("予以公开", "部分公开")],
)
def test_opposites_never_sound_alike(word: str, other: str) -> None:
    assert blurred(sound(word)) != blurred(sound(other))


@pytest.mark.parametrize(("word", "key"), [("重复", "chong fu"), ("不予", "bu yu"), ("公开率", "gong kai lv"), ("行政", "xing zheng")])
def test_readings_that_depend_on_the_word(word: str, key: str) -> None:
    assert sound(word) == key


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6))
def test_one_syllable_a_character(word: str) -> None:
    assert len(sound(word).split(" ")) == len(word)
    assert blurred(blurred(sound(word))) == blurred(sound(word))


@pytest.mark.parametrize("character", ["a", "Z", "-", "。", "7"])
def test_what_is_no_chinese_sounds_as_it_is(character: str) -> None:
    assert syllable(character) == character


def test_every_key_of_the_lexicon_leads_back_to_words_of_that_sound() -> None:
    lexicon = load_lexicon()
    for key, words in lexicon.heard.items():
        assert {sound(word) for word in words} == {key}
        assert all(word in lexicon.words for word in words)
