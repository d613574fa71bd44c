"""The one place where any exception is caught: third-party parsers let through whatever a damaged file provokes."""

from collections.abc import Iterator
from contextlib import contextmanager

from index.errors import FileTooLarge, UnreadableFile, WennianbaoError


@contextmanager
def parsing(file: str, kind: str, remedy: str) -> Iterator[None]:
    """Around calls into a parser: its faults leave as UnreadableFile, our own errors as they are."""
    try:
        yield
    except WennianbaoError:
        raise
    except MemoryError as error:
        raise FileTooLarge(file, f"{kind}展开后超出内存限制", remedy) from error
    except Exception as error:  # python-docx, pdfminer, openpyxl: from KeyError to AssertionError, measured by fuzzing
        raise UnreadableFile(file, f"{kind}已损坏（{type(error).__name__}）", remedy) from error
