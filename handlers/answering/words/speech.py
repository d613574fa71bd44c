"""How people say things where single words do not tell: the entries of data/speech/*.yaml, one way to look each up in a text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from handlers.answering.words import programs
from handlers.answering.words.programs import Program, program_of
from index.data_files import DATA, read_yaml
from index.errors import InvalidData
from index.ready_made import cached

FOLDER = DATA / "speech"
WORD = "word"  # <word> stands for a word of the question
_ANY = "ꙮ"  # what stands for it in a pattern and a text: a letter of no word
_PIECE = re.compile(r"(?<!\(\?P)<([a-z_]+)>")  # no (?P<name>
_SIGNS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)", re.DOTALL)
_PLAIN = re.compile(r"[\w ]+")


@dataclass(frozen=True)
class Saying:
    """Wordings of which one has to be found; loaded when first looked for."""

    program: Program  # _ANY for <word>
    words: frozenset[str]  # the wordings when all are plain words, else none

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return self.program.loaded()

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        return self.pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.pattern.fullmatch(text)

    def findall(self, text: str) -> list[Any]:
        return self.pattern.findall(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text)

    def said_of(self, word: str, text: str) -> bool:
        """Whether the text says so of the word."""
        return self.pattern.search(text.replace(word, _ANY)) is not None


def saying(place: str) -> Saying:
    """The entry "file.key". Raises InvalidData when it is missing or a file is faulty."""
    file, _, key = place.partition(".")
    if place not in load_speech():
        raise InvalidData(f"{file}.yaml", key, "missing; write “key: [wording, …]”")
    return load_speech()[place]


def words(place: str) -> frozenset[str]:
    """The plain words of the entry "file.key"."""
    found = saying(place).words
    if not found:
        file, _, key = place.partition(".")
        raise InvalidData(f"{file}.yaml", key, "plain words are expected; leave out | ( ) [ ] ?")
    return found


@cache
def load_speech() -> Mapping[str, Saying]:
    """"file.key" → entry, of all files. Raises InvalidData with file, key and remedy."""
    files = sorted(FOLDER.glob("*.yaml"))
    return cached("speech", (*files, Path(__file__), Path(programs.__file__)), lambda: {f"{file.stem}.{key}": entry for file in files for key, entry in read_speech(file)}, dict)


def read_speech(file: Path) -> Iterator[tuple[str, Saying]]:
    """The entries of one file; each may use those before it as <name>."""
    content = read_yaml(file)
    if not isinstance(content, dict):
        raise InvalidData(file.name, "", "a mapping is expected; write “key: [wording, …]” for each entry")
    pieces = {WORD: _ANY}
    for key, entry in content.items():
        wordings = entry if isinstance(entry, list) else [entry]
        if not wordings or not all(isinstance(w, str) and w for w in wordings):
            raise InvalidData(file.name, str(key), "text is expected; put each wording between '…'")
        program = _program(file, key, "|".join(wordings), pieces)
        pieces[key] = f"(?:{program.written})"
        yield key, Saying(program, frozenset(wordings) if all(map(_PLAIN.fullmatch, wordings)) else frozenset())


def _program(file: Path, key: str, wording: str, pieces: Mapping[str, str]) -> Program:
    """As a regular expression: pieces filled in, (a|b) no group that is kept."""
    for name in _PIECE.findall(wording):
        if name not in pieces:
            raise InvalidData(file.name, key, f"<{name}> is not known; write the entry {name} above this one")
    bare = _SIGNS.sub(lambda sign: "(?:" if sign[0] == "(" else sign[0], wording)
    try:
        return program_of(_PIECE.sub(lambda piece: pieces[piece[1]], bare))
    except re.error as error:
        raise InvalidData(file.name, key, f"no regular expression: {error}; look at the brackets in {wording!r}") from error
