"""Question → mentions: every stretch that the lexicon, the calendar or the list of agencies knows, best cover first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from handlers.answering.figures import find_figures
from handlers.answering.lexicon import FOREIGN, Lexicon
from handlers.answering.mentions import Mention, Token
from handlers.answering.shapes import shaped
from handlers.answering.sounds import blurred, sound
from handlers.answering.spelling import form_candidates, latin_candidates, near_candidates
from handlers.answering.times import find_years
from handlers.answering.tokens import LOOSE
from handlers.answering.written import joined
from index.vocabulary import NameHit

NameFinder = Callable[[str], Sequence[NameHit]]

# What a mention is worth per character, so that the cover with the most and the surest words wins.
_SURE_SOUND, _FAINT_SOUND = 3, 7.5  # characters from which a homophone is hardly by chance; what a shorter one is worth
_WORTH = {"exact": 10, "homophone": 9, "pinyin": 9, "near": 6, "form": 8}
_FILLER_WORTH = 8
_NOT = frozenset("没不未无")  # 没收到 is 收到 denied, no 没搜到
_WEAK_WORTH = 9.5
_FOREIGN_WORTH = 7.99  # fillers of the same reach go first
_COST = 5  # per mention: one long wording beats two short ones
_CHEAP = 3  # per particle: 没给答复|的 is rather meant than 没给|答复的
_PARTICLES = frozenset("的了着得下来去")
_LISTED = 4  # per 、 inside: 办结、转到 is rather two words than 结转
_NAME_WORTH = 14
_YEAR_WORTH = 11


def cover(text: str, tokens: Sequence[Token], lexicon: Lexicon, names: NameFinder) -> tuple[Mention, ...]:
    """Mentions that do not overlap, in order, chosen for the highest total worth."""
    candidates = [*_words(tokens, lexicon), *_names(text, tokens, names), *_years(text, tokens), *find_figures(tokens)]
    candidates += list(shaped(text, tokens, candidates))
    chosen = _best(candidates, tokens)
    gaps, small = _gaps(chosen, tokens), _small(chosen)
    if gaps or small:
        heard = [m for m in _homophones(tokens, lexicon, gaps | small) if _shattered(m, gaps, small)]
        slips = [*_misheard(heard, chosen), *near_candidates(tokens, lexicon, gaps)]
        candidates += [*(m for m in slips if not _runs_on(m, slips, gaps)), *latin_candidates(tokens, lexicon, gaps), *form_candidates(tokens, lexicon, gaps)]
        chosen = _best(candidates, tokens)
    return chosen


def unexplained(mentions: Iterable[Mention], tokens: Sequence[Token]) -> tuple[str, ...]:
    """Runs of characters or words that no mention covers, marks left out."""
    covered = _covered(mentions)
    runs: list[str] = []
    previous = -2
    for i, token in enumerate(tokens):
        if i in covered or token.kind == "mark":
            continue
        if i == previous + 1 and runs and token.kind == "han" and tokens[previous].kind == "han":
            runs[-1] += token.text
        else:
            runs.append(token.text)
        previous = i
    return tuple(runs)


_SMALL_KINDS = frozenset({"filler", "op"})


def _small(chosen: Iterable[Mention]) -> frozenset[int]:
    """Where a character stands that is a word of its own and hardly names anything: 就 and 正, 处 and 里."""
    return frozenset(m.start for m in chosen if m.end == m.start + 1 and m.text not in _PARTICLES and m.senses and not any(s.strong and s.kind != "filler" for s in m.senses))


def _shattered(slip: Mention, gaps: frozenset[int], small: frozenset[int]) -> bool:
    """就正 for 纠正: what is written wrong fell into single characters. A gap is a slip as it always was."""
    wrong = [slip.start + i for i, (a, b) in enumerate(zip(slip.text, slip.word, strict=False)) if a != b]
    single = gaps | small
    if not any(s.strong and s.kind not in _SMALL_KINDS for s in slip.senses):  # 申清 for 申请, when nothing else is made of it
        return gaps.issuperset(wrong) and len(gaps & set(range(slip.start, slip.end))) > 1
    return bool(gaps & set(wrong)) or all(w in single and {w - 1, w + 1} & single & set(range(slip.start, slip.end)) for w in wrong)


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(i for m in mentions if m.senses != (FOREIGN,) for i in range(m.start, m.end))


def _asks_both_ways(tokens: Sequence[Token], at: int) -> bool:
    """The 不 of 能不能提供: a question, not the 不 of 不能提供."""
    return tokens[at].text in ("不", "没") and 0 < at < len(tokens) - 1 and tokens[at - 1].text == tokens[at + 1].text


def _words(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    for start in range(len(tokens)):
        if tokens[start].kind == "mark" or _asks_both_ways(tokens, start):
            continue
        spelled, ends = _spelled(tokens, start, lexicon.words.longest)
        for word in lexicon.words.beginning(spelled):
            if len(word) not in ends:
                continue
            end, written = ends[len(word)]
            senses = lexicon.words[word]
            listed = any(t.text == "、" for t in tokens[start:end])  # 强制、收费 is no 强制收费
            if not (listed and any(s.kind == "topic" for s in senses)):
                yield Mention(start, end, written, senses, word=word)


def _spelled(tokens: Sequence[Token], start: int, longest: int) -> tuple[str, dict[int, tuple[int, str]]]:
    """(what is written from `start` as it is looked up, its length after each token → where that token ends and what is written so far)."""
    spelled, written, ends = "", "", {}
    for end, parts in _windows(tokens, start, longest):
        spelled, written = joined(spelled, parts[-1]), written + parts[-1]
        if len(spelled) > longest:
            break
        ends[len(spelled)] = (end, written)
    return spelled, ends


def _windows(tokens: Sequence[Token], start: int, longest: int) -> Iterator[tuple[int, list[str]]]:
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


def _homophones(tokens: Sequence[Token], lexicon: Lexicon, gaps: frozenset[int]) -> Iterator[Mention]:
    for start in range(len(tokens)):
        if tokens[start].kind != "han":
            continue
        for end, parts in _windows(tokens, start, 8):
            if len(parts) < 2:
                continue
            if tokens[end - 1].kind != "han" or any(len(p) > 1 for p in parts):
                break
            if gaps.isdisjoint(range(start, end)):
                continue
            yield from _heard(start, end, "".join(parts), lexicon)


def _runs_on(slip: Mention, slips: Sequence[Mention], gaps: frozenset[int]) -> bool:
    """吃|饭了没 for 翻了没: a wrong first character that goes with one before it that nothing explains is no slip."""
    before = slip.start - 1
    return slip.text[:1] != slip.word[:1] and before in gaps and not any(m.start <= before < m.end for m in slips if m.end != slip.end)


def _misheard(heard: Iterable[Mention], chosen: Iterable[Mention]) -> Iterator[Mention]:
    """A word that is spelt right (滤纸) is no slip for a short other (率至), nor is a piece of it part of one."""
    words = [m for m in chosen if m.senses == (FOREIGN,)]
    for mention in heard:
        touched = [w for w in words if w.start < mention.end and mention.start < w.end]
        if all(mention.start <= w.start and w.end <= mention.end and mention.end - mention.start >= _SURE_SOUND for w in touched):
            yield mention


def _heard(start: int, end: int, written: str, lexicon: Lexicon) -> Iterator[Mention]:
    key = sound(written)
    for word in lexicon.heard.get(key) or [w for w in lexicon.blurred.get(blurred(key), ()) if not all(s.kind in _SMALL_KINDS for s in lexicon.words[w])]:
        same = sum(a == b for a, b in zip(word, written, strict=False))
        sure = not (written[0] in _NOT and written[1:] in lexicon.words)
        turned = any(w in _NOT and w != k for w, k in zip(written[1:], word[1:], strict=False))  # 拒不公开 is no 局部公开
        if word != written and sure and not turned and (same or len(word) > 2) and same * 3 >= len(word):
            yield Mention(start, end, written, lexicon.words[word], "homophone", word)


def _names(text: str, tokens: Sequence[Token], names: NameFinder) -> Iterator[Mention]:
    for hit in names(text):
        span = _span(tokens, hit.start, hit.end)
        if span:
            yield Mention(*span, hit.text, name=hit)


def _years(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    for start, end, years in find_years(text):
        span = _span(tokens, start, end)
        if span:
            yield Mention(*span, text[start:end], years=years)


def _span(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    inside = [i for i, t in enumerate(tokens) if t.start >= start and t.end <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def _gaps(chosen: Iterable[Mention], tokens: Sequence[Token]) -> frozenset[int]:
    covered = _covered(chosen)
    return frozenset(i for i, t in enumerate(tokens) if t.kind != "mark" and i not in covered)


def _best(candidates: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Weighted interval scheduling over tokens; of equals the first, or the one whose last word begins later."""
    ending: dict[int, list[Mention]] = {}
    for mention in candidates:
        ending.setdefault(mention.end, []).append(mention)
    best: list[float] = [0.0]
    taken: list[Mention | None] = [None]
    for end in range(1, len(tokens) + 1):
        best.append(best[end - 1])
        taken.append(None)
        for mention in ending.get(end, ()):
            worth = best[mention.start] + _worth(mention) - _LISTED * sum(t.text == "、" for t in tokens[mention.start : end])
            last = taken[end]
            if worth > best[end] + 1e-9 or (worth > best[end] - 1e-9 and last is not None and _cuts_later(mention, last)):
                best[end], taken[end] = worth, mention
    return _walk_back(taken)


