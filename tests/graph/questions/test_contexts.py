import pytest

from graph.questions import search
from graph.questions.answers import Context
from graph.questions.contexts import candidates, contexts
from graph.store import Change, Edge, Node, Store, Value


@pytest.mark.parametrize(
    ("id", "title", "around"),
    [
        ("p-01", "区长", "d-110112"),
        ("i-0a", None, "d-110112"),
        ("i-0b", None, "i-bistu"),
        ("d-110112", None, "d-110000"),
    ],
)
def test_a_post_a_parent_or_a_place_is_the_context(world: Store, id: str, title: str | None, around: str) -> None:
    found = contexts(world, [id])[id]
    assert (found.title, found.id) == (title, around)


def test_a_person_is_attested_from_the_first_to_the_last_known_day(world: Store) -> None:
    found = contexts(world, ["p-02", "p-04"])
    assert (found["p-02"].earliest, found["p-02"].latest) == ("2024-04-19", "2024-05-31")
    assert (found["p-04"].title, found["p-04"].earliest) == (None, "2023-06-01")


def test_of_several_posts_the_latest_is_told(world: Store) -> None:
    later = Edge("HOLDS", ("Person", "p-01"), ("Institution", "i-bit"), {"title": "dean", "earliest": "2025-01-01"})
    with world.write() as transaction:
        transaction.apply(Change(put_edges=[later]))
    assert contexts(world, ["p-01"])["p-01"].title == "dean"


def test_of_whom_nothing_is_known_there_is_no_context(world: Store) -> None:
    assert [(each.id, each.context) for each in candidates(world, ["p-06", "p-05"])] == [("p-05", None), ("p-06", None)]


def test_of_whom_nothing_else_is_known_the_latest_article_is_told(world: Store) -> None:
    place: dict[str, Value] = {"record": "r-0", "start": 0}
    with world.write() as transaction:
        told = [
            Node("Article", {"id": f"a-9{day}", "title": f"Day {day}", "published": f"2024-01-0{day}"})
            for day in (1, 2)
        ]
        ties = [Edge("MENTIONED_IN", ("Person", "p-06"), ("Article", article.id), place) for article in told]
        transaction.apply(Change(put_nodes=told, put_edges=ties))
    assert contexts(world, ["p-06"])["p-06"] == Context(article="Day 2")


def test_every_hit_of_a_page_has_its_context(world: Store) -> None:
    (hit,) = search(world, "Lin Yue", limit=1).items
    assert hit.context == contexts(world, [hit.id])[hit.id]
