import pytest

from graph.errors import InvalidQuestion, NotFound
from graph.questions import TieFilter, neighbourhood
from graph.store import Store


def test_the_neighbours_come_with_the_ties_among_them(world: Store) -> None:
    answer = neighbourhood(world, "p-02")
    assert {node.id for node in answer.nodes} == {"p-01", "p-03", "p-04", "i-bistu"}
    assert ("p-01", "p-03", "met") in {(tie.source, tie.target, tie.type) for tie in answer.edges}
    assert not answer.truncated


def test_one_tie_holds_all_meetings_of_two(world: Store) -> None:
    ties = neighbourhood(world, "p-01", TieFilter(edges=("met",))).edges
    assert [[e.id for e in tie.events] for tie in ties if tie.target == "p-02"] == [["m-03", "m-01"]]


def test_depth_goes_further_and_no_further(world: Store) -> None:
    only = TieFilter(edges=("met",))
    reach = [{node.id for node in neighbourhood(world, "p-01", only, depth=depth).nodes} for depth in (1, 2, 3)]
    assert reach == [{"p-02", "p-03"}, {"p-02", "p-03", "p-04"}, {"p-02", "p-03", "p-04", "p-08"}]


def test_a_limit_keeps_the_strongest_tied_and_says_so(world: Store) -> None:
    answer = neighbourhood(world, "p-02", limit=1)
    assert ([node.id for node in answer.nodes], answer.truncated) == (["p-01"], True)
    assert {end for tie in answer.edges for end in (tie.source, tie.target)} == {"p-01", "p-02"}


def test_somebody_without_ties_has_an_empty_neighbourhood(world: Store) -> None:
    answer = neighbourhood(world, "p-06")
    assert (answer.centre.id, answer.nodes, answer.edges) == ("p-06", (), ())


@pytest.mark.parametrize(("depth", "limit"), [(0, 1), (4, 1), (1, 0), (1, 2001)])
def test_bounds_without_meaning_are_refused(world: Store, depth: int, limit: int) -> None:
    with pytest.raises(InvalidQuestion):
        neighbourhood(world, "p-01", depth=depth, limit=limit)


def test_an_unknown_id_is_not_found(world: Store) -> None:
    with pytest.raises(NotFound):
        neighbourhood(world, "p-ff")
