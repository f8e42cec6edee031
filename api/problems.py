"""Errors as ``application/problem+json`` (RFC 9457), each with a ``type`` of its own that ``/docs`` explains.

No problem tells what is inside the server: the unexpected is logged with the request's id, and answered with that id.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.access import Forbidden, ReadOnly, Unauthenticated
from api.deps import Merged, NotModified, store_of
from api.faults import WrongType, faults, told
from api.idempotency import KeyReused, KeyRunning
from api.limits import TooMany
from api.loads import Busy
from graph.errors import (
    Ambiguous,
    BadCursor,
    Contradiction,
    Gone,
    InvalidQuestion,
    JingjinjiError,
    NotFound,
    QueryRefused,
    QueryStopped,
    StoreError,
    StoreLocked,
    StoreUnavailable,
)
from graph.questions.contexts import candidates

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """What all problems of one type share; ``slug`` is the end of their ``type``."""

    slug: str
    status: int
    title: str
    meaning: str


NOT_FOUND: Final = Kind("not-found", 404, "Not found", "Nothing has that name or id; near: names that look alike.")
NO_ROUTE: Final = Kind("no-route", 404, "No such address", "The service has no such address; /openapi.json lists all.")
METHOD: Final = Kind("method-not-allowed", 405, "Method not allowed", "Allow names the methods of this address.")
AMBIGUOUS: Final = Kind("ambiguous", 409, "Ambiguous name", "Several bear the name; candidates: who. Ask by id.")
GONE: Final = Kind("gone", 410, "Gone", "The id was valid once; every article that supported it was removed.")
UNAUTHENTICATED: Final = Kind("unauthenticated", 401, "A key is needed", "Send Authorization: Bearer and a valid key.")
FORBIDDEN: Final = Kind(
    "forbidden", 403, "The key does not do", "The key lacks the scope that this needs; scope: which."
)
READ_ONLY: Final = Kind("read-only", 403, "For reading only", "The service was started without leave to write.")
CONTRADICTION: Final = Kind(
    "contradiction", 409, "Contradiction", "Judgements in force do not allow this one; judgements: which."
)
INVALID: Final = Kind("invalid-request", 422, "Invalid request", "A parameter has no meaning; errors: which, and why.")
BAD_CURSOR: Final = Kind(
    "bad-cursor", 400, "Bad cursor", "The cursor is none of this list; begin anew without one, and change nothing else."
)
QUERY_REFUSED: Final = Kind(
    "query-refused", 422, "Query refused", "The Cypher is no plain read of the graph, or the engine rejects it."
)
QUERY_STOPPED: Final = Kind("query-stopped", 422, "Query stopped", "The Cypher took more time or memory than it may.")
MALFORMED: Final = Kind("malformed-body", 400, "Malformed body", "The body is not JSON.")
UNSUPPORTED: Final = Kind(
    "unsupported-media-type", 415, "Unsupported media type", "The body is of a type or coding that is not read here."
)
KEY_REUSED: Final = Kind(
    "idempotency-key-reused", 422, "Idempotency key reused", "The Idempotency-Key came with another body before."
)
KEY_RUNNING: Final = Kind(
    "idempotency-key-in-use", 409, "Idempotency key in use", "The first request with this Idempotency-Key still runs."
)
LOADS_WAIT: Final = Kind("too-many-loads", 503, "Too many loads", "So many loads wait already; ask again.")
TOO_LARGE: Final = Kind("body-too-large", 413, "Body too large", "The body has more bytes than the service takes.")
TOO_LONG: Final = Kind("address-too-long", 414, "Address too long", "Path and query have more than 8,000 bytes.")
TOO_MANY: Final = Kind("too-many-requests", 429, "Too many requests", "Ask again after Retry-After; see Limits.")
LOADING: Final = Kind("store-loading", 503, "Store loading", "The graph is there and being made ready; ask again.")
UNAVAILABLE: Final = Kind("store-unavailable", 503, "Store unavailable", "The graph cannot be read now; ask again.")
INTERNAL: Final = Kind("internal-error", 500, "Internal error", "A fault of the service; its log has the request id.")
OTHER: Final = Kind("http-error", 0, "", "Any other HTTP error, as its status says.")

KINDS: Final = (
    NOT_FOUND,
    NO_ROUTE,
    METHOD,
    UNAUTHENTICATED,
    FORBIDDEN,
    READ_ONLY,
    AMBIGUOUS,
    CONTRADICTION,
    GONE,
    INVALID,
    BAD_CURSOR,
    QUERY_REFUSED,
    QUERY_STOPPED,
    MALFORMED,
    UNSUPPORTED,
    KEY_REUSED,
    KEY_RUNNING,
    LOADS_WAIT,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY,
    UNAVAILABLE,
    LOADING,
    INTERNAL,
    OTHER,
)

_OF_ERROR: Final[tuple[tuple[type[JingjinjiError], Kind], ...]] = (
    (Gone, GONE),
    (NotFound, NOT_FOUND),
    (Ambiguous, AMBIGUOUS),
    (Contradiction, CONTRADICTION),
    (BadCursor, BAD_CURSOR),
    (InvalidQuestion, INVALID),
    (QueryStopped, QUERY_STOPPED),
    (QueryRefused, QUERY_REFUSED),
    (StoreUnavailable, UNAVAILABLE),
    (StoreLocked, LOADING),
    (StoreError, UNAVAILABLE),
)


class ProblemResponse(JSONResponse):
    """A problem on the wire."""

    media_type = "application/problem+json"

    def render(self, content: Any) -> bytes:
        """As JSON, whatever a detail quotes: half a surrogate pair cannot be sent."""
        return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")


def problem(
    request: Request,
    kind: Kind,
    detail: str,
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    **members: Any,
) -> ProblemResponse:
    """The answer to a request that failed; ``members`` extend the problem."""
    code = status or kind.status
    content = {
        "type": f"/docs#{kind.slug}",
        "title": kind.title or HTTPStatus(code).phrase,
        "status": code,
        "detail": detail,
        "instance": quote(request.scope["path"], errors="replace"),
        "request_id": request.state.request_id,
        **members,
    }
    return ProblemResponse(content, code, {**(headers or {}), "X-Request-ID": request.state.request_id})


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` with a problem."""
    app.add_exception_handler(JingjinjiError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Merged, _merged)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(Unauthenticated, _unauthenticated)
    app.add_exception_handler(Forbidden, _forbidden)
    app.add_exception_handler(ReadOnly, _read_only)
    app.add_exception_handler(WrongType, _unread)
    app.add_exception_handler(KeyReused, _reused)
    app.add_exception_handler(KeyRunning, _running)
    app.add_exception_handler(Busy, _busy)
    app.add_exception_handler(TooMany, _too_many)
    app.add_exception_handler(Exception, unexpected)


