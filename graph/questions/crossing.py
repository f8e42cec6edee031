"""Whom one event ties: what a path over the event has to know of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from graph.questions.columns import ids
from graph.questions.pathfinding import STRENGTH, GaveUp
from graph.questions.ties import LinkReader
from graph.store import Store

MOST_READ: Final = 300
"""Of whom an event ties more, the 45,000 ties of each with each take longer to read than a search may."""

PARTS: Final[Mapping[str, tuple[str, ...]]] = {"m": ("attendances", "delegations"), "g": ("parties",)}
"""What is read of who has a part in an event that ties, by the first letter of its id."""

Tied: TypeAlias = Mapping[str, Mapping[str, int]]
T = TypeVar("T", str, int)


@dataclass(frozen=True, slots=True)
class ReadCrossing:
    """A ``pathfinding.Crossing`` read from a store whole."""

    tied: Tied

    def alike(self) -> Sequence[Sequence[str]]:
        return list(twins(self.tied))

    def beyond(self, id: str) -> Mapping[str, int]:
        return self.tied[id]

    def strongest(self, ids: Sequence[str]) -> int:
        return min(how for id in ids for how in self.tied[id].values())


def twins(tied: Mapping[T, Iterable[T]]) -> Iterator[list[T]]:
    """Those who are tied to the same others, each other apart: to be so is an equivalence."""
    others, groups = {id: frozenset(some) for id, some in tied.items()}, list[list[T]]()
    for id in sorted(tied):
        for group in groups:
            if others[id] - {group[0]} == others[group[0]] - {id}:
                group.append(id)
                break
        else:
            groups.append([id])
    yield from groups


def read_crossing(store: Store, reader: LinkReader, event: str) -> ReadCrossing:
    """Whom an event ties under the filter of ``reader``. Raises GaveUp where these are too many."""
    parts = [ids(store.read(name, ids=[event]), "entity") for name in PARTS[event[0]]]
    if max(map(len, parts)) > MOST_READ:
        raise GaveUp
    links = reader.among({id for part in parts for id in part})
    strengths: dict[tuple[str, str], int] = {}
    for link in links:
        how = STRENGTH["across" if link.type == "signed_agreement" else link.grade]
        for pair in ((link.source, link.target), (link.target, link.source)):
            strengths[pair] = min(how, strengths.get(pair, how))
    tied: dict[str, dict[str, int]] = {}
    for link in links:
        if link.event == event and link.source != link.target:
            tied.setdefault(link.source, {})[link.target] = strengths[link.source, link.target]
            tied.setdefault(link.target, {})[link.source] = strengths[link.target, link.source]
    return ReadCrossing(tied)
