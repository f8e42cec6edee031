"""What the service writes on standard error: one line an event, to read or as JSON.

No line holds what was asked or answered. A request is told by its route (``/v1/entities/{name}``), not its address; an
error that nobody foresaw by its kind and the lines of code it came through, not by its message, which may quote an
article or a name.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, TextIO

Format = Literal["plain", "json"]
FIELDS: Final = ("request_id", "method", "route", "status", "milliseconds", "store_milliseconds", "caller", "bytes")
"""What a record may carry beside its message."""
DEEPEST: Final = 8
"""Places in the code that an error is told with, those nearest to it."""
_OURS: Final = ("api", "graph", "loaders")
"""Loggers whose level is set; of others' only warnings are written, as some tell more than they should below that."""


def configure(format: Format, level: str, stream: TextIO | None = None) -> None:
    """Write the log of this process to ``stream`` (standard error) from now on, all libraries' too."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Json() if format == "json" else _Plain())
    lowest = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(logging.WARNING, lowest), handlers=[handler], force=True)
    for name in _OURS:
        logging.getLogger(name).setLevel(lowest)
    for name in ("uvicorn", "uvicorn.error"):  # where another than `jjj serve` started it
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.NOTSET)
    # Its lines hold whole addresses, and so the names that were asked for.
    logging.getLogger("uvicorn.access").disabled = True


def origin(error: BaseException) -> str:
    """The kinds of an error and its causes, and where each came from, without a word of their messages."""
    told: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        places = " < ".join(
            f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in list(reversed(frames))[:DEEPEST]
        )
        told.append(f"{type(seen).__qualname__} at {places or 'unknown'}")
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "; caused by ".join(told)


class _Formatter(logging.Formatter):
    def _error(self, record: logging.LogRecord) -> str | None:
        error = record.exc_info[1] if record.exc_info else None
        return origin(error) if error is not None else None

    def _time(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class _Json(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self._time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **{name: getattr(record, name) for name in FIELDS if hasattr(record, name)},
        }
        if error := self._error(record):
            line["error"] = error
        return json.dumps(line)


class _Plain(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told = " ".join(f"{name}={getattr(record, name)}" for name in FIELDS if hasattr(record, name))
        parts = (self._time(record), record.levelname.lower(), record.getMessage(), told, self._error(record))
        # One event is one line, whatever is in it.
        return " ".join(filter(None, parts)).replace("\n", "\\n").replace("\r", "\\r")
