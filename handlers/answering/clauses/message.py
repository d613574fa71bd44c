"""What was typed → tokens, what they mention, and the clauses they make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from handlers.answering.asked.beside import without_duty, without_price
from handlers.answering.asked.figures_said import figures_said
from handlers.answering.asked.included import without_included
from handlers.answering.asked.negation import asked_plainly, set_right
from handlers.answering.asked.places_in_form import named_by_place
from handlers.answering.clauses.anchors import with_short_years, without_apposition
from handlers.answering.clauses.carrying import carried_years
from handlers.answering.clauses.claim_core import claim_core
from handlers.answering.clauses.clauses import Clause, split
from handlers.answering.clauses.correction_core import correction_core
from handlers.answering.clauses.hearsay import claim_alone
from handlers.answering.clauses.inverted import set_in_order
from handlers.answering.words.corrections import corrected
from handlers.answering.words.lexer import NameFinder, cover
from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.mending import Reader, Respelt, mended
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.plain import from_pinyin, read_question
from handlers.answering.words.spelling import apart
from handlers.answering.words.tokens import tokens_of


@dataclass(frozen=True, slots=True)
class Message:
    plain: str  # as it is matched
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    clauses: Sequence[Clause]
    respelt: Respelt = ()


def in_usual_order(text: str, lexicon: Lexicon, names: NameFinder) -> Message:
    """The message read; a clause that names what is asked of stands before the question that asks."""
    @cache  # what is looked at for slips is not read again for its clauses
    def read(plain: str) -> tuple[Sequence[Token], Sequence[Mention]]:
        return _covered(plain, lexicon, names)

    asked = claim_alone(named_by_place(read_question(from_pinyin(text, lexicon, names))), names)
    plain, respelt = mended(asked_plainly(asked, lexicon), read, lexicon)
    message = _read(plain, read)
    core = claim_core(plain, message.tokens, message.mentions) or correction_core(plain, message.tokens, message.mentions)
    message = _read(core, read) if core else message
    in_order = set_in_order(message.clauses)
    return replace(_read(in_order, read) if in_order else message, respelt=respelt)


def _read(plain: str, read: Reader) -> Message:
    tokens, covered = read(plain)
    covered = without_included(covered, tokens)
    years = without_apposition(with_short_years(covered, tokens), tokens)
    mentions = without_price(without_duty(carried_years(set_right(corrected(years, tokens), tokens), tokens), tokens), tokens)
    return Message(plain, tokens, mentions, split(tokens, mentions))


def _covered(plain: str, lexicon: Lexicon, names: NameFinder) -> tuple[Sequence[Token], Sequence[Mention]]:
    tokens = apart(tokens_of(plain), lexicon)
    return tokens, figures_said(cover(plain, tokens, lexicon, names), tokens, lexicon)
