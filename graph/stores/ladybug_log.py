"""The end of a log that a crash or a full disk cut in the middle of a record.

Ladybug 0.22 replays a log up to such a record, but where a text in it is cut, reading it ends the process. A log is a
head (the store's id, whether there are checksums, a checksum) and records: length, content, checksum.
"""

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

_HEAD: Final = 25
_CHECKSUMS: Final = 16
"""Where the head tells by a 1 that there are checksums; without them a record has no length."""
_NUMBER: Final = 8


def mend(file: Path, log: Path) -> None:
    """Cut half a record off the end of ``log``; nobody was told that it is stored.

    Does nothing while another process has ``file`` open for writing, or where this one may not write. Call it only
    where this process has not opened ``file`` for writing.
    """
    with suppress(OSError), log.open("r+b") as records:
        if _half(records) is None:  # No lock then: it could keep a writer out that starts just now.
            return
        with file.open("r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if (end := _half(records)) is not None:
                records.truncate(end)


def _half(log: BinaryIO) -> int | None:
    """Where half a record begins; None where all are whole, and for a log of another form."""
    size = os.fstat(log.fileno()).st_size
    log.seek(0)
    head = log.read(_HEAD)
    if len(head) < _HEAD or head[_CHECKSUMS] != 1:
        return None
    end = _HEAD
    while True:
        log.seek(end)
        length = log.read(_NUMBER)
        beyond = end + _NUMBER + int.from_bytes(length, "little") + _NUMBER
        if len(length) < _NUMBER or beyond > size:
            return end if end < size else None
        end = beyond
