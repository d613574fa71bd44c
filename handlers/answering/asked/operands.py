"""Atoms → operands: lists are gathered, stretches between separators become one operand each, gaps are filled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Operand
from handlers.answering.asked.gaps import filled_in, spread_over, without_echoes
from handlers.answering.asked.giving_way import gives_way, listed
from handlers.answering.asked.measures import TOTAL_COLUMNS, TOTALS, ancestors, family
from handlers.answering.asked.runs import REFUSALS, Chunk, Run, chunks_of, may_cross, runs_of


def operands_of(
    atoms: Sequence[Atom], hard: Sequence[int], soft: Sequence[int], within: Sequence[int], binary: bool,
    whole: bool = False, adding: bool = False, each: bool = False, share: int | None = None, claimed: bool = False,
) -> tuple[Operand, ...]:
    """Operands in the order said.

    `hard`, `soft`: token positions that part operands (比, 占, 和 / a pause); `within`: positions of 里, 中, 其中.
    `binary`: the question sets two things against each other, so a whole and its part both stand; `whole`: nothing gives way;
    `adding`: parts are added up, so the row said again without its column (企业加其他一共申请几件) is no third one.
    `each`: bodies listed behind what is measured are asked for one by one; `share`: where 占 stands; `claimed`: each has a figure of its own.
    """
    runs = runs_of(atoms, hard)
    chunks = chunks_of(runs, hard, soft, within, binary)
    if not whole:
        _told_first(chunks, soft, share)
        chunks = _nested_beside(chunks) if binary else _nested(chunks)
    operands = list({(o.names, o.years, o.rows, o.columns): o for o in (_operand(c) for c in reversed(_merged(chunks, binary)))}.values())[::-1]
    operands = spread_over(operands) if each else [_in_total(o) for o in operands] if claimed else operands
    filled = list(filled_in([o for o in operands if not (o.within and not o.rows and set(o.columns) <= TOTAL_COLUMNS and o.columns and len(operands) > 1)], share))
    return tuple(without_echoes(filled) if adding or not binary else filled)


def _in_total(operand: Operand) -> Operand:
    """新收61件，其中自然人59件: the first figure is of all of them."""
    total = TOTALS.get(family(operand.rows[0])) if operand.rows and not operand.columns else None
    return replace(operand, columns=(total,)) if total else operand


def _nested(chunks: list[Chunk]) -> list[Chunk]:
    """A whole and its part said of one thing (因国家秘密不予公开的): only the part stays; everyday words give way to terms."""
    rows = [(c, c.runs["row"]) for c in chunks if "row" in c.runs]
    for chunk, run in rows:
        others = [r for c, r in rows if c is not chunk and "row" in c.runs]
        each = [Run(run.slot, [atom]) for atom in run.atoms]
        if all(any(gives_way(one, other, chunks) for other in others) for one in each):
            del chunk.runs["row"]
    return [c for c in chunks if c.runs]


def _told_first(chunks: list[Chunk], pauses: Sequence[int], share: int | None) -> None:
    """不予公开那些，保护第三方的占几成: the group told before a pause is the whole of its part, unless another whole follows 占."""
    rows = [(c, c.runs["row"]) for c in chunks if "row" in c.runs] if share is not None else []
    for (chunk, run), (_, other) in pairwise(rows):
        group = len(run.atoms) == 1 and run.atoms[0].senses[0].id in REFUSALS
        part = all(a.senses[0].id != run.atoms[0].senses[0].id and run.atoms[0].senses[0].id in ancestors(a.senses[0].id) for a in other.atoms)
        if group and part and any(run.end() <= p < other.start() for p in pauses) and not any(r.start() > (share or 0) for _, r in rows):
            chunk.within = True


def _nested_beside(chunks: list[Chunk]) -> list[Chunk]:
    """On one side of 占, 比 or 中: 直接起诉的案子, 予以公开的申请 are one thing."""
    for before, chunk in pairwise(chunks):
        if chunk.hard or before.within or not ("row" in before.runs and "row" in chunk.runs):
            continue
        one, other = before.runs["row"], chunk.runs["row"]
        if not listed(one, other) and gives_way(other, one, chunks):
            del chunk.runs["row"]
            before.within = chunk.within
        elif not listed(one, other) and gives_way(one, other, chunks):
            del before.runs["row"]
    return [c for c in chunks if c.runs]


def _merged(chunks: Sequence[Chunk], binary: bool) -> list[Chunk]:
    """Chunks that complete each other (自然人里，予以公开几件) become one."""
    result: list[Chunk] = []
    for chunk in chunks:
        last = result[-1] if result else None
        if last is not None and not chunk.hard and not (last.runs.keys() & chunk.runs.keys()) and not (
            {"row", "column"} <= last.runs.keys() | chunk.runs.keys() and _crossed_wrong(last, chunk)
        ):
            last.runs.update(chunk.runs)
            last.within = last.within or chunk.within
        elif last is not None and chunk.hard and last.bare() and not (last.runs.keys() & chunk.runs.keys()):
            last.runs.update(chunk.runs)
        else:
            result.append(chunk)
    return result


def _crossed_wrong(one: Chunk, other: Chunk) -> bool:
    runs = one.runs | other.runs
    return not may_cross(runs["row"].atoms[0], runs["column"].atoms[0])


def _operand(chunk: Chunk) -> Operand:
    def values(slot: str) -> Iterator[Atom]:
        yield from chunk.runs[slot].atoms if slot in chunk.runs else ()

    return Operand(
        tuple(a.name for a in values("agency") if a.name),
        tuple(a.years for a in values("year") if a.years),
        tuple(dict.fromkeys(a.senses[0].id for a in values("row"))),
        _without_group(tuple(dict.fromkeys(a.senses[0].id for a in values("column")))),
        chunk.start(),
        chunk.within,
    )


def _without_group(columns: tuple[str, ...]) -> tuple[str, ...]:
    """“其他”类法人: the group gives way to the one of it that is named."""
    inner = tuple(c for c in columns if c != "@legal_person")
    return inner if inner and all(c not in ("@natural", "@total") for c in inner) else columns
