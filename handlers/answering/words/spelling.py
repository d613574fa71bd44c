"""Words that are misspelt: pinyin in latin letters, and one character or letter off."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from handlers.answering.words.english import forms_of
from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.lookalikes import near_keys
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.reasons import only_told
from handlers.answering.words.written import join

_AROUND = 3  # tokens before and after a verb that its wording may have
_WRITTEN_TOGETHER = 6  # letters from which a latin word may be several in pinyin
_SHORTEST = 4  # characters a term needs before one wrong one is forgiven
_WIDEST = 12
_DENYING = frozenset({"not", "nor", "non", "none", "without"})  # no verbs: not is no note
_PARTICLES = frozenset("的了吗呢啊吧么嘞哩")
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
            for word in (w for w in lexicon.spelt.of(letters) if not only_told(lexicon.words[w])):  # chu fa is no 出发
                yield Mention(start, end + 1, " ".join(t.text for t in tokens[start : end + 1]), lexicon.words[word], "pinyin", word)
        yield from _run_together(tokens, start, lexicon)


def form_candidates(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    """A verb in a form that is not known (refusing), alone or within a wording (turning down), by one that is."""
    for gap in sorted(g for g in gaps if tokens[g].kind == "latin" and tokens[g].text not in _DENYING):
        for form in forms_of(tokens[gap].text):
            yield from _with_form(tokens, gap, form, lexicon)


def _with_form(tokens: Sequence[Token], gap: int, form: str, lexicon: Lexicon) -> Iterator[Mention]:
    for start in range(max(0, gap - _AROUND), gap + 1):
        for end in range(gap + 1, min(gap + _AROUND, len(tokens)) + 1):
            window = tokens[start:end]
            if all(t.kind != "mark" for t in window):
                word = join([form if i == gap else t.text for i, t in enumerate(window, start)])
                if word in lexicon.words and not any(s.kind == "op" for s in lexicon.words[word]):  # shared is no share
                    yield Mention(start, end, " ".join(t.text for t in window), lexicon.words[word], "form", word)


def _run_together(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> Iterator[Mention]:
    """One latin token that is several words: the longest known beginning and end both must be words."""
    letters = tokens[start].text
    for cut in range(len(letters) - 3, 3, -1):
        head, tail = lexicon.spelt.get(letters[:cut]), lexicon.spelt.get(letters[cut:])
        if head and tail:
            yield Mention(start, start + 1, letters, lexicon.words[head[0]] + lexicon.words[tail[0]], "pinyin", head[0] + tail[0])
            return


def apart(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """Pinyin written together, word by word: "yuyigongkaijijian" → yuyigongkai jijian."""
    result: list[Token] = []
    for token in tokens:
        pieces = _words_in(token.text, lexicon) if token.kind == "latin" and len(token.text) > _WRITTEN_TOGETHER else ()
        if len(pieces) < 2 or token.text in lexicon.words:
            result.append(token)
            continue
        at = token.start
        for piece in pieces:
            result.append(Token(piece, at, at + len(piece), "latin"))
            at += len(piece)
    return tuple(result)


def _words_in(letters: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The fewest known words that make up all the letters; () when none do."""
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, len(letters) + 1):
        found = [(*before, letters[start:end]) for start in range(max(0, end - 40), end) if (before := best[start]) is not None and letters[start:end] in lexicon.spelt]
        best.append(min(found, key=len) if found else None)
    return best[-1] or ()


def near_candidates(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    """Terms with one wrong, missing or extra character, and English words with one wrong letter."""
    for start, end in _runs(tokens, gaps):
        if _cuts_a_word(tokens, start, end, lexicon):
            continue
        written = join([t.text for t in tokens[start:end]])
        found = _nearest(written, lexicon)
        if found:
            yield Mention(start, end, written, lexicon.words[found], "near", found)


def _cuts_a_word(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """做|法给纠正了: the first or last character belongs to a word outside."""
    joints = [(i - 1, i) for i in (start, end) if 0 < i < len(tokens)]
    return any(tokens[a].kind == tokens[b].kind == "han" and tokens[a].text + tokens[b].text in lexicon.words for a, b in joints)


def _runs(tokens: Sequence[Token], gaps: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Windows of characters that hold a gap, and single latin words."""
    seen: set[tuple[int, int]] = set()
    for gap in sorted(gaps):
        if tokens[gap].kind == "latin":
            yield gap, gap + 1
        elif tokens[gap].kind == "han":
            for start in range(max(0, gap - _WIDEST + 1), gap + 1):
                for end in range(max(gap + 1, start + _SHORTEST), min(len(tokens), start + _WIDEST) + 1):
                    if (start, end) not in seen and all(t.kind == "han" for t in tokens[start:end]):
                        seen.add((start, end))
                        yield start, end


def _nearest(written: str, lexicon: Lexicon) -> str | None:
    """The one term that is a single edit away; None when there is none, or several with different meanings."""
    found = {
        word for key in near_keys(written) for word in lexicon.near.of(key)
        if OSA.distance(written, word, score_cutoff=1) <= 1 and _negations(word) == _negations(written) and not _ends_in_particle(written, word) and not _spelt_right(written, word, lexicon) and not _alike_in_asking(written, word, lexicon)
    }
    swapped = {word for word in found if sorted(word) == sorted(written)}
    found = swapped or found
    meanings = {tuple(s.id for s in lexicon.words[w]) for w in found}
    return min(found) if len(meanings) == 1 else None


def _spelt_right(written: str, word: str, lexicon: Lexicon) -> bool:
    """告市政府 is no 告倒政府: the character that differs belongs to a word (市政府) of its own."""
    differing = [i for i, (a, b) in enumerate(zip(written, word, strict=False)) if a != b]
    if len(written) != len(word) or len(differing) != 1 or written.isascii():
        return False
    at = differing[0]
    windows = (written[start : start + 3] for start in range(max(0, at - 2), at + 1))
    return any(len(w) == 3 and w in lexicon.words and len(w) < len(written) for w in windows)


def _alike_in_asking(written: str, word: str, lexicon: Lexicon) -> bool:
    """入了多少单 is no 买了多少单: but for the character that differs both only ask."""
    differing = [i for i, (a, b) in enumerate(zip(written, word, strict=False)) if a != b]
    if len(written) != len(word) or len(differing) != 1 or written.isascii():
        return False
    rest = (written[: differing[0]], written[differing[0] + 1 :].lstrip("".join(_PARTICLES)))
    return all(not part or (part in lexicon.words and all(s.kind == "filler" for s in lexicon.words[part])) for part in rest)


def _ends_in_particle(written: str, word: str) -> bool:
    """法官判的 is no 法官判败: 的 at the end is the particle, not a slip for a word that says something."""
    return len(written) == len(word) and written[-1] in _PARTICLES and word[-1] not in _PARTICLES


def _negations(text: str) -> int:
    return sum(c in _NEGATIONS for c in text)
