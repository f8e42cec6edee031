"""Shortest ways between two persons by whom they met, as each engine is asked for them: in hops, 0 where there is none.

Those in memory have what our projection has, persons and meetings as nodes, so that none is slowed by the ties that
follow from a meeting; the stores have these ties, and look for them.
"""

import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TypeAlias

import ladybug
import networkx as nx
import numpy as np

from benchmarks.world import Array, World
from graph.projection.columns import ANY_GRADE, NO_DAY, NO_SIZE, Filter
from graph.projection.projection import Projection
from graph.projection.shortest import ROUNDS, best_path
from graph.store import Store

Hops: TypeAlias = Callable[[int, int], int]
"""Persons by their places in the world; how many hops lie between them."""

MOST: Final = 6
MET_ONLY: Final = Filter(1, ANY_GRADE, NO_DAY, NO_DAY, NO_SIZE, 0)
_NOBODY: Final = np.zeros(0, np.int32)


def ours(world: World, projection: Projection, only: Filter = MET_ONLY) -> Hops:
    """The compiled search; ids become numbers before, as a question does it once."""
    numbers = np.array([projection.entities.number(id) for id in world.persons], np.int32)

    def hops(source: int, target: int) -> int:
        ends = numbers[source : source + 1], numbers[target : target + 1]
        with projection.workspaces.begin(ROUNDS) as begun:
            walk, _ = best_path(projection.graph, only, *begun, *ends, _NOBODY, _NOBODY, _NOBODY, MOST, 0)
        return max(0, len(walk) - 1)

    return hops


def networkx(world: World) -> tuple[Hops, int]:
    """Its search from both ends, and the bytes that a graph takes which has whatever ties by events, as ours has.

    It has none of our columns (days, sides, confidence), and neither posts nor places.
    """
    tracemalloc.start()
    graph = nx.Graph()
    for edges in (_edges(world), *_edges_of_bodies(world)):
        for part in np.array_split(edges, 1 + len(edges) // 50_000):  # as lists all take gigabytes
            graph.add_edges_from(part.tolist())
    bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    def hops(source: int, target: int) -> int:
        try:
            found = len(nx.bidirectional_shortest_path(graph, source, target)) // 2
        except (nx.NetworkXNoPath, nx.NodeNotFound):
            return 0
        return found if found <= MOST else 0

    return hops, bytes


def igraph(world: World) -> Hops:
    """Its breadth-first search, one target at a time."""
    import igraph

    graph = igraph.Graph(n=len(world.persons) + len(world.meetings), edges=_edges(world).tolist())

    def hops(source: int, target: int) -> int:
        found = len(graph.get_shortest_path(source, target)) // 2
        return found if found <= MOST else 0

    return hops


def cypher_of_neo4j(world: World, store: Store) -> Hops:
    """``shortestPath`` over Bolt, warm."""
    text = f"""MATCH (a:Person {{id: $a}}), (b:Person {{id: $b}})
    OPTIONAL MATCH p = shortestPath((a)-[:MET*..{MOST}]-(b)) RETURN coalesce(length(p), 0)"""
    driver: Any = store._driver  # type: ignore[attr-defined] # a peer is asked as its own driver does it

    def hops(source: int, target: int) -> int:
        ends = {"a": world.persons[source], "b": world.persons[target]}
        with driver.session(default_access_mode="READ") as session:
            return int(session.run(text, ends).single()[0])

    return hops


@contextmanager
def cypher_of_ladybug(world: World, path: Path) -> Iterator[Hops]:
    """``SHORTEST`` in process."""
    database = ladybug.Database(path, read_only=True, buffer_pool_size=2 << 30, max_db_size=1 << 36)
    connection = ladybug.Connection(database)
    text = f"""MATCH p = (a:Person {{id: $a}})-[:MET* SHORTEST 1..{MOST}]-(b:Person {{id: $b}}) RETURN length(p)"""

    def hops(source: int, target: int) -> int:
        result: Any = connection.execute(text, {"a": world.persons[source], "b": world.persons[target]})
        return int(result.get_next()[0]) if result.has_next() else 0

    yield hops
    connection.close()
    database.close()


def _edges(world: World) -> Array:
    """From each person to the meetings he attended, which are numbered behind the persons."""
    return np.stack([world.attendances.entity, world.attendances.event + len(world.persons)], axis=1)


def _edges_of_bodies(world: World) -> Iterator[Array]:
    """Likewise with their meetings and agreements, numbered behind all of that: a person reaches no body over these."""
    bodies = len(world.persons) + len(world.meetings)
    first = bodies + len(world.bodies)
    for events, ends in ((world.meetings, world.delegations), (world.agreements, world.parties)):
        yield np.stack([ends.entity + bodies, ends.event + first], axis=1)
        first += len(events)
