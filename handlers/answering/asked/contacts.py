"""想反映问题打哪个电话: where a telephone, an address or the like is asked for, what it is wanted for is not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.answering.words.lexicon import Sense
from handlers.answering.words.mentions import Mention

_CONTACTS = frozenset({"meta.phone", "meta.email", "meta.address", "meta.postcode"})
_MEASURED = frozenset({"row", "column", "fact", "metric", "ambiguous"})
_AMOUNT = re.compile("多少|几[件个条项起宗份单例]|若干|占|率|哪[类种项]|数量|件数|总数|how many|how much")
_WANTED_FOR = Sense("wanted_for", "filler", True)


def without_purpose(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions with what is measured passing over beside a contact, unless an amount is asked for too."""
    contacts = [m for m in mentions if any(s.id in _CONTACTS and s.strong for s in m.senses)]
    for contact in contacts:
        text = text.replace(contact.text, "", 1)
    if not contacts or _AMOUNT.search(text):
        return list(mentions)
    return [replace(m, senses=(_WANTED_FOR,)) if m not in contacts and m.kinds() & _MEASURED else m for m in mentions]
