"""A register out of JSON-LD, in the words of our own context (docs/exports.md)."""

import re
from collections.abc import Mapping
from typing import Any, Final, cast, get_args

from graph.dates import event_date
from graph.exports import context
from graph.facts import EventDate, Format, Role, Side, Status
from loaders.registers.entries import Entity, Event, Held, Kind, Mention, Part, Register, Report, Source, Told

CONTEXT_ADDRESS: Final = "/v1/context.jsonld"
_ENTITIES: Final[dict[str, Kind]] = {"Person": "person", "Institution": "institution", "District": "district"}
_WITHIN: Final = ("part_of", "located_in", "governs")

Object = Mapping[str, Any]


def read_json_ld(document: Any) -> Register:
    """Raises ValueError where it is in other words than ours."""
    if not isinstance(document, dict) or not isinstance(document.get("@graph"), list):
        raise ValueError("no JSON-LD document with a @graph")
    words = document.get("@context")
    if words != context()["@context"] and not (isinstance(words, str) and words.endswith(CONTEXT_ADDRESS)):
        raise ValueError(f"its @context is not that of {CONTEXT_ADDRESS}; compact it with that one first")
    register = Register()
    within: list[tuple[str, str]] = []
    for number, each in enumerate(document["@graph"]):
        try:
            if not isinstance(each, dict):
                raise ValueError("no object")
            within += [(_id(each, "@id"), _iri(other)) for key in _WITHIN for other in _listed(each.get(key))]
            _take(register, each)
        except ValueError as error:
            register.problems.append((f"@graph[{number}]", str(error)))
    for entity, other in within:
        register.put_within(entity, other)
    return register


def _take(register: Register, each: Object) -> None:
    match kind := _text(each, "@type"):
        case "Person" | "Institution" | "District":
            entity = _entity(_ENTITIES[kind], each)
            register.entities[entity.id] = entity
        case "Meeting" | "Agreement":
            event = _event(each)
            register.events[event.id] = event
        case "Article":
            source = _source(each)
            register.sources[source.id] = source
        case "Post":
            person, body = _id(each, "person"), _id(each, "body")
            attested = (_text(each, "earliest"), _text(each, "latest"))
            register.posts.append(Held(person, body, _text(each, "title") or "", _share(each), _told(each), *attested))
        case "Attendance" | "Delegation" | "Signature" | "Party":
            register.parts.append(_part(each))
        case "Report":
            if told := _told(each):
                register.reports.append(Report(_id(each, "event"), told, _extractor(each)))
        case "Mention":
            told = Told(_id(each, "article"), _text(each, "surface") or "", _number(each, "start"))
            register.mentions.append(Mention(_id(each, "entity"), told))
        case None:
            pass  # only says what something lies in
        case _:
            register.leave_out(kind)


def _entity(kind: Kind, each: Object) -> Entity:
    names = [*(_text(each, key) for key in ("name", "name_zh", "name_en")), *map(str, _listed(each.get("aliases")))]
    id = _id(each, "@id")
    sort = _text(each, "level" if kind == "district" else "kind") or "other"
    return Entity(id, kind, tuple(dict.fromkeys(filter(None, names))) or (id,), sort)


def _event(each: Object) -> Event:
    status = _text(each, "status")
    if status is not None and status not in get_args(Status):
        raise ValueError(f"status: one of {', '.join(get_args(Status))} is expected, not {status!r}")
    form = _text(each, "format")
    return Event(
        _id(each, "@id"),
        cast(Status, status or "reported") if _text(each, "@type") == "Agreement" else None,
        _date(each),
        _text(each, "place"),
        cast(Format, form if form in get_args(Format) else "unknown"),
        _text(each, "subject"),
        _text(each, "kind"),
        _text(each, "code"),
        _share(each),
    )


def _date(each: Object) -> EventDate:
    edtf = _text(each, "date")
    basis = _text(each, "basis") or ("text" if edtf else "none")
    if "earliest" in each or "latest" in each:
        return EventDate(edtf, _text(each, "earliest"), _text(each, "latest"), basis)
    return event_date(edtf, basis)


def _source(each: Object) -> Source:
    told = (_text(each, key) for key in ("url", "title", "published", "lang", "text"))
    return Source(_id(each, "@id"), *told)


def _part(each: Object) -> Part:
    role, side = _text(each, "role"), _text(each, "side")
    return Part(
        _id(each, "person" if "person" in each else "body"),
        _id(each, "meeting" if "meeting" in each else "agreement"),
        cast(Role, role if role in get_args(Role) else "attendee"),
        cast(Side, side) if side in get_args(Side) else None,
        _text(each, "title"),
        _id(each, "for") if "for" in each else None,
        _share(each),
        _told(each),
    )


def _extractor(each: Object) -> str:
    """Who found it, without the language of the article, which the graph tells after it."""
    return re.sub("/(zh|en)$", "", _text(each, "extractor") or "register")


def _told(each: Object) -> Told | None:
    quote = _text(each, "quote")
    return Told(_id(each, "article"), quote, _number(each, "start")) if quote and "article" in each else None


def _id(each: Object, key: str) -> str:
    if not (found := _text(each, key)):
        raise ValueError(f"an object of type {each.get('@type')} without {key}")
    return _iri(found)


def _iri(value: Any) -> str:
    return str(value).removeprefix("urn:jingjinji:").removeprefix("id:")


def _text(each: Object, key: str) -> str | None:
    values = _listed(each.get(key))
    return str(values[0]) if values else None


def _number(each: Object, key: str) -> int | None:
    value = each.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _share(each: Object) -> float:
    value = each.get("confidence")
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else 1.0


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
