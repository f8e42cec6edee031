"""Measures of the networks of persons, institutions and districts."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from api import analytics_schemas, schemas
from api.deps import QUESTION, Cursor, Grades, Limit, Since, StoreDep, Until, optional_id
from api.representations import Represented, lists, sends
from graph.exports import Filters
from graph.networks import answers
from graph.questions import Page
from graph.vocabulary import Centrality, Kind, TieType

router = APIRouter(
    prefix="/v1/analytics",
    tags=["overview"],
    dependencies=QUESTION,
    responses=schemas.KEYED,
    route_class=Represented,
)

_FAILURES = (404, 409, 410, 422, 503)


def _filters(
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    district: Annotated[
        str | None, Query(max_length=200, description="Id or name: only events that the lists of it hold.")
    ] = None,
    max_event_size: Annotated[int | None, Query(ge=2, description="Leave out meetings of more persons.")] = None,
    edge: Annotated[
        list[TieType], Query(description="Only ties of these types; `met` and `signed_agreement` tie here.")
    ] = [],  # noqa: B006 - FastAPI copies it
    grade: Grades = [],  # noqa: B006
    min_confidence: Annotated[
        float | None, Query(ge=0, le=1, description="Leave out ties that are less sure than this.")
    ] = None,
) -> Filters:
    """The part of the graph that a request wants measured."""
    return Filters(
        since=since,
        until=until,
        district=optional_id(store, district),
        max_event_size=max_event_size,
        edges=tuple(edge),
        grades=tuple(grade),
        min_confidence=min_confidence,
    )


FiltersDep = Annotated[Filters, Depends(_filters)]
OfKind = Annotated[Kind, Query(description="Whose network.")]


@router.get(
    "/communities",
    dependencies=[lists(answers.Community)],
    responses=schemas.answers(analytics_schemas.COMMUNITIES, 400, *_FAILURES, item=answers.Community),
)
def communities(
    store: StoreDep,
    filters: FiltersDep,
    kind: OfKind = "person",
    resolution: Annotated[float, Query(gt=0, le=100, description="Above 1: more and smaller ones.")] = 1.0,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> Page[answers.Community]:
    """Who keeps together, by the Leiden method, the largest community first; of each the ten with most ties."""
    return answers.communities(store, filters, kind=kind, resolution=resolution, limit=limit, cursor=cursor)


@router.get(
    "/growth",
    dependencies=[sends(analytics_schemas.years)],
    responses=schemas.answers(analytics_schemas.GROWTH, *_FAILURES, table=analytics_schemas.years),
)
def growth(store: StoreDep, filters: FiltersDep, kind: OfKind = "person") -> answers.Growth:
    """The network at the end of each year: how many it ties, what came in that year, and which triads were closed."""
    return answers.grown(store, filters, kind=kind)


@router.get(
    "/{measure}",
    dependencies=[lists(answers.Central)],
    responses=schemas.answers(analytics_schemas.CENTRAL, 400, *_FAILURES, item=answers.Central),
)
def central(
    store: StoreDep,
    measure: Annotated[Centrality, Path(description="What is measured; docs/networks.md says what each means.")],
    filters: FiltersDep,
    kind: OfKind = "person",
    limit: Limit = 25,
    cursor: Cursor = None,
) -> Page[answers.Central]:
    """Who is most central, by one measure; docs/networks.md says what each means. Equal ones have one `rank`.

    Betweenness of a large network is estimated, and `error` is its standard error. Closeness of one is refused."""
    return answers.central(store, measure, filters, kind=kind, limit=limit, cursor=cursor)
