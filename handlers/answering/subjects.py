"""关于学校的申请: an applicant named as what requests are about is no applicant, and no form counts subjects."""

import re
from collections.abc import Iterable

from handlers.answering.atoms import Atom

_BEFORE = "(?:关于|涉及到?|有关|针对|围绕|牵涉到?|牵扯到?|事关|打听|询问|(?<![用以由])和|跟|与)"
_WHICH = "(?:某|该|一家|这家|那家|本地|当地|各|各个|哪家|所有|我们|俺们?|咱们?|附近|民办|公办)*"
_ASKED_FOR = "(?:申请|信息|材料|资料|请求|案件|案子|诉求|事项|问题|内容|情况|文件|件(?!数))"
_ENGLISH = r"\b(?:about|concerning|regarding|involving|related to|relating to|on the subject of)(?: the| a| an| any| some| local)*"


def told_as_subjects(atoms: Iterable[Atom], text: str) -> tuple[str, ...]:
    """Words of applicants that say what requests are about."""
    return tuple(a.text for a in atoms if a.senses and a.senses[0].id.startswith("@") and a.senses[0].id != "@total" and _is_subject(re.escape(a.text), text))


def _is_subject(word: str, text: str) -> bool:
    """关于学校的申请, 跟企业有关的申请, 企业相关的信息, requests about companies."""
    return bool(
        re.search(rf"(?:关于|涉及到?|有关|针对|围绕|牵涉到?|牵扯到?|事关){_WHICH}{word}(?:方面|领域|这块)?的?{_ASKED_FOR}(?!人)", text)
        or re.search(rf"{_BEFORE}{_WHICH}{word}(?:方面)?(?:有关|相关|挂钩|沾边|有关系)", text)
        or re.search(rf"{word}(?:相关|有关)的?{_ASKED_FOR}(?!人)", text)
        or re.search(rf"(?:requests?|applications?|information|cases?).{{0,12}}{_ENGLISH} {word}\b", text)
    )
