"""Words of the language that name nothing here: 量子, 老年人, 内膜. Each stops an answer, however harmless its characters are."""

from collections.abc import Container, Iterable, Iterator

from handlers.answering.words.sounds import blurred, sound


def foreign_words(nouns: Iterable[str], known: Container[str], heard: Container[str]) -> Iterator[str]:
    """Nouns not `known` that would else be passed over, or be taken for a word that sounds alike (尸体, 实体).

    `heard`: the coarse sounds of known words.
    """
    return (noun for noun in nouns if noun not in known and (_passed_over(noun, known) or (len(noun) == 2 and blurred(sound(noun)) in heard)))


def _passed_over(noun: str, known: Container[str]) -> bool:
    """Can known words be laid over the noun so that no two characters side by side are left?"""
    covered, left = {0}, set[int]()  # ends of stretches: after a known word, after a character nobody knows
    for start in range(len(noun)):
        if start in covered:
            left.add(start + 1)
        if start in covered | left:
            covered |= {end for end in range(start + 1, len(noun) + 1) if noun[start:end] in known}
    return len(noun) in covered | left
