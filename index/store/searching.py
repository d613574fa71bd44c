"""Questions to the full text."""


from collections.abc import Sequence
from typing import Any

from index.models import Cell
from index.search import any_word, every_word, rank
from index.store.reading import Reading


class Searching(Reading):
    def search(self, words: str, report: int | None = None, limit: int = 5) -> Sequence[tuple[int, str, str]]:
        """(report, section id, passage), best first.

        In one report: by shared pairs of characters. Everywhere: passages with every word asked for, else with any.
        """
        if report is not None:
            held = self.connection.execute(
                "SELECT s.section, p.text FROM passage p JOIN section s ON s.report = p.report AND s.position = p.section"
                " WHERE p.report = ? ORDER BY p.id", (report,)
            ).fetchall()
            return [(report, *held[place]) for place in rank(words, [text for _, text in held], limit)]
        sql = (
            "SELECT p.report, s.section, p.text FROM passage_words w JOIN passage p ON p.id = w.rowid"
            " JOIN section s ON s.report = p.report AND s.position = p.section"
            " WHERE passage_words MATCH ? ORDER BY bm25(passage_words, 2, 1), p.id LIMIT ?"
        )
        return self._match(sql, words, limit)

    def search_cells(self, words: str, report: int | None = None, limit: int = 5) -> Sequence[tuple[int, Cell]]:
        """(report, cell) whose header labels hold every word asked for, else any; best labels first, then by report."""
        sql = (
            "WITH found AS MATERIALIZED (SELECT rowid AS label, bm25(label_words, 2, 1) AS score FROM label_words WHERE label_words MATCH ?"
            " ORDER BY score, label LIMIT 50), heads AS (SELECT id, cell, MIN(score) AS score FROM ("
            "SELECT h.id, h.cell, f.score FROM found f JOIN heading h ON h.row_path = f.label UNION ALL "
            "SELECT h.id, h.cell, f.score FROM found f JOIN heading h ON h.column_path = f.label) GROUP BY id)"
            " SELECT c.report, m.text FROM heads h JOIN cell c ON c.meaning = h.cell AND c.heading = h.id JOIN label m ON m.id = h.cell"
            " WHERE c.report BETWEEN ? AND ? ORDER BY h.score, c.report, m.text LIMIT ?"
        )
        found = self._match(sql, words, *_only(report), limit)
        return [(number, self.cells(number, [cell])[cell]) for number, cell in found]

    def _match(self, sql: str, words: str, *parameters: object) -> list[Any]:
        """Rows of the statement for passages with every word, else for those with any."""
        for expression in (every_word(words), any_word(words)):
            found = self.connection.execute(sql, (expression, *parameters)).fetchall() if expression else []
            if found:
                return found
        return []


def _only(report: int | None) -> tuple[int, int]:
    return (0, 2**62) if report is None else (report, report)
