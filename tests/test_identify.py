"""Whose report and which year: titles in every order, contradictions kept, other pages refused."""

from hashlib import sha256
from pathlib import Path

import pytest

from index.errors import NotAReport
from index.identify import Identity, identify
from index.models import Document, Paragraph, Place
from index.places import load_places

SAMPLE = Path(__file__).parent.parent / "data" / "reports" / "dengzhou_2020.txt"
BODY = "一、总体情况\n二、主动公开政府信息情况\n规范性文件\t3\t3\t3\n三、收到和处理政府信息公开申请情况\n本年新收政府信息公开申请数量 1"


def document(text: str, source: str = "report.txt", title: str | None = None) -> Document:
    blocks = tuple(Paragraph(line, Place(number)) for number, line in enumerate(text.split("\n")))
    return Document(source, "text", blocks, sha256(text.encode()).hexdigest(), title)


def identity(text: str, source: str = "report.txt", title: str | None = None) -> Identity:
    return identify(document(text, source, title), load_places())


def details(found: Identity) -> dict[str, str]:
    return {d.key: d.value for d in reversed(found.details)}


def test_sample() -> None:
    found = identity(SAMPLE.read_text(encoding="utf-8"))
    assert (found.agency, found.year) == ("邓州市人民政府", 2020)
    assert details(found) == {
        "agency": "邓州市人民政府", "year": "2020", "period_start": "2020-01-01", "period_end": "2021-12-31",
        "phone": "0377-62287056", "email": "dzsrmzfwz@126.com", "compiler": "邓州市政府办公室", "contact": "邓州市政府办公室政务公开办",
    }
    assert [(c.key, c.expected, c.found) for c in found.conflicts] == [("period_end", "2020-12-31", "2021-12-31")]


