"""Meetings and agreements in one list, in brief."""

from graph.questions.answers import Agreement, EventKind, Meeting
from graph.questions.events import agreements_by_id, events_among, meetings_by_id
from graph.questions.listing import listed_of
from graph.questions.pages import Page
from graph.questions.stats_answers import Event
from graph.questions.steady import steady
from graph.questions.window import window
from graph.store import Store
from graph.vocabulary import Order


@steady
def events(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    district: str | None = None,
    sort: Order = "latest",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Event]:
    """By day as ``sort`` says, undated ones last; the filters are those of ``meetings``. Raises InvalidQuestion."""
    days = window(since, until)
    within = {"since": days.since, "until": days.until}
    found = listed_of(
        store,
        {"meetings": within, "agreements": {**within, "status": ""}},
        among=events_among(store, entity, district),
        question=("events", entity, district),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    told: tuple[Meeting | Agreement, ...] = (
        *meetings_by_id(store, [id for id in found.items if id.startswith("m-")]),
        *agreements_by_id(store, [id for id in found.items if id.startswith("g-")]),
    )
    made = {event.id: _brief(event) for event in told}
    return Page(tuple(made[id] for id in found.items if id in made), found.next)


def _brief(event: Meeting | Agreement) -> Event:
    kind: EventKind = "meeting" if isinstance(event, Meeting) else "agreement"
    return Event(
        id=event.id,
        kind=kind,
        date=event.date,
        earliest=event.earliest,
        latest=event.latest,
        status=None if isinstance(event, Meeting) else event.status,
        subject=None if isinstance(event, Meeting) else event.subject,
        place=event.place if isinstance(event, Meeting) else None,
        bodies=tuple(each.body for each in event.bodies) if isinstance(event, Meeting) else event.parties,
        persons=tuple(
            each.person for each in (event.participants if isinstance(event, Meeting) else event.signatories)
        ),
        quote=event.evidence[0] if event.evidence else None,
    )
