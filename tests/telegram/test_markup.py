"""Every text that leaves is accepted by Telegram's own parser and says exactly what the answer says."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.markup import clean, first_part, to_parts
from handlers.sentences import SENTENCES, say
from tests.telegram.oracle import html_error, utf16, visible

LINK = "https://t.me/wennianbao_bot?start=aH9t6-trdUxcgbFi5BnMxAA"
HOSTILE = (
    "a < b && c > d", "<b>未闭合", "</b></a>", "<script>alert(1)</script>", "<br><p><table><ul>", "&lt;b&gt; &amp; &nbsp;",
    "<tg-emoji emoji-id='1'>", '<a href="javascript:1">点</a>', "';DROP TABLE cell;--", "*_`[markdown](x)~|", "\u202e倒写\u200b",
    "👨‍👩‍👧‍👦" * 40, "\ud83d 半个字符", "空\x00字节\x07", "\n\n\n", "鄧州市<2020>", "来源<i>：&", "a\r\nb\rc", "<" * 3000, "&" * 5000,
)  # fmt: skip
texts = st.one_of(st.text(), st.text(alphabet="<>&;/ab'\"=来源。，\n \ud800👍"), st.sampled_from(HOSTILE))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("shape", ["{}", "答：{}\n来源：{}", "第一行\n{}", "{}\n来源：表三"])
def test_hostile_words_arrive_as_words(text: str, shape: str) -> None:
    said = clean(shape.replace("{}", text)).strip()
    parts = to_parts(shape.replace("{}", text), LINK)
    assert all(html_error(part) is None and utf16(part) <= 4096 for part in parts)
    assert "".join(map(visible, parts)).replace("\n", "") == "".join(map(visible, [p for p in [plain(said)] if p])).replace("\n", "")


def plain(text: str) -> str:
    """The same words without any markup: what Telegram itself makes of them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(deadline=None)
@given(texts, texts, st.integers(300, 500))
@example("𠮷" * 300, "来源：𠮷", 300)
def test_parts_are_short_accepted_and_complete(first: str, rest: str, limit: int) -> None:
    text = f"{first}\n{rest}"
    parts = to_parts(text, LINK, limit)
    assert all(utf16(part) <= limit and html_error(part) is None for part in parts)
    joined = "".join(p.replace("\n", "") for p in parts)
    for tag in ("<b>", "</b>", f'<a href="{LINK}">', "</a>"):
        joined = joined.replace(tag, "")
    assert joined == plain(clean(text).strip()).replace("\n", "")


@settings(deadline=None)
@given(texts, st.integers(300, 500))
def test_a_group_gets_one_message(text: str, limit: int) -> None:
    part = first_part(text, LINK, say("group_cut"), limit)
    assert utf16(part) <= limit
    assert not part or html_error(part) is None


def test_first_line_is_bold_and_the_source_carries_the_link() -> None:
    assert to_parts("8 件\n6 + 2\n来源：表三", LINK) == [f'<b>8 件</b>\n6 + 2\n<a href="{LINK}">来源</a>：表三']


def test_lines_stay_whole() -> None:
    lines = [f"{n}. " + "邓州市" * 20 for n in range(200)]
    parts = to_parts("\n".join(lines))
    assert len(parts) == 4
    assert [line for part in parts for line in visible(part).split("\n")] == lines


def test_an_over_long_line_is_cut_at_a_full_stop() -> None:
    parts = to_parts("头\n" + ("不予公开" * 300 + "。") * 6)
    assert len(parts) == 2
    assert all(part.endswith("。") for part in parts)


@pytest.mark.parametrize("key", SENTENCES)
def test_fixed_sentences_are_accepted(key: str) -> None:
    for part in to_parts(say(key, **dict.fromkeys(SENTENCES[key].split(), "<邓州&>"))):
        assert html_error(part) is None
