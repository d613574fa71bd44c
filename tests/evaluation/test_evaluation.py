"""The measure measures: the evaluator's own check, whole question sets, reports that print every gold figure."""

import json
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.evaluation import evaluate, reports
from tests.evaluation.__main__ import SETS, slots
from tests.rendering import prepare
from tests.rendering.expectation import expected

NUMBERS = {"dev_plain": 150, "dev_styles": 220, "dev_multi": 120, "fresh_styles": 4985, "fresh_multi": 4223}


def test_evaluator_passes_its_own_check(capsys: pytest.CaptureFixture[str]) -> None:
    evaluate.self_test()
    assert "cases passed" in capsys.readouterr().out


@pytest.mark.parametrize("name", SETS)
def test_question_sets_are_whole(name: str) -> None:
    questions = [json.loads(line) for line in (reports.HERE / "questions" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({q["id"] for q in questions}) == len(questions) == NUMBERS[name]


@pytest.mark.parametrize("name", [n for n in reports.ALL if "layout" in reports.ALL[n]])
def test_printed_reports_hold_every_gold_figure(name: str) -> None:
    gold = reports.gold(name)
    figures = expected(gold, prepare(gold, reports.ALL[name]["layout"], Random(name)))
    assert {i: str(v) if v is not None else None for i, v in figures.items()} == {i: v or None for i, v in gold["cells"].items()}


def test_every_report_becomes_a_file(tmp_path: Path) -> None:
    files = reports.files(tmp_path)
    assert len(files) == 12
    assert all(f.stat().st_size > 1000 for f in files)


def test_slots_are_compared_by_cell_agency_and_year() -> None:
    question: Mapping[str, Any] = {"cells": ["s3.result.unable@total"]}
    value = {"value": "4", "agency": "邓州市人民政府", "year": 2020, "cells": ["s3.result.unable@total"]}
    assert (lambda s: s["wanted"] == s["cited"])(slots(dict(question), {"status": "answered", "values": [value]}))
    other = value | {"year": 2019}
    assert (lambda s: s["wanted"] - s["cited"] == {"2020"})(slots(dict(question), {"status": "answered", "values": [other]}))
    assert slots(dict(question), {"status": "refused"}) == {"wanted": set(), "cited": set()}
