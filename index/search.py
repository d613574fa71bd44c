"""What is written to and asked of the full-text index: jieba words and pairs of characters.

A passage is indexed twice: as words (what ranks) and as overlapping pairs of characters (what finds everything).
A question is never segmented: every short run of its characters is offered, and the runs that are words of the
index match. So asking needs no dictionary, and the same question asks the same in every process.
"""

import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from index.forms import load_forms
from index.models import Section
from index.text import kept, normalise

if TYPE_CHECKING:
    import jieba

RULES = 2  # raise when words(), pairs() or passages() come to give something else
LONG_PASSAGE = 300  # characters; longer paragraphs are cut at sentence ends
LONGEST_WORD = 8  # characters; no longer run of a question is looked up as a word
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_RUN = re.compile(rf"[{_HAN}]+|[0-9a-z]+(?:\.[0-9]+)*")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_CLAUSE = re.compile(r"[^\s，。；、：:;《》（）()“”\"]+")
_SENTENCE = re.compile(r"[^。；!?！？\n]*[。；!?！？\n]?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section, ready for the index."""

    section: int  # 0-based place of its section in the report
    paragraph: int  # 0-based place of its paragraph in the section
    text: str  # as printed
    words: str  # jieba words, spaces between
    pairs: str  # pairs of characters, spaces between


# ---------------------------------------------------------------- into the index

def passages(sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Every passage of a report in order; the passages of one paragraph, joined, are the paragraph."""
    return tuple(
        Passage(number, paragraph, piece, _words(plain := _plain(piece)), _pairs(plain))
        for number, section in enumerate(sections)
        for paragraph, text in enumerate(section.paragraphs)
        for piece in pieces(text)
    )


def pieces(paragraph: str) -> list[str]:
    """The paragraph, cut after sentences where it is longer than LONG_PASSAGE."""
    if len(paragraph) <= LONG_PASSAGE:
        return [paragraph]
    found = [""]
    for sentence in _SENTENCE.findall(paragraph):
        if found[-1] and len(found[-1]) + len(sentence) > LONG_PASSAGE:
            found.append("")
        found[-1] += sentence
    return found


def words(text: str) -> str:
    """Words of the segmenter in search mode, spaces between; those of one character are left to pairs()."""
    return _words(_plain(text))


def pairs(text: str) -> str:
    """"行政复议 12 件" → "行政 政复 复议 12 件"."""
    return _pairs(_plain(text))


@cache
def segmenter_id() -> str:
    """Name and dictionary hash of the segmenter; an index made by another one is made anew."""
    dictionary = hashlib.sha256("\n".join(_own_words()).encode()).hexdigest()[:16]
    return f"jieba {version('jieba')} rules {RULES} words {dictionary}"


@cache
def segmenter() -> "jieba.Tokenizer":
    """A tokenizer of our own: the form's labels are words, and nobody else's cache file is read."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42 has invalid escapes and asks for pkg_resources
        import jieba
    jieba.setLogLevel(logging.CRITICAL)  # a cache that cannot be written is no news
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(_cache_folder())
    for word in _own_words():
        tokenizer.add_word(word)
    return tokenizer


def _own_words() -> list[str]:
    """Labels of every form and their variants, as runs of characters."""
    tables = [table for form in load_forms().values() for table in form.tables]
    named = [(row.label, *row.variants) for table in tables for row in table.rows]
    named += [(column.label, *column.variants) for table in tables for column in table.columns]
    runs = {run for labels in named for label in labels for run in _RUN.findall(_plain(label))}
    return sorted(run for run in runs if 2 <= len(run) <= LONGEST_WORD and not run[0].isascii())


def _cache_folder() -> Path:
    """Writable by this user alone; without a home, a folder that only lives as long as this process does."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    folder = Path(home) / "wennianbao"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder
    except OSError:
        return Path(_scratch().name)


@cache
def _scratch() -> "tempfile.TemporaryDirectory[str]":
    """Gone when the process ends."""
    return tempfile.TemporaryDirectory(prefix="wennianbao-")


# ---------------------------------------------------------------- out of the index

def every_word(asked: str) -> str:
    """FTS5 expression: passages that hold every word asked for (blanks between words), to the letter. '' for none."""
    phrases = [_quoted(pairs(word)) for word in asked.split()]
    return " AND ".join(f"pairs : {phrase}" for phrase in phrases if phrase != '""')


def any_word(asked: str) -> str:
    """FTS5 expression: passages that share a word of the index with what is asked. '' for none."""
    found = sorted(set(_candidates(asked)))
    return f"words : ({' OR '.join(map(_quoted, found))})" if found else ""


def rank(asked: str, texts: Sequence[str], limit: int) -> list[int]:
    """Places of the texts that share most pairs with what is asked, best first; texts that share none are left out.

    A pair counts less the more texts hold it; equal scores keep the order of the texts.
    """
    wanted = sorted(set(pairs(asked).split()))
    held = [set(pairs(text).split()) for text in texts]
    weight = {pair: 1000 // n for pair in wanted if (n := sum(pair in text for text in held))}
    scores = [sum(weight[pair] for pair in weight if pair in text) for text in held]
    best = sorted((-score, place) for place, score in enumerate(scores) if score)
    return [place for _, place in best[:limit]]


def _candidates(asked: str) -> Iterator[str]:
    """Every run of 2 to LONGEST_WORD characters of what is asked; figures and Latin words whole."""
    for run in _RUN.findall(_plain(asked)[:200]):
        if run[0].isascii():
            yield run
        for start in range(len(run) - 1):
            yield from (run[start:end] for end in range(start + 2, min(len(run), start + LONGEST_WORD) + 1))


def _words(plain: str) -> str:
    return " ".join(filter(None, map(_words_of, _CLAUSE.findall(plain))))


@kept
def _words_of(clause: str) -> str:
    """Offices share many clauses: 根据《中华人民共和国政府信息公开条例》. No word goes over their borders."""
    found = segmenter().cut_for_search(clause, HMM=False)  # guessed words cost a third more and nobody asks for them
    return " ".join(word for word in found if len(word) > 1 and _RUN.search(word))


def _pairs(plain: str) -> str:
    return " ".join(pair for run in _RUN.findall(plain) for pair in _pairs_of(run))


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", normalise(text)).lower()


def _pairs_of(run: str) -> Iterable[str]:
    if run[0].isascii() or len(run) == 1:
        return (run,)
    return (run[i:i + 2] for i in range(len(run) - 1))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'
