"""What must not be answered: other topics, causes, commands; and words that nobody understood."""

import re
from collections.abc import Sequence
from functools import cache

from handlers.answering.asked.frames import Frame
from handlers.answering.asked.leftovers import asks_number
from handlers.answering.asked.measures import label
from handlers.answering.asked.remaining import names_reasons
from handlers.answering.operations.base import Ask
from handlers.answering.replies.scope import Scope, Shortfall
from handlers.answering.words.lexicon import DATA, load_lexicon
from handlers.answering.words.sentences import say
from handlers.answering.words.speech import saying
from index.data_files import read_yaml

_WITH_GROUNDS = frozenset({"s3.result.denied", "s3.result.unable", "s3.result.unprocessed", "not_public"})
_IDENTITY = re.compile("叫什么|叫啥|名字|姓名|住|电话|身份证|名单|地址")
_ASKED_CAUSE = re.compile("(?:什么|啥|哪些|何种|哈子)(?:原因|缘故|缘由)|(?:因为|由于|为了?)(?:什么|啥|么事|何)")
_PART_TOLD = frozenset({"n.problems", "n.improvements"})
_ITS_PART = saying("asking.its_part")
_PASSED_OVER = 1  # single characters nobody knows that are taken for a particle
_COMPARING = ("op.rank", "op.top", "op.most", "op.least", "op.which_more", "op.which_less", "op.coverage", "op.which_agency")


def declined(ask: Ask) -> Shortfall | None:
    """The refusal for a topic that no report holds; small talk beside a question is passed over."""
    for mention in ask.frame.topics:
        topic = next(s.id for s in mention.senses if s.kind == "topic")
        entry = load_lexicon().concepts[topic]
        if entry.get("alone") and _asks_something(ask.frame):
            continue
        if topic.startswith("person") and ask.frame.rows() == ("n.docno",):  # 66号文件叫啥名: of a document
            continue
        if entry.get("reason") == "not_in_report" and _PART_TOLD & set(ask.frame.rows()):  # what the part speaks of is looked for in it
            continue
        if (entry.get("rows") and _old_form(ask)) or (topic.startswith("month") and _spread_over(ask.frame)):
            continue
        if topic == "why" and _sets_prose_against_table(ask.frame):
            continue
        if topic == "subdivision" and _introduces(ask.frame.text, mention.text):
            continue
        if _only_asks_grounds(ask, mention.text) or (topic.startswith(("month", "duration")) and {"meta.period", "meta.published"} & set(ask.frame.details)):
            continue
        strong = any(s.kind == "topic" and s.strong for s in mention.senses) or (topic == "why" and _has_no_grounds(ask.frame))
        apart = bool(entry.get("axis")) and ask.frame.has(*_COMPARING, "op.list", "op.average")  # 各乡镇的申请数排个名
        part = entry.get("reason") == "not_in_report" and _ITS_PART.said_of(mention.text, ask.frame.text)  # 处罚里乡镇罚的几件
        if (not strong and not apart and not part and ask.frame.measured()) or (topic.startswith("person") and ask.frame.has(*_COMPARING) and not _IDENTITY.search(mention.text)):
            continue
        if mention.kinds() & {"fact"} or (ask.frame.details and not topic.startswith("person")):
            continue
        return Shortfall(str(entry.get("reason", "out_of_scope")), "out_of_scope", (("say", _said(str(entry.get("say", "")), mention.text, bool(entry.get("alone")))), ("offer", _offer(ask, entry.get("offer") or ()))))
    return _by_pattern(ask) or _by_channel(ask)


def _by_channel(ask: Ask) -> Shortfall | None:
    """经由传真递交之不予公开: a channel beside a row of a form that does not count channels is no figure of its own."""
    rows = ask.frame.rows()
    channel = any(r.startswith("t08.request.") and r != "t08.request.total" for r in rows)
    beside = channel and any(r.startswith(("s3.", "s4.")) for r in rows) and not ask.frame.has("op.and", "op.list")
    said = str(load_lexicon().concepts["channel"]["say"]) if beside and not _old_form(ask) else ""
    return Shortfall("not_in_report", "out_of_scope", (("say", said), ("offer", ""))) if said else None


def _by_pattern(ask: Ask) -> Shortfall | None:
    """The refusal for a topic told with other words between."""
    for op in ask.frame.ops:
        entry = load_lexicon().concepts.get(op.id, {}) if not op.id.startswith("op.") else {}
        if op.id.startswith("person") and op.text.startswith("谁") and ask.frame.has("op.most", "op.least") and not _IDENTITY.search(ask.frame.text):  # 谁申请最多: which kind of applicants
            continue
        if "pattern" not in entry or (entry.get("rows") and _old_form(ask)) or (op.id.startswith(("month", "duration")) and {"meta.period", "meta.published"} & set(ask.frame.details)):
            continue
        return Shortfall(str(entry.get("reason", "out_of_scope")), "out_of_scope", (("say", _said(str(entry.get("say", "")), op.text, False)), ("offer", _offer(ask, entry.get("offer") or ()))))
    return None


