"""The search by reads and the search on the projection: equal answers, and those of trying every path.

``make differential`` asks five thousand questions of each store; here a few hundred.
"""

import os
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from random import Random
from typing import Any

import pytest

from graph.projection.build import build
from graph.projection.projection import Projection
from graph.questions.neighbourhood import read_around
from graph.questions.pathfinding import (
    STRENGTH,
    Ends,
    Found,
    Pathfinder,
    Walk,
    best_paths,
    first_paths,
)
from graph.questions.projected import ProjectionFinder, neighbours
from graph.questions.reading import StoreFinder
from graph.questions.through import best_path_over, best_path_through
from graph.questions.ties import ALL_TYPES, Link, LinkReader, TieFilter
from graph.questions.weights import costs
from graph.store import Change, Store
from tests.graph.projection.stored import BODIES, PERSONS, everything

QUESTIONS = 60
"""Of each kind, for each random graph."""


def random_filter(random: Random) -> TieFilter:
    def maybe(value: Any) -> Any:
        return value if random.random() < 0.3 else None

    return TieFilter(
        edges=tuple(random.sample(ALL_TYPES, random.randint(1, 6))),
        since=maybe(random.choice(["2019", "2023-02-10", "2024"])),
        until=maybe("2024-04-19"),
        grades=tuple(random.sample(["across", "video", "same_side", "co_listed"], random.choice([0, 0, 1, 2]))),
        max_event_size=maybe(10),
        min_confidence=maybe(random.choice([0.5, 0.7, 0.9])),
        avoid=tuple(random.sample([*PERSONS, *BODIES, "m-01", "m-02", "g-03"], random.choice([0, 0, 1, 2]))),
    )


def tied(store: Store, only: TieFilter) -> dict[str, dict[str, list[Link]]]:
    found: dict[str, dict[str, list[Link]]] = {id: {} for id in PERSONS + BODIES}
    for link in LinkReader(store, only, ALL_TYPES).read(PERSONS + BODIES):
        if link.source != link.target:
            found[link.source].setdefault(link.target, []).append(link)
            found[link.target].setdefault(link.source, []).append(link)
    return found


def strength(links: list[Link]) -> int:
    return min(STRENGTH["across" if link.type == "signed_agreement" else link.grade] for link in links)


def every_path(ties: dict[str, dict[str, list[Link]]], source: str, target: str, most: int) -> Iterator[Found]:
    def walk(way: Walk) -> Iterator[Walk]:
        if way[-1] == target:
            yield way
        elif len(way) <= most:
            for other in ties[way[-1]]:
                if other not in way:
                    yield from walk((*way, other))

    for way in walk((source,)):
        yield Found(way, max(strength(ties[a][b]) for a, b in pairwise(way)))


@pytest.fixture(params=range(int(os.environ.get("GRAPHS", "3"))))
def drawn(store: Store, request: pytest.FixtureRequest) -> tuple[Store, Projection, Random]:
    random = Random(request.param)
    nodes, edges = everything(random, 26)
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return store, build(store), random


def finders(store: Store, projection: Projection, only: TieFilter) -> list[Pathfinder]:
    return [StoreFinder(store, only, ALL_TYPES), ProjectionFinder(projection, only, ALL_TYPES)]


def pair(random: Random, only: TieFilter) -> Ends:
    source, target = random.sample([id for id in PERSONS + BODIES if id not in only.avoid], 2)
    return Ends(source=source, target=target, sources=[source], targets=[target])


def several(random: Random, only: TieFilter) -> Ends:
    """Ends of which some have another that acts as one with them."""
    ids = random.sample([id for id in PERSONS + BODIES if id not in only.avoid], 4)
    sources, targets = ids[:2][: random.randint(1, 2)], ids[2:][: random.randint(1, 2)]
    return Ends(source=sources[0], target=targets[0], sources=sources, targets=targets)


def test_the_k_best_paths_are_the_first_of_all_paths(drawn: tuple[Store, Projection, Random]) -> None:
    store, projection, random = drawn
    for _ in range(QUESTIONS):
        only, most = random_filter(random), random.randint(1, 3)
        ends = pair(random, only)
        ways = sorted(every_path(tied(store, only), ends.source, ends.target, most), key=ends.order)
        for finder in finders(store, projection, only):
            assert list(islice(best_paths(finder, ends, max_hops=most), 6)) == ways[:6]
            assert list(first_paths(finder, ends, max_hops=most, most=6)) == ways[:6]


