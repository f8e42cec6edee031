from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeAlias

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InvalidQuestion, NotFound
from graph.projection.build import build
from graph.questions import Course, TieFilter, on_the_way
from graph.questions import paths as asked
from graph.questions.path_answers import Path, Paths, Weight, Wider
from graph.questions.telling import ALL, Telling, telling
from graph.store import Change, Edge, Node, Store, Value

Ask: TypeAlias = Callable[..., Paths]


@pytest.fixture(params=["reads", "projection"])
def paths(request: pytest.FixtureRequest) -> Ask:
    """The question, answered by reads of the store and on a projection of it."""

    def ask(
        store: Store, source: str, target: str, only: TieFilter | None = None, wanted: Telling = ALL, **course: Any
    ) -> Paths:
        projection = build(store) if request.param == "projection" else None
        return asked(store, source, target, only, Course(**course), projection=projection, wanted=wanted)

    return ask


def _ids(path: Path) -> list[str]:
    return [node.id for node in path.nodes]


def test_a_shortest_path_has_the_sentences_of_each_hop(world: Store, paths: Ask) -> None:
    found = paths(world, "p-01", "p-08").paths[0]
    assert (found.length, _ids(found)) == (3, ["p-01", "p-02", "p-04", "p-08"])
    assert [(hop.source, hop.target, hop.type) for hop in found.hops] == [
        ("p-01", "p-02", "met"),
        ("p-02", "p-04", "met"),
        ("p-04", "p-08", "met"),
    ]
    assert found.hops[1].events[0].quote == "Anna O'Neill of Rock/Soft Co. spoke with Gao Yuan by video."


def test_a_path_back_is_the_same_path(world: Store, paths: Ask) -> None:
    assert _ids(paths(world, "p-08", "p-01").paths[0]) == ["p-08", "p-04", "p-02", "p-01"]


def test_nobody_is_as_far_as_max_hops_allows(world: Store, paths: Ask) -> None:
    assert paths(world, "p-01", "p-08", max_hops=3).paths
    assert not paths(world, "p-01", "p-08", max_hops=2).paths


def test_unconnected_ends_have_no_path(world: Store, paths: Ask) -> None:
    answer = paths(world, "p-01", "p-07")
    assert (answer.paths, answer.truncated) == ((), False)


def test_from_somebody_to_the_same_is_a_path_without_a_hop(world: Store, paths: Ask) -> None:
    found = paths(world, "p-01", "p-01").paths[0]
    assert (found.length, _ids(found), found.hops) == (0, ["p-01"], ())


def test_between_a_person_and_a_body_posts_count_too(world: Store, paths: Ask) -> None:
    found = paths(world, "p-01", "i-bistu").paths[0]
    assert [hop.type for hop in found.hops] == ["holds", "signed_agreement"]


def test_a_post_tells_the_sentence_that_names_holder_and_title(world: Store, paths: Ask) -> None:
    hop = paths(world, "p-01", "d-110112").paths[0].hops[0]
    assert (hop.type, hop.title, hop.events[0].kind) == ("holds", "区长", "post")
    assert hop.events[0].quote == "4月19日,通州区区长林月到访北京信息科技大学,与校长高远座谈。"


def test_of_equal_lengths_the_path_of_stronger_ties_comes_first(store: Store, paths: Ask) -> None:
    meet(store, {(0, 1): "co_listed", (1, 8): "across", (0, 7): "across", (7, 8): "same_side"})
    found = paths(store, "p-0", "p-8", mode="all").paths
    assert [_ids(path) for path in found] == [["p-0", "p-7", "p-8"], ["p-0", "p-1", "p-8"]]


def test_the_best_paths_without_loops_are_told_in_their_order(store: Store, paths: Ask) -> None:
    meet(store, {(0, 8): "across", (0, 1): "across", (1, 8): "co_listed", (0, 2): "across", (2, 8): "across"})
    meet(store, {(2, 3): "across", (3, 8): "across"})
    found = paths(store, "p-0", "p-8", mode="k", k=9).paths
    assert [_ids(path) for path in found] == [
        ["p-0", "p-8"],
        ["p-0", "p-2", "p-8"],
        ["p-0", "p-1", "p-8"],
        ["p-0", "p-2", "p-3", "p-8"],
    ]
    assert len(paths(store, "p-0", "p-8", mode="k", k=2).paths) == 2
    assert len(paths(store, "p-0", "p-8", k=3).paths) == 3


