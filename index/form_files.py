"""Builds the types of forms.py from data/forms/*.yaml: ids made whole, groups resolved, sums written out."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path

from index.form_nodes import Node, read_nodes
from index.form_relations import read_relations
from index.forms import Column, Constraint, Form, FormTable, Meaning, Row, Term

TERM = re.compile(r"\s*([+-]?)\s*(before\()?([A-Za-z][\w.@]*)\)?\s*")


def read_forms(folder: Path) -> Mapping[str, Form]:
    forms: dict[str, Form] = {}
    for edition, node in read_nodes(folder).items():
        forms[edition] = read_form(node, forms)
    return forms


def read_form(node: Node, earlier: Mapping[str, Form]) -> Form:
    tables = tuple(read_table(table) for table in node.nodes("tables", "table"))
    unique(node, "tables", (table.id for table in tables))
    meanings = {meaning.id: meaning for table in tables for meaning in read_meanings(table)}
    relations = read_relations(node, meanings, earlier)
    return Form(node.text("edition"), node.text("name"), tables, meanings, relations)


def unique(node: Node, key: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise node.fault(key, f"{name} stands there twice")
        seen.add(name)


# ---------------------------------------------------------------- tables


def read_table(node: Node) -> FormTable:
    columns = tuple(read_column(column) for column in node.nodes("columns", "column"))
    rows = read_rows(node)
    unique(node, "columns", (column.id for column in columns))
    for column, part in ((c, p) for c in columns for p in c.parts):
        if part not in {other.id for other in columns}:
            raise node.fault(f"columns.{column.id}.parts", f"no column {part}")
    table = FormTable(node.text("id"), node.text("section"), node.text("caption"), rows, columns,
                      node.text("cell"), node.texts("captions"))  # fmt: skip
    constraints = read_constraints(node, "constraints", table)
    neighbours = read_constraints(node, "neighbours", table)
    return FormTable(table.id, table.section, table.caption, rows, columns, table.cell, table.captions,
                     constraints, neighbours)  # fmt: skip


def read_column(node: Node) -> Column:
    return Column(
        id=node.text("id"),
        label=node.text("label"),
        variants=node.texts("variants"),
        parts=node.texts("parts"),
        printed=node.flag("printed", True),
        unit=node.text("unit"),
        meaning=node.text("meaning"),
        signed=node.flag("signed"),
        decimals=node.flag("decimals"),
    )


def read_rows(table: Node) -> tuple[Row, ...]:
    nodes = table.nodes("rows", "row")
    ids = [node.text("id") for node in nodes]
    unique(table, "rows", ids)
    children = {name: [n.text("id") for n in nodes if n.data.get("parent") == name] for name in ids}
    for node in nodes:
        for key, name in [
            ("parent", node.data.get("parent", ids[0])),
            *(("parts", p) for p in parts_of(node, children)),
        ]:
            if name not in ids:
                raise node.fault(key, f"no row {name}")
    printed = {node.text("id"): node.flag("printed", True) for node in nodes}
    groups = {node.text("id"): parts_of(node, children) for node in nodes}
    rows = tuple(read_row(table, node, leaves(groups[node.text("id")], groups, printed)) for node in nodes)
    same_label(table, rows)
    return rows


def parts_of(node: Node, children: Mapping[str, list[str]]) -> list[str]:
    if node.data.get("parts") == "children":
        return children[node.text("id")]
    return list(node.texts("parts"))


def leaves(parts: list[str], groups: Mapping[str, list[str]], printed: Mapping[str, bool]) -> list[str]:
    """Parts that are printed; a group without figures gives way to its own parts."""
    return [leaf for part in parts for leaf in ([part] if printed[part] else leaves(groups[part], groups, printed))]


def read_row(table: Node, node: Node, parts: list[str]) -> Row:
    def whole(name: str) -> str:
        return f"{table.text('id')}.{name}"

    return Row(
        id=whole(node.text("id")),
        label=node.text("label"),
        variants=node.texts("variants"),
        parent=whole(node.text("parent")) if "parent" in node.data else None,
        parts=tuple(whole(part) for part in parts),
        printed=node.flag("printed", True),
        unit=node.text("unit", table.text("unit")),
        meaning=node.text("meaning"),
        basis=node.text("basis", table.text("basis")),
        decimals=node.flag("decimals"),
        confirmed=node.flag("confirmed", True),
    )


def same_label(table: Node, rows: tuple[Row, ...]) -> None:
    owners: dict[tuple[str | None, str], str] = {}
    for row in rows:
        for label in (row.label, *row.variants):
            owner = owners.setdefault((row.parent, label), row.id)
            if owner != row.id or (row.label, *row.variants).count(label) > 1:
                raise table.fault(f"rows.{row.id}", f"label {label} stands on {owner} already")


# ---------------------------------------------------------------- meanings


def read_meanings(table: FormTable) -> list[Meaning]:
    """Row × column; rows that are a mere heading have none."""
    rows = [row for row in table.rows if row.printed or row.parts]
    return [meaning_of(table, row, column) for row, column in product(rows, table.columns)]


def meaning_of(table: FormTable, row: Row, column: Column) -> Meaning:
    printed = row.printed and column.printed
    row_parts = row.parts if not row.printed else (row.id,)
    column_parts = column.parts if not column.printed else (column.id,)
    parts = () if printed else tuple(table.cell_id(r, c) for r, c in product(row_parts, column_parts))
    group = next((c.label for c in table.columns if not c.printed and column.id in c.parts), None)
    return Meaning(
        id=table.cell_id(row.id, column.id),
        table=table.id,
        row=row.id,
        column=column.id,
        unit=column.unit or row.unit,
        row_labels=row_labels(table, row),
        column_labels=(group, column.label) if group else (column.label,),
        parts=parts,
        printed=printed,
    )


def row_labels(table: FormTable, row: Row) -> tuple[str, ...]:
    parent = next((other for other in table.rows if other.id == row.parent), None)
    return (*(row_labels(table, parent) if parent else ()), row.label)


# ---------------------------------------------------------------- constraints


def read_constraints(node: Node, key: str, table: FormTable) -> tuple[Constraint, ...]:
    found = [one for entry in node.nodes(key, "constraint") for one in written_out(entry, table)]
    unique(node, key, (constraint.id for constraint in found))
    known = {table.cell_id(row.id, column.id) for row in table.rows for column in table.columns}
    for constraint in found:
        for term in (*constraint.left, *constraint.right):
            if term.cell not in known:
                raise node.fault(f"{key}.{constraint.id}", f"no cell {term.cell}")
    return tuple(found)


def written_out(node: Node, table: FormTable) -> list[Constraint]:
    """One constraint for every printed row or column that its pattern names."""
    rows = [row for row in table.rows if row.printed]
    columns = [column for column in table.columns if column.printed]
    pattern = f"{node.text('id')} {node.text('formula')}"
    chosen_rows = rows if "{row}" in pattern or "{item}" in pattern else rows[:1]
    chosen_columns = columns if "{column}" in pattern else columns[:1]
    return [one_constraint(node, table, row, column) for row in chosen_rows for column in chosen_columns]


def one_constraint(node: Node, table: FormTable, row: Row, column: Column) -> Constraint:
    names = {"row": row.id, "item": row.id.removeprefix(f"{table.id}."), "column": column.id}
    left, relation, right = sides(node, table, row, column, names)
    level = node.text("level", "hard")
    if level not in ("hard", "soft"):
        raise node.fault("level", f"hard or soft expected, got {level}")
    optional = "sum_of_rows" in node.data
    return Constraint(
        node.text("id").format(**names), left, relation, right, level == "hard", node.text("message"), node.text("kept"), optional
    )


def sides(
    node: Node, table: FormTable, row: Row, column: Column, names: Mapping[str, str]
) -> tuple[tuple[Term, ...], str, tuple[Term, ...]]:
    if "sum_of_rows" in node.data:
        total = next((r for r in table.rows if r.id == f"{table.id}.{node.text('sum_of_rows')}"), None)
        if total is None or not total.parts:
            raise node.fault("sum_of_rows", "names no row with parts")
        parts = tuple(Term(1, table.cell_id(part, column.id)) for part in total.parts)
        return parts, "=", (Term(1, table.cell_id(total.id, column.id)),)
    if "sum_of_columns" in node.data:
        whole = next((c for c in table.columns if c.id == node.text("sum_of_columns")), None)
        if whole is None or not whole.parts:
            raise node.fault("sum_of_columns", "names no column with parts")
        parts = tuple(Term(1, table.cell_id(row.id, part)) for part in whole.parts)
        return parts, "=", (Term(1, table.cell_id(row.id, whole.id)),)
    formula = re.fullmatch(r"(.+?)\s*(>=|=)\s*(.+)", node.text("formula").format(**names))
    if not formula:
        raise node.fault("formula", "expected: cells = cells, or cells >= cells")
    return terms(node, formula[1]), formula[2], terms(node, formula[3])


def terms(node: Node, text: str) -> tuple[Term, ...]:
    if text.strip() == "0":
        return ()
    found = list(TERM.finditer(text))
    if "".join(match[0] for match in found) != text:
        raise node.fault("formula", f"cannot be read: {text}")
    return tuple(Term(-1 if match[1] == "-" else 1, match[3], bool(match[2])) for match in found)
