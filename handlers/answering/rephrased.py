"""What is to be done with figures, said in other words (翻番了吗, 每百件里几件, 三位数): the list of data/rephrased.yaml brings it to the words of data/operations.yaml."""

import re
from functools import cache

from handlers.answering.dialects import DIALECT
from index.data_files import read_yaml

REPHRASED = DIALECT.with_name("rephrased.yaml")


def rephrased(text: str) -> str:
    """The normalised question with such words as the common ones."""
    for pattern, common in _patterns():
        text = pattern.sub(common, text)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    content = read_yaml(REPHRASED)
    return tuple((re.compile(pattern), str(common)) for pattern, common in content["patterns"])
