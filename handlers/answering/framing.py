"""Clauses that belong together → frame, stage by stage: words, things, operations, operands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from handlers.answering.asked.atoms import Atom, atoms_of, decided
from handlers.answering.asked.beside import of_money, told_once, without_bare_request, without_doing, without_request
from handlers.answering.asked.contacts import without_purpose
from handlers.answering.asked.defaults import settled
from handlers.answering.asked.exclusion import left_over, never_held
from handlers.answering.asked.frames import Frame, Op, Operand, Unclear
from handlers.answering.asked.gaps import applicants_of_share, without_verb
from handlers.answering.asked.including import (
    headed_by_applicant,
    listed_parts,
    only_of,
    under_applicant,
    with_whole,
    within_items,
    within_only,
)
from handlers.answering.asked.leftovers import of_other_sections
from handlers.answering.asked.meanings import meaning_asked, terms
from handlers.answering.asked.negation import turned
from handlers.answering.asked.operands import operands_of
from handlers.answering.asked.parting import adds_parts, adds_up, one_by_one, parted_at, shares_at, two_sided, within
from handlers.answering.asked.put_forward import ends_put_forward
from handlers.answering.asked.roles import (
    as_much_as,
    bodies_as_whole,
    kinds_counted,
    part_of_whole,
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
from handlers.answering.asked.subjects import told_as_subjects
from handlers.answering.asked.summed_wholes import summed_whole, with_summed
from handlers.answering.asked.totals import either_of, total_of_cases, total_of_list
from handlers.answering.clauses.anchors import anchored
from handlers.answering.clauses.claims import claims
from handlers.answering.clauses.clauses import NUMBER, Clause, bare_amount
from handlers.answering.clauses.comma_lists import dropped, listing_commas
from handlers.answering.clauses.focus import THEN
from handlers.answering.words.lexicon import Apart, Lexicon, Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.needed import Sieve
from handlers.answering.words.tokens import LISTING, PAUSES

_OF_BODIES = ("op.which_agency", "op.coverage", "op.count_kinds")
_BESIDE = 6  # tokens between two names told together: 淮安市跟它下辖的洪泽区
_NONE_AT_ALL = re.compile(r"一[件个起条例单宗份次回项].{0,8}?[都也][没未冇无]|[没冇无未]有?过?一[件个起条例单宗份]|哪[几些]?[一个]*年(?!.*(?:最|多少|几件))[^,，]{0,8}没有")
_NOTHING = frozenset("没未冇无")


@dataclass(frozen=True)
class Draft:
    """A group of clauses on its way to a frame; `marks` are the tokens of marks between the first mention and the last."""

    said: Sequence[Clause]
    text: str
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    marks: Sequence[int]
    ops: tuple[Op, ...] = ()
    atoms: tuple[Atom, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    turned: frozenset[str] = frozenset()
    negated: tuple[str, ...] = ()

    def has(self, *ids: str) -> bool:
        return any(op.id in ids for op in self.ops)

    def figures(self) -> frozenset[int]:
        """Where numbers begin."""
        return frozenset(m.start for m in self.mentions if m.figure)

    def listing(self) -> list[int]:
        """Where 、 and the like stand, or the commas that do as much."""
        marks = [i for i in self.marks if self.tokens[i].text in LISTING]
        return marks or (listing_commas(self.said, self.pauses()))

    def pauses(self) -> list[int]:
        return [i for i in self.marks if self.tokens[i].text in PAUSES]


def frame_of(said: Sequence[Clause], background: Iterable[Mention], tokens: Sequence[Token], expected: frozenset[str], lexicon: Lexicon) -> Frame:
    """The frame of clauses that belong together; `background`: names and years told before, `expected`: families of the last question."""
    draft = _with_shares(_without_adverbs(_with_atoms(_heard(said, tokens), background, expected)))
    binary = two_sided(draft.ops, bool(draft.figures()))
    operands, draft = _with_operands(_with_verbs(draft), binary)
    return _settled(replace(draft, ops=(*draft.ops, *_beside_terms(patterned(draft.text, lexicon.patterns), draft.mentions))), operands)


def _heard(said: Sequence[Clause], tokens: Sequence[Token]) -> Draft:
    """Mentions, marks and the operations said by single words."""
    text = "，".join(c.text for c in said)
    mentions = without_purpose(bodies_as_whole(without_source(without_cumulative([m for c in said for m in c.mentions]), text), text), text)
    start, end = _bounds(mentions)
    draft = Draft(said, text, tokens, mentions, [i for i in range(start, end) if tokens[i].kind == "mark"])
    claimed = claims(said)
    ops = (Op(s.id, m.start, m.text) for m in mentions if m.start not in claimed for s in m.senses if s.kind == "op" and _works(m, s, draft))
    return replace(draft, ops=(*ops, *meaning_asked(mentions, text)))


def _works(mention: Mention, sense: Sense, draft: Draft) -> bool:
    """The word is meant as an operation; 多, 超过 bound only what stands beside a number."""
    beside = mention.end in draft.figures() or mention.start - 1 in {m.end - 1 for m in draft.mentions if m.figure}
    return _counts(mention, sense.strong) and (sense.strong or sense.id != "op.above" or beside)


def _with_atoms(draft: Draft, background: Iterable[Mention], expected: frozenset[str]) -> Draft:
    """What is measured, of whom and when; a row that is denied becomes its opposite."""
    atoms, unclear = decided(without_request(atoms_of(_without_bounds(draft.mentions), draft.listing()), draft.tokens), expected)
    atoms, negated, turns = turned(without_bare_request(told_once(atoms, draft.tokens)), draft.tokens)
    return replace(draft, atoms=_with_background(atoms, background), unclear=unclear, negated=negated, turned=turns)


def _without_adverbs(draft: Draft) -> Draft:
    """Words of rows and columns that mean something else beside the others."""
    atoms = without_half(without_adverbs(draft.atoms, draft.ops, draft.listing()), draft.ops, draft.text)
    ops = kinds_counted(atoms, draft.ops)
    atoms, rates = rate_of_block(atoms, ops)
    atoms, ends = without_results(atoms, ops)
    kept = without_doing(total_of_cases(atoms, ops))
    ops = (*ops, *rates, *ends)
    passed = any(op.id in _OF_BODIES or (op.id == "op.difference" and not any(a.slot() == "row" for a in kept)) for op in ops)  # 那本年增加了多少
    return replace(draft, ops=ops, atoms=tuple(a for a in kept if not (a.faint and a.slot() == "column" and passed)))


def _with_shares(draft: Draft) -> Draft:
    """Shares and comparisons that no single word says."""
    shares = (*within_only(draft.atoms, draft.ops, draft.text), *share_of_whole(draft.atoms, draft.ops), *part_of_whole(draft.atoms, draft.mentions, draft.ops), *share_by_verb(draft.atoms, draft.mentions, draft.ops), *either_of(draft.ops, draft.text))
    return replace(draft, ops=as_much_as(draft.atoms, (*draft.ops, *shares)))


def _with_verbs(draft: Draft) -> Draft:
    """增加, 占 and the like as operations instead of columns and rates."""
    paid = of_money(draft.atoms, draft.ops)
    if len(paid) < len(draft.atoms) and draft.has("op.than") and draft.has("op.share"):  # 收费比2021少收了几成
        side = "少" if draft.has("op.less") else "多"
        draft = replace(draft, ops=(*(op for op in draft.ops if op.id != "op.share"), Op("op.growth", -1, f"{side}百分之几")))
    atoms, verbs = without_verbs(whole_after_share(paid, draft.ops), draft.ops, draft.text)
    ops = (*draft.ops, *verbs)
    return replace(draft, atoms=atoms, ops=(*ops, *passed_over(draft.mentions, atoms, ops)))


def _with_operands(draft: Draft, binary: bool) -> tuple[tuple[Operand, ...], Draft]:
    """The figures that are reckoned with, and the operations that follow from how they are told."""
    atoms, tokens, pauses = draft.atoms, draft.tokens, draft.pauses()
    of_items = within_items(atoms, draft.ops, [*pauses, *draft.listing()])
    ops = tuple(op for op in draft.ops if op not in of_items)
    listed, summed = listed_parts(ops, tokens), summed_whole(atoms, ops, tokens)
    claimed = ends_put_forward(atoms, draft.mentions, ops, [*pauses, *draft.listing()])
    operands = operands_of(
        [a for a in atoms if a not in summed], [*parted_at(draft.mentions, ops, binary), *claimed], pauses, within([op for op in ops if op not in listed and not claimed]),
        binary, adds_up(ops) or bool(listed or claimed), adds_parts(ops), one_by_one(ops), shares_at(ops), bool(claimed),
    )
    operands = applicants_of_share(operands, ops)
    apart = binary or any(op.id == "op.except" or (op.id == "op.within" and op not in listed) for op in ops)
    if apart:
        operands = only_of(headed_by_applicant(operands, atoms, [*within(ops), *pauses], draft.text), atoms, ops, draft.text)
    else:
        operands = under_applicant(operands, atoms, ops)
    operands = without_verb(operands) if draft.has("op.than") and not draft.has("op.share") else operands
    operands, ops = left_over(with_whole(operands, atoms, listed), atoms, ops, draft.text, pauses)
    operands, ops = with_summed(operands, (*ops, *told_together(operands, ops, draft.text), *total_of_list(operands, ops, draft.text)), summed, tokens)
    unclear, ops = never_held(draft.unclear, operands, ops)
    return operands, replace(draft, ops=ops, unclear=unclear)


def _settled(draft: Draft, operands: tuple[Operand, ...]) -> Frame:
    """The frame, with what is understood without being said."""
    mentions, text = draft.mentions, draft.text
    frame = settled(Frame(
        operands, draft.ops, tuple((m.start, m.figure) for m in mentions if m.figure and not _counts_added(m, draft)), draft.unclear,
        (*_not_understood(draft), *draft.negated, *of_other_sections((*draft.atoms, *draft.unclear), operands, text), *told_as_subjects(draft.atoms, text), *dropped(draft.said, draft.atoms, operands)),
        tuple(m for m in mentions if "topic" in m.kinds()),
        terms(mentions, draft.ops, text),
        tuple(dict.fromkeys(s.id for m in mentions for s in m.senses if s.kind == "detail")),
        tuple((m.text, m.word) for m in mentions if m.how in ("homophone", "near")),
        text,
        strong=any(a.strong() for a in draft.atoms if a.senses) or not any(a.senses for a in draft.atoms),
    ))
    return replace(frame, operands=anchored(frame.operands))


def _counts_added(mention: Mention, draft: Draft) -> bool:
    """六类申请相加等于总计吗, 八条理由加起来是178吗: how many there are to add up, no number that anything is held against."""
    unit = mention.figure.unit if mention.figure else ""
    summed = next((op.position for op in draft.ops if op.id == "op.sum" and op.position > mention.start), None)
    return summed is not None and (unit in ("类", "种", "者") or (unit in ("条", "项", "个") and any(at > summed for at in draft.figures())))


def _not_understood(draft: Draft) -> Iterable[str]:
    """Words of the clauses that matter which nothing explains; the subject of requests that alone is said: 我说的是土地."""
    yield from (m.text for c in draft.said for m in c.mentions if m.has("subjects") and draft.has("op.correct") and not any(c.contentful() for c in draft.said))
    for clause in _telling(draft.said):
        none_at_all = _NONE_AT_ALL.search(clause.text)
        yield from (u for u in clause.unknown if u not in draft.turned and not _spread(u, draft.ops) and not (u in _NOTHING and (none_at_all or _said_nothing(u, draft.ops))))


def _said_nothing(word: str, ops: Sequence[Op]) -> bool:
    """没有诉讼的单位有哪些: the whole turn says that there is none."""
    return any(op.id == "op.zero" and op.position < 0 and word in op.text for op in ops)


def patterned(text: str, patterns: Sieve[Apart]) -> Iterable[Op]:
    """Operations said with words between: 哪个…多, 有没有…的报告; of several wordings of one the first in the text."""
    for operation, ones in groupby((one for _, one in patterns.fitting(text)), lambda one: one.id):
        found = [match for one in ones if (match := one.pattern.search(text))]
        if found:
            yield Op(operation, -1, min(found, key=re.Match.start)[0])


def _beside_terms(ops: Iterable[Op], mentions: Sequence[Mention]) -> Iterable[Op]:
    """申请要多久答复 is the term for how long an answer may take; the words inside it ask nothing else."""
    terms_said = [m.text for m in mentions if m.kinds() == {"definition"}]
    return (op for op in ops if not any(op.text in term for term in terms_said))


def _spread(word: str, ops: Sequence[Op]) -> bool:
    """平摊下来，一个月多少: the span that an average is made over."""
    return word in ("月", "季度", "季", "天") and any(op.id == "op.average" for op in ops)


def _telling(said: Sequence[Clause]) -> Sequence[Clause]:
    """Clauses whose words matter: those with a term and the one that asks; all that name something when none has a term."""
    terms = [c for c in said if any(s.strong and s.kind in ("row", "column", "fact", "metric", "detail") for m in c.mentions for s in m.senses)]
    first = [one for one, then in pairwise(said) if THEN.match(then.text)]  # 先说量子的，再说信访的
    of = [one for one, then in pairwise(said) if then is said[-1] and one.measured and bare_amount(then)]  # …材料不在…受理的，有几件
    return [c for c in said if c in terms or c in first or c in of or any(m.has("op.than") for m in c.mentions) or (c.asks and NUMBER.search(c.text)) or (c is said[-1] and (c.contentful() or c.asks))] or [c for c in said if c.contentful()] or said


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
