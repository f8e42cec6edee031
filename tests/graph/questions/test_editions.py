from graph.questions.editions import edition_of, is_pinned, pinned
from graph.questions.steady import steady
from graph.store import Change, Node, Store


def write(store: Store, id: str) -> None:
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": id})]))


def test_a_question_is_asked_of_one_edition_and_the_next_of_the_next(store: Store) -> None:
    with pinned():
        before = edition_of(store)
        write(store, "m-01")
        assert edition_of(store) == before
    assert edition_of(store) == before + 1
    assert not is_pinned()


def test_a_question_that_is_asked_again_is_asked_of_the_edition_of_then(store: Store) -> None:
    seen: list[int] = []

    @steady
    def part(asked: Store) -> int:
        seen.append(edition_of(asked))
        if len(seen) == 1:
            write(asked, "m-02")
            raise LookupError
        return seen[-1]

    @steady
    def whole(asked: Store) -> int:
        return part(asked)

    assert whole(store) == seen[0] + 1
