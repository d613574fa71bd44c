"""One thing told in two ways is asked for once; a verb beside what it is said of counts nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.asked.atoms import Atom
from handlers.answering.asked.frames import Op
from handlers.answering.asked.measures import GIVEN, REFUSED, family
from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention, Token
from handlers.answering.words.reasons import WITH_REASONS
from handlers.answering.words.speech import saying, words

_DISCLOSED = frozenset({"s3.result.granted", "disclosed", "n.site_info", "n.active_info", "n.board", "n.social", "t08.active.total", "t08.active.website", "not_public"})
_CHANNELS = frozenset({"n.board", "n.social", "n.press", "n.gazette", "n.circulars", "n.images", "n.announcements", "n.gov_info"})
_BY_LAW = saying("telling.by_law")
_SO = saying("telling.so_refused")
_LAW = 8  # tokens that say it is a duty
_BY_THE_WAY = (Sense("report", "filler", False),)
_LEFT_UNDONE = ("没", "未", "冇", "剩", "压")
_DOING = saying("telling.doing")
_PRICE = saying("telling.price")
_BARE_REQUEST = saying("telling.bare_request")
_ITEMS_ALONE = saying("telling.items_alone")
_OF = words("telling.of")
_COLLECTS = saying("telling.collects")


def told_once(atoms: Sequence[Atom], tokens: Sequence[Token]) -> tuple[Atom, ...]:
    """The atoms without those that the next one says again."""
    return tuple(a for i, a in enumerate(atoms) if not _told_again(a, atoms[i + 1 : i + 2]) and not _so_refused(a, atoms[:i], tokens) and not _spelt_out(a, atoms[i + 1 : i + 3], tokens) and not _verb_of(a, atoms) and not _items_of_change(a, atoms[i + 1 : i + 2], tokens))


def _so_refused(atom: Atom, before: Sequence[Atom], tokens: Sequence[Token]) -> bool:
    """没有掌握信息、这么回绝的: a refusal that points back to its reason is that reason."""
    refusal = bool(atom.senses) and all(s.id in WITH_REASONS for s in atom.senses)
    reason = any(s.id.startswith(REFUSED) and s.id not in WITH_REASONS for a in before for s in a.senses)
    return refusal and reason and bool(_SO.search("".join(t.text for t in tokens[max(0, atom.start - _LAW) : atom.start])))


def _spelt_out(atom: Atom, following: Sequence[Atom], tokens: Sequence[Token]) -> bool:
    """公开(全公开、部分公开): what is listed in brackets behind a word says what it is made of."""
    listed = len(following) == 2 and following[0].group == following[1].group != atom.group
    return listed and bool(atom.senses and following[0].senses) and atom.senses[0].id == following[0].senses[0].id and following[0].start - atom.end == 1 and tokens[atom.end].text == "("


def _items_of_change(atom: Atom, following: Sequence[Atom], tokens: Sequence[Token]) -> bool:
    """处罚项目的增减: the items are what has changed, no figure beside the change."""
    items = [s.id for s in atom.senses] == [".prev_items"] and bool(_ITEMS_ALONE.fullmatch(atom.text))
    changed = any([s.id for s in a.senses] == [".change"] and [t.text for t in tokens[atom.end : a.start]] in ([], ["的"]) for a in following)
    return items and changed


def _verb_of(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """Licences did the city grant, notices they released: the verb of what is counted elsewhere, no request granted, nor all that was published."""
    others = [a for a in atoms if a is not atom and a.senses and a.slot() == "row"]
    granted = bool(atom.senses) and atom.senses[0].id == "s3.result.granted" and atom.text.isascii() and atom.text.isalpha()
    published = bool(atom.senses) and any(s.id == "n.active_info" for s in atom.senses) and "主动" not in atom.text  # 公告栏一共公布了多少条信息
    channels = [a for a in others if a.senses[0].id in _CHANNELS]
    if published and channels and len(channels) == len(others) and not any(a.group == atom.group for a in channels):
        return True
    return granted and bool(others) and all(family(a.senses[0].id) in ("s2", "prose") for a in others)


def _told_again(atom: Atom, following: Sequence[Atom]) -> bool:
    """去年没办完、留到下一年接着办的: what was left undone and is carried on is one thing."""
    left = bool(atom.senses) and atom.senses[0].id == "s3.carried_in" and any(w in atom.text for w in _LEFT_UNDONE) and "转" not in atom.text
    return left and any(a.senses and a.senses[0].id == "s3.carried_out" and a.group == atom.group for a in following)


def without_duty(mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """依第二十条第六项应予公开之行政处罚: what the law wants disclosed is the row itself, no disclosure is counted; documents need their column."""
    return [replace(m, senses=_BY_THE_WAY) if _by_law(m, tokens) and _of_table_two(mentions, i) else m for i, m in enumerate(mentions)]


def without_price(mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """收了多少钱的信息处理费: what stands behind 的 is asked for, and the verb names no fee of its own."""
    return [replace(m, senses=_BY_THE_WAY) if _PRICE.fullmatch(m.text) and _of_prose(mentions, i, tokens) else m for i, m in enumerate(mentions)]


def _of_prose(mentions: Sequence[Mention], at: int, tokens: Sequence[Token]) -> bool:
    following = next((m for m in mentions[at + 1 :] if m.text not in _OF), None)
    between = [t.text for t in tokens[mentions[at].end : following.start]] if following else []
    return following is not None and between in (["的"], []) and any(s.id.startswith("n.") for s in following.senses)


def _by_law(mention: Mention, tokens: Sequence[Token]) -> bool:
    disclosing = bool(mention.senses) and {s.id for s in mention.senses} <= _DISCLOSED
    return disclosing and bool(_BY_LAW.search("".join(t.text for t in tokens[max(0, mention.start - _LAW) : mention.end])))


def _of_table_two(mentions: Sequence[Mention], at: int) -> bool:
    """The mention stands to a row of section II, which is told apart by name or column."""
    mention, following = mentions[at], next((m for m in mentions[at + 1 :] if m.text not in _OF), None)
    rows = {s.id for s in following.senses if s.kind == "row"} if following and following.start - mention.end <= 1 else set()
    columns = any(s.kind == "column" and s.id.startswith(".") for m in mentions for s in m.senses)
    return bool(rows) and all(r.startswith("s2.") and (columns or not r.startswith("s2.art20_1.")) for r in rows)


def of_money(atoms: Sequence[Atom], ops: Sequence[Op]) -> tuple[Atom, ...]:
    """收费…少收多少万元, 收费一共收了多少万元: beside fees the verb says by how much or what was done, and counts no requests."""
    named = {s.id for a in atoms for s in a.senses}
    if "s2.art20_8.fee" not in named:
        return tuple(atoms)
    verbs = {at for op in ops if op.id in ("op.difference", "op.less", "op.more") for at in (op.position, op.position + len(op.text))}
    return tuple(a for a in atoms if not (a.senses and a.senses[0].id == "s3.new" and (a.start in verbs or (".amount_wan" in named and _COLLECTS.fullmatch(a.text)))))


def without_doing(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """许可决定做脱几桩: a verb of doing right behind permits, fines and the like is what was done with them, no 办结 of requests."""
    return tuple(a for i, a in enumerate(atoms) if not (i and _DOING.fullmatch(a.text) and _of_requests(a) and _decision_before(atoms, i)))


def without_request(atoms: Sequence[Atom], tokens: Sequence[Token]) -> tuple[Atom, ...]:
    """请依法公开集中采购总额: what is asked of the body is no row when a row of another section is named behind it."""
    asked = next((a for a in atoms if a.senses and a.senses[0].kind == "row"), None)
    if asked is None or not all(s.id in GIVEN or s.id.startswith("n.site") for s in asked.senses) or not asked.start > 0 or tokens[asked.start - 1].text != "请":
        return tuple(atoms)
    other = any(s.kind == "row" and s.strong and s.id.startswith(("s2.", "s4.", "s3.new", "s3.carried")) for a in atoms if a is not asked for s in a.senses)
    return tuple(a for a in atoms if a is not asked) if other and (asked.start < 2 or tokens[asked.start - 2].text != "申") else tuple(atoms)


def without_bare_request(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """申请新收、予以公开; requests granted, petition requests: 申请 right beside a row of requests is one thing with it, which takes its place in the list."""
    result: list[Atom] = []
    groups: dict[int, int] = {}
    for atom in atoms:
        before = result[-1] if result else None
        if atom.group in groups:
            atom = replace(atom, group=groups[atom.group])
        if before is not None and (_bare(before) or _bare(atom)) and _of_one(before, atom):
            groups[atom.group] = before.group
            kept = before if _bare(atom) else replace(atom, group=before.group, joined=before.joined)
            result[-1] = replace(kept, start=before.start, end=atom.end)
        else:
            result.append(atom)
    return tuple(result)


def _bare(atom: Atom) -> bool:
    return [s.id for s in atom.senses] == ["s3.new"] and bool(_BARE_REQUEST.fullmatch(atom.text))


def _of_one(one: Atom, other: Atom) -> bool:
    return one.end == other.start and one.group != other.group and all(bool(a.senses) and a.senses[0].id.startswith("s3.") for a in (one, other))


def _of_requests(atom: Atom) -> bool:
    return [s.id for s in atom.senses] == ["s3.result.total"]


def _decision_before(atoms: Sequence[Atom], index: int) -> bool:
    """A row of decisions, or their column, ends where the verb begins."""
    before, verb = atoms[index - 1], atoms[index]
    decided = any(s.id == ".decisions" or s.id.startswith(("s2.art20_5.", "s2.art20_6.")) for s in before.senses)
    return decided and before.group != verb.group and verb.start == before.end
