"""From a name or id to the one entity that it stands for."""

from graph.questions.answers import Entity, Kind
from graph.store import Store


def find(store: Store, name: str, kind: Kind | None = None) -> Entity:
    """A merged id finds its successor. Raises NotFound (with ``near`` names), Gone, Ambiguous (with ids)."""
    raise NotImplementedError
