"""没有予以公开 is not 予以公开: a negation just before a term turns it, or stops the answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.measures import GIVEN
from handlers.answering.words.lexicon import Lexicon, Sense
from handlers.answering.words.mentions import Mention, Token

_NOT = ("没有被", "没有", "没能", "没被", "未被", "未能", "并未", "并不", "不是", "冇有", "冇得", "没得", "没", "未", "不", "非", "冇", "唔", "弗", "毋", "莫")
_ASKING = ("有没", "有没有", "有没有被", "是不", "是不是", "能不", "有没被")
_REFUSED = Sense("not_public", "row", True)
_OPPOSITE = {".decided": Sense(".pending", "column", True), "s3.result.total": Sense("s3.carried_out", "row", True)}  # 冇判完, 唔办结
_RATES = {f"s3.result.{part}": f"d.{part}_rate" for part in ("denied", "unable", "unprocessed")} | {"not_public": "d.not_public_rate"}
_TAKEN_BACK = Sense("taken_back", "filler", True)

_REACHED = tuple("到上着见过")
_DEGREES = frozenset("多少高低大小快慢好坏")  # 多不多 asks for an opinion
_BOTH_WAYS = re.compile(r"((?!不)[\u4e00-\u9fff](?:(?!不)[\u4e00-\u9fff])?)(?:不|没|没有|冇)(?=\1)")
_ENDS_BOTH_WAYS = re.compile(r"([\u4e00-\u9fff]{1,2})(?:没有?|冇)\1(?=[呀啊呢]?(?:[,，。;；?？]|$))")
_IS_IT_NOT = re.compile(r"(?<![是对])不(?:就)?(?P<is>是有?)(?=[\d零一二两三四五六七八九十百千万亿]+[多来余]?[件个条项起宗份单例期]?(?:吗|么|嘛|吧)[?？]*$)")  # 不是8件吗: 是8件吗
_LONGEST = 8  # characters of a term

_NONE_OF_WHOM = re.compile("(?:哪[些几两]?个?(?:家|年|年份|单位|机关|地方|城市)|谁家)(?:都|也|压根|完全)?没有$")
_COUNTED = re.compile("最|[多少]|几|占|率|比|超|过")
_BUT = re.compile("[,，。;；](?:而?是|我?[要问指说]|应该)|(?:而是|我[要问指说]的是)")  # 不是自然人，我要的是…: one word of the lexicon, taken back like two

_RATHER_THAN = re.compile("(?:ratherthan|insteadof|asopposedto)(?:the|those|a|an|any)?$")

_ANY = "(?:哪|任何|一)一?[个家件起份次回宗种](?:单位|公司|人)?"
_NONE_PUT = re.compile(  # 没有规章吧, 谁也没申请过吗, 一件都没败诉？, 没有废止规章，对吗
    f"(?:莫非|难道说?|难不成|不可能|总不会|该不会|不会)?(?P<none>(?:(?:谁|没?有?{_ANY}){{0,2}}[都也])?)(?:还|就|真的?|从来|压根|根本|完全)*(?<![有可])(?P<not>没有?|冇|未)(?P<who>(?:人|谁|{_ANY})?)"
    "(?P<what>(?!收费)[^,，。;；?？\\d几多少哪谁超够满达半占最比增减涨降]{2,20}?)(?P<end>[吗么嘛吧][?？]*$|[,，]?(?:是)?(?:对吗|对吧|对不对|是吗|是吧|是不是|没错吧|真的吗|属实吗|是真的吗|(?:是|真是|真)?这样(?:的)?吗|(?:有|真有)这(?:回)?事吗|真的假的|对不)[?？。]?$|[,，。;；](?:他|她|这话|这)?(?:说|讲)的?得?(?:对不对|对吗|是不是真的|有没有错)[?？。]?$|[?？]+$)"
)


_SO_MANY = re.compile(r"[零一二两三四五六七八九十百千万半\d][多余来几]?(?:成|分之|%|[件个条项起宗份单](?!也|都))|[过大一]半|[大多]多数")  # 六成的申请没拿到信息: so many of them


def asked_plainly(text: str, lexicon: Lexicon) -> str:
    """超没超五十件, 败没败诉 → 有没有超五十件, 有没有败诉: what is asked both ways and is no word of its own."""
    text = _NONE_PUT.sub(lambda found: f"{found['what']}是零吗" if _puts_none(found, lexicon) else found[0], text)
    text = _IS_IT_NOT.sub(lambda found: found["is"], _ENDS_BOTH_WAYS.sub(lambda found: f"{found[1]}了吗" if _ends_term(found, lexicon) else found[0], text))
    return _BOTH_WAYS.sub(lambda found: found[0] if _known_whole(found, lexicon) else "有没有", text)


def _puts_none(found: re.Match[str], lexicon: Lexicon) -> bool:
    """That there is none of a term, or nobody; 没公开的 is a term itself, and 没有现成的？ asks for one."""
    what, clause = found["what"], re.split("[,，。;；?？]", found.string[: found.end("what")])[-1]
    denied, plain = (max((len(w.rstrip("的了")) for w in lexicon.words.beginning(said) if _measures(w, lexicon)), default=0) for said in (found["not"] + what, what))
    term = found["who"] or found["none"] or any(_measures(w, lexicon) for at in range(len(clause)) for w in lexicon.words.beginning(clause[at:]))
    return bool(term) and not _SO_MANY.search(clause) and what[-1] != "有" and denied - len(found["not"]) < max(plain, 1) and (bool(found["none"]) or found["end"][0] not in "?？")


def _measures(word: str, lexicon: Lexicon) -> bool:
    return any(s.kind in ("row", "column") for s in lexicon.words[word])


def _ends_term(found: re.Match[str], lexicon: Lexicon) -> bool:
    """官司输没输: what stands before and the verb are a row or a column."""
    said = found.string[: found.end(1)]
    words = (said[-size:] for size in range(2, _LONGEST))
    return any(w in lexicon.words and _measures(w, lexicon) for w in words)


def _known_whole(found: re.Match[str], lexicon: Lexicon) -> bool:
    """多不多, 能不能: words of their own; and what does not go on to a term or a bound (公开不公开) is left as it is, unless the verb ends in 到 or 上."""
    rest = found.string[found.end():]
    if rest.removeprefix(found[1])[:1] in _REACHED and found[0] + found[1] not in lexicon.words:  # 碰没碰到
        return False
    starts = [w for w in lexicon.words.beginning(rest) if len(w) > 1 or any(s.kind == "op" for s in lexicon.words[w])]
    kinds = {s.kind for w in starts for s in lexicon.words[w] if w != found[1] or s.kind == "op"}
    return found[0] + found[1] in lexicon.words or found[1] in _DEGREES or not kinds & {"op", "row", "column"}


def turned(atoms: Sequence[Atom], tokens: Sequence[Token]) -> tuple[tuple[Atom, ...], tuple[str, ...], frozenset[str]]:
    """(atoms with what is negated turned into its opposite, negated terms that have none in the form, negations used up)."""
    result: list[Atom] = []
    stopped: list[str] = []
    used: set[str] = set()
    for atom in atoms:
        refused = _rate_refused(result[-1], atom) if result else ""
        if refused:
            result[-1] = replace(atom, senses=(Sense(refused, "metric", True),))
            continue
        word = "" if _none_of_whom(tokens, atom.start) else _negation(tokens, atom.start)
        if word and atom.senses and atom.senses[0].id in _OPPOSITE:
            atom, used = replace(atom, senses=(_OPPOSITE[atom.senses[0].id],)), used | {word}
        elif word and atom.senses and atom.slot() == "row":
            if atom.senses[0].id in GIVEN:
                atom = replace(atom, senses=(_REFUSED,))
            elif not word.startswith(("没", "非")) or atom.senses[0].id.startswith("s3.result"):
                stopped.append(word + atom.text)
        result.append(atom)
    return tuple(result), tuple(stopped), frozenset(used)


def _none_of_whom(tokens: Sequence[Token], start: int) -> bool:
    """哪家没有予以公开的, 哪几年没有部分公开: whose figure is nought, unless the ones that were not given are counted."""
    before, after = "".join(t.text for t in tokens[max(0, start - _LONGEST) : start]), "".join(t.text for t in tokens[start:])
    return bool(_NONE_OF_WHOM.search(before)) and not _COUNTED.search(after)


def _rate_refused(before: Atom, atom: Atom) -> str:
    """不肯|给的比例, 拿不出来|给的比例: the rate of what is given, right behind a refusal, is that of the refusal; "" when it is not."""
    given = bool(atom.senses) and atom.senses[0].id in ("d.open_rate", "d.full_grant_rate") and before.end == atom.start
    return _RATES.get(before.senses[0].id, "") if given and before.senses else ""


def set_right(mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """是处罚不是许可, 不是企业、科研，是律所: what is denied beside another of its kind is taken back, not asked for."""
    denied = _denied(mentions, tokens)
    denied = [*(m for m in mentions if any(_said_before(m, d) for d in denied)), *denied]
    result = list(mentions)
    for mention in denied:
        if any(_alike(mention, m) and m not in denied for m in mentions):
            start = mention.start - 2 if _said_not(mention, tokens) and not mention.text.startswith("不是") else mention.start
            result = [m for m in result if m is mention or not (start <= m.start < mention.end)]
            result[result.index(mention)] = Mention(start, mention.end, f"不是{mention.text.removeprefix('不是')}", (_TAKEN_BACK,))
    return tuple(result)


def _said_before(mention: Mention, denied: Mention) -> bool:
    """行政处罚多少件？我要的不是处罚，是强制: what is denied, where it was asked for."""
    measured = [s.id for s in denied.senses if s.kind in ("row", "column", "fact")]
    return mention.end <= denied.start and any(s.id in measured for s in mention.senses)


def _denied(mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """What stands right behind 不是, and what is listed with it."""
    found: list[Mention] = []
    for mention in mentions:
        listed = bool(found) and "".join(t.text for t in tokens[found[-1].end : mention.start]) in ("、", ",", "和", "或")
        if _said_not(mention, tokens) or (listed and _alike(found[-1], mention)):
            found.append(mention)
    return found


def _said_not(mention: Mention, tokens: Sequence[Token]) -> bool:
    before = "".join(t.text for t in tokens[max(0, mention.start - 3) : mention.start])
    whole = mention.text.startswith("不是") and bool(_BUT.match("".join(t.text for t in tokens[mention.end : mention.end + 4])))
    return whole or bool(_RATHER_THAN.search(before)) or (before.endswith("不是") and not before.endswith("是不是"))


def _alike(one: Mention, other: Mention) -> bool:
    """Two names, or two things that are measured."""
    if one.name or other.name:
        return one.name is not None and other.name is not None
    return all(m.kinds() & {"row", "column", "fact"} for m in (one, other))


def _negation(tokens: Sequence[Token], start: int) -> str:
    before = "".join(t.text for t in tokens[max(0, start - 4) : start])
    word = next((n for n in _NOT if before.endswith(n)), "")
    return "" if before.endswith(_ASKING) else word
