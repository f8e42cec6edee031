"""Who asks, and whether they may: a bearer key in ``Authorization``, never in an address (RFC 6750).

Reading needs no key where only this machine can ask. Writing needs one always, so that no page of another site can
write through a browser: a browser adds no such header by itself.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.keys import Keys, Scope
from api.limits import Limits, TooMany, address_of, cost_of
from api.metrics import LIMITED
from graph.errors import SettingsError

_ANYBODY: Final[frozenset[Scope]] = frozenset({"read", "cypher"})
_BEARER: Final = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="A key of `jjj keys add`. Reading needs none where the service listens on this machine only.",
)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the id and the name of the key, or nobody known."""

    id: str | None
    name: str
    scopes: frozenset[Scope]


@dataclass(frozen=True, slots=True)
class Access:
    """What the application knows of keys; ``anonymous``: who comes without one may read."""

    keys: Keys
    anonymous: bool

    def check(self) -> None:
        """Raises SettingsError where nobody could ask anything."""
        if not self.anonymous and not self.keys.any_allows("read"):
            raise SettingsError("there are no keys: `jjj keys add`, or JJJ_ANONYMOUS=true where no stranger can ask")

    def caller(self, text: str | None) -> Caller:
        """Who bears the key ``text``, or nobody known where there is none. Raises Unauthenticated."""
        if text is None:
            return Caller(None, "anonymous", _ANYBODY if self.anonymous else frozenset())
        if key := self.keys.of(text):
            return Caller(key.id, key.name, key.allows)
        raise Unauthenticated("the key is none of this service, or was revoked", "invalid_token")


class Unauthenticated(Exception):
    """The request has no key, or one that opens nothing; ``code`` is RFC 6750's, where a key was sent."""

    def __init__(self, message: str, code: str | None = None) -> None:
        self.code = code
        super().__init__(message)


class Forbidden(Exception):
    """The key does not have the scope that the request needs."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        super().__init__(f"this needs a key of scope {scope}")


class ReadOnly(Exception):
    """The service was started for reading only."""


class Requires:
    """The dependency of a route that needs a scope. Raises Unauthenticated, Forbidden, TooMany."""

    def __init__(self, scope: Scope) -> None:
        self.scope: Scope = scope

    async def __call__(
        self, request: Request, sent: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)] = None
    ) -> Caller:
        access: Access = request.app.state.access
        try:
            caller = access.caller(sent.credentials if sent else None)
        except Unauthenticated:
            _charge(request, address_of(request))
            raise
        request.state.caller = caller
        _charge(request, caller.id or address_of(request))
        if self.scope in caller.scopes:
            return caller
        if caller.id is None:
            raise Unauthenticated(f"this needs a key of scope {self.scope} in the header Authorization")
        raise Forbidden(self.scope)


def _charge(request: Request, payer: str) -> None:
    """Raises TooMany. ``request.state.standing`` is what is left, for the headers of the answer."""
    request.state.payer = payer
    limits: Limits = request.app.state.limits
    try:
        request.state.standing = limits.charge(payer, cost_of(request))
    except TooMany:
        LIMITED.inc()
        raise


def _writer(request: Request, caller: Annotated[Caller, Depends(Requires("write"))]) -> Caller:
    if not request.app.state.writes:
        raise ReadOnly("the service was started for reading; `jjj serve --write` writes too")
    return caller


Reading: Final = Depends(Requires("read"))
"""For routers whose every route reads."""
Writer = Annotated[Caller, Depends(_writer)]
"""Who writes, for routes that do."""
