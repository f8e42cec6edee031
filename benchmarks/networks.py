"""What measures of a network cost, beside networkx on the same network in the same run.

    python -m benchmarks.networks                        # what is not measured yet, and prints the table
    python -m benchmarks.networks --write                # keeps it in docs/benchmarks.md too
    python -m benchmarks.networks --size 1000 20000      # persons and ties; may be given again
    python -m benchmarks.networks --measure pagerank     # one only; may be given again
    python -m benchmarks.networks --again                # measures again what was measured
    python -m benchmarks.networks --folder figures       # where figures are kept (.jjj/benchmarks)

Ties are drawn at random with ends that are popular as in the news: few with very many, most with a few. Each measure of
each size is a run of its own, of minutes, in a process of its own, whose figures are kept as JSON: so a run that was
stopped goes on where it was. Where networkx would take hours of betweenness, it gets fewer pivots, and the table says
how many.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

import networkx as nx
import numpy as np

from graph.networks import Network, Ties, betweenness, communities, core, network, pagerank
from graph.networks.answers import affordable_rounds

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.networks --write -->", "<!-- end of networks -->"
SIZES: Final = ([10_000, 100_000], [100_000, 5_000_000])
PIVOTS: Final = 200
PEER_STEPS: Final = 80_000_000
"""Ties that networkx may follow for betweenness, about two minutes of it."""
EXACT_STEPS: Final = 4_000_000_000
"""Ties that may be followed for betweenness from all persons, which tells how true the error of an estimate is."""
TOP: Final = 100
"""The highest, of whose values the error is told: those that are asked for."""

Figures: TypeAlias = dict[str, Any]


def main() -> None:
    """Measure what is asked for, and print the table of all that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE.name}")
    parser.add_argument("--size", type=int, nargs=2, action="append", metavar=("PERSONS", "TIES"))
    parser.add_argument("--measure", action="append", choices=list(MEASURES), help="all")
    parser.add_argument("--again", action="store_true", help="also what was measured before")
    parser.add_argument("--folder", type=Path, default=Path(".jjj/benchmarks"), help="where figures are kept")
    given = parser.parse_args()
    parts = [(*size, name) for size in given.size or SIZES for name in given.measure or MEASURES]
    for persons, ties, name in parts:
        kept = _kept(given.folder, persons, ties, name)
        if given.again or not kept.exists():
            if len(parts) == 1:
                _measure(kept, persons, ties, name)
            else:
                _measure_elsewhere(given.folder, persons, ties, name)
    rows = [
        _row(persons, ties, name, json.loads(kept.read_text(encoding="utf-8")))
        for persons, ties in given.size or SIZES
        for name in MEASURES
        if (kept := _kept(given.folder, persons, ties, name)).exists()
    ]
    table = "\n".join(
        [
            f"{os.cpu_count()} cores. Load: how many processes wanted a core in the minute before.",
            "",
            "| measure | persons | ties | s | s of processor | networkx, s | error | day | load |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: |",
            *rows,
        ]
    )
    print(table)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(f"{page.split(BEGIN)[0]}{BEGIN}\n{table}\n{END}{page.split(END)[1]}", encoding="utf-8")


