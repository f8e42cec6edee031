"""What twenty dashboards notice: their questions to a running service, on a graph of 100,000 articles.

    python -m benchmarks.load                         # both stores, five minutes each
    python -m benchmarks.load --write                 # keeps the table in docs/benchmarks.md too
    python -m benchmarks.load --store ladybug --seconds 60 --articles 10000
    python -m benchmarks.load --folder graphs         # keep the stores there, and find them there

Each client asks one question after another over a connection of its own, takes it compressed as browsers do, and sends
the tag along of what it asked before. It rests in between as long as makes of twenty clients a page of sixteen panels
each that is renewed every four seconds or so; then, in a closed loop, not at all, which tells how much there can be.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Lock, Thread
from typing import Final
from urllib.parse import quote, urlsplit

import numpy as np

from benchmarks.bulk import write_ladybug, write_neo4j
from benchmarks.reported import ReportedWorld
from graph.stores import local_neo4j

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.load --write -->", "<!-- end of load -->"
CLIENTS: Final = 20
REST: Final = 0.2
"""Seconds between an answer and the next question of a client, on average; in a closed loop there are none."""
WARM: Final = 60.0
"""Seconds of the same load beforehand, at most: a service that is asked all day has been asked before."""
CLOSED: Final = 60.0
"""Seconds of the closed loop at most."""
SERVER: Final = {"server.memory.heap.max_size": "2g", "server.memory.pagecache.size": "1g"}
START: Final = 600.0

Addresses = Callable[[random.Random], str]


def main() -> None:
    """As told above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", choices=["ladybug", "neo4j"], action="append", help="may be given again; both")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where stores are kept; else they are made and thrown away")
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE.name}")
    given = parser.parse_args()
    world = ReportedWorld(given.articles)
    machine = f"{platform.machine()}, {os.cpu_count()} cores"
    parts = [f"Python {platform.python_version()} on {machine}, {date.today().isoformat()}."]
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for store in given.store or ["ladybug", "neo4j"]:
            with _stored(store, world, folder) as address, served(address, given.workers) as (process, port):
                Load(port, mix(world)).run(min(WARM, given.seconds))
                for number, (pause, seconds) in enumerate(((REST, given.seconds), (0.0, min(CLOSED, given.seconds)))):
                    # Other questions than before, or all would be remembered.
                    load, before = Load(port, mix(world), rest=pause, seed=number + 1), _resident(process)
                    load.run(seconds)
                    pace = f"{pause:g} s of rest" if pause else "closed loop"
                    told = f"{store}, {given.articles:,} articles, {CLIENTS} clients, {pace}, {seconds:g} s"
                    parts.append(_report(told, load, before, _resident(process)))
    report = "\n\n".join(parts)
    print(report)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n\n{report}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def mix(world: ReportedWorld) -> Mapping[str, tuple[int, Addresses]]:
    """Of each kind of question how often it is asked in a hundred, and its address."""

    def entity(draw: random.Random) -> str:
        ids = draw.choice([world.persons, world.persons, world.institutions])
        return str(ids[int(len(ids) * draw.random() ** 2)])

    def person(draw: random.Random) -> str:
        return quote(str(world.names[draw.randrange(len(world.names))]))

    def district(draw: random.Random) -> str:
        return str(draw.choice(list(world.districts)))

    def event(draw: random.Random) -> str:
        return str(world.meetings[draw.randrange(len(world.meetings))])

    return {
        "stats": (10, lambda _: "/v1/stats"),
        "series": (8, lambda draw: f"/v1/stats/series?by=month&split={draw.choice(['kind', 'status'])}"),
        "matrix": (4, lambda draw: f"/v1/stats/matrix?since={draw.randrange(2012, 2024)}"),
        "top": (6, lambda draw: f"/v1/stats/top?kind={draw.choice(['person', 'institution', 'district'])}&by=met"),
        "newest events": (8, lambda _: "/v1/events?limit=10"),
        "meetings": (8, lambda draw: f"/v1/meetings?since={draw.randrange(2012, 2024)}&limit=25"),
        "of a district": (4, lambda draw: f"/v1/meetings?district={district(draw)}&limit=25"),
        "agreements": (4, lambda _: "/v1/agreements?status=signed&limit=25"),
        "articles": (4, lambda draw: f"/v1/articles?entity={entity(draw)}&limit=25"),
        "search": (10, lambda draw: f"/v1/search?q={person(draw)}&limit=10"),
        "entity": (10, lambda draw: f"/v1/entities/{entity(draw)}"),
        "met": (8, lambda draw: f"/v1/entities/{entity(draw)}/met?limit=25"),
        "timeline": (4, lambda draw: f"/v1/entities/{entity(draw)}/timeline?limit=25"),
        "neighbourhood": (4, lambda draw: f"/v1/entities/{entity(draw)}/neighbourhood?limit=100"),
        "paths": (4, lambda draw: f"/v1/paths?from={entity(draw)}&to={entity(draw)}"),
        "an event": (4, lambda draw: f"/v1/meetings/{event(draw)}"),
    }


