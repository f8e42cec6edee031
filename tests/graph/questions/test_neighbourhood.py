import pytest

from graph.errors import InvalidQuestion, NotFound
from graph.projection.cache import current, keep, wait
from graph.questions import TieFilter, common, neighbourhood
from graph.questions.path_answers import Neighbourhood
from graph.questions.telling import ALL, Telling
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


def test_how_many_were_cut_at_each_distance_is_told(world: Store) -> None:
    only = TieFilter(edges=("met",))
    assert neighbourhood(world, "p-01", only, depth=3, limit=1).cut == (1, 2, 0)


def test_a_projection_gives_the_same_neighbourhood(world: Store) -> None:
    asked = [
        (id, only, depth, limit, wanted)
        for id in ("p-01", "p-06", "i-bistu", "d-110112")
        for only in (
            None,
            TieFilter(edges=("met",), since="2024"),
            TieFilter(edges=("holds", "part_of", "signed_agreement")),
            TieFilter(avoid=("p-02", "m-01"), min_confidence=0.5),
            TieFilter(grades=("across", "co_listed"), max_event_size=3, until="2024-06"),
        )
        for depth in (1, 2, 3)
        for limit, wanted in ((1, ALL), (2, Telling(1)), (300, ALL), (300, Telling(2, in_all=4)))
    ]

    def told() -> list[Neighbourhood]:
        return [
            neighbourhood(world, id, only, depth=depth, limit=limit, wanted=wanted)
            for id, only, depth, limit, wanted in asked
        ]

    by_reads = told()
    keep(world, 1 << 30)
    wait(world)
    assert current(world)
    assert told() == by_reads


def test_what_several_have_in_common_is_what_all_are_tied_to(world: Store) -> None:
    answer = common(world, ["p-01", "p-03"])
    assert (answer.centre.id, [node.id for node in answer.nodes]) == ("p-01", ["p-03", "p-02"])
    assert {frozenset((tie.source, tie.target)) for tie in answer.edges} == {
        frozenset(("p-01", "p-02")),
        frozenset(("p-02", "p-03")),
    }
    assert [node.id for node in common(world, ["p-01", "p-08"]).nodes] == ["p-08"]


@pytest.mark.parametrize("ids", [["p-01"], ["p-01", "p-01"], [f"p-{n:02}" for n in range(11)]])
def test_one_has_nothing_in_common(world: Store, ids: list[str]) -> None:
    with pytest.raises(InvalidQuestion):
        common(world, ids)


def test_the_centre_cannot_be_avoided(world: Store) -> None:
    with pytest.raises(InvalidQuestion, match="p-02"):
        neighbourhood(world, "p-02", TieFilter(avoid=("p-02",)))


@pytest.mark.parametrize("in_memory", [False, True])
def test_the_newest_events_of_each_tie_are_told_and_all_are_counted(world: Store, in_memory: bool) -> None:
    if in_memory:
        keep(world, 1 << 30)
        wait(world)
    only = TieFilter(edges=("met",))
    answer = neighbourhood(world, "p-01", only, wanted=Telling(1))
    tie = next(tie for tie in answer.edges if tie.target == "p-02")
    whole = next(tie for tie in neighbourhood(world, "p-01", only).edges if tie.target == "p-02")
    assert (tie.count, tie.first, tie.last) == (len(whole.events), whole.first, whole.last)
    assert [event.id for event in tie.events] == [whole.events[-1].id]
    assert all(not tie.events and tie.count for tie in neighbourhood(world, "p-01", only, wanted=Telling(0)).edges)


@pytest.mark.parametrize("in_memory", [False, True])
def test_where_the_whole_is_bounded_the_own_ties_of_the_centre_come_first(world: Store, in_memory: bool) -> None:
    if in_memory:
        keep(world, 1 << 30)
        wait(world)
    edges = neighbourhood(world, "p-02", wanted=Telling(5, in_all=1)).edges
    told = [tie for tie in edges if tie.events]
    assert [len(tie.events) for tie in told] == [1]
    assert "p-02" in (told[0].source, told[0].target)
