"""One entity with its posts, its places and its counts."""

from graph.questions.answers import EntityDetail
from graph.store import Store


def entity(store: Store, id: str) -> EntityDetail:
    """Raises NotFound."""
    raise NotImplementedError
