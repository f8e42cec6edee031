"""The application: routers, errors, headers and the page, put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from api import problems
from api.access import Access
from api.bodies import Bodies
from api.coding import Compressed
from api.document import document
from api.headers import Headers
from api.idempotency import Answers
from api.keys import Keys
from api.limits import Limits, rate_of
from api.loads import Loads
from api.observing import Observed
from api.opened import OpenedStore
from api.remembered import LEAST, LEVEL, Remembered
from api.routes import ROUTERS
from api.sharing import sharing
from graph.errors import StoreError
from graph.settings import Settings
from graph.store import Store

DESCRIPTION = """Who met whom and who agreed with whom among the innovation actors of the Beijing-Tianjin-Hebei region,
with the sentence that says so. Where an id is asked for, an unambiguous name in either language works too."""


def create_app(settings: Settings, store: Store | None = None, *, anonymous: bool = True) -> FastAPI:
    """The service over ``store``, which stays its owner's, or over that of ``settings``.

    ``anonymous``: reading needs no key, which is right where only this machine can ask. Otherwise it does not start,
    with a SettingsError, while there are none.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.access.check()
        # What cannot be opened yet is tried again with each request; /readyz tells.
        with suppress(StoreError):
            app.state.store.get()
        yield
        app.state.loads.close()
        app.state.store.close()

    app = FastAPI(
        title="Jingjinji",
        version=version("jingjinji"),
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.store = OpenedStore(settings, store)
    app.state.access = Access(Keys(settings.keys), anonymous)
    app.state.limits = Limits(rate_of(settings.rate_limit, anonymous=anonymous, workers=settings.workers))
    app.state.writes, app.state.dialect = settings.write, settings.dialect
    app.state.loads, app.state.answers = Loads(settings), Answers()
    app.state.remembered = Remembered()
    problems.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.openapi = partial(document, app)  # type: ignore[method-assign] # as FastAPI's manual extends it
    # Each goes around those before it.
    app.add_middleware(Compressed, minimum_size=LEAST, compresslevel=LEVEL)
    app.add_middleware(Bodies, most=settings.body_limit << 20)
    app.add_middleware(Observed)
    app.add_middleware(Headers)
    if settings.cors_origins:
        app.add_middleware(CORSMiddleware, **sharing(settings.cors_origins))
    # FastAPI reads the routes when they are first needed, with a switch for warnings that all threads share: so before
    # any other thread is there.
    app.openapi()
    return app
