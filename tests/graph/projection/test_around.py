"""Neighbourhoods against a plain search by levels."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.around import around
from graph.projection.columns import Filter
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import ENTITIES, Tie, filters, graph, links, ties_strategy

entities = st.integers(0, ENTITIES - 1)


def day(tie: Tie) -> int:
    return tie.latest if tie.latest is not None else tie.earliest or 0


def plain(
    tied: dict[tuple[int, int], list[tuple[int, Tie]]], centre: int, avoided: set[int], depth: int, limit: int
) -> tuple[list[list[int]], list[int]]:
    levels, kept, cut = [[centre]], {centre}, []
    for _ in range(depth):
        behind = {
            other: [tie for one in levels[-1] for _, tie in tied.get((one, other), [])]
            for other in range(ENTITIES)
            if other not in kept and other not in avoided
        }
        ranked = sorted(
            (other for other, found in behind.items() if found),
            key=lambda other: (-len(behind[other]), -max(map(day, behind[other])), other),
        )
        room = limit - (len(kept) - 1)
        levels.append(ranked[:room])
        cut.append(len(ranked[room:]))
        kept |= set(levels[-1])
    return levels, cut


@given(
    ties_strategy(),
    filters(),
    entities,
    st.integers(1, 3),
    st.integers(1, 6),
    st.sets(entities, max_size=2),
    st.sets(st.integers(0, 8), max_size=2),
)
def test_levels_ranks_and_cuts_are_those_of_a_plain_search(
    ties: list[Tie], only: Filter, centre: int, depth: int, limit: int, avoided: set[int], shut: set[int]
) -> None:
    made = graph(ties)
    avoided -= {centre}
    no_entity, no_tie = (np.array(sorted(some), np.int32) for some in (avoided, shut & set(range(len(ties)))))
    with Workspaces(made).begin() as (work, first):
        found = around(made, only, work, first, centre, no_entity, no_tie, depth, limit)
    assert [np.count_nonzero(what) for what in (work.numbers, work.touched, work.times)] == [0, 0, 0]
    kept = [tie for place, tie in enumerate(ties) if place not in shut]
    levels, cut = plain(links(kept, only), centre, avoided, depth, limit)
    assert found.entities.tolist() == [entity for level in levels for entity in level]
    assert np.diff(found.levels).tolist() == [len(level) for level in levels]
    assert found.cut.tolist() == [0, *cut]
