"""The fixed sentences of the doors: data/replies_telegram.yaml, checked against the keys the doors use."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from index.data_files import read_yaml
from index.errors import InvalidData

FILE = Path(__file__).parent.parent / "data" / "replies_telegram.yaml"

# key -> the placeholders its sentence has to hold, no more and no fewer
SENTENCES: Mapping[str, str] = {
    "start": "example agencies reports", "start_empty": "", "help": "name year", "new": "",
    "about": "agencies reports years version", "about_empty": "", "ask_empty": "example",
    "reports": "agencies reports", "reports_found": "word agencies", "reports_line": "agency years",
    "reports_page": "page pages", "reports_empty": "", "reports_none": "word", "reports_previous": "", "reports_next": "",
    "sample_agency": "", "sample_year": "", "button_changed": "", "button_unknown": "", "link_unknown": "",
    "inline_help": "", "group_cut": "", "not_text": "", "upload_staff": "", "upload_large": "",
    "upload_done": "source status agency year cells ambiguous passed failed open", "upload_finding": "message",
    "upload_more": "number", "upload_rejected": "source error", "incident": "number", "maybe_lost": "number",
}  # fmt: skip
MENU = ("ask", "reports", "help", "new", "about", "start")  # order of Telegram's command menu
UPLOADS = ("added", "replaced", "unchanged")
SAMPLES = 3


def say(key: str, **values: object) -> str:
    """The sentence of a key, filled in."""
    return _texts()[key].format(**values)


def samples(name: str, year: object) -> tuple[str, ...]:
    """The sample questions of /start, asked of one report."""
    return tuple(text.format(name=name, year=year) for text in _book()["samples"])


def menu() -> list[tuple[str, str]]:
    """(command, what it does), as set_my_commands takes them."""
    return [(name, str(_book()["menu"][name])) for name in MENU]


def upload_status(status: str) -> str:
    return str(_book()["upload_status"][status])


@cache
def _book() -> Mapping[str, dict[str, str]]:
    return check(read_yaml(FILE))


@cache
def _texts() -> Mapping[str, str]:
    return {key: str(_book()[key]) for key in SENTENCES}


def check(book: Mapping[str, dict[str, str]]) -> Mapping[str, dict[str, str]]:
    """The book itself. Raises InvalidData for a key that is missing or unknown, or a placeholder that nobody fills."""
    wanted = {*SENTENCES, "samples", "menu", "upload_status"}
    for key in wanted ^ set(book):
        raise InvalidData(FILE.name, key, "缺少此键" if key in wanted else "没有程序使用此键")
    for key, names in SENTENCES.items():
        _check_text(key, book[key], set(names.split()))
    for at, text in enumerate(book["samples"]):
        _check_text(f"samples.{at}", text, {"name", "year"})
    if len(book["samples"]) != SAMPLES:
        raise InvalidData(FILE.name, "samples", f"应为 {SAMPLES} 句")
    for key, names_of in (("menu", MENU), ("upload_status", UPLOADS)):
        if set(book[key]) != set(names_of):
            raise InvalidData(FILE.name, key, f"应有且只有 {'、'.join(names_of)}")
    return book


def _check_text(key: str, text: object, names: set[str]) -> None:
    if not isinstance(text, str) or not text.strip():
        raise InvalidData(FILE.name, key, "应为一句话")
    found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    if found != names:
        raise InvalidData(FILE.name, key, f"占位符应为 {sorted(names)}，现为 {sorted(found)}")
