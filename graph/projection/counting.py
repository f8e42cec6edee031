"""How many ties lead from some entities to each other one, and the latest day of these.

A search that counts has half of all entities before it and wants the few hundred that are tied most. So where it can it
counts first, which needs one number an entity, and asks for the day of those only that may be among the few.
"""

from typing import Final

import numpy as np

from graph.projection.columns import NO_DAY, SURE, Filter, Graph, Ints
from graph.projection.compiled import compiled, inlined
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, BLOCK, Workspace

AHEAD: Final = 256
"""Hyperedges whose first and last ends are fetched at once: one after the other each would be waited for."""


@compiled
def count_pairs(graph: Graph, only: Filter, work: Workspace, first: int, behind: Ints) -> None:
    """Add to ``work.numbers`` of each entity its ties to those ``behind``, and note in ``near.last`` the latest day of
    these."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    numbers, touched, tie_marks, days = work.numbers.reshape(-1), work.touched, work.near.ties, work.near.last
    shut = first + AVOIDED
    for entity in behind:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if not counts(only, row, tie_confidence[at]) or tie_marks[tie] == shut:
                continue
            day = _day(row.earliest, row.latest)
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                if joins(only, row, side, end_sides[place], end_confidence[place]):
                    number = numbers[other]
                    numbers[other], touched[other // BLOCK] = number + 1, 1
                    days[other] = day if number == 0 else max(days[other], day)


@compiled
def count_freely(graph: Graph, only: Filter, work: Workspace, first: int, behind: Ints) -> tuple[int, int]:
    """The same numbers where neither sides nor confidence matter: each hyperedge is walked once, however many of those
    behind have it. Of these the day stands then in ``work.times``, and no entity's day is noted.

    Gives how many hyperedges were looked at, which stand in ``far.tie_days``, and how many ends.
    """
    rows, ends, tie_marks, shut = graph.rows, graph.ends, work.near.ties, first + AVOIDED
    numbers, touched, times, queue = work.numbers.reshape(-1), work.touched, work.times, work.far.tie_days
    starts, stops = np.empty(AHEAD, np.int32), np.empty(AHEAD, np.int32)
    many, firsts, lasts = np.empty(AHEAD, np.int32), np.empty(AHEAD, np.int32), np.empty(AHEAD, np.int32)
    queued, looked = _queue_ties(graph, work, behind), 0
    for begin in range(0, queued, AHEAD):
        length = 0
        for tie in queue[begin : min(begin + AHEAD, queued)]:
            row, time = rows[tie], times[tie]
            times[tie] = 0
            if tie_marks[tie] == shut or not counts(only, row, SURE):
                continue
            starts[length], stops[length], many[length] = row.start, rows[tie + 1].start, time
            times[tie] = _day(row.earliest, row.latest)
            looked += stops[length] - starts[length]
            length += 1
        for place in range(length):
            firsts[place], lasts[place] = ends[starts[place]], ends[stops[place] - 1]
        for place in range(length):
            number = many[place]
            for other in (firsts[place], lasts[place]):
                numbers[other] += number
                touched[other // BLOCK] = 1
            for at in range(starts[place] + 1, stops[place] - 1):
                other = ends[at]
                numbers[other] += number
                touched[other // BLOCK] = 1
    return queued, looked


@compiled
def _queue_ties(graph: Graph, work: Workspace, behind: Ints) -> int:
    """Put the hyperedges of those behind into ``far.tie_days``, each once, and into ``work.times`` how often they came;
    gives how many they are."""
    tie_starts, ties, times, queue = graph.tie_starts, graph.ties, work.times, work.far.tie_days
    length = 0
    for entity in behind:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            if times[tie] == 0:
                queue[length] = tie
                length += 1
            times[tie] += 1
    return length


@compiled
def note_days(graph: Graph, work: Workspace, some: Ints, queued: int, looked: int) -> None:
    """Note in ``near.last`` of ``some`` entities, after ``count_freely`` gave the two numbers, the latest day of their
    ties: over their own hyperedges or over all that were walked, whichever are fewer."""
    tie_starts, ties, rows, ends = graph.tie_starts, graph.ties, graph.rows, graph.ends
    times, days, numbers = work.times, work.near.last, work.numbers.reshape(-1)
    if (tie_starts[some + 1] - tie_starts[some]).sum() < looked:
        for entity in some:
            latest = 0
            for tie in ties[tie_starts[entity] : tie_starts[entity + 1]]:
                latest = max(latest, times[tie])
            days[entity] = latest
        return
    least = numbers[some].min()
    days[some] = 0
    for tie in work.far.tie_days[:queued]:
        day = times[tie]
        for other in ends[rows[tie].start : rows[tie + 1].start] if day else ends[:0]:
            if numbers[other] >= least:
                days[other] = max(days[other], day)


@compiled
def most_tied(work: Workspace, room: int) -> tuple[Ints, int]:
    """The entities, sorted, that ``room`` or more others do not exceed in ties: those that may be among the first
    ``room``; and how many have ties at all."""
    numbers, blocks = work.numbers, np.flatnonzero(work.touched).astype(np.int32)
    most = 1
    for block in blocks:
        for place in range(BLOCK):
            most = max(most, numbers[block, place])
    reached = _having(work, blocks, 1)
    bound, many = most, 0
    while room > 0:
        many = _having(work, blocks, bound)
        if many >= room or bound == 1:
            break
        bound //= 2
    some, length = np.empty(many, np.int32), 0
    for block in blocks if many else blocks[:0]:
        for place in range(BLOCK):
            if numbers[block, place] >= bound:
                some[length] = block * BLOCK + place
                length += 1
    found, beyond = numbers.reshape(-1)[some], most + 1
    while many > room and beyond - bound > 1:
        middle = (bound + beyond) // 2
        if (found >= middle).sum() >= room:
            bound = middle
        else:
            beyond = middle
    return some[found >= bound], reached


@compiled
def _having(work: Workspace, blocks: Ints, least: int) -> int:
    """How many entities have so many ties."""
    numbers, found = work.numbers, 0
    for block in blocks:
        for place in range(BLOCK):
            found += numbers[block, place] >= least
    return found


@compiled
def forget(work: Workspace, queued: int) -> None:
    """Set all numbers of ties to 0 but those below, and ``times`` of the first hyperedges queued."""
    for tie in work.far.tie_days[:queued]:
        work.times[tie] = 0
    numbers, touched = work.numbers, work.touched
    for block in np.flatnonzero(touched):
        for place in range(BLOCK):
            numbers[block, place] = min(numbers[block, place], 0)
        touched[block] = 0


@inlined
def _day(earliest: int, latest: int) -> int:
    """The later of two days of which both may be missing; 0 where they are."""
    return max(latest if latest != NO_DAY else earliest, 0)
