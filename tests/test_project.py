"""The project as a whole: what a clone brings, what its papers promise."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.evaluation import evaluate
from tests.evaluation.__main__ import SETS, scored_sets

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-ocr.lock")
SETTINGS = (
    "BOT_TOKEN", "TELEGRAM_BASE_URL", "TELEGRAM_BASE_FILE_URL", "PROXY_URL", "WEBHOOK_URL", "WEBHOOK_PORT", "WEBHOOK_SECRET",
    "DATABASE", "ADMIN_IDS", "LOG_LEVEL", "METRICS_PORT",
)


def tracked() -> list[Path]:
    """Text files that a clone brings; in a folder without git, every file outside of .venv."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if ".venv" not in p.parts]
    return [p for p in (ROOT / n for n in names if n) if p.is_file() and b"\0" not in p.read_bytes()[:4096]]


def offences(text: str) -> list[str]:
    """Addresses of package registries, absolute paths of some machine, notes to oneself."""
    patterns = (
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|registry|mirrors?\.)[^\s\"')]*",
        r"--(?:extra-)?index-url\S*|--find-links\S*",
        r"(?<![\w.:/])/(?:work|root|home|Users)/\w[^\s\"')]*",
        r"\b(?:TO" + r"DO|FIX" + r"ME)\b",
    )
    return [found for pattern in patterns for found in re.findall(pattern, text)]


def test_no_registry_no_absolute_path_no_note_to_oneself() -> None:
    found = {str(p.relative_to(ROOT)): offences(p.read_text(encoding="utf-8", errors="replace")) for p in tracked() if p.name != Path(__file__).name}
    assert not {name: hits for name, hits in found.items() if hits}


@pytest.mark.parametrize("text", ["see https://py" + "pi.org/simple", "pip install --index" + "-url x", "open('/ho" + "me/a.txt')", "# TO" + "DO: later"])
def test_an_offence_is_seen(text: str) -> None:
    assert offences(text)


@pytest.mark.parametrize("text", ["https://www.pingtan.gov.cn/zwgk/a.htm", "tests/home/x", "GET http://127.0.0.1/work/", "methods"])
def test_innocent_text_is_not(text: str) -> None:
    assert not offences(text)


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.M))


def test_locks_are_hashed_and_agree() -> None:
    for lock in LOCKS:
        entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
        assert not [e.splitlines()[0] for e in entries if "==" in e and "--hash=sha256:" not in e]
    run, dev, ocr = map(pins, LOCKS)
    assert run.items() <= dev.items()
    assert run.items() <= ocr.items()


def test_version_license_and_changelog_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")


def test_every_setting_has_its_sample() -> None:
    sample = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#?\s?([A-Z][A-Z_]+)=", sample, re.M)
    assert sorted(set(named)) == sorted(SETTINGS)


def shell_lines(readme: str) -> list[str]:
    """The commands of a README: the lines of its ```sh blocks, without what they are said to print."""
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.S)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("readme", READMES)
def test_make_targets_of_the_readme_exist(readme: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {line.split()[1] for line in shell_lines(readme) if line.startswith("make ")}
    assert {"run", "test"} <= named <= targets


def test_readmes_say_the_same_commands() -> None:
    first, second = (shell_lines(readme) for readme in READMES)
    assert first == second


def test_the_conversation_of_the_readme_is_what_it_answers(tmp_path: Path) -> None:
    """The line behind `echo … | make -s run` and the block below it; `make run` is `bot.py run` in .venv."""
    pattern = r"echo '([^']+)' \| make -s run\n```\n\n```text\n(.*?)```"
    said, same = (re.findall(pattern, (ROOT / readme).read_text(encoding="utf-8"), re.S) for readme in READMES)
    assert said == same
    [(question, answer)] = said
    environment = {**os.environ, "BOT_TOKEN": "", "DATABASE": str(tmp_path / "index.db")}
    command = [sys.executable, "bot.py", "run"]
    run = subprocess.run(command, cwd=ROOT, input=question + "\n", env=environment, capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == answer.strip()


def test_commands_of_the_readme_work(tmp_path: Path) -> None:
    database = str(tmp_path / "index.db")
    commands = [line.split()[2:] for line in shell_lines("README.md") if line.startswith(".venv/bin/python bot.py ")]
    assert {words[0] for words in commands} == {"add", "show", "check", "ask"}
    for words in commands:
        assert subprocess.run([sys.executable, "bot.py", *words, "--db", database], cwd=ROOT, capture_output=True, check=False).returncode == 0, words


def test_accuracy_is_not_worse_than_the_readme_says() -> None:
    claims = [re.findall(r"^\| ((?:dev|fresh)_\w+), \d+ \| ([\d.]+) % \| ([\d.]+) % \| ([\d.]+) % \|", (ROOT / r).read_text(encoding="utf-8"), re.M) for r in READMES]
    assert claims[0] == claims[1]
    assert [claim[0] for claim in claims[0]] == list(SETS)
    scored = scored_sets(SETS)
    for name, accuracy, wrong, refusals in claims[0]:
        found = evaluate.summary(scored[name])
        assert found["accuracy"] >= float(accuracy) - 0.05, (name, found)
        assert found["wrong_rate"] <= float(wrong) + 0.05, (name, found)
        assert found["refusals_right"] >= float(refusals) - 0.05, (name, found)
