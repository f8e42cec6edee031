"""Who met whom."""

from graph.questions.answers import Encounter
from graph.questions.pages import Page
from graph.questions.ties import TieFilter
from graph.store import Store


def met(
    store: Store, id: str, only: TieFilter | None = None, *, limit: int = 25, cursor: str | None = None
) -> Page[Encounter]:
    """By count, then last day, then name."""
    raise NotImplementedError
