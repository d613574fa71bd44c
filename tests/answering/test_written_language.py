"""Written language of offices and lawyers, English with a choice, and restrictions that look like it: the figure, or none."""

import pytest

from tests.answering.support import Asked, figures


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("依法予以公开者几件", "15"),
        ("援引《条例》第十五条，以损害第三方合法权益为由不予公开的件数，敬请赐告", "6"),
        ("机关未制作亦未获取相关信息，无从提供者共几件", "3"),
        ("需要另行加工方能提供的有几件", "1"),
        ("申请公开政府信息的数量、频次明显超过合理范围的，2020年计多少件", "0"),
        ("因不服政府信息公开答复而提起行政复议并被维持的案件数量", "41"),
        ("对政府信息公开答复不服而申请复议的件数", "41"),
        ("因政府信息公开行为引发的复议案件几件", "41"),
        ("公民、法人或者其他组织径直起诉的案件有几起", "19"),
        ("先行复议、对复议决定不服再行起诉的案件总计几宗", "0"),
        ("組織專幹參加業務培訓的人次", "50"),
        ("denied to protect third party, how many cases", "6"),
        ("予以公开 or 部分公开, which more", "15"),
        ("direct lawsuits: upheld or corrected more?", "10"),
        ("涉行政执法卷宗而不公开的件数", "0"),
        ("请予提供不予公开之件数", "8"),
        ("自然人提出的申请，以部分公开作结的计若干件", "9"),
        ("予以公开一项，自然人一栏所填数字", "13"),
        ("自然人一列，无法提供一行为何数", "4"),
        ("行政复议结果维持为何", "41"),
        ("本人拟了解行政复议数量，敬请示复", "41"),
        ("规章本年新制作数量这一格是几", "0"),
        ("其他处理件数", "0"),
        ("部分公开总计", "9"),
        ("属于行政查询事项案件总数", "2"),
        ("其他类法人或其他组织新收申请数", "1"),
        ("procurement items", "73"),
        ("依《条例》第二十条第（六）项应予公开之行政强制，其处理决定数量若干", "188"),
        ("依职权主动公开之规范性文件，新制作者几件", "3"),
        ("依第二十条第五项规定主动公开的行政许可处理决定", "28519"),
    ],
)
def test_written_language_is_read(shipped: Asked, question: str, first: str) -> None:
    assert figures(shipped.ask(f"邓州2020年，{question}"))[:1] == [first]


@pytest.mark.parametrize(
    "question",
    [
        "涉外申请几件", "涉农申请几件", "涉及不动产登记的不予公开数", "不动产登记类申请不予公开几件", "各乡镇不予公开几件", "重复申请的有多少人", "重复提交申请的人数",
        "不服答复的有多少人", "乡镇街道办理的申请数", "会议纪要类信息不予公开几件", "十人以下律所提的申请", "收取信息处理费的申请件数",
        "同一申请人多次申请的最高次数", "规章历年累计", "新收申请历年累计", "在法定期限内答复的有几件", "政策性文件多少件",
    ],
)
def test_what_no_form_counts_is_refused(shipped: Asked, question: str) -> None:
    assert shipped.ask(f"邓州2020年{question}").status == "refused"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("对年报内容有疑义应致电何处", "62287056"), ("统计数据的涵盖时段", "2021年12月31日"), ("市政府网站建设方面下步有何举措", "网站建设和管理"),
        ("队伍建设方面，下一年度拟采取何种措施", "人员队伍"), ("受训对象是哪些人员", "乡镇办"),
    ],
)
def test_what_the_prose_tells_is_quoted(shipped: Asked, question: str, words: str) -> None:
    assert words in shipped.ask(f"邓州2020年{question}").text


