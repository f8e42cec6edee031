"""Totals."""

from graph.questions.answers import Stats
from graph.store import Store


def stats(store: Store) -> Stats:
    """Totals of the whole graph."""
    raise NotImplementedError
