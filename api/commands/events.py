"""What ties rest on, told at a terminal: each event's sentence once in an answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

from api.commands.output import period, print_indented, print_quotes, printable

if TYPE_CHECKING:
    from graph.questions.answers import Quote, Tie, TieEvent

SHOWN = 3
"""Events of one tie that are told at length; ``--json`` has all."""

Item = TypeVar("Item")


@dataclass(slots=True)
class Told:
    """The sentences of each event that this answer has shown already."""

    _quotes: set[tuple[str, "Quote"]] = field(default_factory=set)

    def print_quotes(self, event: str, quotes: "Iterable[Quote]", columns: int) -> None:
        """The sentences of ``event`` that were not shown yet; where some were, that they stand above."""
        every = tuple(dict.fromkeys(quotes))
        fresh = tuple(quote for quote in every if (event, quote) not in self._quotes)
        if len(fresh) < len(every):
            print_indented(Text("as above", style="dim"), columns)
        print_quotes(fresh, columns)
        self._quotes.update((event, quote) for quote in fresh)

    def print_events(self, events: "Sequence[TieEvent]", columns: int = 2, count: int = 0) -> None:
        """What a tie rests on: date, kind and grade, then sentences and articles, for the first few of ``count``."""
        for event in events[:SHOWN]:
            print_indented(heading(event, event.grade), columns)
            self.print_quotes(event.id, event.quotes, columns + 2)
        if (every := max(len(events), count)) > SHOWN:
            option = f"--json --events {every}" if every > len(events) else "--json"
            print_indented(Text(f"and {every - SHOWN} more ({option})", style="dim"), columns)


def heading(event: "TieEvent", *words: str | None) -> Text:
    """``2024-04-19  signed agreement: joint laboratory``; a post with the days that articles attest it for."""
    if event.kind == "post":
        return Text(attested(event.earliest, event.latest), style="bold")
    line = Text(event.date or "undated", style="bold")
    told = " ".join(word for word in (event.status, event.kind, *words) if word)
    line.append(f"  {told.replace('_', ' ')}", style="not bold")
    return line.append(f": {printable(event.subject)}" if event.subject else "", style="not bold")


def attested(earliest: str | None, latest: str | None) -> str:
    """``attested 2024-03-05 … 2024-05-10``: articles of these days name the post; it may have been held longer."""
    return f"attested {period(earliest, latest)}" if earliest or latest else "undated"


def relation(tie: "Tie") -> str:
    """``signed agreement``, ``holds: 校长``."""
    words = tie.type.replace("_", " ")
    return f"{words}: {printable(tie.title)}" if tie.title else words


def one_post(items: Iterable[Item], post: Callable[[Item], tuple[str, str, str] | None]) -> list[list[Item]]:
    """``items`` in their order, those together whose posts (holder, body, title; None: no post) are told in both
    languages, the Chinese first: 校长 and President of one person at one body."""
    from graph.knowledge.titles import pairs

    groups: list[list[Item]] = []
    open_posts: dict[tuple[str, str], list[tuple[str, list[Item]]]] = {}
    for item in items:
        held = post(item)
        beside = open_posts.setdefault(held[:2], []) if held else []
        mate = next((p for p in beside if held and _scripts_differ(p[0], held[2]) and pairs(p[0], held[2])), None)
        if mate:
            mate[1].insert(1 if held and held[2].isascii() else 0, item)
            beside.remove(mate)
            continue
        groups.append([item])
        if held:
            beside.append((held[2], groups[-1]))
    return groups


def _scripts_differ(one: str, other: str) -> bool:
    return one.isascii() != other.isascii()


def together(ties: "Iterable[Tie]") -> "Mapping[str, list[tuple[Tie, TieEvent]]]":
    """The ties by event, in order of appearance: a meeting of twelve is one group and not sixty-six."""
    groups: dict[str, list[tuple[Tie, TieEvent]]] = {}
    for tie in ties:
        for event in tie.events:
            groups.setdefault(event.id, []).append((tie, event))
    return groups
