"""Word templates: every wording once, checked against a plain rewriting of the innermost bracket."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handlers.answering.words.templates import LIMIT, expand

_INNERMOST = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
_words = st.text(alphabet="甲乙丙丁", max_size=2)


@st.composite
def templates(draw: st.DrawFn, depth: int = 2) -> str:
    """(甲|乙)[丙]丁 and brackets inside brackets."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["word", "(", "["])) if depth else "word"
        if kind == "word":
            pieces.append(draw(_words))
            continue
        inside = "|".join(draw(templates(depth=depth - 1)) for _ in range(draw(st.integers(1, 2))))
        pieces.append(f"({inside})" if kind == "(" else f"[{inside}]")
    return "".join(pieces)


def plainly(template: str) -> set[str]:
    """Takes one innermost bracket at a time and writes the template once for each way to read it."""
    found = _INNERMOST.search(template)
    if found is None:
        return set(template.split("|"))
    ways = (found[1] if found[1] is not None else found[2]).split("|") + ([""] if found[2] is not None else [])
    return {w for way in ways for w in plainly(template[: found.start()] + way + template[found.end() :])}


@given(templates())
def test_expands_as_rewriting_does(template: str) -> None:
    assume(len(re.findall(r"[(\[]", template)) <= 6)  # three ways each: below the limit
    wordings = expand(template)
    assert set(wordings) == plainly(template) - {""}
    assert len(wordings) == len(set(wordings))


@pytest.mark.parametrize(
    ("template", "wordings"),
    [
        ("不予公开", ("不予公开",)),
        ("(不予|拒绝)公开", ("不予公开", "拒绝公开")),
        ("公开[了]", ("公开", "公开了")),
        ("(甲|)乙", ("甲乙", "乙")),
        ("甲|乙", ("甲", "乙")),
        ("(甲(乙|丙)|丁)戊", ("甲乙戊", "甲丙戊", "丁戊")),
        ("how many[ requests]", ("how many", "how many requests")),
    ],
)
def test_wordings_in_order(template: str, wordings: tuple[str, ...]) -> None:
    assert expand(template) == wordings


@pytest.mark.parametrize("template", ["(甲|乙", "甲)", "[甲", "甲]", "(((甲))", "[甲|(乙]"])
def test_a_bracket_without_its_other_half_is_told(template: str) -> None:
    with pytest.raises(ValueError):
        expand(template)


@pytest.mark.xfail(reason="a bracket closed by the other kind is passed over", strict=True)
@pytest.mark.parametrize("template", ["(甲]", "[甲)", "(甲|乙]丙"])
def test_a_bracket_closed_by_the_other_kind_is_told(template: str) -> None:
    with pytest.raises(ValueError):
        expand(template)


def test_too_many_wordings_are_told() -> None:
    with pytest.raises(ValueError, match=str(LIMIT)):
        expand("(一|二|三|四|五|六|七|八|九|十)" * 4)
