"""Which operation answers a sub-question: the first rule that holds, in order."""

from collections.abc import Callable

from handlers.answering.asked.asking import (
    AMOUNT,
    COMPUTING,
    as_one_figure,
    asks_amount,
    asks_any_part,
    asks_nth,
    asks_parts_of_each,
    asks_what_is_nth,
    asks_yes_or_no,
    between_figures,
    by_applicant,
    changes,
    counts_kinds,
    ends_added,
    grows_in_percent,
    held_against_number,
    is_bounded,
    is_range,
    names_group,
    names_prose_or_period,
    names_rate,
    names_several,
    of_both_blocks,
    of_the_reports,
    one_and_its_parts,
    only_looks,
    which_is_so_many,
)
from handlers.answering.asked.exclusion import LEFT
from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import compares_shares, figures_named, of_each_body, scattered, short_by
from handlers.answering.asked.put_forward import several_put_forward
from handlers.answering.asked.steps_left import unused
from handlers.answering.operations import (
    about,
    averages,
    bounds,
    differences,
    extremes,
    first_year,
    foremost,
    formulas,
    growths,
    lookup,
    multiples,
    over_years,
    portions,
    put_forward,
    quality,
    rows,
    share_of_foremost,
    shares,
    sides,
    standing,
    steps,
    summary,
    sums,
    telling,
    verdicts,
    where_stands,
)
from handlers.answering.operations.base import Ask, Result
from handlers.answering.replies.choices import named_choices
from handlers.answering.replies.scope import Shortfall
from handlers.answering.words.speech import saying

_AGREES = saying("asking.agrees")
_OFF_A_BOUND = saying("asking.off_a_bound")
_TERM = 20  # characters of a question that is nothing but a term
_WHICH_ONES = saying("asking.which_ones")
_REACHED = frozenset({"meta.phone", "meta.email", "meta.address", "meta.postcode"})  # what a report tells of whom to turn to
_TELLING = frozenset({"n.problems", "n.improvements", "n.other_matters"})

Operation = Callable[[Ask], Result | None]
Rule = tuple[str, Callable[[Frame], bool], Operation]


