"""Turned characters of a PDF: words read upwards and downwards, watermarks, pages on their side."""

from typing import Any

import pytest

from index.readers.pdf_turned import turn_of, upright

SIZE = 10.0


def char(text: str, x: float, top: float, matrix: tuple[float, ...] = (1, 0, 0, 1), size: float = SIZE, colour: object = (0,)) -> dict[str, Any]:
    return {"text": text, "x0": x, "x1": x + size, "top": top, "bottom": top + size, "size": size, "matrix": (*matrix, 0, 0), "non_stroking_color": colour}


UP, DOWN, ASLANT = (0, 1, -1, 0), (0, -1, 1, 0), (0.7, 0.7, -0.7, 0.7)


def texts(chars: list[dict[str, Any]]) -> list[str]:
    return [found["text"] for found in upright(chars)]


def test_a_word_read_upwards_or_downwards_is_one() -> None:
    assert texts([char(c, 50, 100 - 10 * n, UP) for n, c in enumerate("自然人")]) == ["自然人"]
    assert texts([char(c, 50, 100 + 10 * n, DOWN) for n, c in enumerate("自然人")]) == ["自然人"]


@pytest.mark.parametrize(("matrix", "step", "second"), [(UP, -10, 62), (DOWN, 10, 38)])
def test_lines_of_a_turned_label_are_read_in_order(matrix: tuple[int, ...], step: int, second: int) -> None:
    lines = [(50, "社会公"), (second, "益组织")]
    assert texts([char(c, x, 100 + step * n, matrix) for x, line in lines for n, c in enumerate(line)]) == ["社会公益组织"]


def test_turned_figures_side_by_side_stay_apart() -> None:
    assert texts([char("1", 50, 100, UP), char("2", 50, 90, UP), char("3", 62, 100, UP)]) == ["12", "3"]


def test_what_lies_aslant_or_large_and_pale_behind_the_text_is_a_watermark() -> None:
    body = [char("0", 10 * n, 10) for n in range(5)]
    assert texts([*body, char("府", 20, 10, ASLANT, 70)]) == ["0"] * 5
    assert texts([*body, char("府", 20, 10, size=70, colour=(0.85,))]) == ["0"] * 5
    assert texts([*body, char("府", 20, 10, size=70)]) == ["0"] * 5 + ["府"]


def test_a_page_on_its_side_is_told_by_most_of_its_text() -> None:
    assert turn_of([char(c, 50, 100, UP) for c in "自然人总计"]) == 90
    assert turn_of([char(c, 50, 100, DOWN) for c in "自然人总计"]) == 270
    assert turn_of([char("总", 50, 100, UP), *(char(c, 50, 100) for c in "自然人")]) == 0
