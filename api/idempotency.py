"""``Idempotency-Key``: a request that is sent again, because its answer was lost, has the same answer again.

Loading twice changes nothing anyway (invariant of the graph); what this keeps is the answer, 201 and not 200. As in the
draft of the IETF's HTTPAPI group: a key that comes with another body is refused, one whose first request still runs
is asked to wait.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from starlette.responses import Response

MOST: Final = 1000
"""Answers that a process keeps, the oldest of which goes first."""
SECONDS: Final = 24 * 3600.0
LARGEST: Final = 1 << 17
"""Bytes of an answer that is kept."""


class KeyReused(Exception):
    """The key came with another body before."""


class KeyRunning(Exception):
    """The first request with the key still runs."""


@dataclass(frozen=True, slots=True)
class _Kept:
    request: str
    at: float
    answer: Response | None
    """None: the first request still runs."""


class Answers:
    """The answers of one process by who asked and the key that they sent."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], _Kept] = OrderedDict()
        self._lock = Lock()

    def once(self, who: str, key: str | None, request: str, make: Callable[[], Response]) -> Response:
        """The answer of ``make``, or that of the same ``request`` (a digest of it) before. Raises
        KeyReused, KeyRunning."""
        if key is None:
            return make()
        place = who, key
        with self._lock:
            kept = self._fresh(place)
            if kept and kept.request != request:
                raise KeyReused("this Idempotency-Key came with another body before")
            if kept and kept.answer is None:
                raise KeyRunning("the first request with this Idempotency-Key still runs")
            if kept and kept.answer:
                return kept.answer
            self._kept[place] = _Kept(request, time.monotonic(), None)
        answer: Response | None = None
        try:
            answer = make()
            return answer
        finally:
            with self._lock:
                if answer is None or answer.status_code >= 400 or len(answer.body) > LARGEST:
                    self._kept.pop(place, None)
                else:
                    self._kept[place] = _Kept(request, time.monotonic(), answer)

    def _fresh(self, place: tuple[str, str]) -> _Kept | None:
        while len(self._kept) >= MOST:
            self._kept.popitem(last=False)
        kept = self._kept.get(place)
        if kept and kept.answer is not None and time.monotonic() - kept.at > SECONDS:
            del self._kept[place]
            return None
        return kept
