"""What lies around an entity, nearest first and of equal distance the most tied first."""

from typing import Final, NamedTuple

import numpy as np

from graph.projection.columns import ANY_GRADE, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.counting import count_freely, count_pairs, forget, most_tied, note_days
from graph.projection.workspace import AVOIDED, Workspace

PASSED: Final = np.iinfo(np.int32).min // 2
"""In place of a number of ties: not to be reached again, however many are added."""


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
    numbers, tie_marks = work.numbers.reshape(-1), work.near.ties
    kept, levels = np.empty(limit + 1, np.int32), np.zeros(depth + 2, np.int32)
    cut = np.zeros(depth + 1, np.int32)
    for entity in avoided:
        numbers[entity] = PASSED
    for tie in avoided_ties:
        tie_marks[tie] = first + AVOIDED
    numbers[centre], kept[0] = PASSED, centre
    levels[1] = 1
    for distance in range(1, depth + 1):
        begin = levels[distance]
        room = limit + 1 - begin
        ranked, reached = _ranked(graph, only, work, first, kept[levels[distance - 1] : begin], room)
        end = begin + min(room, len(ranked))
        kept[begin:end] = ranked[: end - begin]
        for entity in kept[begin:end]:
            numbers[entity] = PASSED
        levels[distance + 1] = end
        cut[distance] = reached - (end - begin)
    for entity in kept[: levels[depth + 1]]:
        numbers[entity] = 0
    for entity in avoided:
        numbers[entity] = 0
    return Around(kept[: levels[depth + 1]].copy(), levels, cut)


@compiled
def _ranked(graph: Graph, only: Filter, work: Workspace, first: int, behind: Ints, room: int) -> tuple[Ints, int]:
    """The first ``room`` of those that ``behind`` are tied to, and some more, ranked; and how many these are in all."""
    free = only.grades == ANY_GRADE and only.min_confidence == 0
    queued = looked = 0
    if free:
        queued, looked = count_freely(graph, only, work, first, behind)
    else:
        count_pairs(graph, only, work, first, behind)
    some, reached = most_tied(work, room)
    if free and len(some):
        note_days(graph, work, some, queued, looked)
    # A stable sort leaves equal ranks in the order of entities.
    ranks = (work.numbers.reshape(-1)[some].astype(np.int64) << 32) + work.near.last[some]
    forget(work, queued)
    return some[np.argsort(-ranks, kind="mergesort")], reached
