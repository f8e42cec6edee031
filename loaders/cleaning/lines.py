"""Text that was broken into lines of a fixed width, as mail and old converters do: its sentences become whole again."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from loaders.cleaning.text import Edit

NARROWEST, WIDEST = 40, 110
"""Columns of a page that lines are broken to; a Chinese character takes two."""
FULL = 0.8
"""A line is full from this share of the widest line on: the next word did not fit any more."""

_BREAK = re.compile(r" *\n(?=[^\s\u2022\u25cf*·-])")
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def unwrapped(text: str) -> Iterator[Edit]:
    """Edits that join the lines of each paragraph of ``text``, if most lines that another one follows are full."""
    widths = [_width(line) for line in text.split("\n")]
    widest = max(widths)
    followed = [width for width, following in pairwise(widths) if width and following]
    full = sum(width >= FULL * widest for width in followed)
    if not (NARROWEST <= widest <= WIDEST and full >= 3 and 2 * full > len(followed)):
        return
    for match in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _width(line) >= FULL * widest:
            joined = _CJK.match(line[-1]) or _CJK.match(text[match.end()])
            yield Edit(match.start(), match.end(), "" if joined else " ")


def _width(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line.strip())
