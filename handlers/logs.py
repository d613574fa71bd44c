"""Logs go to standard error; no secret stands in them, whoever wrote the line."""

import logging
import re
import sys
from collections.abc import Iterable

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")  # any bot token, also one that is not ours
_LOGIN = re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)")  # user:password of an address
_QUIET = {"httpx": "WARNING", "httpcore": "WARNING", "telegram.ext.AIORateLimiter": "CRITICAL"}  # the last logs each 429 as a fault


class Redacting(logging.Formatter):
    """Hides secrets in the finished line, tracebacks included."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return _LOGIN.sub("***", _TOKEN.sub("***", line))


def configure(level: str, secrets: Iterable[str]) -> None:
    """Replaces every handler of the root logger."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name, least in _QUIET.items():
        logging.getLogger(name).setLevel(least)
