"""A table that no form knows is asked about by the labels that it prints, and only when they are all that is asked."""

from pathlib import Path

import pytest

from index.adding import Source
from index.ingest import ingest
from tests.answering.archives import Memory
from tests.answering.support import Asked, figures, first_line

REPORT = Path(__file__).parent.parent.parent / "data" / "reports" / "dengzhou_2020.txt"
TABLE = "政务新媒体情况\n平台\t粉丝数\t发布条数\n微信公众号\t12034\t516\n微博\t8021\t233\n抖音\t\t88\n\n"


@pytest.fixture(scope="module")
def asked() -> Asked:
    text = REPORT.read_text(encoding="utf-8")
    at = text.rindex("三、收到和处理政府信息公开申请情况")
    return Asked(Memory([ingest(Source("样本.txt", data=(text[:at] + TABLE + text[at:]).encode()))[0].report]))


@pytest.mark.parametrize(("question", "values"), [
    ("邓州2020年微信公众号粉丝数多少", ["12034"]), ("微博发布条数是多少", ["233"]), ("抖音的发布条数", ["88"]), ("微信公众号和微博的粉丝数各多少", ["12034", "8021"]),
    ("微博的粉丝数和发布条数分别是多少", ["8021", "233"]), ("新收申请多少", ["61"]), ("行政许可处理决定数量", ["28519"]),
])  # fmt: skip
def test_labels_of_row_and_column_name_a_cell(asked: Asked, question: str, values: list[str]) -> None:
    assert figures(asked.ask(question)) == values


@pytest.mark.parametrize("question", ["微博评论粉丝数多少", "邓州2019年微博粉丝数多少", "微博粉丝数比微信少多少", "南阳市2020年微博粉丝数多少"])
def test_anything_more_is_not_answered_from_it(asked: Asked, question: str) -> None:
    assert figures(asked.ask(question)) == []


def test_a_blank_is_called_blank(asked: Asked) -> None:
    reply = asked.ask("抖音粉丝数多少")
    assert (reply.status, reply.reason) == ("refused", "blank")
    assert "空白" in first_line(reply)
