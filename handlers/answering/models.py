"""What goes into the second walk and what comes out of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Outcome = Literal["answered", "choose", "refused"]
Verdict = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Question:
    text: str  # as typed
    context: tuple[str, ...] = ()  # earlier questions of the same chat, oldest first
    today: date | None = None  # the day 去年 is counted from; None: relative years are not understood


@dataclass(frozen=True, slots=True)
class Value:
    value: str  # exact decimal as text, or words
    unit: str = ""
    label: str = ""  # what it is: "不予公开"
    agency: str = ""  # canonical name
    year: int | None = None
    cells: tuple[str, ...] = ()  # ids of the cells it was made from
    formula: str = ""  # "6+2"; '' when it is a printed cell


@dataclass(frozen=True, slots=True)
class Choice:
    label: str  # short, for a button
    question: str  # a full question that has one reading


@dataclass(frozen=True, slots=True)
class Reply:
    status: Outcome
    text: str  # the whole reply as the user reads it, no markup; the first line is the answer
    reason: str | None = None  # contract reason of a refusal
    values: tuple[Value, ...] = ()
    also: tuple[Value, ...] = ()
    verdict: Verdict | None = None
    choices: tuple[Choice, ...] = ()
    id: str = field(default="", compare=False)  # answer id: the same question on the same index gives the same id
