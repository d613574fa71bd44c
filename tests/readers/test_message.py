"""Mails with a report in their text, in their page or attached."""

from email.message import EmailMessage

import pytest

from index.errors import UnreadableFile
from index.models import Grid
from index.readers import read_document
from tests.readers.make_docx import docx

ROWS = ("自然人 | 商业企业 | 总计", "一、本年新收 | 5 | 1 | 6", "二、上年结转 | 20 | 1 | 21", "三、予以公开 | 7 | 0 | 7", "四、部分公开 | 2 | 3 | 5",
        "五、不予公开 | 4 | 4 | 8", "六、无法提供 | 2 | 0 | 2", "七、不予处理 | 1 | 0 | 1")
PAGE = "<html><body><table>" + "".join(f"<tr><td>{row.replace(' | ', '<td>')}" for row in ROWS) + "</table>"


def mail(text: str, charset: str = "utf-8", cte: str = "base64") -> EmailMessage:
    message = EmailMessage()
    message["Received"] = "from mx.example.cn by mail.example.cn; " * 9
    message.set_content(text, charset=charset, cte=cte)
    return message


def texts(message: EmailMessage) -> list[str]:
    blocks = read_document(bytes(message), "a.eml").blocks
    return [cell.text for block in blocks for cell in (block.cells if isinstance(block, Grid) else (block,))]


@pytest.mark.parametrize(("charset", "cte"), [("utf-8", "base64"), ("gb18030", "quoted-printable"), ("gb2312", "base64")])
@pytest.mark.parametrize("mark", ["", "> ", "| "])
def test_the_text_is_decoded_and_unquoted(charset: str, cte: str, mark: str) -> None:
    lines = ["政府信息公开工作年度报告" * 4 + "。", *(f"{n}、政府信息公开工作年度报告第{n}段正文。" for n in "一二三四五六七八")]
    told = texts(mail("\n".join(mark + line for line in [*lines, *ROWS]), charset, cte))
    assert told[: len(lines)] == lines
    assert told[-1] == ROWS[-1]


def test_the_page_is_read_before_the_text_and_the_text_before_a_page_without_figures() -> None:
    both = mail("见网页")
    both.add_alternative(PAGE, subtype="html")
    assert texts(both)[:3] == ["自然人", "商业企业", "总计"]
    signed = mail("\n".join(ROWS))
    signed.add_alternative("<html><body><p>见文本</body></html>", subtype="html")
    assert "见文本" not in texts(signed)


def test_a_file_attached_is_read_when_the_letter_holds_no_report() -> None:
    message = mail("小李：年报定稿见附件，2023年1月21日前上网。")
    message.add_attachment(docx("<w:p><w:r><w:t>某市人民政府2022年报告</w:t></w:r></w:p>"), maintype="application", subtype="octet-stream", filename="a.docx")
    assert texts(message) == ["某市人民政府2022年报告"]
    assert texts(mail("年报见附件。")) == ["年报见附件。"]


def test_a_message_without_any_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="没有正文"):
        read_document(b"MIME-Version: 1.0\nContent-Type: image/png\n\nxxxx\n", "a.eml")
