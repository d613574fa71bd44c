"""Plain text in every encoding it is found in, and the damage that is refused."""

import codecs

import pytest

from index.errors import UnreadableFile
from index.models import Paragraph
from index.readers import read_document
from index.readers.text import whole_records

REPORT = """邓州市人民政府2020年政府信息公开工作年度报告

二、主动公开政府信息情况
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规范性文件\t3\t3\t3
\t\t1.属于国家秘密\t0\t0
三、收到和处理政府信息公开申请情况
"""


def lines(data: bytes) -> list[str]:
    blocks = read_document(data, "x.txt").blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_lines_in_order_with_their_tabs() -> None:
    assert lines(REPORT.encode()) == [line for line in REPORT.splitlines() if line]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert lines(REPORT.encode(encoding)) == lines(REPORT.encode())


def test_traditional_big5() -> None:
    text = "鄧州市人民政府2020年政府信息公開工作年度報告\n規範性檔案\t3\t3\t3\n收到和處理政府信息公開申請情況"
    assert lines(text.encode("big5hkscs")) == text.splitlines()


def test_cut_in_the_middle_of_a_character() -> None:
    assert lines(REPORT.encode()[:-3])[:-1] == lines(REPORT.encode())[:-1]


@pytest.mark.parametrize("damaged", [
    REPORT.encode().decode("gb18030", "replace"),  # UTF-8 opened as GBK
    REPORT.encode().decode("cp1252", "replace"),
    REPORT.encode("gbk").decode("utf-8", "replace"),
    REPORT.encode("ascii", "replace").decode(),  # all question marks
    "锟斤拷" * 40,
])
def test_mojibake_is_refused(damaged: str) -> None:
    with pytest.raises(UnreadableFile, match=r"乱码|问号") as refused:
        read_document(damaged.encode(), "坏.txt")
    assert str(refused.value).startswith("坏.txt：")
    assert "\n" not in str(refused.value)


def test_leaders_are_no_mojibake() -> None:
    text = [f"自然人 {'·' * 40} {n}" for n in range(9)]
    assert lines("\n".join(text).encode()) == text


@pytest.mark.parametrize("data", [b"", b"  \n\t", codecs.BOM_UTF8, b"\0" * 999, bytes(range(256)) * 9])
def test_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_document(data, "x.txt")


def test_metadata_lines_are_found() -> None:
    text = "标题: 平潭综合实验区2020年度报告\n发布时间: 2021-03-05 08:58\n文号: \n发布机构: 办公室  来源：本站\n正文"
    assert dict(read_document(text.encode(), "x.txt").metadata) == {
        "标题": "平潭综合实验区2020年度报告", "发布时间": "2021-03-05 08:58", "发布机构": "办公室", "来源": "本站",
    }


def test_a_missing_file_is_one_line() -> None:
    with pytest.raises(UnreadableFile, match="打不开文件"):
        read_document("/no/such/file.txt")


def test_quoted_cells_of_a_comma_separated_file_run_over_line_ends() -> None:
    lines = ['第一行,1', '"一、本年新收政府', '信息公开申请数量",,221,19', '他说"好,就这样', '下一行']
    assert whole_records(lines) == ['第一行,1', '"一、本年新收政府信息公开申请数量",,221,19', '他说"好,就这样', '下一行']


@pytest.mark.parametrize("mark", [";", "\t"])
def test_quoted_cells_run_over_line_ends_whatever_stands_between_them(mark: str) -> None:
    lines = [mark.join(['信息内容', '"本年新']), mark.join(['制作数量"', '"本年新']), mark.join(['公开数量"', '总数'])]
    assert whole_records(lines) == [mark.join(['信息内容', '"本年新制作数量"', '"本年新公开数量"', '总数'])]


@pytest.mark.parametrize("number", ["{:>4}  ", "{:04d}| ", "{}: ", "{}\t", "[{}] ", "第{}行 ", "L{}:"])
@pytest.mark.parametrize("blanks", [True, False])
def test_numbers_before_every_line_are_taken_off(number: str, blanks: bool) -> None:
    body = [line for line in REPORT.splitlines() * 3 if blanks or line]
    shown = [number.format(n) + line for n, line in enumerate(body, 1)]
    assert lines("\n".join(shown).encode()) == [line for line in body if line]
    shown[7] = body[7]
    assert lines("\n".join(shown).encode())[2] != body[2]
