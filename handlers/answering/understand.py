"""Question → frames: what is asked, of whom, of when, and what is to be done with it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from handlers.answering.anchors import anchored
from handlers.answering.atoms import Atom, atoms_of, decided
from handlers.answering.beside import told_once
from handlers.answering.claims import claims
from handlers.answering.clauses import NUMBER, Clause
from handlers.answering.defaults import settled
from handlers.answering.exclusion import left_over
from handlers.answering.focus import focus
from handlers.answering.frames import Frame, Op, Operand
from handlers.answering.gaps import without_verb
from handlers.answering.including import listed_parts, with_whole
from handlers.answering.leftovers import of_other_sections
from handlers.answering.lexer import NameFinder
from handlers.answering.lexicon import Lexicon
from handlers.answering.measures import family
from handlers.answering.mentions import Mention, Token
from handlers.answering.message import in_usual_order
from handlers.answering.negation import turned
from handlers.answering.operands import operands_of
from handlers.answering.requests import requested
from handlers.answering.restrictions import with_restrictions
from handlers.answering.roles import (
    as_much_as,
    bodies_as_whole,
    passed_over,
    rate_of_block,
    share_by_verb,
    share_of_whole,
    told_together,
    whole_after_share,
    without_adverbs,
    without_cumulative,
    without_half,
    without_results,
    without_source,
    without_verbs,
)
from handlers.answering.segments import segments
from handlers.answering.subjects import told_as_subjects
from handlers.answering.summed_wholes import summed_whole, with_summed
from handlers.answering.tokens import LISTING, PAUSES
from handlers.answering.totals import total_of_list

Trace = Callable[[str, str], None]

_BINARY = ("op.share", "op.ratio", "op.than", "op.which_more", "op.which_less", "op.difference")
_OF_BODIES = ("op.which_agency", "op.coverage", "op.count_kinds")
_BETWEEN = ("op.above", "op.below", "op.less", "op.more", "op.which_more", "op.which_less", "op.consistent", "op.exists", "op.ratio", "op.sum")
_BOUNDING = ("op.above", "op.below", "op.less")
_PARTING = ("op.than", "op.share", "op.and")
_BESIDE = 6  # tokens between two names told together: 淮安市跟它下辖的洪泽区
_NONE_AT_ALL = re.compile(r"一[件个起条例单宗份次回项].{0,8}?[都也][没未冇无]|[没冇无未]有?过?一[件个起条例单宗份]|哪[几些]?[一个]*年(?!.*(?:最|多少|几件))[^,，]{0,8}没有")
_NOTHING = frozenset("没未冇无")
_EMPLOYERS = re.compile("(?:大学|学院|学校|中学|小学|医院|公司|银行|报社|日报|晚报|电视台|事务所|集团|工厂|研究所|研究院)$")
_TAKING = re.compile(r"减|扣")
_HOW_MANY = re.compile("(?:一共|总共|拢共|统共|合共|共)(?:有|是)?(?:多少|几)")  # 企业加其他组织一共几件申请: parts nothing
_ADDING = frozenset({"加", "加上", "再加上", "plus"})


def understand(
    text: str, lexicon: Lexicon, names: NameFinder, expected: frozenset[str] = frozenset(), trace: Trace | None = None
) -> tuple[Frame, ...]:
    """Frames in the order asked; one without operands when nothing was understood. `expected`: families of the last question."""
    message = in_usual_order(text, lexicon, names)
    tokens = message.tokens
    if trace:
        trace("tokens", " ".join(t.text for t in tokens))
        trace("mentions", "\n".join(_shown(m) for m in message.mentions))
    stopped = tuple(op for op in _patterned(message.plain, lexicon) if lexicon.concepts.get(op.id, {}).get("whole"))  # 就说收到0件
    if stopped:
        return (Frame(text=message.plain, ops=stopped),)
    frames: list[Frame] = []
    background: list[Mention] = []
    groups = segments(with_restrictions(message.clauses))
    asked = requested(groups, len(message.plain))
    for number, group in enumerate(groups):
        said, told = focus(group)
        background += [m for c in told for m in c.mentions if (m.name or m.years) and not _only_works_there(m)]
        frame = _frame(said, background, tokens, expected, lexicon)
        respelt = tuple(r for r in message.respelt if r[1] in frame.text)
        frames.append(replace(frame, told=number not in asked, corrected=(*frame.corrected, *respelt)))
        background += [m for c in said for m in c.mentions if m.name or m.years]
    return tuple(frames) or (Frame(text=message.plain, unknown=tuple(t.text for t in tokens)),)


def _terms(mentions: Sequence[Mention], ops: Sequence[Op], text: str) -> tuple[str, ...]:
    """Terms that may be explained; 年报 within a longer sentence (年报里都有数) is an everyday word, unless its meaning is asked."""
    defined = [m for m in mentions if "definition" in m.kinds()]
    article = any(op.id == "op.basis" for op in ops)
    meant = article or any(op.id == "op.define" for op in ops) or any(len(text) <= len(m.text) + 4 for m in defined)
    terms = [m for m in defined if "filler" not in m.kinds()] or (defined if meant else [])
    terms = [m for m in terms if not (article and m.has("def.term.regulation"))]
    return tuple(s.id for m in terms for s in m.senses if s.kind == "definition")


def _only_works_there(told: Mention) -> bool:
    """本人系某大学法学院研究生: a school or firm without a report, told before the question, is not the body asked about."""
    return told.name is not None and not told.name.agencies and bool(_EMPLOYERS.search(told.text))


def _frame(said: Sequence[Clause], background: Iterable[Mention], tokens: Sequence[Token], expected: frozenset[str], lexicon: Lexicon) -> Frame:
    mentions = without_cumulative([m for c in said for m in c.mentions])
    text = "，".join(c.text for c in said)
    mentions = bodies_as_whole(without_source(mentions, text), text)
    figures = {m.start for m in mentions if m.figure}
    claimed = claims(said)
    ops = tuple(
        Op(s.id, m.start, m.text) for m in mentions if m.start not in claimed for s in m.senses
        if s.kind == "op" and _counts(m, s.strong) and (s.strong or s.id != "op.above" or m.end in figures or m.start - 1 in {f.end - 1 for f in mentions if f.figure})
    )
    start, end = _bounds(mentions)
    marks = [i for i in range(start, end) if tokens[i].kind == "mark"]
    listing = [i for i in marks if tokens[i].text in LISTING]
    atoms, unclear = decided(atoms_of(_without_bounds(mentions), listing), expected)
    atoms, negated, turns = turned(told_once(atoms), tokens)
    atoms = without_half(without_adverbs(_with_background(atoms, background), ops), ops, text)
    atoms, rates = rate_of_block(atoms, ops)
    atoms, ends = without_results(atoms, ops)
    ops = (*ops, *rates, *ends)
    atoms = tuple(a for a in atoms if not (a.faint and a.slot() == "column" and any(op.id in _OF_BODIES for op in ops)))
    adding_up = any(op.id == "op.sum" for op in ops) and any(op.id in ("op.consistent", "op.check") for op in ops)
    unbounded = not figures and any(op.id in (*_BOUNDING, "op.consistent") and len(op.text) > 1 for op in ops)
    ops = as_much_as(atoms, (*ops, *share_of_whole(atoms, ops), *share_by_verb(atoms, mentions, ops)))
    binary = adding_up or unbounded or any(op.id in _BINARY or op.text in _ADDING for op in ops)
    atoms, verbs = without_verbs(whole_after_share(atoms, ops), ops, text)
    ops = (*ops, *verbs)
    ops = (*ops, *passed_over(mentions, atoms, ops))
    listed = listed_parts(ops, tokens)
    summed = summed_whole(atoms, ops, tokens)
    operands = operands_of(
        [a for a in atoms if a not in summed], _hard(mentions, ops, binary), [i for i in marks if tokens[i].text in PAUSES], _within([op for op in ops if op not in listed]),
        binary, adding_up or bool(listed), _adds_parts(ops), _one_by_one(ops),
    )
    operands = without_verb(operands) if any(op.id == "op.than" for op in ops) and not any(op.id == "op.share" for op in ops) else operands
    operands, ops = left_over(with_whole(operands, atoms, listed), atoms, ops, text, [i for i in marks if tokens[i].text in PAUSES])
    operands, ops = with_summed(operands, (*ops, *told_together(operands, ops, text), *total_of_list(operands, ops, text)), summed, tokens)
    ops = (*ops, *_patterned(text, lexicon))
    frame = Frame(
        operands, ops, tuple((m.start, m.figure) for m in mentions if m.figure), unclear,
        (*(u for c in _telling(said) for u in c.unknown if u not in turns and not _spread(u, ops) and not (u in _NOTHING and _NONE_AT_ALL.search(c.text))), *negated, *of_other_sections(atoms, operands), *told_as_subjects(atoms, text)),
        tuple(m for m in mentions if "topic" in m.kinds()),
        _terms(mentions, ops, text),
        tuple(dict.fromkeys(s.id for m in mentions for s in m.senses if s.kind == "detail")),
        tuple((m.text, m.word) for m in mentions if m.how in ("homophone", "near")),
        text,
        strong=any(a.strong() for a in atoms if a.senses) or not any(a.senses for a in atoms),
    )
    frame = settled(frame)
    return replace(frame, operands=anchored(frame.operands))


def _adds_parts(ops: Sequence[Op]) -> bool:
    """企业加其他组织: a sum and nothing that sets the parts against a whole."""
    return any(op.id == "op.sum" and op.text in _ADDING for op in ops) and not any(op.id in (*_BINARY, "op.consistent", "op.check") or (op.id in _BOUNDING and len(op.text) > 1) for op in ops)


def _patterned(text: str, lexicon: Lexicon) -> Iterable[Op]:
    """Operations said with words between: 哪个…多, 有没有…的报告."""
    characters = frozenset(text)
    for identifier, pattern in lexicon.patterns:
        found = pattern.pattern.search(text) if pattern.may_fit(characters) else None
        if found:
            yield Op(identifier, -1, found[0])


def _spread(word: str, ops: Sequence[Op]) -> bool:
    """平摊下来，一个月多少: the span that an average is made over."""
    return word in ("月", "季度", "季", "天") and any(op.id == "op.average" for op in ops)


def _telling(said: Sequence[Clause]) -> Sequence[Clause]:
    """Clauses whose words matter: those with a term and the one that asks; all that name something when none has a term."""
    terms = [c for c in said if any(s.strong and s.kind in ("row", "column", "fact", "metric", "detail") for m in c.mentions for s in m.senses)]
    return [c for c in said if c in terms or (c.asks and NUMBER.search(c.text)) or (c is said[-1] and (c.contentful() or c.asks))] or [c for c in said if c.contentful()] or said


def _without_bounds(mentions: Sequence[Mention]) -> list[Mention]:
    """不足 50 件: before a number the word is a bound, not the section on shortcomings."""
    figures = {m.start for m in mentions if m.figure}
    return [m for m in mentions if not (m.has("op.below", "op.above") and m.end in figures)]


def _counts(mention: Mention, strong: bool) -> bool:
    return strong or not any(s.kind in ("row", "column") and s.strong for s in mention.senses)


def _bounds(mentions: Sequence[Mention]) -> tuple[int, int]:
    return (mentions[0].start, mentions[-1].end) if mentions else (0, 0)


def _with_background(atoms: Sequence[Atom], background: Iterable[Mention]) -> tuple[Atom, ...]:
    """Names and years told before the question count when the question has none of its own."""
    missing = {"agency", "year"} - {a.slot() for a in atoms}
    told = [Atom(m.start, m.end, m.text, name=m.name, years=m.years) for m in background]
    latest: dict[str, list[Atom]] = {}
    for atom in told:
        if atom.slot() in missing:
            before = latest.get(atom.slot(), [])
            beside = bool(before) and 0 < atom.start - before[-1].end <= _BESIDE
            latest[atom.slot()] = [*before, replace(atom, joined=True, group=before[0].group)] if beside else [atom]
    return (*sorted((a for found in latest.values() for a in found), key=lambda a: a.start), *atoms)


def _hard(mentions: Sequence[Mention], ops: Sequence[Op], binary: bool) -> list[int]:
    """Where operands part: 比, 占, 减去, 在…中 and, between unlike things, 和."""
    parting = [op.position for op in ops if op.id in _PARTING or (op.id == "op.difference" and _TAKING.search(op.text))]
    parting += [op.position for op in ops if op.id == "op.sum" and op.text in _ADDING]
    if binary:
        parting += [op.position for op in ops if op.id in _BETWEEN and op.position >= 0 and not _HOW_MANY.match(op.text)]
    ratio = [m.start for m in mentions if binary and m.text in ("是", "为") and any(op.id == "op.ratio" for op in ops)]
    outer = [m.start for m in mentions if binary and m.text == "在" and _within(ops)]
    return sorted({*parting, *ratio, *outer})


def _one_by_one(ops: Sequence[Op]) -> bool:
    ids = {op.id for op in ops}
    parted = any(op.id == "op.than" and op.text not in ("vs", "versus") for op in ops)
    return "op.share" in ids and not parted and not {"op.difference", "op.ratio", "op.growth"} & ids


def _within(ops: Sequence[Op]) -> list[int]:
    return [op.position for op in ops if op.id == "op.within"]


def _shown(mention: Mention) -> str:
    what = ", ".join(s.id for s in mention.senses) or (mention.name and f"agency {mention.name}") or mention.years or mention.figure
    return f"{mention.text} → {what}{'' if mention.how == 'exact' else f' ({mention.how}: {mention.word})'}"


def families_of(operands: Iterable[Operand]) -> frozenset[str]:
    """Row families an earlier question spoke of."""
    return frozenset(family(r) for o in operands for r in o.rows)
