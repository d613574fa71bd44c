"""python -m tests.rendering OUT_DIR [--gold DIR] [--reports N] [--seed N] [--layouts a,b]

Writes reports in every layout, their gold figures and a manifest for tests/evaluation/score_cells.py:
    python -m tests.evaluation.score_cells OUT_DIR --gold OUT_DIR/gold --project .
"""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from tests.rendering import LAYOUTS, prepare, render
from tests.rendering.expectation import ambiguous, expected
from tests.rendering.figures import random_figures

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, help="folder of gold files to print instead of random figures")
    parser.add_argument("--reports", type=int, default=3, help="random reports of each edition")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--layouts", default=",".join(LAYOUTS), help="only these layouts")
    given = parser.parse_args()
    golds = _read(given.gold) if given.gold else _invent(given.reports, given.seed)
    (given.out / "gold").mkdir(parents=True, exist_ok=True)
    for gold in golds:
        _write(given.out / "gold" / f"{gold['id']}.json", gold)
    documents = [_save(given.out, gold, layout, given.seed) for layout in given.layouts.split(",") for gold in golds]
    _write(given.out / "manifest.json", {"documents": documents})
    print(f"{len(documents)} reports in {given.out}")


def _read(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]


def _invent(count: int, seed: int) -> list[dict[str, Any]]:
    """Every report has an agency of its own, so that none replaces another."""
    counties = _counties()
    Random(seed).shuffle(counties)
    found = []
    for number, edition in enumerate(edition for edition in ("2008", "2019", "2021") for _ in range(count)):
        gold = random_figures(Random(f"{seed}/{edition}/{number}"), edition, counties[number] + "人民政府")
        found.append(gold | {"id": f"random_{edition}_{number}", "agency_aliases": []})
    return found


def _counties() -> list[str]:
    """Counties of the gazetteer whose name no other place has had."""
    with (ROOT / "data" / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = Counter(name for row in rows for name in {row["name"], *row["shorts"].split()})
    return sorted(row["name"] for row in rows if row["level"] == "county" and not row["last"] and names[row["name"]] == 1)


def _save(out: Path, gold: dict[str, Any], layout: str, seed: int) -> dict[str, Any]:
    rng = Random(f"{seed}/{gold['id']}/{layout}")
    state = rng.getstate()
    printed = prepare(gold, layout, rng)
    rng.setstate(state)
    data, name = render(gold, layout, rng)
    (out / name).write_bytes(data)
    chosen = LAYOUTS[layout]
    blanks = {i: None for i, figure in expected(gold, printed).items() if figure is None}
    return {
        "file": name, "gold": gold["id"], "variant": layout, "format": chosen.format, "agency": gold["agency"], "year": gold["year"],
        "zero_is_blank": False, "override": blanks, "blank_traces": chosen.traces,
        "ambiguous": ambiguous(gold, printed) if chosen.glued else [], "recoverable": "part" if chosen.glued else "all",
    }


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
