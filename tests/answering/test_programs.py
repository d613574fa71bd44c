"""Patterns that are kept compiled are the patterns that were written."""

import pickle
import re

import pytest

from handlers.answering.words.programs import program_of


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
