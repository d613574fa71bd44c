"""Labels of a table without rules: lines of words that belong together, and which of them name a group of rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.readers.content import row_labels
from index.readers.pdf_lines import joint
from index.readers.pdf_words import Rules, Word
from index.text import label_key, list_number

_LINES, _WIDE = 1.0, 1.6  # of the height: the widest gap between two lines of one label, the same where no figure stands beside the second
_FULL = 1.7  # of the height: what a line that goes on in the next leaves free at most
_NUMBERED = 0.5  # share of labels with a list number from which one without goes on the label above


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one cell, line by line."""

    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        return self.words[0].top

    @property
    def bottom(self) -> float:
        return self.words[-1].bottom

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def number(self) -> str:
        return list_number(self.text)[0]

    @property
    def text(self) -> str:
        text = ""
        for word in self.words:
            text += joint(text, word.text) + word.text
        return text

    @property
    def is_named(self) -> bool:
        """It names a row although no figure stands beside it."""
        return bool(self.number) or label_key(self.text) in row_labels()


def labels_of(words: Sequence[Word], figures: Sequence[float], rules: Rules) -> list[Label]:
    """`words` left of the figures, from top to bottom; `figures`: middles of the lines of figures."""
    numbered = sum(bool(list_number(word.text)[0]) for word in words)
    beside = sum(any(word.top <= y <= word.bottom for y in figures) for word in words)
    maker = _Maker(figures, rules, numbered >= _NUMBERED * max(beside, 1), max((word.x1 for word in words), default=0.0))
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        maker.add(word)
    return [Label(tuple(held)) for held in maker.found]


class _Maker:
    def __init__(self, figures: Sequence[float], rules: Rules, numbered: bool, right: float) -> None:
        self.figures, self.rules, self.numbered, self.right = figures, rules, numbered, right
        self.found: list[list[Word]] = []

    def add(self, word: Word) -> None:
        above = [held for held in self.found if held[-1].x0 < word.x1 and word.x0 < held[-1].x1 and held[-1].middle < word.top]
        nearest = max(above, key=lambda held: held[-1].bottom, default=None)
        if nearest is not None and self.goes_on(nearest, word):
            nearest.append(word)
        else:
            self.found.append([word])

    def goes_on(self, held: Sequence[Word], word: Word) -> bool:
        above = held[-1]
        most = _LINES if self.has_figures(word) or not self.numbered else _WIDE
        near = word.top - above.bottom <= most * word.height and abs(word.height - above.height) <= 0.2 * word.height
        if not near or list_number(word.text)[0] or self.rules.parts(above, word):
            return False
        if any(map(self.has_figures, held)) and self.has_figures(word):
            return False
        if self.numbered or len(above.text) == len(word.text) == 1:
            return True
        return self.right - above.x1 <= _FULL * word.height and label_key("".join(one.text for one in held)) not in row_labels()

    def has_figures(self, word: Word) -> bool:
        return any(word.top <= y <= word.bottom for y in self.figures)


def owner_of(y: float, labels: Sequence[Label]) -> Label | None:
    """The label beside a line of figures: the innermost of those that reach over it."""
    beside = [label for label in labels if label.top - 1 <= y <= label.bottom + 1]
    return max(beside, key=lambda label: label.x0, default=None)


def groups_in(labels: Sequence[Label], owners: Sequence[Label]) -> list[Label]:
    """Labels without figures of their own that stand beside the labels of several rows."""
    rows = sorted(owners, key=lambda label: label.top)
    gaps = [below.top - above.bottom for above, below in pairwise(rows)]
    slack = max(0.5 * median(gaps), 0.0) + 1 if gaps else 1.0
    return whole([label for label in labels if label not in owners and any(is_beside(label, other, slack) for other in labels)])


def whole(groups: Sequence[Label]) -> list[Label]:
    """A label without a list number goes on the one above it, as characters of an upright label do."""
    found: list[Label] = []
    for group in sorted(groups, key=lambda group: group.top):
        above = [n for n, one in enumerate(found) if one.x0 < group.x1 and group.x0 < one.x1]
        if above and not group.number:
            found[above[-1]] = Label((*found[above[-1]].words, *group.words))
        else:
            found.append(group)
    return found


def is_beside(label: Label, other: Label, slack: float) -> bool:
    right = other.x0 >= label.x1 - 0.5 * label.words[0].height
    return other is not label and right and label.top - slack < other.bottom and other.top < label.bottom + slack


def first_rows(groups: Sequence[Label], rows: Sequence[Label]) -> Iterator[tuple[int, Label]]:
    """(row, group) for every group: the row with the first number of those it stands beside."""
    for group in groups:
        right = [n for n, row in enumerate(rows) if row.x0 >= group.x1 - 0.5 * group.words[0].height]
        middle = (group.top + group.bottom) / 2
        at = max((n for n in right if rows[n].top <= middle), default=min(right, default=0))
        first = "(一)" if group.number.endswith("、") else "1."
        yield max((n for n in right if n <= at and rows[n].number == first), default=at), group


def is_heading(text: str) -> bool:
    """Of a section, not (the beginning of) the label of a row: 四、行政复议、行政诉讼情况."""
    key = label_key(text)
    return list_number(text)[0].endswith("、") and not any(label.startswith(key) for label in row_labels())
