"""How long a dashboard's questions take, cold (the store has changed) and warm: ``python -m benchmarks.dashboards``."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from fastapi.testclient import TestClient

from api.app import create_app
from benchmarks.bulk import write_ladybug
from benchmarks.world import World
from graph.settings import Settings
from graph.store import Change, Node, Store
from graph.stores import open_store

QUESTIONS: Final = (
    "/v1/stats",
    "/v1/stats/series",
    "/v1/stats/series?by=quarter&split=district&limit=20",
    "/v1/stats/series?by=year&split=institution&since=2018",
    "/v1/stats/matrix",
    "/v1/stats/matrix?rows=institution&kind=agreement&status=signed",
    "/v1/stats/top",
    "/v1/stats/top?kind=institution&by=agreements",
    "/v1/events?limit=20",
)
EVENTS_PER_ARTICLE: Final = 3


def main(articles: int = 10_000, cold: int = 10, warm: int = 200) -> None:
    """Prints milliseconds over HTTP in one process, of each question: the median and the 95th percentile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.lbug"
        write_ladybug(World(articles * EVENTS_PER_ARTICLE), path)
        with open_store(path) as store, TestClient(create_app(Settings(store=str(path)), store)) as client:
            for question in QUESTIONS:
                first = [timed(client, question, before=lambda: _change(store)) for _ in range(cold)]
                again = [timed(client, question) for _ in range(warm)]
                print(json.dumps({"question": question, "cold": _shown(first), "warm": _shown(again)}))


def timed(client: TestClient, question: str, before: Callable[[], None] = lambda: None) -> float:
    """Seconds until the answer is there."""
    before()
    start = time.perf_counter()
    client.get(question).raise_for_status()
    return time.perf_counter() - start


def _change(store: Store) -> None:
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-changed"})]))


def _shown(seconds: Sequence[float]) -> dict[str, float]:
    return {name: round(float(np.percentile(seconds, at)) * 1000, 1) for name, at in (("p50", 50), ("p95", 95))}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
