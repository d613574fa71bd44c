"""关于学校的申请: an applicant named as what requests are about is no applicant, and no form counts subjects."""

from collections.abc import Iterable

from handlers.answering.asked.atoms import Atom
from handlers.answering.words.speech import saying

_SUBJECT = saying("telling.subjects")  # 关于学校的申请, 跟企业有关的申请, 企业相关的信息, requests about companies


def told_as_subjects(atoms: Iterable[Atom], text: str) -> tuple[str, ...]:
    """Words of applicants that say what requests are about."""
    return tuple(a.text for a in atoms if a.senses and a.senses[0].id.startswith("@") and a.senses[0].id != "@total" and _SUBJECT.said_of(a.text, text))