def drawn(persons: int, ties: int, seed: int = 5) -> Network:
    """So many ties between so many persons, each its own meeting."""
    random = np.random.default_rng(seed)
    pairs = np.zeros(0, np.int64)
    while len(pairs) < ties:
        ends = (persons * random.random((2, ties)) ** 2).astype(np.int64)
        ends = ends[:, ends[0] != ends[1]]
        pairs = np.union1d(pairs, ends.min(axis=0) * persons + ends.max(axis=0))
    pairs = np.sort(random.choice(pairs, ties, replace=False))
    ids = np.array([f"p-{number:07}" for number in range(persons)], object)
    days = np.full(ties, np.datetime64("2024-01-01", "D"))
    return network(Ties("person", ids, pairs // persons, pairs % persons, np.arange(ties), days))


def _peer(of: Network) -> Any:
    """The same for networkx, by numbers and without dates, which here take gigabytes; every tie weighs 1 in both."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(of)))
    graph.add_edges_from(zip(of.source.tolist(), of.target.tolist(), strict=True))
    return graph


def _pagerank(of: Network) -> Figures:
    found = _timed(lambda: pagerank(of))
    graph, tolerance = _peer(of), 1e-10 / len(of)  # networkx multiplies it by the number of nodes
    return found | {"peer": _timed(lambda: nx.pagerank(graph, tol=tolerance, max_iter=500))["seconds"]}


def _betweenness(of: Network) -> Figures:
    found = _timed(lambda: betweenness(of, pivots=PIVOTS))
    estimate = found.pop("answer")
    top = np.argsort(-estimate.values)[:TOP]
    found["error"] = float(np.mean(estimate.errors[top] / estimate.values[top]))
    if len(of) * of.matrix.nnz <= EXACT_STEPS:
        exact = betweenness(of).values[top]
        found["off"] = float(np.mean(np.abs(estimate.values[top] - exact) / exact))
    graph = _peer(of)
    pivots = min(PIVOTS, max(1, PEER_STEPS // of.matrix.nnz))
    seconds = _timed(lambda: nx.betweenness_centrality(graph, k=pivots, seed=0))["seconds"]
    return found | {"peer": seconds, "pivots": pivots}


def _core(of: Network) -> Figures:
    found, graph = _timed(lambda: core(of)), _peer(of)
    return found | {"peer": _timed(lambda: nx.core_number(graph))["seconds"]}


def _communities(of: Network) -> Figures:
    rounds = affordable_rounds(of)
    found = _timed(lambda: communities(of, rounds=rounds)) | {"rounds": rounds}
    if of.matrix.nnz > 1_000_000:
        return found  # networkx takes more than a quarter of an hour
    graph = _peer(of)
    return found | {"peer": _timed(lambda: nx.community.louvain_communities(graph, seed=0))["seconds"]}


MEASURES: Final[Mapping[str, Callable[[Network], Figures]]] = {
    "pagerank": _pagerank,
    "betweenness": _betweenness,
    "core": _core,
    "communities": _communities,
}
TITLES: Final = {
    "pagerank": "PageRank",
    "betweenness": f"betweenness, {PIVOTS} pivots",
    "core": "k-core",
    "communities": "Leiden (networkx: Louvain)",
}


def _kept(folder: Path, persons: int, ties: int, name: str) -> Path:
    return folder / f"network-{persons}-{ties}-{name}.json"


def _measure(kept: Path, persons: int, ties: int, name: str) -> None:
    load, began = os.getloadavg()[0], time.perf_counter()
    MEASURES[name](drawn(500, 2000))  # compiles
    figures = MEASURES[name](drawn(persons, ties))
    figures.pop("answer", None)
    figures |= {"when": date.today().isoformat(), "load": load}
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.with_suffix(".part").write_text(json.dumps(figures), encoding="utf-8")
    kept.with_suffix(".part").rename(kept)
    print(f"{name} of {ties:,} ties: {time.perf_counter() - began:,.0f} s in all", file=sys.stderr)


def _measure_elsewhere(folder: Path, persons: int, ties: int, name: str) -> None:
    """In a process of its own, which gives all memory back, and may fail alone."""
    command = [sys.executable, "-m", "benchmarks.networks", "--folder", str(folder), "--again"]
    command += ["--size", str(persons), str(ties), "--measure", name]
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:  # noqa: S603
        print(f"{name} of {ties:,} ties: failed", file=sys.stderr)


def _timed(what: Callable[[], Any]) -> Figures:
    began, spent = time.perf_counter(), time.process_time()
    answer = what()
    seconds, spent = time.perf_counter() - began, time.process_time() - spent
    return {"answer": answer, "seconds": seconds, "processor": spent}


def _row(persons: int, ties: int, name: str, told: Figures) -> str:
    peer = f"{told['peer']:.1f}" if "peer" in told else "not run"
    if told.get("pivots", PIVOTS) != PIVOTS:
        peer += f" ({told['pivots']} pivots)"
    title = TITLES[name] + (f", {told['rounds']} rounds" if "rounds" in told else "")
    error = f"{told['error']:.0%} told" if "error" in told else ""
    if "off" in told:
        error += f", {told['off']:.0%} found"
    numbers = f"{persons:,} | {ties:,} | {told['seconds']:.2f} | {told['processor']:.2f} | {peer} | {error}"
    return f"| {title} | {numbers} | {told['when']} | {told['load']:.1f} |"


if __name__ == "__main__":
    main()
