"""Counting over several rows of numbers; that small graphs are counted right ``test_around`` tells."""

from collections import defaultdict
from random import Random

import numpy as np
import pytest

from graph.projection.columns import ANY_GRADE, MET, NO_DAY, NO_SIZE, SIGNED, Filter
from graph.projection.counting import count_freely, count_pairs, forget, most_tied, note_days
from graph.projection.workspace import AVOIDED, BLOCK, Workspace, workspace
from tests.graph.projection.graphs import Tie, graph

MANY = 4 * BLOCK
MET_ONLY = Filter(1, ANY_GRADE, NO_DAY, NO_DAY, NO_SIZE, 0)
BEHIND = np.arange(0, MANY, 9, dtype=np.int32)


@pytest.fixture(scope="module")
def ties() -> list[Tie]:
    draw = Random(4)
    return [
        Tie(
            draw.choice([MET, MET, SIGNED]),
            tuple((entity, 0) for entity in draw.sample(range(MANY - BLOCK), draw.randint(2, 30))),
            latest=draw.randint(1, 99),
        )
        for _ in range(700)
    ]


@pytest.fixture
def days(ties: list[Tie]) -> dict[int, list[int]]:
    """Of each entity, those of its ties to those behind."""
    found: dict[int, list[int]] = defaultdict(list)
    for tie in ties:
        ends = {entity for entity, _ in tie.ends}
        for other in ends if tie.kind == MET else ():
            found[other] += [tie.latest or 0] * len(ends & set(BEHIND.tolist()))
    return {entity: some for entity, some in found.items() if some}


def counted(work: Workspace) -> dict[int, int]:
    numbers = work.numbers.reshape(-1)
    return {int(entity): int(numbers[entity]) for entity in np.flatnonzero(numbers)}


def test_ties_are_counted_either_way_and_nothing_is_left_behind(ties: list[Tie], days: dict[int, list[int]]) -> None:
    made = graph(ties, MANY)
    work = workspace(made)
    queued, looked = count_freely(made, MET_ONLY, work, 0, BEHIND)
    assert counted(work) == {entity: len(some) for entity, some in days.items()}
    walked = [tie for tie in ties if tie.kind == MET and {entity for entity, _ in tie.ends} & set(BEHIND.tolist())]
    assert (queued >= len(walked), looked) == (True, sum(len(tie.ends) for tie in walked))
    forget(work, queued)
    assert [np.count_nonzero(what) for what in (work.numbers, work.touched, work.times)] == [0, 0, 0]
    count_pairs(made, MET_ONLY, work, 0, BEHIND)
    assert counted(work) == {entity: len(some) for entity, some in days.items()}


@pytest.mark.parametrize("room", [0, 1, 10, 100, 10_000])
def test_the_most_tied_are_found_with_the_latest_day_of_their_ties(
    ties: list[Tie], days: dict[int, list[int]], room: int
) -> None:
    made = graph(ties, MANY)
    work = workspace(made)
    queued, _ = count_freely(made, MET_ONLY, work, 0, BEHIND)
    some, reached = most_tied(work, room)
    by_number = sorted((len(each) for each in days.values()), reverse=True)
    least = by_number[min(room, len(days)) - 1] if room else len(ties)
    assert reached == len(days)
    assert some.tolist() == sorted(entity for entity, each in days.items() if len(each) >= least)
    for as_if_looked in (0, len(made.ends)) if room else ():
        work.near.last[:] = -1
        note_days(made, work, some, queued, as_if_looked)
        assert work.near.last[some].tolist() == [max(days[entity]) for entity in some.tolist()]
    forget(work, queued)
    count_pairs(made, MET_ONLY, work, 0, BEHIND)
    assert work.near.last[some].tolist() == [max(days[entity]) for entity in some.tolist()]


def test_who_is_not_to_be_reached_stays_so(ties: list[Tie]) -> None:
    made = graph(ties, MANY)
    work = workspace(made)
    passed = int(made.ends[0])
    work.numbers.reshape(-1)[passed] = -1000
    queued, _ = count_freely(made, MET_ONLY, work, 0, BEHIND)
    forget(work, queued)
    assert list(counted(work)) == [passed]


def test_a_hyperedge_that_is_avoided_is_not_walked(ties: list[Tie]) -> None:
    made = graph(ties, MANY)
    work = workspace(made)
    work.near.ties[:] = AVOIDED
    count_freely(made, MET_ONLY, work, 0, BEHIND)
    count_pairs(made, MET_ONLY, work, 0, BEHIND)
    assert counted(work) == {}
    assert not work.times.any()
