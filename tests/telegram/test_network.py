"""When a request is sent again, when it is not, and what never stands in a log."""

import asyncio
import logging
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TimedOut

from handlers import network
from handlers.logs import Redacting
from handlers.network import NotSent, PatientRequest
from tests.telegram.fakes import TOKEN


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "PAUSES", (0.01,))


def request(*outcomes: Any) -> tuple[PatientRequest, list[str]]:
    """A transport that has these outcomes in order, and the requests it saw."""
    seen: list[str] = []
    left: Iterator[Any] = iter(outcomes)

    def answer(call: httpx.Request) -> httpx.Response:
        seen.append(str(call.url))
        outcome = next(left)
        if isinstance(outcome, Exception):
            raise outcome
        return httpx.Response(outcome, json={"ok": outcome == 200, "result": True})

    return PatientRequest(httpx_kwargs={"transport": httpx.MockTransport(answer)}), seen


async def post(patient: PatientRequest) -> int:
    return (await patient.do_request("http://127.0.0.1/bot/sendMessage", "POST"))[0]


@pytest.mark.parametrize("unsent", [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x"), httpx.ProxyError("x")])
async def test_what_did_not_leave_is_sent_again_as_often_as_it_takes(unsent: Exception) -> None:
    patient, seen = request(*[unsent] * 20, 200)
    assert (await post(patient), len(seen)) == (200, 21)


@pytest.mark.parametrize("broken", [httpx.ReadError("x"), httpx.RemoteProtocolError("x"), httpx.WriteError("x"), httpx.ReadTimeout("x")])
async def test_what_may_have_arrived_is_not_sent_again(broken: Exception) -> None:
    patient, seen = request(broken, 200)
    with pytest.raises((NetworkError, TimedOut)):
        await post(patient)
    assert len(seen) == 1


@pytest.mark.parametrize(("code", "tries"), [(500, 6), (502, 6), (503, 6), (504, 1), (400, 1), (429, 1), (200, 1)])
async def test_refusals_are_tried_a_few_times(code: int, tries: int) -> None:
    patient, seen = request(*[code] * 10)
    assert (await post(patient), len(seen)) == (code, tries)


async def test_a_stop_ends_the_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "PAUSES", (600.0,))
    patient, _ = request(httpx.ConnectError("x"))
    sending = asyncio.create_task(post(patient))
    await asyncio.sleep(0.05)
    patient.hurry()
    with pytest.raises(NotSent):
        await sending


@pytest.mark.parametrize(
    "line",
    [
        f"POST http://127.0.0.1/bot{TOKEN}/getMe",
        "ours: hook-secret!",
        "other token 987654321:AAFotherOTHERotherOTHERotherOTHER-_1",
        "proxy socks5://user:word@127.0.0.1:1080",
    ],
)
def test_secrets_never_stand_in_a_log(line: str) -> None:
    shown = Redacting((TOKEN, "hook-secret!")).format(logging.LogRecord("x", logging.INFO, "x", 1, "%s", (line,), None))
    assert "***" in shown
    assert not any(word in shown for word in (TOKEN, "hook-secret", "AAFother", "user:word"))


def test_secrets_never_stand_in_a_traceback() -> None:
    try:
        raise ValueError(f"http://127.0.0.1/bot{TOKEN}/getMe")
    except ValueError as fault:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "failed", (), (type(fault), fault, fault.__traceback__))
    shown = Redacting((TOKEN,)).format(record)
    assert "ValueError" in shown
    assert TOKEN not in shown