@pytest.mark.parametrize(("title", "agency", "year"), [
    ("淮安市人民政府\n2024 年政府信息公开工作年度报告", "淮安市人民政府", 2024),
    ("洪泽区人民政府\n2023 年政府信息公开工作年度报告", "淮安市洪泽区人民政府", 2023),
    ("正文\n2024 年上海市科委政府信息公开工作\n年度报告", "上海市科学技术委员会", 2024),
    ("平潭综合实验区2017年度政府信息公开工作年度报告", "平潭综合实验区管委会", 2017),
    ("标题: 平潭综合实验区2022年度政府信息公开工作年度报告\n来源：平潭县人民政府", "平潭综合实验区管委会", 2022),
    ("沭阳县发改局2023年政府信息公开年度报告-沭阳县发改局", "沭阳县发展和改革局", 2023),
    ("杭州市2025年政府信息公开工作年度报告", "杭州市人民政府", 2025),
    ("武漢市生態環境局二〇二二年政府資訊公開工作年度報告", "武汉市生态环境局", 2022),
    ("邓 州 市 2 0 2 0 年 政 府 信 息 公 开 年 报", "邓州市人民政府", 2020),
    ("清远市教育局2021年度政府信息公开工作年度报告", "清远市教育局", 2021),
    ("赤壁市蒲纺工业园区2020年度政府信息公开年度报告", "赤壁市蒲纺工业园区管委会", 2020),
    ("重庆市荣昌区河包镇人民政府2021年政府信息公开工作年度报告", "重庆市荣昌区河包镇人民政府", 2021),
    ("关于印发《徐闻县2023年政府信息公开工作年度报告》的通知", "徐闻县人民政府", 2023),
    ("首页 政务公开\n当前位置:首页政务公开政府信息公开年报 深圳市龙岗区2024年政府信息公开工作年度报告 来源:区政府", "深圳市龙岗区人民政府", 2024),
    ("政府信息公开工作年度报告\n（2020年度）\n邓州市人民政府", "邓州市人民政府", 2020),
    ("邓州市人民政府\n政府信息公开工作年度报告\n（2020年）", "邓州市人民政府", 2020),
    ("2023年政府信息公开工作年度报告\n发布机构：清远市教育局", "清远市教育局", 2023),
    ("市教育局2021年政府信息公开工作年度报告\n来源：清远市教育局", "清远市教育局", 2021),
    ("沐阳县发改局2023年政府信息公开年度报告\n2023年，沭阳县发改局公开信息。", "沭阳县发展和改革局", 2023),
    ("鼓楼区人民政府2022年政府信息公开工作年度报告\n我区在福州市领导下开展工作。", "福州市鼓楼区人民政府", 2022),
    ("青石市财政局2018年政府信息公开工作年度报告统计表\n", "青石市财政局", 2018),
    ("凤凰镇2019年度政府信息公开年报\n重庆市沙坪坝区凤凰镇位于渝西。", "重庆市沙坪坝区凤凰镇人民政府", 2019),
    ("国家税务总局邓州市税务局2023年政府信息公开工作年度报告", "国家税务总局邓州市税务局", 2023),
    ("邓州市第一高级中学2023年信息公开年度报告", "邓州市第一高级中学", 2023),
    ("生态环境部2023年政府信息公开工作年度报告", "生态环境部", 2023),
    ("武汉经济技术开发区（汉南区）2021年政府信息公开工作年度报告", "武汉经济技术开发区管委会", 2021),
    ("襄樊市2009年政府信息公开工作年度报告", "襄樊市人民政府", 2009),
    ("盱眙县教育体育局2022年政府信息公开年度报告", "盱眙县教育体育局", 2022),
    ("盱眙县教体局2022年政府信息公开年度报告", "盱眙县教育和体育局", 2022),
    ("威海市高新区2022年政府信息公开年度报告", "威海火炬高技术产业开发区管委会", 2022),
    ("威海火炬高技术产业开发区管理委员会2022年政府信息公开年度报告", "威海火炬高技术产业开发区管委会", 2022),
    ("郑州市高新技术产业开发区管委会2022年政府信息公开年度报告", "郑州高新技术产业开发区管委会", 2022),
    ("芜湖经开区2022年政府信息公开年度报告", "芜湖经济技术开发区管委会", 2022),
    ("盱眙经济开发区2022年政府信息公开年度报告", "盱眙经济开发区管委会", 2022),
    ("长宁市国家税务局2016年政府信息公开年度报告", "长宁市国家税务局", 2016),
    ("国家税务总局长宁市税务局2022年政府信息公开年度报告", "国家税务总局长宁市税务局", 2022),
    ("长宁县国家税务局2016年政府信息公开年度报告", "长宁县国家税务局", 2016),
    ("首页 国家税务总局邓州市税务局2022年政府信息公开年度报告", "国家税务总局邓州市税务局", 2022),
    ("国家统计局江苏调查总队2022年政府信息公开年度报告", "国家统计局江苏调查总队", 2022),
    ("中国银保监会南阳监管分局2022年政府信息公开年度报告", "中国银保监会南阳监管分局", 2022),
    ("南阳银保监分局2022年政府信息公开年度报告", "南阳银保监分局", 2022),
    ("中华人民共和国南京海关2022年政府信息公开年度报告", "中华人民共和国南京海关", 2022),
    ("南京气象局2022年政府信息公开年度报告", "南京市气象局", 2022),
    ("荆州市公安局2022年政府信息公开年度报告", "荆州市公安局", 2022),
    ("第八师石河子市2022年政府信息公开年度报告", "第八师石河子市", 2022),
    ("四川省第2监狱2022年政府信息公开年度报告", "四川省第2监狱", 2022),
    ("12345热线中心2022年政府信息公开年度报告", "12345热线中心", 2022),
    ("2022年邓州市第1中学政府信息公开年度报告", "邓州市第1中学", 2022),
    ("邓州市110指挥中心政府信息公开年度报告（2022年）", "邓州市110指挥中心", 2022),
    ("青岛市A区管理处2022年政府信息公开年度报告", "青岛市A区管理处", 2022),
    ("邓州市林业局22年政府信息公开年度报告\n统计期限自2022年1月1日起", "邓州市林业局", 2022),
    ("'22年度邓州市林业局政府信息公开年度报告", "邓州市林业局", 2022),
    ("邓州市林业局政府信息公开年度报告（22年度）", "邓州市林业局", 2022),
    ("邓州市林业局二二年政府信息公开年度报告", "邓州市林业局", 2022),
    ("南澧县卫生健康局2022年政府信息公开年度报告\n与南澧县卫生健康局联系", "南澧县卫生健康局", 2022),
    ("附澧县卫生健康局2022年政府信息公开年度报告\n澧县卫生健康局联系电话", "澧县卫生健康局", 2022),
    ("金沙湾新区管理委员会2022年政府信息公开年度报告", "金沙湾新区管理委员会", 2022),
    ("2022年玉屏山镇人民政府政府信息公开年度报告", "玉屏山镇人民政府", 2022),
    ("龙泉驿镇2022年政府信息公开年度报告", "龙泉驿镇人民政府", 2022),
    ("玉屏城镇管理局2022年政府信息公开年度报告", "玉屏城镇管理局", 2022),
    ("济南市中区2022年政府信息公开年度报告", "济南市市中区人民政府", 2022),
])
def test_titles(title: str, agency: str, year: int) -> None:
    found = identity(f"{title}\n{BODY}")
    assert (found.agency, found.year) == (agency, year)
    assert found.conflicts == ()


@pytest.mark.parametrize(("sentence", "expected"), [
    ("联系电话：（0377）62287056，邮箱：a_b@x.gov.cn。", {"phone": "0377-62287056", "email": "a_b@x.gov.cn"}),
    ("电 话：010-12345678转801；传真：010-12345679", {"phone": "010-12345678-801"}),
    ("电子邮箱：dz ＠ 126.com。通讯地址：邓州市人民路1号；邮政编码：474150", {"email": "dz@126.com", "address": "邓州市人民路1号", "postcode": "474150"}),
    ("统计期限为2020.1.1-2020.12.31", {"period_start": "2020-01-01", "period_end": "2020-12-31"}),
    ("数据统计时限自2020年1月1日零时起至12月31日止", {"period_start": "2020-01-01", "period_end": "2020-12-31"}),
    ("统计期限为2020年1月1日至2020年13月31日", {"period_start": "2020-01-01"}),
    ("现由邓州市政务公开办公室编制发布2020年度报告", {"compiler": "邓州市政务公开办公室"}),
    ("市政府办公室编制了《邓州市2020年年报》", {"compiler": "市政府办公室"}),
    ("如有疑问，请联系：邓州市政务公开办（地址：邓州市新华路），", {"contact": "邓州市政务公开办", "address": "邓州市新华路"}),
    ("发布时间：2021/01/30 10:20 来源：邓州市人民政府", {"published": "2021-01-30"}),
    ("特编制2020年年报。电话会议5次，地址已公开。", {}),
])
def test_details(sentence: str, expected: dict[str, str]) -> None:
    found = details(identity(f"邓州市2020年政府信息公开工作年度报告\n{sentence}\n{BODY}"))
    assert {key: value for key, value in found.items() if key not in ("agency", "year")} == expected


