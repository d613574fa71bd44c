"""The command line as scripts and people use it: JSON on standard output alone, one clear line when something is wrong."""

import io
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

import bot as program

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "data" / "reports" / "dengzhou_2020.txt"
SETTINGS = {"BOT_TOKEN": "", "DATABASE": "", "METRICS_PORT": ""}  # those of the machine do not count


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def is_one_clear_line(self, status: int, *words: str) -> bool:
        assert (self.status, self.out) == (status, ""), self
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        assert all(word in self.err for word in words), self.err
        return True


def bot(*words: object, stdin: str = "", **environment: str) -> Run:
    """The command in this process: what is loaded once serves every test."""
    streams = [io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline="\n") for text in (stdin.encode(), b"", b"")]
    held = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        with mock.patch.dict(os.environ, {**SETTINGS, **environment}):
            status = program.main([str(word) for word in words])
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        sys.stdin, sys.stdout, sys.stderr = held
    return Run(status, *(stream.buffer.getvalue().decode() for stream in streams[1:]))  # type: ignore[attr-defined]


def bot_process(*words: object, stdin: str = "", **environment: str) -> Run:
    """The command as it is started."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "bot.py"), *map(str, words)], cwd=ROOT, input=stdin, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, **SETTINGS, **environment},
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("cli") / "index.db"
    assert bot("add", REPORT, "--db", file).status == 0
    return file


# ---------------------------------------------------------------- add

def test_add_tells_each_file(tmp_path: Path) -> None:
    db, poem = tmp_path / "index.db", tmp_path / "poem.txt"
    poem.write_text("床前明月光，疑是地上霜。\n" * 30, encoding="utf-8")
    first = bot("add", REPORT, poem, tmp_path / "none.pdf", "--json", "--db", db)
    assert first.status == 1
    added, refused, missing = first.lines
    assert {key: added[key] for key in ("source", "status", "agency", "year", "edition", "cells", "ambiguous", "error")} == {
        "source": str(REPORT), "status": "added", "agency": "邓州市人民政府", "year": 2020, "edition": "2019", "cells": 198, "ambiguous": 0, "error": None,
    }
    assert {f["check"] for f in added["findings"]} == {"period", "prose.normative"}
    assert set(added["findings"][0]) >= {"check", "status", "left", "right", "message"}
    assert added["checks"]["passed"] >= 47
    assert added["checks"]["failed"] == 2
    assert (refused["status"], missing["status"], refused["agency"]) == ("rejected", "rejected", None)
    assert str(poem) in refused["error"]
    assert "none.pdf" in missing["error"]
    assert "合计" in first.err
    again = bot("add", REPORT, "--json", "--db", db)
    assert (again.status, again.err) == (0, "")
    assert again.lines == [added | {"status": "unchanged"}]


def test_add_in_words(tmp_path: Path) -> None:
    done = bot("add", REPORT.parent, "--db", tmp_path / "index.db")
    assert done.status == 0
    assert "新增  邓州市人民政府 2020 年（198 格" in done.out


def test_add_of_an_empty_folder(tmp_path: Path) -> None:
    assert bot("add", tmp_path, "--db", tmp_path / "index.db").is_one_clear_line(1, "没有可读的文件")


# ---------------------------------------------------------------- show, check

@pytest.mark.parametrize("asked", [[], ["邓州市人民政府"], ["邓州", "2020"], ["邓州市", "2020年"]])
def test_show_as_json(db: Path, asked: list[str]) -> None:
    [report] = bot("show", *asked, "--json", "--db", db).lines
    assert {key: report[key] for key in ("agency", "year", "edition", "source")} == {"agency": "邓州市人民政府", "year": 2020, "edition": "2019", "source": str(REPORT)}
    cells = {cell["id"]: cell for cell in report["cells"]}
    assert len(cells) == 198
    third_party = cells["s3.result.denied.third_party@natural"]
    assert third_party.pop("column_path")[-1] == "自然人"
    assert third_party == {
        "id": "s3.result.denied.third_party@natural", "value": "6", "text": "6", "unit": "件", "status": "read",
        "row_path": ["三、本年度办理结果", "(三) 不予公开", "4.保护第三方合法权益"],
    }
    assert [cells[name]["value"] for name in ("s2.art20_8.fee.change", "s2.art20_9.procurement.amount_wan")] == ["-50", "4281.8773"]


def test_show_in_words_cuts_nothing(db: Path) -> None:
    for words in (["show"], ["show", "--grid"]):
        shown = bot(*words, "--db", db).out
        assert all(text in shown for text in ("邓州市人民政府 2020 年", "4281.8773", "行政事业性收费", "5.要求行政机关确认"))
        assert "…" not in shown


def test_check_as_json_and_in_words(db: Path) -> None:
    lines = bot("check", "邓州", "2020", "--json", "--db", db).lines
    assert {line["status"] for line in lines} <= {"passed", "failed", "not_assessable"}
    assert len(lines) >= 50
    balance = next(line for line in lines if line["check"] == "s3.balance@natural")
    assert {key: balance[key] for key in ("agency", "year", "status", "left", "right")} == {
        "agency": "邓州市人民政府", "year": 2020, "status": "passed", "left": "59", "right": "59",
    }
    assert set(balance) >= {"expression", "message"}
    assert "不通过 2" in bot("check", "--db", db).out


# ---------------------------------------------------------------- ask

def test_ask_one(db: Path) -> None:
    done = bot("ask", "邓州市", "2020年", "不予公开多少件", "--json", "--db", db)
    [line] = done.lines
    assert (done.status, done.err) == (0, "")
    assert (line["status"], line["reason"], line["verdict"], line["choices"]) == ("answered", None, None, [])
    assert {key: line["values"][0][key] for key in ("value", "unit", "agency", "year")} == {"value": "8", "unit": "件", "agency": "邓州市人民政府", "year": 2020}
    assert "s3.result.denied.third_party@total" in line["values"][0]["cells"]
    assert isinstance(line["ms"], float)
    words = bot("ask", "邓州市2020年不予公开多少件", "--db", db)
    assert words.out.strip() == line["text"]
    again = bot("ask", "--id", line["answer"], "--json", "--db", db)
    assert (again.lines[0]["text"], again.lines[0]["id"], again.err) == (line["text"], line["answer"], "")


def test_ask_a_batch(db: Path, tmp_path: Path) -> None:
    asked = [
        {"id": "a", "question": "邓州2020年新收多少件"}, {"id": "b", "context": ["邓州2020年新收多少件"], "question": "那企业呢"},
        {"id": 3, "question": "邓州去年新收多少件", "now": "2021-06-01"}, {"question": "<b>"},
    ]
    text = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in asked)
    (tmp_path / "batch.jsonl").write_text("\ufeff" + text, encoding="utf-8")
    from_file = bot("ask", "--batch", tmp_path / "batch.jsonl", "--json", "--db", db)
    assert from_file.status == 0
    assert [line["id"] for line in from_file.lines[:3]] == ["a", "b", 3]
    assert [line["values"][0]["value"] for line in from_file.lines[:3]] == ["61", "1", "61"]
    from_stdin = bot("ask", "--batch", "-", "--json", "--db", db, stdin=text)
    drop = ("ms",)
    assert [{k: v for k, v in a.items() if k not in drop} for a in from_stdin.lines] == [{k: v for k, v in a.items() if k not in drop} for a in from_file.lines]


def test_now_is_the_day_that_last_year_is_counted_from(db: Path) -> None:
    [line] = bot("ask", "邓州去年新收多少件", "--now", "2021-06-01", "--json", "--db", db).lines
    assert (line["status"], line["values"][0]["year"]) == ("answered", 2020)
    [line] = bot("ask", "邓州去年新收多少件", "--now", "2024-06-01", "--json", "--db", db).lines
    assert (line["status"], line["reason"]) == ("refused", "no_year")


def test_trace_goes_to_standard_error(db: Path) -> None:
    done = bot("ask", "邓州2020年新收多少件", "--trace", "--json", "--db", db)
    assert len(done.lines) == 1
    assert "query" in done.err


def test_the_same_bytes_in_every_process(db: Path) -> None:
    words = ("ask", "邓州2020年哪种不予公开的理由最多", "--db", db)
    assert len({bot_process(*words, PYTHONHASHSEED=seed).out for seed in "12"}) == 1


# ---------------------------------------------------------------- chat, run

def test_chat_over_standard_input(db: Path) -> None:
    done = bot("chat", "--db", db, stdin="邓州2020年新收多少件\n那企业呢\n\n退出\n邓州2020年行政处罚多少\n")
    assert done.status == 0
    first, second = done.out.strip().split("\n\n")
    assert "61 件" in first
    assert "1 件" in second
    assert "@BotFather" in done.err
    assert done.err.count("  · ") == 3


def test_a_number_takes_one_of_the_choices(db: Path) -> None:
    done = bot("chat", "--db", db, stdin="邓州2020年维持多少\n1\n")
    offered, answer = done.out.strip().split("\n\n")[:2]
    assert "1. " in offered
    assert answer != offered


def test_run_without_a_token_indexes_and_answers(tmp_path: Path) -> None:
    done = bot_process("run", stdin="邓州市2020年新收到多少件政府信息公开申请？\n", DATABASE=str(tmp_path / "sub" / "index.db"))
    assert done.status == 0
    assert "61 件" in done.out
    assert "新增  邓州市人民政府 2020 年" in done.err
    assert (tmp_path / "sub" / "index.db").exists()
    assert "新增" not in bot("run", DATABASE=str(tmp_path / "sub" / "index.db")).err


# ---------------------------------------------------------------- what is wrong

@pytest.mark.parametrize(("words", "status", "told"), [
    ([], 2, "没有写命令"), (["frobnicate"], 2, "没有命令 frobnicate"), (["add"], 2, "没有写文件"), (["ask"], 2, "三者取一"), (["ask", "--batch"], 2, "--batch"),
    (["ask", "--loud", "x"], 2, "没有选项 --loud"), (["ask", "x", "--batch", "-"], 2, "三者取一"), (["ask", "x", "--now", "昨天"], 2, "2021-06-01"),
    (["ask", "--batch", "none.jsonl"], 2, "none.jsonl"), (["show", "邓州", "2020", "x"], 2, "多出了 x"), (["show", "邓州", "二零"], 2, "二零"),
    (["show", "火星"], 1, "火星"), (["show", "邓州", "2019"], 1, "2020"), (["check", "邓州", "1999"], 1, "1999"), (["ask", "--id", "nothing"], 1, "nothing"),
])
def test_a_wrong_command_is_one_clear_line(db: Path, words: list[str], status: int, told: str) -> None:
    assert bot(*words, *(["--db", db] if words and words[0] in ("ask", "show", "check") and words[-1] != "--batch" else [])).is_one_clear_line(status, told)


@pytest.mark.parametrize("words", [["ask", "x"], ["show"], ["check"], ["ask", "--batch", "-"]])
def test_no_index_an_empty_one_and_none(words: list[str], tmp_path: Path) -> None:
    assert bot(*words, "--db", tmp_path / "none.db").is_one_clear_line(1, "none.db", "没有这个索引文件")
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "poem.db").write_text("床前明月光" * 1000)
    assert bot(*words, "--db", tmp_path / "poem.db").is_one_clear_line(1, "poem.db")
    subprocess.run([sys.executable, "-c", "import sys; from index.store import Store; Store(sys.argv[1])", str(tmp_path / "empty.db")], cwd=ROOT, check=True)
    assert bot(*words, "--db", tmp_path / "empty.db").is_one_clear_line(1, "还没有报告")


def test_a_line_that_is_no_question_ends_the_batch(db: Path) -> None:
    done = bot("ask", "--batch", "-", "--json", "--db", db, stdin='{"id": "a", "question": "邓州2020年新收多少件"}\nwhat\n')
    assert done.status == 2
    assert done.lines[0]["id"] == "a"
    assert done.err == "第 2 行不是问题：每行应为 JSON 对象，now 应为 2021-06-01 这样的日期。\n"


@pytest.mark.parametrize("line", ["[" * 100_000, "null", "3", '{"question": 3}', '{"question": "x", "context": "y"}', '{"question": "x", "now": 5}', '{"context": []}'])
def test_no_line_of_a_batch_is_a_traceback(db: Path, line: str) -> None:
    assert bot("ask", "--batch", "-", "--json", "--db", db, stdin=line + "\n").is_one_clear_line(2, "第 1 行不是问题")


@pytest.mark.parametrize("text", ["", " ", "\ud800邓州", "\0", "邓" * 20_000, "'; DROP TABLE cell; --", "<b>&</b>", "🙂"])
def test_no_question_is_a_traceback(db: Path, text: str) -> None:
    done = bot("ask", "--batch", "-", "--json", "--db", db, stdin=json.dumps({"question": text}))
    assert (done.status, done.err, len(done.lines)) == (0, "", 1)
    assert done.lines[0]["values"] == []


def test_ctrl_c_stops_in_one_line(tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / "bot.py"), "chat", "--db", str(tmp_path / "index.db")]
    chatting = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ, **SETTINGS},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a run in the background may have it ignored
    )
    assert chatting.stderr
    while "Ctrl-D" not in chatting.stderr.readline():
        pass
    chatting.send_signal(signal.SIGINT)
    out, err = chatting.communicate()
    assert (chatting.returncode, out, err.strip()) == (130, "", "已停止。")


def test_a_wrong_setting_stops_the_start(tmp_path: Path) -> None:
    assert bot_process("run", METRICS_PORT="nine").is_one_clear_line(2, "METRICS_PORT", "9100")
    for words in (["chat"], ["show"]):
        assert bot(*words, METRICS_PORT="nine").is_one_clear_line(2, "METRICS_PORT", "9100")


def test_a_reader_that_goes_away_is_no_fault(db: Path) -> None:
    script = f"{sys.executable} {ROOT}/bot.py show --json --db {db} | head -c 10"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stderr == ""


def test_started_anywhere_in_any_locale(db: Path, tmp_path: Path) -> None:
    words = [sys.executable, str(ROOT / "bot.py"), "check", "邓州", "--json", "--db", str(db)]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, env={**os.environ, **SETTINGS, "LC_ALL": "C"}, check=True)
    assert json.loads(done.stdout.decode().splitlines()[0])["agency"] == "邓州市人民政府"


def test_help_is_chinese_and_names_every_command() -> None:
    done = bot("--help")
    assert done.status == 0
    assert all(name in done.out for name in ("add", "show", "ask", "check", "chat", "run", "问年报"))
