"""What is removed between two reads of one answer is no fault of the service: the question is asked again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.article import Article
from graph.facts import Facts
from graph.identity.ledger import take_in, take_out
from graph.settings import Settings
from graph.store import Row, Store, Value
from graph.stores import open_store
from loaders.extraction import extract

VISIT = "2024年4月19日，北京信息科技大学校长郭福会见通州区区长林月一行。双方签署战略合作协议。"
OTHER = "2024年5月6日，北京信息科技大学校长郭福会见河北工业大学校长韩旭一行。双方签署合作协议。"
QUESTIONS = (
    "/v1/entities/北京信息科技大学",
    "/v1/entities/郭福/met",
    "/v1/entities/郭福/neighbourhood?depth=2",
    "/v1/entities/郭福/timeline",
    "/v1/entities/郭福/why",
    "/v1/paths?from=林月&to=韩旭",
    "/v1/meetings",
    "/v1/articles/{article}",
    "/v1/meetings/{meeting}",
    '/v1/reconcile?extend={"ids":["{person}"],"properties":[{"id":"institution"},{"id":"title"}]}',
)


class Between:
    """The store, in which an article is removed before one of the reads."""

    def __init__(self, store: Store, article: str) -> None:
        self._store, self._article = store, article
        self.left = -1

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, query: str, /, **parameters: Value) -> list[Row]:
        if self.left == 0:
            take_out(self._store, self._article)
        self.left -= 1
        return self._store.read(query, **parameters)


def read(file: str, text: str) -> tuple[Article, Facts]:
    article = Article(file=file, text=text, url=f"https://news.example.org/{file}", published="2024-05-10")
    return article, extract(article)


@pytest.fixture
def items() -> list[tuple[Article, Facts]]:
    return [read("visit", VISIT), read("other", OTHER)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """One store is enough: what is asked again is above both."""
    with open_store(tmp_path / "graph.lbug") as opened:
        yield opened


@pytest.fixture
def between(store: Store, items: list[tuple[Article, Facts]]) -> Between:
    take_in(store, items)
    return Between(store, items[0][0].id)


@pytest.mark.slow
def test_no_removal_between_two_reads_is_a_fault(
    between: Between, store: Store, items: list[tuple[Article, Facts]]
) -> None:
    app = create_app(Settings(store="between"), cast(Store, between))
    with TestClient(app, follow_redirects=True, raise_server_exceptions=False) as client:
        ids = {
            "article": between._article,
            "meeting": client.get("/v1/entities/林月/met").json()["items"][0]["events"][0]["id"],
            "person": client.get("/v1/entities/林月").json()["id"],
        }
        faults, removed = [], 0
        for question in QUESTIONS:
            for name, id in ids.items():
                question = question.replace(f"{{{name}}}", id)
            for reads in range(60):
                between.left = reads
                answer = client.get(question)
                happened, between.left = between.left < 0, -1
                if answer.status_code >= 500:
                    faults.append((question, reads, answer.status_code))
                if not happened:
                    break
                removed += 1
                take_in(store, items)
    assert faults == []
    assert removed > 4 * len(QUESTIONS)
