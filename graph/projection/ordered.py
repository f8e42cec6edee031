"""Paths in time order: each hop's event not before that of the hop before.

A search from both ends, as in ``meeting``, but an entity is reached again when it is reached earlier: then more may
follow. The far side runs backwards in time, which is the same search with all days negated.
"""

from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.projection.columns import ANY_GRADE, HOLDS, NO_DAY, Filter, Graph, Ints
from graph.projection.compiled import compiled, inlined
from graph.projection.meeting import Reach
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, Side, Workspace

Days: TypeAlias = NDArray[np.int64]

ALWAYS: Final = -(1 << 30)
"""The day of who has met nobody yet: any event may follow."""
NEVER: Final = 1 << 30


class Track(NamedTuple):
    """What one side reached, and on which day: of each entity a chain of entries, each earlier than the one before."""

    marks: Ints
    """Of each entity; ``last`` holds for those with the round's first number."""
    last: Ints
    """The latest entry of an entity."""
    tie_marks: Ints
    """Of each hyperedge; ``tie_days`` holds for those with the round's first number."""
    tie_days: Ints
    """The earliest day from which a hyperedge was walked."""
    entities: Ints
    """The entity of each entry."""
    days: Ints
    before: Ints
    """The entry before of the same entity, or -1."""
    levels: Ints
    """The first entry of each radius; behind the last one stands their number."""


@compiled
def ordered_path(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    avoided: Ints,
    avoided_ties: Ints,
    max_hops: int,
    certainly: bool,
) -> Ints:
    """The entities of the shortest path in time order, of these the first in the order of entities; empty for none.

    For the rest of the parameters see ``shortest.best_path``, for ``certainly`` ``step``.
    """
    near, far = _begun(work.near, sources, first, max_hops), _begun(work.far, targets, first, max_hops)
    for entity in avoided:
        near.marks[entity] = far.marks[entity] = first + AVOIDED
    for tie in avoided_ties:
        near.tie_marks[tie] = far.tie_marks[tie] = first + AVOIDED
    here = there = 0
    while here + there < max_hops:
        near_ties, far_ties = _ties(graph, near, here), _ties(graph, far, there)
        if near_ties == 0 or far_ties == 0:
            break
        if near_ties <= far_ties:
            touched = _grow(graph, only, near, far, here, first, certainly, False)
        else:
            touched = _grow(graph, only, far, near, there, first, certainly, True)
        if touched:
            reach = Reach(here, there, here + there + 1)
            return _walk(graph, only, work, near, far, first, np.sort(sources), reach, certainly)
        here, there = (here + 1, there) if near_ties <= far_ties else (here, there + 1)
    return np.zeros(0, np.int32)


@compiled
def _begun(side: Side, entities: Ints, first: int, max_hops: int) -> Track:
    room = (max_hops + 1) * len(side.entities)
    track = Track(
        side.entities,
        side.last,
        side.ties,
        side.tie_days,
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.empty(room, np.int32),
        np.zeros(max_hops + 2, np.int32),
    )
    length = 0
    for entity in entities:
        if track.marks[entity] != first:
            track.marks[entity] = first
            track.last[entity] = length
            track.entities[length], track.days[length], track.before[length] = entity, ALWAYS, -1
            length += 1
    track.levels[1] = length
    return track


@compiled
def _ties(graph: Graph, track: Track, radius: int) -> int:
    """How many hyperedges the entities have that were reached, or reached earlier, at ``radius``."""
    total = 0
    for entry in range(track.levels[radius], track.levels[radius + 1]):
        entity = track.entities[entry]
        total += graph.tie_starts[entity + 1] - graph.tie_starts[entity]
    return total


@inlined
def _step(row: Any, day: int | np.int64, certainly: bool, backwards: bool) -> int | np.int64:
    """The day reached over ``row`` from ``day``; NEVER where the tie is, or may be, too early.

    Possibly in order: a day within the tie's bounds is chosen, as early as the last one allows. Certainly in order:
    the tie's first day is not before the last day of the one before. Posts and places are no events and take no time.
    """
    if row.kind >= HOLDS:
        return np.int64(day)
    earliest = np.int64(ALWAYS + 1) if row.earliest == NO_DAY else np.int64(row.earliest)
    latest = np.int64(NEVER - 1) if row.latest == NO_DAY else np.int64(row.latest)
    if backwards:
        earliest, latest = -latest, -earliest
    if certainly:
        return latest if day <= earliest else np.int64(NEVER)
    reached = max(np.int64(day), earliest)
    return reached if reached <= latest else np.int64(NEVER)


