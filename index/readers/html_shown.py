"""What of a page a browser does not draw, and what it draws in the fields of a form."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from index.readers.html_copies import copies_in

FIELDS = frozenset(("input", "textarea", "select"))
_TYPED = frozenset(("", "text", "number", "tel"))  # kinds of <input> that show their value
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|text-decoration[^;]*line-through|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:[a-z%]{0,3})\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_STYLED = '[hidden], [style*="none" i], [style*="hidden" i], [style*="collapse" i], [style*="line-through" i], [style*="font-size" i], [style*="opacity" i]'
_AT_RULE = re.compile(r"/\*.*?\*/|@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})", re.DOTALL)  # @media print holds for no screen
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PLAIN = re.compile(r"[\w\s.#-]{1,80}")  # a selector of names alone
_INLINE = frozenset(("span", "b", "strong", "i", "em", "u", "font", "small", "label", "a", "td", "th"))
_CLASSED = ".hide, .hidden, .d-none, .layui-hide, .is-hidden"  # hidden by the style sheets of common libraries, which a saved page may lack


def hidden_in(tree: LexborHTMLParser) -> frozenset[int]:
    """mem_id of the hidden elements: the parser looks for them in a hundredth of the time that asking each of them takes.

    A block with a table, or one that a style sheet hides, may be the report, which a script shows: of those only the copies.
    """
    styled = [node for node in tree.css(_STYLED) if "hidden" in node.attributes or _HIDDEN.search(node.attributes.get("style") or "")]
    words = [node for node in styled if node.css_first("table") is None]
    ruled = list(_by_rules(tree))
    words += [node for node in ruled if node.tag in _INLINE and node.css_first("table") is None]
    known = {node.mem_id for node in words}
    blocks = [node for node in (*styled, *ruled, *tree.css(_CLASSED)) if node.mem_id not in known and node.css_first("tr") is not None]
    return frozenset(node.mem_id for node in (*words, *copies_in(tree, blocks)))


def _by_rules(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """What a style sheet hides."""
    sheets = (sheet.text() for sheet in tree.css("style"))
    rules = (rule for sheet in sheets if "none" in sheet for rule in _RULE.findall(_AT_RULE.sub("", sheet)))
    for selectors, rule in rules:
        if _HIDDEN.search(rule):
            yield from (node for selector in selectors.split(",") for node in _nodes(tree, selector))


def _nodes(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector) if _PLAIN.fullmatch(selector) else []
    except SelectolaxError:
        return []


def field_text(node: LexborNode) -> str:
    """What a field of a form shows: the value typed in, the option chosen."""
    if node.tag == "input":
        shown = (node.attributes.get("type") or "").lower() in _TYPED
        return node.attributes.get("value") or "" if shown else ""
    if node.tag == "select":
        chosen = node.css_first("option[selected]") or node.css_first("option")
        return chosen.text() if chosen is not None else ""
    return node.text()
