"""Random networks for tests of measures."""

import networkx as nx
import numpy as np
from hypothesis import strategies as st

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
