"""The best of the shortest paths between two sets of entities: of these that with the strongest weakest tie, of these
the one whose entities come first in the order of their ids."""

from typing import Final

import numpy as np

from graph.projection.columns import MET, SIGNED, UNGRADED, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.growing import degree, is_in
from graph.projection.meeting import Reach, meet
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, ROUND, Workspace

ROUNDS: Final = UNGRADED + 2
"""Rounds of marks that one call takes: a search of any strength, one for each bound on it, and one again."""


@compiled
def best_path(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    avoided: Ints,
    avoided_ties: Ints,
    barred: Ints,
    max_hops: int,
    floor: int,
) -> tuple[Ints, int]:
    """The entities of the best path, and the strength of its weakest tie or ``floor``, whichever is weaker.

    No entity and 0 where there is none. ``avoided`` entities and ``avoided_ties`` are on no path; where there are
    ``barred`` entities, no path begins with a hop from the one source to one of them.
    """
    reach = _avoiding(graph, only, work, first, sources, targets, avoided, avoided_ties, barred, max_hops)
    if reach.hops == 0:
        return np.zeros(0, np.int32), 0
    # From the weakest bound down: a search that finds something is cut short, so only the one that fails takes long.
    hops, best, weakest, lost = reach.hops, only, UNGRADED, False
    for grade in range(UNGRADED - 1, floor - 1, -1):
        stronger = _stronger(only, grade)
        if not stronger.kinds:
            break
        if stronger != best:
            first += ROUND
            found = _avoiding(graph, stronger, work, first, sources, targets, avoided, avoided_ties, barred, hops)
            lost = found.hops == 0
            if lost:
                break
            best, reach = stronger, found
        weakest = grade
    if lost:
        first += ROUND  # the failed search took the marks of the one before
        reach = _avoiding(graph, best, work, first, sources, targets, avoided, avoided_ties, barred, hops)
    return _walk(graph, best, work, first, sources, barred, reach), weakest


@compiled
def _stronger(only: Filter, weakest: int) -> Filter:
    """``only`` without the ties that are weaker than ``weakest``, which is a grade."""
    grades = only.grades & ((2 << weakest) - 1)
    kinds = only.kinds & ((1 << SIGNED) | (1 << MET if grades else 0))
    # Where no meeting counts its grades make no difference, and equal filters are to look equal.
    return Filter(
        kinds,
        grades if kinds & (1 << MET) else only.grades,
        only.since,
        only.until,
        only.max_size,
        only.min_confidence,
    )


@compiled
def _avoiding(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    avoided: Ints,
    avoided_ties: Ints,
    barred: Ints,
    max_hops: int,
) -> Reach:
    for entity in avoided:
        work.near.entities[entity] = work.far.entities[entity] = first + AVOIDED
        work.failed[entity] = first
    for tie in avoided_ties:
        work.near.ties[tie] = work.far.ties[tie] = first + AVOIDED
    return meet(graph, only, work, first, sources, targets, barred, max_hops)


@compiled
def _walk(graph: Graph, only: Filter, work: Workspace, first: int, sources: Ints, barred: Ints, reach: Reach) -> Ints:
    """The first walk, in the order of entities, of those that go up the near side's marks and down the far side's."""
    walk = np.full(reach.hops + 1, -1, np.int32)
    choices = np.sort(sources)
    found = np.zeros(reach.hops + 2, np.int32)
    stack = [choices]
    position = 0
    # found[p] is the next of the choices for position p; a near entity that leads nowhere is remembered.
    while position <= reach.hops:
        choices = stack[position]
        if found[position] == len(choices):
            stack.pop()
            found[position] = 0
            position -= 1
            work.failed[walk[position]] = first
            continue
        entity = choices[found[position]]
        found[position] += 1
        if work.failed[entity] == first:
            continue
        walk[position] = entity
        if position < reach.hops:
            stack.append(_next(graph, only, work, first, entity, position, barred, reach))
            found[position + 1] = 0
        position += 1
    return walk


@compiled
def _next(
    graph: Graph, only: Filter, work: Workspace, first: int, entity: int, position: int, barred: Ints, reach: Reach
) -> Ints:
    """The entities, sorted, that may follow ``entity`` at ``position`` of a walk; the first is enough on the far side,
    from where every one leads to an end."""
    left = reach.hops - position - 1
    beyond = left <= reach.far
    side, radius = (work.far, left) if beyond else (work.near, position + 1)
    ties = graph.tie_starts[entity + 1] - graph.tie_starts[entity]
    if beyond and ties > degree(graph, side, radius):
        return _first_tied(graph, only, work, first, entity, position, barred, radius)
    wanted = first + radius
    choices = np.empty(64, np.int32)
    length = 0
    for at in range(graph.tie_starts[entity], graph.tie_starts[entity + 1]):
        tie = graph.ties[at]
        if work.near.ties[tie] == first + AVOIDED or not counts(graph, only, tie, at):
            continue
        for place in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
            other = graph.ends[place]
            if side.entities[other] != wanted or not joins(graph, only, tie, graph.tie_sides[at], place):
                continue
            if position == 0 and is_in(barred, other):
                continue
            if length == len(choices):
                longer = np.empty(2 * length, np.int32)
                longer[:length] = choices
                choices = longer
            choices[length] = other
            length += 1
    return np.unique(choices[:length])


@compiled
def _first_tied(
    graph: Graph, only: Filter, work: Workspace, first: int, entity: int, position: int, barred: Ints, radius: int
) -> Ints:
    """The first of the entities at ``radius`` of the far side that is tied to ``entity``, which has more ties."""
    levels = work.far.levels
    for other in np.sort(work.far.queue[levels[radius] : levels[radius + 1]]):
        if position == 0 and is_in(barred, other):
            continue
        for at in range(graph.tie_starts[other], graph.tie_starts[other + 1]):
            tie = graph.ties[at]
            if work.near.ties[tie] == first + AVOIDED or not counts(graph, only, tie, at):
                continue
            for place in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
                if graph.ends[place] == entity and joins(graph, only, tie, graph.tie_sides[at], place):
                    return np.full(1, other, np.int32)
    return np.zeros(0, np.int32)
