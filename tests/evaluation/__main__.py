"""python -m tests.evaluation [SET …] [--failures N] [--details FILE]: asks every question set, prints one table.

A row is one type of question in one set; the line of a set stands below its types. Slots are the agency, the year and
the cells an answered figure cites, against those the question is about, question by question. Latency is the milliseconds the product itself
reports for a question.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.evaluation import evaluate, reports

SETS = {"dev_plain": ["dengzhou_2020"], "dev_styles": ["dengzhou_2020"], "dev_multi": list(reports.ALL), "fresh_styles": ["dengzhou_2020"], "fresh_multi": list(reports.ALL)}
HEAD = f"{'set':<13}{'type':<19}{'n':>4}{'accuracy':>10}{'wrong':>8}{'refused':>9}{'precision':>11}{'recall':>8}{'p50 ms':>8}{'p95 ms':>8}"
Row = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all of them by default")
    parser.add_argument("--failures", type=int, default=0, help="failures to print for each set")
    parser.add_argument("--details", type=Path, help="write one JSON line a question to this file")
    given = parser.parse_args()
    unknown = set(given.sets) - set(SETS)
    if unknown:
        parser.error(f"no set {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    scored = scored_sets(given.sets or SETS)
    print(HEAD)
    for name, rows in scored.items():
        print(*table(name, rows), sep="\n")
    for name, rows in scored.items():
        print(*failures(rows, given.failures), last_line(name, rows), sep="\n")
    if given.details:
        lines = (json.dumps({"set": name, **row}, ensure_ascii=False, default=list) for name, rows in scored.items() for row in rows)
        given.details.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def scored_sets(names: Iterable[str]) -> dict[str, list[Row]]:
    """Every set asked over its reports; a dict a question: outcome, slots wanted and cited, milliseconds."""
    questions = {name: evaluate.read_jsonl(reports.HERE / "questions" / f"{name}.jsonl") for name in names}
    found: dict[str, list[Row]] = {}
    for asked_over, together in groupby(questions, key=SETS.__getitem__):  # sets over the same reports share an index
        some = list(together)
        answers = answered(asked_over, [question for name in some for question in questions[name]])
        found |= {name: rows_of(questions[name], answers) for name in some}
    return found


def answered(names: list[str], questions: list[Row]) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        files = [str(file) for file in reports.files(Path(folder), names)]
        answers: list[Row] = evaluate.run_project(str(reports.ROOT), files, questions)
        return answers


def rows_of(questions: list[Row], answers: list[Row]) -> list[Row]:
    by_id = {answer.get("id"): answer for answer in answers}
    return [row | slots(q, by_id.get(row["id"]) or {}) for q, row in zip(questions, evaluate.score(questions, answers), strict=True)]


def slots(question: Row, answer: Row) -> Row:
    """The slots a question is about and those its answer cites; both empty where no figure was asked for or given."""
    cells = [c for c in question.get("cells") or [] if c.startswith(("s2.", "s3.", "s4.", "t08."))]
    if not cells or answer.get("status") != "answered":
        return {"wanted": set(), "cited": set()}
    scope = question.get("scope", [["邓州市人民政府", 2020]])
    wanted = {str(part) for pair in scope for part in pair} | {i for c in cells for i in evaluate.expand(c)}
    values = [v for v in answer.get("values") or [] if isinstance(v, dict)]
    named = {str(v[key]) for v in values for key in ("agency", "year") if v.get(key)}
    return {"wanted": wanted, "cited": named | {i for v in values for c in v.get("cells") or [] for i in evaluate.expand(c.split("#")[-1])}}


def table(name: str, rows: list[Row]) -> Iterator[str]:
    types: dict[str, list[Row]] = {}
    for row in rows:
        types.setdefault(row["type"], []).append(row)
    for kind, some in sorted(types.items(), key=lambda item: (-len(item[1]), item[0])):
        yield line(name, kind, some)
    yield line(name, "all", rows)


def line(name: str, kind: str, rows: list[Row]) -> str:
    total = evaluate.summary(rows)
    times = [float(row["ms"]) for row in rows if isinstance(row["ms"], int | float)]
    refused = 100 * sum(row["status"] in ("refused", "choose") for row in rows) / len(rows)
    return (f"{name:<13}{kind:<19}{len(rows):>4}{total['accuracy']:>9.1f}%{total['wrong_rate']:>7.1f}%{refused:>8.1f}%"
            f"{_overlap(rows, 'cited'):>11}{_overlap(rows, 'wanted'):>8}"
            f"{_time(times, 50):>8}{_time(times, 95):>8}")


def _overlap(rows: Iterable[Row], of: str) -> str:
    """The share of the slots `of` (cited: precision, wanted: recall) that are both, averaged over questions."""
    shares = [len(row["wanted"] & row["cited"]) / len(row[of]) for row in rows if row["wanted"] and row[of]]
    return f"{100 * sum(shares) / len(shares):.1f}%" if shares else "-"


def _time(times: list[float], percent: int) -> str:
    return f"{evaluate.percentile(times, percent):.1f}" if times else "-"


def failures(rows: list[Row], most: int) -> Iterator[str]:
    bad = [row for row in rows if row["outcome"] != "correct"]
    for row in sorted(bad, key=lambda r: (r["outcome"] not in ("wrong", "invented"), r["id"]))[:most]:
        yield f"{row['outcome']:<11}{row['id']:<9}{row['question'][:44]}  → {row['note'][:90]}"


def last_line(name: str, rows: list[Row]) -> str:
    s = evaluate.summary(rows)
    cited = [row["citation"] for row in rows if row["citation"] is not None]
    return (f"{name}: accuracy {s['accuracy']:.1f} % · wrong {s['wrong_rate']:.1f} % · refusals right {s['refusals_right']:.1f} % · "
            f"citations complete {sum(cited)}/{len(cited)} · n={s['n']}")


if __name__ == "__main__":
    sys.exit(main())
