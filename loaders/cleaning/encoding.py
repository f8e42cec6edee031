"""Passages that were decoded by the wrong table (``é`` for ``Ã©``), and characters that were left as HTML entities."""

import html
import re
from collections.abc import Iterator

import ftfy

from loaders.cleaning.text import Edit

_SUSPECT = re.compile(
    r"[\u0080-\u024f\u02c6\u02dc\u2010-\u203a\u20ac\u2122]+(?: ?[\u0080-\u024f\u02c6\u02dc\u2010-\u203a\u20ac\u2122]+)*"
)
"""What the bytes of UTF-8 look like in Latin-1 and Windows-1252, no-break space included."""
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")

_LOST_TWICE = re.compile("(?:锟斤拷)+")
"""What the bytes of U+FFFD, two by two, look like in GBK."""


def repairs(text: str) -> Iterator[Edit]:
    """Edits that write what was meant. Nothing is straightened or composed here (ftfy's ``fix_encoding`` only)."""
    found: dict[int, Edit] = {}
    for match in _SUSPECT.finditer(text):
        meant = ftfy.fix_encoding(match[0]) if len(match[0]) > 1 else match[0]
        if meant != match[0]:
            found[match.start()] = Edit(match.start(), match.end(), meant, _widths(match[0], meant))
    for match in _ENTITY.finditer(text):
        meant = html.unescape(match[0])
        if len(meant) == 1:
            found[match.start()] = Edit(match.start(), match.end(), meant)
    for match in _LOST_TWICE.finditer(text):
        found.setdefault(match.start(), Edit(match.start(), match.end(), "\ufffd"))
    yield from (found[start] for start in sorted(found))


def _widths(seen: str, meant: str) -> tuple[int, ...] | None:
    """How many characters of ``seen`` each one of ``meant`` was read from, if bytes and characters went one to one."""
    widths = tuple(len(c.encode("utf-8")) for c in meant)
    return widths if sum(widths) == len(seen) else None
