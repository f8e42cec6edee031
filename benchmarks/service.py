"""A service over a world's store, as twenty clients find it who ask of paths and of what is near."""

import random
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.load import Addresses, Load, served
from benchmarks.world import World

SECONDS: Final = 60.0
ALONE: Final = 200
"""Questions of one client, for what the engine's own share is compared with."""


def questions(world: World) -> Mapping[str, tuple[int, Addresses]]:
    """Of each kind of question how often it is asked in a hundred, and its address."""

    def person(draw: random.Random) -> str:
        return str(world.persons[draw.randrange(len(world.persons))])

    return {
        "path": (25, lambda draw: f"/v1/paths?from={person(draw)}&to={person(draw)}"),
        "five paths": (10, lambda draw: f"/v1/paths?from={person(draw)}&to={person(draw)}&k=5"),
        "in time order": (5, lambda draw: f"/v1/paths?from={person(draw)}&to={person(draw)}&in_time_order=true"),
        "filtered": (10, lambda draw: f"/v1/paths?from={person(draw)}&to={person(draw)}&since=2015&max_event_size=30"),
        "neighbourhood": (10, lambda draw: f"/v1/entities/{person(draw)}/neighbourhood?limit=50"),
        "entity": (20, lambda draw: f"/v1/entities/{person(draw)}"),
        "met": (10, lambda draw: f"/v1/entities/{person(draw)}/met?limit=25"),
        "timeline": (10, lambda draw: f"/v1/entities/{person(draw)}/timeline?limit=25"),
    }


def serve(world: World, store: Path, engine: float) -> dict[str, str]:
    """What the clients find; ``engine`` is what a path takes there, in seconds, at the median."""
    with served(str(store), 1) as (_, port):
        warm = Load(port, questions(world))
        warm.run(5.0)
        load = Load(port, questions(world))
        load.run(SECONDS)
        alone = _alone(world, port)
    every = [seconds for kind in load.seconds.values() for seconds in kind]
    told = {"requests": f"{len(every):,}", "errors": str(len(load.errors)), "all, ms, p50 and p99": _spread(every)}
    told |= {f"{kind}, ms": _spread(seconds) for kind, seconds in load.seconds.items()}
    told["a path of one client alone, ms"] = _spread(alone)
    told["of it outside the engine"] = f"{100 * (1 - engine / float(np.median(alone))):.1f} %"
    return told


def _alone(world: World, port: int) -> list[float]:
    draw, path, seconds = random.Random(1), questions(world)["path"][1], []  # noqa: S311 - the same every time
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for _ in range(ALONE):
        begin = time.perf_counter()
        connection.request("GET", path(draw))
        connection.getresponse().read()
        seconds.append(time.perf_counter() - begin)
    return seconds


def _spread(seconds: list[float]) -> str:
    return " / ".join(f"{np.quantile(seconds, share) * 1e3:,.1f}" for share in (0.5, 0.99)) if seconds else "–"
