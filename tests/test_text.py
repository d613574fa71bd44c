"""The border function: laws on any text, then the spellings that offices really use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.text import kept, label_key, list_number, normalise

ANY = st.text(max_size=80)
# Dense in what the rules touch, so that they meet each other.
TOUCHY = st.text(
    alphabet="根據南(nán)（jù）１,，．.、 　\xa0\t\n\r\u200b①⑴㈠²乾縣县檔案規範性資訊⼆⻓⻚“「〔〕—–−+\u0301a", max_size=40
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(ANY, TOUCHY))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert label_key(label_key(text)) == label_key(text)
    assert label_key(normalise(text)) == label_key(text)


@pytest.mark.parametrize(("printed", "read"), [
    ("１，０８６件", "1，086件"),
    ("　统计\xa0\xa0期限 ", "统计 期限"),
    ("⼀、总体情况⼆⼗⾏⽂", "一、总体情况二十行文"),
    ("⻓春市⻄安区第3⻚", "长春市西安区第3页"),
    ("根據(jù)《條例》", "根据《条例》"),
    ("南(nán)京市", "南京市"),
    ("行政規范性文件", "行政规范性文件"),
    ("規範性檔案", "规范性文件"),
    ("政府資訊公開", "政府信息公开"),
    ("市檔案館", "市档案馆"),
    ("乾安县", "乾安县"),
    ("鄧州市人民政府", "邓州市人民政府"),
    ("国办发〔2014〕32号", "国办发(2014)32号"),
    ("危及“三安全一稳定”", '危及"三安全一稳定"'),
    ("①2020年", "(1)2020年"),
    ("20²", "20"),
    ("−50 －50 –50", "-50 -50 -50"),
    ("规\u200b章\ufeff", "规章"),
    ("\t\t1.属于国家秘密\t0 \t 0", "\t\t1.属于国家秘密\t0\t0"),
    ("商业\r\n企业", "商业\n企业"),
    ("(km) A(à)", "(km) A(à)"),
])
def test_reads(printed: str, read: str) -> None:
    assert normalise(printed) == read


@pytest.mark.parametrize("labels", [
    ("（七）总计", "(七) 总计", "〔七〕总 计", "（七）總計"),
    ("3.危及“三安全一稳定”", "3、危及「三安全一稳定」", "3．危及三安全一稳定", "3,危及 “三安全一稳定“"),
    ("第二十条第（一）项", "第二十条  第(一)项"),
    ("自 然 人", "自\n然\n人", "自然人"),
    ("规 章", "規章", "规章***", "规章†"),
    ("行政规范性文件", "行政規範性檔案"),
])
def test_spellings_of_one_label_have_one_key(labels: tuple[str, ...]) -> None:
    assert len({label_key(label) for label in labels}) == 1


def test_different_labels_keep_different_keys() -> None:
    assert len({label_key(x) for x in ("予以公开", "不予公开", "其他", "3.其他", "（六）其他处理")}) == 5


@pytest.mark.parametrize(("label", "number", "rest"), [
    ("（三）不予公开", "(三)", "不予公开"),
    ("三、本年度办理结果", "三、", "本年度办理结果"),
    ("3、其他", "3.", "其他"),
    ("1.2020年度", "1.", "2020年度"),
    ("12.5", "", "125"),
    ("三安全一稳定", "", "三安全一稳定"),
    ("其他", "", "其他"),
    ("( 六 ) 其他处理", "(六)", "其他处理"),
])
def test_list_number_comes_apart(label: str, number: str, rest: str) -> None:
    assert list_number(label) == (number, rest)


def test_only_what_is_said_of_short_texts_is_kept() -> None:
    asked: list[str] = []
    length = kept(lambda text: asked.append(text) or len(text))
    for text in ("总计", "总计", "报" * 65, "报" * 65):
        assert length(text) == len(text)
    assert asked == ["总计", "报" * 65, "报" * 65]
