"""Regular expressions compiled when data/ is read and kept with the tables made from it: compiling one takes longer than answering a question."""

import _sre  # type: ignore[import-not-found]
import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Program:
    """What the engine of this version of Python runs; the cache is another one for every version."""

    written: str
    flags: int
    code: bytes  # unsigned machine integers
    groups: int
    named: Mapping[str, int]

    def loaded(self) -> re.Pattern[str]:
        """The pattern, at a fiftieth of the cost of compiling it."""
        numbered = [None, *({at: name for name, at in self.named.items()}.get(n) for n in range(1, self.groups + 1))]
        found: re.Pattern[str] = _sre.compile(self.written, self.flags, array("I", self.code).tolist(), self.groups, self.named, tuple(numbered))
        return found


def program_of(written: str) -> Program:
    """The pattern as a program. Raises re.error for one that is none."""
    parsed = parser.parse(written)
    code = array("I", compiler._code(parsed, 0))
    return Program(written, parsed.state.flags, code.tobytes(), parsed.state.groups - 1, dict(parsed.state.groupdict))
