"""Lists of [regular expression, what is put for it] in data/: read and checked one way, laid over a text one way, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handlers.answering.words import needed, programs
from handlers.answering.words.needed import Pattern, Sieve, prepared
from index.data_files import read_yaml
from index.errors import InvalidData
from index.ready_made import cached


@dataclass(frozen=True)
class Rewriting(Pattern):
    """One line of such a list."""

    put: str  # \1 is the first group


def rewritings(file: Path, key: str = "patterns", ascii_only: bool = False) -> Sieve[Rewriting]:
    """The list under `key`, in its order; `ascii_only`: \\b and \\w know latin letters alone. Raises InvalidData with file, line of the list and remedy."""
    code, flags = [Path(module) for module in (__file__, needed.__file__, programs.__file__)], "(?a)" if ascii_only else ""
    return Sieve(cached(f"{file.stem}-{key}{'-latin' * ascii_only}", (file, *code), lambda: tuple(_read(file, key, flags)), tuple))


def _read(file: Path, key: str, flags: str) -> Iterator[Rewriting]:
    content = read_yaml(file)
    lines = content.get(key) if isinstance(content, dict) else None
    if not isinstance(lines, list):
        raise InvalidData(file.name, key, "a list is expected; write one line “- ['what is found', what is put for it]” for each")
    yield from (_line(file, f"{key}.{number}", flags, line) for number, line in enumerate(lines, 1))


def _line(file: Path, place: str, flags: str, line: Any) -> Rewriting:
    if not isinstance(line, list) or len(line) != 2:
        raise InvalidData(file.name, place, f"two entries are expected, not {line!r}; write “- ['what is found', what is put for it]”")
    written, put = flags + str(line[0]), str(line[1])
    try:
        re.compile(written).sub(put, "")
        return Rewriting(*prepared(written), put)
    except (re.error, IndexError) as error:
        raise InvalidData(file.name, place, f"no regular expression: {error}; look at the brackets and numbers of groups in {line!r}") from error


def rewritten(text: str, lines: Sieve[Rewriting], since: int = 0) -> str:
    """The text with every line from `since` on laid over it, one after the other."""
    for number, line in lines.fitting(text, since):
        after = line.pattern.sub(line.put, text)
        if after != text:
            return rewritten(after, lines, number + 1)
    return text
