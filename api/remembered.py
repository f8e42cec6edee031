"""Answers as they were sent, by their entity tags: what many dashboards ask is made once, until the store changes.

A tag stands for the store's edition, the question, the form and the coding, so an answer that is found by it is right.
Who may read is asked before it is looked for.
"""

import gzip
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.coding import takes_gzip

MOST: Final = 32 << 20
"""Bytes of all answers that a process remembers; what was not asked for longest goes first."""
LARGEST: Final = 1 << 20
"""Bytes of an answer that is remembered."""
OVERHEAD: Final = 2048
"""Bytes that an answer takes beside its body, about."""
LEAST: Final = 1000
"""Bytes from which on an answer is compressed."""
LEVEL: Final = 4
"""Of gzip: 9, a server's usual default, takes four times as long for a tenth less."""


class Known(Exception):
    """The answer to a request is remembered."""

    def __init__(self, response: Response) -> None:
        self.response = response


def coding_of(request: Request) -> str:
    """How the client wants the answer compressed: ``gzip`` or ``''``."""
    return "gzip" if takes_gzip(request.headers.get("accept-encoding", "")) else ""


def coded(request: Request, response: Response) -> Response:
    """``response``, compressed in place where the client takes that and it is worth it: what is remembered is
    compressed once."""
    if coding_of(request) and len(response.body) >= LEAST and "content-encoding" not in response.headers:
        response.body = gzip.compress(bytes(response.body), LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.body))
    return response


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    headers: Mapping[str, str]

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


class Remembered:
    """The answers of one process; safe to use from many threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self.size = most, 0
        self._answers: OrderedDict[str, _Answer] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> Response | None:
        """The answer with this tag, to be sent once more."""
        with self._lock:
            answer = self._answers.get(tag)
            if answer is None:
                return None
            self._answers.move_to_end(tag)
        return Response(answer.body, headers=dict(answer.headers))

    def put(self, tag: str, response: Response) -> None:
        """Remember ``response``, unless it failed or is too large."""
        answer = _Answer(bytes(response.body), dict(response.headers))
        if response.status_code != 200 or len(answer.body) > LARGEST:
            return
        with self._lock:
            former = self._answers.pop(tag, None)
            self._answers[tag] = answer
            self.size += answer.size - (former.size if former else 0)
            while self.size > self._most:
                _, oldest = self._answers.popitem(last=False)
                self.size -= oldest.size
