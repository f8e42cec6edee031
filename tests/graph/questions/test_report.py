import pytest

from graph.article import Article
from graph.errors import InvalidQuestion
from graph.facts import DistrictFact, Evidence, Facts, InstitutionFact, PersonFact, Post
from graph.identity.ledger import take_in
from graph.questions import report
from graph.questions.report import FactCount, Listed
from graph.store import Store


def test_facts_are_counted_by_kind_and_by_confidence_the_surest_first(world: Store) -> None:
    found = report(world)
    assert found.articles == 3
    assert found.facts == (
        FactCount("agreement", 0.9, 1),
        FactCount("agreement", 0.5, 2),
        FactCount("meeting", 0.9, 2),
        FactCount("meeting", 0.7, 2),
        FactCount("meeting", 0.5, 1),
        FactCount("met", 0.9, 5),
        FactCount("met", 0.7, 3),
        FactCount("met", 0.5, 1),
        FactCount("post", 0.9, 2),
        FactCount("post", 0.5, 1),
        FactCount("signed_agreement", 0.9, 1),
        FactCount("signed_agreement", 0.5, 1),
    )


def test_an_empty_store_has_nothing_to_report(store: Store) -> None:
    found = report(store)
    assert (found.articles, found.facts) == (0, ())
    assert {found.eventless, found.candidates, found.districts, found.institutions} == {Listed(0, ())}


def _named(number: int, *institutions: str, person: str | None = None, district: str | None = None) -> Facts:
    bodies = tuple(
        InstitutionFact(name, mentions=tuple(Evidence(n, n + 1, name) for n in range(number + 1)))
        for name in institutions
    )
    persons = (PersonFact(person, (), (Post("教师", institutions[0]),)),) if person else ()
    return Facts(
        "", "zh", persons=persons, institutions=bodies, districts=(DistrictFact(district),) if district else ()
    )


@pytest.fixture
def told(store: Store) -> Store:
    """Three articles: two persons of one name, and bodies that no table has."""
    said = (
        _named(0, "星河测绘公司", "北京信息科技大学", person="何小兰", district="青石镇区"),
        _named(1, "云岭材料研究会", "河北工业大学", person="何小兰"),
        _named(2, "云岭材料研究会", district="海淀区"),
    )
    take_in(store, [(Article(f"{n}.txt", f"{n}", origin=f"/{n}.txt"), facts) for n, facts in enumerate(said)])
    return store


def test_articles_without_events_are_listed(told: Store) -> None:
    found = report(told, limit=2).eventless
    assert found.total == 3
    assert [article.id for article in found.items] == sorted(article.id for article in report(told).eventless.items)[:2]


def test_an_article_with_an_event_is_not_among_them(world: Store) -> None:
    assert report(world).eventless == Listed(0, ())


def test_bodies_of_no_table_come_the_most_mentioned_first(told: Store) -> None:
    found = report(told)
    assert [(i.name, i.articles, i.mentions) for i in found.institutions.items] == [
        ("云岭材料研究会", 2, 5),
        ("星河测绘公司", 1, 1),
    ]
    assert [d.name for d in found.districts.items] == ["青石镇区"]
    assert (found.institutions.total, found.districts.total) == (2, 1)


def test_two_persons_of_one_name_are_a_candidate_pair(told: Store) -> None:
    found = report(told).candidates
    [pair] = found.items
    assert (found.total, pair.a.name, pair.b.name) == (1, "何小兰", "何小兰")
    assert pair.reasons == ("both are 何小兰", "nothing but the name says so")


def test_a_limit_without_meaning_is_refused(store: Store) -> None:
    with pytest.raises(InvalidQuestion):
        report(store, limit=0)
