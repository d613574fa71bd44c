"""Reviews and lawsuits told in everyday words: which block, and with which end."""

import pytest

from tests.answering.archives import Memory, complete, report
from tests.answering.support import Asked
from tests.answering.town import OF_2021, PLAIN
from tests.answering.worlds import BAOYING

MEANT = {
    "s4.review.upheld": ("复议之后维持原判的", "复议打赢了的", "复议完说原来的答复没毛病的", "告到上级去，上级还护着原来的说法的"),
    "s4.review.corrected": ("复议完判政府错了的", "复议整翻过来的", "复议给扳过来的"),
    "s4.review.other": ("复议弄了个别的结果的",),
    "s4.review.pending": ("复议到年底还压着没审完的", "复议还没办完的", "复议冇审完的"),
    "s4.suit_direct.upheld": ("没找上级直接去法院告，法院说公家对的",),
    "s4.suit_direct.corrected": ("没找上级直接去法院告，告赢公家的",),
    "s4.suit_after_review.upheld": ("先找上级再去法院，法院还说公家对的",),
    "s4.suit_after_review.corrected": ("复议罢又告、公家输的", "复议后入禀而政府败诉的"),
}


@pytest.fixture(scope="module")
def asked() -> Asked:
    return Asked(Memory([report(BAOYING, 2021, "2021", complete("2021", PLAIN | OF_2021))]))


@pytest.mark.parametrize(("cell", "text"), [(cell, text) for cell, texts in MEANT.items() for text in texts])
def test_the_end_of_a_case_told_as_a_story(asked: Asked, cell: str, text: str) -> None:
    assert [v.cells for v in asked.ask(f"宝应2021年{text}有几件").values] == [(cell,)]


@pytest.mark.parametrize("text", ["复议几件，败诉几件", "复议和没办完的申请各几件"])
def test_what_is_listed_beside_the_reviews_is_not_of_them(asked: Asked, text: str) -> None:
    first = asked.ask(f"宝应2021年{text}")
    assert "s4.review.total" in {c for v in first.values for c in v.cells}


def test_who_sued_is_not_who_won(asked: Asked) -> None:
    assert asked.ask("宝应2021年直接告政府赢了几场").values[0].cells == ("s4.suit_direct.corrected",)
