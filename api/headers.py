"""What every answer carries: a request id, the headers that keep a browser in bounds; and, of every address, HEAD where
there is GET, OPTIONS, and 304 for who has the page already."""

import re
from secrets import token_hex
from typing import Final

from starlette.datastructures import Headers as Given
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.conditional import has_already

_REQUEST_ID: Final = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_NOT_OF_304: Final = ("content-length", "content-type", "content-encoding")
_SECURITY: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Headers:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Given(scope=scope)
        asked_id = given.get("x-request-id", "")
        request_id = asked_id if _REQUEST_ID.fullmatch(asked_id) else token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        get = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        bare = scope["method"] == "HEAD"

        async def send_with_headers(message: Message) -> None:
            nonlocal bare
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in _SECURITY.items():
                    headers.setdefault(name, value)
                if _is_known(get["method"], given, message["status"], headers):
                    bare, message["status"] = True, 304
                    for name in _NOT_OF_304:
                        del headers[name]
            elif bare and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if scope["method"] == "OPTIONS" and (methods := allowed(scope)):
            answer: ASGIApp = Response(status_code=204, headers={"Allow": ", ".join(methods)})
            await answer(scope, receive, send_with_headers)
        else:
            await self._app(get, receive, send_with_headers)


def allowed(scope: Scope) -> tuple[str, ...]:
    """The methods that the address of a request has; none where there is no such address."""
    routes = scope["app"].router.routes
    found = [
        method
        for method in _METHODS
        if any(route.matches({**scope, "method": method})[0] is Match.FULL for route in routes)
    ]
    return (*found, *(("HEAD",) if "GET" in found else ()), "OPTIONS") if found else ()


def _is_known(method: str, given: Given, status: int, headers: MutableHeaders) -> bool:
    """Whether an answer, which is a page or a script by its tag, is one that the client has."""
    return (
        method == "GET"
        and status == 200
        and "etag" in headers
        and "if-none-match" in given
        and has_already(given["if-none-match"], headers["etag"])
    )
