"""Hundreds of thousands of wordings in a few megabytes: spellings in a trie, numbers beside it for what they stand for."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from marisa_trie import Trie

V = TypeVar("V")


class Wordlist(Mapping[str, V]):
    """Spelling → what it stands for; few different things stand behind many spellings."""

    def __init__(self, entries: Mapping[str, V]) -> None:
        self.spellings = Trie(entries)
        self.longest = max(map(len, entries), default=0)  # characters
        numbers = {value: number for number, value in enumerate(dict.fromkeys(entries.values()))}
        self._values: Sequence[V] = tuple(numbers)
        self._numbers = array("I", (numbers[entries[self.spellings.restore_key(i)]] for i in range(len(entries))))

    def __getitem__(self, spelling: str) -> V:
        number: int = self._numbers[self.spellings[spelling]]
        return self._values[number]

    def __contains__(self, spelling: object) -> bool:
        return spelling in self.spellings

    def __iter__(self) -> Iterator[str]:
        return iter(self.spellings.iterkeys())

    def __len__(self) -> int:
        return len(self._numbers)

    def beginning(self, text: str) -> list[str]:
        """Every spelling that the text begins with, shortest first."""
        return list(self.spellings.prefixes(text))

    def meant(self, text: str) -> list[tuple[str, V]]:
        """Every spelling that the text begins with, shortest first, and what it stands for."""
        return [(spelling, self._values[self._numbers[key]]) for spelling, key in self.spellings.iter_prefixes_with_ids(text)]


class Soundlist(Mapping[str, tuple[str, ...]]):
    """Key (a sound, a spelling with a character left out) → spellings of a word list, in the order they were found."""

    def __init__(self, entries: Mapping[str, Sequence[str]], words: Wordlist[V]) -> None:
        self._keys = Trie(entries)
        self._spellings = words.spellings
        found = [entries[self._keys.restore_key(i)] for i in range(len(entries))]
        self._numbers = array("I", (self._spellings[word] for group in found for word in group))
        self._ends = array("I", [0])
        for group in found:
            self._ends.append(self._ends[-1] + len(group))

    def __getitem__(self, key: str) -> tuple[str, ...]:
        at = self._keys[key]
        return tuple(self._spellings.restore_key(n) for n in self._numbers[self._ends[at] : self._ends[at + 1]])

    def of(self, key: str) -> tuple[str, ...]:
        """The spellings; none for a key that is not known."""
        return self[key] if key in self._keys else ()

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys.iterkeys())

    def __len__(self) -> int:
        return len(self._ends) - 1

    def beginning(self, text: str) -> list[str]:
        """Every key that the text begins with, shortest first."""
        return list(self._keys.prefixes(text))
