"""Limits that a process puts on itself and can never lift: no file, no folder, no address, no more memory.

POSIX resource limits hold everywhere. Linux's Landlock (5.13 and later) holds what they do not: making and removing
folders, and what a descriptor could still reach. It binds the thread that asks for it and those it starts afterwards,
so it is asked for before an engine starts its threads. Only the standard library is imported here: a confined worker
holds little that could be read out of it.
"""

import ctypes
import os
import resource
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

# Numbers of linux/landlock.h and prctl.h, the same on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION, _PATH_BENEATH, _NO_NEW_PRIVS = 1, 1, 38
_READ_FILE: Final = 1 << 2
_FILE_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files each version knows; later ones as many as the last."""
_NETWORK: Final = 0b11
"""Binding and connecting TCP sockets, since version 4."""
_SCOPES: Final = 0b11
"""Abstract Unix sockets and signals to others, since version 6."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def confine_files(readable: Iterable[Path]) -> bool:
    """Let this thread, and all it starts from now on, open ``readable`` for reading and reach nothing else.

    False where the kernel has no Landlock; then only ``confine_resources`` holds.
    """
    try:
        kernel = ctypes.CDLL(None, use_errno=True)
        version = kernel.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    except (OSError, AttributeError):
        return False
    if version < 1:
        return False
    wanted = _Ruleset(
        (1 << _FILE_RIGHTS.get(version, 16)) - 1, _NETWORK if version >= 4 else 0, _SCOPES if version >= 6 else 0
    )
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = kernel.syscall(_CREATE_RULESET, ctypes.byref(wanted), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            descriptor = os.open(path, os.O_RDONLY)
            try:
                rule = _PathRule(_READ_FILE, descriptor)
                kernel.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
            finally:
                os.close(descriptor)
        kernel.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(kernel.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def memory_meter() -> Callable[[], int]:
    """What tells the bytes that the kernel counts against RLIMIT_DATA, 0 where it tells none.

    It is made before ``confine_files``, after which nothing can be opened that tells.
    """
    try:
        status = Path("/proc/self/status").open("rb", buffering=0)  # noqa: SIM115 - as long as the process
    except OSError:
        return lambda: 0

    def taken() -> int:
        status.seek(0)
        lines = status.read(1 << 16).splitlines()
        return next((int(line.split()[1]) << 10 for line in lines if line.startswith(b"VmData:")), 0)

    return taken


def confine_resources(memory: int, taken: Callable[[], int]) -> None:
    """From now on no descriptor can be opened, no file be written, and ``memory`` bytes more be taken than now."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    if now := taken():
        _limit(resource.RLIMIT_DATA, now + memory)
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(kind: int, most: int) -> None:
    resource.setrlimit(kind, (most, most))