def test_a_path_goes_through_whom_it_is_asked_to(store: Store, paths: Ask) -> None:
    meet(store, {(0, 8): "across", (0, 1): "across", (1, 2): "across", (2, 8): "across", (1, 3): "across"})
    assert _ids(paths(store, "p-0", "p-8", through="p-2").paths[0]) == ["p-0", "p-1", "p-2", "p-8"]
    assert not paths(store, "p-0", "p-8", through="p-3").paths


def test_a_path_goes_over_the_event_that_it_is_asked_to(store: Store, paths: Ask) -> None:
    meet(store, {(0, 8): "across", (0, 1): "across", (1, 2): "across", (2, 8): "across", (1, 3): "across"})
    found = paths(store, "p-0", "p-8", through="m-1-2").paths[0]
    assert _ids(found) == ["p-0", "p-1", "p-2", "p-8"]
    assert [event.id for event in found.hops[1].events] == ["m-1-2"]
    assert _ids(paths(store, "p-0", "p-8", through="m-0-8").paths[0]) == ["p-0", "p-8"]
    none = paths(store, "p-0", "p-8", through="m-1-3").absence
    assert none
    assert [(each.parameter, each.length) for each in none.relaxed] == [("through", 1)]


def test_a_path_over_an_event_of_too_many_is_given_up_where_it_must_be_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet(store, {(0, 8): "across"})
    monkeypatch.setattr("graph.questions.crossing.MOST_READ", 1)
    answer = asked(store, "p-0", "p-8", course=Course(through="m-0-8"))
    assert (answer.paths, answer.truncated, answer.reason) == ((), True, "time")
    assert asked(store, "p-0", "p-8", course=Course(through="m-0-8"), projection=build(store)).paths


def test_what_a_path_is_to_go_through_is_named_or_is_the_id_of_an_event(world: Store) -> None:
    assert [on_the_way(world, name) for name in ("Lin Yue", "m-01", "g-01")] == ["p-01", "m-01", "g-01"]
    with pytest.raises(NotFound, match="m-99"):
        on_the_way(world, "m-99")


