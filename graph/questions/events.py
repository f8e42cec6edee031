"""Meetings and agreements, with their roles and every sentence that reports them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar, cast, get_args

from graph.errors import NotFound
from graph.questions.answers import Agreement, Attendance, Delegation, Entity, Meeting, Signature, Status
from graph.questions.claims import claims
from graph.questions.columns import decimal, ids, integer, optional, string
from graph.questions.ends import acting_as
from graph.questions.entities import by_id
from graph.questions.evidence import Evidence, evidence
from graph.questions.ids import is_id, successor
from graph.questions.listing import listed
from graph.questions.pages import Page, check_choice
from graph.questions.reports import Quotes, reports
from graph.questions.steady import steady
from graph.questions.window import window
from graph.questions.within import events_within
from graph.store import Row, Store
from graph.vocabulary import Order

Event = TypeVar("Event", Meeting, Agreement)
_ROLES: Final = ("chair", "host", "visitor", "speaker", "attendee")


@steady
def meetings(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    district: str | None = None,
    sort: Order = "latest",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Meeting]:
    """By day as ``sort`` says, undated ones last. ``entity`` (an id), or who acts as one with it (``ends.acting_as``),
    took part; ``district`` (an id) is where it was or whose authorities took part (``within.events_within``).

    Raises InvalidQuestion.
    """
    days = window(since, until)
    found = listed(
        store,
        "meetings",
        among=events_among(store, entity, district),
        filters={"since": days.since, "until": days.until},
        question=("meetings", entity, district),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    return Page(meetings_by_id(store, found.items), found.next)


@steady
def agreements(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    district: str | None = None,
    status: Status | None = None,
    sort: Order = "latest",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Agreement]:
    """By day as ``sort`` says, undated ones last; the filters are those of ``meetings``. Raises InvalidQuestion."""
    check_choice("status", status, get_args(Status))
    days = window(since, until)
    found = listed(
        store,
        "agreements",
        among=events_among(store, entity, district),
        filters={"since": days.since, "until": days.until, "status": status or ""},
        question=("agreements", entity, district),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    return Page(agreements_by_id(store, found.items), found.next)


@steady
def meeting(store: Store, id: str) -> Meeting:
    """The meeting of this id, or of the id that took its place, with who says what of it. Raises NotFound, Gone."""
    return _found(store, meetings_by_id, "meeting", id)


@steady
def agreement(store: Store, id: str) -> Agreement:
    """The agreement of this id, or of the id that took its place, with who says what of it. Raises NotFound, Gone."""
    return _found(store, agreements_by_id, "agreement", id)


def meetings_by_id(store: Store, wanted: Sequence[str]) -> tuple[Meeting, ...]:
    """The meetings among ``wanted``, in that order."""
    if not wanted:
        return ()
    attendances = store.read("attendances", ids=wanted)
    told = evidence(store, attendances, "event", "entity")
    delegations = store.read("delegations", ids=wanted)
    entities = by_id(store, ids([*attendances, *delegations], "entity"))
    people, bodies = _grouped(attendances, entities), _grouped(delegations, entities)
    quotes = reports(store, wanted)
    made = {
        (id := string(row, "id")): _meeting(row, people[id], bodies[id], entities, told, quotes.get(id, ()))
        for row in store.read("meeting_nodes", ids=wanted)
    }
    return tuple(made[id] for id in wanted if id in made)


def agreements_by_id(store: Store, wanted: Sequence[str]) -> tuple[Agreement, ...]:
    """The agreements among ``wanted``, in that order."""
    if not wanted:
        return ()
    signatures = store.read("signatures", ids=wanted)
    told = evidence(store, signatures, "event", "entity")
    parties = store.read("parties", ids=wanted)
    entities = by_id(store, ids([*signatures, *parties], "entity"))
    people, bodies = _grouped(signatures, entities), _grouped(parties, entities)
    quotes = reports(store, wanted)
    made = {
        (id := string(row, "id")): _agreement(row, people[id], bodies[id], entities, told, quotes.get(id, ()))
        for row in store.read("agreement_nodes", ids=wanted)
    }
    return tuple(made[id] for id in wanted if id in made)


def _meeting(
    row: Row, people: Iterable[Row], bodies: Iterable[Row], entities: dict[str, Entity], told: Evidence, quotes: Quotes
) -> Meeting:
    return Meeting(
        id=string(row, "id"),
        date=optional(row, "date"),
        earliest=optional(row, "earliest"),
        latest=optional(row, "latest"),
        basis=optional(row, "basis"),
        place=optional(row, "place"),
        format=optional(row, "format"),
        size=None if row["size"] is None else integer(row, "size"),
        code=optional(row, "code"),
        confidence=decimal(row, "confidence"),
        participants=tuple(
            Attendance(
                person=entities[string(person, "entity")],
                role=optional(person, "role"),
                side=optional(person, "side"),
                title=optional(person, "title"),
                evidence=told.get((string(row, "id"), string(person, "entity"))),
            )
            for person in sorted(people, key=_rank)
        ),
        bodies=tuple(
            Delegation(body=entities[string(body, "entity")], side=optional(body, "side"))
            for body in sorted(bodies, key=lambda b: (optional(b, "side") or "~", string(b, "entity")))
        ),
        evidence=quotes,
    )


def _agreement(
    row: Row, people: Iterable[Row], bodies: Iterable[Row], entities: dict[str, Entity], told: Evidence, quotes: Quotes
) -> Agreement:
    return Agreement(
        id=string(row, "id"),
        status=cast(Status, string(row, "status")),
        date=optional(row, "date"),
        earliest=optional(row, "earliest"),
        latest=optional(row, "latest"),
        basis=optional(row, "basis"),
        subject=optional(row, "subject"),
        kind=optional(row, "kind"),
        code=optional(row, "code"),
        confidence=decimal(row, "confidence"),
        parties=tuple(entities[id] for id in ids(bodies, "entity")),
        signatories=tuple(
            Signature(
                person=entities[string(person, "entity")],
                party=optional(person, "party"),
                evidence=told.get((string(row, "id"), string(person, "entity"))),
            )
            for person in sorted(people, key=lambda p: string(p, "entity"))
        ),
        evidence=quotes,
    )


def _rank(person: Row) -> tuple[int, str]:
    role = optional(person, "role")
    return (_ROLES.index(role) if role in _ROLES else len(_ROLES), string(person, "entity"))


def _grouped(rows: Iterable[Row], entities: dict[str, Entity]) -> dict[str, list[Row]]:
    by_event: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        # One may have been removed since the rows were read.
        if string(row, "entity") in entities:
            by_event[string(row, "event")].append(row)
    return by_event


def _found(store: Store, read: Callable[[Store, Sequence[str]], Sequence[Event]], kind: str, id: str) -> Event:
    if not is_id(id):
        raise NotFound(f"no {kind} has the id {id!r}")
    found = read(store, [id])
    if not found and (heir := successor(store, id)):
        found = read(store, [heir])
    if found:
        return replace(found[0], claims=claims(store, [found[0].id]).get(found[0].id, ()))
    raise NotFound(f"no {kind} has the id {id!r}")


def events_among(store: Store, entity: str | None, district: str | None) -> list[str] | None:
    """The events that both filters leave, or None where there is no filter."""
    found = [frozenset(ids(store.read("events_of", ids=acting_as(store, entity)), "event"))] if entity else []
    if district:
        found.append(events_within(store, district))
    return sorted(frozenset.intersection(*found)) if found else None
