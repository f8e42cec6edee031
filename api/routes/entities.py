"""One entity, and what lies around it."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import identity_schemas, schemas
from api.deps import QUESTION, Cursor, EntityDep, Events, Grades, Limit, Since, StoreDep, TieFilterDep, Until
from api.representations import Represented, lists
from graph import questions
from graph.questions.answers import Encounter, EntityDetail, Moment
from graph.questions.identity_answers import Why
from graph.questions.path_answers import Neighbourhood
from graph.questions.telling import telling
from graph.vocabulary import MetOrder

router = APIRouter(
    prefix="/v1/entities", tags=["entities"], dependencies=QUESTION, responses=schemas.KEYED, route_class=Represented
)

_FAILURES = (404, 409, 410, 422, 503)


# Names may hold a slash, so the path converter takes them; the bare entity comes last, or it would take the rest too.
@router.get("/{name:path}/neighbourhood", responses=schemas.answers(schemas.NEIGHBOURHOOD, *_FAILURES))
def neighbourhood(
    entity: EntityDep,
    store: StoreDep,
    only: TieFilterDep,
    depth: Annotated[int, Query(ge=1, le=3, description="Hops from the entity at most.")] = 1,
    limit: Annotated[int, Query(ge=1, le=2000, description="How many entities at most, without the centre.")] = 300,
    events: Events = None,
) -> Neighbourhood:
    """The entities within `depth` hops and all ties among them; `truncated` tells that `limit` left some out, and
    `count` of a tie how many events it rests on, of which `events` has the newest."""
    return questions.neighbourhood(store, entity.id, only, depth=depth, limit=limit, wanted=telling(events))


@router.get(
    "/{name:path}/met",
    dependencies=[lists(Encounter)],
    responses=schemas.answers(schemas.MET, 400, *_FAILURES, item=Encounter),
)
def met(
    entity: EntityDep,
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    grade: Grades = [],  # noqa: B006 - FastAPI copies it
    max_event_size: Annotated[int | None, Query(ge=2, description="Leave out meetings of more persons.")] = None,
    sort: Annotated[
        MetOrder,
        Query(
            description="The most often met first, the last met first, or those met in the strongest grade first, of "
            "these the most often so met."
        ),
    ] = "count",
    limit: Limit = 25,
    cursor: Cursor = None,
    events: Events = None,
) -> questions.Page[Encounter]:
    """Who met whom: the most often met first unless `sort` says otherwise, the newest meetings with their sentences."""
    only = questions.TieFilter(since=since, until=until, grades=tuple(grade), max_event_size=max_event_size)
    return questions.met(store, entity.id, only, sort=sort, limit=limit, cursor=cursor, wanted=telling(events))


@router.get(
    "/{name:path}/timeline",
    dependencies=[lists(Moment)],
    responses=schemas.answers(schemas.TIMELINE, 400, *_FAILURES, item=Moment),
)
def timeline(
    entity: EntityDep,
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Moment]:
    """Events and posts, the earliest first, what has no date last."""
    return questions.timeline(store, entity.id, since=since, until=until, limit=limit, cursor=cursor)


@router.get("/{name:path}/why", responses=schemas.answers(identity_schemas.WHY, *_FAILURES))
def why(entity: EntityDep, store: StoreDep) -> Why:
    """Why it is one: its records with their sentences, what joined them, and the judgements on them."""
    return questions.why(store, entity.id)


@router.get("/{name:path}", responses=schemas.answers(schemas.ENTITY, 308, *_FAILURES))
def entity(entity: EntityDep, store: StoreDep) -> EntityDetail:
    """An entity with its posts, places and counts. A merged id answers 308 with the id that took its place."""
    return questions.entity(store, entity.id)
