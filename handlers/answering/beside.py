"""What a word means beside another: a fact of the prose beside a column of the table, one thing told in two ways."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.atoms import Atom

_OF_TABLE = {"n.normative": "s2.art20_1.normative"}  # told in the prose and printed in the table
_COLUMNS = frozenset((".total_disclosed", ".new_made", ".new_disclosed", ".issued", ".repealed", ".in_force"))
_LEFT_UNDONE = ("没", "未", "冇", "剩", "压")


def beside_others(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The atoms, each as it is meant beside the others."""
    in_table = any(s.id in _COLUMNS for a in atoms for s in a.senses)
    kept = [a for i, a in enumerate(atoms) if not _told_again(a, atoms[i + 1 : i + 2])]
    return tuple(map(_of_table, kept)) if in_table else tuple(kept)


def _of_table(atom: Atom) -> Atom:
    """正文讲规范性文件公开了710件，表格里对外公开总数是几件: the column is of the table."""
    if len(atom.senses) != 1 or atom.senses[0].id not in _OF_TABLE:
        return atom
    return replace(atom, senses=(replace(atom.senses[0], id=_OF_TABLE[atom.senses[0].id]),))


def _told_again(atom: Atom, following: Sequence[Atom]) -> bool:
    """去年没办完、留到下一年接着办的: what was left undone and is carried on is one thing."""
    left = bool(atom.senses) and atom.senses[0].id == "s3.carried_in" and any(w in atom.text for w in _LEFT_UNDONE) and "转" not in atom.text
    return left and any(a.senses and a.senses[0].id == "s3.carried_out" and a.group == atom.group for a in following)
