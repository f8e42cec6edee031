"""Entities by name, alias, pinyin, acronym or misspelling."""

from graph.questions.answers import Hit, Kind
from graph.questions.pages import Page
from graph.store import Store


def search(
    store: Store, text: str, *, kind: Kind | None = None, limit: int = 25, cursor: str | None = None
) -> Page[Hit]:
    """The best first."""
    raise NotImplementedError
