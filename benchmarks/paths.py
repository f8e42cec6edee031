"""What paths cost: the projection and its searches beside other engines, on graphs of one kind and several sizes.

    python -m benchmarks.paths                       # prints the tables, of three sizes
    python -m benchmarks.paths --write               # keeps them in docs/benchmarks.md too
    python -m benchmarks.paths --events 10000        # of one size; may be given again
    python -m benchmarks.paths --without neo4j       # without a server; may be given again
    python -m benchmarks.paths --folder graphs       # keep the stores there, and find them there

Every engine is asked about the same pairs of persons, all of them in each of three rounds, and of each pair the best
time counts: a neighbour on the machine only ever adds. All have to find as many hops.
"""

import argparse
import gc
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from benchmarks import engines
from benchmarks.bulk import Written, write_ladybug, write_neo4j, write_rows
from benchmarks.following import follow
from benchmarks.world import Array, World
from graph.projection.around import around
from graph.projection.build import build
from graph.projection.columns import MET, SIGNED, Filter
from graph.projection.projection import Projection
from graph.questions.pathfinding import Ends, best_paths
from graph.questions.projected import ProjectionFinder
from graph.questions.ties import ANY
from graph.stores import local_neo4j, open_store

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.paths --write -->", "<!-- end of paths -->"
SIZES: Final = (10_000, 100_000, 1_000_000)
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

Row: TypeAlias = Sequence[str]


