"""The parts of ``benchmarks.paths``: each makes what it needs and gives its figures, plain enough for JSON."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np

from benchmarks import engines
from benchmarks.bulk import write_ladybug, write_neo4j, write_rows
from benchmarks.following import follow
from benchmarks.service import serve
from benchmarks.world import Array, World
from graph.projection.around import around
from graph.projection.build import build
from graph.projection.columns import MET, SIGNED, Filter
from graph.projection.projection import Projection
from graph.questions.pathfinding import Ends, first_paths
from graph.questions.projected import ProjectionFinder
from graph.questions.ties import ANY
from graph.store import Store
from graph.stores import local_neo4j, open_store

Part: TypeAlias = Callable[[World, Path], dict[str, Any]]

ROUNDS: Final = 3
PAIRS: Final = {"ours": 1000, "networkx": 1000, "igraph": 100, "Neo4j": 100, "Ladybug": 5}
"""Of these the slower ones take the first; a question to Ladybug takes seconds."""
ROWS: Final = 10_000
"""Edges that are written one MERGE each."""
ARTICLES: Final = 30
SERVER: Final = {"server.memory.heap.max_size": "1536m", "server.memory.pagecache.size": "3g"}
FILTERED: Final = Filter(
    (1 << MET) | (1 << SIGNED), 0b0111, date(2015, 1, 1).toordinal(), date(2022, 12, 31).toordinal(), 30, 60
)
"""Eight of fifteen years, two sides known, no ceremony, the surer six in seven."""


def ladybug_store(world: World, folder: Path) -> dict[str, Any]:
    """COPY, into a store that is kept."""
    path = _path(world, folder)
    path.unlink(missing_ok=True)
    graph = {"persons": len(world.persons), "attendances": len(world.attendances.event)}
    graph["of bodies"] = len(world.delegations.event)
    return {"written": {"Ladybug, COPY": asdict(write_ladybug(world, path))}, **graph}


def projection(world: World, folder: Path) -> dict[str, Any]:
    """How long it takes to build from Ladybug and to follow, and its bytes."""
    with _ladybug(world, folder) as store:
        build(store)  # compiles, and warms the engine
        begin = time.perf_counter()
        bytes = build(store).nbytes
        seconds = time.perf_counter() - begin
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        copied = shutil.copy(_path(world, folder), scratch)  # what follows is no part of the graph that is kept
        with open_store(copied) as store:
            followed = follow(world, store, build(store), ARTICLES)
    return {"built": {"Ladybug": seconds}, "bytes": {"ours": bytes}, "followed": followed}


def questions(world: World, folder: Path) -> dict[str, Any]:
    """Every question to the projection."""
    with _ladybug(world, folder) as store:
        found = build(store)
    told = _asked("ours", world, engines.ours(world, found))
    seconds = {"shortest": told["seconds"]["ours"], **_questions(world, found)}
    return {"hops": told["hops"], "seconds": {**told["seconds"], **seconds}}


def networkx(world: World, folder: Path) -> dict[str, Any]:  # noqa: ARG001 - as a Part
    """Its search, and the bytes of its graph."""
    hops, bytes = engines.networkx(world)
    return {**_asked("networkx", world, hops), "bytes": {"networkx": bytes}}


def igraph(world: World, folder: Path) -> dict[str, Any]:  # noqa: ARG001 - as a Part
    """Its search."""
    return _asked("igraph", world, engines.igraph(world))


def ladybug(world: World, folder: Path) -> dict[str, Any]:
    """Its Cypher."""
    with _ladybug(world, folder):
        pass
    with engines.cypher_of_ladybug(world, _path(world, folder)) as hops:
        return _asked("Ladybug", world, hops, rounds=1)


def neo4j_store(world: World, folder: Path) -> dict[str, Any]:
    """Bulk import, into a database that is kept."""
    shutil.rmtree(_home(world, folder), ignore_errors=True)
    return {"written": {"Neo4j, import": asdict(write_neo4j(world, _home(world, folder)))}}


def neo4j(world: World, folder: Path) -> dict[str, Any]:
    """A projection built from it, its Cypher, and MERGE."""
    home = _home(world, folder)
    if not home.exists():
        write_neo4j(world, home)
    local_neo4j.MEMORY.update(SERVER)
    with local_neo4j.running(home) as server, open_store(server.address) as store:
        begin = time.perf_counter()
        build(store)
        seconds = time.perf_counter() - begin
        told = _asked("Neo4j", world, engines.cypher_of_neo4j(world, store))
        return {
            **told,
            "built": {"Neo4j": seconds},
            "written": {"Neo4j, MERGE": asdict(write_rows(world, store, ROWS))},
        }


def http(world: World, folder: Path) -> dict[str, Any]:
    """A service of one worker, asked by 20 clients for a minute."""
    with _ladybug(world, folder) as store:
        found = build(store)
    engine = _best(engines.ours(world, found), _pairs(world)[:200])
    return {"http": serve(world, _path(world, folder), float(np.median(engine)))}


PARTS: Final[Mapping[str, Part]] = {
    "ladybug-store": ladybug_store,
    "projection": projection,
    "questions": questions,
    "networkx": networkx,
    "igraph": igraph,
    "ladybug": ladybug,
    "neo4j-store": neo4j_store,
    "neo4j": neo4j,
    "http": http,
}


def _events(world: World) -> int:
    return len(world.meetings) + len(world.agreements)


def _path(world: World, folder: Path) -> Path:
    return folder / f"{_events(world)}.lbug"


def _home(world: World, folder: Path) -> Path:
    return (folder / f"neo4j-{_events(world)}").resolve()


@contextmanager
def _ladybug(world: World, folder: Path) -> Iterator[Store]:
    path = _path(world, folder)
    if not path.exists():
        write_ladybug(world, path)
    with open_store(path) as store:
        yield store


def _asked(name: str, world: World, hops: engines.Hops, rounds: int = ROUNDS) -> dict[str, Any]:
    pairs = _pairs(world)[: PAIRS[name]]
    found = np.zeros(len(pairs), np.int64)
    place = {(int(a), int(b)): at for at, (a, b) in enumerate(pairs)}

    def counted(a: int, b: int) -> None:
        found[place[a, b]] = hops(a, b)

    seconds = _best(counted, pairs, rounds)
    return {"seconds": {name: seconds.tolist()}, "hops": {name: found.tolist()}}


def _questions(world: World, projection: Projection) -> dict[str, list[float]]:
    def finder() -> ProjectionFinder:
        return ProjectionFinder(projection, ANY, ("met", "signed_agreement"))

    def five(a: int, b: int) -> None:
        ends = world.persons[a], world.persons[b]
        list(first_paths(finder(), Ends(*ends, *([end] for end in ends)), max_hops=6, most=5))

    def in_time_order(a: int, b: int) -> None:
        finder().ordered([world.persons[a]], [world.persons[b]], max_hops=6, certainly=False)

    attended = np.bincount(world.attendances.entity, minlength=len(world.persons))
    middle = len(attended) // 2
    median = np.argsort(attended, kind="stable")[max(0, middle - 500) : middle + 500]
    nobody = np.zeros(0, np.int32)
    numbers = np.array([projection.entities.number(id) for id in world.persons], np.int32)

    def two_hops(a: int, _: int) -> None:
        with projection.workspaces.begin() as begun:
            around(projection.graph, engines.MET_ONLY, *begun, int(numbers[a]), nobody, nobody, 2, 300)

    pairs = _pairs(world)
    return {
        "filtered": _best(engines.ours(world, projection, FILTERED), pairs).tolist(),
        "k = 5": _best(five, pairs).tolist(),
        "in time order": _best(in_time_order, pairs).tolist(),
        "two hops around": _best(two_hops, np.stack([median, median], axis=1)).tolist(),
    }


def _pairs(world: World) -> Array:
    """Of two persons each."""
    drawn = np.random.default_rng(3).integers(0, len(world.persons), (2 * max(PAIRS.values()), 2))
    apart: Array = drawn[drawn[:, 0] != drawn[:, 1]]
    return apart[: max(PAIRS.values())]


def _best(question: Callable[[int, int], object], pairs: Array, rounds: int = ROUNDS) -> Array:
    """The least seconds of each pair."""
    if rounds > 1:
        question(int(pairs[0][0]), int(pairs[0][1]))  # compiles
    print(".", end="", file=sys.stderr, flush=True)
    best = np.full(len(pairs), np.inf)
    for _ in range(rounds):
        for place, (a, b) in enumerate(pairs.tolist()):
            begin = time.perf_counter()
            question(a, b)
            best[place] = min(best[place], time.perf_counter() - begin)
    return best
