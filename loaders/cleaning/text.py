"""Cleaned text that remembers where each of its characters stood in the raw text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.facts import Evidence


class Edit(NamedTuple):
    """Write ``new`` for ``text[start:end]``. An empty ``new`` takes the piece out; an empty piece is not allowed.

    ``widths``, where given, has for each code point of ``new`` how many code points of the piece it stands for; else
    each stands for the whole piece.
    """

    start: int
    end: int
    new: str
    widths: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class CleanText:
    """``text`` with, for each of its code points, the raw range that it stands for.

    ``starts[i]`` and ``ends[i]`` are the raw offsets of code point ``i`` (a repaired run may map several code points to
    one raw range). Both sequences never decrease.
    """

    raw: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, raw: str) -> "CleanText":
        """``raw`` as it is."""
        return cls(raw, raw, range(len(raw)), range(1, len(raw) + 1))

    def evidence(self, start: int, end: int) -> Evidence:
        """The raw piece behind ``text[start:end]`` (not empty)."""
        a, b = self.starts[start], self.ends[end - 1]
        return Evidence(a, b, self.raw[a:b])

    def position(self, raw_offset: int) -> int:
        """The place in ``text`` of a raw offset (of the last kept character before it, where it was taken out)."""
        return max(0, bisect_right(self.starts, raw_offset) - 1)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The piece ``[start, end)`` of ``text`` for any of ``raw[start:end]``; empty where none is left."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def edited(self, edits: Iterable[Edit]) -> "CleanText":
        """This text after ``edits``, which are in order and do not overlap."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for edit in edits:
            text += (self.text[done : edit.start], edit.new)
            starts += self.starts[done : edit.start]
            ends += self.ends[done : edit.start]
            at = edit.start
            for width in edit.widths or ():
                starts.append(self.starts[at])
                at += width
                ends.append(self.ends[at - 1])
            if edit.widths is None:
                starts += [self.starts[edit.start]] * len(edit.new)
                ends += [self.ends[edit.end - 1]] * len(edit.new)
            done = edit.end
        if not done:
            return self
        text.append(self.text[done:])
        starts += self.starts[done:]
        ends += self.ends[done:]
        return CleanText(self.raw, "".join(text), starts, ends)

    def respelled(self, text: str) -> "CleanText":
        """The same places under another text of the same length."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} code points for {len(self.text)}")
        return CleanText(self.raw, text, self.starts, self.ends)
