"""The graph for networkx: with all that is told of each tie, and as persons and the events they had a part in."""

from typing import Any, Final

import networkx as nx

from graph.exports.contents import ENTITIES, EVENTS, TIES, Contents
from graph.exports.filters import Filters
from graph.exports.text import slices
from graph.networks.ties import read_ties
from graph.networks.weighted import network
from graph.questions.pages import check_choice
from graph.schema import EVIDENCE
from graph.store import Store
from graph.vocabulary import Kind

_PARTS: Final = {
    "person": (("Person",), ("ATTENDED", "SIGNED")),
    "institution": (("Institution",), ("TOOK_PART", "PARTY_TO")),
    "district": (("District",), ("TOOK_PART", "PARTY_TO")),
}
Evidence = dict[str, Any]
"""``article`` (an id), ``quote`` as it stands there, and its ``start`` and ``end`` in it (code points)."""


def multigraph(store: Store, filters: Filters | None = None) -> "nx.MultiGraph[str]":
    """Persons, institutions and districts with every tie: two that met three times have three edges.

    A node has ``type`` and the properties of its label. An edge has ``type``, ``source`` and ``target`` (which way it
    reads: a post from person to body), the properties of its type, and ``evidence``, a list of ``Evidence``. Its key is
    the type, and behind a blank the event or title. Raises InvalidQuestion, and StoreError where the store changes
    meanwhile.
    """
    contents = Contents(store, filters)
    graph: nx.MultiGraph[str] = nx.MultiGraph()
    _add_nodes(graph, contents, ENTITIES)
    told = _reports(contents)
    for edges in contents.edges(*TIES):
        for rows in slices(edges.table):
            for row in map(_present, rows.to_pylist()):
                own = _evidence(row)
                event = row.get("event")
                key = f"{edges.type} {event or row.get('title') or ''}".strip()
                data = {"type": edges.type, "evidence": told.get(event, []) if event else own}
                graph.add_edge(row["source"], row["target"], key=key, **row, **data)
    contents.check()
    return graph


def two_mode(store: Store, kind: Kind = "person", filters: Filters | None = None) -> "nx.Graph[str]":
    """The entities of a kind (``bipartite`` 0) and the events that they had a part in (``bipartite`` 1).

    ``networkx.algorithms.bipartite`` takes it as it is. An edge has what is told of the part: ``role``, ``side``,
    ``title`` and ``evidence``. Raises as ``multigraph`` does.
    """
    check_choice("kind", kind, list(_PARTS))
    labels, types = _PARTS[kind]
    contents = Contents(store, filters)
    graph: nx.Graph[str] = nx.Graph(kind=kind)
    _add_nodes(graph, contents, labels, bipartite=0)
    _add_nodes(graph, contents, EVENTS, bipartite=1)
    for edges in contents.edges(*types):
        if edges.source in labels:
            for row in map(_present, edges.table.to_pylist()):
                own = _evidence(row)
                graph.add_edge(row.pop("source"), row.pop("target"), type=edges.type, evidence=own, **row)
    contents.check()
    graph.remove_nodes_from([id for id, ties in list(graph.degree()) if not ties])
    return graph


def snapshots(
    store: Store, kind: Kind = "person", filters: Filters | None = None, *, cumulative: bool = False
) -> "dict[int, nx.Graph[str]]":
    """The network of each year from the first to the last with a tie, or with ``cumulative`` that until its end.

    Ties without a date are in none. Each graph is one of ``Network.to_networkx``. Raises as ``multigraph`` does.
    """
    ties = read_ties(store, kind, filters)
    years = ties.years
    dated = years[years > 0].tolist()
    found = {}
    for year in range(min(dated), max(dated) + 1) if dated else ():
        rows = (years > 0) & (years <= year) if cumulative else years == year
        found[year] = network(ties.among(rows)).to_networkx()
    return found


def _add_nodes(graph: "nx.Graph[str]", contents: Contents, labels: tuple[str, ...], **data: Any) -> None:
    for label, table in contents.nodes(*labels):
        for row in map(_present, table.to_pylist()):
            graph.add_node(row.pop("id"), type=label, **row, **data)


def _reports(contents: Contents) -> dict[str, list[Evidence]]:
    """What is told of each event."""
    found: dict[str, list[Evidence]] = {}
    for edges in contents.edges("REPORTED_IN"):
        for row in edges.table.to_pylist():
            one = {"article": row["target"], **{name: row[name] for name in ("quote", "start", "end")}}
            found.setdefault(row["source"], []).append(one)
    return found


def _evidence(row: dict[str, Any]) -> list[Evidence]:
    """Takes it out of ``row``."""
    one = {name: row.pop(name, None) for name in EVIDENCE}
    return [one] if one["quote"] is not None else []


def _present(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}
