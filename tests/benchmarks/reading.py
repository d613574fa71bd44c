"""How fast files become stored reports, and how much memory that takes."""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import pdfplumber

from index.adding import Source
from index.cells import read_cells
from index.forms import load_forms
from index.ingest import ingest
from index.readers import read_document
from index.ready_made import keep_loaded
from index.store import Store
from tests.benchmarks.synthetic import agencies
from tests.benchmarks.table import Line, at_least, at_most
from tests.rendering import render
from tests.rendering.figures import random_figures

TEXT = ("tab_lost", "markdown", "html", "html_word")
PDF = ("pdf", "pdf_through")


def made(layouts: tuple[str, ...], count: int) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of `count` reports, agencies and figures all different, layouts in turn."""
    names = agencies()
    for number in range(count):
        rng = Random(number)
        gold = random_figures(rng, rng.choice(("2019", "2021")), next(names)[0])
        data, name = render(gold, layouts[number % len(layouts)], rng)
        yield f"{number}_{name}", data


def stored_a_second(folder: Path, count: int) -> float:
    """Text and web pages read, checked and stored in a second of one core."""
    files = list(made(TEXT, count + 8))
    store = Store(folder / "reading.db")
    for name, data in files[:8]:  # warm
        store.save(ingest(Source(name, data=data))[0])
    keep_loaded()
    start = time.process_time()
    for name, data in files[8:]:
        store.save(ingest(Source(name, data=data))[0])
    spent = time.process_time() - start
    store.close()
    return count / spent


def pdf_ratio(count: int) -> float:
    """Time to read the cells of PDF files over the time that pdfplumber needs to give text and tables of their pages."""
    files = list(made(PDF, count))
    ours = theirs = 0.0
    for name, data in files:
        start = time.process_time()
        with pdfplumber.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()
        theirs += time.process_time() - start
        start = time.process_time()
        read_cells(read_document(data, name), load_forms())
        ours += time.process_time() - start
    return ours / theirs


def memory_growth(count: int) -> tuple[float, float]:
    """(MB after a tenth, MB after all) of one process that reads and stores `count` text reports."""
    command = [sys.executable, "-m", "tests.benchmarks.reading", str(count)]
    first, last = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(first), float(last)


def _grow(count: int, folder: Path) -> Iterator[float]:
    store = Store(folder / "memory.db")
    for number, (name, data) in enumerate(made(TEXT[:2], count), 1):
        store.save(ingest(Source(name, data=data))[0])
        if number in (count // 10, count):
            yield resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lines(folder: Path, few: bool) -> Iterator[Line]:
    yield at_least("text and web pages read, checked, stored by one core", stored_a_second(folder, 20 if few else 200), 60, " /s")
    yield at_most("PDF: reading / pdfplumber alone", pdf_ratio(2 if few else 12), 1.3)
    count = 100 if few else 5000
    first, last = memory_growth(count)
    yield Line(f"memory after {count // 10:,} and {count:,} reports", f"{first:.0f} {last:.0f} MB")
    yield at_most("   growth", last / first, 1.1)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        print(*_grow(int(sys.argv[1]), Path(scratch)))
