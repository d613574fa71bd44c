"""The words of questions and the sentences of replies: every data file says what it should, and a broken one says where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from handlers.answering.asked.measures import crosses, load_derived
from handlers.answering.framing import patterned
from handlers.answering.words import lexicon
from handlers.answering.words.lexicon import LexiconError, Sense, load_lexicon
from handlers.answering.words.sentences import load_sentences, say
from handlers.answering.words.speech import FOLDER, load_speech, read_speech, saying, words
from handlers.answering.words.written import spelling
from index.errors import InvalidData
from index.forms import load_forms
from index.text import normalise
from tests.answering.known import known_failures

LEXICON = lexicon.DATA / "lexicon"
FILES = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(LEXICON.glob("*.yaml"))}
OPERATIONS = yaml.safe_load((lexicon.DATA / "operations.yaml").read_text(encoding="utf-8"))
CODE = {file: file.read_text(encoding="utf-8") for file in Path(lexicon.__file__).parents[1].rglob("*.py")}
TABLES = [table for form in load_forms().values() for table in form.tables]
ROWS = {row.id for table in TABLES for row in table.rows} | set(load_derived().rows)
COLUMNS = {("@" if "@" in t.cell else ".") + c.id for t in TABLES for c in t.columns} | {f".{c}" for c in load_derived().columns}
MEASURED = frozenset({"row", "column", "fact", "metric"})
OLD = ("t08.", "t14.")  # tables of 2008 and 2014: the report decides between them and the newer ones


def entries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, content in {**FILES, "operations": OPERATIONS}.items():
        yield from ((name, key, entry if isinstance(entry, dict) else {"strong": entry}) for key, entry in content.items())


# ---------------------------------------------------------------- what is written

@pytest.mark.parametrize("name", ["rows", "columns", "facts", "metrics", "details", "topics", "definitions", "ambiguous", "filler", "operations"])
def test_every_concept_has_a_label_and_words(name: str) -> None:
    bare = [key for file, key, e in entries() if file == name and not (isinstance(e.get("label"), str) and any(e.get(s) for s in ("strong", "weak", "words", "english", "pattern")))]
    assert not bare


def test_rows_and_columns_are_those_of_the_forms() -> None:
    assert not [key for key, entry in FILES["rows"].items() if entry.get("row", key) not in ROWS]
    assert not [key for key in FILES["columns"] if key not in COLUMNS]


def test_every_row_and_column_of_the_forms_can_be_said() -> None:
    named = {sense.id for senses in load_lexicon().words.values() for sense in senses}
    assert not {row.id for table in TABLES for row in table.rows if not row.is_heading} - named
    assert not {c for c in COLUMNS if not c.endswith((".value",))} - named


@pytest.mark.parametrize("field", ["near", "implies"])
def test_what_an_entry_points_to_exists(field: str) -> None:
    known = ROWS | COLUMNS | set(load_lexicon().concepts)
    assert not [(key, other) for _, key, entry in entries() for other in entry.get(field) or () if other not in known]


def test_ambiguous_words_mean_things_that_exist() -> None:
    assert not [(key, m) for key, entry in FILES["ambiguous"].items() for m in entry["means"] if m not in ROWS | COLUMNS | set(FILES["facts"])]
    assert not [key for key, entry in FILES["ambiguous"].items() if not entry["means"]]


def test_rates_are_made_of_rows_that_exist() -> None:
    derived = load_derived()
    for rate in derived.rates.values():
        for term in (*rate.numerator, *rate.denominator):
            row = term.lstrip("-").split("@")[0]
            assert row in ROWS or row.rpartition(".")[0] in ROWS, (rate.id, term)
        assert set(rate.also) <= set(derived.rates)
    assert set(FILES["metrics"]) <= set(derived.rates) | set(derived.rows)


def test_operations_in_the_code_have_words() -> None:
    assert not {op for source in CODE.values() for op in re.findall(r'"(op\.\w+)"', source)} - set(OPERATIONS)


def test_topics_refuse_for_a_reason_of_the_contract() -> None:
    assert {entry.get("reason", "out_of_scope") for entry in FILES["topics"].values()} <= {"out_of_scope", "not_in_report"}


@pytest.mark.parametrize("form", sorted(load_forms()))
def test_labels_of_the_forms_are_understood(form: str) -> None:
    """A printed label, or one of its spellings, is a wording of its row."""
    for table in load_forms()[form].tables:
        for row in (one for one in table.rows if not one.is_heading):
            labels = [spelling(re.sub(r"^[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*", "", normalise(text))) for text in (row.label, *row.variants)]
            assert any(row.id in {s.id for s in load_lexicon().words.get(text, ())} for text in labels), (row.id, labels)


# ---------------------------------------------------------------- one wording, one meaning

def together(senses: list[Sense]) -> bool:
    """Meanings that one wording may have: a row and its column at once, or rows of forms that never meet."""
    rows = {s.id for s in senses if s.kind != "column" and not s.id.startswith(OLD)}
    columns = {s.id for s in senses if s.kind == "column"}
    return len(rows) <= 1 and len(columns) <= 1 and all(crosses(row, column) for row in rows for column in columns)


def instead(senses: list[Sense]) -> bool:
    """Facts of which a report gives one or the other."""
    first, *others = [s.id for s in senses if not s.id.startswith(OLD)] or [""]
    return all(other in load_derived().instead.get(first, ()) for other in others)


def test_a_wording_has_one_sure_meaning() -> None:
    """Several are for words marked weak, or listed in ambiguous.yaml."""
    shared = {
        word: sorted(s.id for s in sure)
        for word, senses in load_lexicon().words.items()
        if len(sure := [s for s in senses if s.strong and s.kind in MEASURED]) > 1 and not together(sure) and not instead(sure)
    }
    known = known_failures("lexicon")
    assert {w: m for w, m in shared.items() if w not in known} == {}
    assert not [w for w in known if w not in shared], "these have one meaning now: take them off the list"


# ---------------------------------------------------------------- broken files

BROKEN = (
    ("op.x: {strong: '(甲|乙'}", "op.x", "missing"),
    ("op.x: {strong: '甲)'}", "op.x", "bracket"),
    ("op.x: {strong: '" + "(一|二|三|四|五|六|七|八|九|十)" * 4 + "'}", "op.x", "at most"),
    ("op.x: 甲、乙", "op.x", "words"),
    ("- 甲\n- 乙", "", "mapping"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder to be broken; the forms stay those of the project."""
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "operations.yaml").write_text("op.and: {strong: 和}", encoding="utf-8")
    monkeypatch.setattr(lexicon, "DATA", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("content", "key", "reason"), BROKEN)