def test_a_search_for_the_strongest_path_stops_at_its_limit(
    world: Store, paths: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.projection.weighted.PORTION", 1)
    for room in ("projected", "reading"):
        monkeypatch.setattr(f"graph.questions.{room}.LIMIT_SECONDS", -1.0)
    answer = paths(world, "p-01", "p-08", mode="strongest")
    assert (answer.paths, answer.truncated, answer.reason) == ((), True, "time")


def test_a_path_keeps_clear_of_whom_and_what_it_is_asked_to(store: Store, paths: Ask) -> None:
    meet(store, {(0, 8): "across", (0, 1): "across", (1, 8): "across"})
    only = TieFilter(avoid=("m-0-8",))
    assert _ids(paths(store, "p-0", "p-8", only).paths[0]) == ["p-0", "p-1", "p-8"]
    answer = paths(store, "p-0", "p-8", TieFilter(avoid=("m-0-8", "p-1")))
    assert answer.absence
    assert [(each.parameter, each.length) for each in answer.absence.relaxed] == [("avoid", 1)]


def test_a_path_in_time_order_has_no_meeting_before_the_last(store: Store, paths: Ask) -> None:
    meet(store, {(0, 1): "across"}, "2024-05-02", "2024-05-02")
    meet(store, {(1, 8): "across"}, "2024-05-01", "2024-05-01")
    meet(store, {(1, 2): "across"}, "2024-05-01", "2024-05-31")
    meet(store, {(2, 8): "across"}, "2024-06-01", None)
    assert _ids(paths(store, "p-0", "p-8", in_time_order=True).paths[0]) == ["p-0", "p-1", "p-2", "p-8"]
    assert _ids(paths(store, "p-8", "p-0", in_time_order=True).paths[0]) == ["p-8", "p-1", "p-0"]
    none = paths(store, "p-0", "p-8", in_time_order=True, certainly=True).absence
    assert none
    assert [(each.parameter, each.length) for each in none.relaxed] == [("certainly", 3), ("in_time_order", 2)]


def test_the_strongest_path_tells_what_each_of_its_ties_weighs(store: Store, paths: Ask) -> None:
    meet(store, {(0, 8): "co_listed", (0, 1): "across", (1, 8): "same_side"}, "2024-05-02", "2024-05-02")
    found = paths(store, "p-0", "p-8", TieFilter(until="2024-05-02"), mode="strongest").paths[0]
    assert (_ids(found), found.weight) == (["p-0", "p-1", "p-8"], 0.4)
    assert found.weights[0] == Weight(weight=0.8, grade=0.8, recency=1.0, size=1.0, event="m-0-1")
    later = paths(store, "p-0", "p-8", TieFilter(until="2034-04-30"), mode="strongest").paths[0]
    assert (_ids(later), later.weights[0].recency) == (["p-0", "p-8"], 0.25)


def test_a_hub_of_thousands_of_ties_is_crossed_at_once(store: Store, paths: Ask) -> None:
    hub(store, 3000)
    found = paths(store, "p-0001", "p-2999", mode="k", k=2)
    assert [_ids(path) for path in found.paths] == [["p-0001", "p-hub", "p-2999"]]
    assert not found.truncated


@pytest.mark.parametrize(
    "only",
    [
        TieFilter(since="2030", until="2020"),
        TieFilter(edges=("holds",), grades=("across",)),
        TieFilter(min_confidence=1.0, max_event_size=2, since="2024", grades=("co_listed",)),
    ],
)
def test_filters_that_leave_nothing_give_no_path_or_are_refused(world: Store, paths: Ask, only: TieFilter) -> None:
    try:
        answer = paths(world, "p-01", "p-08", only)
    except InvalidQuestion:
        return
    assert (answer.paths, answer.truncated) == ((), False)


@pytest.mark.parametrize(
    "course",
    [
        {"k": 0},
        {"k": 26},
        {"mode": "all", "k": 3},
        {"mode": "strongest", "k": 3},
        {"certainly": True},
        {"mode": "all", "in_time_order": True},
        {"mode": "k", "through": "p-03"},
        {"through": "p-03", "in_time_order": True},
        {"through": "p-01"},
    ],
)
def test_wishes_that_contradict_each_other_are_refused(world: Store, paths: Ask, course: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion):
        paths(world, "p-01", "p-02", **course)


def test_an_end_cannot_be_avoided(world: Store, paths: Ask) -> None:
    with pytest.raises(InvalidQuestion, match="p-02"):
        paths(world, "p-01", "p-02", TieFilter(avoid=("p-02",)))


def test_no_path_tells_what_cut_it_off_and_how_far_either_end_reaches(world: Store, paths: Ask) -> None:
    told = paths(world, "p-01", "p-08", TieFilter(since="2024", min_confidence=0.1)).absence
    assert told
    assert [(each.parameter, each.length) for each in told.relaxed] == [("since", 3)]
    assert [(each.id, each.by_hops[0], each.whole) for each in told.reached] == [("p-01", 1, True), ("p-08", 1, True)]
    assert sum(each.articles for each in told.coverage) == len(list(world.nodes("Article")))
    short = paths(world, "p-01", "p-08", max_hops=2).absence
    assert short
    assert [(each.parameter, each.length) for each in short.relaxed] == [("max_hops", 3)]


def test_agreements_count_between_bodies_and_come_before_meetings(world: Store, paths: Ask) -> None:
    (hop,) = paths(world, "i-bistu", "d-110112").paths[0].hops
    assert (hop.type, [event.id for event in hop.events]) == ("signed_agreement", ["g-01"])


@pytest.mark.parametrize("organ", ["i-gov-110112", "i-party-110112"])
def test_a_district_its_government_and_its_party_are_one_at_either_end(governed: Store, paths: Ask, organ: str) -> None:
    assert _ids(paths(governed, organ, "i-0a").paths[0]) == ["d-110112", "i-0a"]
    assert _ids(paths(governed, "i-0a", organ).paths[0]) == ["i-0a", "d-110112"]
    assert paths(governed, organ, "p-01").paths[0].length == 1


def test_those_that_act_as_one_are_connected_by_what_connects_them(governed: Store, paths: Ask) -> None:
    answer = paths(governed, "i-gov-110112", "d-110112")
    assert answer.paths == ()
    assert answer.wider
    assert answer.wider.length == 1


def test_where_nothing_is_found_the_ties_that_would_help_are_told(world: Store, paths: Ask) -> None:
    answer = paths(world, "p-05", "p-03", TieFilter(edges=("holds",)))
    assert answer.wider == Wider(edges=("met", "signed_agreement", "holds"), length=4)
    everything = paths(world, "i-0b", "i-bistu", max_hops=1).wider
    assert everything
    assert (everything.edges[0], "part_of" in everything.edges, everything.length) == ("met", True, 1)


def test_what_would_help_keeps_to_the_bounds(world: Store, paths: Ask) -> None:
    holds = TieFilter(edges=("holds",))
    assert paths(world, "p-05", "p-03", holds, max_hops=3).wider is None
    assert paths(world, "p-05", "p-03", replace(holds, since="2030")).wider is None
    assert paths(world, "p-01", "p-02").wider is None


def test_filters_bound_the_ties_that_are_walked(world: Store, paths: Ask) -> None:
    assert not paths(world, "p-01", "p-08", TieFilter(since="2024")).paths
    assert not paths(world, "p-01", "p-04", TieFilter(grades=("co_listed",))).paths
    assert paths(world, "p-01", "p-02", TieFilter(max_event_size=3)).paths[0].hops[0].events[0].id == "m-01"
    assert _ids(paths(world, "i-0b", "d-110000", TieFilter(edges=("part_of", "met"))).paths[0]) == [
        "i-0b",
        "i-bistu",
        "d-110112",
        "d-110000",
    ]


@pytest.mark.parametrize("max_hops", [0, 11])
def test_a_length_without_meaning_is_refused(world: Store, paths: Ask, max_hops: int) -> None:
    with pytest.raises(InvalidQuestion):
        paths(world, "p-01", "p-02", max_hops=max_hops)


def meet(
    store: Store, pairs: Mapping[tuple[int, int], str], earliest: str | None = None, latest: str | None = None
) -> None:
    """Meetings of two persons each, of a grade."""
    names: dict[str, Value] = {"name": "n", "name_zh": None, "name_en": "n", "aliases": []}
    nodes = [Node("Person", {"id": f"p-{n}", **names}) for n in range(9)]
    edges = []
    for (a, b), grade in pairs.items():
        event, ends = f"m-{a}-{b}", [("Person", f"p-{a}"), ("Person", f"p-{b}")]
        days: dict[str, Value] = {"date": earliest, "earliest": earliest, "latest": latest}
        nodes.append(Node("Meeting", {"id": event, **days, "format": "in_person", "size": 2, "confidence": 1.0}))
        edges.append(Edge("MET", ends[0], ends[1], {"event": event, **days, "grade": grade, "confidence": 1.0}))
        sides = {"across": ["host", "visitor"], "same_side": ["host", "host"]}.get(grade, [None, None])
        edges += [
            Edge("ATTENDED", end, ("Meeting", event), {"side": side}) for end, side in zip(ends, sides, strict=True)
        ]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=edges))


