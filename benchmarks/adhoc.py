"""Runaway ad-hoc queries on the embedded store: how long and how much they take, and what readers beside them notice.

Run by ``python -m benchmarks.adhoc [STORE]``; without a store, on the samples of the package.
"""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import yaml

from graph.errors import QueryRefused
from graph.store import Store
from graph.stores import open_store
from loaders.pipeline import load

ROOT: Final = Path(__file__).parent.parent
RUNAWAYS: Final = ROOT / "tests" / "graph" / "stores" / "guard" / "runaways.yaml"
SECONDS: Final = 5.0


class Readers:
    """Two threads that ask short questions until told to stop, with the seconds that each took."""

    def __init__(self, store: Store) -> None:
        self.seconds: list[float] = []
        self.most_resident = 0
        self._store, self._over = store, threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(2)]
        self._threads.append(threading.Thread(target=self._look))

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        while not self._over.is_set():
            begun = time.perf_counter()
            self._store.read("stats_nodes")
            self.seconds.append(time.perf_counter() - begun)
            time.sleep(0.02)

    def _look(self) -> None:
        while not self._over.is_set():
            self.most_resident = max([self.most_resident, *_resident()])
            time.sleep(0.05)


def measure(store: Store) -> None:
    """Prints a row for each runaway, then what was the most."""
    store.cypher("RETURN 1 AS one")
    took, after = [], []
    with Readers(store) as quiet:
        time.sleep(3)
    with Readers(store) as beside:
        print("| query | seconds | ended by | next answered after, ms |\n| --- | ---: | --- | ---: |")
        for text in yaml.safe_load(RUNAWAYS.read_text("utf-8"))["ladybug"]:
            begun = time.perf_counter()
            try:
                store.cypher(text, seconds=SECONDS)
                end = "its own end"
            except QueryRefused as error:
                end = str(error)
            took.append(time.perf_counter() - begun)
            begun = time.perf_counter()
            store.cypher("RETURN 1 AS one")
            after.append(time.perf_counter() - begun)
            print(f"| `{text}` | {took[-1]:.2f} | {end[:60]} | {after[-1] * 1000:.0f} |", flush=True)
    print(
        f"\nlongest {max(took):.2f} s at a limit of {SECONDS:g} s; next query after {max(after) * 1000:.0f} ms at most;"
    )
    print(f"most memory of a worker {beside.most_resident / 2**20:.0f} MiB;")
    print(f"readers p50 / p99 alone {_percentiles(quiet)} ms, beside {_percentiles(beside)} ms")


def _percentiles(readers: Readers) -> str:
    found = statistics.quantiles(readers.seconds, n=100)
    return f"{found[49] * 1000:.1f} / {found[98] * 1000:.1f}"


def _resident() -> Iterator[int]:
    """Bytes of each worker."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if b"ladybug_worker" in (process / "cmdline").read_bytes():
                yield int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """As told above."""
    with tempfile.TemporaryDirectory() as folder:
        given = sys.argv[1:]
        path = Path(given[0]) if given else Path(folder, "graph.lbug")
        if not given:
            with open_store(path) as store:
                load(store, [ROOT / "loaders" / "samples"])
        with open_store(path, read_only=True) as store:
            measure(store)


if __name__ == "__main__":
    main()
