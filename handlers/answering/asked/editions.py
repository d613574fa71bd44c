"""Senses of one word that are one thing under different forms: the report decides."""

from dataclasses import replace

from handlers.answering.asked.measures import column_editions, column_family, family
from handlers.answering.words.lexicon import Sense


def sense_family(sense: Sense) -> str:
    """Which rows or columns go with it."""
    return column_family(sense.id) if sense.kind == "column" else family(sense.id)


def one_of_editions(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """制定 is one column in the form of 2019 and another in that of 2021: the report decides."""
    editions = [column_editions(s.id) for s in senses if s.kind == "column"]
    if len(senses) > 1 and len(editions) == len(senses) and all(editions) and sum(map(len, editions)) == len(frozenset().union(*editions)):
        return (replace(senses[0], id="/".join(s.id for s in senses)),)
    old = [s for s in senses if sense_family(s) in ("t08", "t14")]
    new = [s for s in senses if s not in old]
    if not new and len(old) == 2 and {sense_family(s) for s in old} == {"t08", "t14"}:
        return (replace(old[0], id="/".join(sorted(s.id for s in old))),)
    if not old or not new or any(s.kind == "column" for s in senses):
        return senses
    if all(s.kind == "fact" for s in new):  # the prose says it where the table of the time does not
        return (replace(old[0], id=f"{old[0].id}/{new[0].id}"),)
    return tuple(new)  # a row of an old table is found from the newer one's
