"""The words of questions, loaded from data/lexicon/*.yaml and data/operations.yaml and checked there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handlers.answering import dialects, english, foreign, needed, rewriting, sounds, templates, wordlist, written
from handlers.answering.dialects import DIALECT
from handlers.answering.english import ENGLISH
from handlers.answering.foreign import foreign_words
from handlers.answering.needed import Pattern, needs_of
from handlers.answering.sounds import blurred, sound
from handlers.answering.templates import expand
from handlers.answering.wordlist import Soundlist, Wordlist
from handlers.answering.written import spelling
from index import nouns
from index.data_files import read_yaml
from index.forms import load_forms
from index.nouns import common_nouns
from index.ready_made import cached
from index.text import list_number

DATA = Path(__file__).parents[2] / "data"
KINDS = {
    "rows": "row", "columns": "column", "facts": "fact", "details": "detail", "metrics": "metric",
    "topics": "topic", "filler": "filler", "function_words": "filler", "narration": "filler", "definitions": "definition", "sums": "row", "ambiguous": "ambiguous",
}
STRENGTHS = ("strong", "weak", "english")
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a wording may mean."""

    id: str  # "s3.result.denied", "@natural", ".decisions", "op.share", "filler"
    kind: str  # row | column | fact | detail | metric | topic | filler | definition | ambiguous | op | foreign
    strong: bool  # False: an everyday word that may lose to a strong one


FOREIGN = Sense("foreign", "foreign", True)  # a word of the language that names nothing here


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: Wordlist[tuple[Sense, ...]]  # spelling without punctuation, latin words apart by one space
    heard: Soundlist  # pinyin key → spellings
    blurred: Soundlist  # coarse pinyin key → spellings
    spelt: Soundlist  # pinyin without spaces → spellings
    near: Soundlist  # one character left out → spellings of terms written out in the data
    shortened: Soundlist  # one character left out → spellings of words that few others are written with
    concepts: Mapping[str, Mapping[str, Any]]  # id → entry as written, without its wordings
    patterns: tuple[tuple[str, Pattern], ...]  # operation → what it looks like with other words between


class LexiconError(ValueError):
    """A data file that cannot be used: file, key, reason."""


@cache
def load_lexicon() -> Lexicon:
    """Every concept with its wordings. Raises LexiconError with file, key and reason."""
    files = [*(file for file, _ in _files()), DIALECT, ENGLISH, *sorted((DATA / "forms").glob("*.yaml"))]
    code = [Path(module.__file__ or "") for module in (dialects, english, foreign, needed, nouns, rewriting, sounds, templates, wordlist, written)]
    return cached("lexicon", [*files, Path(__file__), *code], build_lexicon, Lexicon)


def build_lexicon() -> Lexicon:
    """The lexicon from its files."""
    concepts: dict[str, Mapping[str, Any]] = {}
    words: dict[str, dict[tuple[str, str], Sense]] = defaultdict(dict)
    terms: dict[str, None] = {}
    short: dict[str, None] = {}
    implied: list[tuple[str, Sense]] = []
    replaced: dict[str, tuple[Sense, ...]] = {}
    for file, kind in _files():
        if kind == "ambiguous":
            replaced = dict(_replacements(file))
            continue
        for key, entry in _read(file).items():
            kind = ("column" if key[0] in ".@" else "row") if file.stem == "sums" else kind
            identifier = f"def.{key}" if kind == "definition" else str(entry.get("row", key))
            concepts.setdefault(identifier, {k: v for k, v in entry.items() if k not in (*STRENGTHS, "words")})
            implied += _implied(file, key, entry)
            for wording, strong, siblings in _wordings(file, key, entry):
                if siblings == 1 and kind not in ("filler", "op"):
                    terms[wording] = None
                if siblings <= _FEW and kind != "filler":
                    short[wording] = None
                known = words[wording].get((identifier, kind))
                if known is None or (strong and not known.strong):
                    words[wording][identifier, kind] = Sense(identifier, kind, strong)
    for wording, sense in (*_printed_labels(), *_defined_rows(concepts, words), *implied):
        if sense.kind == "column" and any(s.kind == "filler" for s in words[wording].values()):  # 年度 of an old form is first of all an everyday word
            sense = Sense(sense.id, sense.kind, False)
        words[wording].setdefault((sense.id, sense.kind), sense)
        terms[wording] = None
    senses = {word: tuple(found.values()) for word, found in words.items()}
    for word, meanings in replaced.items():
        senses[word] = (*meanings, *(s for s in senses.get(word, ()) if s.kind in ("op", "filler")))
    sounds_of = _sound_tables(senses)
    senses |= dict.fromkeys(list(foreign_words(common_nouns(), senses, sounds_of[1])), (FOREIGN,))
    known_words = Wordlist(senses)
    heard, coarse, spelt, near, shortened = (Soundlist(table, known_words) for table in (*sounds_of, _near_table(terms), _shortened(short)))
    return Lexicon(known_words, heard, coarse, spelt, near, shortened, concepts, _patterns(concepts))


