"""Names in questions: every name of an agency finds it, a misspelt one is corrected, another place never is."""

from itertools import islice

import pytest

from index.models import Agency
from index.places import load_places
from index.text import normalise
from index.vocabulary import AgencyIndex, NameHit, agency_names
from tests.benchmarks.synthetic import AGENCIES
from tests.benchmarks.synthetic import agencies as every_agency

NAMES = ("邓州市人民政府", "平潭综合实验区管委会", "淮安市人民政府", "淮安市洪泽区人民政府", "杭州市人民政府", "沭阳县发展和改革局", "上海市科学技术委员会")


def index_of(*names: str) -> AgencyIndex:
    places = load_places()
    made = [(number, name, agency_names(name, places)) for number, name in enumerate(names)]
    return AgencyIndex([Agency(n, name, a.names, a.place_code, a.kind) for n, name, a in made], places)


@pytest.fixture(scope="module")
def index() -> AgencyIndex:
    return index_of(*NAMES)


def find(index: AgencyIndex, question: str) -> tuple[NameHit, ...]:
    return index.find(normalise(question))


def said(hits: tuple[NameHit, ...], names: tuple[str, ...] = NAMES) -> list[tuple[str, str, list[str]]]:
    return [(hit.text, hit.how, [names[i] for i in hit.agencies]) for hit in hits]


@pytest.mark.parametrize(("name", "expected"), [
    ("邓州市人民政府", {"邓州市政府", "邓州市", "邓州"}),
    ("平潭综合实验区管委会", {"平潭综合实验区", "平潭实验区", "平潭管委会", "平潭综合实验区管理委员会", "平潭"}),
    ("上海市科学技术委员会", {"上海市科委", "上海科委", "上海市科技委"}),
    ("沭阳县发展和改革局", {"沭阳县发改局", "沭阳发改局"}),
    ("淮安市洪泽区人民政府", {"洪泽区", "洪泽", "淮安洪泽", "洪泽区政府", "淮安市洪泽区"}),
    ("邓州市城关镇人民政府", {"邓州市城关镇", "邓州城关镇"}),
    ("恩施土家族苗族自治州人民政府", {"恩施州", "恩施", "恩施州政府"}),
])
def test_names_of_an_agency(name: str, expected: set[str]) -> None:
    found = agency_names(name, load_places())
    assert found.names[0] == name
    assert expected <= set(found.names)


def test_every_name_finds_its_agency() -> None:
    for name in NAMES:
        alone = index_of(name)
        for other in agency_names(name, load_places()).names:
            hits = find(alone, f"{other}2020年新收多少件")
            assert [(hit.text, hit.agencies) for hit in hits] == [(other, (0,))], other
            assert hits[0].how in ("exact", "ambiguous"), other


