"""What ties the neighbours on paths, and which of its events are told.

On the projection their meetings are what both were at: the store has an edge for every two at a meeting, thousands at a
busy end, and only what is told is read from it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from graph.projection.columns import GRADES, NO_DAY
from graph.projection.projection import Projection
from graph.questions.answers import Tie, TieEvent
from graph.questions.course import Course
from graph.questions.pairs import pairs_between
from graph.questions.path_answers import Weight
from graph.questions.pathfinding import Walk
from graph.questions.telling import Telling
from graph.questions.ties import Link, LinkReader, TieFilter, link_order, tie_events, ties
from graph.questions.together import links_behind
from graph.questions.weights import as_of, costs, weight
from graph.store import Store

Pair: TypeAlias = tuple[str, str]
"""Of ids, the smaller one first."""


def pair(one: str, other: str) -> Pair:
    """The two in order."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Hops:
    """What ties the two of each hop, and what the heaviest tie weighs where that was asked for."""

    ties: Mapping[Pair, Tie]
    weights: Mapping[Pair, Weight]


def hops(
    store: Store,
    projection: Projection | None,
    only: TieFilter,
    walks: Sequence[Walk],
    course: Course,
    wanted: Telling,
) -> Hops:
    """What ties neighbours on ``walks`` by the edges of ``only``, of one type for each two: that of the heaviest link
    where the strongest path is asked for, else that of the event on the way, of an agreement, or the first there is.

    The events ``wanted`` are told, and those that make the path: the heaviest, that on the way, those in time order.
    """
    pairs, found = {pair(*hop) for walk in walks for hop in pairwise(walk)}, dict[Pair, list[Link]]()
    for link in _between(store, projection, only, pairs):
        found.setdefault(pair(link.source, link.target), []).append(link)
    heaviest, weights = _weighed(store, only, found) if course.mode == "strongest" else ({}, {})
    for two, links in found.items():
        types = {link.type for link in links}
        first = "signed_agreement" if "signed_agreement" in types else links[0].type
        first = next((link.type for link in links if link.event and link.event == course.through), first)
        first = heaviest[two].type if two in heaviest else first
        found[two] = [link for link in links if link.type == first]
    always = set(heaviest.values()) | {x for links in found.values() for x in links if x.event == course.through}
    if course.in_time_order:
        always |= {link for walk in walks for link in _in_time(walk, found, course.certainly)}
    events = tie_events if projection is None else partial(_events_behind, only)
    behind: dict[Pair, Tie] = {}
    for tie in ties(store, (x for links in found.values() for x in links), wanted, always=always, events=events):
        behind.setdefault(pair(tie.source, tie.target), tie)
    return Hops(behind, weights)


def _between(store: Store, projection: Projection | None, only: TieFilter, pairs: Collection[Pair]) -> list[Link]:
    """The links of each two in their order; of a meeting on the projection without its date and how sure it is."""
    if projection is None:
        return LinkReader(store, only, ()).between(pairs)
    others = tuple(type for type in only.edges or () if type != "met")
    rest = LinkReader(store, replace(only, edges=others), ()).between(pairs) if others else []
    met = _met(projection, only, pairs) if "met" in (only.edges or ()) else ()
    return sorted((*met, *rest), key=link_order)


def _met(projection: Projection, only: TieFilter, pairs: Collection[Pair]) -> Iterator[Link]:
    met = pairs_between(projection, only, pairs)
    rows = projection.graph.rows[met.ties[met.event]]
    days = zip(rows["earliest"].tolist(), rows["latest"].tolist(), strict=True)
    every = zip(met.group.tolist(), met.event.tolist(), met.grade.tolist(), days, strict=True)
    for group, event, grade, (earliest, latest) in every:
        yield Link(
            type="met",
            source=met.ends[group][0],
            target=met.ends[group][1],
            event=met.events[event],
            earliest=_iso(earliest),
            latest=_iso(latest),
            grade=GRADES[grade],
        )


def _iso(day: int) -> str | None:
    return None if day == NO_DAY else date.fromordinal(day).isoformat()


def _events_behind(only: TieFilter, store: Store, links: Sequence[Link]) -> dict[Link, TieEvent]:
    """As ``tie_events``, once the store has told what the projection does not know of meetings."""
    whole = links_behind(store, only, [link for link in links if link.type == "met"])
    known = {link: whole.get(link) if link.type == "met" else link for link in links}
    events = tie_events(store, [link for link in known.values() if link])
    return {link: events[other] for link, other in known.items() if other and other in events}


def _weighed(
    store: Store, only: TieFilter, found: Mapping[Pair, Sequence[Link]]
) -> tuple[dict[Pair, Link], dict[Pair, Weight]]:
    """The heaviest link of each two, and what it weighs."""
    sizes = LinkReader(store, only, ()).sizes(link for links in found.values() for link in links)
    day, heaviest = as_of(only.until), dict[Pair, Link]()
    for two, links in found.items():
        heaviest[two] = min(links, key=lambda link: sum(costs(link, sizes.get(link.event or ""), day)))
    return heaviest, {two: weight(link, sizes.get(link.event or ""), day) for two, link in heaviest.items()}


def _in_time(walk: Walk, found: Mapping[Pair, Sequence[Link]], certainly: bool) -> Iterator[Link]:
    """Of each hop the event that leaves most days to those of the hops after it; posts and places take no time."""
    since = ""
    for hop in pairwise(walk):
        links = [link for link in found.get(pair(*hop), ()) if link.event]
        if certainly:
            fit = [(link.latest or "~", link) for link in links if (link.earliest or "") >= since]
        else:
            fit = [(max(since, link.earliest or ""), link) for link in links if (link.latest or "~") >= since]
        if fit:
            since, link = min(fit, key=lambda each: each[0])
            yield link
