"""The ties among some entities, those of meetings made from who was there.

The store keeps an edge for every two at a meeting. Where hubs stand beside each other these are many times what their
meetings are, which the projection finds and which are kept once read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, combinations
from typing import Final

import numpy as np

from graph.projection.columns import MET
from graph.projection.projection import Projection
from graph.questions.answers import Grade, Quote, Tie, TieEvent
from graph.questions.columns import optional, string
from graph.questions.kept import kept_of_each
from graph.questions.presence import Presence, Present, delegated, present
from graph.questions.reports import Quotes, reports
from graph.questions.ties import ALL_TYPES, Link, LinkReader, TieFilter, event_of, ties
from graph.store import Row, Store
from graph.vocabulary import TieType

_MET: Final[tuple[TieType, ...]] = ("met",)


def ties_among(store: Store, projection: Projection, only: TieFilter, ids: Collection[str]) -> tuple[Tie, ...]:
    """The ties of which both ends are among ``ids``, in the order of ``ties``."""
    wanted = frozenset(only.edges or ALL_TYPES)
    others = tuple(sorted(wanted - {"met"}))
    rest = LinkReader(store, replace(only, edges=others), ()).among(ids) if others else []
    met = _met_ties(store, projection, only, frozenset(ids)) if "met" in wanted else ()
    return (*met, *ties(store, rest))  # as `met` is the first of all types


def _met_ties(store: Store, projection: Projection, only: TieFilter, ids: frozenset[str]) -> Iterator[Tie]:
    reader, events = LinkReader(store, only, _MET), _meetings(projection, ids)
    rows = kept_of_each(store, "meetings", events, partial(_rows, store))
    if only.max_event_size is not None:
        sizes = {id: row["size"] for id, row in rows.items()}
        rows = {id: row for id, row in rows.items() if not _exceeds(sizes[id], only.max_event_size)}
    people, bodies, told = present(store, rows), delegated(store, rows), reports(store, rows)
    found: dict[tuple[str, str], list[TieEvent]] = defaultdict(list)
    for id in sorted(rows, key=lambda id: (_day(rows[id]), id)):
        made = _Made(reader, rows[id], told.get(id, ()))
        for one, other in chain(_pairs(people.get(id, ()), ids), _pairs(bodies.get(id, ()), ids)):
            if event := made.of(one, other):
                found[one.entity, other.entity].append(event)
    for (source, target), some in sorted(found.items(), key=lambda pair: pair[0]):
        yield Tie(source=source, target=target, type="met", title=None, events=tuple(some))


def _meetings(projection: Projection, ids: Collection[str]) -> list[str]:
    """The meetings of two or more of ``ids``."""
    graph, numbers = projection.graph, map(projection.entities.number, ids)
    starts = graph.tie_starts
    found = [graph.ties[starts[number] : starts[number + 1]] for number in numbers if number is not None]
    some, count = np.unique(np.concatenate([*found, np.zeros(0, np.int32)]), return_counts=True)
    met = some[(count > 1) & (graph.rows["kind"][some] == MET)]
    return sorted({id for tie in met.tolist() if (id := projection.events.id(tie))})


def _rows(store: Store, meetings: list[str]) -> dict[str, Row]:
    return {string(row, "id"): row for row in store.read("meeting_nodes", ids=meetings)}


def _pairs(there: Present, ids: frozenset[str]) -> Iterator[tuple[Presence, Presence]]:
    return combinations([one for one in there if one.entity in ids], 2)


def _day(row: Row) -> str:
    return optional(row, "earliest") or optional(row, "latest") or "~"


def _exceeds(size: object, most: int) -> bool:
    return isinstance(size, int) and size > most


class _Made:
    """The events behind the ties of one meeting; those of equal pairs are one."""

    def __init__(self, reader: LinkReader, row: Row, told: Quotes) -> None:
        self._reader, self._row, self._told = reader, row, told
        self._made: dict[tuple[Grade, float | None], TieEvent | None] = {}

    def of(self, one: Presence, other: Presence) -> TieEvent | None:
        """What the tie of these two rests on; None where the filter leaves it out."""
        own = [each.quote for each in (one, other) if each.quote]
        sure = [each.confidence for each in (one, other) if each.confidence is not None]
        key = _grade(one, other, self._row["format"] == "video"), min(sure, default=None)
        if own:
            return self._event(one, other, *key, own)
        if key not in self._made:
            self._made[key] = self._event(one, other, *key, ())
        return self._made[key]

    def _event(
        self, one: Presence, other: Presence, grade: Grade, confidence: float | None, own: Sequence[Quote]
    ) -> TieEvent | None:
        row, id = self._row, string(self._row, "id")
        link = Link(
            type="met",
            source=one.entity,
            target=other.entity,
            event=id,
            date=optional(row, "date"),
            earliest=optional(row, "earliest"),
            latest=optional(row, "latest"),
            grade=grade,
            confidence=confidence,
        )
        return event_of(link, id, self._told, own) if self._reader.counts(link) else None


def _grade(one: Presence, other: Presence, video: bool) -> Grade:
    if not one.side or not other.side:
        return "co_listed"
    if one.side == other.side:
        return "same_side"
    return "video" if video else "across"
