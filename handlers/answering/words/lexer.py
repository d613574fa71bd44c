"""Question → mentions: every stretch that the lexicon, the calendar or the list of agencies knows, best cover first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from handlers.answering.words.figures import find_figures, short_years_of_persons
from handlers.answering.words.hearing import SURE_SOUND, misheard, runs_on, small_words
from handlers.answering.words.lexicon import FOREIGN, Lexicon
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.shapes import shaped
from handlers.answering.words.spelling import form_candidates, latin_candidates, near_candidates
from handlers.answering.words.times import find_years
from handlers.answering.words.tokens import LOOSE
from handlers.answering.words.written import joined
from index.vocabulary import NameHit

NameFinder = Callable[[str], Sequence[NameHit]]

# What a mention is worth per character, so that the cover with the most and the surest words wins.
_FAINT_SOUND = 7.5  # what a homophone is worth that may be by chance
_WORTH = {"exact": 10, "homophone": 9, "pinyin": 9, "near": 6, "form": 8}
_FILLER_WORTH = 8
_WEAK_WORTH = 9.5
_FOREIGN_WORTH = 7.99  # fillers of the same reach go first
_COST = 5  # per mention: one long wording beats two short ones
_CHEAP = 3  # per particle: 没给答复|的 is rather meant than 没给|答复的
_BESIDE_WORDS = frozenset("的了")
_LISTED = 4  # per 、 inside: 办结、转到 is rather two words than 结转
_NAME_WORTH = 14
_YEAR_WORTH = 11


def cover(text: str, tokens: Sequence[Token], lexicon: Lexicon, names: NameFinder) -> tuple[Mention, ...]:
    """Mentions that do not overlap, in order, chosen for the highest total worth."""
    candidates = [*_words(tokens, lexicon), *_names(text, tokens, names), *_years(text, tokens), *find_figures(tokens)]
    candidates += list(short_years_of_persons(tokens, [m.end for m in candidates if m.name]))
    candidates += list(shaped(text, tokens, candidates))
    worths = _worths(candidates, tokens)
    chosen = _best(candidates, worths, len(tokens))
    gaps = gaps_of(chosen, tokens)
    if gaps or small_words(chosen):
        slips = [*misheard(tokens, lexicon, gaps, chosen), *near_candidates(tokens, lexicon, gaps)]
        others = [*(m for m in slips if not runs_on(m, slips, gaps)), *latin_candidates(tokens, lexicon, gaps), *form_candidates(tokens, lexicon, gaps)]
        if others:
            chosen = _best([*candidates, *others], [*worths, *_worths(others, tokens)], len(tokens))
    return chosen


def unexplained(mentions: Iterable[Mention], tokens: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """Runs of characters or words from `start` to `end` that no mention covers, marks left out."""
    covered = _covered(mentions)
    runs: list[str] = []
    previous = -2
    for i in range(start, end):
        token = tokens[i]
        if i in covered or token.kind == "mark":
            continue
        if i == previous + 1 and runs and token.kind == "han" and tokens[previous].kind == "han":
            runs[-1] += token.text
        else:
            runs.append(token.text)
        previous = i
    return tuple(runs)


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(i for m in mentions if m.senses != (FOREIGN,) for i in range(m.start, m.end))


def _asking_both_ways(tokens: Sequence[Token]) -> frozenset[int]:
    """The 不 of 能不能提供: a question, not the 不 of 不能提供."""
    return frozenset(at for at in range(1, len(tokens) - 1) if tokens[at].text in ("不", "没") and tokens[at - 1].text == tokens[at + 1].text)


def _within_how_much(tokens: Sequence[Token]) -> frozenset[int]:
    """得多 of 加起来得多少, 少 of 多少: no word begins or ends there."""
    return frozenset(at for at in range(1, len(tokens)) if tokens[at].text == "少" and tokens[at - 1].text == "多")


def _words(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    uncut = _within_how_much(tokens)
    closed = uncut | _asking_both_ways(tokens)
    texts = [t.text for t in tokens]
    for run in _runs(tokens):
        spelled, begins, ends = _spelled(run, tokens)
        for start, at in begins.items():
            for word, senses in lexicon.words.meant(spelled[at : at + lexicon.words.longest]) if start not in closed else ():
                end = ends.get(at + len(word))
                if end is None or end in uncut:
                    continue
                said = texts[start:end]
                if not LOOSE.isdisjoint(said):
                    if "、" in said and any(s.kind == "topic" for s in senses):
                        continue  # 强制、收费 is no 强制收费
                    said = [text for text in said if text not in LOOSE]
                yield Mention(start, end, "".join(said), senses, word=word)


def _runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Stretches between firm marks: the tokens that are no marks themselves."""
    run: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind != "mark":
            run.append(i)
        elif token.text not in LOOSE:
            yield run
            run = []
    yield run


def _spelled(run: Sequence[int], tokens: Sequence[Token]) -> tuple[str, dict[int, int], dict[int, int]]:
    """(what is written as it is looked up, token → where it begins there, where a token ends there → the token after it)."""
    spelled, begins, ends = [""], {}, {}
    at = 0
    for i in run:
        last = spelled[-1][-1:]
        spelled.append(joined(last, tokens[i].text)[len(last) :])
        begins[i] = at + (spelled[-1][0] == " ")
        at += len(spelled[-1])
        ends[at] = i + 1
    return "".join(spelled), begins, ends


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


def gaps_of(chosen: Iterable[Mention], tokens: Sequence[Token]) -> frozenset[int]:
    """Tokens that no mention explains, marks left out."""
    covered = _covered(chosen)
    return frozenset(i for i, t in enumerate(tokens) if t.kind != "mark" and i not in covered)


def _worths(candidates: Sequence[Mention], tokens: Sequence[Token]) -> list[float]:
    """What each is worth where it stands."""
    listing = [i for i, t in enumerate(tokens) if t.text == "、"]
    worths = [_worth(m) for m in candidates]
    return [worth - _LISTED * sum(m.start <= i < m.end for i in listing) for m, worth in zip(candidates, worths, strict=True)] if listing else worths


def _best(candidates: Sequence[Mention], worths: Sequence[float], size: int) -> tuple[Mention, ...]:
    """Weighted interval scheduling over that many tokens; of equals the first, or the one whose last word begins later."""
    ending: dict[int, list[tuple[Mention, float]]] = {}
    for mention, own in zip(candidates, worths, strict=True):
        ending.setdefault(mention.end, []).append((mention, own))
    best: list[float] = [0.0]
    taken: list[Mention | None] = [None]
    for end in range(1, size + 1):
        best.append(best[end - 1])
        taken.append(None)
        for mention, own in ending.get(end, ()):
            worth = best[mention.start] + own
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
    if mention.how == "homophone" and size < SURE_SOUND:
        per_character = _FAINT_SOUND
    if mention.senses == (FOREIGN,):
        per_character = _FOREIGN_WORTH
    elif mention.how == "exact" and mention.kinds() <= {"filler"}:
        per_character = _FILLER_WORTH
    elif mention.how == "exact" and not any(s.strong for s in mention.senses):
        per_character = _WEAK_WORTH
    return size * per_character - (_CHEAP if mention.text in _BESIDE_WORDS else _COST)


@lru_cache(maxsize=4096)
def _size(text: str) -> float:
    """Characters; four latin letters weigh as much as one and a half characters."""
    han = sum(1 for c in text if not c.isascii())
    return han + (len(text) - han) * 0.4