RULES: tuple[Rule, ...] = (
    ("put forward", lambda f: several_put_forward(f) and not is_range(f), put_forward.every_one_holds),
    ("check", lambda f: f.has("op.check") and "s3.carried_out" in f.rows() and bool({"s3.new", "d.workload"} & set(f.rows())), quality.check),
    ("check", lambda f: (f.has("op.consistent", "op.check") and {"s3.new", "s3.carried_in", "s3.carried_out"} <= set(f.rows())) or (f.has("op.consistent") and {"d.workload", "s3.carried_out"} <= set(f.rows())), quality.check),
    ("sides", sides.sets_sums_side_by_side, sides.verdict),
    ("check", lambda f: not held_against_number(f) and f.has("op.sum") and f.has("op.consistent", "op.check") and (of_both_blocks(f) or f.rows() == ("s3.result.total",)), quality.check),
    ("adds up", lambda f: not held_against_number(f) and f.has("op.sum") and f.has("op.consistent", "op.check") and (max(len(f.rows()), len(f.columns())) > 2 or one_and_its_parts(f)), quality.adds_up),
    ("prose and tables", lambda f: f.has("op.prose_and_tables") and not f.measured() and not f.details, quality.prose_and_tables),
    ("consistent", lambda f: f.has("op.consistent", "op.check") and names_prose_or_period(f), quality.consistent),
    ("check", lambda f: f.has("op.check") and not _TELLING & set(f.rows()) and not f.has("op.count_kinds", "op.define") and not only_looks(f) and not held_against_number(f), quality.check),
    ("check", lambda f: f.has("op.consistent") and bool(_AGREES.search(f.text)) and not f.figures and max(len(f.rows()), len(f.columns()), len(f.operands)) < 2, quality.check),
    ("check", lambda f: not held_against_number(f) and f.has("op.sum") and f.has("op.consistent") and f.has("op.which_column"), quality.check),
    ("tell", lambda f: bool(_TELLING & set(f.rows())), telling.tell),
    ("years moved", steps.asks_which_years_moved, steps.years_moved),
    ("coverage", lambda f: f.has("op.coverage") and (not f.measured() or not f.strong or of_the_reports(f)) and not f.has(*COMPUTING) and not _REACHED & set(f.details), about.coverage),
    ("where it stands", where_stands.asks_where, where_stands.where),
    ("row", rows.asks_row, rows.row),
    ("define", lambda f: f.has("op.define") and not _asks_how_many(f) and not is_bounded(f) and not f.has("op.most", "op.least", "op.rank", "op.top") and not between_figures(f), about.define),
    ("formula", formulas.asks_formula, formulas.formula),
    ("term", lambda f: bool(f.definitions) and not f.has(*COMPUTING) and not f.measured() and not f.details and len(f.text) <= _TERM, about.define),
    ("details", lambda f: bool(f.details) and not f.measured(), about.details),
    ("summary", lambda f: f.has("op.summary") and (not f.measured() or not f.strong), summary.summary),
    ("place", lambda f: f.measured() and f.has("op.place") and not f.has("op.top") and not asks_what_is_nth(f), standing.place),
    ("spread", lambda f: f.has("op.most") and f.has("op.least") and f.has("op.difference"), standing.spread),
    ("count", lambda f: not _asks_which_ones(f) and not f.has(LEFT) and not as_one_figure(f) and ".current_items" not in f.columns() and (f.has("op.count_kinds") or counts_kinds(f)) and not f.has("op.most", "op.least", "op.rank", "op.top"), extremes.count),
    ("share of foremost", share_of_foremost.asks_share_of_foremost, share_of_foremost.share_of_foremost),
    ("steps", steps.asks_biggest_step, steps.biggest_step),
    ("share", lambda f: f.has("op.share") and not names_rate(f) and not compares_shares(f) and names_several(f) and f.has("op.most", "op.least", "op.rank", "op.top"), shares.percentage_of),
    ("growths", growths.sets_growths_side_by_side, growths.fastest),
    ("ranking", lambda f: f.has("op.rank", "op.top", "op.rank_up") or asks_nth(f), extremes.ranking),
    ("foremost", foremost.asks_whether_foremost, foremost.whether_foremost),
    ("most", lambda f: f.has("op.most"), extremes.most),
    ("least", lambda f: f.has("op.least"), extremes.least),
    ("first year", first_year.asks_first, first_year.first),
    ("since when", first_year.asks_since_when, first_year.since_when),
    ("threshold", lambda f: is_bounded(f) and (not f.rows() or f.has("op.list", "op.which_row", "op.which_agency", "op.which_column", "op.which_year")) and not asks_yes_or_no(f), extremes.threshold),
    ("threshold", lambda f: f.measured() and f.has("op.which_year") and f.has("op.exists", "op.zero") and not asks_amount(f), extremes.threshold),
    ("threshold", lambda f: which_is_so_many(f) or asks_any_part(f), extremes.threshold),
    ("steadily", lambda f: f.measured() and asks_yes_or_no(f) and f.has("op.trend") and (names_several(f) or over_years.year_after_year(f)), over_years.steadily),
    ("compared years", lambda f: f.has("op.direction") and not changes(f), over_years.direction),
    ("portion", portions.asks_portion, portions.portion),
    ("bounded", lambda f: f.measured() and asks_yes_or_no(f) and bounds.on_made_figure(f), bounds.yes_or_no),
    ("yes or no", lambda f: f.measured() and asks_yes_or_no(f), verdicts.yes_or_no),
    ("left over", lambda f: f.has(LEFT) and not f.has("op.share", "op.most", "op.least", "op.rank", "op.which_more", "op.which_less", "op.ratio"), sums.left_over),
    ("expression", lambda f: f.has("op.sum") and f.has("op.difference") and not f.has("op.than") and sum(len(o.rows) for o in f.operands) > 2, sums.total),
    ("multiple", lambda f: f.has("op.ratio"), multiples.multiple),
    ("growth", over_years.of_last_year, over_years.growth),
    ("growth", lambda f: f.has("op.growth") and grows_in_percent(f), over_years.growth),
    ("average", averages.asks_per_project, averages.average),
    ("share", lambda f: f.has("op.share") and not names_rate(f) and not compares_shares(f), shares.percentage_of),
    ("left over", lambda f: f.has("op.difference") and sums.takes_several(f), sums.left_over),
    ("gap", lambda f: f.has("op.difference") and bool(f.figures) and figures_named(f) == 1 and bool(_OFF_A_BOUND.search(f.text)), differences.gap),
    ("difference", lambda f: f.has("op.difference") and (names_several(f) or f.has("op.growth", "op.than") or differences.between_bodies(f)), differences.difference),
    ("difference", lambda f: (f.has("op.growth") and asks_amount(f)) or (f.has("op.than") and names_several(f) and not f.has("op.which_more", "op.which_less")), differences.difference),
    ("average", lambda f: f.has("op.average", "op.per_each"), averages.average),
    ("compare", lambda f: f.has("op.which_more", "op.which_less", "op.compare") and names_several(f) and not compares_shares(f), verdicts.compare),
    ("most", lambda f: f.has("op.which_more"), extremes.most),
    ("least", lambda f: f.has("op.which_less"), extremes.least),
    ("sum", lambda f: f.has("op.sum") and (not f.has("op.list") or ends_added(f)) and (names_several(f) or f.has("op.which_agency", "op.trend")), sums.total),
    ("trend", lambda f: f.has("op.trend"), over_years.trend),
    ("each body", of_each_body, extremes.each),
    ("others", lambda f: f.has("op.except") and f.has("op.which_agency") and f.has("op.list") and not is_bounded(f), extremes.others),
    ("breakdown", lambda f: f.has("op.list", "op.which_row", "op.which_column", "op.nonzero") and (names_group(f) or by_applicant(f)) and not names_several(f) and not as_one_figure(f), lookup.breakdown),
    ("breakdown", asks_parts_of_each, lookup.breakdown),
    ("threshold", lambda f: f.has("op.which_agency") and is_bounded(f), extremes.threshold),
    ("which agencies", lambda f: f.has("op.which_agency") and f.measured() and (f.has("op.list", "op.exists", "op.except") or _asks_which_ones(f)), extremes.threshold),
    ("exception", lambda f: f.has("op.except") and "@legal_person" not in f.columns(), lookup.exception),
    ("lookup", lambda f: True, lookup.lookup),
)


