"""新收的，上年结转的，各多少: commas between the members of a list."""

from collections.abc import Sequence

from handlers.answering.asked.asking import AMOUNT
from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Operand
from handlers.answering.asked.measures import ancestors
from handlers.answering.clauses.clauses import Clause
from handlers.answering.words.speech import saying

_EACH_AT_END = saying("asking.each_at_end")
_ROWS = frozenset({"row", "column", "fact", "metric"})


def listing_commas(said: Sequence[Clause], pauses: Sequence[int]) -> list[int]:
    """Those of the pauses that stand between members."""
    members = _members(said)
    return [p for p in pauses if p > members[0].mentions[0].start] if members else []


def _members(said: Sequence[Clause]) -> list[Clause]:
    """Clauses alike (all with 的 or none), each naming something, and the amount asked of each at the end; what they are parts of may stand before."""
    if not (_EACH_AT_END.search(said[-1].text) or _only_names(said)) or any("、" in c.text for c in said):
        return []
    found = [c for c in said if any(m.kinds() & _ROWS for m in c.mentions)]
    members = found[1:] if found and (found[0].mentions[-1].has("op.within") or not _of(found[0])) and all(map(_of, found[1:])) else found
    apart = any(m.has("op.within", "op.except", "op.than") for c in members for m in c.mentions)
    return members if len(members) > 1 and len(set(map(_of, members))) == 1 and not apart else []


def _only_names(said: Sequence[Clause]) -> bool:
    """New requests, and petition requests? 新收，办结: figures are named and nothing else is said."""
    words = [m for c in said for m in c.mentions]
    named = all(m.kinds() & _ROWS or m.name or m.years or m.kinds() <= {"filler"} or m.has("op.and", "op.list") for m in words)
    alone = named and all(not c.unknown and not AMOUNT.search(c.text) for c in said)
    return alone and (all(c.text.isascii() for c in said) or _side_by_side(said))


def _side_by_side(said: Sequence[Clause]) -> bool:
    """新收，办结: a row in each clause, none a part of another; 直接起诉，未审结 is one thing."""
    rows = [found for c in said if (found := {s.id for m in c.mentions for s in m.senses if s.kind in _ROWS}) or not all(m.name or m.years for m in c.mentions)]
    columns = any(m.kinds() <= {"column", "definition"} and m.senses for c in said for m in c.mentions)
    sure = all(len(r) == 1 for r in rows) and not any(m.text == "申请" for c in said for m in c.mentions)
    return sure and not columns and not any(a in ancestors(b) and a != "s3.new" for one in rows for other in rows for a in one for b in other if a != b)


def _of(clause: Clause) -> bool:
    """Ends with 的, the amount left aside."""
    return _EACH_AT_END.pattern.sub("", clause.text.rstrip("，,")).endswith("的")


def dropped(said: Sequence[Clause], atoms: Sequence[Atom], operands: Sequence[Operand]) -> tuple[str, ...]:
    """Members that no operand asks for: an answer without them is none."""
    asked = {i for o in operands for i in (*o.rows, *o.columns)}
    return tuple(c.text.rstrip("，,") for c in _members(said) if not _asked(c, atoms, asked))


def _asked(clause: Clause, atoms: Sequence[Atom], asked: set[str]) -> bool:
    """Whether something measured in the clause is among what is asked; a clause whose words were settled away asks nothing."""
    start, end = clause.mentions[0].start, clause.mentions[-1].end
    inside = [a for a in atoms if a.senses and start <= a.start < end]
    return not inside or any(a.senses[0].id in asked for a in inside)
