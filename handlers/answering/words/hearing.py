"""Words written with characters that sound the same (就正, 申清): which of the lexicon they may be."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile

from handlers.answering.words.lexicon import FOREIGN, Lexicon
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.reasons import only_told
from handlers.answering.words.sounds import blurred, sound, syllable
from handlers.answering.words.tokens import LOOSE

_COUNTED = re.compile("[为是有满到过达][一二两三四五六七八九十百千]+的?")
SURE_SOUND = 3  # characters from which a homophone is hardly by chance
_LONGEST = 8  # characters of a word that is listened for
_REACH = 2 * _LONGEST  # tokens, marks between them counted, from its beginning to what was not understood
_NOT = frozenset("没不未无")  # 没收到 is 收到 denied, no 没搜到
_ASKING = frozenset("哪谁几")  # who asks means it
_PLAIN = "为"  # 为六的 is no 未留的: such a word is not meant to deny
_PARTICLES = frozenset("的了着得下来去")
_SMALL_KINDS = frozenset({"filler", "op"})


def small_words(chosen: Iterable[Mention]) -> frozenset[int]:
    """Where a character stands that is a word of its own and hardly names anything: 就 and 正, 处 and 里."""
    return frozenset(m.start for m in chosen if m.end == m.start + 1 and m.text not in _PARTICLES and m.senses and not any(s.strong and s.kind != "filler" for s in m.senses))


def misheard(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int], chosen: Sequence[Mention]) -> Iterator[Mention]:
    """Words of the lexicon that sound like what is written where nothing, or nothing but small words, was understood."""
    small = small_words(chosen)
    return _no_words([m for m in _homophones(tokens, lexicon, gaps | small) if _shattered(m, gaps, small)], chosen)


def runs_on(slip: Mention, slips: Sequence[Mention], gaps: frozenset[int]) -> bool:
    """吃|饭了没 for 翻了没: a wrong first character that goes with one before it that nothing explains is no slip."""
    before = slip.start - 1
    return slip.text[:1] != slip.word[:1] and before in gaps and not any(m.start <= before < m.end for m in slips if m.end != slip.end)


def windows(tokens: Sequence[Token], start: int, longest: int) -> Iterator[tuple[int, list[str]]]:
    """Stretches from `start`: loose marks inside are passed over, firm ones end it."""
    parts: list[str] = []
    for end in range(start, len(tokens)):
        token = tokens[end]
        if token.kind == "mark":
            if token.text not in LOOSE:
                return
            continue
        parts.append(token.text)
        if len(parts) > longest:
            return
        yield end + 1, parts


def _shattered(slip: Mention, gaps: frozenset[int], small: frozenset[int]) -> bool:
    """就正 for 纠正: what is written wrong fell into single characters. A gap is a slip as it always was."""
    wrong = [slip.start + i for i, (a, b) in enumerate(zip(slip.text, slip.word, strict=False)) if a != b]
    single = gaps | small
    if not any(s.strong and s.kind not in _SMALL_KINDS for s in slip.senses):  # 申清 for 申请, when nothing else is made of it
        return gaps.issuperset(wrong) and len(gaps & set(range(slip.start, slip.end))) > 1
    return bool(gaps & set(wrong)) or all(w in single and {w - 1, w + 1} & single & set(range(slip.start, slip.end)) for w in wrong)


def _homophones(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    near = {start: gap for gap in sorted(gaps, reverse=True) for start in range(max(0, gap - _REACH), gap + 1)}  # the next gap
    passed = list(accumulate((t.kind != "mark" for t in tokens), initial=0))
    for start in sorted(near):
        if tokens[start].kind == "han" and passed[near[start]] - passed[start] < _LONGEST:
            ends = [end for end, _ in takewhile(lambda w: tokens[w[0] - 1].kind == "han", windows(tokens, start, _LONGEST))]
            run = "".join([t.text for t in tokens[start : ends[-1]] if t.kind == "han"])
            for size in sorted(_sizes(run, lexicon)):
                if ends[size - 1] > near[start]:
                    yield from _heard(start, ends[size - 1], run[:size], lexicon)


def _sizes(run: str, lexicon: Lexicon) -> Iterable[int]:
    """How many of the characters, from the first, sound like a word: two or more."""
    key = sound(run)
    if key != " ".join(map(syllable, run)):
        return range(2, len(run) + 1)  # what is read otherwise in a word may be cut: 还|有
    begun = (*lexicon.heard.beginning(key), *lexicon.blurred.beginning(blurred(key)))
    return {word.count(" ") + 1 for word in begun} - {1}


def _no_words(heard: Iterable[Mention], chosen: Iterable[Mention]) -> Iterator[Mention]:
    """A word that is spelt right (滤纸) is no slip for a short other (率至), nor is a piece of it part of one."""
    words = [m for m in chosen if m.senses == (FOREIGN,)]
    for mention in heard:
        touched = [w for w in words if w.start < mention.end and mention.start < w.end]
        if all(mention.start <= w.start and w.end <= mention.end and mention.end - mention.start >= SURE_SOUND for w in touched):
            yield mention


def _only_told(word: str, lexicon: Lexicon) -> bool:
    """顺眼 for 顺延: a word that only tells must not explain away what may be a term."""
    return only_told(lexicon.words[word])


def _heard(start: int, end: int, written: str, lexicon: Lexicon) -> Iterator[Mention]:
    if _COUNTED.fullmatch(written):  # 恰好为六的 is no 未留的
        return
    key = sound(written)
    alike = [w for w in lexicon.blurred.of(blurred(key)) if len(w) >= SURE_SOUND and not all(s.kind in _SMALL_KINDS for s in lexicon.words[w])]
    for word in [w for w in lexicon.heard.of(key) if not _only_told(w, lexicon)] or alike:
        same = sum(a == b for a, b in zip(word, written, strict=False))
        sure = not (written[0] in _NOT and written[1:] in lexicon.words)
        turned = any(w in _ASKING or (w in _NOT and i) or (w in _PLAIN and k in _NOT) for i, (w, k) in enumerate(zip(written, word, strict=False)) if w != k)  # 拒不公开 is no 局部公开
        enough = same * (2 if word in alike else 3) >= len(word)  # 审计局 is no 胜几局
        if word != written and sure and not turned and (same or len(word) > 2) and enough:
            yield Mention(start, end, written, lexicon.words[word], "homophone", word)
