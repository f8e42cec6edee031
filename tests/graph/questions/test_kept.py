import pytest

from graph.questions import kept as keeping
from graph.questions.kept import already, kept, kept_of_each
from graph.store import Change, Node, Store


def test_an_answer_is_made_once_until_the_store_changes(store: Store) -> None:
    made: list[int] = []

    def answer() -> int:
        made.append(len(made))
        return made[-1]

    assert [kept(store, "how many", answer) for _ in range(3)] == [0, 0, 0]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-01"})]))
    assert kept(store, "how many", answer) == 1


def test_an_error_is_not_kept_and_no_more_answers_than_a_bound(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 10 * keeping.LEAST)

    with pytest.raises(ZeroDivisionError):
        kept(store, "ratio", lambda: 1 / 0)
    assert kept(store, "ratio", lambda: 0.5) == 0.5
    assert kept(store, "of all", lambda: 1, lasting=True) == 1
    for number in range(10):
        kept(store, number, lambda: 0)
    assert kept(store, "ratio", lambda: 2.0) == 2.0
    assert kept(store, 9, lambda: 1) == 0
    kept(store, "long", lambda: range(10 * keeping.LEAST // keeping.OF_EACH))  # as much as all of it
    assert (kept(store, 9, lambda: 1), kept(store, "of all", lambda: 2, lasting=True)) == (1, 1)


def test_of_ids_only_those_are_read_of_which_nothing_is_kept(store: Store) -> None:
    read: list[list[str]] = []

    def lengths(ids: list[str]) -> dict[str, int]:
        read.append(ids)
        return {id: len(id) for id in ids if id != "none"}

    assert kept_of_each(store, "lengths", ["b", "aa"], lengths) == {"b": 1, "aa": 2}
    assert kept_of_each(store, "lengths", ["none", "b"], lengths) == {"b": 1}
    assert kept_of_each(store, "lengths", ["none", "aa"], lengths) == {"aa": 2}
    assert read == [["aa", "b"], ["none"]]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-01"})]))
    kept_of_each(store, "lengths", ["b"], lengths)
    assert read[2:] == [["b"]]


def test_of_no_more_ids_than_a_bound_something_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_OF_EACH", 2)
    read: list[str] = []

    def noted(ids: list[str]) -> dict[str, str]:
        read.extend(ids)
        return {id: id for id in ids}

    for id in ("a", "b", "a", "c", "a", "b"):
        kept_of_each(store, "noted", [id], noted)
    assert read == ["a", "b", "c", "b"]


def test_what_is_not_made_yet_is_not_made_to_look_at_it(store: Store) -> None:
    assert already(store, "names") is None
    kept(store, "names", lambda: ["a"])
    assert already(store, "names") == ["a"]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-01"})]))
    assert already(store, "names") is None
