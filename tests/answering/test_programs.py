"""Patterns that are kept compiled are the patterns that were written."""

import pickle
import re

import pytest

from handlers.answering.words.lexicon import load_lexicon
from handlers.answering.words.needed import Pattern, Sieve, prepared
from handlers.answering.words.programs import program_of
from handlers.answering.words.shapes import load_shapes


@pytest.mark.parametrize("written", ["(?<!不)予(?:以)?公开", "(?P<most>最多)|(?P<least>最少)(\\d+)", "(?a)\\bhow many\\b", "(?i)Refused|拒[绝了]{0,2}?"])
def test_a_program_read_back_is_the_pattern(written: str) -> None:
    loaded = pickle.loads(pickle.dumps(program_of(written))).loaded()
    assert loaded == re.compile(written)
    assert (loaded.groups, loaded.groupindex) == (re.compile(written).groups, re.compile(written).groupindex)
    for text in ("不予公开", "哪个最少12", "so how many are refused", "拒绝了"):
        assert [m.groupdict() | {"": m[0]} for m in loaded.finditer(text)] == [m.groupdict() | {"": m[0]} for m in re.finditer(written, text)]


def test_what_is_no_pattern_is_said_at_once() -> None:
    with pytest.raises(re.error, match="unterminated"):
        program_of("[复")


@pytest.mark.parametrize(("written", "fitting", "ruled_out"), [
    ("不予[公提][开供]", "不予提供", "不予，公布，开"), ("(?:维持|撤销)\\d+件", "撤销3件", "维护持有几件"), ("多(?!少)次", "多次", "几次少"), ("[^多]*", "几", ""),
])
def test_a_text_is_held_only_against_patterns_that_it_may_fit(written: str, fitting: str, ruled_out: str) -> None:
    sieve = Sieve([Pattern(*prepared("甲乙")), Pattern(*prepared(written))])
    assert [n for n, _ in sieve.fitting(fitting)] == [n for n, _ in sieve.fitting(fitting, since=1)] == [1]
    assert re.search(written, fitting)
    assert [n for n, _ in sieve.fitting(ruled_out)] == ([1] if not ruled_out else [])


@pytest.mark.parametrize("text", ["2021年哪一家不予公开的最多，比上年多了几件？", "复议之后又去起诉的, how many were upheld", "先走过复议再去告的占几成"])
def test_no_pattern_that_fits_is_ruled_out(text: str) -> None:
    for sieve in (load_lexicon().patterns, load_shapes()):
        assert {n for n, one in enumerate(sieve.patterns) if one.pattern.search(text)} <= {n for n, _ in sieve.fitting(text)}
