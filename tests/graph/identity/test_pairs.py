from graph.facts import PersonFact
from graph.identity.pairs import WINDOW, pairs
from graph.identity.records import PersonContext, PersonKeys, Record


def _record(n: int, *blocks: str, article: str | None = None) -> Record:
    context = PersonContext(PersonKeys())
    return Record(f"r-{n:05}", "person", article or f"a-{n}", "zh", None, PersonFact(f"{n}"), context, blocks)


def test_only_records_that_share_a_block_are_compared() -> None:
    found = {
        (a.id, b.id) for a, b in pairs([_record(1, "x"), _record(2, "x", "y"), _record(3, "z"), _record(4, "y")], id)
    }
    assert found == {("r-00001", "r-00002"), ("r-00002", "r-00004")}


def test_records_of_one_article_are_not_compared() -> None:
    assert not list(pairs([_record(1, "x", article="a"), _record(2, "x", article="a")], id))


def test_the_pairs_of_a_large_block_grow_with_its_size_and_not_with_its_square() -> None:
    def count(size: int) -> int:
        return sum(1 for _ in pairs([_record(n, "x") for n in range(size)], lambda _: "one name"))

    assert count(WINDOW) == WINDOW * (WINDOW - 1) // 2
    assert count(4000) < 2.2 * count(2000)
