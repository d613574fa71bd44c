"""The tables of the index and how an older index becomes a newer one.

Repeated words (cell ids, units, header paths, check ids) stand once in `label`; a cell row holds their numbers.
A report's number is year * YEAR + agency, so that all reports of one year lie side by side.
"""

import sqlite3
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils.db import Database
    from sqlite_utils.migrations import Migrations

YEAR = 1_000_000  # report number = year * YEAR + agency number
VERSION = 3  # PRAGMA user_version of an index that has every migration

_REPORT = "report INTEGER NOT NULL REFERENCES report(id) ON DELETE CASCADE"
_PLACE = "at_block INTEGER NOT NULL, at_page INTEGER, at_row INTEGER, at_column INTEGER"
_FIRST = (
    # what the index says of itself: version (a count of changes), segmenter
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # every repeated text once; a path is a JSON list
    "CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    # names: JSON list of every name a question may use, the canonical one first
    "CREATE TABLE agency (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, names TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL)",
    "CREATE INDEX agency_of_place ON agency (place)",
    # editions: JSON object, table id to edition; names: JSON list of what the report calls its agency
    "CREATE TABLE report (id INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency(id), year INTEGER NOT NULL,"
    " edition TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL, editions TEXT NOT NULL, names TEXT NOT NULL)",
    "CREATE UNIQUE INDEX report_of_agency ON report (agency, year)",
    # every file that was ever read for a report; state: current | replaced | other (a less full file of the same report)
    "CREATE TABLE version (id INTEGER PRIMARY KEY, report INTEGER NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL,"
    " reader TEXT NOT NULL, added TEXT NOT NULL, state TEXT NOT NULL)",
    "CREATE INDEX version_of_file ON version (sha256)",
    "CREATE INDEX version_of_report ON version (report)",
    # what cells of many reports have in common
    "CREATE TABLE heading (id INTEGER PRIMARY KEY, cell INTEGER NOT NULL, unit INTEGER NOT NULL, row_path INTEGER NOT NULL,"
    " column_path INTEGER NOT NULL, edition INTEGER NOT NULL, UNIQUE (cell, unit, row_path, column_path, edition))",
    "CREATE INDEX heading_of_row ON heading (row_path)",
    "CREATE INDEX heading_of_column ON heading (column_path)",
    # value: exact decimal; text: as printed, NULL when it is the value; number: millionths, NULL when value is no such number;
    # status: NULL is read; readings: JSON list
    f"CREATE TABLE cell ({_REPORT}, meaning INTEGER NOT NULL, heading INTEGER NOT NULL, value TEXT, text TEXT, number INTEGER,"
    f" {_PLACE}, status TEXT, readings TEXT, remark TEXT, PRIMARY KEY (report, meaning)) WITHOUT ROWID",
    "CREATE INDEX cell_of_meaning ON cell (meaning, report, number, value)",
    "CREATE INDEX cell_in_doubt ON cell (report) WHERE status = 'ambiguous'",
    # how a cell was read that was amended since
    f"CREATE TABLE amended ({_REPORT}, meaning INTEGER NOT NULL, value TEXT, text TEXT NOT NULL, status TEXT NOT NULL, readings TEXT NOT NULL,"
    " PRIMARY KEY (report, meaning)) WITHOUT ROWID",
    f"CREATE TABLE fact ({_REPORT}, position INTEGER NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL, unit TEXT NOT NULL,"
    f" approximate INTEGER NOT NULL, subject TEXT NOT NULL, sentence TEXT NOT NULL, section TEXT NOT NULL, {_PLACE},"
    " meaning TEXT NOT NULL, PRIMARY KEY (report, position)) WITHOUT ROWID",
    f"CREATE TABLE section ({_REPORT}, position INTEGER NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL, {_PLACE},"
    " PRIMARY KEY (report, position)) WITHOUT ROWID",
    # section: position of its section
    f"CREATE TABLE passage (id INTEGER PRIMARY KEY AUTOINCREMENT, {_REPORT}, section INTEGER NOT NULL, paragraph INTEGER NOT NULL,"
    " text TEXT NOT NULL)",
    "CREATE INDEX passage_of_report ON passage (report)",
    f"CREATE TABLE detail ({_REPORT}, position INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL, {_PLACE},"
    " PRIMARY KEY (report, position)) WITHOUT ROWID",
    # scope: see Scope; kind: label of the check id; cells: label of a JSON list of cell ids
    f"CREATE TABLE finding ({_REPORT}, scope INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL, cells INTEGER NOT NULL,"
    " status TEXT NOT NULL, expression TEXT NOT NULL, left_side TEXT NOT NULL, right_side TEXT NOT NULL, message TEXT NOT NULL,"
    " verdict TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (report, scope, position)) WITHOUT ROWID",
    "CREATE INDEX finding_of_status ON finding (status, report) WHERE status <> 'passed'",
    # questions by answer id: JSON
    "CREATE TABLE asked (id TEXT PRIMARY KEY, question TEXT NOT NULL) WITHOUT ROWID",
    # the text itself stands in passage and label
    "CREATE VIRTUAL TABLE passage_words USING fts5 (words, pairs, content='')",
    "CREATE VIRTUAL TABLE label_words USING fts5 (words, pairs, content='')",
    "INSERT INTO setting VALUES ('version', '0')",
)
_INBOX = (
    # what came through a door; body: JSON, NULL once it was answered
    "CREATE TABLE inbox (id INTEGER PRIMARY KEY, body TEXT)",
    "CREATE INDEX inbox_open ON inbox (id) WHERE body IS NOT NULL",
    # the last questions of one person in one chat, as a JSON list
    "CREATE TABLE turns (chat INTEGER NOT NULL, user INTEGER NOT NULL, questions TEXT NOT NULL, PRIMARY KEY (chat, user)) WITHOUT ROWID",
)
_SPELLINGS = (
    # key: the same for every spelling of one agency, '' for none; the name is that of its latest report
    "ALTER TABLE agency ADD COLUMN key TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX agency_of_key ON agency (key)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Applies every missing step in one transaction; of two processes that start together one waits for the other."""
    from sqlite_utils import Database  # a third of a second, and an index that is up to date needs none of it

    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _migrations().apply(Database(connection))
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@cache
def _migrations() -> "Migrations":
    from sqlite_utils import Migrations

    migrations = Migrations("wennianbao")

    @migrations(name="001_first")
    def first(db: "Database") -> None:
        for statement in _FIRST:
            db.execute(statement)

    @migrations(name="002_inbox")
    def inbox(db: "Database") -> None:
        for statement in _INBOX:
            db.execute(statement)

    @migrations(name="003_spellings")
    def spellings(db: "Database") -> None:
        for statement in _SPELLINGS:
            db.execute(statement)

    return migrations
