"""The words of questions, loaded from data/lexicon/*.yaml and data/operations.yaml and checked there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handlers.answering.sounds import blurred, sounds
from handlers.answering.templates import expand
from index.text import normalise

DATA = Path(__file__).parents[2] / "data"
KINDS = {
    "rows": "row", "columns": "column", "facts": "fact", "details": "detail", "metrics": "metric",
    "topics": "topic", "filler": "filler", "definitions": "definition", "ambiguous": "ambiguous",
}
STRENGTHS = ("strong", "weak", "english")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z]+|\d+|[^\Wa-z\d_]")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a wording may mean."""

    id: str  # "s3.result.denied", "@natural", ".decisions", "op.share", "filler"
    kind: str  # row | column | fact | detail | metric | topic | filler | definition | ambiguous | op
    strong: bool  # False: an everyday word that may lose to a strong one


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: Mapping[str, tuple[Sense, ...]]  # spelling without punctuation, latin words apart by one space
    heard: Mapping[str, tuple[str, ...]]  # pinyin key → spellings
    blurred: Mapping[str, tuple[str, ...]]  # coarse pinyin key → spellings
    spelt: Mapping[str, tuple[str, ...]]  # pinyin without spaces → spellings
    concepts: Mapping[str, Mapping[str, Any]]  # id → entry as written
    longest: int  # tokens of the longest spelling


class LexiconError(ValueError):
    """A data file that cannot be used: file, key, reason."""


def spelling(text: str) -> str:
    """A wording as it is looked up: characters joined, latin words and numbers apart by one space."""
    tokens = _WORD.findall(normalise(text).lower())
    return join(tokens)


def join(tokens: list[str]) -> str:
    """Tokens as one spelling."""
    out = ""
    for token in tokens:
        apart = out and out[-1].isascii() and token[0].isascii()
        out += f" {stem(token)}" if apart else stem(token)
    return out


def stem(word: str) -> str:
    """An English word without its plural s; everything else as it is."""
    if len(word) > 3 and word.isascii() and word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


@cache
def load_lexicon() -> Lexicon:
    """Every concept with its wordings. Raises LexiconError with file, key and reason."""
    concepts: dict[str, Mapping[str, Any]] = {}
    words: dict[str, dict[tuple[str, str], Sense]] = defaultdict(dict)
    for file, kind in _files():
        for key, entry in _read(file).items():
            identifier = f"def.{key}" if kind == "definition" else key
            concepts[identifier] = entry
            for wording, strong in _wordings(file, key, entry):
                known = words[wording].get((identifier, kind))
                if known is None or (strong and not known.strong):
                    words[wording][identifier, kind] = Sense(identifier, kind, strong)
    senses = {word: tuple(found.values()) for word, found in words.items()}
    heard, coarse, spelt = _sound_tables(senses)
    return Lexicon(senses, heard, coarse, spelt, concepts, max(_length(w) for w in senses))


def _files() -> Iterator[tuple[Path, str]]:
    yield DATA / "operations.yaml", "op"
    for name, kind in KINDS.items():
        path = DATA / "lexicon" / f"{name}.yaml"
        if path.exists():
            yield path, kind


def _read(file: Path) -> Mapping[str, Mapping[str, Any]]:
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(content, dict):
        raise LexiconError(f"{file.name}: a mapping of concepts is expected")
    for key, entry in content.items():
        if not isinstance(entry, (dict, list)):
            raise LexiconError(f"{file.name}: {key}: an entry with words is expected")
    return {k: e if isinstance(e, dict) else {"strong": e} for k, e in content.items()}


def _wordings(file: Path, key: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for strength in (*STRENGTHS, "words"):
        for template in _templates(entry.get(strength) or ()):
            try:
                wordings = expand(template)
            except ValueError as error:
                raise LexiconError(f"{file.name}: {key}: {error}") from error
            for wording in wordings:
                spelt = spelling(wording)
                if spelt:
                    yield spelt, strength != "weak"


def _templates(words: Any) -> list[str]:
    if isinstance(words, str):
        words = words.split("、")
    return [str(w).strip() for w in words if str(w).strip()]


def _length(word: str) -> int:
    return len(_WORD.findall(word))


_Table = dict[str, list[str]]


def _sound_tables(words: Mapping[str, tuple[Sense, ...]]) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    tables: tuple[_Table, _Table, _Table] = (defaultdict(list), defaultdict(list), defaultdict(list))
    for word in words:
        if len(word) < 2 or not all(_HAN.match(c) for c in word):
            continue
        for key in sounds(word):
            tables[0][key].append(word)
            tables[1][blurred(key)].append(word)
            tables[2][key.replace(" ", "")].append(word)
    return tuple({key: tuple(dict.fromkeys(found)) for key, found in table.items()} for table in tables)
