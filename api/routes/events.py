"""Meetings and agreements."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api import identity_schemas, schemas, stats_schemas
from api.deps import QUESTION, Cursor, Limit, Merged, Since, Sort, StoreDep, Until, optional_id
from api.representations import Represented, lists
from graph import questions
from graph.errors import NotFound
from graph.questions.answers import Agreement, Meeting, Status
from graph.questions.identity_answers import Why
from graph.questions.stats_answers import Event
from graph.store import Store

router = APIRouter(
    prefix="/v1", tags=["events"], dependencies=QUESTION, responses=schemas.KEYED, route_class=Represented
)

Entity = Annotated[
    str | None,
    Query(
        max_length=200,
        description="Id or name: only what this entity took part in; a district, its government and its party "
        "committee are one.",
        examples=["BISTU"],
    ),
]
District = Annotated[
    str | None,
    Query(
        max_length=200,
        description="Id or name: only what was there, or what it, its government or its party committee took part in; "
        "the districts within it count too, the mere seat of a body does not.",
        examples=["d-110112"],
    ),
]
EventId = Annotated[str, Path(max_length=200, description="The id of an event.")]

_FILTERED = (404, 409, 410, 422, 503)


@router.get(
    "/events",
    dependencies=[lists(Event)],
    responses=schemas.answers(stats_schemas.EVENTS, 400, *_FILTERED, item=Event),
)
def events(
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    entity: Entity = None,
    district: District = None,
    sort: Sort = "latest",
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Event]:
    """Meetings and agreements in one list, in brief: the newest first unless `sort` says otherwise."""
    return questions.events(
        store,
        since=since,
        until=until,
        entity=optional_id(store, entity),
        district=optional_id(store, district),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get(
    "/meetings",
    dependencies=[lists(Meeting)],
    responses=schemas.answers(schemas.MEETINGS, 400, *_FILTERED, item=Meeting),
)
def meetings(
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    entity: Entity = None,
    district: District = None,
    sort: Sort = "latest",
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Meeting]:
    """Meetings, the latest first unless `sort` says otherwise, with participants and every sentence about them."""
    return questions.meetings(
        store,
        since=since,
        until=until,
        entity=optional_id(store, entity),
        district=optional_id(store, district),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get(
    "/agreements",
    dependencies=[lists(Agreement)],
    responses=schemas.answers(schemas.AGREEMENTS, 400, *_FILTERED, item=Agreement),
)
def agreements(
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    entity: Entity = None,
    district: District = None,
    status: Annotated[Status | None, Query(description="Signed, reported as signed before, or intended.")] = None,
    sort: Sort = "latest",
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Agreement]:
    """Agreements, the latest first unless `sort` says otherwise, with parties, signatories and every sentence."""
    return questions.agreements(
        store,
        since=since,
        until=until,
        entity=optional_id(store, entity),
        district=optional_id(store, district),
        status=status,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get("/meetings/{id}/why", responses=schemas.answers(identity_schemas.WHY, 308, 404, 410, 422, 503))
def why_meeting(store: StoreDep, id: EventId) -> Why:
    """Why several releases are one meeting: what each says, what joined them, and the judgements on them."""
    return _why(store, id, "meetings")


@router.get("/agreements/{id}/why", responses=schemas.answers(identity_schemas.WHY, 308, 404, 410, 422, 503))
def why_agreement(store: StoreDep, id: EventId) -> Why:
    """Why several releases are one agreement: what each says, what joined them, and the judgements on them."""
    return _why(store, id, "agreements")


@router.get("/meetings/{id}", responses=schemas.answers(schemas.MEETING, 308, 404, 410, 422, 503))
def meeting(store: StoreDep, id: EventId) -> Meeting:
    """One meeting. A merged id answers 308 with the id that took its place."""
    found = questions.meeting(store, id)
    if found.id != id:
        raise Merged(f"/v1/meetings/{found.id}")
    return found


@router.get("/agreements/{id}", responses=schemas.answers(schemas.AGREEMENT, 308, 404, 410, 422, 503))
def agreement(store: StoreDep, id: EventId) -> Agreement:
    """One agreement. A merged id answers 308 with the id that took its place."""
    found = questions.agreement(store, id)
    if found.id != id:
        raise Merged(f"/v1/agreements/{found.id}")
    return found


def _why(store: Store, id: str, group: str) -> Why:
    if not id.startswith("m-" if group == "meetings" else "g-"):
        raise NotFound(f"none of the {group} has the id {id!r}")
    found = questions.why(store, id)
    if found.id != id:
        raise Merged(f"/v1/{group}/{found.id}/why")
    return found
