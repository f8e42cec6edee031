"""A projection brought up to date by what was touched since, without reading the rest of the store."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.projection.columns import HOLDS, MOST_SIZE, Graph, Ints
from graph.projection.projection import NO_EVENT, Events, Projection
from graph.projection.reading import Tie, ties_of_events, ties_of_sources
from graph.store import Store


def updated(store: Store, projection: Projection, touched: Collection[str], edition: int) -> Projection | None:
    """``projection`` with what is ``touched`` read anew, stamped ``edition``, which was read before.

    None where there is no room left for more. Raises StoreError.
    """
    some = {id for id in touched if id[:1] in "pid"}
    there = {str(row["id"]) for row in store.read("entities", ids=sorted(some))} if some else set()
    come = [id for id in there if projection.entities.number(id) is None]
    gone = [number for id in some - there if (number := projection.entities.number(id)) is not None]
    dead = {tie for number in gone for tie in _ties_of(projection.graph, number)}
    events = {id for id in touched if id[:1] in "mg"} | set(filter(None, map(projection.events.id, dead)))
    dead |= _of_events(projection, events) | _of_sources(projection, some)
    ties = [*ties_of_events(store, sorted(events)), *ties_of_sources(store, sorted(there))]
    leaving = [projection.entities.id(number) for number in gone]
    return _replaced(_with_entities(projection, come), dead, ties, leaving, edition)


def _ties_of(graph: Graph, number: int) -> Iterable[int]:
    return map(int, graph.ties[graph.tie_starts[number] : graph.tie_starts[number + 1]])


def _of_events(projection: Projection, events: Iterable[str]) -> set[int]:
    places = [place for id in events if (place := projection.events.place(id)) is not None]
    return {int(tie) for place in places for tie in np.flatnonzero(projection.events.of == place)}


def _of_sources(projection: Projection, ids: Iterable[str]) -> set[int]:
    """The posts and places of these entities."""
    graph, numbers = projection.graph, map(projection.entities.number, ids)
    return {
        tie
        for number in numbers
        if number is not None
        for tie in _ties_of(graph, number)
        if graph.rows[tie]["kind"] >= HOLDS and graph.ends[graph.rows[tie]["start"]] == number
    }


def _with_entities(projection: Projection, ids: Collection[str]) -> Projection:
    """``projection`` with new entities; where there is no number between two others, all get new ones."""
    if not ids:
        return projection
    entities = projection.entities.with_ids(ids)
    if entities is not None:
        return replace(projection, entities=entities)
    return _spread(projection, ids)


def _spread(projection: Projection, ids: Collection[str]) -> Projection:
    """``projection`` with new entities and other numbers for all, in the order of their ids."""
    before, graph = projection.entities.numbers(), projection.graph
    entities, after = projection.entities.spread_with(ids)
    moved = np.zeros(projection.entities.size, np.int32)
    moved[before] = after
    counts = np.zeros(entities.size + 1, np.int32)
    counts[after + 1] = np.diff(graph.tie_starts)[before]
    starts = np.cumsum(counts, dtype=np.int32)
    ends = np.empty_like(projection.room.ends)
    ends[: len(graph.ends)] = moved[graph.ends]
    room = projection.room._replace(ends=ends, tie_starts=starts)
    graph = graph._replace(ends=ends[: len(graph.ends)], tie_starts=starts)
    return replace(projection, entities=entities, graph=graph, room=room, workspaces=projection.workspaces.like(room))


def _replaced(
    projection: Projection, dead: set[int], ties: Iterable[Tie], gone: Collection[str], edition: int
) -> Projection | None:
    """``projection`` without the hyperedges ``dead`` and the entities ``gone``, and with ``ties``."""
    number = projection.entities.number
    known = [(tie, [(n, side, sure) for id, side, sure in tie.ends if (n := number(id)) is not None]) for tie in ties]
    added = [(tie, ends) for tie, ends in known if len(ends) >= 2]
    graph = projection.graph
    first = graph.hyperedges
    if first + len(added) > projection.room.hyperedges or (
        len(graph.ends) + sum(len(ends) for _, ends in added) > len(projection.room.ends)
    ):
        return None
    fresh: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for place, (_, ends) in enumerate(added):
        for entity, side, sure in ends:
            fresh[entity].append((first + place, side, sure))
    starts = graph.rows["start"]
    affected = {int(end) for tie in dead for end in graph.ends[starts[tie] : starts[tie + 1]]}
    own = _spliced(graph, sorted(affected | fresh.keys()), dead, fresh)
    return replace(
        projection,
        edition=edition,
        entities=projection.entities.without([n for id in gone if (n := number(id)) is not None]),
        graph=_appended(projection, added)._replace(**own),
        events=_with_events(projection.events, [tie.event for tie, _ in added]),
    )


def _spliced(
    graph: Graph, entities: list[int], dead: set[int], fresh: Mapping[int, list[tuple[int, int, int]]]
) -> dict[str, NDArray[Any]]:
    """The columns of ties by entity, without the dead ones and with fresh ones at ``entities``, which are sorted."""
    gone = np.fromiter(dead, np.int32, len(dead))
    names = ("ties", "tie_sides", "tie_confidence")
    pieces: dict[str, list[NDArray[Any]]] = {name: [] for name in names}
    counts, done = np.diff(graph.tie_starts), 0
    for entity in entities:
        begin, end = int(graph.tie_starts[entity]), int(graph.tie_starts[entity + 1])
        kept, new = ~np.isin(graph.ties[begin:end], gone), fresh.get(entity, [])
        for name, values in zip(names, zip(*new, strict=True) if new else ((), (), ()), strict=True):
            column = getattr(graph, name)
            pieces[name] += [column[done:begin], column[begin:end][kept], np.array(values, column.dtype)]
        counts[entity] = np.count_nonzero(kept) + len(new)
        done = end
    starts = np.concatenate([np.zeros(1, np.int32), np.cumsum(counts, dtype=np.int32)])
    whole = {name: np.concatenate([*pieces[name], getattr(graph, name)[done:]]) for name in names}
    return {"tie_starts": starts, **whole}


def _appended(projection: Projection, added: list[tuple[Tie, list[tuple[int, int, int]]]]) -> Graph:
    """The graph with more hyperedges, written behind what earlier projections look at."""
    graph, room = projection.graph, projection.room
    first, last = graph.hyperedges, graph.hyperedges + len(added)
    ends = [end for _, some in added for end in some]
    final = len(graph.ends) + len(ends)
    for name, values in zip(("ends", "end_sides", "end_confidence"), zip(*ends, strict=True), strict=False):
        getattr(room, name)[len(graph.ends) : final] = values
    room.rows["start"][first + 1 : last + 1] = len(graph.ends) + np.cumsum([len(some) for _, some in added])
    for name in ("kind", "earliest", "latest", "video"):
        room.rows[name][first:last] = [getattr(tie, name) for tie, _ in added]
    room.rows["size"][first:last] = [min(tie.size, MOST_SIZE) for tie, _ in added]
    columns: dict[str, Any] = {name: getattr(room, name)[:final] for name in ("ends", "end_sides", "end_confidence")}
    return graph._replace(rows=room.rows[: last + 1], **columns)


def _with_events(events: Events, added: list[str | None]) -> Events:
    late, places = list(events.late), dict[str, int]()
    for id in dict.fromkeys(filter(None, added)):
        place = events.place(id)
        if place is None:
            place = len(events.ids) + len(late)
            late.append(id)
        places[id] = place
    more: Ints = np.array([places[id] if id else NO_EVENT for id in added], np.int32)
    return replace(events, of=np.concatenate([events.of, more]), late=tuple(late))
