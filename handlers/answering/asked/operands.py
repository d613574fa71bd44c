"""Atoms → operands: lists are gathered, stretches between separators become one operand each, gaps are filled."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.editions import sense_family
from handlers.answering.asked.frames import Operand
from handlers.answering.asked.gaps import filled_in, spread_over, without_echoes
from handlers.answering.asked.measures import GIVEN, TOTAL_COLUMNS, ancestors, crosses


@dataclass(slots=True)
class _Run:
    """Atoms of one slot said in a row: 许可、处罚、强制."""

    slot: str
    atoms: list[Atom]

    def start(self) -> int:
        return self.atoms[0].start

    def end(self) -> int:
        return self.atoms[-1].end


@dataclass(slots=True)
class _Chunk:
    runs: dict[str, _Run] = field(default_factory=dict)
    hard: bool = False  # begins after 比, 占, 和 …: never merged with the chunk before
    within: bool = False

    def start(self) -> int:
        return min(r.start() for r in self.runs.values())

    def bare(self) -> bool:
        return not ({"row", "column"} & self.runs.keys())


def operands_of(
    atoms: Sequence[Atom], hard: Sequence[int], soft: Sequence[int], within: Sequence[int], binary: bool,
    whole: bool = False, adding: bool = False, each: bool = False, share: int | None = None,
) -> tuple[Operand, ...]:
    """Operands in the order said.

    `hard`, `soft`: token positions that part operands (比, 占, 和 / a pause); `within`: positions of 里, 中, 其中.
    `binary`: the question sets two things against each other, so a whole and its part both stand; `whole`: nothing gives way;
    `adding`: parts are added up, so the row said again without its column (企业加其他一共申请几件) is no third one.
    `each`: bodies listed behind what is measured are asked for one by one; `share`: where 占 stands.
    """
    runs = _runs(atoms, hard)
    chunks = _chunks(runs, hard, soft, within, binary)
    if not whole:
        chunks = _nested_beside(chunks) if binary else _nested(chunks)
    operands = list({(o.names, o.years, o.rows, o.columns): o for o in (_operand(c) for c in reversed(_merged(chunks, binary)))}.values())[::-1]
    operands = spread_over(operands) if each else operands
    filled = list(filled_in([o for o in operands if not (o.within and not o.rows and set(o.columns) <= TOTAL_COLUMNS and o.columns and len(operands) > 1)], share))
    return tuple(without_echoes(filled) if adding or not binary else filled)




def _runs(atoms: Sequence[Atom], hard: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    for atom in atoms:
        last = runs[-1] if runs else None
        parted = last is not None and any(last.end() <= h < atom.start for h in hard)
        if last and atom.joined and not parted and last.slot == atom.slot() and _kin(last.atoms[-1], atom) and not (
            _colours(last.atoms[-1], atom) or _refused_for(last.atoms[-1], atom)
        ):
            last.atoms.append(atom)
        else:
            runs.append(_Run(atom.slot(), [atom]))
    return runs


def _colours(one: Atom, other: Atom) -> bool:
    """公开业务培训: an everyday word right beside a term, with nothing that lists them, is no member of a list."""
    return one.group != other.group and one.slot() == "row" and bool(one.senses) and bool(other.senses) and one.strong() != other.strong()


def _refused_for(one: Atom, other: Atom) -> bool:
    """当成信访给挡回来了: a refusal right beside its reason, with nothing that lists them, is said of it."""
    ids = [a.senses[0].id for a in (one, other) if a.senses]
    reasons = [i for i in ids if i.startswith("s3.result.") and i.count(".") > 2]
    return one.group != other.group and len(ids) == 2 and len(reasons) == 1 and any(i in _REFUSALS for i in ids)


def _kin(one: Atom, other: Atom) -> bool:
    """May stand in one list: same family, neither a part of the other."""
    if not one.senses or not other.senses:
        return True
    a, b = one.senses[0], other.senses[0]
    if sense_family(a) != sense_family(b):
        return False
    return a.kind == "column" or not (a.id in ancestors(b.id) or b.id in ancestors(a.id) or a.id == b.id)


def _chunks(runs: Sequence[_Run], hard: Sequence[int], soft: Sequence[int], within: Sequence[int], binary: bool) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    end = -1
    for run, behind in zip_longest(runs, runs[1:]):
        parted_hard = any(end <= h < run.start() for h in hard)
        parted_soft = any(end <= s < run.start() for s in soft)
        inside = any(end <= w < run.start() for w in within)
        if inside and chunks:
            chunks[-1].within = True
        if chunks and _same(chunks[-1].runs.get(run.slot), run) and not parted_hard and not _anew(chunks[-1], run, behind):
            end = run.end()
            continue
        full = not chunks or run.slot in chunks[-1].runs or _clashes(chunks[-1], run)
        if full or parted_hard or (parted_soft and not chunks[-1].bare()) or (inside and binary):
            chunks.append(_Chunk(hard=parted_hard or (inside and binary)))
        chunks[-1].runs[run.slot] = run
        end = run.end()
    if len(chunks) > 1 and any(w >= end for w in within):
        chunks[-1].within = True
    return chunks


def _anew(chunk: _Chunk, run: _Run, behind: _Run | None) -> bool:
    """集中采购项目数、采购总金额、收费项目增减; 复议纠正、复议总数: a row of section II, or one told in total, said again with another column of its own."""
    own = run.slot == "row" and "column" in chunk.runs and behind is not None and behind.slot == "column" and run.atoms[0].end >= behind.start()
    return own and behind is not None and (run.atoms[0].senses[0].id.startswith("s2.") or _in_total(run, behind) or _in_total(chunk.runs["row"], chunk.runs["column"]))


def _in_total(row: _Run, column: _Run) -> bool:
    """复议总数: row and column are one word."""
    return row.atoms[-1].start == column.start()


def _same(one: _Run | None, other: _Run) -> bool:
    """The same word again: 收到的新申请."""
    return one is not None and bool(other.atoms[0].senses) and [a.senses for a in one.atoms] == [a.senses for a in other.atoms]


def _clashes(chunk: _Chunk, run: _Run) -> bool:
    """A column of another family than the row already there, or the other way round."""
    other = chunk.runs.get("row" if run.slot == "column" else "column" if run.slot == "row" else "")
    if other is None or not run.atoms[0].senses:
        return False
    return not _may_cross(run.atoms[0], other.atoms[0])


def _may_cross(one: Atom, other: Atom) -> bool:
    families = {sense_family(one.senses[0]), sense_family(other.senses[0])}
    if families == {"rate", "s3"}:  # 自然人的公开率, but no 自然人的行政复议维持率
        rate, column = sorted((one.senses[0].id, other.senses[0].id), key=lambda i: i.startswith("@"))
        return crosses(rate, column)
    return len(families) == 1 or families == {"rate", "s4"}


def _nested(chunks: list[_Chunk]) -> list[_Chunk]:
    """A whole and its part said of one thing (因国家秘密不予公开的): only the part stays; everyday words give way to terms."""
    rows = [(c, c.runs["row"]) for c in chunks if "row" in c.runs]
    for chunk, run in rows:
        others = [r for c, r in rows if c is not chunk and "row" in c.runs]
        each = [_Run(run.slot, [atom]) for atom in run.atoms]
        if all(any(_gives_way(one, other, chunks) for other in others) for one in each):
            del chunk.runs["row"]
    return [c for c in chunks if c.runs]


def _nested_beside(chunks: list[_Chunk]) -> list[_Chunk]:
    """On one side of 占, 比 or 中: 直接起诉的案子, 予以公开的申请 are one thing."""
    for before, chunk in pairwise(chunks):
        if chunk.hard or before.within or not ("row" in before.runs and "row" in chunk.runs):
            continue
        one, other = before.runs["row"], chunk.runs["row"]
        if not _listed(one, other) and _gives_way(other, one, chunks):
            del chunk.runs["row"]
            before.within = chunk.within
        elif not _listed(one, other) and _gives_way(one, other, chunks):
            del before.runs["row"]
    return [c for c in chunks if c.runs]


_COUNTED_IN = re.compile("新|收|接|受理|数|量|总|^new")
_REFUSALS = frozenset({"s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "not_public"})


def _only_comes(run: _Run) -> bool:
    """公司来要材料、全给了的: who comes to ask is no figure of its own, as 新收、办结 are."""
    return run.atoms[0].senses[0].id == "s3.new" and not _COUNTED_IN.search(run.atoms[0].text)


def _gives_way(run: _Run, other: _Run, chunks: Sequence[_Chunk]) -> bool:
    mine, theirs = run.atoms[0].senses[0], [a.senses[0] for a in other.atoms]
    if mine.id in _REFUSALS and not _listed(run, other) and all(t.id.startswith("s3.result.") and t.id.count(".") > 2 for t in theirs):
        return True  # 得现做才有，所以没给的: the reason says more than the refusal
    if mine.id in GIVEN and other.end() == run.start() and all(t.id in _REFUSALS and not t.strong for t in theirs):
        return True  # 没拿到|公开的总共: what is given, right behind a refusal, is refused
    if mine.id in _REFUSALS and all(t.id in GIVEN for t in theirs):
        return False  # the opposite is never passed over
    if mine.id == "s3.new" and "新收" in run.atoms[-1].text and run.end() == other.start() and all(t.id == "s3.result.total" for t in theirs):
        return False  # 新收办结各几
    if mine.id == "s3.new" and all(t.id.startswith("t08.request.") for t in theirs):
        return True  # 当面递交的申请
    if _listed(run, other) and not _only_comes(run) and (mine.strong or mine.id == "s3.new" or not all(mine.id in ancestors(t.id) for t in theirs)):
        return False
    if all(mine.id in ancestors(t.id) for t in theirs):
        return True
    if any(t.id == mine.id for t in theirs):
        return run.start() > other.start() and not _said_anew(run, other, chunks)
    inside = all(t.id in ancestors(mine.id) for t in theirs)  # 拒了几件信息公开申请: an everyday word for a part of what the term names
    return not mine.strong and not inside and all(t.strong for t in theirs) and not _listed(run, other)


def _said_anew(run: _Run, other: _Run, chunks: Sequence[_Chunk]) -> bool:
    """复议维持、诉讼维持、复议没审结的: behind another row, or behind a list of rows, and with a column of its own."""
    told = [c for c in chunks if "row" in c.runs and "column" in c.runs]
    rows = [c.runs["row"] for c in told]
    total = any(c.runs["row"].atoms in (run.atoms, other.atoms) and _in_total(c.runs["row"], c.runs["column"]) for c in told)
    between = any(other.start() < r.start() < run.start() and r.atoms[0].senses != run.atoms[0].senses for r in rows)
    return any(r.atoms == run.atoms for r in rows) and (between or total or len(other.atoms) > 1)


def _listed(one: _Run, other: _Run) -> bool:
    first, second = sorted((one, other), key=_Run.start)
    return first.atoms[-1].group == second.atoms[0].group


def _merged(chunks: Sequence[_Chunk], binary: bool) -> list[_Chunk]:
    """Chunks that complete each other (自然人里，予以公开几件) become one."""
    result: list[_Chunk] = []
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


def _crossed_wrong(one: _Chunk, other: _Chunk) -> bool:
    runs = one.runs | other.runs
    return not _may_cross(runs["row"].atoms[0], runs["column"].atoms[0])


def _operand(chunk: _Chunk) -> Operand:
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
