"""What of the graph is in an export, and what is not."""

from pathlib import Path

import pytest

from graph.exports import Contents, Filters
from graph.exports.contents import ENTITIES, EVENTS, PARTS, SOURCES, TIES
from graph.store import Change, Edge, Node, Store

P, B, M, G, A = "Person", "Institution", "Meeting", "Agreement", "Article"


@pytest.fixture(scope="module")
def store(module_store: Store) -> Store:
    """林 and 郭 met in 2023, 林 and 王 in 2024 with the school, which signed with the park in 2025."""

    def attested(date: str) -> dict[str, str]:
        return {"earliest": date, "latest": date}

    def day(date: str) -> dict[str, str]:
        return {"date": date, **attested(date)}

    nodes = [Node(P, {"id": id, "name": id}) for id in ("p-lin", "p-guo", "p-wang", "p-nobody")]
    nodes += [Node(B, {"id": id, "name": id}) for id in ("i-school", "i-park")]
    nodes += [Node(A, {"id": id, "text": id}) for id in ("a-23", "a-24", "a-25")]
    nodes += [
        Node(M, {"id": "m-23", "size": 2, **day("2023-05-01")}),
        Node(M, {"id": "m-24", "size": 9, **day("2024-05-01")}),
    ]
    nodes += [Node(G, {"id": "g-25", "status": "signed", **day("2025-05-01")})]
    edges = [
        Edge("ATTENDED", (P, person), (M, event), {"confidence": 0.9})
        for person, event in (("p-lin", "m-23"), ("p-guo", "m-23"), ("p-lin", "m-24"), ("p-wang", "m-24"))
    ]
    edges += [
        Edge("MET", (P, "p-guo"), (P, "p-lin"), {"event": "m-23", "grade": "across", "confidence": 0.9}),
        Edge("MET", (P, "p-lin"), (P, "p-wang"), {"event": "m-24", "grade": "co_listed", "confidence": 0.6}),
        Edge("TOOK_PART", (B, "i-school"), (M, "m-24")),
        Edge("PARTY_TO", (B, "i-school"), (G, "g-25")),
        Edge("PARTY_TO", (B, "i-park"), (G, "g-25")),
        Edge("SIGNED_AGREEMENT", (B, "i-park"), (B, "i-school"), {"event": "g-25", "status": "signed"}),
        Edge("HOLDS", (P, "p-lin"), (B, "i-school"), {"title": "dean", **attested("2024-05-01")}),
        Edge("HOLDS", (P, "p-lin"), (B, "i-school"), {"title": "lecturer", **attested("2010-05-01")}),
    ]
    edges += [Edge("REPORTED_IN", ("Meeting", f"m-{n}"), (A, f"a-{n}"), {"record": n}) for n in ("23", "24")]
    edges += [Edge("REPORTED_IN", (G, "g-25"), (A, "a-25"), {"record": "25"})]
    edges += [Edge("MENTIONED_IN", (P, "p-lin"), (A, f"a-{n}"), {"record": n, "start": 0}) for n in ("23", "24")]
    with module_store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return module_store


def nodes(contents: Contents) -> set[str]:
    return {id for _, t in contents.nodes(*ENTITIES, *EVENTS, A) for id in t["id"].to_pylist()}


def edges(contents: Contents) -> list[tuple[str, str, str]]:
    found = (
        (e.type, *ends)
        for e in contents.edges(*TIES, *PARTS, *SOURCES)
        for ends in zip(e.table["source"].to_pylist(), e.table["target"].to_pylist(), strict=True)
    )
    return sorted(found)


def test_without_filters_all_is_in(store: Store) -> None:
    assert len(nodes(Contents(store))) == 12
    assert len(edges(Contents(store))) == 17


def test_events_bring_who_has_a_part_in_them_their_articles_and_the_ties_among_these(store: Store) -> None:
    part = Contents(store, Filters(since="2024", until="2024"))
    assert nodes(part) == {"m-24", "p-lin", "p-wang", "i-school", "a-24"}
    assert edges(part) == [
        ("ATTENDED", "p-lin", "m-24"),
        ("ATTENDED", "p-wang", "m-24"),
        ("HOLDS", "p-lin", "i-school"),
        ("MENTIONED_IN", "p-lin", "a-24"),
        ("MET", "p-lin", "p-wang"),
        ("REPORTED_IN", "m-24", "a-24"),
        ("TOOK_PART", "i-school", "m-24"),
    ]


@pytest.mark.parametrize(
    ("filters", "events"),
    [
        (Filters(kind="agreement"), {"g-25"}),
        (Filters(kind="meeting"), {"m-23", "m-24"}),
        (Filters(status="signed"), {"g-25"}),
        (Filters(status="intended"), set()),
        (Filters(entities=("p-guo",)), {"m-23"}),
        (Filters(entities=("p-guo", "i-park")), {"m-23", "g-25"}),
        (Filters(max_event_size=5), {"m-23", "g-25"}),
        (Filters(until="2023"), {"m-23"}),
    ],
)
def test_each_filter_of_events_chooses_some(store: Store, filters: Filters, events: set[str]) -> None:
    assert {id for id in nodes(Contents(store, filters)) if id[0] in "mg"} == events


def test_who_is_asked_for_is_in_although_nothing_happened(store: Store) -> None:
    assert nodes(Contents(store, Filters(entities=("p-nobody",)))) == {"p-nobody"}


def test_filters_of_ties_leave_out_edges_and_no_nodes(store: Store) -> None:
    for filters, met in (
        (Filters(grades=("across",)), [("MET", "p-guo", "p-lin")]),
        (Filters(min_confidence=0.7), [("MET", "p-guo", "p-lin")]),
        (Filters(edges=("holds",)), []),
    ):
        contents = Contents(store, filters)
        assert len(nodes(contents)) == 12
        assert [edge for edge in edges(contents) if edge[0] == "MET"] == met


def test_a_type_of_tie_brings_the_parts_that_it_follows_from(store: Store) -> None:
    types = {edge[0] for edge in edges(Contents(store, Filters(edges=("signed_agreement",))))}
    assert types == {"SIGNED_AGREEMENT", "PARTY_TO", "REPORTED_IN", "MENTIONED_IN"}


def test_what_is_read_is_counted_along(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    contents = Contents(store, on_progress=lambda *counts: told.append(counts))
    nodes(contents)
    edges(contents)
    assert told[-1] == (12, 17)
    assert told == sorted(told)
