"""Pages that show a section at a time: its heading stands in a bar of tabs alone, and is set above the pane that it opens.

A tab names its pane (href="#p1", data-target, aria-controls), or is that one of the panes behind the bar which its place says.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from index.models import Grid, Paragraph
from index.section_words import NUMBERS, load_section_words, section_named
from index.text import label_key

_LEAST = 3  # sections that a bar names
_BAR = 200  # characters of one whose tabs stand in one line
_TARGETS = ("href", "data-target", "data-bs-target", "aria-controls")
_PANES = frozenset(("div", "section", "article", "li", "dd", "ul", "dl", "main", "table", "fieldset"))
_UNSEEN = frozenset(("script", "style", "br", "hr", "-text", "-comment"))
_HIGHEST = 3  # elements around a bar behind which its panes may stand


class Tab(NamedTuple):
    section: str
    title: str
    node: LexborNode  # the text


def has_bar(blocks: Sequence[Paragraph | Grid]) -> bool:
    """Headings of several sections with nothing between them."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    run: set[str] = set()
    for text in texts:
        run = run | {section} if (section := section_named(text)) else set()
        if len(run) >= _LEAST or ("公开" in text and "复议" in text and len(text) <= _BAR and names_several(label_key(text))):
            return True
    return False


def names_several(key: str) -> bool:
    return len({section for name, section in load_section_words().exact.items() if name in key}) >= _LEAST


def with_headings(tree: LexborHTMLParser) -> bool:
    """Sets the titles of the tabs above their panes and takes the tabs away; False where no such panes are found."""
    for bar in bars_of(tree):
        panes = panes_of(bar, tree)
        if panes:
            for tab, pane in zip(bar, panes, strict=True):
                show(pane, tab.title)
                tab.node.decompose()
            return True
    return False


def show(pane: LexborNode, title: str) -> None:
    pane.insert_before(title)
    for name in ("style", "hidden"):
        if name in pane.attributes:
            del pane.attrs[name]


def bars_of(tree: LexborHTMLParser) -> list[list[Tab]]:
    """Runs of such titles, of which no other text of the page names a section again."""
    runs: list[list[Tab]] = []
    for is_tab, run in groupby(texts_of(tree), key=lambda tab: bool(tab.section)):
        runs += [list(run)] if is_tab else []
    sections = [tab.section for run in runs for tab in run]
    return [run for run in runs if len(run) >= _LEAST and all(sections.count(tab.section) == 1 for tab in run)]


def texts_of(tree: LexborHTMLParser) -> Iterator[Tab]:
    for node in tree.body.traverse(include_text=True) if tree.body else ():
        if node.tag == "-text" and node.parent and node.parent.tag not in _UNSEEN and (text := (node.text_content or "").strip()):
            yield Tab(section_named(text), text, node)


def panes_of(bar: Sequence[Tab], tree: LexborHTMLParser) -> list[LexborNode]:
    """One for every tab; [] where they cannot be told, or have headings of their own."""
    found = named_panes(bar, tree) or placed_panes(bar)
    whole = len({pane.mem_id for pane in found}) == len(bar)
    fit = whole and all(pane.tag in _PANES and is_open(pane, tab) for tab, pane in zip(bar, found, strict=True))
    return found if fit else []


def is_open(pane: LexborNode, tab: Tab) -> bool:
    """It holds something, and does not say the title itself."""
    text = pane.text().strip()
    titled = label_key(text[:_BAR]).lstrip(NUMBERS).startswith(label_key(tab.title).lstrip(NUMBERS))
    return bool(text or pane.css_first("img")) and not titled


def named_panes(bar: Sequence[Tab], tree: LexborHTMLParser) -> list[LexborNode]:
    by_id: Mapping[str, LexborNode] = {node.attributes.get("id") or "": node for node in tree.css("[id]")}
    found = [by_id.get(target_of(tab.node)) for tab in bar]
    return [pane for pane in found if pane is not None] if all(found) else []


def target_of(text: LexborNode) -> str:
    """The id that the elements around a tab point to; '' for none."""
    for node in islice(ancestors(text), _HIGHEST):
        for name in _TARGETS:
            told = node.attributes.get(name) or ""
            if told and (name != "href" or told[0] == "#"):
                return told.removeprefix("#")
    return ""


def placed_panes(bar: Sequence[Tab]) -> list[LexborNode]:
    """As many elements behind the bar, or inside the one behind it, as the bar has; one of them with a table."""
    above = [{node.mem_id for node in ancestors(tab.node)} for tab in bar]
    around = next((node for node in ancestors(bar[0].node) if all(node.mem_id in nodes for nodes in above)), None)
    tabs = elements_in(around) if around is not None else []
    places = [next((n for n, tab in enumerate(tabs) if tab.mem_id in nodes), -1) for nodes in above]
    if len(set(places)) < len(bar) or -1 in places:
        return []
    for _ in range(_HIGHEST):
        behind = elements_behind(around) if around is not None else []
        for panes in (behind, parts_of(behind[0]) if behind else []):
            if len(panes) == len(tabs) and any(pane.tag == "table" or pane.css_first("table") for pane in panes):
                return [panes[n] for n in places]
        around = around.parent if around is not None else None
    return []


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """From the innermost."""
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def elements_in(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag not in _UNSEEN]


def parts_of(node: LexborNode) -> list[LexborNode]:
    """The elements in it, or in the only one that it holds."""
    inside = elements_in(node)
    return elements_in(inside[0]) if len(inside) == 1 else inside


def elements_behind(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    after = node.next
    while after is not None:
        found += [after] if after.tag not in _UNSEEN else []
        after = after.next
    return found