def _ours(request: Request, error: Exception) -> Response:
    kind = next((kind for of, kind in _OF_ERROR if isinstance(error, of)), INTERNAL)
    if kind is INTERNAL:
        return unexpected(request, error)
    if isinstance(error, NotFound):
        near: dict[str, Any] = {"near": error.near} if kind is NOT_FOUND else {}
        return problem(request, kind, str(error), **near)
    if isinstance(error, Ambiguous):
        found = candidates(store_of(request), error.candidates)
        return problem(request, kind, str(error), candidates=[asdict(each) for each in found])
    if isinstance(error, Contradiction):
        return problem(request, kind, str(error), judgements=error.judgements)
    if isinstance(error, QueryRefused):
        return problem(request, kind, str(error))
    if isinstance(error, StoreError):
        told = {"request_id": request.state.request_id, "route": route(request)}
        log.warning("the store: %s", type(error).__name__, exc_info=error, extra=told)
        detail, seconds = (
            ("the graph is being made ready", "2")
            if kind is LOADING
            else ("the graph cannot be read at the moment", "5")
        )
        return problem(request, kind, detail, headers={"Retry-After": seconds})
    assert isinstance(error, InvalidQuestion)  # noqa: S101 - as the kinds are listed
    place = "query" if request.method == "GET" else "body"
    fault = {"in": place, "name": error.parameter, "reason": error.reason}
    return problem(request, kind, str(error), errors=[fault])


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as registered
    if any(found["type"] == "json_invalid" for found in error.errors()):
        return problem(request, MALFORMED, "the body is not JSON")
    if isinstance(error.body, bytes):  # as it came, since nothing says that it is JSON
        return unread(request, "application/json")
    errors = faults(error.errors())
    return problem(request, INVALID, told(errors), errors=errors)


def unread(request: Request, expected: str) -> Response:
    """The answer to a body of another type than ``expected``."""
    return problem(request, UNSUPPORTED, f"a body of type {expected} is expected", headers={"Accept": expected})


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as registered
    kind = {400: MALFORMED, 404: NO_ROUTE, 405: METHOD}.get(error.status_code, OTHER)
    detail = kind.meaning if kind is not OTHER else HTTPStatus(error.status_code).phrase
    return problem(request, kind, detail, status=error.status_code, headers=error.headers)


def _merged(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as handlers are called
    assert isinstance(error, Merged)  # noqa: S101 - as registered
    return Response(status_code=308, headers={"Location": error.location})


def _not_modified(request: Request, error: Exception) -> Response:  # noqa: ARG001 - as handlers are called
    assert isinstance(error, NotModified)  # noqa: S101 - as registered
    return Response(status_code=304, headers=dict(error.headers))


def _unauthenticated(request: Request, error: Exception) -> Response:
    assert isinstance(error, Unauthenticated)  # noqa: S101 - as registered
    challenge = 'Bearer realm="jingjinji"' + (f', error="{error.code}"' if error.code else "")
    return problem(request, UNAUTHENTICATED, str(error), headers={"WWW-Authenticate": challenge})


def _forbidden(request: Request, error: Exception) -> Response:
    assert isinstance(error, Forbidden)  # noqa: S101 - as registered
    challenge = f'Bearer realm="jingjinji", error="insufficient_scope", scope="{error.scope}"'
    return problem(request, FORBIDDEN, str(error), headers={"WWW-Authenticate": challenge}, scope=error.scope)


def _unread(request: Request, error: Exception) -> Response:
    return unread(request, str(error))


def _read_only(request: Request, error: Exception) -> Response:
    return problem(request, READ_ONLY, str(error))


def _reused(request: Request, error: Exception) -> Response:
    return problem(request, KEY_REUSED, str(error))


def _running(request: Request, error: Exception) -> Response:
    return problem(request, KEY_RUNNING, str(error), headers={"Retry-After": "2"})


def _busy(request: Request, error: Exception) -> Response:
    return problem(request, LOADS_WAIT, str(error), headers={"Retry-After": "10"})


def _too_many(request: Request, error: Exception) -> Response:
    assert isinstance(error, TooMany)  # noqa: S101 - as registered
    return problem(request, TOO_MANY, str(error), headers={"Retry-After": str(error.seconds)})


def unexpected(request: Request, error: Exception) -> Response:
    """The answer where something went wrong that nobody foresaw; what it was is for the log alone."""
    log.error("unexpected", exc_info=error, extra={"request_id": request.state.request_id, "route": route(request)})
    return problem(request, INTERNAL, "something went wrong here; the request id leads to it in the log")


def route(request: Request) -> str:
    """The path of the request's route, which holds no name, as its address may."""
    found = request.scope.get("route")
    return getattr(found, "path_format", "unmatched")
