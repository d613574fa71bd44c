"""The lines of a document as one text, for sentences that go over line ends, with the way back."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from index.flow import Line
from index.models import Place


@dataclass(frozen=True, slots=True)
class Stream:
    text: str  # normalised; a wrapped line is joined to the next, other lines end with "\n"
    lines: tuple[Line, ...]
    starts: tuple[int, ...]  # offset of each line in text

    def place_at(self, offset: int) -> Place:
        index = bisect_right(self.starts, offset) - 1
        return self.lines[index].place._replace(column=offset - self.starts[index])

    def printed(self, start: int, end: int) -> str:
        """The characters of the file where they can be told one by one, else the normalised ones."""
        index = bisect_right(self.starts, start) - 1
        line, begin = self.lines[index], start - self.starts[index]
        inside = end - self.starts[index] <= len(line.text)
        return line.as_printed(begin, begin + end - start) if inside else self.text[start:end]


def stream_of(lines: Sequence[Line]) -> Stream:
    followers = [*lines[1:], None]
    pieces = [line.text + ("" if _wraps(line, after) else "\n") for line, after in zip(lines, followers, strict=False)]
    starts = (0, *accumulate(map(len, pieces)))[: len(pieces)]
    return Stream("".join(pieces), tuple(lines), starts)


def _wraps(line: Line, after: Line | None) -> bool:
    """The line goes on in the next one: both in one paragraph, and no sentence ends here."""
    return after is not None and not after.first and line.text[-1] not in "。;:!?)\""