def _cuts_later(mention: Mention, other: Mention) -> bool:
    """部分公开|合计 before 部分|公开合计: two words of the lexicon, the longer one first."""
    return mention.start > other.start and bool(mention.senses) and bool(other.senses)


def _walk_back(taken: Sequence[Mention | None]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    at = len(taken) - 1
    while at > 0:
        mention = taken[at]
        if mention is None:
            at -= 1
        else:
            found.append(mention)
            at = mention.start
    return tuple(reversed(found))


def _worth(mention: Mention) -> float:
    size = _size(mention.text)
    if mention.name is not None:
        return size * _NAME_WORTH - _COST
    if mention.years is not None:
        return size * (_YEAR_WORTH if mention.years.kind == "absolute" else _FILLER_WORTH) - _COST
    if mention.figure is not None:
        return max(size * 9 - _COST + 1, 1)
    per_character: float = _WORTH[mention.how]
    if mention.how == "homophone" and size < _SURE_SOUND:
        per_character = _FAINT_SOUND
    if mention.senses == (FOREIGN,):
        per_character = _FOREIGN_WORTH
    elif mention.how == "exact" and mention.kinds() <= {"filler"}:
        per_character = _FILLER_WORTH
    elif mention.how == "exact" and not any(s.strong for s in mention.senses):
        per_character = _WEAK_WORTH
    return size * per_character - (_CHEAP if mention.text in "的了" else _COST)


@lru_cache(maxsize=4096)
def _size(text: str) -> float:
    """Characters; four latin letters weigh as much as one and a half characters."""
    han = sum(1 for c in text if not c.isascii())
    return han + (len(text) - han) * 0.4
