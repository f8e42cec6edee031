from concurrent.futures import ThreadPoolExecutor
from random import Random

from graph.projection.build import build, size
from graph.projection.cache import current, keep, wait
from graph.settings import Settings
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store
from tests.graph.projection.stored import event, everything, ids, ties_of_projection, ties_of_store

ENOUGH = 1 << 30


def _filled(store: Store, seed: int = 5) -> None:
    nodes, edges = everything(Random(seed), 10)
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))


def _add_person(store: Store, id: str) -> None:
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": id, "name": id})]))


def _tells_the_same(store: Store) -> bool:
    projection = current(store)
    assert projection is not None
    told = ties_of_store(store, ids(store))
    return told == {id: ties_of_projection(projection, id) for id in told}


def test_a_store_that_none_is_kept_for_has_no_projection(store: Store) -> None:
    _filled(store)
    assert current(store) is None
    keep(store, 0)
    assert current(store) is None


def test_a_kept_projection_follows_each_transaction(store: Store) -> None:
    _filled(store)
    keep(store, ENOUGH)
    wait(store)
    assert _tells_the_same(store)
    rows = list(event(Random(1), "m-new"))
    nodes, edges = [r for r in rows if isinstance(r, Node)], [r for r in rows if isinstance(r, Edge)]
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    assert _tells_the_same(store)


def test_what_changed_much_is_built_anew_beside_the_questions(store: Store) -> None:
    _filled(store)
    keep(store, ENOUGH)
    wait(store)
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": f"p-n{n}", "name": "n"}) for n in range(1001)]))
    assert current(store) is None
    wait(store)
    assert _tells_the_same(store)


def test_a_projection_larger_than_its_memory_is_not_kept(store: Store) -> None:
    _filled(store)
    keep(store, sum(size(store)) - 1)
    wait(store)
    assert current(store) is None


def test_the_size_told_before_is_no_less_than_what_is_taken(store: Store) -> None:
    _filled(store)
    assert build(store).nbytes <= size(store).columns <= 2 * build(store).nbytes


def test_no_answer_is_older_than_the_edition_read_before(store: Store) -> None:
    _filled(store)
    keep(store, ENOUGH)
    wait(store)

    def ask(_: int) -> int:
        before = store.edition()
        projection = current(store)
        return before - projection.edition if projection else 0

    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(ask, range(60))
        for number in range(20):
            _add_person(store, f"p-more{number}")
        assert max(asked) <= 0
    assert _tells_the_same(store)


def test_every_worker_follows_what_another_one_wrote(store_settings: Settings) -> None:
    with open_store(store_settings) as writing, open_store(store_settings) as reading:
        _filled(writing)
        for store in (writing, reading):
            keep(store, ENOUGH)
            wait(store)
        _add_person(writing, "p-late")
        found = [current(store) for store in (writing, reading)]
        assert all(one and one.entities.number("p-late") is not None for one in found)


def test_a_store_in_which_nobody_is_tied_has_a_projection_too(store: Store) -> None:
    _add_person(store, "p-1")
    keep(store, ENOUGH)
    wait(store)
    assert _tells_the_same(store)


def test_a_store_that_went_back_is_read_anew(store: Store) -> None:
    _filled(store)
    _add_person(store, "p-x")
    keep(store, ENOUGH)
    wait(store)
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Edition", {"id": "graph", "number": 0})]))
    assert current(store) is None
    wait(store)
    assert _tells_the_same(store)


def test_a_store_that_is_closed_while_it_is_read_ends_the_building(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        _filled(store)
        keep(store, ENOUGH)
    wait(store)


def test_an_entity_is_found_by_its_id_and_only_by_that(store: Store) -> None:
    _filled(store)
    entities = build(store).entities
    assert [entities.id(n) for id in ids(store) if (n := entities.number(id)) is not None] == ids(store)
    assert [entities.number(id) for id in ("p-", "p-0", "p-001", "z-" * 40, "")] == [None] * 5
