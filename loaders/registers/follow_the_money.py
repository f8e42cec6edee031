"""A register out of FollowTheMoney entities: those that we export, and persons, bodies and posts of any other."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, Final, cast, get_args

from graph.dates import bounds, event_date
from graph.facts import EventDate, Format, Level, Role, Side, Status
from loaders.registers.entries import Entity, Event, Held, Mention, Part, Register, Report, Source, Told

BODIES: Final = {
    "Organization": "other",
    "LegalEntity": "other",
    "PublicBody": "government",
    "Company": "company",
}
"""The kind of institution that a schema is, where the entity does not say more in its classification."""
POSTS: Final = {
    "Employment": ("employee", "employer", "role"),
    "Membership": ("member", "organization", "role"),
    "Directorship": ("director", "organization", "role"),
}
"""Person, body and title of each schema of posts but Occupancy, whose post is an entity."""
_LINKS: Final = ("attendance", "delegation", "signature", "party", "report", "part of", "located in", "governs")
_WITHIN: Final = ("part of", "located in", "governs")
_LANGUAGES: Final = {"zho": "zh", "chi": "zh", "eng": "en"}


class _Found:
    """An entity of FollowTheMoney, whose properties all are lists of texts."""

    def __init__(self, value: Any) -> None:
        """Raises ValueError."""
        properties = value.get("properties") if isinstance(value, Mapping) else None
        if not isinstance(properties, Mapping) or not all(isinstance(value.get(k), str) for k in ("id", "schema")):
            raise ValueError("an entity has id, schema and properties")
        self.id, self.schema = str(value["id"]), str(value["schema"])
        self._properties = cast("Mapping[str, Any]", properties)

    def all(self, *names: str) -> tuple[str, ...]:
        given = (self._properties.get(name) or [] for name in names)
        values = (each if isinstance(each, list) else [each] for each in given)
        return tuple(dict.fromkeys(str(value) for listed in values for value in listed))

    def one(self, *names: str) -> str | None:
        return next(iter(self.all(*names)), None)


def read_follow_the_money(lines: Iterable[tuple[int, Any]]) -> Register:
    """``lines`` are entities with the numbers of their lines."""
    register = Register()
    found = []
    for number, value in lines:
        try:
            found.append(_Found(value))
        except ValueError as error:
            register.problems.append((f"line {number}", str(error)))
    positions = {each.id: each for each in found if each.schema == "Position"}
    links: list[_Found] = []
    for each in found:
        if each.schema in ("UnknownLink", "Occupancy", *POSTS):
            links.append(each)
        elif (take := _TAKEN.get(each.schema)) is not None:
            try:
                take(register, each)
            except ValueError as error:
                register.problems.append((each.id, str(error)))
        elif each.schema != "Position":
            register.leave_out(each.schema)
    for each in links:
        if each.schema == "UnknownLink":
            _link(register, each)
        else:
            _post(register, each, positions)
    return register


def _person(register: Register, each: _Found) -> None:
    register.entities[each.id] = Entity(each.id, "person", _names(each))


def _body(register: Register, each: _Found) -> None:
    what = each.all("classification")
    if "district" in what:
        level = next((word for word in what if word in get_args(Level)[0:-1]), "other")
        register.entities[each.id] = Entity(each.id, "district", _names(each), level)
    else:
        register.entities[each.id] = Entity(each.id, "institution", _names(each), next(iter(what), BODIES[each.schema]))


def _names(each: _Found) -> tuple[str, ...]:
    return each.all("name", "alias", "previousName", "abbreviation") or (each.id,)


def _event(register: Register, each: _Found) -> None:
    words = each.all("keywords")
    status = next((word for word in words if word in get_args(Status)), None)
    if "meeting" not in words and "agreement" not in words:
        register.leave_out("Event without the keyword meeting or agreement")
        return
    agreed = "agreement" in words
    kind = next((word for word in words if word not in ("agreement", status) and not _dated(word)), None)
    register.events[each.id] = Event(
        each.id,
        cast(Status, status or "reported") if agreed else None,
        _date(each),
        each.one("location"),
        cast(Format, next((word for word in words if word in get_args(Format)), "unknown")),
        each.one("summary"),
        kind if agreed else None,
    )


def _date(each: _Found) -> EventDate:
    """Its date, or the keyword that is one, as our exports have it where FollowTheMoney knows no such date."""
    if day := each.one("date"):
        return event_date(day)
    within = (each.one("startDate"), each.one("endDate"))
    if edtf := next(filter(_dated, each.all("keywords")), None):
        return EventDate(edtf, *within, "text")
    return EventDate(None, *within, "none")


def _dated(word: str) -> bool:
    with suppress(ValueError):
        bounds(word)
        return True
    return False


def _article(register: Register, each: _Found) -> None:
    lang = _LANGUAGES.get(each.one("language") or "")
    register.sources[each.id] = Source(
        each.id, each.one("sourceUrl"), each.one("title"), each.one("publishedAt"), lang, each.one("bodyText")
    )


def _mention(register: Register, each: _Found) -> None:
    article, entity, name = each.one("document"), each.one("resolved"), each.one("name")
    if article and entity and name:
        register.mentions.append(Mention(entity, Told(article, name)))


_TAKEN: Final[dict[str, Callable[[Register, _Found], None]]] = {
    "Person": _person,
    **dict.fromkeys(BODIES, _body),
    "Event": _event,
    "Article": _article,
    "Mention": _mention,
}


def _post(register: Register, each: _Found, positions: Mapping[str, _Found]) -> None:
    if each.schema == "Occupancy":
        position = positions.get(each.one("post") or "")
        person, body = each.one("holder"), position.one("organization") if position else None
        title = position.one("name") if position else None
    else:
        person, body, title = (each.one(name) for name in POSTS[each.schema])
    if person and body and title:
        attested = (each.one("startDate"), each.one("endDate"))
        register.posts.append(Held(person, body, title, 1.0, _told(each), *attested))
    else:
        register.leave_out(f"{each.schema} without person, body or title")


def _link(register: Register, each: _Found) -> None:
    words = each.all("role")
    what = next((word for word in _LINKS if word in words), None)
    subject, other = each.one("subject"), each.one("object")
    if what is None or not subject or not other:
        register.leave_out("UnknownLink of another role")
    elif what in _WITHIN:
        register.put_within(subject, other)
    elif what == "report":
        if told := _told(each):
            register.reports.append(Report(subject, Told(other, told.quote)))
    else:
        role = next((word for word in words if word in get_args(Role)), "attendee")
        side = next((word for word in words if word in get_args(Side)), None)
        title = next((word for word in words if word not in (what, role, side)), None)
        part = Part(subject, other, cast(Role, role), cast("Side | None", side), title, told=_told(each))
        register.parts.append(part)


def _told(each: _Found) -> Told | None:
    quote, article = each.one("summary"), each.one("proof")
    return Told(article, quote) if quote and article else None
