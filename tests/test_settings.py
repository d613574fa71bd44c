"""Settings: every one from the environment or .env, a wrong one told by its name and the form it must have."""

import re
from pathlib import Path

import pytest

from handlers.settings import FORMS, ROOT, Settings, WrongSetting, load_settings

GOOD = {
    "BOT_TOKEN": "123456789:AAE_x-9", "TELEGRAM_BASE_URL": "http://127.0.0.1:8081/bot", "TELEGRAM_BASE_FILE_URL": "http://127.0.0.1:8081/file/bot",
    "PROXY_URL": "socks5://u:p@127.0.0.1:1080", "WEBHOOK_URL": "https://bot.example.cn/hook", "WEBHOOK_PORT": "443", "WEBHOOK_SECRET": "a-B_1",
    "DATABASE": "x/y.db", "ADMIN_IDS": "12, 34", "LOG_LEVEL": "debug", "METRICS_PORT": "9100",
}
WRONG = {
    "BOT_TOKEN": ["abc", "123", "123:", "12 3:a b"], "TELEGRAM_BASE_URL": ["api.telegram.org", "ftp://a/bot", "https://", "https://a/bot/"],
    "TELEGRAM_BASE_FILE_URL": ["x"], "PROXY_URL": ["127.0.0.1:1080", "socks9://a", "http://a:99999"], "WEBHOOK_URL": ["http://a.cn/x", "a.cn"],
    "WEBHOOK_PORT": ["0", "65536", "eighty", "8443.5"], "WEBHOOK_SECRET": ["a b", "密"], "ADMIN_IDS": ["me", "1;2", "0", "-5"],
    "LOG_LEVEL": ["LOUD"], "METRICS_PORT": ["-1", "x"],
}


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FORMS:
        monkeypatch.delenv(name, raising=False)


def test_defaults() -> None:
    settings = load_settings([])
    assert settings.bot_token == ""
    assert settings.telegram_base_url == "https://api.telegram.org/bot"
    assert settings.database == ROOT / "data" / "index.db"
    assert (settings.admin_ids, settings.log_level, settings.webhook_port, settings.metrics_port) == ((), "INFO", 8443, None)


@pytest.mark.parametrize("through", ["environment", "file"])
def test_every_setting_is_read(through: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if through == "file":
        (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in GOOD.items()), encoding="utf-8")
    else:
        for name, value in GOOD.items():
            monkeypatch.setenv(name, value)
    settings = load_settings([tmp_path / ".env"])
    assert settings.admin_ids == (12, 34)
    assert settings.log_level == "DEBUG"
    assert settings.database == Path("x/y.db")
    assert (settings.webhook_port, settings.metrics_port) == (443, 9100)
    for name in ("BOT_TOKEN", "PROXY_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "TELEGRAM_BASE_URL", "TELEGRAM_BASE_FILE_URL"):
        assert getattr(settings, name.lower()) == GOOD[name]


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_setting_is_told_by_name_and_form(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as told:
        load_settings([])
    assert str(told.value) == f"设置 {name} 的值不对，应为：{FORMS[name]}。"


def test_every_wrong_setting_is_told_at_once_and_no_value(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=secret-but-wrong\nWEBHOOK_PORT=x\n")
    with pytest.raises(WrongSetting) as told:
        load_settings([tmp_path / ".env"])
    assert "BOT_TOKEN" in str(told.value)
    assert "WEBHOOK_PORT" in str(told.value)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_value_is_no_value(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "")
    assert load_settings([]) == load_settings([])
    assert getattr(load_settings([]), name.lower()) == Settings.model_fields[name.lower()].default


def test_a_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "garbled").write_bytes(b"BOT_TOKEN=\xff\xfe\n")
    (tmp_path / "prose").write_text("LOG_LEVEL=INFO\n我的令牌是\n", encoding="utf-8")
    with pytest.raises(WrongSetting, match="garbled：设置文件无法读取（不是 UTF-8 文本）"):
        load_settings([tmp_path / "garbled"])
    with pytest.raises(WrongSetting, match="prose：第 2 行不是“名称=值”"):
        load_settings([tmp_path / "prose"])
    assert load_settings([tmp_path, tmp_path / "none"]) == load_settings([])


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=ERROR\nMETRICS_PORT=1\n")
    monkeypatch.setenv("LOG_LEVEL", "DEBUG")
    settings = load_settings([tmp_path / ".env"])
    assert (settings.log_level, settings.metrics_port) == ("DEBUG", 1)


def test_the_sample_holds_every_setting_with_a_value_that_is_accepted(tmp_path: Path) -> None:
    sample = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert set(re.findall(r"^#?\s?([A-Z_]+)=", sample, re.M)) == set(FORMS) == {name.upper() for name in Settings.model_fields}
    (tmp_path / ".env").write_text(re.sub(r"^# ([A-Z_]+=)", r"\1", sample, flags=re.M), encoding="utf-8")
    assert load_settings([tmp_path / ".env"]).proxy_url == "socks5://127.0.0.1:1080"