@pytest.mark.parametrize(("question", "expected"), [
    ("邓州市政府2020年几件", [("邓州市政府", "exact", ["邓州市人民政府"])]),
    ("鄧州市2020年訴願維持幾件", [("邓州市", "exact", ["邓州市人民政府"])]),
    ("南阳邓州的新收", [("南阳邓州", "exact", ["邓州市人民政府"])]),
    ("淮安洪泽2023年新收", [("淮安洪泽", "exact", ["淮安市洪泽区人民政府"])]),
    ("洪泽县2023年", [("洪泽县", "exact", ["淮安市洪泽区人民政府"])]),
    ("邓州和平潭哪个多", [("邓州", "exact", ["邓州市人民政府"]), ("平潭", "exact", ["平潭综合实验区管委会"])]),
    ("平潭管委会2022年", [("平潭管委会", "exact", ["平潭综合实验区管委会"])]),
    ("平潭县2021年新收", [("平潭县", "foreign", [])]),
    ("上海2024年几件", [("上海", "foreign", [])]),
    ("上海科委和沭阳发改局", [("上海科委", "exact", ["上海市科学技术委员会"]), ("沭阳发改局", "exact", ["沭阳县发展和改革局"])]),
    ("沭阳县发改委2023", [("沭阳县发改委", "near", ["沭阳县发展和改革局"])]),
    ("发改局2023年收了几件", [("发改局", "only", ["沭阳县发展和改革局"])]),
    ("邓州政府集中采购多少万", [("邓州", "exact", ["邓州市人民政府"])]),
    ("邓州政府信息公开申请", [("邓州", "exact", ["邓州市人民政府"])]),
    ("邓州市政务公开办的电话", [("邓州市", "exact", ["邓州市人民政府"])]),
    ("邓州法院判了几起", [("邓州", "exact", ["邓州市人民政府"])]),
    ("河南几个县级市，想问邓州2020年", [("河南", "exact", ["邓州市人民政府"]), ("邓州", "exact", ["邓州市人民政府"])]),
    ("Dengzhou 2020", [("dengzhou", "exact", ["邓州市人民政府"])]),
    ("In Dengzhou's 2020 report", [("dengzhou", "exact", ["邓州市人民政府"])]),
    ("deng zhou shi 2020", [("deng zhou shi", "exact", ["邓州市人民政府"])]),
    ("qing wen deng zhou 2020", [("deng zhou", "exact", ["邓州市人民政府"])]),
    ("wen deng 2020", [("wen deng", "foreign", [])]),
    ("Hangzhou vs Huai'an", [("hangzhou", "exact", ["杭州市人民政府"]), ("huai'an", "exact", ["淮安市人民政府"])]),
    ("huaian 2024 xingzheng chufa", [("huaian", "exact", ["淮安市人民政府"])]),
    ("huaiyin district 2024", [("huaiyin district", "foreign", [])]),
    ("Shanghai Science and Technology Commission 2024",
     [("shanghai science and technology commission", "exact", ["上海市科学技术委员会"])]),
])
def test_right_names(index: AgencyIndex, question: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert said(find(index, question)) == expected


@pytest.mark.parametrize(("agencies", "question", "expected"), [
    (("盱眙县教育体育局",), "盱眙县教育和体育局2020年", [("盱眙县教育和体育局", "exact", ["盱眙县教育体育局"])]),
    (("盱眙县教育体育局",), "盱眙教体局2020年", [("盱眙教体局", "exact", ["盱眙县教育体育局"])]),
    (("威海火炬高技术产业开发区管委会", "威海市人民政府"), "威海市高新技术产业开发区2020年",
     [("威海市高新技术产业开发区", "exact", ["威海火炬高技术产业开发区管委会"])]),
    (("威海火炬高技术产业开发区管委会", "威海市人民政府"), "威海高新区2020年", [("威海高新区", "exact", ["威海火炬高技术产业开发区管委会"])]),
    (("盱眙县经济开发区管委会", "盱眙县人民政府"), "盱眙经开区2020年", [("盱眙经开区", "exact", ["盱眙县经济开发区管委会"])]),
    (("盱眙县经济开发区管委会", "盱眙县人民政府"), "盱眙县2020年", [("盱眙县", "exact", ["盱眙县人民政府"])]),
    (("长宁市国家税务局", "上海市长宁区人民政府"), "长宁市国家税务局2016年", [("长宁市国家税务局", "exact", ["长宁市国家税务局"])]),
    (("国家税务总局邓州市税务局",), "国家税务总局邓州市税务局2020年", [("国家税务总局邓州市税务局", "exact", ["国家税务总局邓州市税务局"])]),
    (("国家税务总局邓州市税务局",), "邓州税务局2020年", [("邓州税务局", "exact", ["国家税务总局邓州市税务局"])]),
    (("国家金融监督管理总局江苏监管局", "中国证监会江苏监管局"), "中国证券监督管理委员会江苏监管局2020年",
     [("中国证券监督管理委员会江苏监管局", "exact", ["中国证监会江苏监管局"])]),
    (("国家金融监督管理总局江苏监管局", "中国证监会江苏监管局"), "财政部江苏监管局2020年", [("财政部江苏监管局", "department", [])]),
    (("国家金融监督管理总局江苏监管局", "中国证监会江苏监管局"), "江苏监管局2020年",
     [("江苏监管局", "ambiguous", ["国家金融监督管理总局江苏监管局", "中国证监会江苏监管局"])]),
    (("国家统计局江苏调查总队",), "江苏调查总队2020年", [("江苏调查总队", "exact", ["国家统计局江苏调查总队"])]),
    (("第八师石河子市",), "兵团第八师石河子市2020年", [("兵团第八师石河子市", "exact", ["第八师石河子市"])]),
    (("第八师石河子市",), "石河子2020年", [("石河子", "exact", ["第八师石河子市"])]),
    (("邓州市12345热线中心",), "邓州市12345热线中心2020年", [("邓州市12345热线中心", "exact", ["邓州市12345热线中心"])]),
    (("湖北省公安局", "公安县人民政府"), "湖北省公安局2020年", [("湖北省公安局", "exact", ["湖北省公安局"])]),
    (("和县人民政府",), "和县人民政府2020年", [("和县人民政府", "exact", ["和县人民政府"])]),
    (("和县人民政府",), "各市和县人民政府2020年", []),
    (("济南市市中区人民政府", "枣庄市市中区人民政府"), "市中区2020年", [("市中区", "ambiguous", ["济南市市中区人民政府", "枣庄市市中区人民政府"])]),
    (("济南市市中区人民政府", "枣庄市市中区人民政府"), "枣庄市中区2020年", [("枣庄市中区", "exact", ["枣庄市市中区人民政府"])]),
    (("南京市鼓楼区人民政府", "福州市鼓楼区人民政府"), "鼓楼区政府2020年", [("鼓楼区政府", "ambiguous", ["南京市鼓楼区人民政府", "福州市鼓楼区人民政府"])]),
    (("鼓楼区人民政府", "福州市鼓楼区人民政府"), "鼓楼区2020年", [("鼓楼区", "ambiguous", ["鼓楼区人民政府", "福州市鼓楼区人民政府"])]),
    (("鼓楼区人民政府",), "南京市鼓楼区2020年", [("南京市鼓楼区", "foreign", [])]),  # of which city the report is, nobody knows
])
def test_one_body_by_all_its_names(agencies: tuple[str, ...], question: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert said(find(index_of(*agencies), question), agencies) == expected


def test_every_name_of_a_large_index_names_its_agency() -> None:
    names = [name for name, *_ in islice(every_agency(), 0, AGENCIES, 3)]
    large = index_of(*names)
    assert [name for number, name in enumerate(names) if [hit.agencies for hit in find(large, f"{name}2021年新收多少")] != [(number,)]] == []


@pytest.mark.parametrize(("question", "typed", "right", "agency"), [
    ("邓洲2020年几件", "邓洲", "邓州", "邓州市人民政府"),
    ("登州2020年几件", "登州", "邓州", "邓州市人民政府"),
    ("请问灯州市的复议", "灯州市", "邓州市", "邓州市人民政府"),
    ("帮我查邓周市政府的电话", "邓周市政府", "邓州市政府", "邓州市人民政府"),
    ("2025年杭洲行政许可", "杭洲", "杭州", "杭州市人民政府"),
    ("准安2024年几件", "准安", "淮安", "淮安市人民政府"),
    ("沐阳县发改局2023", "沐阳县发改局", "沭阳县发改局", "沭阳县发展和改革局"),
    ("denzhou 2020", "denzhou", "邓州", "邓州市人民政府"),
    ("hangzou 2025", "hangzou", "杭州", "杭州市人民政府"),
])
def test_misspelt_names(index: AgencyIndex, question: str, typed: str, right: str, agency: str) -> None:
    hits = find(index, question)
    assert said(hits) in ([(typed, "pinyin", [agency])], [(typed, "near", [agency])])
    assert hits[0].said == right


@pytest.mark.parametrize(("question", "typed", "right", "agency"), [
    ("洪泽曲2023年几件", "洪泽曲", "洪泽区", "淮安市洪泽区人民政府"), ("上海市科为2024", "上海市科为", "上海市科委", "上海市科学技术委员会"),
    ("沭阳县发改居收了几件", "沭阳县发改居", "沭阳县发改局", "沭阳县发展和改革局"), ("平谭综合实验区2021", "平谭综合实验区", "平潭综合实验区", "平潭综合实验区管委会"),
])
def test_names_of_which_an_end_is_misspelt(index: AgencyIndex, question: str, typed: str, right: str, agency: str) -> None:
    (hit,) = find(index, question)
    assert (hit.text, hit.said, [NAMES[i] for i in hit.agencies]) == (typed, right, [agency])


@pytest.mark.parametrize(("question", "typed", "agency"), [
    ("上海市科委（科学技术委员会）2024", "上海市科委(科学技术委员会)", "上海市科学技术委员会"), ("the shanghai s&t commission (上海市科委)", "shanghai s&t commission (上海市科委)", "上海市科学技术委员会"),
    ("shanghai's science and technology commission in 2024", "shanghai's science and technology commission", "上海市科学技术委员会"), ("杭州市（市政府）2025", "杭州市(市政府)", "杭州市人民政府"),
    ("淮安市政府（淮安市人民政府）2024", "淮安市政府(淮安市人民政府)", "淮安市人民政府"),
])
def test_another_name_in_brackets_is_the_same_agency(index: AgencyIndex, question: str, typed: str, agency: str) -> None:
    hit = find(index, question)[0]
    assert (hit.text, [NAMES[i] for i in hit.agencies]) == (typed, [agency])


@pytest.mark.parametrize("question", ["邓州是2020年", "邓州政府网的微博", "淮安区2024", "洪泽去年几件"])
def test_what_is_said_behind_a_name_is_no_end_of_it(index: AgencyIndex, question: str) -> None:
    assert all(hit.how != "pinyin" for hit in find(index, question))


@pytest.mark.parametrize("name", [
    "郑州", "南阳", "登封", "丹江口", "新野县", "汉中", "苏州", "漳州", "杭锦旗", "淮阴", "淮南", "南京", "徐州", "常州", "儋州", "福州", "抚州",
    "河南省", "沭阳县政府", "宿迁", "雄安新区", "郑州航空港区", "浦东新区", "襄樊", "香港", "北京市朝阳区",
])
def test_other_places_stay_what_they_are(index: AgencyIndex, name: str) -> None:
    assert [(h.text, h.how, h.agencies) for h in find(index, f"{name}2020年收到多少件")] == [(name, "foreign", ())]


@pytest.mark.parametrize("name", ["邓州市教育局", "上海市教委", "杭州市公安局", "淮安市人民医院", "邓州市湍河街道", "邓州的教育局"])
def test_departments_are_not_their_place(index: AgencyIndex, name: str) -> None:
    assert [(h.text, h.how, h.agencies) for h in find(index, f"{name}2020年收到多少件")] == [(name, "department", ())]


@pytest.mark.parametrize("question", [
    "不予公开几件", "和平", "东方", "长安", "新区", "城区和郊区", "市和县的数据", "资源类信息多少", "社会公益组织几件", "数据分析", "信访举报投诉类",
    "合作项目", "重新出具", "fenxi", "gongkai duoshao jian", "现在南部地区", "联系方式", "一共几件", "历史遗留", "委托办理", "可以公开的", "通道",
])
def test_ordinary_words_are_no_places(index: AgencyIndex, question: str) -> None:
    assert find(index, question) == ()


def test_another_body_of_the_place_is_told_and_never_taken() -> None:
    """A county is not the zone on its ground, nor the other way round; a city is not its bureau."""
    for held, names in (("平潭综合实验区管委会", ("平潭县", "平潭县人民政府")), ("平潭县人民政府", ("平潭综合实验区", "平潭管委会")),
                        ("南阳市教育局", ("南阳", "南阳市"))):
        for name in names:
            assert [(hit.how, hit.agencies, hit.beside) for hit in find(index_of(held), f"{name}2020年新收")] == [("foreign", (), (0,))], name
        assert [hit.agencies for hit in find(index_of(held), "平潭2020年新收" if "平潭" in held else "南阳教育局2020年新收")] == [(0,)]


@pytest.mark.parametrize(("question", "name", "agency"), [
    ("洪泽2023跟沭阳发改2023", "沭阳发改", "沭阳县发展和改革局"), ("shanghai kewei 2024", "shanghai kewei", "上海市科学技术委员会"),
    ("new requests of Shanghai STCSM 2024", "shanghai stcsm", "上海市科学技术委员会"),
])
def test_a_bureau_by_less_than_its_name_behind_its_place(index: AgencyIndex, question: str, name: str, agency: str) -> None:
    assert (name, "exact", [agency]) in said(find(index, question))


@pytest.mark.parametrize("question", ["上海行政许可几件", "shanghai license 2024", "沭阳县民政2023", "shanghai statistics 2024"])
def test_other_words_behind_a_place_name_no_bureau(index: AgencyIndex, question: str) -> None:
    assert all(hit.how == "foreign" and hit.beside for hit in find(index, question))


def test_names_of_several_agencies_are_all_offered() -> None:
    both = ("平潭县人民政府", "平潭综合实验区管委会", "南京市鼓楼区人民政府", "福州市鼓楼区人民政府", "上海市科学技术委员会", "上海市教育委员会")
    index = index_of(*both)
    assert said(find(index, "平潭2020年"), both) == [("平潭", "ambiguous", list(both[:2]))]
    assert said(find(index, "平潭县2020年"), both) == [("平潭县", "exact", [both[0]])]
    assert said(find(index, "平潭管委会2020年"), both) == [("平潭管委会", "exact", [both[1]])]
    assert said(find(index, "鼓楼区2020年"), both) == [("鼓楼区", "ambiguous", list(both[2:4]))]
    assert said(find(index, "福州鼓楼2020年"), both) == [("福州鼓楼", "exact", [both[3]])]
    assert [(hit.how, hit.beside) for hit in find(index, "上海2020年")] == [("foreign", (4, 5))]


def test_short_name_means_the_city() -> None:
    assert said(find(index_of("南昌县人民政府"), "南昌2020年"), ("南昌县人民政府",)) == [("南昌", "foreign", [])]


def test_townships_by_their_own_name() -> None:
    names = ("邓州市城关镇人民政府", "邓州市人民政府")
    assert said(find(index_of(*names), "邓州市城关镇2020年"), names) == [("邓州市城关镇", "exact", [names[0]])]
    assert said(find(index_of(*names), "河南省南阳市邓州市城关镇2020年"), names) == [("河南省南阳市邓州市城关镇", "exact", [names[0]])]
    assert said(find(index_of(*names), "湖北省邓州市城关镇2020年"), names)[0][2] == []
    assert said(find(index_of(*names), "邓州市2020年"), names) == [("邓州市", "exact", [names[1]])]


def test_former_names_lead_to_the_agency_of_their_time() -> None:
    names = ("洪泽县人民政府", "淮安市洪泽区人民政府", "莱芜市人民政府", "济南市莱芜区人民政府")
    index = index_of(*names)
    for name, agency in (("洪泽县", 0), ("洪泽区", 1), ("莱芜市", 2), ("莱芜区", 3)):
        assert said(find(index, f"{name}2014年"), names) == [(name, "exact", [names[agency]])]
    assert said(find(index_of(names[0]), "洪泽区2014年"), names) == [("洪泽区", "exact", [names[0]])]


def test_branches_of_national_bodies() -> None:
    names = ("国家税务总局邓州市税务局", "邓州市人民政府")
    assert said(find(index_of(*names), "邓州市税务局2023年"), names) == [("邓州市税务局", "exact", [names[0]])]
    assert said(find(index_of(*names), "邓州税务局和邓州市"), names) == [("邓州税务局", "exact", [names[0]]), ("邓州市", "exact", [names[1]])]


@pytest.mark.parametrize(("question", "expected"), [
    ("南阳的邓州2020年", [("南阳", "exact", ["邓州市人民政府"]), ("邓州", "exact", ["邓州市人民政府"])]),
    ("南阳下辖的邓州", [("南阳", "exact", ["邓州市人民政府"]), ("邓州", "exact", ["邓州市人民政府"])]),
    ("南阳和邓州哪个多", [("南阳", "foreign", []), ("邓州", "exact", ["邓州市人民政府"])]),
    ("河南和邓州比", [("河南", "foreign", []), ("邓州", "exact", ["邓州市人民政府"])]),
    ("杭州市余杭区2025年", [("杭州市余杭区", "foreign", [])]),
    ("淮安区2024年", [("淮安区", "foreign", [])]),
    ("Pingtan Comprehensive Experimental Zone 2021", [("pingtan comprehensive experimental zone", "exact", ["平潭综合实验区管委会"])]),
    ("发改委2023年几件", [("发改委", "near", ["沭阳县发展和改革局"])]),
    ("科委收了几件", [("科委", "only", ["上海市科学技术委员会"])]),
    ("平谭2021年新收", [("平谭", "pinyin", ["平潭综合实验区管委会"])]),
    ("邓州和平谭比", [("邓州", "exact", ["邓州市人民政府"]), ("平谭", "pinyin", ["平潭综合实验区管委会"])]),
    ("我问的是登州", [("登州", "pinyin", ["邓州市人民政府"])]),
    ("上海大学2024年", [("上海大学", "department", [])]),
    ("邓州市政府办2020年", [("邓州市政府办", "related", ["邓州市人民政府"])]),
    ("邓州市人民政府办公室2020年", [("邓州市人民政府办公室", "related", ["邓州市人民政府"])]),
])
def test_names_in_company(index: AgencyIndex, question: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert said(find(index, question)) == expected


@pytest.mark.parametrize("question", ["number of lawsuits in 2020", "training 2020", "requests from companies", "xinshou duoshao", "shenqing 2020 zongshu"])
def test_latin_words_are_no_places(index: AgencyIndex, question: str) -> None:
    assert find(index, question) == ()


def test_hostile_questions(index: AgencyIndex) -> None:
    assert find(index, "啊" * 2000 + "邓州") == ()
    for unit in ("a", "ang ", "邓", "市", "和平", "登州市", "'", "-", " ", "政府", "的教育局", "denzhou "):
        for hit in find(index, unit * (3000 // len(unit))):
            assert 0 <= hit.start < hit.end <= 1000


def test_agencies_inside_a_place(index: AgencyIndex) -> None:
    assert [[NAMES[i] for i in hit.inside] for hit in find(index, "江苏的报告有哪些")] == [["淮安市人民政府", "淮安市洪泽区人民政府", "沭阳县发展和改革局"]]
    assert [[NAMES[i] for i in hit.inside] for hit in find(index, "淮安有哪些报告")] == [["淮安市人民政府", "淮安市洪泽区人民政府"]]
    assert [hit.inside for hit in find(index, "广东有哪些报告")] == [()]


def test_one_short_name_for_several_departments() -> None:
    names = ("沭阳县自然资源和规划局", "杭州市规划和自然资源局", "淮安市自然资源局")
    for place, agency in (("沭阳", 0), ("淮安市", 2)):
        assert said(find(index_of(*names), f"{place}自规局2023年"), names) == [(f"{place}自规局", "exact", [names[agency]])]
