"""Plain text as telephones and word processors leave it: rows that a narrow page broke, wide bars between cells, leaders before figures."""

import textwrap

import pytest

from tests.test_layouts import figures, read

PROSE = "全年共受理各类咨询办理人大代表建议政协提案并按照规定的时限答复申请人同时完善公开目录和公开指南" * 9
LINES = (
    PROSE,
    "三、收到和处理政府信息公开申请情况",
    "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计",
    "一、本年新收政府信息公开申请数量 1262 117 - - 52 23 1454",
    "二、上年结转政府信息公开申请数量 62 3 - 0 1 2 68",
    "三、本年度办理结果 （一）予以公开 564 46 - - 26 7 643",
    "（三）不予公开 1.属于国家秘密 - - - - - - -",
    "（七）总计 1298 112 - 0 48 24 1482",
    "四、结转下年度继续办理 26 8 - - 5 1 40",
    "四、政府信息公开行政复议、行政诉讼情况",
    "行政复议 行政诉讼",
    "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉",
    "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计",
    "37 22 29 17 105 15 11 15 7 48 31 10 10 7 58",
)


@pytest.mark.parametrize("width", [13, 18, 30, 400])
def test_rows_broken_at_the_width_of_the_page_are_read_whole(width: int) -> None:
    shown = [row for line in LINES for row in broken(line, width)]
    cells = read("\n".join(shown), "x.txt")
    assert figures(cells, "s3.new") == (1262, 117, None, None, 52, 23, 1454)
    assert figures(cells, "s3.carried_in") == (62, 3, None, 0, 1, 2, 68)
    assert figures(cells, "s3.result.denied.state_secret") == (None,) * 7
    assert figures(cells, "s3.result.total") == (1298, 112, None, 0, 48, 24, 1482)
    assert figures(cells, "s4.suit_after_review") == (31, 10, 10, 7, 58)


def broken(line: str, width: int) -> list[str]:
    """As a telephone does: anywhere between characters, never inside a figure."""
    pieces = "\0".join(line.replace(" ", "\1")).replace("\1", " ")
    for digit in "0123456789":
        for other in "0123456789":
            pieces = pieces.replace(f"{digit}\0{other}", digit + other)
    rows, row = [], ""
    for piece in pieces.split("\0"):
        if row and len(row + piece) > width:
            rows.append(row.rstrip())
            row = ""
        row += piece if row or piece != " " else ""
    return [*rows, row]


@pytest.mark.parametrize("bar", ["｜", " ｜ ", "￨", "¦", "│"])
def test_wide_bars_between_cells_and_full_width_figures_with_units(bar: str) -> None:
    rows = ("申请事项｜自然人｜商业企业｜科研机构｜社会公益组织｜法律服务机构｜其他｜总计", "一、本年新收政府信息公开申请数量｜２，２２８件｜１８１件｜１７件｜０件｜１０５件｜５５件｜２，５８６件",
            "二、上年结转政府信息公开申请数量｜１０９件｜１０件｜０件｜０件｜４件｜２件｜１２５件", "四、结转下年度继续办理｜２０１件｜１件｜０件｜０件｜７件｜３件｜２１２件")  # fmt: skip
    cells = read("\n".join(rows).replace("｜", bar), "x.txt")
    assert figures(cells, "s3.new") == (2228, 181, 17, 0, 105, 55, 2586)
    assert figures(cells, "s3.carried_out") == (201, 1, 0, 0, 7, 3, 212)


def test_a_wide_comma_in_running_text_ends_no_figure() -> None:
    told = "（一）收到申请数；３，４６０条\n1.当面申请数；１０条\n2.传真申请数；１１条\n3.网络申请数；１２条"
    cells = read(f"三、依申请公开情况\n{told}", "x.txt", 2016)
    assert cells["t14.req.received"].value is None
    assert cells["t14.req.fax"].value == 11


def test_two_figures_set_apart_are_not_cut_into_three() -> None:
    body = "第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 80 0 307\n其他对外管理服务事项 53 5"
    cells = read(body, "x.txt", 2019)
    assert all(cells[f"s2.art20_5.other_services.{name}"].value is None for name in ("prev_items", "change", "decisions"))


def test_a_row_of_blocks_on_a_page_of_no_width_stays_apart() -> None:
    body = textwrap.dedent("""\
        自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
        一、本年新收政府信息公开申请数量 4 0 0 0 0 0 4
        二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
        （七）总计
        5 0 0 0 0 0 5
        0 0 0 0 0 0 0""")
    assert figures(read(body, "x.txt"), "s3.result.total") == (5, 0, 0, 0, 0, 0, 5)


NEW, IN = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他组织")


@pytest.mark.parametrize("leader", [" ………… ", "......", " ．．．．． ", " ---------- ", " _____ ", "······"])
@pytest.mark.parametrize("total", ["（总计）", ""])
@pytest.mark.parametrize("among", ["其中：", ""])
def test_an_outline_with_leaders_before_its_figures(leader: str, total: str, among: str) -> None:
    told = {NEW: (9, 3, 0, 0, 1, 2, 15), IN: (1, 0, 0, 0, 0, 0, 1), "（七）总计": (8, 3, 0, 0, 1, 2, 14), "四、结转下年度继续办理": (2, 0, 0, 0, 0, 0, 2)}
    rows = []
    for label, values in told.items():
        rows.append(f"{label}{total if label != '（七）总计' else ''}{leader}{values[-1]}")
        rows += [f"  {among if not n else ''}{name}{leader}{value}" for n, (name, value) in enumerate(zip(APPLICANTS, values[:-1], strict=True))]
    cells = read("\n".join(("第二十条第（一）项", "  行政规范性文件", *(f"    {name}{leader}{n}" for n, name in enumerate(("本年制发件数", "本年废止件数", "现行有效件数"), 4)), *rows)), "x.txt")
    assert [figures(cells, row) for row in ("s3.new", "s3.carried_in", "s3.result.total", "s3.carried_out")] == list(told.values())
    assert [cells[f"s2.art20_1.normative.{name}"].value for name in ("issued", "repealed", "in_force")] == [4, 5, 6]


def test_two_figures_behind_a_leader_and_the_contents_of_a_report() -> None:
    body = "一、概述 ........ 1\n二、主动公开情况 ........ 2\n三、依申请公开情况 ........ 4\n指标名称（计量单位） ...... 2022年度 / 历年累计\n"
    body += "主动公开文件数（条） ...... 2355 / 23573\n其中：1.政府网站公开数（条） ...... 2171 / 22928\n2.政府公报公开数（条） ...... 114 / 450\n受理依申请公开信息总数（条） ...... 50 / 602"
    cells = read(body, "x.txt")
    assert [figures(cells, f"t08.{row}") for row in ("active.total", "active.gazette", "request.total")] == [(2355, 23573), (114, 450), (50, 602)]
