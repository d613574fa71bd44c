"""A message that does not read smoothly is read again with one slip of typing set right: a character twice, two the other way round, one left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from handlers.answering.words.hearing import small_words
from handlers.answering.words.lexer import gaps_of
from handlers.answering.words.lexicon import FOREIGN, Lexicon
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.slips import everyday, kept, said_twice, seen

Reader = Callable[[str], tuple[Sequence[Token], Sequence[Mention]]]
Respelt = tuple[tuple[str, str], ...]  # (as written, as understood)

_LONGEST = 8  # characters of a word that is looked for
_SLIPS = 2  # set right in one message
_TRIES = 12  # readings tried for one slip
_NOT = frozenset("不没未无非")
_FIXED = _NOT | frozenset("的了着过得")  # stand before or after any word
_LEVELS = frozenset("州市县区")  # of a name
_LARGE = frozenset("百千万亿")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Tokens from `first` that are put for others; `at`: where the text changes."""

    first: int
    at: int
    written: str
    meant: str

    def inside(self) -> range:
        """The tokens."""
        return range(self.first, self.first + len(self.written))

    def touches(self, other: "_Edit") -> bool:
        """Both are of one place."""
        return self.first < other.first + len(other.written) and other.first < self.first + len(self.written)

    def applied(self, text: str) -> str:
        return text[: self.at] + self.meant + text[self.at + len(self.written) :]


def mended(text: str, read: Reader, lexicon: Lexicon) -> tuple[str, Respelt]:
    """The text as it was meant, and what was put for what, when one reading is smoother than what was typed; else as it is."""
    respelt: Respelt = ()
    for _ in range(_SLIPS):
        edit = _smoother(text, read, lexicon)
        if edit is None:
            break
        text, respelt = edit.applied(text), (*respelt, (edit.written, edit.meant))
    return text, respelt


def _smoother(text: str, read: Reader, lexicon: Lexicon) -> _Edit | None:
    """The one edit after which less is left over; None when there is none, or several of one place that mean different things."""
    tokens, mentions = read(text)
    gaps = gaps_of(mentions, tokens)
    found: list[tuple[int, object, _Edit]] = []
    for edit in list(dict.fromkeys(_edits(tokens, mentions, lexicon)))[:_TRIES]:
        tried, words = read(edit.applied(text))
        word = _word_of(edit, tried, words)
        if word and _cost(tried, words) < _cost(tokens, mentions) + _hidden(edit, gaps):
            found.append((_cost(tried, words), word.senses, edit))
    least = [f for f in found if f[0] == min(cost for cost, _, _ in found)]
    rivals = {senses for _, senses, edit in least if edit.touches(least[0][2])}
    return least[0][2] if len(rivals) == 1 else None


