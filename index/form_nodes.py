"""The YAML of a form as checked nodes: every fault names file, key and reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.data_files import read_yaml
from index.errors import InvalidData

KEYS = {
    "form": {"edition", "name", "tables", "comparability"},
    "table": {"id", "section", "caption", "captions", "cell", "unit", "basis", "columns", "rows", "constraints",
              "neighbours", "as_in", "replace"},
    "column": {"id", "label", "variants", "parts", "printed", "unit", "meaning", "signed", "decimals"},
    "row": {"id", "label", "variants", "parent", "parts", "printed", "unit", "meaning", "basis", "decimals", "confirmed"},
    "constraint": {"id", "level", "formula", "sum_of_rows", "sum_of_columns", "message", "kept", "note"},
    "relation": {"grade", "reason", "pairs", "ids"},
}  # fmt: skip
NEEDED = {
    "form": {"edition", "name", "tables"},
    "table": {"id"},
    "column": {"id", "label"},
    "row": {"id", "label"},
    "constraint": {"id", "message", "kept"},
    "relation": {"grade"},
}


@dataclass(frozen=True, slots=True)
class Node:
    """A mapping of a form file and the way to it."""

    file: str
    key: str
    data: Mapping[str, Any]

    def fault(self, key: str, reason: str) -> InvalidData:
        return InvalidData(self.file, ".".join(filter(None, (self.key, key))), reason)

    def text(self, key: str, default: str = "") -> str:
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.fault(key, f"text expected, got {value!r}")
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, f"true or false expected, got {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(key, f"list of texts expected, got {value!r}")
        return tuple(value)

    def nodes(self, key: str, kind: str) -> list["Node"]:
        value = self.data.get(key, [])
        if not isinstance(value, list):
            raise self.fault(key, "list expected")
        return [self.child(f"{key}[{n}]", item, kind) for n, item in enumerate(value)]

    def child(self, key: str, data: Any, kind: str) -> "Node":
        """A checked mapping below this one, named by its id where it has one."""
        if not isinstance(data, dict):
            raise self.fault(key, f"mapping expected, got {data!r}")
        name = f"{key.split('[')[0]}.{data['id']}" if "id" in data else key
        node = Node(self.file, ".".join(filter(None, (self.key, name))), data)
        if unknown := sorted(set(data) - KEYS[kind]):
            raise node.fault(str(unknown[0]), "unknown key")
        if missing := sorted(NEEDED[kind] - set(data)):
            raise node.fault(missing[0], "missing")
        return node


def read_nodes(folder: Path) -> dict[str, Node]:
    """The forms of a folder by edition, as YAML, tables taken over from another edition filled in."""
    nodes: dict[str, Node] = {}
    for path in sorted(folder.glob("*.yaml")):
        node = Node(path.name, "", {}).child("", read_yaml(path), "form")
        if node.text("edition") in nodes:
            raise node.fault("edition", f"{node.text('edition')} stands in two files")
        nodes[node.text("edition")] = node
    if not nodes:
        raise InvalidData(folder.name, "*.yaml", "no form files")
    return {edition: whole(nodes[edition], nodes) for edition in sorted(nodes)}


def whole(node: Node, nodes: Mapping[str, Node]) -> Node:
    tables = [filled(table, nodes) for table in node.nodes("tables", "table")]
    return Node(node.file, node.key, {**node.data, "tables": tables})


def filled(table: Node, nodes: Mapping[str, Node]) -> Mapping[str, Any]:
    """`as_in: '2019'` takes over a table of that edition; `replace` puts other rows in the place of one."""
    if "as_in" not in table.data:
        return table.data
    source = nodes.get(table.text("as_in"))
    tables = source.nodes("tables", "table") if source else []
    found = [other.data for other in tables if other.data["id"] == table.data["id"] and "as_in" not in other.data]
    if not found:
        raise table.fault("as_in", f"edition {table.text('as_in')} has no table {table.data['id']}")
    return {**found[0], "rows": replaced(table, found[0]["rows"])}


def replaced(table: Node, rows: list[Any]) -> list[Any]:
    changes = table.data.get("replace", {})
    known = {row["id"] for row in rows}
    if unknown := sorted(set(changes) - known):
        raise table.fault(f"replace.{unknown[0]}", "no such row in the table taken over")
    return [new for row in rows for new in changes.get(row["id"], [row])]
