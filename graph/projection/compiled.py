"""Functions compiled to machine code when they are first called, and kept for the next process.

What they loop over is taken out of its tuple before the loop: taking an array counts its references up and down, which
in a loop costs twenty times what the search itself does. So those that stand in a loop are handed numbers and records.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])

_HERE: Final = Path(__file__).parent


def _kept() -> Path:
    """Where the machine code of these very sources is kept: numba looks at a function's own file only, and would go on
    using what it compiled of the functions that this one calls. Where it cannot write here it finds a place itself."""
    sources = b"\0".join(source.read_bytes() for source in sorted(_HERE.glob("*.py")))
    return _HERE / "__pycache__" / hashlib.sha256(sources).hexdigest()[:16]


KEPT: Final = _kept()
"""A folder, with an index (``*.nbi``) of each function that was compiled, unless it cannot be written."""


def compiled(function: F) -> F:
    """``function`` compiled by numba, which leaves the interpreter's lock to other threads while it runs."""
    config: Any = numba.config
    before, config.CACHE_DIR = config.CACHE_DIR, str(KEPT)
    try:
        return cast(F, numba.njit(cache=True, nogil=True)(function))
    finally:
        config.CACHE_DIR = before


def inlined(function: F) -> F:
    """``function`` as a part of those compiled ones that call it: for the few words inside their loops."""
    return cast(F, numba.njit(inline="always")(function))
