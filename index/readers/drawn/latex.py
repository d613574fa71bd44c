"""Tables of LaTeX: & between cells, \\\\ behind rows, multicolumn and multirow for merged cells."""

import re
from collections.abc import Sequence

from index.readers.drawn.marks import plain
from index.readers.drawn.table import TextTable
from index.readers.html_table import RawCell, form

_BEGIN = re.compile(r"\s*\\begin\{(?P<name>tabular[xy*]?|longtable|tabu)\}")
_RULES = re.compile(r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot)|\\c(?:line|midrule)(?:\([^)]*\))?\{[^}]*\}")
_SPAN = re.compile(r"\\multi(?P<which>column|row)\s*\{(?P<count>\d+)\}\s*\{[^{}]*\}\s*\{(?P<text>.*)\}", re.DOTALL)
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?\s*")
_NOTE = re.compile(r"\\footnotemark(?:\[\d+\])?|\\(?:footnote|tnote|textsuperscript)(?:\[\d+\])?\{[^{}]*\}|\$\^\{?[^{}$]{1,3}\}?\$")
_MOST = 5000  # lines of a table


def latex(lines: Sequence[str], at: int) -> TextTable | None:
    """Cells below a multirow are written empty; the merged cell is left as one row high, as the rows are complete."""
    if not (begin := _BEGIN.match(lines[at])):
        return None
    last = "\\end{" + begin["name"] + "}"
    end = next((n for n in range(at + 1, min(at + _MOST, len(lines))) if last in lines[n] or _BEGIN.match(lines[n])), None)
    if end is None or last not in lines[end]:  # another table begins before it ends
        return None
    body = _RULES.sub("", "\n".join(lines[at + 1 : end]))
    rows = [[cell_of(cell) for cell in re.split(r"(?<!\\)&", row)] for row in re.split(r"\\\\(?:\[[^\]]*\])?", body) if row.strip()]
    return TextTable(tuple(form(rows)), end + 1) if rows else None


def cell_of(text: str) -> RawCell:
    columns = None
    while found := _SPAN.fullmatch(text.strip()):
        columns = found["count"] if found["which"] == "column" else columns
        text = found["text"]
    words = _COMMAND.sub("", _NOTE.sub("", text).replace("\\&", "&").replace("\\%", "%")).replace("{", "").replace("}", "")
    return plain(words.strip()), None, columns
