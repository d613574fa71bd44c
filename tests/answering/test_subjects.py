"""What requests are about is counted nowhere; who sued whom, and what became of a request elsewhere, neither."""

import pytest

from tests.answering.support import Asked


@pytest.mark.parametrize(
    "question",
    [
        "宝应2020年关于学校的申请有几件", "宝应2020年涉及企业的申请多少件", "宝应2020年有关律所的申请几件", "宝应2020年跟科研机构有关的申请有多少", "宝应2020年企业相关的申请几件",
        "how many requests about companies did Baoying get in 2020", "how many lawsuits did the government file in 2020", "宝应2020年政府起诉了多少人",
        "how many requests were shared on weibo in 2020", "宝应2020年谁来申请的，名字给我",
    ],
)
def test_no_figure_is_given(places: Asked, question: str) -> None:
    reply = places.ask(question)
    assert (reply.status, reply.values) == ("refused", ()), reply


@pytest.mark.parametrize("question", ["宝应2020年企业的申请多少件", "宝应2020年自然人提的申请几件", "关于宝应2020年新收申请，几件"])
def test_an_applicant_or_a_matter_told_plainly_is_answered(places: Asked, question: str) -> None:
    assert places.ask(question).values


@pytest.mark.parametrize("question", ["部分公开 rather than 不予公开 in 2020, 宝应几件", "宝应2020年 partial disclosure rather than denied, how many"])
def test_what_is_ruled_out_is_not_asked_for(places: Asked, question: str) -> None:
    assert [v.label for v in places.ask(question).values] == ["部分公开"]


def test_a_formula_is_told_without_a_report(places: Asked) -> None:
    assert "÷ 办理结果总计" in places.ask("公开率是怎么算的").text


def test_the_law_is_named(places: Asked) -> None:
    assert places.ask("不予公开的法律依据是什么").text.startswith("不予公开的依据：《政府信息公开条例》第十四条")


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("因为是内部事务信息就不给，条例第几条说的", "第十六条"), ("把信访举报列为不予处理，依据的是政府信息公开条例哪一条", "第三十九条"), ("重复申请的法源是什么", "第三十六条"),
        ("宝应2020年国家秘密几件，依据是条例第几条？", "第十四条"), ("补正的规定在条例第几条", "第三十条"), ("which article lets them withhold internal affairs", "第十六条"),
    ],
)
def test_the_article_behind_a_row_is_told_and_not_its_figure(places: Asked, question: str, article: str) -> None:
    assert places.ask(question).values[-1].value.startswith(f"《政府信息公开条例》{article}")


def test_no_other_law_is_quoted(places: Asked) -> None:
    assert places.ask("行政处罚法第几条规定了行政处罚").reason == "not_in_report"


def test_each_body_offered_is_a_full_question(places: Asked) -> None:
    reply = places.ask("不予公开和部分公开哪个多")
    assert reply.status == "choose"
    assert all(choice.question.endswith("年不予公开和部分公开哪个多？") for choice in reply.choices)
