"""Word lists hold what a dictionary holds, in less room."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from handlers.answering.words.wordlist import Soundlist, Wordlist

WORDS = st.dictionaries(st.text("予以不公开ab ", min_size=1, max_size=6), st.tuples(st.integers(0, 3)), max_size=30)


@given(WORDS)
def test_a_word_list_is_the_dictionary_it_was_made_from(entries: dict[str, tuple[int]]) -> None:
    words = Wordlist(entries)
    assert dict(words) == entries
    assert len(words) == len(entries)
    assert "没有这个词" not in words
    assert words.get("没有这个词") is None


@given(WORDS, st.text("予以不公开ab ", max_size=8))
def test_what_a_text_begins_with_is_found_shortest_first(entries: dict[str, tuple[int]], text: str) -> None:
    assert Wordlist(entries).beginning(text) == [text[:n] for n in range(1, len(text) + 1) if text[:n] in entries]


@given(WORDS)
def test_a_sound_list_keeps_the_order_of_its_words(entries: dict[str, tuple[int]]) -> None:
    heard: dict[str, list[str]] = {}
    for word in entries:
        heard.setdefault(word[0], []).append(word)
    sounds = Soundlist(heard, Wordlist(entries))
    assert dict(sounds) == {key: tuple(found) for key, found in heard.items()}
    assert ("没" in sounds, len(sounds)) == (False, len(heard))


def test_lists_outlive_a_process() -> None:
    words = Wordlist({"予以公开": (1,), "不予公开": (2,)})
    sounds = Soundlist({"yu": ["予以公开"]}, words)
    again, heard = pickle.loads(pickle.dumps((words, sounds)))
    assert (dict(again), dict(heard)) == (dict(words), dict(sounds))
