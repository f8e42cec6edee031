"""The articles that the graph stands on."""

from typing import Literal

from graph.questions.answers import ArticleDetail, Source
from graph.questions.pages import Page
from graph.store import Store


def articles(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    lang: Literal["zh", "en"] | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Source]:
    """The latest first; ``entity`` keeps those that mention it."""
    raise NotImplementedError


def article(store: Store, id: str) -> ArticleDetail:
    """One article with its facts and their spans. Raises NotFound."""
    raise NotImplementedError