@pytest.mark.parametrize("name", ["operations.yaml", "lexicon/rows.yaml"])
def test_a_broken_file_is_told_with_file_key_and_reason(folder: Path, name: str, content: str, key: str, reason: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError) as told:
        lexicon.build_lexicon()
    message = str(told.value)
    assert Path(name).name in message
    assert key in message
    assert reason in message
    assert "\n" not in message


@pytest.mark.xfail(reason="a file that is no YAML raises the parser's own error, which does not name the file", strict=True)
def test_a_file_that_is_no_yaml_is_told(folder: Path) -> None:
    (folder / "operations.yaml").write_text("op.x: {strong: [", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"operations\.yaml"):
        lexicon.build_lexicon()


def test_a_small_lexicon_is_read_as_written(folder: Path) -> None:
    (folder / "lexicon" / "rows.yaml").write_text("s3.new: {label: 新收, strong: [新收(申请|件)], weak: [收], english: new requests}", encoding="utf-8")
    words = lexicon.build_lexicon().words
    assert {w: [(s.id, s.strong) for s in words[w]] for w in ("新收申请", "新收件", "收", "new request")} == {
        "新收申请": [("s3.new", True)], "新收件": [("s3.new", True)], "收": [("s3.new", False)], "new request": [("s3.new", True)],
    }


