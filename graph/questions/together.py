"""The ties among some entities, those of meetings counted from who was there.

The store keeps an edge for every two at a meeting. Where hubs stand beside each other these are many times what their
meetings are, so that they are counted in the projection, and only what is told of them is read.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import compress
from typing import Final

import numpy as np

from graph.projection.projection import Projection
from graph.questions.answers import Grade, Quote, Tie, TieEvent
from graph.questions.columns import optional, string
from graph.questions.kept import kept_of_each
from graph.questions.pairs import Pairs, pairs_among
from graph.questions.presence import Presence, Present, delegated, present
from graph.questions.reports import Quotes, reports
from graph.questions.telling import ALL, Array, Telling, numbered, owned, told
from graph.questions.ties import ALL_TYPES, Link, LinkReader, TieFilter, days, event_of, tie_events, tied
from graph.store import Row, Store
from graph.vocabulary import TieType

_MET: Final[tuple[TieType, ...]] = ("met",)


def ties_among(
    store: Store,
    projection: Projection,
    only: TieFilter,
    ids: Collection[str],
    wanted: Telling = ALL,
    centres: Collection[str] = (),
) -> tuple[Tie, ...]:
    """The ties of which both ends are among ``ids``, in the order of ``ties``."""
    types = frozenset(only.edges or ALL_TYPES)
    others = tuple(sorted(types - {"met"}))
    rest = LinkReader(store, replace(only, edges=others), ()).among(ids) if others else []
    met = pairs_among(projection, only, ids if "met" in types else ())
    keys = [(link.type, link.source, link.target, link.title) for link in rest]
    ends = [*met.ends, *(key[1:3] for key in dict.fromkeys(keys))]
    shown = told(
        wanted,
        np.concatenate([met.group, len(met.ends) + numbered(keys)]),
        np.concatenate([met.day, days(rest)]),
        owned(ends, centres),
    )
    here, there = shown[: len(met.group)], shown[len(met.group) :]
    events = told_of(store, only, met, here)
    # `met` is the first of all types.
    return (*_tied(met, events), *tied(rest, tie_events(store, list(compress(rest, there)))))


def _tied(met: Pairs, events: Mapping[int, Sequence[TieEvent]]) -> Iterator[Tie]:
    every = zip(met.ends, met.counts(), met.spans(), strict=True)
    for number, ((source, target), count, (first, last)) in enumerate(every):
        yield Tie(
            source=source,
            target=target,
            type="met",
            title=None,
            count=count,
            first=first,
            last=last,
            events=tuple(events.get(number, ())),
        )


def told_of(store: Store, only: TieFilter, met: Pairs, shown: Array) -> Mapping[int, Sequence[TieEvent]]:
    """The events of the rows ``shown`` of each tie, by its number."""
    wanted = [met.events[each] for each in np.unique(met.event[shown]).tolist()]
    rows, reported = _meetings(store, wanted), reports(store, wanted)
    persons = np.array([source[0] == "p" for source, _ in met.ends], bool)[met.group]
    of_persons, of_bodies = (np.unique(met.event[shown & some]).tolist() for some in (persons, ~persons))
    there = _present(store, *([met.events[each] for each in some] for some in (of_persons, of_bodies)))
    reader = LinkReader(store, replace(only, edges=_MET), ())
    made = {id: _Made(reader, row, reported.get(id, ())) for id, row in rows.items()}
    found: dict[int, list[TieEvent]] = defaultdict(list)
    for group, place in zip(met.group[shown].tolist(), met.event[shown].tolist(), strict=True):
        id, ends = met.events[place], met.ends[group]
        both = [there[id][end] for end in ends if end in there.get(id, {})]
        # Who was there may have been removed since the projection was made.
        if len(both) == len(ends) and (event := made[id].of(*both)):
            found[group].append(event)
    return found


def links_behind(store: Store, only: TieFilter, links: Collection[Link]) -> dict[Link, Link]:
    """For ``links`` that meetings make, of which nothing but the ends, the event and what follows from the projection
    is known, what the store tells of them; those that it has no more, or that ``only`` leaves out, are missing."""
    persons = {link.event or "" for link in links if link.source[0] == "p"}
    bodies = {link.event or "" for link in links if link.source[0] != "p"}
    rows, there = _meetings(store, persons | bodies), _present(store, persons, bodies)
    reader = LinkReader(store, replace(only, edges=_MET), ())
    found: dict[Link, Link] = {}
    for link in links:
        row, present = rows.get(link.event or ""), there.get(link.event or "", {})
        if row and link.source in present and link.target in present:
            both = present[link.source], present[link.target]
            whole = _link(row, *both, _grade(*both, row["format"] == "video"), _confidence(*both))
            found |= {link: whole} if reader.counts(whole) else {}
    return found


def _meetings(store: Store, meetings: Collection[str]) -> dict[str, Row]:
    return kept_of_each(store, "meetings", meetings, partial(_rows, store))


def _present(store: Store, of_persons: Collection[str], of_bodies: Collection[str]) -> dict[str, dict[str, Presence]]:
    """Who was at meetings, by meeting and id: the persons of some, the bodies of others."""
    found: dict[str, dict[str, Presence]] = defaultdict(dict)
    some: list[Mapping[str, Present]] = [present(store, of_persons), delegated(store, of_bodies)]
    for id, each in ((id, each) for by_id in some for id, all in by_id.items() for each in all):
        found[id].setdefault(each.entity, each)
    return found


def _rows(store: Store, meetings: list[str]) -> dict[str, Row]:
    return {string(row, "id"): row for row in store.read("meeting_nodes", ids=meetings)}


class _Made:
    """The events behind the ties of one meeting; those of equal pairs are one."""

    def __init__(self, reader: LinkReader, row: Row, told: Quotes) -> None:
        self._reader, self._row, self._told = reader, row, told
        self._made: dict[tuple[Grade, float | None], TieEvent | None] = {}

    def of(self, one: Presence, other: Presence) -> TieEvent | None:
        """What the tie of these two rests on; None where the filter leaves it out."""
        own = [each.quote for each in (one, other) if each.quote]
        key = _grade(one, other, self._row["format"] == "video"), _confidence(one, other)
        if own:
            return self._event(one, other, *key, own)
        if key not in self._made:
            self._made[key] = self._event(one, other, *key, ())
        return self._made[key]

    def _event(
        self, one: Presence, other: Presence, grade: Grade, confidence: float | None, own: Sequence[Quote]
    ) -> TieEvent | None:
        link = _link(self._row, one, other, grade, confidence)
        return event_of(link, string(self._row, "id"), self._told, own) if self._reader.counts(link) else None


def _link(row: Row, one: Presence, other: Presence, grade: Grade, confidence: float | None) -> Link:
    return Link(
        type="met",
        source=one.entity,
        target=other.entity,
        event=string(row, "id"),
        date=optional(row, "date"),
        earliest=optional(row, "earliest"),
        latest=optional(row, "latest"),
        grade=grade,
        confidence=confidence,
    )


def _confidence(one: Presence, other: Presence) -> float | None:
    """A tie is as sure as the less sure of its ends."""
    return min((each.confidence for each in (one, other) if each.confidence is not None), default=None)


def _grade(one: Presence, other: Presence, video: bool) -> Grade:
    if not one.side or not other.side:
        return "co_listed"
    if one.side == other.side:
        return "same_side"
    return "video" if video else "across"
