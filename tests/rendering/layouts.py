"""Every layout by name: what happens to the report, then which writer saves it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.rendering import changes, drawn, flowed, html, markdown, office, pdf, text, told, turned
from tests.rendering.changes import Change
from tests.rendering.sheets import Block

Writer = Callable[[list[Block], Random], bytes]


@dataclass(frozen=True)
class Layout:
    name: str
    suffix: str
    write: Writer
    changes: tuple[Change, ...] = ()
    glued: bool = False  # digits of neighbours run together: several readings may be left
    traces: bool = True  # a blank cell can be seen in the file

    @property
    def format(self) -> str:
        return {".html": "html", ".mhtml": "html", ".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx"}.get(self.suffix, "text")


_ALL = (
    Layout("tab", ".txt", text.tab),
    Layout("spaced_out", ".txt", text.spaced, traces=False),
    Layout("tab_lost", ".txt", text.tab_lost),
    Layout("glued", ".txt", text.glued, glued=True, traces=False),
    Layout("glued_spaces", ".txt", text.glued_spaces, glued=True, traces=False),
    Layout("lines", ".txt", text.lines, traces=False),
    Layout("lines_pipe", ".txt", text.lines_pipe),
    Layout("pipes", ".txt", text.pipes),
    Layout("pipes_absent", ".txt", text.pipes_absent),
    Layout("pipes_filled", ".txt", text.pipes_filled),
    Layout("tab_filled", ".txt", text.tab_filled),
    Layout("commas", ".csv", text.commas),
    Layout("flowed", ".txt", flowed.plain, traces=False),
    Layout("flowed_aligned", ".txt", flowed.aligned, traces=False),
    Layout("markdown", ".md", markdown.markdown),
    Layout("markdown_lost", ".md", markdown.lost),
    Layout("markdown_model", ".md", markdown.model),
    Layout("markdown_twice", ".md", markdown.twice),
    Layout("html", ".html", html.html),
    Layout("html_saved", ".mhtml", html.saved),
    Layout("html_word", ".html", html.word),
    Layout("html_careless", ".html", html.careless),
    Layout("html_nested", ".html", html.nested),
    Layout("pdf", ".pdf", pdf.ruled),
    Layout("pdf_through", ".pdf", pdf.ruled_through),
    Layout("pdf_unruled", ".pdf", pdf.unruled),
    Layout("pdf_turned_headers", ".pdf", pdf.turned_headers),
    Layout("pdf_sideways", ".pdf", pdf.sideways),
    Layout("pdf_sideways_down", ".pdf", pdf.sideways_down),
    Layout("pdf_upside_down", ".pdf", pdf.upside_down),
    Layout("pdf_watermarked", ".pdf", pdf.watermarked),
    Layout("docx", ".docx", office.word),
    Layout("xlsx", ".xlsx", office.excel),
    Layout("traditional", ".txt", text.tab_lost, (changes.traditional,)),
    Layout("damaged", ".md", markdown.markdown, (changes.damaged_labels,)),
    Layout("cut_headers", ".txt", text.pipes, (changes.cut_headers,)),
    Layout("radicals", ".txt", text.lines, (changes.radicals,), traces=False),
    Layout("wide_digits", ".html", html.html, (changes.wide_digits,)),
    Layout("spaced", ".html", html.word, (changes.spaced_labels,)),
    Layout("spaced_lines", ".txt", text.lines, (changes.spaced_labels,), traces=False),
    Layout("synonyms_html", ".html", html.html, (changes.synonyms,)),
    Layout("synonyms_lines", ".txt", text.lines, (changes.synonyms,), traces=False),
    Layout("synonyms_glued", ".txt", text.glued, (changes.synonyms,), glued=True, traces=False),
    Layout("thousands", ".txt", text.tab_lost, (changes.thousands,)),
    Layout("thousands_pdf", ".pdf", pdf.ruled, (changes.thousands,)),
    Layout("units_behind", ".html", html.careless, (changes.units_behind,)),
    Layout("units_behind_lines", ".txt", text.lines, (changes.units_behind,), traces=False),
    Layout("wide_minus", ".txt", text.pipes, (changes.wide_minus,)),
    Layout("headless", ".html", html.html, (changes.headless,)),
    Layout("headless_lines", ".txt", text.lines, (changes.headless,), traces=False),
    Layout("broken_html", ".html", html.html, (changes.broken_over_page,)),
    Layout("broken_pipes", ".txt", text.pipes, (changes.broken_over_page,)),
    Layout("units", ".html", html.html, (changes.units_in_cells,)),
    Layout("blank_html", ".html", html.word, (changes.zeros_left_out,)),
    Layout("blank_pipes", ".txt", text.pipes, (changes.zeros_left_out,)),
    Layout("blank_docx", ".docx", office.word, (changes.zeros_left_out,)),
    Layout("blank_pdf", ".pdf", pdf.ruled, (changes.zeros_left_out,)),
    Layout("drawn_grid", ".txt", drawn.grid),
    Layout("drawn_boxes", ".txt", drawn.boxes),
    Layout("drawn_boxes_plain", ".txt", drawn.boxes_plain),
    Layout("drawn_preformatted", ".html", drawn.preformatted),
    Layout("drawn_dense", ".txt", drawn.dense),
    Layout("drawn_uneven", ".txt", drawn.uneven),
    Layout("drawn_rest", ".rst", drawn.rest),
    Layout("drawn_pandoc", ".md", drawn.pandoc),
    Layout("drawn_multiline", ".md", drawn.multiline),
    Layout("drawn_latex", ".tex", drawn.latex),
    Layout("semicolons", ".csv", text.semicolons),
    Layout("labels_last_html", ".html", html.html, (turned.labels_last,)),
    Layout("labels_last_pipes", ".txt", text.pipes, (turned.labels_last,)),
    Layout("told_row_tables", ".md", told.row_tables),
    Layout("told_two_lines", ".txt", told.two_lines),
    Layout("drawn_list", ".rst", drawn.list_table),
    Layout("drawn_wiki", ".txt", drawn.wiki),
    Layout("drawn_wiki_inline", ".txt", drawn.wiki_inline),
    Layout("drawn_asciidoc", ".adoc", drawn.asciidoc),
    Layout("drawn_asciidoc_lines", ".adoc", drawn.asciidoc_lines),
    Layout("blank_drawn_grid", ".txt", drawn.grid, (changes.zeros_left_out,)),
    Layout("blank_drawn_boxes", ".txt", drawn.boxes, (changes.zeros_left_out,)),
    Layout("blank_drawn_dense", ".txt", drawn.dense, (changes.zeros_left_out,)),
    Layout("blank_drawn_rest", ".rst", drawn.rest, (changes.zeros_left_out,)),
    Layout("blank_drawn_list", ".rst", drawn.list_table, (changes.zeros_left_out,)),
    Layout("blank_drawn_wiki", ".txt", drawn.wiki, (changes.zeros_left_out,)),
    Layout("blank_drawn_asciidoc", ".adoc", drawn.asciidoc, (changes.zeros_left_out,)),
    Layout("strong_markdown", ".md", markdown.markdown, (changes.strong,)),
    Layout("told_bullets", ".md", told.bullets),
    Layout("told_nested", ".md", told.nested),
    Layout("told_sentences", ".txt", told.sentences),
    Layout("told_cards", ".html", told.cards),
    Layout("told_definitions", ".html", told.definitions),
    Layout("told_pair_tables", ".md", told.pair_tables),
    Layout("told_shuffled", ".txt", told.sentences, (turned.shuffled,)),
    Layout("told_without_total", ".md", told.bullets, (turned.without_total,)),
    Layout("blank_told", ".txt", told.nonzero, (changes.zeros_as(""),), traces=False),
    Layout("blank_told_bullets", ".md", told.bullets, (changes.zeros_as("-"),)),
    Layout("slashes", ".txt", told.slashes),
    Layout("slashes_bracket", ".txt", told.slashes_bracket),
    Layout("slashes_shuffled", ".txt", told.slashes, (turned.shuffled,)),
    Layout("slashes_without_total", ".txt", told.slashes, (turned.without_total,)),
    Layout("blank_slashes", ".txt", told.slashes, (changes.zeros_as("-"),)),
    Layout("on_side_html", ".html", html.html, (turned.on_side,)),
    Layout("on_side_markdown", ".md", markdown.markdown, (turned.on_side,)),
    Layout("on_side_docx", ".docx", office.word, (turned.shuffled, turned.on_side)),
    Layout("blank_on_side", ".txt", text.pipes, (turned.without_total, turned.on_side, changes.zeros_as(""))),
    Layout("shuffled_html", ".html", html.html, (turned.shuffled,)),
    Layout("shuffled_markdown", ".md", markdown.markdown, (turned.shuffled,)),
    Layout("shuffled_spaced", ".txt", text.spaced, (turned.shuffled,)),
    Layout("shuffled_lines", ".txt", text.lines, (turned.shuffled,), traces=False),
    Layout("shuffled_lines_pipe", ".txt", text.lines_pipe, (turned.shuffled,)),
    Layout("shuffled_tab_lost", ".txt", text.tab_lost, (turned.shuffled,)),
    Layout("shuffled_pipes_absent", ".txt", text.pipes_absent, (turned.shuffled,)),
    Layout("shuffled_html_careless", ".html", html.careless, (turned.shuffled,)),
    Layout("without_total_spaced", ".txt", text.spaced, (turned.without_total,)),
    Layout("without_total_lines", ".txt", text.lines, (turned.without_total,), traces=False),
    Layout("without_total_html", ".html", html.html, (turned.without_total,)),
    Layout("without_total_pipes", ".txt", text.pipes, (turned.without_total,)),
    Layout("blank_pdf_unruled", ".pdf", pdf.unruled, (changes.zeros_left_out,), traces=False),
    Layout("signs_in_words", ".html", html.html, (changes.signs_in_words,)),
    Layout("signs_in_words_lines", ".txt", text.lines, (changes.signs_in_words,), traces=False),
    Layout("signs_in_words_told", ".txt", told.sentences, (changes.signs_in_words,)),
    Layout("blank_tab", ".txt", text.tab, (changes.zeros_as(""),)),
    Layout("dash_html", ".html", html.html, (changes.zeros_as("-"),)),
    Layout("dash_lines", ".txt", text.lines, (changes.zeros_as("-"),)),
    Layout("masked_pipes", ".txt", text.pipes_absent, (changes.zeros_as("****"),)),
)
LAYOUTS = {layout.name: layout for layout in _ALL}
