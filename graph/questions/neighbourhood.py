"""What lies around an entity."""

from graph.questions.answers import Neighbourhood
from graph.questions.ties import TieFilter
from graph.store import Store


def neighbourhood(
    store: Store, id: str, only: TieFilter | None = None, *, depth: int = 1, limit: int = 300
) -> Neighbourhood:
    """``depth`` 1 to 3 hops, at most ``limit`` nodes."""
    raise NotImplementedError
