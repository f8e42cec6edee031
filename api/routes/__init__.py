"""The routes, one module a group."""

from api.routes import (
    articles,
    cypher,
    entities,
    events,
    health,
    judgements,
    overview,
    pages,
    paths,
    search,
    suppressions,
)

ROUTERS = (
    health.router,
    search.router,
    entities.router,
    paths.router,
    events.router,
    articles.router,
    judgements.router,
    suppressions.router,
    overview.router,
    cypher.router,
    pages.router,
)
