"""The question as it is matched: one way of writing, of speaking and of spelling."""

import re
from itertools import pairwise

from handlers.answering.words.dialects import common_speech
from handlers.answering.words.english import plain_english
from handlers.answering.words.lexer import NameFinder
from handlers.answering.words.lexicon import Lexicon
from handlers.answering.words.pinyin import in_characters, ordinary
from handlers.answering.words.rates_defined import as_defined
from handlers.answering.words.signs import in_words
from handlers.answering.words.slips import without_slips
from handlers.answering.words.times import in_whole_years
from index.text import normalise

LONGEST = 1000  # characters of a question

_FORMAL_NUMERALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_WRITTEN_OUT = re.compile(r"[零〇壹贰叁肆伍陆柒捌玖拾]{2,}|(?<=第)[伍陆]|[壹贰叁肆柒捌玖拾]")  # 陆, 伍 alone may be of a name: 陆河县
_ENUMERATORS = re.compile(r"[\u2460-\u2473\u2474-\u2487\u2776-\u277f]")
_ROUND_ZERO = re.compile(r"(?<=\d)o(?=\d|年|o)")
_OF_LABELS = re.compile("\\(?区分处理的?[,，]?只计(?:这|此)一?情形[,，]?不计其[他它]情形\\)?|\\([一二三四五六七]\\)(?=(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理))")
_TAGS = re.compile(r"<(script|style)[^<>]{0,80}>.{0,200}?</\1>|</?[a-z][^<>]{0,80}>", re.I)
_QUOTED = re.compile(r"[\"'「『]([零一二两三四五六七八九十百千万亿\d.%]+|[百千万亿]{0,2}元|[\u4e00-\u9fff]{1,9}[局厅委院所镇乡村县区市州]|(?<=、[\"'「『])[\u4e00-\u9fff]{2,10}(?=[\"'」』]、))[\"'」』]")  # 邓州市“教育局”, 过没过“两万八千”件, 以「元」为单位
# What a question ends with that asks nothing: …加一下，能告诉我吗; 强制的呢谢谢啦
_COURTESY = re.compile(
    r"(?<=.{6})(?:[,，。;；~ ]+(?:能|可以|能不能|可否|可不可以|方便)(?:帮我|给我|跟我)?(?:告诉|告知|说|讲|回复|答复)(?:我|俺|我们|一下|下)*(?:吗|么|嘛|不)?"
    r"|[,，。;；~ ]*(?:谢谢|多谢|感谢|谢了|拜托|麻烦了|辛苦了|有劳)[了啦您你哈呀啊各位老师大家]*|[,，。;；~ ]+(?:麻烦|请)?(?:尽快|速回|急用|在线等|急))[!！。~?？ ]*$"
)
_CALLS = re.compile("^[诶欸哎嗯噢喔呃唉](?![不错哟呀哦是])[,，、…~ ]*(?=[\u4e00-\u9fff])(?![不错])")  # 诶这里面复议的占几成
_FORMULA = re.compile(r"(?<=率)\([^()]{2,40}(?:\+|加)[^()]*\)")  # 公开率(全部给的加部分给的): how it is reckoned is known
_LATIN = re.compile("[A-Za-z]")
_MARKS = re.compile("[,，。;；?？!！:：]")
_BETWEEN_CLAUSES = re.compile(r"(?<=[\u4e00-\u9fff)]) +(?=[\u4e00-\u9fff(])")
_CLAUSE = 6  # characters of a clause; shorter pieces (邓州 2020年 不予公开) are words set apart


def read_question(text: str) -> str:
    """The question as it is matched: normalised, markup taken off, lower case."""
    text = _CALLS.sub("", text)
    plain = _QUOTED.sub(r"\1", normalise(_ENUMERATORS.sub("、", _TAGS.sub(" ", text))).lower())
    plain = plain_english(without_slips(common_speech(plain)))
    plain = in_words(as_defined(plain))
    plain = _WRITTEN_OUT.sub(lambda run: run[0].translate(_FORMAL_NUMERALS), plain)
    plain = _FORMULA.sub("", _OF_LABELS.sub("", plain))
    plain = _COURTESY.sub("", _with_marks(plain))
    return in_whole_years(_ROUND_ZERO.sub("0", plain))


def from_pinyin(text: str, lexicon: Lexicon, names: NameFinder) -> str:
    """A question in pinyin with all but the bodies that are here in characters."""
    if len(text) > LONGEST or not text.isprintable() or len(_LATIN.findall(text)) * 2 < len(text):
        return text
    plain = normalise(text).lower()
    return in_characters(plain, [(n.start, n.end) for n in names(plain) if n.agencies or not ordinary(n.text)], lexicon)


def _with_marks(text: str) -> str:
    """复议多少件 打官司多少件: where nobody sets marks, a space between two clauses is one."""
    pieces = [] if _MARKS.search(text.rstrip("?？!！。 ")) else _BETWEEN_CLAUSES.split(text)
    if len(pieces) < 2:
        return text
    said = pieces[0]
    for before, piece in pairwise(pieces):
        said += (" " if min(len(before), len(piece)) < _CLAUSE else "，") + piece
    return said