@compiled
def _grow(
    graph: Graph, only: Filter, here: Track, there: Track, radius: int, first: int, certainly: bool, backwards: bool
) -> bool:
    """One hop on from what was reached at ``radius``; True, and cut short, where the sides touch in time order."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, last, tie_marks, tie_days, entities, days, before, levels = here
    beyond, beyond_last, beyond_days = there.marks, there.last, there.days
    shut, begin = first + AVOIDED, levels[radius + 1]
    length = begin
    for entry in range(levels[radius], begin):
        entity, day = entities[entry], days[entry]
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if tie_marks[tie] == shut or not counts(only, row, tie_confidence[at]):
                continue
            reached = _step(row, day, certainly, backwards)
            if reached == NEVER:
                continue
            if only.grades == ANY_GRADE:
                # Where sides make no difference, who walks a hyperedge later than another reaches nobody earlier.
                if tie_marks[tie] == first and tie_days[tie] <= reached:
                    continue
                tie_marks[tie], tie_days[tie] = first, reached
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                known = marks[other] == first
                if marks[other] == shut or (known and days[last[other]] <= reached):
                    continue
                if not joins(only, row, side, end_sides[place], end_confidence[place]):
                    continue
                if beyond[other] == first and beyond_days[beyond_last[other]] + reached <= 0:
                    return True
                entry_of = last[other] if known else -1
                if entry_of < begin:
                    entities[length], before[length] = other, entry_of
                    marks[other], last[other] = first, length
                    entry_of = length
                    length += 1
                days[entry_of] = reached
    levels[radius + 2] = length
    return False


@compiled
def _day_within(track: Track, entity: int, radius: int, first: int) -> int:
    """The earliest day on which ``entity`` is reached within ``radius`` hops; NEVER where it is not."""
    if track.marks[entity] != first:
        return NEVER
    entry = track.last[entity]
    while entry >= track.levels[radius + 1]:
        entry = track.before[entry]
    return track.days[entry] if entry >= 0 else NEVER


@compiled
def _walk(
    graph: Graph,
    only: Filter,
    work: Workspace,
    near: Track,
    far: Track,
    first: int,
    sources: Ints,
    reach: Reach,
    certainly: bool,
) -> Ints:
    """The first walk of ``reach.hops`` in time order: entities are tried in order, and what failed is not tried again
    as late or later."""
    hops = reach.hops
    walk = np.full(hops + 1, -1, np.int32)
    days = np.full(hops + 1, ALWAYS, np.int64)
    tried = np.zeros(hops + 1, np.int64)
    stack = [sources]
    stack_days = [np.full(len(sources), ALWAYS, np.int64)]
    position = 0
    while position <= hops:
        if tried[position] == len(stack[position]):
            stack.pop()
            stack_days.pop()
            tried[position] = 0
            position -= 1
            work.failed[walk[position]] = first + position
            work.failed_days[walk[position]] = days[position]
            continue
        entity, day = stack[position][tried[position]], stack_days[position][tried[position]]
        tried[position] += 1
        if work.failed[entity] == first + position and work.failed_days[entity] <= day:
            continue
        walk[position], days[position] = entity, day
        if position < hops:
            choices, reached = _next(graph, only, near, far, first, entity, day, position, reach, certainly)
            stack.append(choices)
            stack_days.append(reached)
        position += 1
    return walk


@compiled
def _next(
    graph: Graph,
    only: Filter,
    near: Track,
    far: Track,
    first: int,
    entity: int,
    day: int,
    position: int,
    reach: Reach,
    certainly: bool,
) -> tuple[Ints, Days]:
    """The entities, sorted, that may follow ``entity`` at ``position``, and the earliest day of each."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    left = reach.hops - position - 1
    tie_marks, marks = near.tie_marks, far.marks if left <= reach.far else near.marks
    choices, days = np.empty(64, np.int64), np.empty(64, np.int64)
    length = 0
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        reached = _step(row, day, certainly, False)
        if reached == NEVER:
            continue
        for place in range(row.start, rows[tie + 1].start):
            other = ends[place]
            if marks[other] != first:
                continue
            if left <= reach.far:
                back = _day_within(far, other, left, first)
                if back == NEVER or back + reached > 0:
                    continue
            elif _day_within(near, other, position + 1, first) == NEVER:
                continue
            if other == entity or not joins(only, row, side, end_sides[place], end_confidence[place]):
                continue
            if length == len(choices):
                choices, days = np.append(choices, choices), np.append(days, days)
            choices[length], days[length] = other, reached
            length += 1
    # The first of each entity, with its earliest day: entities and days are sorted as one number.
    keys = np.sort((choices[:length] << 32) + (days[:length] - ALWAYS))
    kept = np.ones(length, np.bool_)
    for at in range(1, length):
        kept[at] = keys[at] >> 32 != keys[at - 1] >> 32
    keys = keys[kept]
    return (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF) + ALWAYS