@pytest.mark.parametrize("parts", ["各项", "各分项", "四项", "各类结果"])
def test_ends_are_added_up_against_their_own_total(shipped: Asked, parts: str) -> None:
    reply = shipped.ask(f"邓州2020年行政复议{parts}之和与总计是否一致")
    assert (reply.verdict, figures(reply)) == ("yes", ["41", "41"])


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("不予公开的各项理由当中，件数恰好为六的是哪一项", "保护第三方合法权益"),
        ("不予公开理由中等于2件的是哪一项", "属于行政查询事项"),
        ("无法提供里正好1件的是哪一类", "没有现成信息需要另行制作"),
    ],
)
def test_the_one_with_that_very_number(shipped: Asked, question: str, label: str) -> None:
    assert [v.label for v in shipped.ask(f"邓州2020年{question}").values] == [label]


def test_how_many_kinds_have_that_very_number(shipped: Asked) -> None:
    assert figures(shipped.ask("邓州2020年不予公开里正好6件的理由有几种")) == ["1"]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hi there, PhD student in Leeds here. How many requests did Dengzhou newly receive from natural persons in 2020?", ["59"]),
        ("requests from a student. How many in Dengzhou 2020?", []),
        ("Dengzhou 2020 procurement amount, how many million yuan", ["42.818773"]),
        ("本所代理一宗案件，拟于代理词中援引邓州2020年度未经复议径行起诉之案件总数，敬请示下", ["19"]),
    ],
)
def test_who_asks_and_what_for_is_passed_over(shipped: Asked, question: str, first: list[str]) -> None:
    assert figures(shipped.ask(question))[:1] == first


def test_what_the_report_itself_rests_on_is_quoted(shipped: Asked) -> None:
    assert "政府信息公开条例" in shipped.ask("邓州2020年的年报依据什么编制").text
    assert "第二十条" in shipped.ask("规章的依据是哪一条").text


def test_without_reason_late_is_one_reason(places: Asked) -> None:
    for question in ("高邮2021年无正当理由逾期不补正件数", "高邮2021年没有正当理由逾期未补正的申请有几件", "高邮2021年申请人无正当理由逾期不补正的几件"):
        assert [v.label for v in places.ask(question).values] == ["逾期不补正"], question


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("机关没有的信息有几件", "3"),
        ("信访举报投诉类者占不予处理者之比例为何", "100.00"),
        ("予以公开或部分公开的占办结的百分之几", "39.34"),
        ("what percentage of completed requests ended in full or partial disclosure", "39.34"),
        ("发在政府网微博加微信公众号上的信息有多少条", "516"),
    ],
)
def test_everyday_words_for_what_was_written(shipped: Asked, question: str, first: str) -> None:
    assert figures(shipped.ask(f"邓州2020年，{question}"))[:1] == [first]


@pytest.mark.parametrize("question", ["一次性答复的几件", "罚款收了多少", "收费项目咋就少了一大半，啥缘故"])
def test_what_no_form_tells_gets_no_figure(shipped: Asked, question: str) -> None:
    assert shipped.ask(f"邓州2020年{question}").status == "refused"


def test_a_term_is_explained_when_its_parts_are_asked(shipped: Asked) -> None:
    assert "公共安全" in shipped.ask("“三安全一稳定”具体是哪几个安全、什么稳定？").text


@pytest.mark.parametrize(("question", "value"), [
    ("请查明邓州2020年予以公开件数", 15),
    ("敬请释明贵市2020年无法提供的数量", 4),
    ("请予书面答复：不予公开共几件", 8),
    ("请就2020年第三方权益不公开件数作出说明", 6),
    ("限三日内告知我方结转下年的件数", 0),
    ("请依法公开2020年行政处罚决定数量", 3715),
    ("申请公开的收到几件", 61),
    ("写文章要用个数：2020年信访举报投诉类不予处理几件", 25),
    ("因公开后可能危害国家安全、公共安全、经济安全和社会稳定而未公开的申请有几件", 0),
    ("属依法确定的国家秘密而不予公开者几何", 0),
])
def test_letters_of_lawyers_and_auditors(shipped: Asked, question: str, value: int) -> None:
    assert shipped.value(question) == value


@pytest.mark.parametrize("question", ["根据《政府信息公开条例》第十四条不予公开几件", "上访户怎么安置", "帮我写文章", "搞了几次网站检查"])
def test_what_is_no_row_gets_no_figure(shipped: Asked, question: str) -> None:
    assert not shipped.ask(question).values
