"""What a transaction touched: kept for a while, so that copies of the graph follow without reading all of it."""

from collections.abc import Iterator
from typing import Final

from graph.store import Change

MOST: Final = 1000
"""Ids of one transaction; more, and reading the whole graph anew is as fast."""
KEPT: Final = 256
"""Transactions that are remembered."""

_OF_TARGET: Final = frozenset({"ATTENDED", "TOOK_PART", "PARTY_TO"})
_OF_SOURCE: Final = frozenset({"HOLDS", "PART_OF", "LOCATED_IN", "GOVERNS"})
_LABELS: Final = frozenset({"Person", "Institution", "District", "Meeting", "Agreement"})


def transaction_id(number: int) -> str:
    """The id of the Edition node that tells of the transaction of that number."""
    return f"graph/{number}"


def touched(change: Change) -> Iterator[str]:
    """The ids of the entities and events whose node, participants, posts or places ``change`` may change.

    Ties of events are not looked at: they follow from who took part. A post belongs to its person, a place to what
    lies in it.
    """
    for edge in (*change.drop_edges, *change.put_edges):
        if edge.type in _OF_TARGET:
            yield edge.target[1]
        elif edge.type in _OF_SOURCE:
            yield edge.source[1]
    yield from (id for label, id in change.drop_nodes if label in _LABELS)
    yield from (node.id for node in change.put_nodes if node.label in _LABELS)
