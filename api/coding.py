"""Whether a client takes an answer compressed (RFC 9110, section 12.5.3)."""

from typing import Final

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Receive, Scope, Send

_NAMES: Final = ("gzip", "x-gzip")


def takes_gzip(accept_encoding: str) -> bool:
    """Whether the header names gzip, in any case, and gives it a weight; ``*`` alone is taken for no wish."""
    for part in accept_encoding.lower().split(","):
        coding, *parameters = (each.strip() for each in part.split(";"))
        if coding in _NAMES:
            return not any(_is_nought(each) for each in parameters)
    return False


def _is_nought(parameter: str) -> bool:
    name, _, weight = parameter.partition("=")
    try:
        return name.strip() == "q" and float(weight) == 0
    except ValueError:
        return False


class Compressed(GZipMiddleware):
    """Starlette's, which looks no closer than for the letters ``gzip``."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)
