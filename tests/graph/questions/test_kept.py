import pytest

from graph.questions.kept import MOST, kept
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


def test_an_error_is_not_kept_and_no_more_answers_than_a_bound(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        kept(store, "ratio", lambda: 1 / 0)
    assert kept(store, "ratio", lambda: 0.5) == 0.5
    for number in range(MOST):
        kept(store, number, lambda: 0)
    assert kept(store, "ratio", lambda: 2.0) == 2.0
