"""How two entities are connected."""

from typing import Literal

from graph.questions.answers import Paths
from graph.questions.ties import TieFilter
from graph.store import Store


def paths(
    store: Store,
    source: str,
    target: str,
    only: TieFilter | None = None,
    *,
    mode: Literal["shortest", "all"] = "shortest",
    max_hops: int = 6,
) -> Paths:
    """The best shortest path, or all shortest paths."""
    raise NotImplementedError
