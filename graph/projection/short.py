"""The best paths of one to three hops between two entities, all at once.

Whom both ends are tied to is read off their own ties, so a path of three hops is a tie between two of these. The first
few of them in order are found much sooner than by a search for each.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.projection.columns import Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.growing import grow, put
from graph.projection.meeting import Reach
from graph.projection.rules import counts, grade, joins
from graph.projection.shortest import shut_off, tied
from graph.projection.weighing import NOTHING, weigh
from graph.projection.workspace import AVOIDED, Workspace

MOST_HOPS: Final = 3
NO_MARK: Final = -2
"""What nobody is marked with: a side grows on whatever the other one reached."""


@compiled
def short_paths(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    source: int,
    target: int,
    avoided: Ints,
    avoided_ties: Ints,
    max_hops: int,
    most: int,
) -> tuple[Ints, Ints]:
    """The best ``most`` paths without loops of at most three hops and ``max_hops``, one a row with -1 behind its end,
    and the strength of the weakest tie of each. Where they are fewer, these are all."""
    near, far = work.near, work.far
    shut_off(work, first, avoided, avoided_ties)
    put(near, np.full(1, source, np.int32), first)
    put(far, np.full(1, target, np.int32), first)
    grow(graph, only, near, far, 0, first, NO_MARK)
    grow(graph, only, far, near, 0, first, NO_MARK)
    weigh(graph, only, work, first, Reach(1, 1, 0))
    neighbours = tied(graph, only, work, first, source)
    walks, weakest = np.full((most, MOST_HOPS + 1), -1, np.int32), np.empty(most, np.int32)
    walks[:, 0] = source
    number = 0
    if near.entities[target] == first + 1:
        walks[0, 1], weakest[0], number = target, near.last[target], 1
    if max_hops >= 2 and number < most:
        middles = np.empty((NOTHING, most - number, 2), np.int32)
        many = _middles_of_two(work, first, neighbours, middles)
        number = _filed(walks, weakest, number, target, middles, many, 1)
    if max_hops >= MOST_HOPS and number < most:
        middles = np.empty((NOTHING, most - number, 2), np.int32)
        many = _middles_of_three(graph, only, work, first, source, target, neighbours, middles)
        number = _filed(walks, weakest, number, target, middles, many, 2)
    return walks[:number], weakest[:number]


@compiled
def _filed(walks: Ints, weakest: Ints, number: int, target: int, middles: Ints, many: Ints, width: int) -> int:
    """Put what was found behind the first ``number`` of the walks, the strongest first; gives how many these are."""
    for how in range(NOTHING):
        for found in middles[how, : many[how]]:
            if number < len(walks):
                walks[number, 1 : width + 1], walks[number, width + 1] = found[:width], target
                weakest[number] = how
                number += 1
    return number


@compiled
def _middles_of_two(work: Workspace, first: int, neighbours: Ints, middles: Ints) -> Ints:
    """Note by strength who stands between the ends; gives how many of each strength."""
    many = np.zeros(NOTHING, np.int32)
    marks, before, after = work.far.entities, work.near.last, work.far.last
    for entity in neighbours:
        if marks[entity] == first + 1:
            how = max(before[entity], after[entity])
            if many[how] < middles.shape[1]:
                middles[how, many[how], 0] = entity
                many[how] += 1
    return many


@compiled
def _middles_of_three(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    source: int,
    target: int,
    neighbours: Ints,
    middles: Ints,
) -> Ints:
    """Note by strength which two stand between the ends, in the order of their ids, until there are as many as are
    wanted of the best that there can be; gives how many of each strength."""
    most, many = middles.shape[1], np.zeros(NOTHING, np.int32)
    before, after, levels = work.near.last, work.far.last, work.far.levels
    best, onward = NOTHING, NOTHING
    for entity in neighbours:
        best = min(best, before[entity])
    for entity in work.far.queue[levels[1] : levels[2]]:
        onward = min(onward, after[entity])
    best = max(best, onward)
    for entity in neighbours:
        if entity == target or before[entity] > _weakest_wanted(many, most):
            continue
        keys = _tied_on(graph, only, work, first, source, entity, _weakest_wanted(many, most))
        last = -1
        for key in keys:
            other, how = key // NOTHING, key % NOTHING
            if other != last and many[how] < most:
                middles[how, many[how], 0], middles[how, many[how], 1] = entity, other
                many[how] += 1
            last = other
        if many[: best + 1].sum() >= most:
            break
    return many


@compiled
def _weakest_wanted(many: Ints, most: int) -> int:
    """The weakest strength of which there are not enough yet, stronger ones counted."""
    for how in range(NOTHING):
        if many[: how + 1].sum() >= most:
            return how - 1
    return NOTHING - 1


@compiled
def _tied_on(
    graph: Graph, only: Filter, work: Workspace, first: int, source: int, entity: int, weakest: int
) -> NDArray[np.int64]:
    """Who is tied to ``entity`` and to the target, sorted by entity and then by the strength of the weakest tie of the
    path, as ``entity * NOTHING + strength``; only what is no weaker than ``weakest``."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, after, least = work.far.entities, work.near.ties, work.far.last, work.near.last[entity]
    keys, length = np.empty(64, np.int64), 0
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if marks[other] != first + 1 or other == source or entity == other:
                continue
            how = max(least, after[other], grade(row, side, others))
            if how > weakest or not joins(only, row, side, others, end_confidence[place]):
                continue
            if length == len(keys):
                keys = np.append(keys, keys)
            keys[length] = np.int64(other) * NOTHING + how
            length += 1
    return np.sort(keys[:length])