def test_of_the_wordings_of_an_operation_the_first_in_the_text_counts_and_those_of_the_whole_message_can_be_told_apart() -> None:
    concepts = {"op.first": {"pattern": ["乙丙?", "甲."]}, "stop": {"pattern": "丁", "whole": True}}
    assert [(op.id, op.text) for op in patterned("甲乙丙丁", lexicon._patterns(concepts))] == [("op.first", "甲乙"), ("stop", "丁")]
    assert {p.id for p in load_lexicon().whole.patterns} == {p.id for p in load_lexicon().patterns.patterns if load_lexicon().concepts[p.id].get("whole")} != set()


# ---------------------------------------------------------------- what is said

def test_every_sentence_is_used() -> None:
    unused = {key for key in load_sentences() if not any(f'"{key}"' in source for source in CODE.values())}
    assert unused == set(known_failures("replies"))


def filled() -> set[str]:
    """Every name that the code fills in: keywords of say(), first members of pairs."""
    names = set()
    for source in CODE.values():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                names |= {word.arg for word in node.keywords if word.arg}
            if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
                names.add(str(node.elts[0].value))
    return names


def test_every_placeholder_is_filled_by_somebody() -> None:
    wanted = {name for sentence in load_sentences().values() for name in re.findall(r"\{(\w+)\}", sentence)}
    assert not wanted - filled()


def test_sentences_are_house_style() -> None:
    for key, sentence in load_sentences().items():
        assert "！" not in sentence, key
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", re.sub(r"\{\w+\}", "", sentence)), key
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]", sentence), key


def test_every_sentence_can_be_said() -> None:
    for key in load_sentences():
        assert "{" not in say(key, **dict.fromkeys(re.findall(r"\{(\w+)\}", load_sentences()[key]), "甲"))


# ---------------------------------------------------------------- ways to say things

def test_the_code_uses_every_entry_of_speech_and_no_other() -> None:
    used = {place for source in CODE.values() for place in re.findall(r'(?:saying|words)\("([a-z_]+\.[a-z_]+)"\)', source)}
    pieces = {f"{file.stem}.{name}" for file in FOLDER.glob("*.yaml") for name in re.findall(r"<([a-z_]+)>", file.read_text(encoding="utf-8"))}
    assert set(load_speech()) - pieces <= used <= set(load_speech())


@pytest.mark.parametrize(("content", "place"), [
    ("found: '几(件'", "found: no regular expression"),
    ("found: '<times>件'", "found: <times> is not known; write the entry times above this one"),
    ("found: []", "found: text is expected"),
    ("found: [1]", "found: text is expected"),
    ("- 几件", ": a mapping is expected"),
    ("found: '几", "line 1: no YAML"),
])
def test_a_broken_file_of_speech_says_where(tmp_path: Path, content: str, place: str) -> None:
    file = tmp_path / "telling.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidData, match=f"telling.yaml: {re.escape(place)}"):
        dict(read_speech(file))


def test_wordings_of_speech_are_looked_up(tmp_path: Path) -> None:
    file = tmp_path / "telling.yaml"
    file.write_text(r"""
number: '一|两'
found: ['<number>(件|项)[(?]', '(?<=第)(?P<place>几)']
about: '关于<word>的'
plain: [加, 加上]
""", encoding="utf-8")
    entries = dict(read_speech(file))
    assert entries["found"].program.written == "(?:一|两)(?:件|项)[(?]|(?<=第)(?P<place>几)"
    assert [m[0] for m in entries["found"].finditer("两项(第几")] == ["两项(", "几"]
    assert entries["about"].said_of("A+", "关于A+的")
    assert not entries["about"].said_of("A+", "关于AA的")
    assert (entries["plain"].words, entries["found"].words) == ({"加", "加上"}, frozenset())
    with pytest.raises(InvalidData, match="plain words are expected"):
        words("telling.ours")
    with pytest.raises(InvalidData, match="nothing: missing"):
        saying("telling.nothing")
