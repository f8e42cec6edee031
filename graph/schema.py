"""The labels and types of the graph: the one closed list that both stores make their tables from.

Identifiers cannot be parameters in Cypher, so whatever stands in a query as a label, type or property comes from
here and from nowhere else.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Column: TypeAlias = Literal["string", "strings", "int", "float"]

ID: dict[str, Column] = {"id": "string"}
NAMES: dict[str, Column] = {"name": "string", "name_zh": "string", "name_en": "string", "aliases": "strings"}
WHEN: dict[str, Column] = {"date": "string", "earliest": "string", "latest": "string"}


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label with its properties; ``id`` is the key."""

    label: str
    columns: dict[str, Column]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type, the pairs of labels that it joins, and its properties.

    ``key`` names the properties that tell two edges of this type between the same two nodes apart.
    """

    type: str
    pairs: tuple[tuple[str, str], ...]
    columns: dict[str, Column]
    key: tuple[str, ...] = ()


def _pairs(sources: str, targets: str) -> tuple[tuple[str, str], ...]:
    return tuple((s, t) for s in sources.split() for t in targets.split())


EVENT: dict[str, Column] = {"event": "string"}
EVIDENCE: dict[str, Column] = {"quote": "string", "start": "int", "end": "int", "article": "string"}
"""A piece of the raw text of the article with that id."""
_BODIES = "Institution District"
_ENTITIES = f"Person {_BODIES}"
_EVENTS = "Meeting Agreement"

LETTERS: dict[str, str] = {"p-": "Person", "i-": "Institution", "d-": "District", "m-": "Meeting", "g-": "Agreement"}
"""The labels of which an id tells by its beginning that it is one's."""

NODES: dict[str, NodeType] = {
    n.label: n
    for n in (
        NodeType("Person", ID | NAMES),
        NodeType("Institution", ID | NAMES | {"kind": "string"}),
        NodeType("District", ID | NAMES | {"level": "string"}),
        NodeType(
            "Meeting",
            ID
            | WHEN
            | {
                "basis": "string",
                "place": "string",
                "format": "string",
                "size": "int",
                "code": "string",
                "confidence": "float",
            },
        ),
        NodeType(
            "Agreement",
            ID
            | WHEN
            | {
                "basis": "string",
                "status": "string",
                "subject": "string",
                "kind": "string",
                "code": "string",
                "confidence": "float",
            },
        ),
        NodeType(
            "Article",
            ID
            | {
                "url": "string",
                "title": "string",
                "lang": "string",
                "published": "string",
                "source": "string",
                "text": "string",
                "sha256": "string",
            },
        ),
        # Below: what the graph above is derived from (docs/decisions/0002). Nothing else is kept anywhere.
        NodeType("Record", ID | {"kind": "string", "article": "string", "entity": "string", "payload": "string"}),
        NodeType("RecordKey", ID),
        NodeType("Origin", ID | {"article": "string", "source": "string"}),
        NodeType("Redirect", ID | {"to": "string"}),
        NodeType(
            "Judgement",
            ID
            | {
                "kind": "string",
                "left": "string",
                "right": "string",
                "verdict": "string",
                "user": "string",
                "made": "string",
                "reason": "string",
                "withdrawn": "string",
                "withdrawn_by": "string",
                # What the two records were called and where they stood, for readers where they are not.
                "left_name": "string",
                "left_source": "string",
                "right_name": "string",
                "right_source": "string",
            },
        ),
        # Who was taken out of the graph, and the articles and judgements that named them as they were: unreadable
        # without the key of graph/identity/sealing.py, which is never in a store (docs/decisions/0008).
        NodeType(
            "Suppression",
            ID
            | {"made": "string", "user": "string", "withdrawn": "string", "withdrawn_by": "string", "sealed": "string"},
        ),
        NodeType("Sealed", ID | {"sealed": "string"}),
        # "graph": how many transactions; "graph/7": what the seventh touched; "derivation": which rules derived it all.
        NodeType("Edition", ID | {"number": "int", "touched": "strings"}),
    )
}

EDGES: dict[str, EdgeType] = {
    e.type: e
    for e in (
        EdgeType(
            "MET",
            (("Person", "Person"), *_pairs(_BODIES, _BODIES)),
            EVENT | WHEN | {"grade": "string", "confidence": "float"},
            ("event",),
        ),
        EdgeType(
            "SIGNED_AGREEMENT",
            _pairs(_BODIES, _BODIES),
            EVENT | WHEN | {"status": "string", "subject": "string", "confidence": "float"},
            ("event",),
        ),
        EdgeType(
            "HOLDS",
            _pairs("Person", _BODIES),
            EVIDENCE | {"title": "string", "earliest": "string", "latest": "string", "confidence": "float"},
            ("title",),
        ),
        EdgeType("PART_OF", (("Institution", "Institution"), ("District", "District")), {}),
        EdgeType("LOCATED_IN", (("Institution", "District"),), {}),
        EdgeType("GOVERNS", (("Institution", "District"),), {}),
        EdgeType(
            "ATTENDED",
            (("Person", "Meeting"),),
            EVIDENCE | {"role": "string", "side": "string", "title": "string", "confidence": "float"},
        ),
        EdgeType("TOOK_PART", _pairs(_BODIES, "Meeting"), {"side": "string", "confidence": "float"}),
        EdgeType("SIGNED", (("Person", "Agreement"),), EVIDENCE | {"for": "string"}),
        EdgeType("PARTY_TO", _pairs(_BODIES, "Agreement"), {"confidence": "float"}),
        EdgeType(
            "REPORTED_IN",
            _pairs(_EVENTS, "Article"),
            {"quote": "string", "start": "int", "end": "int", "extractor": "string", "record": "string"},
            ("record",),
        ),
        EdgeType(
            "MENTIONED_IN",
            _pairs(_ENTITIES, "Article"),
            {"surface": "string", "start": "int", "end": "int", "record": "string"},
            ("record", "start"),
        ),
        EdgeType("KEYED", (("RecordKey", "Record"),), {}),
        EdgeType("STATED_IN", (("Record", "Article"),), {}),
    )
}
