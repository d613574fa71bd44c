"""The words of questions, loaded from data/lexicon/*.yaml and data/operations.yaml and checked there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from handlers.answering.words.dialects import DIALECT
from handlers.answering.words.english import ENGLISH
from handlers.answering.words.foreign import foreign_words
from handlers.answering.words.lookalikes import by_sound, nearly, shortened
from handlers.answering.words.needed import Pattern, Sieve, prepared
from handlers.answering.words.templates import expand
from handlers.answering.words.wordlist import Soundlist, Wordlist
from handlers.answering.words.written import spelling
from index import nouns
from index.data_files import read_yaml
from index.errors import WennianbaoError
from index.forms import load_forms
from index.nouns import common_nouns
from index.ready_made import cached
from index.text import list_number

DATA = Path(__file__).parents[3] / "data"
KINDS = {
    "rows": "row", "columns": "column", "facts": "fact", "details": "detail", "metrics": "metric",
    "topics": "topic", "filler": "filler", "function_words": "filler", "narration": "filler", "definitions": "definition", "sums": "row", "ambiguous": "ambiguous",
}
STRENGTHS = ("strong", "weak", "english")
_CODE = ("dialects", "english", "foreign", "lexicon", "lookalikes", "needed", "programs", "rewriting", "sounds", "templates", "wordlist", "written")
_FEW = 40  # wordings of a template that are as good as written out


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a wording may mean."""

    id: str  # "s3.result.denied", "@natural", ".decisions", "op.share", "filler"
    kind: str  # row | column | fact | detail | metric | topic | filler | definition | ambiguous | op | foreign
    strong: bool  # False: an everyday word that may lose to a strong one


FOREIGN = Sense("foreign", "foreign", True)  # a word of the language that names nothing here


@dataclass(frozen=True)
class Apart(Pattern):
    """What an operation looks like with other words between."""

    id: str  # "op.most"


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: Wordlist[tuple[Sense, ...]]  # spelling without punctuation, latin words apart by one space
    heard: Soundlist  # pinyin key → spellings
    blurred: Soundlist  # coarse pinyin key → spellings
    spelt: Soundlist  # pinyin without spaces → spellings
    near: Soundlist  # one character left out → spellings of terms written out in the data
    shortened: Soundlist  # one character left out → spellings of words that few others are written with
    concepts: Mapping[str, Mapping[str, Any]]  # id → entry as written, without its wordings
    patterns: Sieve[Apart]  # operations said with other words between
    whole: Sieve[Apart]  # those of them that speak of the whole message, whatever else it asks


class LexiconError(WennianbaoError, ValueError):
    """A data file that cannot be used: file, key, reason."""


@cache
def load_lexicon() -> Lexicon:
    """Every concept with its wordings. Raises LexiconError with file, key and reason."""
    files = [*(file for file, _ in _files()), DIALECT, ENGLISH, *sorted((DATA / "forms").glob("*.yaml"))]
    code = [Path(__file__).with_name(f"{name}.py") for name in _CODE]
    return cached("lexicon", [*files, *code, Path(nouns.__file__)], build_lexicon, Lexicon)


def build_lexicon() -> Lexicon:
    """The lexicon from its files."""
    found = _Gathered()
    for file, kind in _files():
        if kind != "ambiguous":
            found.take(file, kind)
    found.complete()
    senses = found.senses()
    for word, meanings in (r for file, kind in _files() if kind == "ambiguous" for r in _replacements(file)):
        senses[word] = (*meanings, *(s for s in senses.get(word, ()) if s.kind in ("op", "filler")))
    sounds = by_sound(senses)
    senses |= dict.fromkeys(list(foreign_words(common_nouns(), senses, sounds[1])), (FOREIGN,))
    words = Wordlist(senses)
    heard, coarse, spelt, near, cut = (Soundlist(table, words) for table in (*sounds, nearly(found.terms), shortened(found.few)))
    return Lexicon(words, heard, coarse, spelt, near, cut, found.concepts, _patterns(found.concepts), _patterns({key: entry for key, entry in found.concepts.items() if entry.get("whole")}))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the files say, as far as they are read."""

    concepts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    words: dict[str, dict[tuple[str, str], Sense]] = field(default_factory=lambda: defaultdict(dict))  # spelling → (id, kind) → sense
    terms: dict[str, None] = field(default_factory=dict)  # spellings written out in the data, in order
    few: dict[str, None] = field(default_factory=dict)  # spellings of templates that make few
    implied: list[tuple[str, Sense]] = field(default_factory=list)

    def take(self, file: Path, kind: str) -> None:
        for key, entry in _read(file).items():
            own = ("column" if key[0] in ".@" else "row") if file.stem == "sums" else kind
            identifier = f"def.{key}" if own == "definition" else str(entry.get("row", key))
            self.concepts.setdefault(identifier, {k: v for k, v in entry.items() if k not in (*STRENGTHS, "words")})
            self.implied.extend(_implied(file, key, entry))
            for wording, strong, siblings in _wordings(file, key, entry):
                self._add(wording, Sense(identifier, own, strong), siblings)

    def _add(self, wording: str, sense: Sense, siblings: int) -> None:
        if siblings == 1 and sense.kind not in ("filler", "op"):
            self.terms[wording] = None
        if siblings <= _FEW and sense.kind != "filler":
            self.few[wording] = None
        known = self.words[wording].get((sense.id, sense.kind))
        if known is None or (sense.strong and not known.strong):
            self.words[wording][sense.id, sense.kind] = sense

    def complete(self) -> None:
        """What the forms print, what is defined and what is implied; 年度 of an old form is first of all an everyday word."""
        for wording, sense in (*_printed_labels(), *_defined_rows(self.concepts, self.words), *self.implied):
            everyday = sense.kind == "column" and any(s.kind == "filler" for s in self.words[wording].values())
            self.words[wording].setdefault((sense.id, sense.kind), Sense(sense.id, sense.kind, False) if everyday else sense)
            self.terms[wording] = None

    def senses(self) -> dict[str, tuple[Sense, ...]]:
        return {word: tuple(found.values()) for word, found in self.words.items()}


def _implied(file: Path, key: str, entry: Mapping[str, Any]) -> Iterator[tuple[str, Sense]]:
    """Words of a row that name its column too, and the other way round: 败诉 is 行政诉讼 and 结果纠正."""
    for identifier, forms in (entry.get("implies") or {}).items():
        for wording, _, _ in _wordings(file, key, {"strong": forms}):
            yield wording, Sense(identifier, kind_of(identifier), True)


def _printed_labels() -> Iterator[tuple[str, Sense]]:
    """What the forms themselves call their rows and columns."""
    for form in load_forms().values():
        for table in form.tables:
            for row in (one for one in table.rows if not one.is_heading):
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


def _patterns(concepts: Mapping[str, Mapping[str, Any]]) -> Sieve[Apart]:
    """`pattern` of a concept: one, or a list of which any may fit, each a pattern of its own that a text may be without."""
    said = ((key, entry["pattern"]) for key, entry in concepts.items() if "pattern" in entry)
    return Sieve(Apart(*prepared(p), key) for key, patterns in said for p in ([patterns] if isinstance(patterns, str) else patterns))


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
