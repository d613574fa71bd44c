"""Question → frames: what is asked, of whom, of when, and what is to be done with it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from handlers.answering.asked.frames import Frame, Operand
from handlers.answering.asked.measures import TOTAL_COLUMNS, family
from handlers.answering.clauses.clauses import Clause
from handlers.answering.clauses.focus import focus
from handlers.answering.clauses.message import in_usual_order
from handlers.answering.clauses.requests import requested
from handlers.answering.clauses.restrictions import with_restrictions
from handlers.answering.clauses.segments import segments
from handlers.answering.framing import frame_of, patterned
from handlers.answering.words.lexer import NameFinder
from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.mentions import Mention
from handlers.answering.words.speech import saying

Trace = Callable[[str, str], None]

_OF_ALL = saying("telling.of_all")
_PERSON_OF = saying("telling.person_of")
_EMPLOYERS = re.compile("(?:大学|学院|学校|中学|小学|医院|公司|银行|报社|日报|晚报|电视台|事务所|集团|工厂|研究所|研究院)$")


def understand(
    text: str, lexicon: Lexicon, names: NameFinder, expected: frozenset[str] = frozenset(), trace: Trace | None = None
) -> tuple[Frame, ...]:
    """Frames in the order asked; one without operands when nothing was understood. `expected`: families of the last question."""
    message = in_usual_order(text, lexicon, names)
    tokens = message.tokens
    if trace:
        trace("tokens", " ".join(t.text for t in tokens))
        trace("mentions", "\n".join(_shown(m) for m in message.mentions))
    stopped = tuple(patterned(message.plain, lexicon.whole))  # 就说收到0件
    if stopped:
        return (Frame(text=message.plain, ops=stopped),)
    frames: list[Frame] = []
    background = _said_of_all(message.clauses)
    groups = segments(with_restrictions(message.clauses))
    asked = requested(groups, len(message.plain))
    for number, group in enumerate(groups):
        said, told = focus(group)
        background += [m for c in told for m in c.mentions if (m.name or m.years) and not _tells_who_asks(m, c)]
        frame = frame_of(said, background, tokens, _spoken_of(frames) or expected, lexicon)
        respelt = tuple(r for r in message.respelt if r[1] in frame.text)
        frames.append(replace(frame, told=number not in asked, corrected=(*frame.corrected, *respelt)))
        background += [m for c in said for m in c.mentions if m.name or m.years]
    return tuple(frames) or (Frame(text=message.plain, unknown=tuple(t.text for t in tokens)),)


def _spoken_of(frames: Iterable[Frame]) -> frozenset[str]:
    """公司申请了几件，批了几件: families of the last part of the message that measures something."""
    spoken = (families_of(f.operands) | {"s3" for c in f.columns() if c.startswith("@") and c not in TOTAL_COLUMNS} for f in reversed(tuple(frames)))
    return next(filter(None, spoken), frozenset())


def _said_of_all(clauses: Iterable[Clause]) -> list[Mention]:
    """维持几件？纠正呢？都要2020年的: body and year told once for every question of the message."""
    return [m for c in clauses if not c.measured and _OF_ALL.match(c.text) for m in c.mentions if m.name or m.years]


def _tells_who_asks(told: Mention, clause: Clause) -> bool:
    """本人系某大学法学院研究生, 我是郑州一名执业律师: a school, firm or place without a report, told of who asks, is not the body asked about."""
    unheard = told.name is not None and not told.name.agencies
    return unheard and bool(_EMPLOYERS.search(told.text) or _PERSON_OF.match(clause.text.partition(told.text)[2]))


def _shown(mention: Mention) -> str:
    what = ", ".join(s.id for s in mention.senses) or (mention.name and f"agency {mention.name}") or mention.years or mention.figure
    return f"{mention.text} → {what}{'' if mention.how == 'exact' else f' ({mention.how}: {mention.word})'}"


def families_of(operands: Iterable[Operand]) -> frozenset[str]:
    """Row families an earlier question spoke of."""
    return frozenset(family(r) for o in operands for r in o.rows)
