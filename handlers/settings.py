"""Every setting of the bot: from the environment, else from .env. .env.example explains them."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from handlers.faults import WrongUse

ROOT = Path(__file__).resolve().parent.parent
ENV_FILES = (ROOT / ".env", Path(".env"))  # of the project, then of the folder it is called from: the last one counts
TELEGRAM = "https://api.telegram.org"
# setting -> the form of its value, as a wrong one is told
FORMS: Mapping[str, str] = {
    "BOT_TOKEN": "数字、冒号、字母数字，如 123456789:AAE…，由 @BotFather 给出",
    "TELEGRAM_BASE_URL": "http 或 https 地址，以 /bot 结尾，如 https://api.telegram.org/bot",
    "TELEGRAM_BASE_FILE_URL": "http 或 https 地址，以 /file/bot 结尾，如 https://api.telegram.org/file/bot",
    "PROXY_URL": "http、https、socks5 或 socks5h 地址，如 socks5://127.0.0.1:1080",
    "WEBHOOK_URL": "https 地址，如 https://bot.example.cn/hook",
    "WEBHOOK_PORT": "1 到 65535 的整数，如 8443",
    "WEBHOOK_SECRET": "1 到 256 个字母、数字、_ 或 -",
    "DATABASE": "索引文件的路径，如 data/index.db",
    "ADMIN_IDS": "Telegram 用户号，以逗号分隔，如 12345678,23456789",
    "LOG_LEVEL": "DEBUG、INFO、WARNING、ERROR 或 CRITICAL",
    "METRICS_PORT": "1 到 65535 的整数，如 9100；不设则关闭",
}


class WrongSetting(WrongUse):
    """A setting whose value cannot be used; told with the form it must have, never with its value."""


def _matching(pattern: str, text: str) -> str:
    if not re.fullmatch(pattern, text):
        raise ValueError(pattern)
    return text


def _address(schemes: tuple[str, ...], text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in schemes or not parts.hostname or (parts.port or 1) < 1:
        raise ValueError(schemes)
    return text


def _numbers(text: object) -> object:
    """"12, 34" → ["12", "34"]."""
    return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()] if isinstance(text, str) else text


def _upper(text: object) -> object:
    return text.strip().upper() if isinstance(text, str) else text


WEB = ("http", "https")
Port = Annotated[int, Field(ge=1, le=65535)]
Token = Annotated[str, AfterValidator(partial(_matching, r"(\d+:[A-Za-z0-9_-]+)?"))]
Secret = Annotated[str, AfterValidator(partial(_matching, r"[A-Za-z0-9_-]{1,256}"))]
BotUrl = Annotated[str, AfterValidator(partial(_address, WEB)), AfterValidator(partial(_matching, r".*[^/]"))]
Proxy = Annotated[str, AfterValidator(partial(_address, (*WEB, "socks5", "socks5h")))]
Webhook = Annotated[str, AfterValidator(partial(_address, ("https",)))]
Ids = Annotated[tuple[Annotated[int, Field(gt=0)], ...], NoDecode, BeforeValidator(_numbers)]
Level = Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)]


class Settings(BaseSettings):
    """An empty value is no value."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True)

    bot_token: Token = ""  # of @BotFather; '': the bot answers in the terminal
    telegram_base_url: BotUrl = f"{TELEGRAM}/bot"
    telegram_base_file_url: BotUrl = f"{TELEGRAM}/file/bot"
    proxy_url: Proxy | None = None  # for every request to Telegram
    webhook_url: Webhook | None = None  # None: long polling
    webhook_port: Port = 8443  # on 127.0.0.1
    webhook_secret: Secret | None = None  # None: a new one on each start
    database: Path = ROOT / "data" / "index.db"
    admin_ids: Ids = ()  # Telegram users who may add reports
    log_level: Level = "INFO"
    metrics_port: Port | None = None  # None: no metrics


def load_settings(env_files: Sequence[Path] = ENV_FILES) -> Settings:
    """WrongSetting names every setting that cannot be used, in one line."""
    for file in filter(Path.is_file, env_files):
        _check_lines(file)
    try:
        return Settings(_env_file=env_files)  # type: ignore[call-arg]
    except ValidationError as error:
        names = dict.fromkeys(str(fault["loc"][0]).upper() for fault in error.errors())
        raise WrongSetting("；".join(f"设置 {name} 的值不对，应为：{FORMS[name]}" for name in names) + "。") from None


def _check_lines(file: Path) -> None:
    """A line that is no setting would be passed over; it is told instead."""
    try:
        with file.open(encoding="utf-8") as stream:
            wrong = [binding.original.line for binding in parse_stream(stream) if binding.error or (binding.key and binding.value is None)]
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "不是 UTF-8 文本"
        raise WrongSetting(f"{file}：设置文件无法读取（{reason}）。照 .env.example 改正。") from None
    if wrong:
        raise WrongSetting(f"{file}：第 {wrong[0]} 行不是“名称=值”。照 .env.example 改正。")
