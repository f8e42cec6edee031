"""What lies around an entity, nearest first and of equal distance the most tied first."""

from typing import NamedTuple

import numpy as np

from graph.projection.columns import NO_DAY, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, Workspace


class Around(NamedTuple):
    """Entities by distance, the centre first; ``cut`` tells of each distance how many were left out of it."""

    entities: Ints
    levels: Ints
    """Where in ``entities`` each distance begins; behind the last one stands their number."""
    cut: Ints


@compiled
def around(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    centre: int,
    avoided: Ints,
    avoided_ties: Ints,
    depth: int,
    limit: int,
) -> Around:
    """The ``limit`` entities within ``depth`` hops of ``centre`` that come first.

    Those of one distance are ranked by the number of ties to what is kept of the distance before, then by the latest
    of these, then by entity. What is cut leads nowhere, and may be reached again from what is kept.
    """
    seen, queue = work.near.entities, work.near.queue
    levels, cut = np.zeros(depth + 2, np.int32), np.zeros(depth + 1, np.int32)
    for entity in avoided:
        seen[entity] = first + AVOIDED
    for tie in avoided_ties:
        work.near.ties[tie] = first + AVOIDED
    seen[centre], queue[0] = first, centre
    levels[1] = 1
    for distance in range(1, depth + 1):
        begin = levels[distance]
        reached = _count(graph, only, work, first, distance, levels[distance - 1], begin)
        found = np.sort(queue[begin : begin + reached])
        keys = np.empty(reached, np.int64)
        for place in range(reached):
            # One number to sort by: more ties first, then the later day; a stable sort leaves the rest in order.
            entity = found[place]
            keys[place] = -((np.int64(work.near.last[entity]) << 32) + work.failed_days[entity])
        order = np.argsort(keys, kind="mergesort")
        room = limit - (begin - 1)
        kept = min(room, reached)
        for place in range(kept):
            queue[begin + place] = found[order[place]]
            seen[queue[begin + place]] = first
        levels[distance + 1] = begin + kept
        cut[distance] = reached - kept
    return Around(queue[: levels[depth + 1]].copy(), levels, cut)


@compiled
def _count(graph: Graph, only: Filter, work: Workspace, first: int, distance: int, begin: int, end: int) -> int:
    """Queue what the entities from ``begin`` to ``end`` of the queue reach, with the number of ties to each and the
    latest day of these; gives how many they are."""
    seen, queue, number, latest = work.near.entities, work.near.queue, work.near.last, work.failed_days
    length = end
    for place in range(begin, end):
        entity = queue[place]
        for at in range(graph.tie_starts[entity], graph.tie_starts[entity + 1]):
            tie = graph.ties[at]
            if work.near.ties[tie] == first + AVOIDED or not counts(graph, only, tie, at):
                continue
            day = graph.latest[tie] if graph.latest[tie] != NO_DAY else graph.earliest[tie]
            for i in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
                other = graph.ends[i]
                if seen[other] == first or seen[other] == first + AVOIDED:
                    continue
                if not joins(graph, only, tie, graph.tie_sides[at], i):
                    continue
                if seen[other] != first + distance:
                    seen[other] = first + distance
                    number[other], latest[other] = 0, 0
                    queue[length] = other
                    length += 1
                number[other] += 1
                latest[other] = max(latest[other], day, 0)
    return length - end
