"""Word templates of the lexicon: (a|b) alternatives, [x] optional part."""

import re
from collections.abc import Iterator
from itertools import product

LIMIT = 5000  # expansions of one template; more is a mistake in the data

_TOKEN = re.compile(r"[()\[\]|]|[^()\[\]|]+")


def expand(template: str) -> tuple[str, ...]:
    """Every wording of a template, in order. Raises ValueError when brackets do not match."""
    tokens = _TOKEN.findall(template)
    wordings, rest = _alternatives(tokens, 0, "")
    if rest != len(tokens):
        raise ValueError(f"unmatched bracket in {template!r}")
    if len(wordings) > LIMIT:
        raise ValueError(f"{len(wordings)} wordings in {template!r}, at most {LIMIT}")
    return tuple(dict.fromkeys(w for w in wordings if w))


def _alternatives(tokens: list[str], at: int, closing: str) -> tuple[list[str], int]:
    found: list[str] = []
    sequence: list[list[str]] = []
    while at < len(tokens) and tokens[at] != closing:
        piece = tokens[at]
        if piece in "([":
            inner, at = _alternatives(tokens, at + 1, ")" if piece == "(" else "]")
            sequence.append(inner if piece == "(" else ["", *inner])
        elif piece == "|":
            found.extend(_joined(sequence))
            sequence = []
        elif piece in ")]":
            return [*found, *_joined(sequence)], at
        else:
            sequence.append([piece])
        at += 1
    if closing and at >= len(tokens):
        raise ValueError(f"{closing} is missing")
    return [*found, *_joined(sequence)], at


def _joined(sequence: list[list[str]]) -> Iterator[str]:
    return ("".join(parts) for parts in product(*sequence))