_ONE_SPAN = re.compile("月份|第.季|哪.?[月季天日]|上半|下半|各月|各季|逐月|按月|分月|[\\d一二三四五六七八九十]月(?!平)|[一二三四]季度|旬")


def _spread_over(frame: Frame) -> bool:
    """平均每月: the year's figure divided, no figure of a month."""
    return frame.has("op.average") and not _ONE_SPAN.search(re.sub("[十一两]*[二2]?个月|一个?月|一个?季度", "", frame.text))


def _said(sentence: str, word: str, small_talk: bool) -> str:
    """The topic's sentence, with the word it was recognised by."""
    return sentence if small_talk or word in sentence else f"“{word}”：{sentence}"


def _sets_prose_against_table(frame: Frame) -> bool:
    """文字里说 710 件，表格里 3 件，怎么回事: which of the two, not why."""
    return any(w in frame.text for w in ("文字", "正文", "叙述")) and "表" in frame.text and frame.measured()


def _introduces(text: str, word: str) -> bool:
    """我是个农民，不懂这个: who asks, not who is counted."""
    return bool(re.search(rf"(?:我|俺|咱|本人|我们|家里|[爸妈爹娘]|身为|作为)(?:就?是|以前是)?(?:一?[个名位])?(?:普通|老)?{re.escape(word)}(?!.{{0,4}}申请)", text))


def _old_form(ask: Ask) -> bool:
    """The report asked about follows a form that has such rows."""
    scope = ask.here()
    return isinstance(scope, Scope) and any(p.report and p.report.edition in ("2008", "2014") for p in scope.places)


def _offer(ask: Ask, near: Sequence[str]) -> str:
    """The nearest question that can be answered."""
    scope = ask.here()
    rows = [n for n in near if not n.startswith("meta.")]
    if not rows or not isinstance(scope, Scope) or scope.places[0].report is None:
        return ""
    place = scope.places[0]
    return say("nearest_question", question=f"{place.agency.name}{place.year}年{label(rows[0])}多少？")


def _only_asks_grounds(ask: Ask, text: str) -> bool:
    """不予公开的理由 and 哪些理由超过五件 are rows of the form; 申请多的原因 is not told."""
    grounds = any(w in text or w in ask.frame.text for w in ("理由", "原因", "名目", "由头"))
    held = not ask.frame.measured() and ask.frame.has("op.above", "op.below", "op.zero", "op.nonzero") and names_reasons(ask.frame.ops)
    return grounds and (held or any(r in _WITH_GROUNDS for r in ask.frame.rows())) and "为什么" not in ask.frame.text


def _has_no_grounds(frame: Frame) -> bool:
    """背后是什么原因, of a row that the form does not split by grounds: no list of its parts is meant."""
    split = frame.rows() and all(r.startswith(tuple(_WITH_GROUNDS)) for r in frame.rows())
    return not split and not asks_number(frame.text) and bool(_ASKED_CAUSE.search(frame.text))


def only_talks(frame: Frame) -> bool:
    """Thanks and greetings beside a question are no question."""
    concepts = load_lexicon().concepts
    topics = [s.id for m in frame.topics for s in m.senses if s.kind == "topic"]
    return bool(topics) and all(concepts[t].get("alone") for t in topics) and not (_asks_something(frame) or frame.unclear)


def flagged(topic: str, flag: str, bodies: bool = False) -> bool:
    """Does data/lexicon/topics.yaml say so of the topic? `bodies`: bodies are asked for beside it."""
    said = load_lexicon().concepts.get(topic, {}).get(flag)
    return bool(said) and not (bodies and said == "of people")


def _asks_something(frame: Frame) -> bool:
    return frame.measured() or bool(frame.details or frame.definitions) or frame.has("op.coverage")


def blocking(frame: Frame) -> tuple[str, ...]:
    """Words that were not understood and may change what is asked."""
    blocking_ones = tuple(word for word in frame.unknown if _blocks(word))
    single = tuple(word for word in frame.unknown if len(word) == 1 and not word.isascii())
    return blocking_ones or (single if len(single) > _PASSED_OVER else ())


def _blocks(word: str) -> bool:
    light, weighty = light_words()
    if word.isascii():
        return len(word) >= 3 or word.isdigit() or word in weighty
    return len(word) > 1 or word not in light


@cache
def light_words() -> tuple[frozenset[str], frozenset[str]]:
    """(characters that are passed over, short latin words that are not) of data/light.yaml."""
    content = read_yaml(DATA / "light.yaml")
    return frozenset("".join(content["characters"].split())), frozenset(content["latin"])
