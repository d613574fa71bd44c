"""Documents: who may add a report, and what is told of it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from handlers.sentences import say
from index.adding import Outcome
from index.models import Finding, StoredReport
from tests.telegram.fakes import DENGZHOU, USER, House, message
from tests.telegram.oracle import visible
from tests.telegram.processes import ROOT, bot
from tests.telegram.stand_in import StandIn

STAFF = USER | {"id": 7}
REPORT = StoredReport(1, DENGZHOU, 2020, "2019", "x.txt")


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with House() as opened:
        yield opened


def document(sender: dict[str, Any] = STAFF, size: int = 100, name: str = "邓州<2020>.txt") -> dict[str, Any]:
    file = {"file_id": "f1", "file_unique_id": "u1", "file_size": size, "file_name": name}
    return {key: value for key, value in message("", sender).items() if key not in ("text", "entities")} | {"document": file}


def failed(number: int) -> tuple[Finding, ...]:
    return tuple(Finding("s3.balance", "failed", "1 = 2", message=f"第 {n} 列 <不平>") for n in range(number))


async def test_only_staff_may_add(house: House) -> None:
    assert await house.take(message=document(USER)) == [f"<b>{say('upload_staff')}</b>"]
    assert house.added == []


async def test_a_report_is_read_and_its_checks_told(house: House) -> None:
    house.outcomes = [Outcome("邓州<2020>.txt", "added", REPORT, 198, 2, (*failed(10), Finding("a", "passed", "1 = 1")))]
    [text] = await house.take(message=document())
    assert house.added == [("邓州<2020>.txt", b"content of 1.txt")]
    lines = visible(text).split("\n")
    assert lines[0] == "邓州<2020>.txt：已收录"
    assert lines[1] == "邓州市人民政府 2020 年，读到 198 格，存疑 2 格；勾稽 1 项相符，10 项不符，0 项无法核对。"
    assert lines[2] == "· 第 0 列 <不平>"
    assert lines[-1].startswith("另有 2 项不符")


async def test_every_report_of_a_file_is_told(house: House) -> None:
    house.outcomes = [Outcome(f"邓州.html#{n}", "added", REPORT, 198 + n) for n in (1, 2)]
    [text] = await house.take(message=document())
    assert [line for line in visible(text).split("\n") if line.startswith("邓州.html")] == ["邓州.html#1：已收录", "邓州.html#2：已收录"]


async def test_what_cannot_be_read_is_said(house: House) -> None:
    house.outcomes = [Outcome("x", "rejected", error="x：不是年度报告。")]
    assert visible((await house.take(message=document()))[0]) == "没有收录 x：x：不是年度报告。"
    assert await house.take(message=document(size=21 * 2**20)) == [f"<b>{say('upload_large')}</b>"]


async def test_a_report_sent_to_the_running_bot_is_indexed(tmp_path: Path) -> None:
    async with StandIn() as telegram, bot(telegram, tmp_path, ADMIN_IDS="7,8"):
        telegram.files["f1"] = (ROOT / "data" / "reports" / "dengzhou_2020.txt").read_bytes()
        sent = {key: value for key, value in telegram.message("", 7).items() if key not in ("text", "entities")}
        await telegram.deliver(message=sent | {"document": document()["document"]})
        await telegram.until(lambda: telegram.sent(7), 60)
        assert "邓州市人民政府 2020 年" in telegram.sent(7)[0]["text"]
        assert "邓州市人民政府" in (await telegram.say("/reports", chat=7))[0]["text"]
