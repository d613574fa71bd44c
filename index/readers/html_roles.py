"""Tables of a web page that are drawn without <table>: by the style of their elements, or by the roles they have for screen readers."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_BRACE = re.compile(r"([{}])")
_DISPLAY = re.compile(r"display\s*:\s*(?:inline-)?(table(?:-[a-z]+)*)", re.IGNORECASE)
_SELECTOR = re.compile(r"[\w\s.#*>\u4e00-\u9fff-]+")
_MOST_RULES = 100
_PARTS = {"table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody", "table-header-group": "tbody", "table-footer-group": "tbody"}
_ROLES = {"table": "table", "grid": "table", "treegrid": "table", "row": "tr", "rowgroup": "tbody", "cell": "td", "gridcell": "td",
          "columnheader": "td", "rowheader": "td"}
_REAL = frozenset(("table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption"))

Parts = Mapping[int, str]  # id of an element → table | tr | td


def parts_of(tree: LexborHTMLParser, html: str) -> Parts:
    """The elements of such tables; a row or a cell outside one is none."""
    if "table-cell" not in html and "role=" not in html:
        return {}
    meant = dict(_meant(tree))
    found: dict[int, str] = {}
    for number, (tag, node) in meant.items():
        if tag == "table":
            found[number] = tag
            found.update(_inside(node, meant))
    return found


def _meant(tree: LexborHTMLParser) -> Iterator[tuple[int, tuple[str, LexborNode]]]:
    for selector, parts in _selectors(tree):
        for node in _nodes(tree, selector):
            told = node.attributes.get("role") if parts == "role" else parts or _displayed(node.attributes.get("style") or "")
            tag = _ROLES.get(told or "") if parts == "role" else _PARTS.get(told or "")
            if tag and node.tag not in _REAL:
                yield node.mem_id, (tag, node)


def _selectors(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """(selector, what its elements are drawn as); "" and "role": their own attribute says it."""
    yield "[role]", "role"
    drawn = ((names, display) for names, body in rules_of(tree) if (display := _displayed(body)))
    for names, display in islice(drawn, _MOST_RULES):
        yield from ((name, display) for name in _known(names))
    yield '[style*="table" i]', ""


def _known(names: str) -> list[str]:
    return [name for part in names.split(",") if _SELECTOR.fullmatch(name := part.strip())]


def selected(tree: LexborHTMLParser, names: str) -> Iterator[LexborNode]:
    """The elements of a rule."""
    for name in _known(names):
        yield from _nodes(tree, name)


def _nodes(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except SelectolaxError:  # a selector that the parser does not know
        return []


def rules_of(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """As _rules, of every style sheet of the page."""
    return (rule for style in tree.css("style") for rule in _rules(style.text(deep=True) or ""))


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations), without what holds for another medium or width only."""
    first, *others = style.split("/*")
    around: list[str] = []
    text = ""
    for part in _BRACE.split("".join((first, *(other.partition("*/")[2] for other in others)))):
        if part == "{":
            around.append(text.rpartition(";")[2].strip())
        elif part == "}" and around:
            names = around.pop()
            if not around and not names.startswith("@"):
                yield names, text
        text = "" if part in ("{", "}") else part


def _displayed(style: str) -> str:
    found = _DISPLAY.findall(style)
    return found[-1].lower() if found else ""


def _inside(table: LexborNode, meant: Mapping[int, tuple[str, LexborNode]]) -> Iterator[tuple[int, str]]:
    """Rows of the table, in groups or not, and their cells."""
    for row in table.iter():
        tag = meant.get(row.mem_id, ("", row))[0]
        if tag == "tbody":
            yield from _inside(row, meant)
        elif tag == "tr":
            yield row.mem_id, "tr"
            yield from ((cell.mem_id, "td") for cell in row.iter() if meant.get(cell.mem_id, ("", cell))[0] == "td")
