"""Mentions of one sub-question → atoms with one meaning each."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from handlers.answering.asked.cases import of_cases_alone, sums_checked
from handlers.answering.asked.editions import one_of_editions, sense_family
from handlers.answering.asked.frames import Unclear
from handlers.answering.asked.measures import ancestors, column_family, crosses, load_derived
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Years
from index.vocabulary import NameHit

ROW_KINDS = frozenset({"row", "fact", "metric"})
_JOINS = frozenset({"op.and", "op.sum"})
DECIDED = Sense(".decided", "column", True)
_TOTAL = ("总计", "合计", "总数")
_OF_CASES = {"s3.carried_out": Sense(".pending", "column", True), "s3.result.total": DECIDED}
ENDED = re.compile("[结审]案|审结")
_OF_REQUESTS = re.compile("结转|下年|下一年|明年|次年|来年|第二年|跨年|申请|总|结果|request|application|next year|carr")


@dataclass(frozen=True, slots=True)
class Atom:
    """One content word of a sub-question."""

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...] = ()
    name: NameHit | None = None
    years: Years | None = None
    faint: bool = False  # also an ordinary word: 通过, 看到
    group: int = 0  # atoms of one list said with 和 or 、 share the number
    joined: bool = False  # follows the atom before with nothing but 和, 、 or a filler between

    def slot(self) -> str:
        if self.name is not None:
            return "agency"
        if self.years is not None:
            return "year"
        return "column" if self.senses[0].kind == "column" else "row"

    def slots(self) -> frozenset[str]:
        """Those that its senses may take."""
        return frozenset("column" if s.kind == "column" else "row" for s in self.senses)

    def families(self) -> frozenset[str]:
        return frozenset(sense_family(s) for s in self.senses)

    def strong(self) -> bool:
        return any(s.strong for s in self.senses)


def atoms_of(mentions: Sequence[Mention], marks: Sequence[int]) -> tuple[Atom, ...]:
    """Content atoms in order. `marks`: positions of 、 and the like."""
    found: list[Atom] = []
    glue, listing, inside = True, False, True
    for index, mention in enumerate(mentions):
        senses = tuple(s for s in mention.senses if s.kind in ROW_KINDS or s.kind == "column")
        if _only_asks(mention):
            continue
        if mention.name is None and mention.years is None and not senses:
            glue = glue and _is_glue(mention)
            inside = inside and not mention.has("question") and (_is_glue(mention) or mention.has("op.within"))
            listing = listing or mention.has(*_JOINS)
            continue
        if _soft(mention):
            listing = listing or mention.has(*_JOINS)
            continue
        marked = bool(found) and any(found[-1].end <= m < mention.start for m in marks)
        beside = bool(found) and found[-1].end == mention.start
        senses = _of_review(senses, _listed_with(found) if marked or listing else found[-1]) if found and inside else senses
        faint = ("filler" in mention.kinds() or mention.has("op.difference")) and not any(s.strong for s in senses)
        faint = faint and not _part_of_row(mentions, index)
        atom = Atom(mention.start, mention.end, mention.text, senses, mention.name, mention.years, faint, len(found))
        akin = bool(found) and (found[-1].slot() == atom.slot() or found[-1].slot() in atom.slots() or (marked and atom.slot() in found[-1].slots()))
        joined = akin and glue and (listing or marked or beside) and not _gap(found[-1].end, mention.start, marks, mentions)
        linked = joined and (listing or marked)
        found.append(replace(atom, joined=joined, group=found[-1].group if linked else len(found)) if joined else atom)
        glue, listing, inside = True, False, True
    return tuple(found)


def _part_of_row(mentions: Sequence[Mention], index: int) -> bool:
    """上年结转里单位的: right behind a row and 里 an everyday word names who of it is meant."""
    if index < 2 or not mentions[index].has("@legal_person"):
        return False
    row, within, word = mentions[index - 2 : index + 1]
    return row.end == within.start and within.end == word.start and within.has("op.within") and any(s.kind == "row" and s.strong for s in row.senses)


def _listed_with(found: Sequence[Atom]) -> Atom:
    """复议维持、撤诉: a list of columns is of the row that it stands behind."""
    return next((a for a in reversed(found) if a.slot() == "row"), found[-1]) if found[-1].slot() == "column" else found[-1]


def _of_review(senses: tuple[Sense, ...], before: Atom) -> tuple[Sense, ...]:
    """复议维持原判, 复议之后打赢的: a word that alone is of the courts is of the reviews that it is said of."""
    said_of = {s.id for s in before.senses} == {"s4.review"}
    columns = tuple(s for s in senses if s.kind == "column")
    return columns if said_of and columns and {s.id for s in senses if s.kind != "column"} == {"s4.suit"} else senses


def _only_asks(mention: Mention) -> bool:
    """多少项 is first of all a question word."""
    return mention.has("question") and bool(mention.senses) and not any(s.strong for s in mention.senses if s.kind == "row") and not mention.years


def _is_glue(mention: Mention) -> bool:
    return mention.kinds() <= {"filler"} or mention.has(*_JOINS)


def _soft(mention: Mention) -> bool:
    """Words such as 总数 and 一共 that are first of all an operation."""
    others = [s for s in mention.senses if s.kind in ROW_KINDS or s.kind == "column"]
    if mention.has("op.sum") and others and all(s.kind == "column" for s in others):
        return True
    return any(s.kind == "op" and s.strong for s in mention.senses) and len(others) > 1 and not any(s.strong for s in others)


def _gap(end: int, start: int, marks: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Is there something between that neither a mark nor a mention explains?"""
    covered = {i for m in mentions for i in range(m.start, m.end)} | set(marks)
    return any(i not in covered for i in range(end, start))


