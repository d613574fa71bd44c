"""What the commands do: index, questions and files in; lines out. Standard output holds results alone."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from handlers.cli import shapes
from handlers.cli.shelf import open_index, reports_of
from handlers.faults import WrongUse

if TYPE_CHECKING:
    from index.adding import Outcome

SHIPPED = Path(__file__).resolve().parent.parent.parent / "data" / "reports"
CHINA = timezone(timedelta(hours=8))


def add(database: Path, names: list[str], as_json: bool) -> int:
    """Exit status: 0 when nothing was rejected."""
    from handlers.cli.filing import add_files
    from handlers.cli.tables import outcome_line

    tally = add_files(database, names, lambda outcome: _put(shapes.line(shapes.outcome_shape(outcome)) if as_json else outcome_line(outcome)))
    if not tally:
        print(f"{'、'.join(names)}：没有可读的文件。", file=sys.stderr)
    return int(not tally or tally["rejected"] > 0)


def show(database: Path, agency: str | None, year: str | None, as_json: bool, grid: bool) -> int:
    with closing(open_index(database)) as store:
        for report in reports_of(store, agency, year):
            cells = store.cells(report.id)
            if as_json:
                _put(shapes.line(shapes.report_shape(report, cells)))
            else:
                from handlers.cli.tables import grids, report_tables, screen

                screen().print((grids if grid else report_tables)(report, cells.values()))
    return 0


def check(database: Path, agency: str | None, year: str | None, as_json: bool) -> int:
    with closing(open_index(database)) as store:
        for report in reports_of(store, agency, year):
            findings = [finding for _, finding in store.findings(report.id)]
            if as_json:
                for finding in findings:
                    _put(shapes.line(shapes.check_shape(report, finding)))
            else:
                from handlers.cli.tables import checks, screen

                screen().print(checks(report, findings))
    return 0


def ask(database: Path, question: str | None, batch: str | None, answer: str | None, now: str | None, as_json: bool, trace: bool) -> int:
    """Exactly one of `question`, `batch` (file name or -) and `answer` (an answer id) is given."""
    if sum(given is not None for given in (question, batch, answer)) != 1:
        raise WrongUse("写出一个问题，或用 --batch 给出文件，或用 --id 给出答复编号，三者取一。")
    day = today() if now is None else _day(now)
    from handlers.cli.asking import Asked, Asking, question_of, read_lines

    with _lines(batch) as lines, closing(open_index(database)) as store:
        asking = Asking(store, _trace if trace else None)
        if answer is not None:
            asked: Iterable[Asked] = [asking.recall(answer)]
        else:
            asked = read_lines(lines, day) if batch is not None else [Asked(None, question_of(question or "", (), day))]
        for answered in asking.answer_all(asked):
            if as_json:
                _put(shapes.line(shapes.reply_shape(answered.name, answered.reply, answered.milliseconds)))
            else:
                _put(answered.reply.text + ("\n" if batch is not None else ""))
            if answer not in (None, answered.reply.id):
                print("索引在那次答复之后有变动，以上按现在的索引答复。", file=sys.stderr)
    return 0


def chat(database: Path, token: bool) -> int:
    from handlers.answering import Answerer
    from handlers.cli.chat import Chat, intro, talk
    from index.store import Store

    with closing(Store(database)) as store:
        print(intro(store, token), file=sys.stderr, flush=True)
        talk(Chat(Answerer(store), today))
    return 0


def add_shipped(database: Path) -> None:
    """The reports that lie in data/reports; those that are held already are passed over, and nothing is said of them."""
    from handlers.cli.filing import add_files
    from handlers.cli.tables import outcome_line

    if SHIPPED.is_dir():

        def tell(outcome: "Outcome") -> None:
            if outcome.status != "unchanged":
                print(outcome_line(outcome), file=sys.stderr)

        add_files(database, [str(SHIPPED)], tell, quiet=True)


def today() -> date:
    return datetime.now(CHINA).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(f"日期 {text} 的写法不对，应为 2021-06-01 这样。") from error


@contextmanager
def _lines(batch: str | None) -> Iterator[TextIO]:
    """The lines of a batch file, or of standard input for -."""
    if batch in (None, "-"):
        yield sys.stdin
        return
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(Path(batch or "").open(encoding="utf-8-sig", errors="replace"))
        except OSError as error:
            raise WrongUse(f"{batch}：打不开文件（{error.strerror}）。") from error
        yield stream


def _trace(stage: str, text: str) -> None:
    print(f"{stage}: {text}", file=sys.stderr)


def _put(text: str) -> None:
    print(text, flush=True)