def hub(store: Store, ties: int) -> None:
    """One who met so many others, each alone."""
    names: dict[str, Value] = {"name": "n", "name_zh": None, "name_en": "n", "aliases": []}
    others = [f"p-{number:04}" for number in range(ties)]
    nodes = [Node("Person", {"id": id, **names}) for id in ("p-hub", *others)]
    edges = []
    for id in others:
        event = f"m-{id[2:]}"
        nodes.append(Node("Meeting", {"id": event, "format": "in_person", "size": 2}))
        edges.append(Edge("MET", ("Person", id), ("Person", "p-hub"), {"event": event, "grade": "co_listed"}))
        edges += [Edge("ATTENDED", ("Person", each), ("Meeting", event)) for each in (id, "p-hub")]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=edges))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edges=st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] < e[1]), max_size=16))
def test_all_shortest_paths_are_those_that_networkx_finds(
    store: Store, paths: Ask, edges: set[tuple[int, int]]
) -> None:
    ids = [f"p-{n}" for n in range(9)]
    with store.write() as transaction:
        gone = [("Person", id) for id in ids] + [("Meeting", node.id) for node in store.nodes("Meeting")]
        transaction.apply(Change(drop_nodes=gone))
    meet(store, dict.fromkeys(edges, "across"))
    drawn = nx.Graph([(ids[a], ids[b]) for a, b in edges])
    drawn.add_nodes_from(ids)
    expected = sorted(nx.all_shortest_paths(drawn, ids[0], ids[8])) if nx.has_path(drawn, ids[0], ids[8]) else []
    expected = [path for path in expected if len(path) - 1 <= 6]
    answer = paths(store, ids[0], ids[8], mode="all")
    assert [_ids(path) for path in answer.paths] == expected[:25]
    assert answer.truncated == (len(expected) > 25)
    for path in answer.paths:
        assert [(hop.source, hop.target) for hop in path.hops] == list(pairwise(_ids(path)))


