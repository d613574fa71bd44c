"""What is asked about said behind the question: 占行政诉讼的百分之几，政府败诉的？ is read with the last clause first."""

import re
from collections.abc import Sequence

from handlers.answering.clauses.clauses import ASKS, ASKS_AT_END, LEADS_IN, Clause
from handlers.answering.words.speech import saying

_MARKS = "，,。.；;？?！! "
_WANTS_SUBJECT = re.compile("(?:大概|大约|一共|总共|到底)?(?:是|占|比|按|照|排|顶得?上?|抵得?上?|相当于|够|超|过).{0,24}(?:多少|几|排|吗|没|冇)")  # a predicate whose subject is still to come
_ASKING = ("op.rank", "op.place", "op.top", "op.most", "op.least", "op.list", "op.check", "op.define")  # operations that ask without a question word
_OF_COLUMN = re.compile("[那这]一?[列栏]$")  # 总计一行是几？申请人里“其他”那一列
_ROWS = frozenset({"row", "fact", "metric", "detail", "ambiguous", "topic"})
_RESULTS = ("s3.result.", "not_public", "disclosed")
_COUNTED = saying("reckoning.counted_in")
_GOES_ON = re.compile("[呢嘞]$|^(?:还有|再|另外|以及|顺便|我|俺|咱|请|烦|麻烦|劳|帮|求|望|盼|给我)")


def set_in_order(clauses: Sequence[Clause]) -> str:
    """The message with its last clause first when that names what the question before it asks of; '' when the order is the usual one."""
    if counted := _counted_first(clauses):
        return counted
    if len(clauses) < 2 or not _only_names(clauses[-1]) or not any(c.asks or c.text.strip(_MARKS).endswith((*ASKS_AT_END, "=")) for c in clauses[:-1]):
        return ""
    *before, last = clauses
    placed = _placed(last) and not any(map(_placed, before))
    if not (placed or _asked_of(last, before) or (not _placed(last) and _WANTS_SUBJECT.match(before[-1].text) and not any(c.measured for c in before[:-1]))):
        return ""
    return "，".join(c.text.strip(_MARKS) for c in (last, *before)) + "？"


def _counted_first(clauses: Sequence[Clause]) -> str:
    """有几成不给？不予公开、无法提供都算上: what the question tells in everyday words is said in the rows that it is made of; '' when nothing is."""
    if len(clauses) < 2 or not clauses[-2].asks or not all(_of_requests(c) for c in clauses[-2:]):
        return ""
    asking, last = clauses[-2].text, clauses[-1].text.strip(_MARKS)
    counted = _COUNTED.search(last)
    said, parts = (_row_words(c) for c in clauses[-2:])
    if counted is None or not said or not parts or (counted["all"] and len(parts) < 2):
        return ""
    for word in said:
        asking = asking.replace(word, "", 1)
    rows = "、".join((*(() if counted["all"] else said), *parts))
    before = [c.text.strip(_MARKS) for c in clauses[:-2]]
    return "，".join((*before, f"{rows}加起来{asking.strip(_MARKS)}")) + "？"


def _of_requests(clause: Clause) -> bool:
    """Names results of requests and no rate of them."""
    kinds = {s.kind for m in clause.mentions for s in m.senses}
    return "row" in kinds and "metric" not in kinds and all(s.id.startswith(_RESULTS) for m in clause.mentions for s in m.senses if s.kind == "row")


def _row_words(clause: Clause) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.text for m in clause.mentions if "row" in m.kinds()))


def _asked_of(last: Clause, before: Sequence[Clause]) -> bool:
    """作出的决定有多少件，行政处罚？ 维持几件，直接起诉的案子里？: the question names no row; what follows is the row, or the block it is looked for in."""
    asking = [c for c in before if c.asks]
    inside = LEADS_IN.search(last.text.strip(_MARKS)) is not None
    shared = inside and bool(asking) and any(m.has("op.share") for m in asking[0].mentions)  # 第三方占多少，在不予公开里
    if len(asking) == 1 and before[-1] == asking[0] and (shared or _OF_COLUMN.search(last.text.strip(_MARKS))):
        return True
    return len(asking) == 1 and before[-1] == asking[0] and not any(map(_names_row, before)) and (inside or _names_row(last))


def _names_row(clause: Clause) -> bool:
    return any(m.kinds() & _ROWS for m in clause.mentions)


def _only_names(clause: Clause) -> bool:
    said = clause.text.strip(_MARKS)
    asks_itself = any(m.has(*_ASKING) for m in clause.mentions)
    goes_on = _GOES_ON.search(said) and not (said.startswith("请问") and LEADS_IN.search(said))
    return clause.measured and not asks_itself and not ASKS.search(said) and not goes_on


def _placed(clause: Clause) -> bool:
    return any(m.name or m.years for m in clause.mentions)
