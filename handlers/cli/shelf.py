"""Which index, and which of its reports, a command is about."""

from collections.abc import Sequence
from pathlib import Path

from handlers.faults import WrongUse
from index.errors import StoreFault, WennianbaoError
from index.models import StoredReport
from index.store import Store


class NothingThere(WennianbaoError):
    """The index holds no such report."""


def open_index(database: Path) -> Store:
    """An index that holds a report. Raises StoreFault."""
    store = Store(database, create=False)
    if not store.agencies():
        raise StoreFault(str(database), "索引里还没有报告", "先用 bot.py add 加入报告")
    return store


def reports_of(store: Store, agency: str | None, year: str | None) -> Sequence[StoredReport]:
    """All reports, those of an agency by any of its names, or the one of a year. Raises NothingThere, WrongUse."""
    if agency is None:
        return store.reports()
    named = [held for held in store.agencies() if agency in held.names]
    if not named:
        near = [held.name for held in store.agencies() if any(agency in name or name in agency for name in held.names)]
        raise NothingThere(f"索引里没有“{agency}”的报告。" + (f"名称相近的有：{'、'.join(near[:5])}。" if near else ""))
    when = year and year.removesuffix("年")
    if when and not when.isdecimal():
        raise WrongUse(f"年份 {year} 的写法不对，应为 2020 这样的数字。")
    found = [report for held in named for report in store.reports(held.id) if not when or int(when) == report.year]
    if not found:
        years = "、".join(str(report.year) for held in named for report in store.reports(held.id))
        raise NothingThere(f"索引里没有{named[0].name} {when} 年的报告，有的年份是：{years}。")
    return found