def decided(atoms: Sequence[Atom], expected: frozenset[str] = frozenset()) -> tuple[tuple[Atom, ...], tuple[Unclear, ...]]:
    """Every atom with one sense: the one that fits its neighbours, then `expected` families, then the stronger one."""
    sure = any(a.slot() == "row" and a.senses and not a.faint for a in atoms)
    result = [part for atom in atoms if not (sure and atom.faint and not _paired(atom, atoms)) for part in _both(atom)]
    for index, atom in enumerate(result):
        if len(atom.senses) > 1:
            others = list({a.senses: a for i, a in enumerate(result) if i != index and a.senses}.values())
            result[index] = replace(atom, senses=_fitting(atom, result, index, others, expected))
    result = [_of_block(a, result) for a in result if not _idle(a, result)]
    result = [_of_case(a, result, i) for i, a in enumerate(result)]
    unclear = tuple(Unclear(a.text, a.senses) for a in result if len(a.senses) > 1)
    return tuple(a for a in result if len(a.senses) <= 1), unclear


def _paired(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """个人的比单位的: an everyday word is a column when it stands against another one."""
    other = any(a.slot() == "column" and a.senses and a.senses[0].id == "@natural" and not a.faint for a in atoms if a is not atom)
    return atom.slot() == "column" and atom.senses[0].id == "@legal_person" and other


def _of_block(atom: Atom, atoms: Sequence[Atom]) -> Atom:
    """维持率 beside 行政复议 is that of reviews."""
    blocks = {s.id for a in atoms for s in a.senses if s.id.startswith("s4.")}
    if len(atom.senses) == 1 and atom.senses[0].id.startswith("d.suit_") and "s4.review" in blocks and not blocks & {"s4.suit", "s4.suit_direct"}:
        return replace(atom, senses=(replace(atom.senses[0], id=atom.senses[0].id.replace("d.suit_", "d.review_")),))
    return atom


def _of_case(atom: Atom, atoms: Sequence[Atom], index: int) -> Atom:
    """复议年底还压着的, 官司还没办完的: beside reviews and lawsuits what is not done yet is 尚未审结, no request carried over."""
    sense = atom.senses[0] if len(atom.senses) == 1 else None
    case = sense and _OF_CASES.get(sense.id)
    beside = [a for a in atoms[max(0, index - 1) : index + 2] if a is not atom and a.group != atom.group and a.senses]
    others = [s.id for a in atoms if a is not atom for s in a.senses if s.kind != "column"]
    named = any(s.id.startswith("s4.") and s.strong for a in beside for s in a.senses) and all(o.startswith("s4.") for o in others)
    ended = bool(others) and all(o.startswith("s4.") for o in others) and bool(ENDED.search(atom.text))  # 政府败诉的占结案的几成
    return replace(atom, senses=(case,)) if case and (ended or (named and not _OF_REQUESTS.search(atom.text) and not _outcome(atoms))) else atom


def _outcome(atoms: Sequence[Atom]) -> bool:
    """Is another column of reviews and lawsuits named already?"""
    return any(s.kind == "column" and column_family(s.id) == "s4" and s.id != ".pending" for a in atoms for s in a.senses)


def _both(atom: Atom) -> tuple[Atom, ...]:
    """处罚决定 names a row and its column at once."""
    rows = [s for s in atom.senses if s.kind != "column"]
    columns = [s for s in atom.senses if s.kind == "column"]
    if len(rows) == 1 and columns and all(crosses(rows[0].id, c.id) for c in columns):
        return replace(atom, senses=(rows[0],)), replace(atom, senses=tuple(columns), joined=False)
    return (atom,)


def _idle(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """An everyday word for a column beside a term that has no such column (编发了几期通报)."""
    rows = [s for a in atoms if a is not atom for s in a.senses if s.kind != "column"]
    told = bool(rows) and all("n." in s.id for s in rows)
    if not atom.senses or not rows or (not told and (atom.strong() or not any(s.strong for s in rows))):
        return False
    return all(s.kind == "column" and not any(crosses(r.id, s.id) for r in rows) for s in atom.senses)


def _fitting(atom: Atom, atoms: Sequence[Atom], index: int, others: Sequence[Atom], expected: frozenset[str]) -> tuple[Sense, ...]:
    senses = _distinct(atom.senses)
    listed = atom.joined and index > 0 and atoms[index - 1].group == atom.group
    narrowings: tuple[Callable[[Sense], bool], ...] = (
        lambda s: s.id == ".total" and atom.text in _TOTAL and of_cases_alone(a.senses for a in others),
        lambda s: sums_checked(s, [a.senses for a in others]),
        lambda s: _of_row_before(s, atom, atoms[:index]),
        lambda s: listed and s.kind == "row" and _beside(s, atoms[index - 1]),
        lambda s: s.id in _CARRIED and s.id == _carried(atoms, index),
        lambda s: listed and s.kind in ("row", atoms[index - 1].slot()) and _joins(s, atoms, index),
        lambda s: s.kind == "column" and _heads_columns(s, atoms[index : index + 2]) and any(o.kind == "row" for a in atoms[:index] for o in a.senses),
        lambda s: _crosses(s, others),
        lambda s: any(s.id == o.id for a in others for o in a.senses),
        lambda s: _joins(s, atoms, index),
        lambda s: _joins(s, atoms, index) and not any(_holds(s.id, o.id) for a in others for o in a.senses),
        lambda s: any(s.id in ancestors(o.id)[:1] for a in others if len(a.senses) == 1 for o in a.senses),
        lambda s: any(len(a.senses) == 1 and sense_family(a.senses[0]) == sense_family(s) for a in others),
        lambda s: bool(expected) and sense_family(s) in expected,
        lambda s: s.strong,
    )
    for narrower in narrowings:
        kept = tuple(s for s in senses if narrower(s))
        if kept:
            senses = kept
        if len(senses) == 1:
            break
    return one_of_editions(senses)


_CARRIED = ("s3.carried_in", "s3.carried_out")


def _carried(atoms: Sequence[Atom], index: int) -> str:
    """新收、办结、结转 ends with what goes into the next year, 结转、新收、办结 begins with what came from the last one: the order of the form."""
    group = [(i, s.id) for i, a in enumerate(atoms) if a.group == atoms[index].group for s in a.senses]
    ended = {i < index for i, row in group if row.startswith("s3.result")}
    return _CARRIED[min(ended)] if len(ended) == 1 else ""


def _heads_columns(sense: Sense, atoms: Sequence[Atom]) -> bool:
    """新收申请，总计、自然人: the first of a list of columns."""
    return len(atoms) == 2 and atoms[0].group == atoms[1].group and all(s.kind == "column" and sense_family(s) == sense_family(sense) for s in atoms[1].senses)


def _of_row_before(sense: Sense, atom: Atom, before: Sequence[Atom]) -> bool:
    """直接起诉总数, 集中采购项目数: right behind a row the total of section IV and a word for columns alone are of that row."""
    row = before[-1].senses[0] if before and before[-1].end == atom.start and len(before[-1].senses) == 1 else None
    own = row is not None and row.kind != "column" and crosses(row.id, sense.id)
    return own and (sense.id == ".total" or all(s.kind == "column" for s in atom.senses))


def _distinct(senses: Iterable[Sense]) -> tuple[Sense, ...]:
    return tuple({s.id: s for s in senses}.values())


def _joins(sense: Sense, atoms: Sequence[Atom], index: int) -> bool:
    """The same kind of thing as the word it is listed with."""
    beside = [atoms[index - 1]] if atoms[index].joined and index else []
    if index + 1 < len(atoms) and atoms[index + 1].joined:
        beside.append(atoms[index + 1])
    return any(s.kind == sense.kind and sense_family(s) == sense_family(sense) and s.id != sense.id for a in beside for s in a.senses)


def _beside(sense: Sense, other: Atom) -> bool:
    """不予处理、其他: the row of the same group."""
    return any(s.id != sense.id and s.id.rpartition(".")[0] == sense.id.rpartition(".")[0] for s in other.senses)


def _holds(whole: str, part: str) -> bool:
    """公开 beside 部分公开 in one list is not the two together."""
    return whole in ancestors(part) or part in load_derived().rows.get(whole, ())


def _crosses(sense: Sense, others: Sequence[Atom]) -> bool:
    """A column that some form has for a row that is named, or the other way round."""
    return any(
        (s.kind == "column") != (sense.kind == "column") and crosses(*((s.id, sense.id) if s.kind != "column" else (sense.id, s.id)))
        for a in others if len(a.senses) == 1 for s in a.senses
    )
