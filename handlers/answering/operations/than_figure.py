"""A figure that a bare 比 or 有 sets as a bound: 比四千万多吗, 有八千条吗."""

import re
from collections.abc import Callable
from decimal import Decimal

from handlers.answering.asked.frames import Frame
from handlers.answering.words.decimals import plain
from handlers.answering.words.figures import step
from handlers.answering.words.mentions import Figure

_NUMBER = r"[零〇一二两三四五六七八九十百千万亿\d.]+"
_THAN = re.compile(rf"[比较](?![〇零一二三四五六七八九\d]{{2,4}}年){_NUMBER}[^,，。多少高低大小]{{0,4}}(?:还|要|更|还要)?(?P<side>[多高大少低小])(?!少)")
_REACHED = re.compile(r"(?:(?<![收接拿得递看])到|[达够])(?!(?:19|20)\d\d)[了过]?.{0,2}[一二三四五六七八九十百千万亿\d]|(?<!没)有(?:个)?[一二两三四五六七八九\d]+[百千万亿]|有(?:没有)?(?:个)?[一二两三四五六七八九]成|有没有(?:个)?(?:\d*0(?!\d)|[一二两三四五六七八九]?十(?![一二三四五六七八九]))")


def side_of(text: str) -> str:
    """op.above, op.below, or '' when no figure stands behind 比."""
    found = _THAN.search(text)
    return ("op.above" if found["side"] in "多高大" else "op.below") if found else ""


def is_reached(text: str) -> bool:
    """到, 够 or 有 before a round figure asks for that many at least."""
    return bool(_REACHED.search(text))


_ROUGH = Decimal("0.1")  # how far from a number what is about or nearly that many may be


def roughly(frame: Frame, figure: Figure) -> list[tuple[Callable[[Decimal], bool], str]]:
    """约六十件: a tenth more or less; 将近六十件: a tenth less at most."""
    low, high = figure.value * (1 - _ROUGH), figure.value * (1 + _ROUGH)
    if frame.has("op.nearly"):
        return [((lambda v: low <= v <= figure.value), f"将近 {plain(figure.value)}")]
    return [((lambda v: low <= v <= high), f"{plain(figure.value)} 左右")] if frame.has("op.about") else []


_LOOSE_TIMES = re.compile(r"倍(?:还)?(?:多|有余|出头|挂零)(?!少)")
_LOOSE_TENTHS = re.compile("(?:成|0%)(?:多|有余|出头|挂零)(?!少)")
_LOOSE_ROUND = re.compile(r"[十百千万亿0][件个条项起宗单份次例期万元人块]*(?:出头|挂零|有余|冒头|开外)|[十百千万亿0](?:多|余|来|几)(?:[件个条项起宗单份次例期万元人块]|(?=[,，。?？的了吗对是吧没]|$))|[万亿]元(?:多|余)")


def loosely(figure: Figure, text: str) -> Decimal | None:
    """七倍多, 六十多件: how far past the number it may be; None when the number is meant as it stands."""
    if figure.room:
        return figure.room
    if figure.unit == "倍":
        return Decimal(1) if _LOOSE_TIMES.search(text) else None
    if figure.unit == "%":
        return Decimal(10) if _LOOSE_TENTHS.search(text) else None
    if not _LOOSE_ROUND.search(text) or figure.value < 10 or figure.value % 10:
        return None
    return step(figure.value)


def within_range(one: Decimal, other: Decimal) -> tuple[Callable[[Decimal], bool], str]:
    """The test of lying between two numbers, the ends among them."""
    low, high = sorted((one, other))
    return (lambda v: low <= v <= high), f"介于 {plain(low)} 和 {plain(high)} 之间"


def bound(kind: str, text: str, figure: Figure) -> tuple[Callable[[Decimal], bool], str]:
    """The test of a bounding word, and its words."""
    limit = figure.value
    shown = f"{plain(limit if limit == round(limit, 4) else round(limit, 2))}{f' {figure.unit}' if figure.unit else ''}"
    if text in ("够", "满", "足") or any(w in text for w in ("至少", "不少于", "不低于", "以上", "起码", "at least", "atleast", "到没到", "达到", "达没达", "够不够", "够没够")):
        return (lambda v: v >= limit), f"不少于 {shown}"
    if any(w in text for w in ("不超过", "至多", "不多于", "没超过", "未超过", "以内", "以下", "at most", "atmost")):
        return (lambda v: v <= limit), f"不超过 {shown}"
    return ((lambda v: v > limit), f"超过 {shown}") if kind == "op.above" else ((lambda v: v < limit), f"不到 {shown}")
