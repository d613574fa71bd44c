"""The sentences of data/replies.yaml."""

import re
from collections.abc import Mapping
from functools import cache

from handlers.answering.words.lexicon import DATA, LexiconError
from index.data_files import read_yaml

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def load_sentences() -> Mapping[str, str]:
    """Raises LexiconError when an entry is no sentence."""
    content = read_yaml(DATA / "replies.yaml")
    for key, sentence in content.items():
        if not isinstance(sentence, str):
            raise LexiconError(f"replies.yaml: {key}: one sentence is expected")
    return dict(content)


def say(key: str, **values: str) -> str:
    """The sentence with its placeholders filled; an unknown placeholder stays empty."""
    return _PLACEHOLDER.sub(lambda m: values.get(m[1], ""), load_sentences()[key])