def test_the_best_path_through_an_entity_is_that_of_all_that_go_through_it(
    drawn: tuple[Store, Projection, Random],
) -> None:
    store, projection, random = drawn
    for _ in range(QUESTIONS):
        only, most = random_filter(random), random.randint(2, 3)
        ends = pair(random, only)
        through = random.choice([id for id in PERSONS + BODIES if id not in (ends.source, ends.target, *only.avoid)])
        ways = every_path(tied(store, only), ends.source, ends.target, most)
        best = min((way for way in ways if through in way.walk), key=ends.order, default=None)
        for finder in finders(store, projection, only):
            found = best_path_through(finder, ends, through, max_hops=most)
            assert (found and (len(found.walk), found.weakest)) == (best and (len(best.walk), best.weakest))
            assert found is None or through in found.walk


def test_the_best_path_over_an_event_is_that_of_all_one_of_whose_hops_rests_on_it(
    drawn: tuple[Store, Projection, Random],
) -> None:
    store, projection, random = drawn
    events = [node.id for label in ("Meeting", "Agreement") for node in store.nodes(label)]
    for _ in range(QUESTIONS):
        only, most, event = random_filter(random), random.randint(1, 4), random.choice(events)
        ends, ties = several(random, only), tied(store, only)
        ways = [
            way
            for source in ends.sources
            for target in ends.targets
            for way in every_path(ties, source, target, most)
            if not {*ends.sources, *ends.targets} & set(way.walk[1:-1])
            and any(link.event == event for a, b in pairwise(way.walk) for link in ties[a][b])
        ]
        best = min(ways, key=ends.order, default=None)
        found = [best_path_over(finder, ends, event, max_hops=most) for finder in finders(store, projection, only)]
        assert found[0] == found[1]
        assert found[0] is None or found[0] in ways
        assert (found[0] and (len(found[0].walk), found[0].weakest)) == (best and (len(best.walk), best.weakest))


def test_paths_in_time_order_and_reach_are_the_same_either_way(drawn: tuple[Store, Projection, Random]) -> None:
    store, projection, random = drawn
    for _ in range(QUESTIONS):
        only, most, certainly = random_filter(random), random.randint(1, 5), random.random() < 0.5
        ends = pair(random, only)
        reads, arrays = finders(store, projection, only)
        found = [
            finder.ordered([ends.source], [ends.target], max_hops=most, certainly=certainly)
            for finder in (reads, arrays)
        ]
        assert found[0] == found[1]
        assert reads.reached(ends.source) == arrays.reached(ends.source)


def test_the_ties_between_two_are_those_of_both(drawn: tuple[Store, Projection, Random]) -> None:
    store, _, random = drawn
    for _ in range(QUESTIONS):
        reader = LinkReader(store, random_filter(random), ALL_TYPES)
        pairs = [random.sample(PERSONS + BODIES, 2) for _ in range(3)]
        wanted = {frozenset(pair) for pair in pairs}
        everything = reader.read({id for pair in pairs for id in pair})
        assert reader.between([(a, b) for a, b in pairs]) == [
            link for link in everything if frozenset((link.source, link.target)) in wanted
        ]


def test_neighbourhoods_are_the_same_either_way(drawn: tuple[Store, Projection, Random]) -> None:
    store, projection, random = drawn
    for _ in range(QUESTIONS):
        only, depth, limit = random_filter(random), random.randint(1, 3), random.choice([3, 10, 300])
        centre = random.choice([id for id in PERSONS + BODIES if id not in only.avoid])
        by_reads = read_around(LinkReader(store, only, ALL_TYPES), centre, depth, limit)
        assert neighbours(projection, only, ALL_TYPES, centre, depth=depth, limit=limit) == by_reads


def test_the_heaviest_path_is_that_of_all_paths(drawn: tuple[Store, Projection, Random]) -> None:
    store, projection, random = drawn
    for _ in range(QUESTIONS):
        only, most, day = random_filter(random), random.randint(1, 3), date(2024, random.randint(1, 12), 1)
        ends, reader, ties = pair(random, only), LinkReader(store, only, ALL_TYPES), tied(store, only)
        sizes = reader.sizes(link for around in ties.values() for links in around.values() for link in links)

        def cost(one: str, other: str) -> int:
            return min(sum(costs(link, sizes.get(link.event or ""), day)) for link in ties[one][other])  # noqa: B023

        ways = every_path(ties, ends.source, ends.target, most)
        best = min(
            ((sum(cost(*hop) for hop in pairwise(walk)), len(walk), walk) for walk, _ in ways),
            default=(0, 0, None),
        )
        for finder in finders(store, projection, only):
            assert finder.heaviest([ends.source], [ends.target], max_hops=most, day=day) == best[2]
