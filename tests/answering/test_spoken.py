"""The figures spoken of in a chat: which two, which listed, which added up, and where a follow-up puts them."""

from handlers.answering.asked.frames import Frame, Op, Operand
from handlers.answering.chat import both_before, going_on, set_against
from handlers.answering.chat.spoken import Spoken, in_order, leaning, of_all, spread
from handlers.answering.words.mentions import Years


def _asked(*rows: str, year: int = 2020, ops: tuple[Op, ...] = ()) -> Frame:
    return Frame((Operand(rows=rows, years=(Years("absolute", (year,)),), within=True),), ops)


ONE, OTHER, LATER = _asked("s3.new"), _asked("s4.review"), _asked("s3.new", year=2021)
BOTH = _asked("s3.new", "s4.review", ops=(Op("op.sum", 0, "加"),))


def test_the_two_that_differ_in_one_thing_alone() -> None:
    assert Spoken((ONE, OTHER)).two("row") == [*spread(ONE), *spread(OTHER)]
    assert Spoken((ONE, LATER)).two("year") == [*spread(ONE), *spread(LATER)]
    assert Spoken((OTHER, LATER)).two("row") == Spoken((ONE, OTHER)).two("body") == []


def test_those_listed_and_those_added_up() -> None:
    assert Spoken((LATER, BOTH)).listed() == Spoken((BOTH, OTHER)).figures(2)[:2] == Spoken((BOTH,)).summands() == spread(BOTH)
    assert Spoken((ONE, LATER)).listed() == Spoken((ONE, LATER)).figures(2)
    assert Spoken((BOTH, ONE)).summands() == []


def test_where_a_follow_up_puts_them() -> None:
    assert [(o.position, o.within) for o in in_order(spread(BOTH), 3)] == [(3, False), (4, False)]
    assert [(o.position, o.within) for o in of_all(spread(ONE), spread(BOTH))] == [(-3, False), (-2, True), (-1, True)]
    assert leaning(ONE, spread(LATER), ()).elliptic


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [name for module in (both_before, going_on, set_against) for name, _ in module.RULES]
    assert len(names) == len(set(names))
