"""What 总计 is the total of: of cases, or of the results that are summed beside it."""

from collections.abc import Iterable, Sequence

from handlers.answering.words.lexicon import Sense


def of_cases_alone(said: Iterable[Sequence[Sense]]) -> bool:
    """Some row is sure, and every sure row is of section IV; `said`: the senses of each word."""
    rows = [senses[0].id for senses in said if len(senses) == 1 and senses[0].kind != "column" and senses[0].id != "details_sum"]
    return bool(rows) and all(row.startswith("s4.") for row in rows)


def sums_checked(sense: Sense, said: Iterable[Sequence[Sense]]) -> bool:
    """各项结果相加, 办理结果各行相加跟总计一致吗: beside the results and nothing else 总计 is the one that is printed."""
    rows = {s.id for senses in said for s in senses if s.kind != "column"}
    return sense.id == "s3.result.total" and ("details_sum" in rows or rows == {"s3.result"})
