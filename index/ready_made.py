"""Tables made from data/ ready-made: expanding 50,000 wordings takes longer than reading them back.

A copy lies in the user's cache folder under the hash of the data it was made from; without it everything still works.
"""

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_LOOKED_THROUGH = 20_000  # objects made before the young ones are looked through for garbage


def cached(name: str, files: Iterable[Path], make: Callable[[], T], kind: type[T]) -> T:
    """What `make` gives, read from the cache when the files have not changed since."""
    copy = _folder() / f"{name}-{_digest(files)}.pickle"
    found = _read(copy)
    if isinstance(found, kind):
        return found
    made = make()
    _write(copy, made)
    return made


@cache
def keep_loaded() -> None:
    """What is loaded by now is no garbage: it need not be looked through again and again, nor what one file or question holds for a moment. Once for a process."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_LOOKED_THROUGH, 10, 10)


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "wennianbao"


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def _read(copy: Path) -> object:
    """The stored object; None when there is none, or when it is not the user's own or cannot be read."""
    try:
        if copy.stat().st_uid != os.getuid():
            return None
        collecting = gc.isenabled()
        gc.disable()
        try:
            return pickle.loads(copy.read_bytes())  # noqa: S301 (the user's own file, by the hash of the data)
        finally:
            if collecting:
                gc.enable()
    except (OSError, pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, ValueError, TypeError):
        return None


def _write(copy: Path, made: object) -> None:
    """Whole or not at all; a read-only home is no fault."""
    part = copy.with_suffix(f".{os.getpid()}.part")
    try:
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        part.replace(copy)
    except OSError:
        part.unlink(missing_ok=True)