def main() -> None:
    """Print the tables, and with ``--write`` keep them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the tables in {PAGE.name}")
    parser.add_argument("--events", type=int, action="append", help="how many; 10,000, 100,000 and a million")
    parser.add_argument("--without", action="append", default=[], choices=["neo4j", "networkx", "igraph", "ladybug"])
    parser.add_argument("--folder", type=Path, help="where stores are kept; else they are made and thrown away")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        measured = [Measured(events, folder, set(given.without)) for events in given.events or SIZES]
    report = "\n\n".join(_tables(measured))
    print(report)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


class Measured:
    """All figures of one size: ``seconds`` by engine or question, the rest by what they are of."""

    def __init__(self, events: int, folder: Path, without: set[str]) -> None:
        self.events, self.without = events, without
        self.world = World(events)
        self.pairs = _pairs(len(self.world.persons))
        self.seconds: dict[str, Array] = {}
        self.hops: dict[str, list[int]] = {}
        self.written: dict[str, Written] = {}
        self.built: dict[str, float] = {}
        self.memory: dict[str, int] = {}
        self.followed: list[float] = []
        with ExitStack() as stack:
            projection = self._ladybug(folder, stack)
            self._ask("ours", engines.ours(self.world, projection))
            self._questions(projection)
            if "networkx" not in without:
                hops, self.memory["networkx"] = engines.networkx(self.world)
                self._ask("networkx", hops)
                del hops
            gc.collect()
            if "igraph" not in without:
                self._ask("igraph", engines.igraph(self.world))
            if "neo4j" not in without:
                self._neo4j(folder)

    def _ladybug(self, folder: Path, stack: ExitStack) -> Projection:
        path = folder / f"{self.events}.lbug"
        if not path.exists():
            self.written["Ladybug, COPY"] = write_ladybug(self.world, path)
        with open_store(path) as store:
            build(store)  # compiles, and warms the engine
            begin = time.perf_counter()
            projection = build(store)
            self.built["Ladybug"] = time.perf_counter() - begin
            self.memory["ours"] = projection.nbytes
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            copied = shutil.copy(path, scratch)  # what follows is no part of the graph that is kept
            with open_store(copied) as store:
                self.followed = follow(self.world, store, build(store), ARTICLES)
        if "ladybug" not in self.without:
            self._ask("Ladybug", stack.enter_context(engines.cypher_of_ladybug(self.world, path)), rounds=1)
        return projection

    def _neo4j(self, folder: Path) -> None:
        home = folder / f"neo4j-{self.events}"
        if not home.exists():
            self.written["Neo4j, import"] = write_neo4j(self.world, home)
        local_neo4j.MEMORY.update(SERVER)
        with local_neo4j.running(home) as server, open_store(server.address) as store:
            begin = time.perf_counter()
            build(store)
            self.built["Neo4j"] = time.perf_counter() - begin
            self._ask("Neo4j", engines.cypher_of_neo4j(self.world, store))
            self.written["Neo4j, MERGE"] = write_rows(self.world, store, ROWS)

    def _ask(self, name: str, hops: engines.Hops, rounds: int = ROUNDS) -> None:
        pairs = self.pairs[: PAIRS[name]]
        found = np.zeros(len(pairs), np.int64)
        place = {(int(a), int(b)): at for at, (a, b) in enumerate(pairs)}

        def counted(a: int, b: int) -> None:
            found[place[a, b]] = hops(a, b)

        self.seconds[name], self.hops[name] = _best(counted, pairs, rounds), found.tolist()

    def _questions(self, projection: Projection) -> None:
        world = self.world
        self.seconds["shortest"] = self.seconds["ours"]
        self.seconds["filtered"] = _best(engines.ours(world, projection, FILTERED), self.pairs)

        def finder() -> ProjectionFinder:
            return ProjectionFinder(projection, ANY, ("met", "signed_agreement"))

        def five(a: int, b: int) -> None:
            ends = world.persons[a], world.persons[b]
            list(islice(best_paths(finder(), Ends(*ends, *([end] for end in ends)), max_hops=6), 5))

        def in_time_order(a: int, b: int) -> None:
            finder().ordered([world.persons[a]], [world.persons[b]], max_hops=6, certainly=False)

        attended = np.bincount(world.attendances.entity, minlength=len(world.persons))
        median = np.argsort(attended, kind="stable")[len(attended) // 2 - 500 : len(attended) // 2 + 500]
        nobody = np.zeros(0, np.int32)
        numbers = np.array([projection.entities.number(id) for id in world.persons], np.int32)

        def two_hops(a: int, _: int) -> None:
            work, first = projection.workspaces.begin(2)
            around(projection.graph, engines.MET_ONLY, work, first, int(numbers[a]), nobody, nobody, 2, 300)

        self.seconds["k = 5"] = _best(five, self.pairs)
        self.seconds["in time order"] = _best(in_time_order, self.pairs)
        self.seconds["two hops around"] = _best(two_hops, np.stack([median, median], axis=1))


def _pairs(persons: int) -> Array:
    """Of two persons each."""
    drawn = np.random.default_rng(3).integers(0, persons, (2 * max(PAIRS.values()), 2))
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


def _tables(measured: Sequence[Measured]) -> Iterator[str]:
    yield f"Python {platform.python_version()} on {platform.machine()}, {date.today().isoformat()}."
    sizes = [f"{each.events:,} events" for each in measured]
    yield _table(
        ("the graph", *sizes),
        [
            ("persons", *(f"{len(m.world.persons):,}" for m in measured)),
            ("attendances of persons", *(f"{len(m.world.attendances.event):,}" for m in measured)),
            ("attendances of bodies", *(f"{len(m.world.delegations.event):,}" for m in measured)),
        ],
    )
    yield _table(
        ("the projection", *sizes),
        [
            ("built from Ladybug, s", *(_number(m.built.get("Ladybug")) for m in measured)),
            ("built from Neo4j, s", *(_number(m.built.get("Neo4j")) for m in measured)),
            ("one article more, ms, p50 and p99", *(_spread(np.array(m.followed)) for m in measured)),
            ("MB", *(_number(m.memory["ours"] / 1e6) for m in measured)),
            (
                "bytes an attendance of a person",
                *(_number(m.memory["ours"] / len(m.world.attendances.event)) for m in measured),
            ),
            (
                "bytes of networkx to one of it",
                *(_number(m.memory.get("networkx", 0) / m.memory["ours"] or None) for m in measured),
            ),
        ],
    )
    questions = ("shortest", "filtered", "k = 5", "in time order", "two hops around")
    yield _table(
        ("a question to it, ms, p50 and p99", *sizes),
        [(name, *(_spread(m.seconds[name]) for m in measured)) for name in questions],
    )
    yield _table(
        ("shortest, ms, p50 and p99", *sizes),
        [(name, *(_spread(m.seconds.get(name)) for m in measured)) for name in PAIRS],
    )
    yield _table(
        ("shortest, times as long as ours at the median", *sizes),
        [(name, *(_ratio(m, name) for m in measured)) for name in PAIRS if name != "ours"],
    )
    yield _table(
        ("pairs of which an engine found other hops than ours", *sizes),
        [(name, *(_differing(m, name) for m in measured)) for name in PAIRS if name != "ours"],
    )
    ways = ("Ladybug, COPY", "Neo4j, import", "Neo4j, MERGE")
    yield _table(
        ("edges written a second", *sizes), [(way, *(_rate(m.written.get(way)) for m in measured)) for way in ways]
    )


def _table(head: Row, rows: Sequence[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.1f}"


def _spread(seconds: Array | None) -> str:
    if seconds is None or not len(seconds):
        return "–"
    return " / ".join(f"{np.quantile(seconds, share) * 1e3:,.3f}" for share in (0.5, 0.99))


def _ratio(measured: Measured, name: str) -> str:
    if name not in measured.seconds:
        return "–"
    theirs = measured.seconds[name]
    return f"{np.median(theirs) / np.median(measured.seconds['ours'][: len(theirs)]):,.1f}"


def _differing(measured: Measured, name: str) -> str:
    if name not in measured.hops:
        return "–"
    theirs = measured.hops[name]
    differing = sum(one != other for one, other in zip(theirs, measured.hops["ours"], strict=False))
    return f"{differing} of {len(theirs)}"


def _rate(written: Written | None) -> str:
    return "–" if written is None else f"{written.edges / written.seconds:,.0f}"


if __name__ == "__main__":
    main()
