"""FollowTheMoney entities (https://followthemoney.tech), one JSON object a line, for Aleph and OpenSanctions' tools.

What its model cannot hold is listed in docs/exports.md.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from graph.exports.columns import LABELS
from graph.exports.contents import Contents
from graph.exports.links import BARE, LINKS, edge_rows, link_id, node_rows

Properties = dict[str, list[str]]
BODIES: Final = {"government": "PublicBody", "party": "PublicBody", "company": "Company"}
"""The schema of an institution by its kind, where it is more than an Organization."""
_DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def follow_the_money(contents: Contents, *, texts: bool = False) -> Iterator[bytes]:
    """Persons, bodies, events and articles, then what links them; ``texts``: articles with their text."""
    for label, rows in node_rows(contents, *LABELS, texts=texts):
        yield _lines(_node(label, row) for row in rows)
    for type, rows in edge_rows(contents):
        yield _lines(_link(type, row) for row in rows)


def _lines(entities: Iterator[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities).encode()


def _node(label: str, row: dict[str, Any]) -> dict[str, Any]:
    match label:
        case "Meeting" | "Agreement":
            schema, properties = "Event", _event(label, row)
        case "Article":
            schema, properties = "Article", _article(row)
        case _:
            schema, properties = _schema(label, row), _named(label, row)
    return {"id": row["id"], "schema": schema, "properties": properties}


def _schema(label: str, row: dict[str, Any]) -> str:
    if label == "District":
        return "PublicBody"
    return "Person" if label == "Person" else BODIES.get(row.get("kind", ""), "Organization")


def _named(label: str, row: dict[str, Any]) -> Properties:
    names = [name for key in ("name", "name_zh", "name_en") if (name := row.get(key))]
    what = [label.lower(), row.get("level")] if label == "District" else [row.get("kind")]
    country = ["cn"] if label == "District" else []
    return _given(name=names or [row["id"]], alias=row.get("aliases", []), classification=what, country=country)


def _event(label: str, row: dict[str, Any]) -> Properties:
    called = " ".join(filter(None, (label, row.get("date"), row.get("subject"), row.get("place"))))
    day = _day(row.get("date"))
    # Without its year, or with an end, it is no date of its model, and what tells one event from another all the same.
    other = None if day else row.get("date")
    return _given(
        name=[called],
        date=[day],
        startDate=[_day(row.get("earliest"))],
        endDate=[_day(row.get("latest"))],
        location=[row.get("place")],
        summary=[row.get("subject")],
        keywords=[label.lower(), row.get("status"), row.get("format"), row.get("kind"), other],
    )


def _article(row: dict[str, Any]) -> Properties:
    return _given(
        name=[row.get("title") or row["id"]],
        title=[row.get("title")],
        fileName=[row["id"]],  # its model demands one of every document
        sourceUrl=[row.get("url")],
        publishedAt=[_day(row.get("published"))],
        language=[{"zh": "zho", "en": "eng"}.get(row.get("lang", ""))],
        bodyText=[row.get("text")],
    )


def _link(type: str, row: dict[str, Any]) -> dict[str, Any]:
    source, target = [row["source"]], [row["target"]]
    proof = [row.get("article"), row["target"] if type == "REPORTED_IN" else None]
    told = _given(
        summary=[row.get("quote")],
        proof=proof,
        startDate=[_day(row.get("earliest"))],
        endDate=[_day(row.get("latest"))],
    )
    match type:
        case "MENTIONED_IN":
            schema, told = "Mention", _given(document=target, resolved=source, name=[row.get("surface")])
        case "HOLDS":
            schema, told = "Employment", _given(employee=source, employer=target, role=[row.get("title")]) | told
        case _:
            role: Sequence[str | None] = [BARE[type].replace("_", " ")] if type in BARE else _role(type, row)
            schema, told = "UnknownLink", _given(subject=source, object=target, role=role) | told
    return {"id": link_id(type, row), "schema": schema, "properties": told}


def _role(type: str, row: dict[str, Any]) -> Sequence[str | None]:
    return [LINKS[type].type.lower(), row.get("role"), row.get("side"), row.get("title")]


def _given(**values: Sequence[str | None]) -> Properties:
    """The properties that have a value, each value once."""
    told = {name: list(dict.fromkeys(filter(None, each))) for name, each in values.items()}
    return {name: each for name, each in told.items() if each}


def _day(text: str | None) -> str | None:
    """A date that FollowTheMoney knows: a year, month or day; no interval, and none without its year."""
    return text if text and _DAY.fullmatch(text) else None