def _rough(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[frozenset[int], frozenset[int]]:
    """(what nothing explains, what is explained by its bare characters alone)."""
    large = {m.start for m in mentions if m.figure and m.text[0] in _LARGE}  # the 百 of 老百个人
    return gaps_of(mentions, tokens), small_words(mentions) | large


def _hidden(edit: _Edit, gaps: frozenset[int]) -> int:
    """1: nothing was left over (人|个), but the characters were no words."""
    return int(gaps.isdisjoint(edit.inside()))


def _cost(tokens: Sequence[Token], mentions: Sequence[Mention]) -> int:
    return len(gaps_of(mentions, tokens)) + sum(m.how in ("homophone", "near") for m in mentions)


def _word_of(edit: _Edit, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Mention | None:
    """The word that holds what was put, spelt as it stands, with nothing left over beside it."""
    gaps = gaps_of(mentions, tokens)
    inside = range(edit.first, edit.first + len(edit.meant))
    for mention in mentions:
        if mention.start <= inside[0] and inside[-1] < mention.end and mention.end - mention.start > 1:
            named = mention.name or mention.years or (mention.senses and mention.senses != (FOREIGN,) and mention.how == "exact" and _tells(mention))
            return mention if named and gaps.isdisjoint((mention.start - 1, mention.end)) else None
    return None


def _tells(mention: Mention) -> bool:
    """No topic that would stop the answer, and nothing that asks which (哪个城镇 for 哪个镇)."""
    return mention.kinds() != {"topic"} and not any(s.kind == "op" and "which" in s.id for s in mention.senses)


def _edits(tokens: Sequence[Token], mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[_Edit]:
    """Around what is left over any word may be meant; in bare characters side by side an everyday one. No word of the form is cut."""
    gaps, bare = _rough(tokens, mentions)
    unsure = gaps | {i for m in mentions if m.how in ("homophone", "near") for i in range(m.start, m.end)}
    words = [m for m in mentions if m.end - m.start > 1 and m.how == "exact" and not m.kinds() <= {"filler"}]
    left_over = (*_doubled(tokens, gaps), *_turned(tokens, unsure, lexicon), *_left_out(tokens, gaps, lexicon))
    hidden = (*_doubled(tokens, bare), *_turned(tokens, bare, lexicon), *_left_out(tokens, bare, lexicon))
    for edit in (*left_over, *(e for e in hidden if bare.issuperset(e.inside()) and everyday(e.meant))):
        start, stop = edit.inside().start, edit.inside().stop
        if len(edit.meant) == 1 or not any(m.start < start < m.end or m.start < stop < m.end for m in words):
            yield edit


def _doubled(tokens: Sequence[Token], rough: frozenset[int]) -> Iterator[_Edit]:
    for first in _pairs(tokens, rough):
        if tokens[first].text == tokens[first + 1].text:
            yield _Edit(first, tokens[first].start, tokens[first].text * 2, tokens[first].text)


def _turned(tokens: Sequence[Token], rough: frozenset[int], lexicon: Lexicon) -> Iterator[_Edit]:
    for first in _pairs(tokens, rough):
        pair = tokens[first].text + tokens[first + 1].text
        others = [seen("".join(t.text for t in two)) for two in (tokens[max(0, first - 1) : first + 1], tokens[first + 1 : first + 3])]
        of_others = all(others) or (any(others) and not everyday(pair[::-1]))  # 写信|寄给
        stands = pair[0] == pair[1] or seen(pair) or kept(pair) or of_others or not _FIXED.isdisjoint(pair)
        if not stands and (not _LEVELS.isdisjoint(pair) or everyday(pair[::-1]) or _in_words(tokens, first, pair[::-1], lexicon)):
            yield _Edit(first, tokens[first].start, pair, pair[::-1])


def _pairs(tokens: Sequence[Token], rough: frozenset[int]) -> Iterator[int]:
    """Where two characters side by side begin of which one is rough."""
    for first in sorted({i for at in rough for i in (at - 1, at)}):
        if 0 <= first < len(tokens) - 1 and _characters(tokens[first : first + 2]):
            yield first


def _in_words(tokens: Sequence[Token], first: int, turned: str, lexicon: Lexicon) -> bool:
    """Whether a word of the lexicon holds the two characters turned round."""
    before = "".join(t.text for t in tokens[max(0, first - _LONGEST) : first])
    after = "".join(t.text for t in tokens[first + 2 : first + _LONGEST])
    starts = range(max(0, len(before) - _LONGEST + 2), len(before) + 1)
    return any(len(w) >= len(before) - start + 2 for start in starts for w in lexicon.words.beginning(before[start:] + turned + after))


def _left_out(tokens: Sequence[Token], rough: frozenset[int], lexicon: Lexicon) -> Iterator[_Edit]:
    """Words of three characters or more of which one, not the first, is missing beside a rough place."""
    starts = {start for at in rough for start in range(max(0, at - _LONGEST + 2), at + 1)}
    known = {start: lexicon.shortened.beginning("".join([t.text for t in tokens[start : start + _LONGEST - 1]])) for start in starts}
    for at in sorted(rough):
        for start in range(max(0, at - _LONGEST + 2), at + 1):
            for written in known[start]:
                size = len(written)
                if size > max(1, at - start) and _characters(tokens[start : start + size]) and not seen(written) and not said_twice(written) and _FIXED.isdisjoint(written):
                    fits = (w for w in lexicon.shortened[written] if any(w[:k] + w[k + 1 :] == written for k in (at - start, at - start + 1) if k))
                    yield from (_Edit(start, tokens[start].start, written, w) for w in fits if size > 2 or everyday(w))  # 问错 is no 问错门


def _characters(window: Sequence[Token]) -> bool:
    """Characters one after the other, without a space or mark between."""
    return all(t.kind == "han" for t in window) and window[-1].end - window[0].start == len(window)
