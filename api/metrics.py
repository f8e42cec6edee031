"""What is counted for Prometheus: requests, how long they and the store took, what was loaded.

No label holds a name, an id or an address. Where several workers answer, each writes its counts to a folder that the
library is told of (``PROMETHEUS_MULTIPROC_DIR``), and whichever of them is asked tells the sums.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from prometheus_client import Counter, Histogram, Summary

_BUCKETS: Final = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

REQUESTS: Final = Counter("jingjinji_requests", "Requests answered.", ("method", "route", "status"))
SECONDS: Final = Histogram("jingjinji_request_seconds", "Until an answer was sent.", ("route",), buckets=_BUCKETS)
STORE_SECONDS: Final = Summary("jingjinji_store_seconds", "That the store took, by the name of the query.", ("query",))
LIMITED: Final = Counter("jingjinji_limited_requests", "Requests refused because their caller had no tokens left.")
LOADED: Final = Counter("jingjinji_loaded_articles", "Articles sent here, by what became of them.", ("what",))


@dataclass(slots=True)
class Spent:
    """What one request took of the store, in seconds."""

    store: float = 0.0


SPENT: Final[ContextVar[Spent | None]] = ContextVar("spent", default=None)
"""Of the request that is being answered; threads that answer for it have it too."""
