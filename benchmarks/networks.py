"""What measures of a network cost, beside networkx.

    python -m benchmarks.networks                    # up to 100,000 persons and 5,000,000 ties
    python -m benchmarks.networks --write            # keeps the table in docs/benchmarks.md too
    python -m benchmarks.networks --size 1000 20000  # persons and ties; may be given again

Ties are drawn at random with ends that are popular as in the news: few with very many, most with a few. networkx gets
the same network, up to 500,000 ties, since its graph of more takes gigabytes and its betweenness hours.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import networkx as nx
import numpy as np

from graph.networks import Network, Ties, betweenness, communities, core, network, pagerank

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.networks --write -->", "<!-- end of networks -->"
SIZES: Final = ([10_000, 100_000], [100_000, 5_000_000])
PEER_TIES: Final = 500_000
PIVOTS: Final = 100


def main() -> None:
    """Print the table, and with ``--write`` keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE.name}")
    parser.add_argument("--size", type=int, nargs=2, action="append", metavar=("PERSONS", "TIES"))
    given = parser.parse_args()
    _warm()
    rows = []
    for persons, ties in given.size or SIZES:
        for row in _measured(persons, ties):
            print(row, flush=True)
            rows.append(row)
    load = os.getloadavg()[1]
    table = "\n".join(
        [
            f"Measured {date.today()}, {os.cpu_count()} cores, load {load:.1f} (1 where nothing else runs).",
            "",
            "| measure | persons | ties | s | s of processor | networkx, s | error |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
            *rows,
        ]
    )
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


def _measured(persons: int, ties: int) -> Iterator[str]:
    of = drawn(persons, ties)
    graph = of.to_networkx() if ties <= PEER_TIES else None
    sampled: list[Any] = []
    measures: dict[str, tuple[Callable[[], Any], Callable[[], Any] | None]] = {
        "PageRank": (lambda: pagerank(of), lambda: nx.pagerank(graph, tol=1e-10 / persons, max_iter=500)),
        f"betweenness, {PIVOTS} pivots": (
            lambda: sampled.append(betweenness(of, pivots=PIVOTS)),
            lambda: nx.betweenness_centrality(graph, k=PIVOTS, seed=0),
        ),
        "k-core": (lambda: core(of), lambda: nx.core_number(graph)),
        "Leiden (networkx: Louvain)": (
            lambda: communities(of),
            lambda: nx.community.louvain_communities(graph, seed=0),
        ),
    }
    for name, (ours, theirs) in measures.items():
        if graph is None and name.startswith("Leiden"):
            continue  # minutes
        seconds, processor = _timed(ours)
        peer = f"{_timed(theirs)[0]:.1f}" if graph is not None and theirs else "not run"
        error = ""
        if name.startswith("betweenness"):
            top = np.argsort(-sampled[0].values)[:100]
            share = float(np.mean(sampled[0].errors[top] / sampled[0].values[top]))
            error = f"{share:.0%} of the value, the hundred highest on average"
        yield (f"| {name} | {persons:,} | {ties:,} | {seconds:.1f} | {processor:.1f} | {peer} | {error} |")


def _timed(what: Callable[[], Any]) -> tuple[float, float]:
    began, spent = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - began, time.process_time() - spent


def _warm() -> None:
    """Compiled before it is timed."""
    of = drawn(10, 20)
    for measure in (pagerank, betweenness, core, communities):
        measure(of)  # type: ignore[operator]


if __name__ == "__main__":
    main()
