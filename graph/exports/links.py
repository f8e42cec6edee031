"""What the formats of linked data call an edge, its two ends, and how a link is named by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from graph.article import digest
from graph.exports.contents import PARTS, SOURCES, Contents
from graph.exports.text import slices
from graph.schema import EDGES


@dataclass(frozen=True, slots=True)
class Link:
    """A type of edge as an object of its own: its class, and the properties that lead to both ends."""

    type: str
    source: str
    target: str


LINKS: Final = {
    "HOLDS": Link("Post", "person", "body"),
    "ATTENDED": Link("Attendance", "person", "meeting"),
    "TOOK_PART": Link("Delegation", "body", "meeting"),
    "SIGNED": Link("Signature", "person", "agreement"),
    "PARTY_TO": Link("Party", "body", "agreement"),
    "REPORTED_IN": Link("Report", "event", "article"),
    "MENTIONED_IN": Link("Mention", "entity", "article"),
}
"""Edges with properties of their own. ``MET`` and ``SIGNED_AGREEMENT`` follow from the parts that entities have."""
BARE: Final = {"PART_OF": "part_of", "LOCATED_IN": "located_in", "GOVERNS": "governs"}
"""Edges without, which are properties of their source."""


def link_id(type: str, row: dict[str, Any]) -> str:
    """``l-`` and a digest of what tells one edge from all others."""
    return f"l-{digest(type, row['source'], row['target'], *(str(row.get(key)) for key in EDGES[type].key))}"


def edge_rows(contents: Contents) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The edges of all these types, some at a time, each a row without what is null."""
    for edges in contents.edges("HOLDS", *BARE, *PARTS, *SOURCES):
        for rows in slices(edges.table):
            yield edges.type, [present(row) for row in rows.to_pylist()]


def node_rows(contents: Contents, *labels: str, texts: bool) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The nodes of these labels likewise; ``texts``: articles with their text."""
    for label, table in contents.nodes(*labels):
        if not texts and "text" in table.schema.names:
            table = table.drop_columns("text")
        for rows in slices(table):
            yield label, [present(row) for row in rows.to_pylist()]


def present(row: dict[str, Any]) -> dict[str, Any]:
    """``row`` without what is not there."""
    return {name: value for name, value in row.items() if value is not None and value != []}
