"""Laws of the code: what goes in comes out, it fits a button, and nothing else is read as one."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.codes import LONGEST, pack, unpack
from index.forms import load_forms

AGENCIES = ("邓州市人民政府", "平潭综合实验区管理委员会", "淮安市洪泽区人民政府", "上海市科学技术委员会")


@settings(deadline=None)
@given(st.text(min_size=1, max_size=80))
def test_what_is_packed_comes_out(question: str) -> None:
    code = pack(question)
    assert code is None or (re.fullmatch(rf"[A-Za-z0-9_-]{{2,{LONGEST}}}", code) and unpack(code) == question)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), st.from_regex(r"a[A-Za-z0-9_-]{1,61}", fullmatch=True)))
def test_an_invented_code_is_never_a_fault(code: str) -> None:
    question = unpack(code)
    assert question is None or (question and len(question) <= 2048)


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_cell_of_every_form_fits_a_button(agency: str) -> None:
    for form in load_forms().values():
        for meaning in form.meanings.values():
            question = f"{agency}2023年{meaning.row_labels[-1]}{meaning.column_labels[-1]}是多少？"
            assert pack(question) or len(question) > 60, question


def test_a_damaged_code_is_refused() -> None:
    code = pack("邓州市2020年不予公开多少件？")
    assert code
    for at in range(1, len(code)):
        assert unpack(code[:at]) is None
    changed = [code[:i] + c + code[i + 1 :] for i in range(1, len(code)) for c in "AZ_9" if c != code[i]]
    assert sum(unpack(c) is None for c in changed) > 0.95 * len(changed)


def test_codes_in_use_stay_readable() -> None:
    """Buttons already sent carry this code; the codebook must not change under it."""
    assert unpack("aH9t6-trdUxcgbFi5BnMxAA") == "邓州市2020年不予公开多少件？"
