"""Random networks for tests of measures."""

from typing import Any

import networkx as nx
import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from graph.networks.ties import Ties
from graph.networks.weighted import Network, network


def ties_of(rows: list[tuple[str, str, int, str | None]]) -> Ties:
    """The ties of (entity, entity, event, day) rows."""
    ids = sorted({id for row in rows for id in row[:2]})
    pairs = sorted({(*sorted((ids.index(a), ids.index(b))), event, day or "NaT") for a, b, event, day in rows})
    source, target, event, day = zip(*pairs, strict=True) if pairs else ((), (), (), ())
    one, other, number = (np.array(column, np.int64) for column in (source, target, event))
    return Ties("person", np.array(ids, object), one, other, number, np.array(day, "datetime64[D]"))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Up to 14 entities, tied by events of any number of them."""
    entities = [f"p-{number:02}" for number in range(draw(st.integers(2, 14)))]
    events = draw(st.lists(st.lists(st.sampled_from(entities), min_size=2, max_size=5, unique=True), max_size=16))
    rows: list[tuple[str, str, int, str | None]] = [
        (a, b, number, None) for number, members in enumerate(events) for a in members for b in members if a < b
    ]
    return network(ties_of(rows))


def graph_of(of: Network) -> "nx.Graph[str]":
    """The same made by networkx from its pairs alone."""
    graph: nx.Graph[str] = nx.Graph()
    for source, target, weight in zip(of.source, of.target, of.weight, strict=True):
        graph.add_edge(of.ids[source], of.ids[target], weight=weight)
    return graph


def planted(groups: int, size: int, within: int, beyond: int, seed: int) -> tuple[Network, NDArray[Any]]:
    """A network of ``groups`` of ``size``, and the group of each of its entities: each has about ``within`` ties to its
    own group and ``beyond`` to anybody."""
    random, number = np.random.default_rng(seed), groups * size
    near = random.integers(0, number, number * within // 2)
    far = random.integers(0, number, (2, number * beyond // 2))
    own = near % groups + groups * random.integers(0, size, len(near))
    source, target = np.concatenate([near, far[0]]), np.concatenate([own, far[1]])
    low, high = np.minimum(source, target), np.maximum(source, target)
    pairs = np.unique((low * number + high)[low < high])
    ids = np.array([f"p-{place:07}" for place in range(number)], object)
    days = np.full(len(pairs), np.datetime64("2024-01-01", "D"))
    of = network(Ties("person", ids, pairs // number, pairs % number, np.arange(len(pairs)), days))
    return of, np.array([int(id[2:]) % groups for id in of.ids])
