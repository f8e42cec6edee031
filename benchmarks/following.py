"""One article more after another: how long a projection takes to follow its store."""

import time

import numpy as np

from benchmarks.world import World
from graph.projection.projection import Projection
from graph.projection.reading import touched_since
from graph.projection.update import updated
from graph.store import Change, Edge, Node, Store, Value


def follow(world: World, store: Store, projection: Projection, articles: int) -> list[float]:
    """Seconds for each article: a meeting of eight, four of them new, of two bodies, and a signing."""
    random, seconds = np.random.default_rng(5), []
    for _ in range(articles):
        with store.write() as writer:
            writer.apply(_article(world, random))
        begin = time.perf_counter()
        edition = store.edition()
        touched = touched_since(store, projection.edition, edition)
        found = updated(store, projection, touched or (), edition)
        seconds.append(time.perf_counter() - begin)
        if found is None:
            break
        projection = found
    return seconds


def _article(world: World, random: np.random.Generator) -> Change:
    meeting, signing, *new = (f"{letter}-{random.integers(1 << 48):012x}" for letter in "mgpppp")
    people = [*map(str, random.choice(world.persons, 4)), *new]
    bodies = [str(id) for id in random.choice(world.institutions, 2, replace=False)]
    day: dict[str, Value] = {"date": "2024-04-19", "earliest": "2024-04-19", "latest": "2024-04-19", "confidence": 0.9}
    nodes = [Node("Person", {"id": id, "name": id}) for id in people]
    nodes += [Node("Meeting", {"id": meeting, "size": len(people), **day})]
    nodes += [Node("Agreement", {"id": signing, "status": "signed", **day})]
    edges = [Edge("ATTENDED", ("Person", id), ("Meeting", meeting), {"side": "host"}) for id in people]
    for body in bodies:
        edges.append(Edge("TOOK_PART", ("Institution", body), ("Meeting", meeting)))
        edges.append(Edge("PARTY_TO", ("Institution", body), ("Agreement", signing)))
    edges += [Edge("HOLDS", ("Person", id), ("Institution", bodies[0]), {"title": "Director"}) for id in people]
    return Change(put_nodes=nodes, put_edges=edges)
