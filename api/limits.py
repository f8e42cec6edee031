"""Limits by cost: each caller has a bucket of tokens that fills up again by so many a second.

A read takes one token, a search for paths five, an ad-hoc query one for each ten milliseconds that it ran; as that is
known only afterwards, it may leave its caller in debt. Buckets are of one process: where several workers answer, each
gives its share of the rate.
"""

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil
from typing import Final

from fastapi import Request

COSTS: Final[Mapping[str, int]] = {
    "/v1/paths": 5,
    "/v1/common": 5,
    "/v1/entities/{name}/neighbourhood": 5,
    "/v1/candidates": 5,
    "/v1/export": 100,
    "/v1/analytics/{measure}": 50,
    "/v1/analytics/communities": 50,
    "/v1/analytics/growth": 50,
}
"""Of routes that cost more than one token, by their path."""
MILLISECONDS: Final = 10
"""Of an ad-hoc query, for a token."""
DEFAULT_RATE: Final = 50.0
"""Tokens a second where a key is asked for: five dashboards of ten panels."""
BURST_SECONDS: Final = 20
"""For how many seconds a caller may save up tokens: a page of many panels asks for all of them at once."""
CALLERS: Final = 10_000
"""Callers whose buckets are kept; who was not seen for longest is forgotten, and has a full one again."""


class TooMany(Exception):
    """The caller has no tokens left; ``seconds`` until it has enough for the request."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"that was too much; ask again in {seconds} s")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a caller has left, and the policy, in the words of the IETF's draft on RateLimit headers."""

    left: int
    burst: int
    seconds: int
    """Until the bucket is full again."""

    @property
    def headers(self) -> Mapping[str, str]:
        return {
            "RateLimit-Policy": f'"cost";q={self.burst};w={BURST_SECONDS}',
            "RateLimit": f'"cost";r={self.left};t={self.seconds}',
        }


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Limits:
    """The buckets of one process, used from its event loop alone. ``rate`` is in tokens a second, 0 for no limit."""

    def __init__(self, rate: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = rate, rate * BURST_SECONDS, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def charge(self, who: str, cost: float) -> Standing | None:
        """Take the cost of a request before it is answered; None where there is no limit. Raises TooMany."""
        if not self._rate:
            return None
        bucket = self._bucket(who)
        wanted = min(cost, self._burst)  # What costs more than anybody can save up leaves a debt.
        if bucket.tokens < wanted:
            raise TooMany(ceil((wanted - bucket.tokens) / self._rate))
        bucket.tokens -= cost
        return Standing(max(0, int(bucket.tokens)), int(self._burst), ceil((self._burst - bucket.tokens) / self._rate))

    def settle(self, who: str, cost: float) -> None:
        """Take what a request turned out to cost, also where that is more than there is."""
        if self._rate:
            self._bucket(who).tokens -= cost

    def _bucket(self, who: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.pop(who, None) or _Bucket(self._burst, now)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._rate)
        bucket.at = now
        self._buckets[who] = bucket
        if len(self._buckets) > CALLERS:
            self._buckets.popitem(last=False)
        return bucket


def rate_of(setting: float | None, *, anonymous: bool, workers: int) -> float:
    """Tokens a second for a caller in one of ``workers``."""
    return (setting if setting is not None else 0.0 if anonymous else DEFAULT_RATE) / workers


def address_of(request: Request) -> str:
    """Whom a request without a key is counted for: its address; of IPv6 the network of 64 bits, which one may have."""
    if request.client is None:
        return "unknown"
    try:
        address = ip_address(request.client.host)
    except ValueError:
        return "unknown"
    return str(IPv6Address(int(address) >> 64 << 64)) if isinstance(address, IPv6Address) else str(address)


def cost_of(request: Request) -> int:
    """Tokens that the route of a request takes before it answers."""
    return COSTS.get(request.scope["route"].path.replace(":path}", "}"), 1)


async def metered(request: Request) -> AsyncIterator[None]:
    """The dependency of a route that is paid by the time it took."""
    began = time.monotonic()
    try:
        yield
    finally:
        limits: Limits = request.app.state.limits
        limits.settle(request.state.payer, (time.monotonic() - began) * 1000 / MILLISECONDS)
