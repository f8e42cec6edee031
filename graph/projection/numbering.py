"""The numbers of entities: in the order of their ids, with room between them for those to come."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.projection.columns import Ints

Texts: TypeAlias = NDArray[Any]
"""Ids in UTF-8 of one width, whose order is that of their code points."""

SPACING: Final = 2
"""Numbers for each entity of a new numbering, so that who comes between two others renumbers nobody."""


class Numbering:
    """Ids and numbers of entities; never changed, ``with_ids`` and ``without`` give another one."""

    def __init__(self, slots: Texts, count: int) -> None:
        """``slots[number]`` is the id of that number; of a free one, that of the last number before it that is not."""
        self._slots, self.count = slots, count

    @classmethod
    def of(cls, ids: Texts) -> "Numbering":
        """A new numbering of ``ids``, which are sorted."""
        slots = np.zeros(SPACING * (len(ids) + 1) - 1, ids.dtype)
        slots[SPACING - 1 :] = np.repeat(ids, SPACING)
        return cls(slots, len(ids))

    @property
    def size(self) -> int:
        """One more than the largest number there is room for."""
        return len(self._slots)

    @property
    def nbytes(self) -> int:
        return int(self._slots.nbytes)

    def numbers(self) -> Ints:
        """All numbers that are taken, in order."""
        changes = np.flatnonzero(self._slots[1:] != self._slots[:-1]) + 1
        taken = changes if not self.size or self._slots[0] == b"" else np.concatenate([[0], changes])
        return taken.astype(np.int32)

    def number(self, id: str) -> int | None:
        """The number of ``id``; None where it has none."""
        return place(self._slots, id)

    def known(self, ids: Iterable[str]) -> Ints:
        """The numbers of those of ``ids`` that have one, in their order."""
        return np.array([found for id in ids if (found := self.number(id)) is not None], np.int32)

    def id(self, number: int) -> str:
        """The id of a number that is taken."""
        return bytes(self._slots[number]).decode()

    def ids(self, numbers: Iterable[int]) -> list[str]:
        """The ids of numbers that are taken."""
        return [self.id(number) for number in numbers]

    def with_ids(self, ids: Collection[str]) -> "Numbering | None":
        """This numbering and new ``ids`` between its own; None where there is no room."""
        if not ids:
            return self
        keys = sorted(id.encode() for id in ids)
        width = max(self._slots.dtype.itemsize, *map(len, keys))
        slots = self._slots.astype(f"S{width}")  # a copy
        for key in keys:
            end = int(np.searchsorted(slots, np.bytes_(key)))
            # The numbers from the last one taken before the key to `end` are free; the copies tell where they begin.
            begin = int(np.searchsorted(slots, slots[end - 1])) if end else -1
            if begin >= 0 and slots[begin] == b"":
                begin = -1
            middle = (begin + end) // 2
            if middle == begin:
                return None
            slots[middle:end] = key
        return Numbering(slots, self.count + len(keys))

    def spread_with(self, ids: Collection[str]) -> tuple["Numbering", Ints]:
        """A new numbering of the ids of this one and new ``ids``, and what it has for the numbers of this one."""
        own = self._slots[self.numbers()]
        merged = np.sort(np.concatenate([own, encoded(list(ids))]))
        return Numbering.of(merged), (np.searchsorted(merged, own) * SPACING + SPACING - 1).astype(np.int32)

    def without(self, numbers: Collection[int]) -> "Numbering":
        """This numbering, with ``numbers`` free again."""
        if not numbers:
            return self
        slots = self._slots.copy()
        for number in sorted(numbers):
            end = int(np.searchsorted(slots, slots[number], side="right"))
            slots[number:end] = slots[number - 1] if number else b""
        return Numbering(slots, self.count - len(numbers))


def encoded(ids: Sequence[str] | Texts) -> Texts:
    """``ids`` as an array of one width, in their order."""
    return np.char.encode(np.asarray(ids, str), "utf-8") if len(ids) else np.zeros(0, "S1")


def place(ids: Texts, id: str) -> int | None:
    """The first place of ``id`` in sorted ``ids``; None where it is not among them."""
    key = id.encode()
    if not 0 < len(key) <= ids.dtype.itemsize:
        return None
    found = int(np.searchsorted(ids, np.bytes_(key)))
    return found if found < len(ids) and ids[found] == key else None
