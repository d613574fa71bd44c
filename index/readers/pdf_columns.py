"""Blank cells of tables without rules: figures that stand below one another are a column, a row without one there is blank."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index.readers.pdf_lines import Line
from index.text import list_number

_FIGURE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?|[-—–/]")
_LEAST = 3  # columns and rows of a table worth looking at
_HEAD = 4  # lines of a header
_NEAR = 6  # lines of words that may stand between two rows

Span = tuple[float, float]
Field = tuple[str, Span]


def with_blanks(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with a tab more for every blank cell between label and last column."""
    found = list(lines)
    for run in runs_of(lines):
        columns = with_headers([span for n in run for span in figure_spans(lines[n])], lines[max(run[0] - _HEAD, 0) : run[0]] if run else ())
        if len(run) >= _LEAST and len(columns) >= _LEAST and all(fits(lines[n], columns) for n in run):
            for n in range(run[0], run[-1] + 1):
                text = spread(lines[n], columns) if n in run else lines[n].text
                blank = n not in run and is_label(lines[n]) and is_label(lines[n + 1])
                found[n] = replace(found[n], text=text + "\t" * len(columns) if blank else text)
    return found


def runs_of(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Rows of one table: lines that end in figures; words in several columns are the header of the next."""
    run: list[int] = []
    for n, line in enumerate(lines):
        if figure_spans(line):
            if run and n - run[-1] > _NEAR:
                yield run
                run = []
            run.append(n)
        elif "\t" in line.text:
            yield run
            run = []
    yield run


def is_label(line: Line) -> bool:
    """One that begins here: the line before it is whole."""
    return bool(list_number(line.text)[0])


def fields_of(line: Line) -> list[Field]:
    return list(zip(line.text.split("\t"), line.spans, strict=False))


def figure_spans(line: Line) -> list[Span]:
    """Where the figures behind the label stand; [] where words stand among them."""
    fields = fields_of(line)
    first = next((n for n, (text, _) in enumerate(fields) if n and _FIGURE.fullmatch(text)), None)
    if first is None or not all(_FIGURE.fullmatch(text) for text, _ in fields[first:]):
        return []
    return [span for _, span in fields[first:]]


def columns_of(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap are one column."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def with_headers(figures: Sequence[Span], header: Sequence[Line]) -> list[Span]:
    """The columns of the figures, and those of headers that have no figure below them at all."""
    columns = columns_of(figures)
    spans = [span for line in header for _, span in fields_of(line) if columns and span[0] >= columns[0][0] - line.height]
    return columns_of([*columns, *(span for span in spans if not any(span[0] < end and start < span[1] for start, end in columns))])


def column_at(span: Span, columns: Sequence[Span]) -> int:
    return next(n for n, (start, end) in enumerate(columns) if start <= span[0] and span[1] <= end)


def fits(line: Line, columns: Sequence[Span]) -> bool:
    """Has every figure a column of its own?"""
    taken = [column_at(span, columns) for span in figure_spans(line)]
    return len(set(taken)) == len(taken)


def spread(line: Line, columns: Sequence[Span]) -> str:
    spans = figure_spans(line)
    fields = line.text.split("\t")
    cells = [""] * len(columns)
    for text, span in zip(fields[-len(spans) :], spans, strict=True):
        cells[column_at(span, columns)] = text
    return "\t".join([*fields[: -len(spans)], *cells])