def test_agency_and_year_without_a_title_of_their_own() -> None:
    signed = identity(f"www.888.com2023年政府信息公开工作年度报告\n{BODY}\n南京市财政局\n2024年1月5日")
    assert (signed.agency, signed.year) == ("南京市财政局", 2023)
    for name in ("海门湾经济技术开发区管理委员会", "青石市人民政府", "东岗区民政局", "大青山乡人民政府"):
        assert identity(f"2023年政府信息公开工作年度报告\n{BODY}\n{name}\n2024年1月5日").agency == name
        assert identity(f"{name}\n2023年政府信息公开工作年度报告\n{BODY}").agency == name
    with pytest.raises(NotAReport):  # no place is named
        identity(f"2023年政府信息公开工作年度报告\n{BODY}\n政务公开办公室\n2024年1月5日")
    for opening in ("现将我局2023年政府信息公开工作年度报告", "我局2023年政府信息公开工作年度报告"):
        assert identity(f"{opening}\n公布如下\n{BODY}\n,,咸阳市民政局,\n,,2024年1月5日,").agency == "咸阳市民政局"
    named = identity(f"2023年政府信息公开工作年度报告\n{BODY}", "清远市教育局2023年年报.txt")
    assert (named.agency, named.year) == ("清远市教育局", 2023)
    period = identity(f"邓州市人民政府\n信息公开年度报告\n{BODY}\n统计期限自2020年1月1日起至2020年12月31日止。")
    assert (period.agency, period.year) == ("邓州市人民政府", 2020)


def test_a_place_no_gazetteer_knows_in_a_page_without_line_ends() -> None:
    opening = "青石市人民政府2022年政府信息公开工作年度报告本报告由青石市人民政府办公室编制。所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
    found = identity(opening + BODY.replace("\n", ""))
    assert (found.agency, found.year, found.conflicts) == ("青石市人民政府", 2022, ())
    with pytest.raises(NotAReport):  # nobody but the title says it
        identity(opening.replace("由青石市人民政府办公室", "") + BODY.replace("\n", ""))


def test_titles_of_other_reports_on_the_page_are_no_contradiction() -> None:
    text = "邓州市2018年政府信息公开年报\n邓州市2019年政府信息公开年报\n邓州市2021年政府信息公开工作年度报告\n统计期限为2021年1月1日至12月31日"
    found = identity(f"{text}\n{BODY}", title="邓州市2021年政府信息公开工作年度报告")
    assert (found.year, found.conflicts) == (2021, ())


def test_a_report_that_quotes_the_notice_is_read() -> None:
    quotes = "根据《关于做好2022年度政府信息公开工作年度报告编制发布工作的通知》要求，编制本报告。"
    assert identity(f"邓州市2022年政府信息公开工作年度报告\n{quotes}\n{BODY}").agency == "邓州市人民政府"


def test_contradictions_are_kept() -> None:
    text = f"标题：邓州市2020年政府信息公开工作年度报告\n邓州市2020年政府信息公开工作年度报告\n{BODY}\n南阳市财政局\n2021年1月20日"
    assert [(c.key, c.found) for c in identity(text).conflicts] == [("agency", "南阳市财政局")]
    joint = identity(f"邓州市教育局、邓州市体育局2022年政府信息公开工作年度报告\n{BODY}")
    assert (joint.agency, [(c.key, c.found) for c in joint.conflicts]) == ("邓州市体育局", [("agency", "邓州市教育局")])


@pytest.mark.parametrize("text", [
    f"邓州市2022年第四季度政府信息公开工作报告\n{BODY}",
    f"邓州市教育局2022年上半年政府信息公开工作报告\n{BODY}",
    f"邓州市人民政府办公室关于做好2022年度政府信息公开工作年度报告编制工作的通知\n现就做好年度报告编制工作通知如下\n{BODY}",
    "床前明月光\n疑是地上霜",
    "邓州市2020年部门预算公开报告\n一、总体情况\n二、收入\n三、支出",
    "邓州市政府信息公开指南\n主动公开\n依申请公开",
    "邓州市2020年政府信息公开工作年度报告\n邓州市2019年政府信息公开工作年度报告",
    "",
])
def test_other_pages_are_refused(text: str) -> None:
    with pytest.raises(NotAReport):
        identity(text)
