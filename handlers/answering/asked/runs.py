"""Atoms → runs (lists of one slot) → chunks (stretches between separators)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.editions import sense_family
from handlers.answering.asked.measures import ancestors, crosses

REFUSALS = frozenset({"s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "not_public"})


@dataclass(slots=True)
class Run:
    """Atoms of one slot said in a row: 许可、处罚、强制."""

    slot: str
    atoms: list[Atom]

    def start(self) -> int:
        return self.atoms[0].start

    def end(self) -> int:
        return self.atoms[-1].end


@dataclass(slots=True)
class Chunk:
    runs: dict[str, Run] = field(default_factory=dict)
    hard: bool = False  # begins after 比, 占, 和 …: never merged with the chunk before
    within: bool = False

    def start(self) -> int:
        return min(r.start() for r in self.runs.values())

    def bare(self) -> bool:
        return not ({"row", "column"} & self.runs.keys())


def runs_of(atoms: Sequence[Atom], hard: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for atom in atoms:
        last = runs[-1] if runs else None
        parted = last is not None and any(last.end() <= h < atom.start for h in hard)
        if last and atom.joined and not parted and last.slot == atom.slot() and _kin(last.atoms[-1], atom) and not (
            _colours(last.atoms[-1], atom) or _refused_for(last.atoms[-1], atom)
        ):
            last.atoms.append(atom)
        else:
            runs.append(Run(atom.slot(), [atom]))
    return runs


def _colours(one: Atom, other: Atom) -> bool:
    """公开业务培训: an everyday word right beside a term, with nothing that lists them, is no member of a list."""
    return one.group != other.group and one.slot() == "row" and bool(one.senses) and bool(other.senses) and one.strong() != other.strong()


def _refused_for(one: Atom, other: Atom) -> bool:
    """当成信访给挡回来了: a refusal right beside its reason, with nothing that lists them, is said of it."""
    ids = [a.senses[0].id for a in (one, other) if a.senses]
    reasons = [i for i in ids if i.startswith("s3.result.") and i.count(".") > 2]
    return one.group != other.group and len(ids) == 2 and len(reasons) == 1 and any(i in REFUSALS for i in ids)


def _kin(one: Atom, other: Atom) -> bool:
    """May stand in one list: same family, neither a part of the other."""
    if not one.senses or not other.senses:
        return True
    a, b = one.senses[0], other.senses[0]
    if sense_family(a) != sense_family(b):
        return False
    return a.kind == "column" or not (a.id in ancestors(b.id) or b.id in ancestors(a.id) or a.id == b.id)


def chunks_of(runs: Sequence[Run], hard: Sequence[int], soft: Sequence[int], within: Sequence[int], binary: bool) -> list[Chunk]:
    chunks: list[Chunk] = []
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
            chunks.append(Chunk(hard=parted_hard or (inside and binary)))
        chunks[-1].runs[run.slot] = run
        end = run.end()
    if len(chunks) > 1 and any(w >= end for w in within):
        chunks[-1].within = True
    return chunks


def _anew(chunk: Chunk, run: Run, behind: Run | None) -> bool:
    """集中采购项目数、采购总金额、收费项目增减; 复议纠正、复议总数: a row of section II, or one told in total, said again with another column of its own."""
    own = run.slot == "row" and "column" in chunk.runs and behind is not None and behind.slot == "column" and run.atoms[0].end >= behind.start()
    return own and behind is not None and (run.atoms[0].senses[0].id.startswith("s2.") or in_total(run, behind) or in_total(chunk.runs["row"], chunk.runs["column"]))


def in_total(row: Run, column: Run) -> bool:
    """复议总数: row and column are one word."""
    return row.atoms[-1].start == column.start()


def _same(one: Run | None, other: Run) -> bool:
    """The same word again: 收到的新申请."""
    return one is not None and bool(other.atoms[0].senses) and [a.senses for a in one.atoms] == [a.senses for a in other.atoms]


def _clashes(chunk: Chunk, run: Run) -> bool:
    """A column of another family than the row already there, or the other way round."""
    other = chunk.runs.get("row" if run.slot == "column" else "column" if run.slot == "row" else "")
    if other is None or not run.atoms[0].senses:
        return False
    return not may_cross(run.atoms[0], other.atoms[0])


def may_cross(one: Atom, other: Atom) -> bool:
    families = {sense_family(one.senses[0]), sense_family(other.senses[0])}
    if families == {"rate", "s3"}:  # 自然人的公开率, but no 自然人的行政复议维持率
        rate, column = sorted((one.senses[0].id, other.senses[0].id), key=lambda i: i.startswith("@"))
        return crosses(rate, column)
    return len(families) == 1 or families == {"rate", "s4"}
