"""Marks of light markup around words and figures."""

import pytest

from index.readers.drawn.marks import heading, plain


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("8 件 [#b]_", "8 件"),
        ("8 [1]_", "8"),
        ("8[^1] | 9 [^注]", "8 | 9"),
        ("8[fn:1]", "8"),
        ('0<ref group="注">据年度台账。</ref> || 3<ref name="a" />', "0 || 3"),
        ("{{formatnum:5516}}", "5516"),
        ("{{formatnum:-50|R}}", "-50"),
        ("{{nowrap|1,434}}", "1,434"),
        ("&nbsp;", "\xa0"),
        ("商业<br/>企业", "商业 企业"),
        ("{{政府信息公开年报|机关=邓州市人民政府|年度=2020}}", "{{政府信息公开年报|机关=邓州市人民政府|年度=2020}}"),
        ("[^1]: 据年度台账。", "[^1]: 据年度台账。"),
        ("国办公开办函〔2021〕30号 [A&B]", "国办公开办函〔2021〕30号 [A&B]"),
    ],
)
def test_marks_of_footnotes_and_of_wikis_are_no_part_of_a_figure(line: str, text: str) -> None:
    assert plain(line) == text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## 一、总体情况", "一、总体情况"), ("##一、总体情况##", "一、总体情况"), ("== 一、总体情况 ==", "一、总体情况"), ("===一、总体情况===", "一、总体情况"),
        ("h2. **一、总体情况**", "一、总体情况"), ("# 邓州市2020年报告", "邓州市2020年报告"),
        ("#1 号文件", ""), ("=====", ""), ("|===", ""), ("=3+5", ""), ("hello.", ""), ("一、总体情况", ""),
    ],
)
def test_a_line_marked_as_a_heading_is_its_words(line: str, words: str) -> None:
    assert heading(line) == words
