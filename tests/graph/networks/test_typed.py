"""The graph as networkx has it, of a small store that is all told here."""

import networkx as nx
import pytest

from graph.errors import InvalidQuestion
from graph.exports import Filters
from graph.networks import multigraph, read_network, read_ties, snapshots, two_mode
from graph.store import Change, Edge, Node, Store

P, B, D, M, G = "Person", "Institution", "District", "Meeting", "Agreement"


@pytest.fixture(scope="module")
def store(module_store: Store) -> Store:
    """林, 郭 and 王 met in 2023 and 林 and 郭 again in 2025, twice; the rulers of 昌平 and 海淀 signed in 2024."""
    days = {"m-23": "2023-05-01", "m-25": "2025-05-01", "m-25b": "2025-07-01", "g-24": "2024-02-03"}
    when = {id: {"date": day, "earliest": day, "latest": day} for id, day in days.items()}
    nodes = [Node(P, {"id": f"p-{n}", "name": n}) for n in ("林", "郭", "王", "alone")]
    nodes += [Node(D, {"id": f"d-{n}", "name": n}) for n in ("昌平", "海淀", "朝阳")]
    nodes += [Node(B, {"id": f"i-{n}", "name": n}) for n in ("rule昌平", "rule海淀")]
    nodes += [Node(G if id[0] == "g" else M, {"id": id, **when[id]}) for id in days]
    nodes += [Node("Article", {"id": "a-1", "text": "林会见郭和王。"})]
    met = [
        ("林", "郭", "m-23"),
        ("林", "王", "m-23"),
        ("王", "郭", "m-23"),
        ("林", "郭", "m-25"),
        ("林", "郭", "m-25b"),
    ]
    edges = [
        Edge("MET", (P, f"p-{a}"), (P, f"p-{b}"), {"event": id, "grade": "across", "confidence": 0.9, **when[id]})
        for a, b, id in met
    ]
    there = {(name, id) for a, b, id in met for name in (a, b)}
    edges += [
        Edge("ATTENDED", (P, f"p-{n}"), (M, id), {"quote": "林会见", "start": 0, "end": 3, "article": "a-1"})
        for n, id in sorted(there)
    ]
    quote: dict[str, str | int] = {"quote": "林会见郭和王。", "start": 0, "end": 7, "record": "r-1"}
    edges += [Edge("REPORTED_IN", (M, "m-23"), ("Article", "a-1"), quote)]
    edges += [Edge("GOVERNS", (B, f"i-rule{n}"), (D, f"d-{n}")) for n in ("昌平", "海淀")]
    parties = [(B, "i-rule昌平"), (B, "i-rule海淀"), (D, "d-朝阳")]
    edges += [Edge("PARTY_TO", party, (G, "g-24")) for party in parties]
    edges += [
        Edge("SIGNED_AGREEMENT", parties[a], parties[b], {"event": "g-24", "status": "signed", **when["g-24"]})
        for a, b in ((0, 1), (0, 2), (1, 2))
    ]
    with module_store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return module_store


def test_each_meeting_of_two_is_an_edge_with_its_evidence(store: Store) -> None:
    graph = multigraph(store)
    assert graph.number_of_edges("p-林", "p-郭") == 3
    edge = graph["p-林"]["p-郭"]["MET m-23"]
    assert (edge["type"], edge["grade"], edge["date"]) == ("MET", "across", "2023-05-01")
    assert edge["evidence"] == [{"article": "a-1", "quote": "林会见郭和王。", "start": 0, "end": 7}]
    governs = graph["i-rule昌平"]["d-昌平"]["GOVERNS"]
    assert (governs["source"], governs["target"]) == ("i-rule昌平", "d-昌平")
    assert graph.nodes["p-alone"] == {"type": "Person", "name": "alone"}
    assert multigraph(store, Filters(since="2025")).number_of_edges() == 2


def test_a_pair_weighs_what_its_events_give_to_each_of_theirs(store: Store) -> None:
    graph = read_network(store).to_networkx()
    assert set(graph) == {"p-林", "p-郭", "p-王"}
    assert graph["p-林"]["p-郭"] == {"weight": 2.5, "events": 3, "first": "2023-05-01", "last": "2025-07-01"}
    assert graph["p-林"]["p-王"]["weight"] == 0.5
    assert read_network(store, filters=Filters(min_confidence=0.95)).ids.tolist() == []


def test_a_government_counts_as_its_district_among_districts(store: Store) -> None:
    graph = read_network(store, "district").to_networkx()
    assert sorted(map(sorted, graph.edges)) == [["d-昌平", "d-朝阳"], ["d-昌平", "d-海淀"], ["d-朝阳", "d-海淀"]]
    assert graph["d-昌平"]["d-海淀"]["weight"] == 0.5
    assert list(read_network(store, "institution").to_networkx().edges) == [("i-rule昌平", "i-rule海淀")]
    assert not read_network(store, "district", Filters(edges=("met",))).to_networkx()


def test_persons_and_events_are_two_modes(store: Store) -> None:
    graph = two_mode(store)
    persons = {id for id, mode in graph.nodes(data="bipartite") if mode == 0}
    assert nx.is_bipartite(graph)
    assert persons == {"p-林", "p-郭", "p-王"}
    assert set(graph) - persons == {"m-23", "m-25", "m-25b"}
    assert graph["p-林"]["m-23"]["evidence"][0]["quote"] == "林会见"
    projected = nx.bipartite.collaboration_weighted_projected_graph(graph, persons)
    ours = read_network(store).to_networkx()
    assert {frozenset(e): w for *e, w in projected.edges(data="weight")} == {
        frozenset(e): w for *e, w in ours.edges(data="weight")
    }


def test_each_year_has_its_ties_or_all_until_its_end(store: Store) -> None:
    years = snapshots(store)
    assert {year: graph.size() for year, graph in years.items()} == {2023: 3, 2024: 0, 2025: 1}
    assert years[2025]["p-林"]["p-郭"]["events"] == 2
    assert [graph.size() for graph in snapshots(store, cumulative=True).values()] == [3, 3, 3]


def test_what_is_no_kind_is_told(store: Store) -> None:
    with pytest.raises(InvalidQuestion, match="kind must be one of"):
        read_ties(store, "company")  # type: ignore[arg-type]
    with pytest.raises(InvalidQuestion, match="kind must be one of"):
        two_mode(store, "company")  # type: ignore[arg-type]
