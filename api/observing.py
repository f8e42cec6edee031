"""What is noted of each request: a line in the log, figures, what its caller has left. No error gets past it."""

import logging
import time

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from api.access import Caller
from api.limits import Standing
from api.metrics import REQUESTS, SECONDS, SPENT, Spent

_log = logging.getLogger("api.requests")


class Observed:
    """ASGI middleware around all that answers; inside of what gives a request its id."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, began, spent = Request(scope), time.perf_counter(), Spent()
        status, size = 0, 0

        async def noting(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                standing: Standing | None = getattr(request.state, "standing", None)
                if standing is not None:
                    MutableHeaders(scope=message).update(standing.headers)
            else:
                size += len(message.get("body", b""))
            await send(message)

        SPENT.set(spent)
        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            if status:
                raise
            await problems.unexpected(request, error)(scope, receive, noting)
        finally:
            _note(request, status, time.perf_counter() - began, spent.store, size)


def _note(request: Request, status: int, seconds: float, store: float, size: int) -> None:
    route = problems.route(request)
    caller: Caller | None = getattr(request.state, "caller", None)
    REQUESTS.labels(request.method, route, str(status)).inc()
    SECONDS.labels(route).observe(seconds)
    told = {
        "request_id": request.state.request_id,
        "method": request.method,
        "route": route,
        "status": status,
        "milliseconds": round(seconds * 1000, 1),
        "store_milliseconds": round(store * 1000, 1),
        "bytes": size,
        "caller": (caller.id if caller else None) or "-",
    }
    _log.info("request", extra=told)
