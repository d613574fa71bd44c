"""Bots as processes, started and ended by tests."""

import asyncio
import os
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.telegram.fakes import TOKEN
from tests.telegram.stand_in import StandIn

ROOT = Path(__file__).resolve().parents[2]
SMALL = ("-m", "tests.telegram.small_bot")
OURS = ("BOT_TOKEN", "TELEGRAM_", "PROXY_URL", "WEBHOOK_", "DATABASE", "ADMIN_IDS", "LOG_LEVEL", "METRICS_PORT")


class RunningBot:
    def __init__(self, process: Process, log: Path) -> None:
        self.process, self.log = process, log

    async def end(self, hard: bool = False) -> int:
        """SIGTERM, or SIGKILL; the exit status."""
        if self.process.returncode is None:
            (self.process.kill if hard else self.process.terminate)()
        return await asyncio.wait_for(self.process.wait(), 30)

    async def until_logged(self, words: str) -> None:
        async with asyncio.timeout(20):
            while words not in self.logged():
                await asyncio.sleep(0.05)

    def logged(self) -> str:
        return self.log.read_text(encoding="utf-8")


@asynccontextmanager
async def bot(telegram: StandIn, folder: Path, *program: str, **settings: str) -> AsyncIterator[RunningBot]:
    """A bot that talks to the stand-in; its index stands in `folder`."""
    base = f"http://127.0.0.1:{telegram.port}"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    told = {"BOT_TOKEN": TOKEN, "TELEGRAM_BASE_URL": f"{base}/bot", "TELEGRAM_BASE_FILE_URL": f"{base}/file/bot"}
    environment = clean | told | {"DATABASE": str(folder / "index.db")} | settings
    log = folder / "bot.log"
    with log.open("ab") as errors:
        process = await asyncio.create_subprocess_exec(sys.executable, *(program or SMALL), cwd=ROOT, env=environment, stdout=errors, stderr=errors)
        running = RunningBot(process, log)
        try:
            yield running
        finally:
            await running.end(hard=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
