"""Which other sites' pages may read answers (CORS): none, unless the settings name them."""

from collections.abc import Sequence
from typing import Any, Final

_ASKED: Final = ("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "X-Request-ID")
_SHOWN: Final = (
    "Content-Disposition",
    "ETag",
    "Link",
    "Location",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "X-Request-ID",
)
_SECONDS: Final = 600


def sharing(origins: Sequence[str]) -> dict[str, Any]:
    """The options of Starlette's CORSMiddleware. There are no cookies, so pages send their key themselves."""
    return {
        "allow_origins": list(origins),
        "allow_methods": ["GET", "HEAD", "POST", "DELETE"],
        "allow_headers": list(_ASKED),
        "expose_headers": list(_SHOWN),
        "max_age": _SECONDS,
    }
