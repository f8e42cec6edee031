"""A file that is only written, in memory, and emptied as it grows: what makes a stream out of a writer of files."""

from io import RawIOBase
from typing import Any


class Drain(RawIOBase):
    """It cannot seek, and its position counts what was taken out as well."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._parts.append(part)
        self._length += len(part)
        return len(part)

    def tell(self) -> int:
        return self._length

    def drained(self) -> bytes:
        """What was written since it was last asked; also after it was closed."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data
