"""Paths in time order against trying every path."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.columns import HOLDS, Filter, Ints
from graph.projection.ordered import ordered_path
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import ENTITIES, Tie, filters, graph, links, simple_paths, ties_strategy

entities = st.integers(0, ENTITIES - 1)


def asked(numbers: list[int]) -> Ints:
    return np.array(numbers, np.int32)


def reached(tie: Tie, day: float, *, certainly: bool) -> float | None:
    """The earliest day after a hop over ``tie`` from ``day``, None where it is too early."""
    if tie.kind >= HOLDS:
        return day
    earliest = float("-inf") if tie.earliest is None else tie.earliest
    latest = float("inf") if tie.latest is None else tie.latest
    if certainly:
        return latest if day <= earliest else None
    return max(day, earliest) if max(day, earliest) <= latest else None


def in_order(tied: dict[tuple[int, int], list[tuple[int, Tie]]], way: tuple[int, ...], *, certainly: bool) -> bool:
    day = float("-inf")
    for hop in pairwise(way):
        days = [after for _, tie in tied[hop] if (after := reached(tie, day, certainly=certainly)) is not None]
        if not days:
            return False
        day = min(days)
    return True


@given(
    ties_strategy(),
    filters(),
    entities,
    entities,
    st.integers(1, 5),
    st.lists(entities, max_size=2),
    st.booleans(),
)
def test_the_first_path_in_time_order_is_that_of_all_paths(
    ties: list[Tie], only: Filter, source: int, target: int, max_hops: int, avoided: list[int], certainly: bool
) -> None:
    avoided = [each for each in avoided if each not in (source, target)]
    if source == target:
        return
    made = graph(ties)
    with Workspaces(made).begin() as begun:
        pass
    found = ordered_path(
        made, only, *begun, asked([source]), asked([target]), asked(avoided), asked([]), max_hops, certainly
    )
    tied = links(ties, only)
    ways = [
        way
        for way in simple_paths(tied, source, target, max_hops)
        if not set(way) & set(avoided) and in_order(tied, way, certainly=certainly)
    ]
    assert tuple(found) == min(ways, key=lambda way: (len(way), way), default=())
