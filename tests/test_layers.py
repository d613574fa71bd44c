"""The walls of the house, read from the imports: who may know whom, and how big a room may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FUNCTION_LINES = 50  # look twice above 40, never above this
FILE_LINES = 300  # look twice above 250
SQL_STARTS = ("select ", "insert ", "update ", "delete from ", "create table", "create index", "create virtual", "pragma ", "with recursive")
TELEGRAM = {"telegram"}
SQL = {"sqlite3", "sqlite_utils", "pysqlite3", "apsw"}

# folder (or file) -> modules that nothing in it may import; SQL_DOOR alone may import SQL
WALLS: tuple[tuple[str, set[str]], ...] = (
    ("index", TELEGRAM | SQL | {"handlers", "bot", "tools", "tests"}),
    ("index/vocabulary", {"rapidfuzz"}),  # likeness to a question is judged in handlers/answering
    ("index/search", {"rapidfuzz"}),
    ("handlers/answering", TELEGRAM | SQL | {"bot", "tools", "tests"}),
    ("handlers/pictures", TELEGRAM | SQL | {"bot", "tools", "tests"}),
    ("handlers", SQL | {"bot", "tools", "tests"}),
    ("bot.py", SQL | {"tools", "tests"}),
)
# rooms of handlers/answering, in the order in which a question goes through them: each knows only those before it
ROOMS = ("words", "asked", "clauses")
SQL_DOOR = "index/store"  # index/store.py, or the files of index/store/


def imports(source: str) -> Iterator[tuple[int, str]]:
    """(line, dotted module) of every import, wherever it stands in the file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("import_module", "__import__"):
            yield from ((node.lineno, a.value) for a in node.args[:1] if isinstance(a, ast.Constant) and isinstance(a.value, str))


def speaks_sql(source: str) -> Iterator[int]:
    """Lines of string constants that are statements of SQL."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.lstrip().lower().startswith(SQL_STARTS):
            yield node.lineno


def within(path: str, folder: str) -> bool:
    return path == folder or path.startswith((folder + "/", folder + "."))


def breaches(path: str, source: str) -> list[str]:
    """One line for every wall that the file breaks; `path` counts from the project folder."""
    found = []
    store = within(path, SQL_DOOR)
    for line, module in imports(source):
        top = module.split(".")[0]
        for folder, forbidden in WALLS:
            if within(path, folder) and top in forbidden and not (store and top in SQL):
                found.append(f"{path}:{line} imports {module}: {folder} must not know {top}")
        if within(path, "handlers") and module.startswith("index.") and any(part.startswith("_") for part in module.split(".")):
            found.append(f"{path}:{line} imports {module}: handlers use public names of index only")
        if within(path, "handlers/answering") and module.startswith("handlers.") and not module.startswith("handlers.answering"):
            found.append(f"{path}:{line} imports {module}: answering stands below the doors")
        for place, room in enumerate(ROOMS):
            known = tuple(f"handlers.answering.{r}" for r in (*ROOMS[: place + 1], "models"))
            if within(path, f"handlers/answering/{room}") and module.startswith("handlers.answering.") and not module.startswith(known):
                found.append(f"{path}:{line} imports {module}: {room} comes before it")
    if not store and not within(path, "tests"):
        found += [f"{path}:{line} speaks SQL: only {SQL_DOOR} does" for line in speaks_sql(source)]
    return found


def oversize(path: str, source: str) -> list[str]:
    """Functions and files above the house measure, docstrings and all."""
    found = []
    lines = len(source.splitlines())
    if lines > FILE_LINES:
        found.append(f"{path} has {lines} lines, the house allows {FILE_LINES}: split it by purpose")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{path}:{node.lineno} {node.name} has {length} lines, the house allows {FUNCTION_LINES}: split it")
    return found


def product_files() -> list[Path]:
    files = [f for folder in ("index", "handlers", "tools") for f in (ROOT / folder).rglob("*.py")]
    return sorted(files + [f for f in (ROOT / "bot.py",) if f.exists()])


@pytest.mark.parametrize("path", product_files(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_file_keeps_walls_and_measure(path: Path) -> None:
    source, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()
    assert not breaches(name, source) + oversize(name, source)


def test_data_holds_no_python() -> None:
    assert not [f.relative_to(ROOT) for f in (ROOT / "data").rglob("*") if f.suffix in (".py", ".pyc", ".pkl")]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("index/cells.py", "import handlers.commands"),
        ("index/cells.py", "from telegram import Update"),
        ("index/readers/html.py", "def f():\n    from handlers.answering import models"),
        ("index/vocabulary.py", "from rapidfuzz import process"),
        ("index/search.py", "import rapidfuzz"),
        ("index/search.py", "import sqlite3"),
        ("index/search.py", "import sqlite_utils.db"),
        ("index/search.py", "SQL = 'SELECT value FROM cell'"),
        ("index/ingest.py", "db.execute(f'''\n  DELETE FROM cell WHERE report = {x}''')"),
        ("handlers/answering/match.py", "import telegram.ext"),
        ("handlers/answering/match.py", "import sqlite3"),
        ("handlers/answering/match.py", "import importlib\nimportlib.import_module('sqlite_utils')"),
        ("handlers/answering/match.py", "from handlers import questions"),
        ("handlers/answering/match.py", "from index.store import _connect"),
        ("handlers/answering/words/lexer.py", "from handlers.answering.asked.frames import Frame"),
        ("handlers/answering/asked/frames.py", "from handlers.answering.operations import sums"),
        ("handlers/questions.py", "import sqlite_utils"),
        ("handlers/questions.py", "from tools import gazetteer"),
        ("bot.py", "from tools.gazetteer import build"),
    ],
)
def test_a_broken_wall_is_seen(path: str, source: str) -> None:
    assert breaches(path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("index/store.py", "import sqlite_utils\nSQL = 'select 1'"),
        ("index/store/ranking.py", "import sqlite3\nSQL = 'select 1'"),
        ("handlers/questions.py", "from telegram import Update\nfrom handlers.answering import models\nfrom index.store import Store"),
        ("handlers/answering/match.py", "from rapidfuzz import process\nfrom index.forms import load_forms\nfrom handlers.answering.models import Query"),
        ("bot.py", "from handlers import commands\nfrom index.store import Store"),
        ("index/prose.py", "WORDS = 'selected updates'"),
    ],
)
def test_a_door_is_not_a_breach(path: str, source: str) -> None:
    assert not breaches(path, source)


def test_a_swollen_function_and_file_are_seen() -> None:
    assert oversize("index/a.py", "def f():\n" + "    x = 1\n" * FUNCTION_LINES)
    assert oversize("index/a.py", "x = 1\n" * (FILE_LINES + 1))
    assert not oversize("index/a.py", "def f():\n" + "    x = 1\n" * (FUNCTION_LINES - 1))