_TOLERANT = frozenset({"consistent", "prose and tables", "tell", "define", "coverage", "check", "details"})


def _asks_which_ones(frame: Frame) -> bool:
    """哪几家收到过公益组织的申请: those where it is not nought."""
    return bool(_WHICH_ONES.search(frame.text)) and not any(r.startswith("n.") for r in frame.rows())


def _asks_how_many(frame: Frame) -> bool:
    """多少; 哪几个安全 asks which ones when a term is explained."""
    return bool(AMOUNT.search(frame.text.replace("哪几", "哪") if frame.definitions else frame.text.replace("指哪几", "指哪")))


def first_rule(frame: Frame) -> int:
    """The number of the first rule that holds."""
    return next(number for number, (_, holds, _) in enumerate(RULES) if holds(frame))


def tolerant(rule: int) -> bool:
    """The answer is a text or a verdict on the whole report: an unknown word does no harm."""
    return RULES[rule][0] in _TOLERANT


def _leaving_nothing_out(name: str, ask: Ask, operation: Operation) -> Result | None:
    left = unused(ask.frame, name)
    if left:
        return Shortfall("not_understood", "steps_left", (("words", "”“".join(left)),))
    short = short_by(ask.frame) if name == "lookup" or (name == "breakdown" and "、" in ask.frame.text) else None
    if short:
        return Shortfall("not_understood", "list_short", (("asked", str(short[0])), ("named", str(short[1]))))
    if name == "lookup" and scattered(ask.frame):
        return named_choices(ask)
    return operation(ask)


def perform(ask: Ask, trace: Callable[[str, str], None] | None = None, first: int = -1) -> Result:
    """Runs the first rule that holds (number `first`, where that is known); an operation that finds itself not meant passes on to the next."""
    for number, (name, holds, operation) in enumerate(RULES[max(first, 0) :], max(first, 0)):
        if number == first or holds(ask.frame):
            result = _leaving_nothing_out(name, ask, operation)
            if result is not None:
                if trace:
                    trace("operation", name)
                return result
    raise AssertionError("the last rule always holds")

