"""Cleaned text that remembers where each of its characters stood in the raw text."""

from bisect import bisect_right
from dataclasses import dataclass

from graph.facts import Evidence


@dataclass(frozen=True, slots=True)
class CleanText:
    """``text`` with, for each of its code points, the raw range that it stands for.

    ``starts[i]`` and ``ends[i]`` are the raw offsets of code point ``i`` (a repaired run may map several code points to
    one raw range). Both sequences never decrease.
    """

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """The raw piece behind ``text[start:end]`` (not empty)."""
        a, b = self.starts[start], self.ends[end - 1]
        return Evidence(a, b, self.raw[a:b])

    def position(self, raw_offset: int) -> int:
        """The place in ``text`` of a raw offset (of the last kept character before it, where it was taken out)."""
        return max(0, bisect_right(self.starts, raw_offset) - 1)
