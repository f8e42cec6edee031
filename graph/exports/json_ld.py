"""JSON-LD 1.1 in the words of schema.org and PROV: who took part in what, and the sentence that says so."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from graph.exports.columns import LABELS
from graph.exports.contents import Contents
from graph.exports.links import BARE, LINKS, edge_rows, link_id, node_rows

_IDS = frozenset({"source", "target", "article", "for"})


@cache
def context() -> dict[str, Any]:
    """The context that every export carries with it."""
    found: dict[str, Any] = json.loads((files("graph.exports") / "context.jsonld").read_text(encoding="utf-8"))
    return found


def json_ld(contents: Contents, *, texts: bool = False) -> Iterator[bytes]:
    """A document with its context in it, an object on each line; ``texts``: articles with their text."""
    yield f'{{"@context": {json.dumps(context()["@context"])}, "@graph": ['.encode()
    between = "\n"
    for objects in _objects(contents, texts):
        if objects:
            yield (between + ",\n".join(json.dumps(each, ensure_ascii=False) for each in objects)).encode()
            between = ",\n"
    yield b"\n]}\n"


def _objects(contents: Contents, texts: bool) -> Iterator[list[dict[str, Any]]]:
    for label, rows in node_rows(contents, *LABELS, texts=texts):
        yield [{"@id": _iri(row.pop("id")), "@type": label, **row} for row in rows]
    for type, rows in edge_rows(contents):
        yield [_link(type, row) for row in rows]


def _link(type: str, row: dict[str, Any]) -> dict[str, Any]:
    if type in BARE:
        return {"@id": _iri(row["source"]), BARE[type]: _iri(row["target"])}
    link = LINKS[type]
    told = {name: _iri(value) if name in _IDS else value for name, value in row.items() if name not in _ENDS}
    ends = {link.source: _iri(row["source"]), link.target: _iri(row["target"])}
    return {"@id": _iri(link_id(type, row)), "@type": link.type, **ends, **told}


_ENDS = frozenset({"source", "target", "record"})


def _iri(id: str) -> str:
    return f"id:{id}"
