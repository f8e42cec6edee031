"""An entity's events and posts by date."""

from graph.questions.answers import Moment
from graph.questions.pages import Page
from graph.store import Store


def timeline(
    store: Store,
    id: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Moment]:
    """The earliest first; undated ones last."""
    raise NotImplementedError
