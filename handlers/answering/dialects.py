"""Small words of dialects as the common ones (咗 → 了, 唔 → 不): the list of data/dialect.yaml, laid over questions and wordings alike."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from index.data_files import read_yaml

DIALECT = Path(__file__).parents[2] / "data" / "dialect.yaml"


def common_speech(text: str) -> str:
    """The text with small words of dialects as the common ones; a text without any is left as it is."""
    words, known, patterns = _knowledge()
    if known.search(text):
        text = known.sub(lambda found: words[found[0]], text)
    for pattern, common in patterns:
        text = pattern.sub(common, text)
    return text


def common_pattern(pattern: str) -> str:
    """The same for the words of a regular expression; 几多? is 几 or 几多, and stays."""
    words, known, _ = _knowledge()
    return re.sub(f"(?:{known.pattern})(?![?*+{{])|(?:{'|'.join(w for w in words if len(w) == 1)})", lambda found: words[found[0]], pattern)


@cache
def _knowledge() -> tuple[dict[str, str], re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    content: dict[str, Any] = read_yaml(DIALECT)
    words = {str(written): str(common) for written, common in content["words"].items()}
    known = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    return words, known, tuple((re.compile(pattern), str(common)) for pattern, common in content["patterns"])
