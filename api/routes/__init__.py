"""The routes, one module a group."""

from api.routes import (
    articles,
    cookbook,
    cypher,
    document,
    entities,
    events,
    export,
    health,
    judgements,
    loading,
    overview,
    pages,
    paths,
    reconcile,
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
    loading.router,
    judgements.router,
    suppressions.router,
    overview.router,
    export.router,
    reconcile.router,
    cypher.router,
    cookbook.router,
    document.router,
    pages.router,
)
