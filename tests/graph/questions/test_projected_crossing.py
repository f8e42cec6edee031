"""A path over an event of many, on a projection; that it is the best one ``test_pathfinders`` tells."""

import pytest

from graph.projection.build import build
from graph.questions.pathfinding import Ends, GaveUp
from graph.questions.projected import ProjectionFinder
from graph.questions.through import best_path_over
from graph.questions.ties import ANY, TieFilter
from graph.store import Change, Edge, Node, Store

MANY = 3000


@pytest.fixture
def ceremony(store: Store) -> Store:
    """So many at one meeting, every third on no side; one of them met somebody else, who was not there."""
    persons = [f"p-{number:05}" for number in range(MANY)]
    there = [
        Edge("ATTENDED", ("Person", id), ("Meeting", "m-all"), {"side": ("host", "visitor", None)[number % 3]})
        for number, id in enumerate(persons)
    ]
    nodes = [Node("Person", {"id": id, "name": id}) for id in (*persons, "p-away")]
    nodes += [Node("Meeting", {"id": id, "size": size}) for id, size in (("m-all", MANY), ("m-two", 2))]
    two = [Edge("ATTENDED", ("Person", id), ("Meeting", "m-two"), {}) for id in ("p-00007", "p-away")]
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=[*there, *two]))
    return store


def ends(source: str, target: str) -> Ends:
    return Ends(source=source, target=target, sources=[source], targets=[target])


def test_a_path_crosses_an_event_of_thousands(ceremony: Store) -> None:
    finder = ProjectionFinder(build(ceremony), ANY, ("met",))
    assert best_path_over(finder, ends("p-00000", "p-00001"), "m-all", max_hops=6) == (("p-00000", "p-00001"), 0)
    found = best_path_over(finder, ends("p-00000", "p-away"), "m-all", max_hops=6)
    assert found == (("p-00000", "p-00007", "p-away"), 3)


def test_who_is_on_no_side_is_tied_to_all_by_a_weak_tie(ceremony: Store) -> None:
    tied = ProjectionFinder(build(ceremony), ANY, ("met",)).crossing("m-all")
    assert [len(group) for group in tied.alike()] == [MANY]
    assert set(tied.beyond("p-00002").values()) == {3}
    across = ProjectionFinder(build(ceremony), TieFilter(grades=("across",)), ("met",)).crossing("m-all")
    assert [group[0] for group in across.alike()] == ["p-00000", "p-00001"]
    assert "p-00003" not in across.beyond("p-00000")


def test_an_event_that_is_avoided_or_unknown_ties_nobody(ceremony: Store) -> None:
    projection = build(ceremony)
    assert not ProjectionFinder(projection, TieFilter(avoid=("m-all",)), ("met",)).crossing("m-all").alike()
    assert not ProjectionFinder(projection, ANY, ("met",)).crossing("m-none").alike()


def test_the_strength_of_a_tie_is_that_of_events_that_are_not_avoided(ceremony: Store) -> None:
    edges = [Edge("ATTENDED", ("Person", id), ("Meeting", "m-two"), {"side": "host"}) for id in ("p-00000", "p-00001")]
    with ceremony.write() as writer:
        writer.apply(Change(put_edges=edges))
    projection = build(ceremony)
    assert ProjectionFinder(projection, ANY, ("met",)).strength("p-00000", "p-00001") == 0
    assert ProjectionFinder(projection, TieFilter(avoid=("m-all",)), ("met",)).strength("p-00000", "p-00001") == 2


def test_it_stops_at_its_limit_of_time(ceremony: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.questions.projected.LIMIT_SECONDS", -1.0)
    finder = ProjectionFinder(build(ceremony), ANY, ("met",))
    with pytest.raises(GaveUp):
        best_path_over(finder, ends("p-00000", "p-away"), "m-all", max_hops=6)
