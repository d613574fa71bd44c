"""Two rows said of one thing: which of them only colours the other."""

import re
from collections.abc import Sequence

from handlers.answering.asked.measures import GIVEN, ancestors
from handlers.answering.asked.runs import REFUSALS, Chunk, Run, in_total

_COUNTED_IN = re.compile("新|收|接|受理|数|量|总|^new")


def _only_comes(run: Run) -> bool:
    """公司来要材料、全给了的: who comes to ask is no figure of its own, as 新收、办结 are."""
    return run.atoms[0].senses[0].id == "s3.new" and not _COUNTED_IN.search(run.atoms[0].text)


def gives_way(run: Run, other: Run, chunks: Sequence[Chunk]) -> bool:
    """Is `run` only a colour of `other`: the whole of its part, an everyday word beside a term?"""
    mine, theirs = run.atoms[0].senses[0], [a.senses[0] for a in other.atoms]
    if mine.id in REFUSALS and not listed(run, other) and all(t.id.startswith("s3.result.") and t.id.count(".") > 2 for t in theirs):
        return True  # 得现做才有，所以没给的: the reason says more than the refusal
    if mine.id in GIVEN and other.end() == run.start() and all(t.id in REFUSALS and not t.strong for t in theirs):
        return True  # 没拿到|公开的总共: what is given, right behind a refusal, is refused
    if mine.id in REFUSALS and all(t.id in GIVEN for t in theirs):
        return False  # the opposite is never passed over
    together = listed(run, other) or ("新收" in run.atoms[-1].text and run.end() == other.start())
    if mine.id == "s3.new" and together and all(t.id == "s3.result.total" for t in theirs):
        return False  # 新收办结各几, 申请与办结各几件
    if mine.id == "s3.new" and not _only_comes(run) and any(listed(run, c.runs["row"]) for c in chunks if "row" in c.runs and c.runs["row"].atoms != run.atoms):
        return False  # 新收申请、予以公开、部分公开三个数
    if mine.id == "s3.new" and all(t.id.startswith("t08.request.") for t in theirs):
        return True  # 当面递交的申请
    if _of_another(run, other, chunks) and not _only_comes(run):
        return False
    if listed(run, other) and not _only_comes(run) and (mine.strong or mine.id == "s3.new" or not all(mine.id in ancestors(t.id) for t in theirs)):
        return False
    if all(mine.id in ancestors(t.id) for t in theirs):
        return True
    if mine.id.startswith("s2.") and (run.start() > other.start() or other.start() - run.end() <= 1) and all(_elsewhere(t.id, mine.id, _inside(other, chunks)) for t in theirs):
        return False  # 集中采购里，服务类的: no part of one row's amounts is another's
    if any(t.id == mine.id for t in theirs):
        return run.start() > other.start() and not _said_anew(run, other, chunks)
    inside = all(t.id in ancestors(mine.id) for t in theirs)  # 拒了几件信息公开申请: an everyday word for a part of what the term names
    return not mine.strong and not inside and all(t.strong for t in theirs) and not listed(run, other)


def _of_another(run: Run, other: Run, chunks: Sequence[Chunk]) -> bool:
    """企业新收、个人办结: each said with an applicant of its own."""
    columns = [[a.senses[0].id for a in c.runs["column"].atoms] for c in chunks if c.runs.get("row") in (run, other) and "column" in c.runs]
    return len(columns) == 2 and columns[0] != columns[1] and all(i.startswith("@") for ids in columns for i in ids)


def _elsewhere(row: str, other: str, inside: bool) -> bool:
    """Are two rows of section two told under two articles, or one as a part of the other?"""
    return row.startswith("s2.") and row != other and (inside or row.split(".")[1] != other.split(".")[1])


def _inside(run: Run, chunks: Sequence[Chunk]) -> bool:
    return any(c.within for c in chunks if c.runs.get("row") is run)


def _said_anew(run: Run, other: Run, chunks: Sequence[Chunk]) -> bool:
    """复议维持、诉讼维持、复议没审结的: behind another row, or behind a list of rows, and with a column of its own."""
    told = [c for c in chunks if "row" in c.runs and "column" in c.runs]
    rows = [c.runs["row"] for c in told]
    total = any(c.runs["row"].atoms in (run.atoms, other.atoms) and in_total(c.runs["row"], c.runs["column"]) for c in told)
    between = any(other.start() < r.start() < run.start() and r.atoms[0].senses != run.atoms[0].senses for r in rows)
    return any(r.atoms == run.atoms for r in rows) and (between or total or len(other.atoms) > 1)


def listed(one: Run, other: Run) -> bool:
    first, second = sorted((one, other), key=Run.start)
    return first.atoms[-1].group == second.atoms[0].group