@pytest.mark.parametrize("course", [{}, {"k": 5}, {"mode": "strongest"}, {"in_time_order": True}])
@pytest.mark.parametrize("only", [None, TieFilter(until="2024-04", min_confidence=0.1), TieFilter(max_event_size=4)])
def test_hops_are_told_on_the_projection_as_by_reads(
    world: Store, only: TieFilter | None, course: dict[str, Any]
) -> None:
    projection, ids = build(world), [f"p-0{number}" for number in range(1, 9)] + ["i-bistu", "d-110112", "i-0b"]
    for source in ids:
        for target in ids:
            both = [
                asked(world, source, target, only, Course(**course), projection=each, wanted=telling(1))
                for each in (projection, None)
            ]
            assert both[0] == both[1]


@pytest.fixture
def often(store: Store) -> Store:
    """Two who met on the same day of eight years, once in the strongest grade, and the second and a third, in 2015."""
    years = {f"m-{year}": f"{year}-05-01" for year in range(2012, 2020)}
    nodes = [Node("Person", {"id": id, "name": id, "aliases": []}) for id in ("p-1", "p-2", "p-3")]
    nodes += [Node("Meeting", {"id": id, "earliest": day, "latest": day}) for id, day in years.items()]
    nodes.append(Node("Meeting", {"id": "m-late", "earliest": "2015-06-01", "latest": "2015-06-01"}))
    edges = [_attended(person, id, id) for id in years for person in ("p-1", "p-2")]
    edges += [_attended(person, "m-late", "m-late") for person in ("p-2", "p-3")]
    edges += [_met("p-1", "p-2", id, day, "across" if id == "m-2013" else "co_listed") for id, day in years.items()]
    edges.append(_met("p-2", "p-3", "m-late", "2015-06-01", "co_listed"))
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return store


def _attended(person: str, event: str, id: str) -> Edge:
    side = ("host" if person == "p-1" else "visitor") if id == "m-2013" else None
    return Edge("ATTENDED", ("Person", person), ("Meeting", event), {"side": side})


def _met(one: str, other: str, event: str, day: str, grade: str) -> Edge:
    told: dict[str, Value] = {"event": event, "earliest": day, "latest": day, "grade": grade}
    return Edge("MET", ("Person", one), ("Person", other), told)


@pytest.mark.parametrize(
    ("course", "events"),
    [
        ({}, ["m-2018", "m-2019"]),
        ({"mode": "strongest"}, ["m-2013", "m-2018", "m-2019"]),
        ({"in_time_order": True}, ["m-2012", "m-2018", "m-2019"]),
        ({"in_time_order": True, "certainly": True}, ["m-2012", "m-2018", "m-2019"]),
        ({"through": "m-2014"}, ["m-2014", "m-2018", "m-2019"]),
    ],
)
def test_of_a_hop_the_newest_events_are_told_and_those_that_make_the_path(
    often: Store, paths: Ask, course: dict[str, Any], events: list[str]
) -> None:
    (found,) = paths(often, "p-1", "p-3", wanted=telling(2), **course).paths
    hop = found.hops[0]
    if course.get("mode") == "strongest":
        assert found.weights[0].event in {event.id for event in hop.events}
    assert [event.id for event in hop.events] == events
    assert (hop.count, hop.first, hop.last) == (8, "2012-05-01", "2019-05-01")
