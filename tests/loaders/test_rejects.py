"""What the articles of a store say when they are extracted again."""

from graph.article import Article
from graph.facts import Facts
from graph.identity.ledger import take_in
from graph.store import Store
from loaders.extraction import extract
from loaders.rejects import PORTION, Rejected, read_again, rejects

PLANNED = "来访预告\n\n朝阳区区长吴小杰等一行将于下月到访北京信息科技大学并座谈。"
NOTHING = "天气\n\n今天风和日丽。"
HELD = "来访\n\n4月19日,北京信息科技大学校长郭福会见了来访的朝阳区区长吴小杰一行。"


def _take(store: Store, *texts: str, empty: bool = False) -> list[Article]:
    articles = [Article(f"{n}.txt", text, origin=f"/{n}.txt") for n, text in enumerate(texts)]
    take_in(store, [(a, Facts(a.file, "zh") if empty else extract(a)) for a in articles])
    return articles


def test_an_article_is_extracted_again_as_it_was(store: Store) -> None:
    [article] = _take(store, HELD)
    [(id, facts)] = read_again(store)
    assert id == article.id
    assert facts.meetings == extract(article).meetings


def test_more_articles_than_one_query_reads_come_each_once(store: Store) -> None:
    articles = _take(store, *(f"{n}" for n in range(PORTION + 1)), empty=True)
    assert [id for id, _ in read_again(store)] == sorted(article.id for article in articles)


def test_rejects_are_counted_by_kind_and_reason(store: Store) -> None:
    _take(store, PLANNED)
    assert Rejected("meeting", "planned", 1) in rejects(read_again(store)).counts


def test_the_cause_tells_whether_the_extractor_saw_an_event(store: Store) -> None:
    planned, nothing, held = _take(store, PLANNED, NOTHING, HELD, empty=True)
    found = rejects(read_again(store), {planned.id, nothing.id, held.id})
    assert found.causes == {planned.id: "rejected", nothing.id: "no_candidate", held.id: "extracted"}


def test_only_articles_that_were_asked_about_have_a_cause(store: Store) -> None:
    _take(store, PLANNED)
    assert rejects(read_again(store)).causes == {}
