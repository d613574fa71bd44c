"""How the cells of an edition compare with those of earlier ones: `comparability` in data/forms/*.yaml."""

from collections.abc import Mapping

from index.form_nodes import Node
from index.forms import Form, Meaning, Relation

GRADES = ("identical", "after_sum", "approximate", "not_comparable")


def read_relations(
    node: Node, meanings: Mapping[str, Meaning], earlier: Mapping[str, Form]
) -> dict[str, tuple[Relation, ...]]:
    blocks = node.data.get("comparability", {})
    found: dict[str, tuple[Relation, ...]] = {}
    for edition in blocks:
        if edition not in earlier:
            raise node.fault(f"comparability.{edition}", "no earlier edition of this name")
        block = Node(node.file, "comparability", blocks)
        found[edition] = tuple(
            read_relation(entry, meanings, earlier[edition].meanings) for entry in block.nodes(edition, "relation")
        )
    return found


def read_relation(node: Node, here: Mapping[str, Meaning], there: Mapping[str, Meaning]) -> Relation:
    if node.text("grade") not in GRADES:
        raise node.fault("grade", f"one of {', '.join(GRADES)} expected")
    alike = node.text("grade") != "not_comparable"
    pairs = [(name, (name,) if alike else ()) for name in node.texts("ids")]
    for name, other in node.data.get("pairs", {}).items():
        pairs.append((name, tuple(other) if isinstance(other, list) else (other,)))
    for name, others in pairs:
        for cell, known in [(name, here), *((other, there) for other in others)]:
            if "*" not in cell and cell not in known:
                raise node.fault("pairs", f"no cell {cell}")
    return Relation(node.text("grade"), node.text("reason"), tuple(pairs))
