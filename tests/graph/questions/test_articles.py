import pytest

from graph.errors import NotFound
from graph.questions import article, articles
from graph.store import Store


def test_articles_come_latest_first_and_undated_last(world: Store) -> None:
    assert [a.id for a in articles(world).items] == ["a-02", "a-01", "a-03"]


def test_filters_narrow_the_list(world: Store) -> None:
    assert [a.id for a in articles(world, lang="zh").items] == ["a-02"]
    assert [a.id for a in articles(world, entity="p-04").items] == ["a-03"]
    assert [a.id for a in articles(world, since="2024-04-21").items] == ["a-02"]
    assert [a.id for a in articles(world, until="2024-04-20").items] == ["a-01"]


def test_an_article_has_its_facts_in_reading_order_and_each_quote_is_its_span(world: Store) -> None:
    found = article(world, "a-02")
    assert [(span.kind, span.id) for span in found.spans] == [
        ("meeting", "m-01"),
        ("person", "p-01"),
        ("person", "p-02"),
        ("agreement", "g-01"),
    ]
    assert all(found.text[span.start : span.end] == span.quote for span in found.spans)


def test_what_an_article_mentions_bears_its_names_in_both_languages(world: Store) -> None:
    named = {span.id: (span.name_zh, span.name_en) for span in article(world, "a-02").spans}
    assert named["p-01"] == ("林月", "Lin Yue")
    assert named["m-01"] == (None, None)


@pytest.mark.parametrize("id", ["a-ff", "", "p-01"])
def test_an_unknown_article_is_not_found(world: Store, id: str) -> None:
    with pytest.raises(NotFound):
        article(world, id)