def _implied(file: Path, key: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    """Words of a row that name its column too, and the other way round: 败诉 is 行政诉讼 and 结果纠正."""
    for identifier, forms in (entry.get("implies") or {}).items():
        for wording, _, _ in _wordings(file, key, {"strong": forms}):
            yield wording, Sense(identifier, kind_of(identifier), True)


def _printed_labels() -> Iterator[tuple[str, Sense]]:
    """What the forms themselves call their rows and columns."""
    for form in load_forms().values():
        for table in form.tables:
            for row in table.rows:
                for label in (row.label, *row.variants):
                    yield spelling(list_number(label)[1]), Sense(row.id, "row", True)
            for column in table.columns:
                mark = "@" if "@" in table.cell else "."
                for label in (column.label, *column.variants):
                    yield spelling(list_number(label)[1]), Sense(mark + column.id, "column", True)


def _defined_rows(concepts: Mapping[str, Mapping[str, Any]], words: Mapping[str, Mapping[tuple[str, str], Sense]]) -> list[tuple[str, Sense]]:
    """The wordings of a definition also name the row or column that it defines."""
    found = []
    for wording, senses in words.items():
        for identifier, kind in senses:
            key = identifier.removeprefix("def.")
            if kind == "definition" and key in concepts:
                found.append((wording, Sense(key, kind_of(key), True)))
    return found


def kind_of(identifier: str) -> str:
    """What a row, column, figure of the prose, rate or detail is, told from its id."""
    if identifier[0] in ".@":
        return "column"
    return {"n": "fact", "d": "metric", "meta": "detail"}.get(identifier.split(".")[0], "row")


def _patterns(concepts: Mapping[str, Mapping[str, Any]]) -> tuple[tuple[str, Pattern], ...]:
    """`pattern` of a concept: one, or a list of which any may fit."""
    said = ((key, entry["pattern"]) for key, entry in concepts.items() if "pattern" in entry)
    written = ((key, p if isinstance(p, str) else "|".join(p)) for key, p in said)
    return tuple((key, Pattern(p, needs_of(p))) for key, p in written)


def _replacements(file: Path) -> Iterator[tuple[str, tuple[Sense, ...]]]:
    """Words that mean several things, each meaning an everyday one."""
    for key, entry in _read(file).items():
        senses = tuple(Sense(m, "column" if m[0] in ".@" else "fact" if m.startswith("n.") else "row", False) for m in entry["means"])
        for wording, _, _ in _wordings(file, key, entry):
            yield wording, senses


def _files() -> Iterator[tuple[Path, str]]:
    yield DATA / "operations.yaml", "op"
    for name, kind in KINDS.items():
        path = DATA / "lexicon" / f"{name}.yaml"
        if path.exists():
            yield path, kind


def _read(file: Path) -> Mapping[str, Mapping[str, Any]]:
    content = read_yaml(file)
    if not isinstance(content, dict):
        raise LexiconError(f"{file.name}: a mapping of concepts is expected")
    for key, entry in content.items():
        if not isinstance(entry, (dict, list)):
            raise LexiconError(f"{file.name}: {key}: an entry with words is expected")
    return {k: e if isinstance(e, dict) else {"strong": e} for k, e in content.items()}


def _wordings(file: Path, key: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, bool, int]]:
    """(spelling, whether it is a strong one, how many wordings its template has)."""
    for strength in (*STRENGTHS, "words"):
        for template in _templates(entry.get(strength) or ()):
            try:
                wordings = expand(template)
            except ValueError as error:
                raise LexiconError(f"{file.name}: {key}: {error}") from error
            for wording in wordings:
                spelt = spelling(wording)
                if spelt:
                    yield spelt, strength != "weak", len(wordings)


def _templates(words: Any) -> list[str]:
    if isinstance(words, str):
        words = words.split("、")
    return [str(w).strip() for w in words if str(w).strip()]


_Table = dict[str, list[str]]
_HEARD_KINDS = frozenset({"row", "column", "fact", "metric", "detail", "definition", "op", "filler"})
_LONGEST_HEARD = 8  # characters; longer wordings are made of shorter ones
_SHORTEST_NEAR = 4
_SHORTEST_CUT = 3  # characters of a word that is known without one of them
_FEW = 40  # wordings of a template that are as good as written out


def _sound_tables(words: Mapping[str, tuple[Sense, ...]]) -> tuple[_Table, _Table, _Table]:
    """(by sound, by coarse sound, by pinyin without spaces)."""
    tables: tuple[_Table, _Table, _Table] = ({}, {}, {})
    for word, senses in words.items():
        if len(word) > _LONGEST_HEARD or not all(map(_HAN.match, word)):
            continue
        key = sound(word)
        if not all(s.kind == "topic" for s in senses):
            tables[2].setdefault(key.replace(" ", ""), []).append(word)
        if len(word) > 1 and any(s.kind in _HEARD_KINDS for s in senses):
            tables[0].setdefault(key, []).append(word)
            tables[1].setdefault(blurred(key), []).append(word)
    return tables


def _near_table(plain: Iterable[str]) -> _Table:
    """Spelling with one character left out → spellings: two that differ by one character share a key."""
    table: _Table = {}
    for word in plain:
        if len(word) >= _SHORTEST_NEAR + word.isascii():
            for key in near_keys(word):
                table.setdefault(key, []).append(word)
    return table


def _shortened(words: Iterable[str]) -> _Table:
    """Spelling without one of its characters → the words: 自人 → 自然人."""
    table: _Table = {}
    for word in words:
        if _SHORTEST_CUT <= len(word) <= _LONGEST_HEARD and all(map(_HAN.match, word)):
            for key in near_keys(word) - {word}:
                table.setdefault(key, []).append(word)
    return table


def near_keys(word: str) -> set[str]:
    """The word and all ways to leave one character out."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
