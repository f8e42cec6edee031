"""What a request may look like before anything reads it: how long its address, how large and how deep its body.

A body of JSON is read whole and strictly first (RFC 8259 and UTF-8): NaN and its like are no JSON, and a lone surrogate
is no text that could be stored or sent back.
"""

import json
from typing import Any, Final, NoReturn

import anyio
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import MALFORMED, OTHER, TOO_LARGE, TOO_LONG, UNSUPPORTED, Kind, problem

LONGEST_ADDRESS: Final = 8_000
"""Bytes of path and query, as many servers and proxies have it."""
DEEPEST: Final = 64
"""Lists and objects within each other."""
MOST_OF_STRANGERS: Final = 1 << 20
"""Bytes of a body without a key, which can be no more than a question."""
SECONDS: Final = 60.0
"""For a body to arrive."""
_LARGE: Final = 1 << 18
"""Bytes that are read in a thread of their own, as the loop that answers all others would stand still."""


class Refused(Exception):
    """The request is not answered any further."""

    def __init__(self, kind: Kind, detail: str, status: int | None = None) -> None:
        self.kind, self.detail, self.status = kind, detail, status


class Bodies:
    """ASGI middleware; ``most`` is in bytes."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            body = await self._checked(scope, receive)
        except Refused as error:
            # The rest of the body is not read, so the connection is of no further use.
            headers = {"Connection": "close"}
            answer = problem(Request(scope), error.kind, error.detail, status=error.status, headers=headers)
            await answer(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)

    async def _checked(self, scope: Scope, receive: Receive) -> bytes:
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            raise Refused(TOO_LONG, f"an address has at most {LONGEST_ADDRESS:,} bytes")
        headers = dict(scope["headers"])
        most = self._most if b"authorization" in headers else min(self._most, MOST_OF_STRANGERS)
        if (told := headers.get(b"content-length", b"")).isdigit() and int(told[:20]) > most:
            _too_large(most)
        if not told and b"transfer-encoding" not in headers and scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            return b""
        if headers.get(b"content-encoding", b"identity").lower() != b"identity":
            raise Refused(UNSUPPORTED, "a body is read as it is, without a Content-Encoding")
        body = await _whole(receive, most)
        if body and b"json" in headers.get(b"content-type", b"").lower():
            if len(body) > _LARGE:
                await anyio.to_thread.run_sync(check, body)
            else:
                check(body)
        return body


async def _whole(receive: Receive, most: int) -> bytes:
    parts, size = [], 0
    try:
        with anyio.fail_after(SECONDS):
            while True:
                message = await receive()
                parts.append(message.get("body", b""))
                size += len(parts[-1])
                if size > most:
                    _too_large(most)
                if not message.get("more_body", False):
                    return b"".join(parts)
    except TimeoutError as error:
        raise Refused(OTHER, f"the body did not arrive within {SECONDS:g} s", 408) from error


def _too_large(most: int) -> NoReturn:
    raise Refused(TOO_LARGE, f"a body has at most {most >> 20} MiB here")


def check(body: bytes) -> None:
    """Raises Refused for what is not strictly JSON, is too deep, or holds what is no text."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise Refused(MALFORMED, "the body is not UTF-8") from error
    except RecursionError as error:
        raise Refused(MALFORMED, _TOO_DEEP) from error
    except ValueError as error:
        raise Refused(MALFORMED, "the body is not JSON") from error
    level = [value]
    for _ in range(DEEPEST + 1):
        if not level:
            return
        level = [inner for outer in level for inner in _within(outer)]
    if level:
        raise Refused(MALFORMED, _TOO_DEEP)


_TOO_DEEP: Final = f"lists and objects lie more than {DEEPEST} deep within each other"


def _within(value: Any) -> list[Any]:
    if isinstance(value, str):
        if not value.isascii():
            try:
                value.encode("utf-8")
            except UnicodeEncodeError as error:
                raise Refused(MALFORMED, "half a surrogate pair is no text") from error
        return []
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else []


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _again(body: bytes, receive: Receive) -> Receive:
    """The body in one message, then whatever else there is to receive: that the client has gone."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def received() -> Message:
        return left.pop() if left else await receive()

    return received
