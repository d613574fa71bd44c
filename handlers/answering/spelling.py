"""Words that are misspelt: pinyin in latin letters, and one character or letter off."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from handlers.answering.lexicon import Lexicon, join
from handlers.answering.mentions import Mention, Token

_NEAR_HAN = 5  # characters a wording needs before one wrong character is forgiven
_CUTOFF = 80  # of 100: one wrong of five characters scores 80
_MARGIN = 8  # the runner-up with another meaning must be this far behind
_NEGATIONS = frozenset("不没未无非")


def latin_candidates(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    """Pinyin typed in latin letters: "buyu gongkai", "buyugongkai"."""
    for start in sorted(gaps):
        if tokens[start].kind != "latin":
            continue
        letters = ""
        for end in range(start, min(start + 12, len(tokens))):
            if tokens[end].kind != "latin":
                break
            letters += tokens[end].text.replace("'", "")
            for word in lexicon.spelt.get(letters, ()):
                yield Mention(start, end + 1, " ".join(t.text for t in tokens[start : end + 1]), lexicon.words[word], "pinyin", word)
        yield from _run_together(tokens, start, lexicon)


def _run_together(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Mention]:
    """One latin token that is several words: the longest known beginning and end both must be words."""
    letters = tokens[start].text
    for cut in range(len(letters) - 3, 3, -1):
        head, tail = lexicon.spelt.get(letters[:cut]), lexicon.spelt.get(letters[cut:])
        if head and tail:
            yield Mention(start, start + 1, letters, lexicon.words[head[0]] + lexicon.words[tail[0]], "pinyin", head[0] + tail[0])
            return


def near_candidates(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    """Long wordings with one wrong, missing or extra character, and long English words with one wrong letter."""
    for start, end in _runs(tokens, gaps):
        written = join([t.text for t in tokens[start:end] if t.kind != "mark"])
        found = _nearest(written, lexicon)
        if found:
            yield Mention(start, end, written, lexicon.words[found], "near", found)


def _runs(tokens: Sequence[Token], gaps: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Windows of characters around a gap, and single latin words."""
    for gap in sorted(gaps):
        if tokens[gap].kind == "latin":
            yield gap, gap + 1
            continue
        if tokens[gap].kind != "han":
            continue
        for start in range(max(0, gap - 8), gap + 1):
            for end in range(max(gap + 1, start + _NEAR_HAN), min(len(tokens), start + 14) + 1):
                if all(t.kind == "han" for t in tokens[start:end]):
                    yield start, end


def _nearest(written: str, lexicon: Lexicon) -> str | None:
    if len(written) < _NEAR_HAN:
        return None
    words = _by_length(id(lexicon), lexicon_words(lexicon), len(written), written.isascii())
    hits = process.extract(written, words, scorer=fuzz.ratio, limit=4, score_cutoff=_CUTOFF)
    if not hits:
        return None
    word, score = hits[0][0], hits[0][1]
    same = {s.id for s in lexicon.words[word]}
    for other, other_score, _ in hits[1:]:
        if other_score > score - _MARGIN and not same & {s.id for s in lexicon.words[other]}:
            return None
    if _negations(word) != _negations(written) or len(word) < _NEAR_HAN:
        return None
    return word


def _negations(text: str) -> int:
    return sum(c in _NEGATIONS for c in text)


def lexicon_words(lexicon: Lexicon) -> tuple[str, ...]:
    """Wordings that stand for something, fillers left out."""
    return tuple(w for w, senses in lexicon.words.items() if any(s.kind not in ("filler", "op") for s in senses))


@lru_cache(maxsize=64)
def _by_length(_key: int, words: tuple[str, ...], length: int, latin: bool) -> tuple[str, ...]:
    return tuple(w for w in words if abs(len(w) - length) <= 1 and w.isascii() == latin)
