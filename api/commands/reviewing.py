"""One pair after the other, side by side, for a person to decide with single keys: review."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer
from rich.table import Table
from rich.text import Text

from api.commands.deciding import KindOfPair, checked_kind, heading, posts_of, print_plain
from api.commands.judging import ByOption, ReasonOption, print_judgement, user
from api.commands.options import StoreOption, opened
from api.commands.output import err, out, print_indented, print_line, printable
from graph.errors import Contradiction
from graph.store import Store

if TYPE_CHECKING:
    from graph.identity.clusters import Verdict
    from graph.questions.candidates import Queued
    from graph.questions.identity_answers import Identified, Pair, RecordDetail

VERDICTS: Final = {"s": "same", "d": "different", "u": "unsure"}
HELP: Final = "s same  d different  u unsure  z undo the last  q quit"


def review(
    kind: KindOfPair = None,
    reason: ReasonOption = None,
    by: ByOption = None,
    json: Annotated[
        bool, typer.Option("--json", help="Each pair, and each judgement that a key made, as a JSON object a line.")
    ] = False,
    store: StoreOption = None,
) -> None:
    """Decide pair by pair, the one first on whose answer most hangs: both sides with their sentences, then one key."""
    wanted = checked_kind(kind)
    with opened(store, read_only=False) as graph:
        session = Session(graph, by or user(), reason, json)
        for key in session.pairs(wanted):
            session.take(key)
    left = session.left
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(session.done.items()) if count)
    err().print(f"{told or 'nothing decided'}; {left} {'pair' if left == 1 else 'pairs'} left")


class Session:
    """What is decided at one sitting, so that the last of it can be taken back."""

    def __init__(self, store: Store, by: str, reason: str | None, json: bool) -> None:
        self.done = Counter[str]()
        self.left = 0
        self._store, self._by, self._reason, self._json = store, by, reason, json
        self._made: list[tuple[str, Queued]] = []
        self._here: Queued | None = None
        self._back: Queued | None = None

    def pairs(self, kind: "str | None") -> Iterator[str]:
        """Show the first pair of the queue and give the key that was pressed, until q, or until none is left."""
        from graph.questions.candidates import of_kind, pairs, queue

        err().print(HELP)
        while True:
            waiting = of_kind(queue(self._store), kind)
            self.left = len(waiting)
            first = self._back or (waiting[0] if waiting else None)
            self._back = None
            if first is None:
                return
            if first is not self._here:
                for pair in pairs(self._store, [first]):
                    self._show(pair)
            self._here = first
            key = pressed()
            if key == "q":
                return
            yield key

    def take(self, key: str) -> None:
        """Do what ``key`` says to the pair that is shown."""
        if key == "z":
            self._undo()
        elif key in VERDICTS:
            self._judge(cast("Verdict", VERDICTS[key]))
        else:
            err().print(HELP)

    def _judge(self, verdict: "Verdict") -> None:
        from graph.identity.judging import judge
        from graph.questions import sides

        assert self._here is not None  # noqa: S101 - a key is asked for a pair
        left, right = sides(self._store, self._here.a, self._here.b)
        try:
            made = judge(self._store, left, right, verdict, user=self._by, reason=self._reason)
        except Contradiction as error:
            err().print(printable(str(error)))
            return
        self.done[verdict] += 1
        self._made.append((made.judgement.id, self._here))
        self._tell(made.judgement.id)

    def _undo(self) -> None:
        from graph.identity.judging import withdraw

        if not self._made:
            err().print("nothing was decided here yet")
            return
        id, self._back = self._made.pop()
        self._here = None
        taken_back = withdraw(self._store, id, user=self._by)
        self.done[taken_back.judgement.verdict] -= 1
        self._tell(id)

    def _tell(self, id: str) -> None:
        from graph.questions import judgement

        told = judgement(self._store, id)
        if self._json:
            print_line(asdict(told))
        else:
            print_judgement(told)

    def _show(self, pair: "Pair") -> None:
        if self._json:
            print_plain(pair)
            return
        out().rule(f"{self.left} left, worth {pair.worth:g}")
        grid = Table(box=None, expand=True, show_header=False, padding=(0, 2, 0, 0))
        grid.add_column(ratio=1, overflow="fold")
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(_side(pair.left), _side(pair.right))
        out().print(grid)
        print_indented(Text("for: " + printable("; ".join(pair.reasons)), style="green"), 0)
        if pair.doubts:
            print_indented(Text("against: " + printable("; ".join(pair.doubts)), style="red"), 0)


def pressed() -> str:
    """The key that was pressed, or in a pipe the next character that is none of space; q at the end of it."""
    if sys.stdin.isatty():
        return typer.getchar().lower()
    while character := sys.stdin.read(1):
        if not character.isspace():
            return character.lower()
    return "q"


def _side(side: "Identified") -> Text:
    told = Text(heading(side), style="bold")
    if side.context:
        days = " … ".join(dict.fromkeys(day for day in (side.context.earliest, side.context.latest) if day))
        if days:
            told.append(f"\nattested {days}", style="not bold")
    for record in side.records:
        told.append("\n\n").append_text(_record(record))
    if side.stated > len(side.records):
        told.append(f"\n\nand {side.stated - len(side.records)} more", style="not bold dim")
    return told


def _record(record: "RecordDetail") -> Text:
    article = record.article
    where = (article.published, article.title, article.url or article.id)
    told = Text(" · ".join(printable(part) for part in where if part), style="not bold dim")
    if posts := posts_of(record):
        told.append(f"\n{posts}", style="not bold not dim")
    for quote in record.quotes:
        told.append(f"\n“{printable(quote.quote)}”", style="not bold not dim italic")
    return told
