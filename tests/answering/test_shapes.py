"""Stories of a row (data/lexicon/shapes.yaml): each gives its row, none is confused with its like, none swallows what is not its own."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from handlers.answering.words import shapes
from handlers.answering.words.lexicon import LexiconError
from handlers.answering.words.needed import Sieve
from handlers.answering.words.plain import read_question
from index.models import Fact, Place
from tests.answering.archives import Memory, complete, report
from tests.answering.support import Asked
from tests.answering.town import OF_2019, OF_2021, PLAIN
from tests.answering.worlds import BAOYING, GAOYOU

# Pattern by pattern as in the file: what is asked, and the cell that answers it begins with the key.
INLINE: dict[str, tuple[str, ...]] = {
    "s4.suit_after_review": (
        "走完复议再上法院的", "对复议结果不服又去法院的", "上级那儿没说通又去打官司的", "直接起诉的和复议后各",
        "复议罢了又去告的", "先找上级没说通又告到法院的", "先review再sue的", "review完再起诉的", "复议之后败诉的", "对复议不服又起诉的", "先经过复议这一关再打官司的",
    ),
    "s4.suit_direct": ("没找上级直接去法院告的", "直接入禀的", "复议都没走就去起诉的", "没走复议这一步直接告的", "跳过复议告上法院的", "直接找法庭告的"),
    "s3.result.other.fee_unpaid": ("拒不交费的", "费用一直拒绝缴纳的"),
    "s3.result.other.no_supplement": ("没按期补正而不再处理的",),
    "s3.result.unable.unclear": ("补正了还是不清楚的", "still vague after being asked to fix the request", "改了又改还是没讲明白的", "补写了一遍照样看不出要哪份文件的", "remained unclear even after the applicant amended the request"),
    "s3.result.unable.need_make": ("现弄的", "没现成的要重新整理的", "得另外汇总才能给的", "得把好些数凑一块儿重新算的", "不给另做的", "would have needed making a new record", "得专门去算、去分析才能给的", "要汇总整理一遍才有的", "不属于已经制作好的", "没有ready-made的", "得另外compile的", "failing because no ready-made record existed"),
    "s3.result.unable.not_held": ("东西压根不在他们手里的", "手头压根就没有那份档案的", "库房里翻不着的", "failing because the agency held no such information", "经查本机关无此信息者", "不是他们做的文件", "because nobody had the record", "翻遍了也没找着的", "查了档案说信息不存在的", "这事归水利局管，叫人去那边要的", "让申请人找别的部门要的"),
    "s3.result.denied.third_party": ("怕伤到别人利益的", "to protect the privacy of others", "保户第三方合法权益", "baohu disanfang hefa quanyi", "征求人家意见人家不同意的", "人家的电话住址不给看的", "别家企业的数据", "怕得罪街坊的", "涉及企业的商业机密", "当事人死活不愿意公开的", "怕把人家的私事抖出去", "碍着旁人的利益", "牵扯别的公司的商业秘密", "征求第三方意见后因损害其权益没给的", "为保障第三者权益或私隐不披露的"),
    "s3.result.denied.three_security": ("因公开后可能危害国家安全、公共安全、经济安全和社会稳定而未公开的", "危及国家安全、公共安全、经济安全和社会稳定的", "怕老百姓知道了闹起来、影响稳定的", "具有危害公共安全或社会稳定之虞的", "公开了社会要乱的", "会惹出事端、影响大局的", "影响安定团结的", "对社会稳定不好的", "牵扯到经济安全的", "because release might threaten public safety", "影响social stability的"),
    "s3.result.denied.state_secret": ("属依法确定的国家秘密", "上面写着机密俩字的", "保密局不同意的", "because the documents were classified", "经审查属国家秘密的", "文件上盖了机密章的", "公家保密的东西", "依保守国家秘密法定密的", "涉了国家的密的"),
    "s3.result.denied.law_forbidden": ("法律那一关过不去的", "法条写死了不准公开的", "其他法规挡着不给看的", "统计法不准公开的", "法律、行政法规设有禁止性规定的", "refused because another law or regulation forbids disclosure"),
    "s3.result.denied.internal": ("内部考勤不公开的", "内部掌握的东西不给看的", "排班表这类内部的", "关起门来的事", "内部怎么安排人的", "衙门里头自己的事", "人事安排、后勤采买这些"),
    "s3.result.denied.process": ("讨论记录、过程稿、磋商信函之类", "上下级之间来往的公文", "会上记下来的本子", "还在改、没定的", "还没改好的稿子", "往上打的报告、来回的函", "来来回回商量的函件", "征求意见来往的信函", "会议讨论过程的东西", "开会商量的记录", "还没定下来的草稿", "请示、批复过程里的东西", "还在走流程没定下来的", "讨论过程的稿子", "不是最后定的东西"),
    "s3.result.denied.enforcement_file": ("查案时的材料不给看的", "执法时做的笔录、拍的照片", "城管执法的档案", "案子里的材料不给的", "执法办案的卷宗", "卷宗不走信息公开的", "案子的卷宗"),
    "s3.result.denied.query": ("叫去派出所查、没给的", "应另循登记机关查询而不公开的", "told to search the land registry instead", "该走查档手续的", "想查宅子的登记，说得到查询的地方去的", "叫人去登记那块儿查询的", "法律法规对获取登记资料有特别规定的", "查册事项(如土地、公司登记)", "不动产/工商登记查询类"),
    "s3.result.denied": ("就因为这一条没给的", "不往外公开的"),
    "s3.carried_out": ("requests carried forward into the new year", "rolled into the following year"),
    "s3.result.granted": ("完整给出去的", "requests disclosed in full", "got everything they asked for"),
    "s4.suit+.upheld": (
        "没打赢政府的", "政府win官司的", "老百姓没告动公家的", "老百姓告公家告不赢的", "官司win了的", "法院驳了我的", "法院判原告输了的", "我打官司又输了的", "输了官司的村民",
    ),
    "s4.suit+.corrected": (
        "打赢政府的", "把公家告倒的", "官司又翻了案的", "老百姓告公家告赢的", "官司输脱的", "法官说单位不对要改的", "法院要求重来的", "官司lost的", "俺打官司赢了的", "打赢官司的老百姓",
    ),
    ".corrected": (
        "行政复议叫上级打回来重办的", "行政复议把公家扳倒的", "行政复议扳倒了的", "行政复议整翻了的", "行政复议打了政府脸的", "行政复议打脸公家的", "行政复议改掉了的",
        "行政复议让公家改口的", "行政复议上级说做得不对的",
        "行政复议给掰过来的", "行政复议叫上级改了的", "行政复议说公家做得不对的", "行政复议责令重新答复的", "行政复议老百姓赢了的", "行政复议衙门栽了的",
        "行政复议把原决定推翻的", "行政复议推翻了原决定的",
    ),
    ".upheld": (
        "行政复议公家还是赢了的", "行政复议没扳动的", "行政复议勿改的", "行政复议人家说办得对的", "行政复议法官说对的", "行政复议帮着公家说话的",
        "行政复议护着原来那个说法的", "行政复议原来的答复没毛病的", "行政复议原先的结论站得住脚的", "行政复议说没办错的", "行政复议说公家占理的", "行政复议群众白打的",
        "行政复议没翻过来的", "行政复议扳不倒的", "行政复议原样没动的", "行政复议上级偏着公家的", "行政复议支持了原答复的",
    ),
    "s4.suit_direct+.corrected": ("直接去法院告赢公家的",),
    "s4.suit_direct+.upheld": ("直接告输了的",),
    "s4.suit": ("老百姓把公家告到法院的", "村民去告了公家的", "俾人告咗的", "惹了官非的"),
    "s4.review": ("复议完维持的", "告到上级去的", "让上级给评评理的"),
    ".other": ("行政复议没个输赢的", "行政复议半路不干了的", "行政复议没判赢也没判输的", "行政复议没判输也没判赢的", "行政复议另外了结的", "行政复议弄了个旁的结果的"),
    ".pending": ("行政复议仲喺度审紧的", "行政复议还没断下来的", "行政复议勿曾审好个的"),
    "s4.review+.pending": ("复议审议中的", "还在复议当中的", "复议中的", "复议还没整明白的", "复议到年底压着的"),
    "s4.suit+.pending": ("诉讼中的", "官司还没给说法的", "官司还在那儿悬着的"),
    "s4.review+.other": ("复议作其他处理结果的", "复议走到半路自己撤了的"),
    "s4.all": ("复议官司一共", "复议带官司"),
    "s4.review+.corrected": ("上级说公家办错了的", "复议得直的", "复议又翻了案的", "我去复议赢了的", "打赢复议的老百姓"),
    "d.open_rate": ("拿得到的占几成", "一百个申请里能给几个，","申请能拿到的占几成，",),
    "d.closing_rate": ("一百件申请里办完几件，","申请办利索的占几成，",),
    "n.normative": ("正文讲的规范性文件", "normative documents as told in the text"),
    "n.reading_since": ("查阅室最早查到哪一年的", "from which year can the reading room be searched"),
    "n.docno": ("标准化目录通知的文号", "document number of the notice on the catalogue"),
    "n.problems": ("申请为啥难办", "干得不好的地方", "哪块儿整得不行", "办公开申请难在哪里", "主要缺失为何"),
    "n.improvements": ("那些问题打算咋个改", "所列改善方案为何"),
    "meta.contact": ("报告答疑由何部门负责", "对报告有疑问应洽哪个单位"),
    "meta.period": ("从啥时候到啥时候",),
    "meta.agency": ("报告是谁写的", "哪个单位编的报告"),
    "s4.suit_after_review+.corrected": ("复议完又去告赢了的",),
    "s4.suit_after_review+.upheld": ("复议完又去告不倒的",),
    "s4.review+.upheld": ("复议白跑一趟的", "上级也说没办错的"),
    "s4.suit+.other": ("官司作其他处理结果的",),
    "n.reading_room": ("查阅点归谁管",),
}
TEXTS = frozenset({"d", "n", "meta", "filler"})  # what no cell of a table answers: judged by what the words are taken for
STORIES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("stories.yaml").read_text(encoding="utf-8"))
EXAMPLES = {key: (*INLINE.get(key, ()), *STORIES.get(key, ())) for key in {**INLINE, **STORIES}}
EDITIONS = {"t08": 2018, "s2": 2019, ".change": 2019, ".new_disclosed": 2019}  # the form that has it; 2021 has the others
CASES = [(key, number, text) for key, texts in EXAMPLES.items() for number, text in enumerate(texts)]
OPAQUE = ("没走复议这一步直接告的", "先经过复议这一关再打官司的", "拒不交费的", "手头压根就没有那份档案的", "怕伤到别人利益的",
          "危及国家安全、公共安全、经济安全和社会稳定的", "requests carried forward into the new year", "法官说单位不对要改的")
SUITS = (  # of each pair: after a review, without one
    ("先复议再起诉的", "不经复议直接起诉的"), ("复议之后起诉的", "未先复议即起诉的"), ("经过复议又告上法院的", "未经复议告到法院的"), ("申请过复议再告的", "没申请复议就打官司的"),
    ("走完复议再打官司的", "绕过复议去起诉的"), ("先经复议、然后起诉的", "没有先经复议的诉讼"), ("对复议不服再告的", "直接告到法院的"),
    ("找过上级又告到法院的", "没找上级直接去法院的"), ("先review再sue的", "没review直接sue的"), ("复议了再告的", "复议没走就告的"),
    ("复议后又起诉的", "没有提起过复议、直接起诉的"), ("不服复议而起诉的", "径直起诉的"), ("先做了复议再上法院的", "跳过复议告上法院的"),
)


@pytest.fixture(scope="module")
def asked() -> Asked:
    told = Fact(Decimal(777), "777", "条", False, "主动公开信息", "主动公开政府信息777条。", "s1", Place(2), "n.active_info")
    two = [report(body, year, "2021", complete("2021", PLAIN | OF_2021), facts=(told,)) for body in (BAOYING, GAOYOU) for year in (2021, 2022)]
    old = report(BAOYING, 2018, "2008", complete("2008", {}))
    return Asked(Memory([*two, old, report(BAOYING, 2019, "2019", complete("2019", PLAIN | OF_2019))]))


def question(story: str, key: str = "") -> str:
    start = f"宝应{next((year for part, year in EDITIONS.items() if key.startswith(part)), 2021)}年"
    if story.endswith("为何"):
        return f"{start}{story}"
    return f"how many {story} {start}" if story.isascii() else f"{start}{story}有多少"


def meant(key: str, cells: tuple[str, ...]) -> bool:
    """Every cell is of the row, and of the column, that the key names; of one of two rows when it names two."""
    if "/" in key:
        return any(meant(one, cells) for one in key.split("/"))
    if key == "s4.all":
        return set(cells) == {f"s4.{block}.total" for block in ("review", "suit_direct", "suit_after_review")}
    if key == "@legal_person":
        return set(cells) == {f"s3.new@{c}" for c in ("enterprise", "research", "welfare", "legal_service", "other_org")}
    row, _, column = key.rpartition("+") if "+" in key else ("", "", key) if key[0] in ".@" else (key, "", "")
    return bool(cells) and all(c.startswith(row) and c.endswith(column) for c in cells)


def cells(asked: Asked, text: str) -> tuple[str, ...]:
    reply = asked.ask(text)
    assert len(reply.values) == 1, f"{text}\n{reply}"
    return reply.values[0].cells


def test_every_pattern_has_its_example() -> None:
    content = yaml.safe_load((shapes.DATA / "lexicon" / "shapes.yaml").read_text(encoding="utf-8"))
    assert {key: len(patterns) for key, patterns in content.items()} == {key: len(texts) for key, texts in EXAMPLES.items()}
    compiled = [("+".join(s.id for s in shape.senses), shape.pattern) for shape in shapes.load_shapes().patterns[: len(CASES)]]
    inorder = [(key, number, EXAMPLES[key][number]) for key, patterns in content.items() for number in range(len(patterns))]
    fitting = [pattern.search(read_question(question(text, key))) for (_, pattern), (key, *_, text) in zip(compiled, inorder, strict=True)]
    assert sorted(key for key, _ in compiled) == sorted(key.replace("/", "+") for key, *_ in CASES)
    assert all(fitting), [text for found, (*_, text) in zip(fitting, inorder, strict=True) if not found]


def test_a_pattern_of_the_prose_or_of_the_report_itself_covers_its_example() -> None:
    for shape in shapes.load_shapes().patterns[: len(CASES)]:
        key = "+".join(s.id for s in shape.senses)
        if key.split(".")[0] in TEXTS:
            assert any(shape.pattern.search(read_question(text)) for text in EXAMPLES[key]), key
            assert all(s.kind in ("fact", "metric", "detail", "filler") for s in shape.senses)


def test_what_a_pattern_needs_stands_in_every_text_that_fits_it() -> None:
    texts = [read_question(question(text, key)) for key, *_, text in CASES]
    for shape in shapes.load_shapes().patterns:
        for text in filter(shape.pattern.search, texts):
            assert all(any(sign in text for sign in need) for need in shape.needs), (shape.program.written, text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, _, text in CASES if (key.split(".")[0] not in TEXTS and not text.endswith("各"))])
def test_a_story_gives_its_row_and_no_other(asked: Asked, key: str, text: str) -> None:
    assert meant(key, cells(asked, question(text, key)))


def test_after_a_review_beside_suits_without_one_is_of_the_suits(asked: Asked) -> None:
    assert [v.cells for v in asked.ask("宝应2021年直接起诉的和复议后各有几件").values] == [("s4.suit_direct.total",), ("s4.suit_after_review.total",)]


@pytest.mark.parametrize("text", OPAQUE)
def test_without_the_patterns_the_words_alone_do_not_give_it(asked: Asked, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shapes, "load_shapes", lambda: Sieve[shapes.Shape](()))
    assert not asked.ask(question(text)).values


@pytest.mark.parametrize(("text", "cell"), [
    ("宝应2019年上一年处罚项目有几样", "s2.art20_6.penalty.prev_items"), ("宝应2019年处罚项目比上一年多了几项", "s2.art20_6.penalty.change"),
    ("宝应2019年上一年处罚项目加上本年增减", "s2.art20_6.penalty.prev_items s2.art20_6.penalty.change"), ("宝应2022年上一年处罚了几件", "s2.art20_6.penalty.decisions"),
])
def test_the_year_before_is_a_column_only_beside_items(asked: Asked, text: str, cell: str) -> None:
    assert {c for v in asked.ask(text).values for c in v.cells} == set(cell.split())


@pytest.mark.parametrize(("year", "status"), [(2018, "answered"), (2019, "refused")])
def test_a_label_that_two_old_forms_print_is_read_in_the_form_of_the_report(asked: Asked, year: int, status: str) -> None:
    reply = asked.ask(f"宝应{year}年信函申请数")
    assert (reply.status, [v.cells for v in reply.values]) == (status, [("t08.request.letter@year",)] if status == "answered" else [])


@pytest.mark.parametrize(("after", "direct"), SUITS)
def test_the_two_ways_to_court_are_never_confused(asked: Asked, after: str, direct: str) -> None:
    assert [cells(asked, question(text)) for text in (after, direct)] == [("s4.suit_after_review.total",), ("s4.suit_direct.total",)]


@pytest.mark.parametrize("year", [2021, 2022])
@pytest.mark.parametrize(("name", "agency"), [("宝应", BAOYING), ("高邮", GAOYOU)])
@pytest.mark.parametrize("story", ["补正了{}还是不清楚的有几件", "补正过{}还是不明确的有几件", "危及{}国家安全、公共安全、经济安全的几件"])
def test_a_body_or_a_year_inside_a_story_is_not_swallowed(asked: Asked, story: str, name: str, agency: str, year: int) -> None:
    for text in (f"{year}年{story.format(name)}", f"{name}{story.format(f'{year}年')}", story.format(f"{name}{year}年")):
        assert [(v.agency, v.year) for v in asked.ask(text).values] == [(agency, year)], text


@pytest.mark.parametrize(("pattern", "reason"), [("(复议", "missing"), ("[复", "unterminated"), ("复议)", "unbalanced"), ("*复", "nothing to repeat")])
def test_a_broken_pattern_is_named_with_its_row_and_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, reason: str) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "shapes.yaml").write_text(yaml.safe_dump({"s4.suit": ["起诉", pattern]}, allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr(shapes, "DATA", tmp_path)
    with pytest.raises(LexiconError, match=rf"s4\.suit: .*{reason}"):
        shapes.load_shapes.__wrapped__()


@pytest.mark.parametrize(("text", "row"), [
    ("人家说补写了还是没写清要啥，这种最后没法给的一共几件", "s3.result.unable.unclear"),  # a question word inside a story asks nothing
    ("说是没定的，不给看的有几件", "s3.result.denied.process"),  # an everyday word for a reason beside a refusal
    ("权益，所以不公开的有几件", "s3.result.denied.third_party"),
])
def test_a_reason_beside_a_refusal_says_which_it_is(asked: Asked, text: str, row: str) -> None:
    assert meant(row, cells(asked, f"宝应2021年{text}"))


@pytest.mark.parametrize("text", ["怕悲伤没给的有几件", "说公开了螃蟹要跑，不给的有几件", "担心惭愧没公开的有几件"])
def test_a_reason_nobody_knows_is_no_group_of_reasons(asked: Asked, text: str) -> None:
    assert not asked.ask(f"宝应2021年{text}").values
