"""What every test may count on."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "ocr: needs the ocr extra (make ocr); skipped without it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the scan reader carry the mark by their file's name, so that none is forgotten."""
    missing = importlib.util.find_spec("rapidocr") is None
    for item in items:
        if any(word in item.path.stem for word in ("scan", "ocr")):
            item.add_marker(pytest.mark.ocr)
        if missing and item.get_closest_marker("ocr"):
            item.add_marker(pytest.mark.skip(reason="the ocr extra is not installed: make ocr"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project folder."""
    return ROOT
