"""Exit codes, and the one table that gives each error its code.

0    answered, or done
1    answered with nothing: no such name, no path, no result
2    a question or an option that has no meaning, a name that several bear, a judgement that others in force do not
     allow, a setting that is wrong, a place where nothing can be written
3    done, but some input could not be used (each is named on standard error)
4    the store: it cannot be reached, is locked, is full, or failed
130  interrupted; what was acknowledged stays
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC, EPIPE
from typing import Final, NoReturn

from typer.exceptions import TyperException

from graph.errors import (
    Ambiguous,
    Contradiction,
    InputError,
    InvalidQuestion,
    JingjinjiError,
    NotFound,
    OutputError,
    QueryRefused,
    SettingsError,
    StoreError,
)

NOTHING: Final = 1
USAGE: Final = 2
UNUSABLE: Final = 3
STORE: Final = 4

# The first class that fits decides: a narrow one stands before its parent.
CODES: Final[tuple[tuple[type[JingjinjiError], int], ...]] = (
    (NotFound, NOTHING),
    (Ambiguous, USAGE),
    (InvalidQuestion, USAGE),
    (Contradiction, USAGE),
    (SettingsError, USAGE),
    (OutputError, USAGE),
    (QueryRefused, USAGE),
    (InputError, UNUSABLE),
    (StoreError, STORE),
)


def code_of(error: JingjinjiError) -> int:
    """The exit code of an error of ours."""
    return next(code for kind, code in CODES if isinstance(error, kind))


@contextmanager
def reported() -> Iterator[None]:
    """Turn an error, ours or of usage, into one line on standard error and the exit code that belongs to it."""
    try:
        yield
    except JingjinjiError as error:
        _leave(str(error), code_of(error), error)
    except TyperException as error:
        _leave(error.format_message(), USAGE, error)
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT, EPIPE) or error.filename is not None:
            raise
        _leave(str(OutputError("standard output", error)), USAGE, error)


def _leave(message: str, code: int, cause: Exception) -> NoReturn:
    _drop_output()
    print(f"jjj: {' '.join(message.split())}", file=sys.stderr)
    raise SystemExit(code) from cause


def _drop_output() -> None:
    """Send what standard output does not take nowhere; the interpreter would try again, and fail, at its end."""
    with suppress(OSError):
        sys.stdout.flush()
        return
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
