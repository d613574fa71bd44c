"""Full text: everything that is there is found, the best first, whatever is typed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import search
from index.models import Place, Section
from index.store import Entry, Store
from tests.test_store import cell, report, whole

PROSE = (
    "全年共公开信息8,621条，其中政务信息2689条。",
    "规范性文件710件，较上年增加。",
    "市政府网站开设了行政复议专栏，组织业务技能培训50余人次。",
    "對違反規定的行為依法追責，保護第三方合法權益。",
)
TEXTS = st.text("政府信息公开条例行政复议、。 a1", max_size=40)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    opened.save(Entry(replace(report(a="1"), sections=(Section("s1", "一、总体情况", PROSE[:2], Place(0)), Section("s5", "五、问题", PROSE[2:], Place(9))))))
    opened.save(Entry(report("南阳市人民政府", sha256="2", denied="3")))
    yield opened
    opened.close()


@pytest.mark.parametrize(("asked", "found"), [
    ("规范性文件", PROSE[1]), ("8621", PROSE[0]), ("政务信息 公开信息", PROSE[0]), ("行政复议专栏", PROSE[2]), ("技能培训办了多少人次", PROSE[2]),
    ("保护第三方", PROSE[3]), ("ＨＴＭＬ 710", PROSE[1]), ("務技", PROSE[2]),
])
def test_everywhere_and_in_one_report(store: Store, asked: str, found: str) -> None:
    first = store.reports()[1]
    assert first.agency.name == "邓州市人民政府"
    assert store.search(asked)[0][2] == found
    assert store.search(asked, report=first.id)[0][2] == found


def test_the_section_and_the_report_are_told(store: Store) -> None:
    number = store.reports()[1].id
    assert store.search("行政复议") == [(number, "s5", PROSE[2])]
    assert store.search("信息", limit=1) == [(number, "s1", PROSE[0])]
    assert store.search("规范性文件", report=store.reports()[0].id) == []


@pytest.mark.parametrize("asked", ["", " ", "。，", '"', "'; DROP TABLE cell; --", "a\"b OR c*", "邓州: NEAR(x)", "NOT", "（）", "🙂", "公" * 10_000, "\0"])
def test_nothing_typed_is_a_fault(store: Store, asked: str) -> None:
    number = store.reports()[1].id
    assert len(store.search(asked)) <= 5
    assert len(store.search(asked, report=number)) <= 5
    assert len(store.search_cells(asked)) <= 5


def test_cells_by_their_labels(store: Store) -> None:
    store.save(Entry(replace(report("第三县", sha256="3"), cells=(cell("x.1.1", "5")._replace(row_path=("教育收费", "住宿费"), column_path=("金额",)),))))
    number = store.reports()[1].id
    assert [(n, c.id) for n, c in store.search_cells("住宿费")] == [(number, "x.1.1")]
    assert [c.id for _, c in store.search_cells("教育 住宿费金额")] == ["x.1.1"]
    assert store.search_cells("住宿费", report=store.reports()[0].id) == []


def test_a_replaced_report_is_found_no_more(store: Store) -> None:
    store.save(Entry(replace(report(sha256="9", a="1"), sections=(Section("s1", "一、", ("举办培训。",), Place(0)),))))
    assert [text for _, _, text in store.search("信息 规范性文件 培训")] == ["举办培训。"]
    assert whole(store.path) == []


def test_another_dictionary_makes_the_full_text_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.transaction() as connection:
        connection.execute("UPDATE setting SET value = 'jieba 0 rules 0' WHERE key = 'segmenter'")
        connection.execute("INSERT INTO passage_words (passage_words) VALUES ('delete-all')")
    assert store.search("规范性文件") == []
    store.save(Entry(report("第三县", sha256="3", a="1")))
    assert store.search("规范性文件")[0][2] == PROSE[1]
    assert store.setting("segmenter") == search.segmenter_id()


@given(text=TEXTS, data=st.data())
def test_every_run_of_a_text_is_found_to_the_letter(text: str, data: st.DataObject) -> None:
    plain = "".join(search._RUN.findall(text))
    runs = [run for run in search._RUN.findall(text) if not run.isascii() and len(run) > 1]
    if runs:
        run = data.draw(st.sampled_from(runs))
        start = data.draw(st.integers(0, len(run) - 2))
        asked = run[start:data.draw(st.integers(start + 2, len(run)))]
        assert f" {search.pairs(asked)} " in f" {search.pairs(text)} "
    assert all(pair in plain or pair.isascii() for pair in search.pairs(text).split())


@given(text=st.text("政府信息公开。；\n", max_size=900))
def test_pieces_are_the_paragraph(text: str) -> None:
    assert "".join(search.pieces(text)) == text


def test_pieces_end_with_sentences() -> None:
    text = "政府信息公开工作。" * 100
    assert all(piece.endswith("。") and len(piece) <= search.LONG_PASSAGE for piece in search.pieces(text))


def test_labels_of_the_form_are_words() -> None:
    assert {"结果维持", "行政事业性收费", "尚未审结"} <= set(search.words("结果维持3件，行政事业性收费、尚未审结").split())


def test_rank_prefers_rare_pairs_and_keeps_the_order_of_equals() -> None:
    assert search.rank("信息培训", ["公开信息", "信息培训", "信息", "无"], 9) == [1, 0, 2]
    assert search.rank("", ["公开信息"], 9) == search.rank("培训", [], 9) == []
