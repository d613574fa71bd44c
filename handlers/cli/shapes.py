"""The JSON of the commands: one object a line, stable, UTF-8."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from index.models import Cell, Finding, Status, StoredReport

if TYPE_CHECKING:
    from handlers.answering.models import Reply, Value
    from index.adding import Outcome

Shape = dict[str, Any]
STATUSES = ("passed", "failed", "not_assessable")


def line(shape: Shape) -> str:
    return json.dumps(shape, ensure_ascii=False)


def outcome_shape(outcome: "Outcome") -> Shape:
    """A line of `add`; of the findings those that failed."""
    report = outcome.report
    return {
        "source": outcome.source,
        "status": outcome.status,
        "agency": report.agency.name if report else None,
        "year": report.year if report else None,
        "edition": report.edition if report else None,
        "cells": outcome.cells,
        "ambiguous": outcome.ambiguous,
        "checks": counts(outcome.findings),
        "findings": [finding_shape(finding) for finding in outcome.findings if finding.status == "failed"],
        "error": outcome.error,
    }


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many checks came out how."""
    found = Counter(finding.status for finding in findings)
    return {status: found[status] for status in STATUSES}


def finding_shape(finding: Finding) -> Shape:
    shape = {
        "check": finding.check, "status": finding.status, "expression": finding.expression,
        "left": finding.left, "right": finding.right, "message": finding.message,
    }
    return shape | {name: value for name, value in (("verdict", finding.verdict), ("reason", finding.reason)) if value}


def check_shape(report: StoredReport, finding: Finding) -> Shape:
    """A line of `check`."""
    return {"agency": report.agency.name, "year": report.year} | finding_shape(finding)


def report_shape(report: StoredReport, cells: Mapping[str, Cell]) -> Shape:
    """A line of `show`."""
    return {
        "agency": report.agency.name,
        "year": report.year,
        "edition": report.edition,
        "source": report.source,
        "cells": [cell_shape(cell) for cell in cells.values()],
    }


def cell_shape(cell: Cell) -> Shape:
    shape: Shape = {
        "id": cell.id,
        "value": None if cell.value is None else format(cell.value, "f"),
        "text": cell.text,
        "unit": cell.unit,
        "row_path": list(cell.row_path),
        "column_path": list(cell.column_path),
        "status": cell.status.value,
    }
    if cell.status is Status.AMBIGUOUS:
        shape["readings"] = [format(reading, "f") for reading in cell.readings]
    return shape | ({"remark": cell.remark} if cell.remark else {})


def reply_shape(name: object, reply: "Reply", milliseconds: float) -> Shape:
    """A line of `ask`. `id` is that of the batch line, else that of the answer."""
    return {
        "id": reply.id if name is None else name,
        "status": reply.status,
        "reason": reply.reason,
        "values": [value_shape(value) for value in reply.values],
        "also": [value_shape(value) for value in reply.also],
        "verdict": reply.verdict,
        "choices": [{"label": choice.label, "question": choice.question} for choice in reply.choices],
        "text": reply.text,
        "answer": reply.id,
        "ms": round(milliseconds, 2),
    }


def value_shape(value: "Value") -> Shape:
    return {
        "value": value.value, "unit": value.unit, "label": value.label, "agency": value.agency, "year": value.year,
        "cells": list(value.cells), "formula": value.formula,
    }
