"""Spaces that a reader of scanned pages strews into Chinese text (桂 雪莲带领客 人 ，来校): they stand for nothing."""

import re
from collections.abc import Iterator

from loaders.cleaning.text import Edit

LEAST = 3
"""Spaces before a comma or full stop, where nobody sets one, that show how a page was made."""
_HAN = "\u3400-\u9fff"
_MARKS = "，。、；：！？”）》"
_BEFORE_MARK = re.compile(rf"(?<=[{_HAN}])[ \u00a0]+(?=[，。、；])")
_STRAY = re.compile(
    rf"(?<=[{_HAN}“（《{_MARKS}])[ \u00a0](?=[{_HAN}{_MARKS}“（《\d])|(?<=\d)[ \u00a0](?=[{_HAN}{_MARKS}])"
    r"|(?P<dash>(?<=\d) [—-] (?=\d))"
)


_APART = re.compile(
    rf"(?:(?<=[ \n])|\A)(?:[{_HAN}\d“（《][ \u00a0]|[{_HAN}\d]?[{_MARKS}][ \u00a0]?){{7,}}[{_HAN}\d{_MARKS}]"
)
"""Characters that all stand by themselves: no list of names goes on like that."""
_GAP = re.compile("[ \u00a0]")


def scattered_spaces(text: str) -> Iterator[Edit]:
    """Edits that take away single spaces within the Chinese lines of a scanned page; wider gaps are columns. Of other
    pages only where each character stands apart from the next."""
    if sum(1 for _ in zip(range(LEAST), _BEFORE_MARK.finditer(text), strict=False)) < LEAST:
        for run in _APART.finditer(text):
            yield from (Edit(gap.start(), gap.end(), "") for gap in _GAP.finditer(text, run.start(), run.end()))
        return
    for match in _STRAY.finditer(text):
        yield Edit(match.start(), match.end(), "-" if match["dash"] else "")