class Load:
    """Clients that ask for some time, and how long each answer took."""

    def __init__(
        self, port: int, questions: Mapping[str, tuple[int, Addresses]], *, rest: float = REST, seed: int = 0
    ) -> None:
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []
        self._port, self._mix, self._lock = port, questions, Lock()
        self._rest, self._seed = rest, seed

    def run(self, seconds: float) -> None:
        """Ask for so long."""
        until = time.monotonic() + seconds
        clients = [Thread(target=self._ask, args=(number, until)) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()

    def _ask(self, number: int, until: float) -> None:
        # The same every time is the point.
        draw, tags = random.Random(CLIENTS * self._seed + number), dict[str, str]()  # noqa: S311
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        kinds, weights = list(self._mix), [weight for weight, _ in self._mix.values()]
        time.sleep(draw.uniform(0, REST))
        while time.monotonic() < until:
            kind = draw.choices(kinds, weights)[0]
            address = self._mix[kind][1](draw)
            headers = {"Accept-Encoding": "gzip", **({"If-None-Match": tags[address]} if address in tags else {})}
            begin, failure = time.perf_counter(), None
            try:
                connection.request("GET", address, headers=headers)
                answer = connection.getresponse()
                answer.read()
                tags[address] = answer.headers.get("ETag", "")
                if answer.status >= 400 and answer.status != 409:  # several bear a name: an answer too
                    failure = f"{answer.status} {address}"
            except (OSError, HTTPException) as error:
                connection.close()
                failure = f"{type(error).__name__} {address}"
            with self._lock:
                self.seconds[kind].append(time.perf_counter() - begin)
                self.errors += [failure] if failure else []
            if self._rest:
                time.sleep(draw.expovariate(1 / self._rest))


@contextmanager
def _stored(store: str, world: ReportedWorld, folder: Path) -> Iterator[str]:
    """The address or path of the store that holds ``world``, made where it is not there yet."""
    if store == "ladybug":
        path = folder / f"reported-{len(world.articles)}.lbug"
        if not path.exists():
            write_ladybug(world, path)
        yield str(path)
        return
    home = folder / f"reported-neo4j-{len(world.articles)}"
    if not home.exists():
        write_neo4j(world, home)
    local_neo4j.MEMORY.update(SERVER)
    with local_neo4j.running(home) as server:
        from graph.stores import open_store

        open_store(server.address).close()  # makes the indexes
        yield server.address


@contextmanager
def served(store: str, workers: int) -> Iterator[tuple[int, int]]:
    """The process id and the port of the service over it, once it is ready."""
    command = [sys.executable, "-c", "from api.commands import main; main()", "serve", "--port", "0"]
    command += ["--workers", str(workers), "--store", store]
    environment = {**os.environ, "JJJ_LOG_LEVEL": "warning"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:  # noqa: S603
        assert process.stderr is not None  # noqa: S101 - as started
        try:
            port = urlsplit(process.stderr.readline().split()[0]).port or 0
            Thread(target=lambda: sys.stderr.writelines(process.stderr or ()), daemon=True).start()
            until = time.monotonic() + START
            while not _is_ready(port) and time.monotonic() < until and process.poll() is None:
                time.sleep(0.2)
            yield process.pid, port
        finally:
            process.terminate()
            process.wait(60)


def _is_ready(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    with suppress(OSError, HTTPException, ValueError):
        connection.request("GET", "/readyz")
        return bool(json.load(connection.getresponse())["status"] == "ready")
    return False


def _resident(process: int) -> int:
    """Bytes of resident memory of a process and all that it started."""
    total, known = 0, [process]
    for each in known:
        with suppress(OSError):
            total += int(Path(f"/proc/{each}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for task in Path(f"/proc/{each}/task").iterdir():
                known += map(int, (task / "children").read_text().split())
    return total


def _report(told: str, load: Load, before: int, after: int) -> str:
    every = [seconds for kind in load.seconds.values() for seconds in kind]
    rows = [(kind, load.seconds[kind]) for kind in load.seconds]
    rows = [("**all**", every), *sorted(rows, key=lambda row: -_quantiles(row[1])[1])]
    lines = [f"| {told} | requests | p50, ms | p95, ms | p99, ms |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [f"| {name} | {len(row):,} | {' | '.join(f'{q:,.1f}' for q in _quantiles(row))} |" for name, row in rows]
    failed = "; ".join(sorted(set(load.errors))[:5])
    memory = f"{before / 2**20:,.0f} MiB at the start, {after / 2**20:,.0f} at the end"
    return "\n".join(lines) + f"\n\nErrors: {len(load.errors)}{f' ({failed})' if failed else ''}. Memory: {memory}."


def _quantiles(seconds: Sequence[float]) -> list[float]:
    return [float(np.quantile(seconds, share)) * 1e3 for share in (0.5, 0.95, 0.99)]


if __name__ == "__main__":
    main()
