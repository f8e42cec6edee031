"""Text that was broken into lines of a fixed width, as mail and old converters do: its sentences become whole again."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from loaders.cleaning.text import Edit

NARROWEST, WIDEST = 40, 110
"""Columns of a page that lines are broken to; a Chinese character takes two."""
SHORTEST = 24
"""Characters before a break within a sentence; shorter lines are lists."""
FULL = 0.8
"""A line is full from this share of the widest line on: the next word did not fit any more."""

_BREAK = re.compile(r" *\n(?=[^\s\u2022\u25cf*·-])")
_WITHIN = re.compile(
    r"(?<=[a-z])-\n(?=[a-z])|(?<=[A-Za-z,])[ \u00a0]*\n(?=(?!https?:|www)[a-z]{2}|\([A-Z](?![^()\n]*, [^()\n]*\d\)))"
    r"|(?<=[a-z])\n(?=-[A-Z][a-z])"
    r"|(?:(?<=\b(?:the|and|for))|(?<=\b(?:of|by|to|in|at|an|on|as))|(?<=\b(?:from|with|that)))"
    r"[ \u00a0]*\n(?=[A-Z])"
)
"""A break within a word or sentence, whatever the width: what follows goes on in small letters,
or with a bracket that is no dateline ("(Beijing, 14 March 2024)")."""
_WRAPPED = re.compile(r"^[^\n]{70,}[A-Za-z]\n(?=[A-Z][^\n]{4})(?![^\n]{0,60}(?:\b(?:19|20)\d\d\b|: ))", re.M)
"""A long line without a full stop, and one that could go on from it: no line of metadata."""
_OPENED = re.compile(
    r"^ *(?:(?:On|In|At) [^\n,.]{0,30}\b\d{1,2}\b[^\n,.]{0,14}(?:, ?(?:19|20)\d\d)? ?,"
    r"|(?:(?:19|20)\d\d ?年)?\d{1,2} ?月 ?\d{1,2} ?日[^\n,，。]{0,4}[,，])[^\n]*[^\W\d_,，、]?$",
    re.M,
)
"""A line that begins as a sentence does that tells what happened on a day, as no headline and no dateline does."""
_OPEN_END = re.compile(r"[^\W\d_]$|[,，、]$")
_GOES_ON = re.compile(r" *[^\W\d_](?![^\n]{0,12}[:：])")
"""What a sentence may go on with in the next line; a label goes on with nothing."""
_ENDS = re.compile(r"[.。!?！？][”’\"')）]*[\s\ufffd]*$|[。！？]|[a-z]{2}\. ")
MOST = 8
"""Lines that one sentence may be broken into."""
_SMALL = re.compile(r"\b[a-z]{4,}\b")
SENTENCE = 3
"""Words of four letters and more without a capital that show a line to be no headline."""
_CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def unwrapped(text: str) -> Iterator[Edit]:
    """Edits that join the lines of each paragraph of ``text``, if most lines that another one follows are full; of any
    other text only lines between which a sentence evidently goes on."""
    lines = [line.strip() for line in text.split("\n")]
    widest = WIDEST + 1  # as most texts are, told by the number of their characters alone
    if max(map(len, lines)) <= WIDEST:
        widths = [_width(line) for line in lines]
        widest = max(widths)
        followed = [width for width, following in pairwise(widths) if width and following]
        full = sum(width >= FULL * widest for width in followed)
    if not (NARROWEST <= widest <= WIDEST and full >= 3 and 2 * full > len(followed)):
        yield from _within(text)
        return
    for match in _BREAK.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if _width(line) >= FULL * widest:
            start = match.start()
            joined = bool(_CJK.match(line[-1]) or _CJK.match(text[match.end()]))
            if text[start - 1] == "-" and text[start - 2 : start - 1].islower() and text[match.end()].islower():
                start, joined = start - 1, True  # a word was broken
            yield Edit(start, match.end(), "" if joined else " ")


def _within(text: str) -> Iterator[Edit]:
    breaks = {
        m.start(): m
        for m in _WITHIN.finditer(text)
        if m.group()[0] == "-" or m.start() - text.rfind("\n", 0, m.start()) > SHORTEST
    }
    head = text.find("\n\n")  # where a headline may stand
    wrapped = (
        m.end() - 1
        for m in _WRAPPED.finditer(text)
        if len(_SMALL.findall(m.group())) >= SENTENCE - (m.start() > head > 0)
    )
    for start in sorted({*breaks, *wrapped, *_opened(text)}):
        match = breaks.get(start)
        end = match.end() if match else start + 1
        glued = (match and "-" in (text[start], text[end])) or _CJK.match(text[start - 1]) or _CJK.match(text[end])
        yield Edit(start, end, "" if glued else " ")


def _opened(text: str) -> Iterator[int]:
    """The breaks between the lines that a sentence with a day at its head evidently takes, up to its full stop."""
    for opening in _OPENED.finditer(text):
        at, found = opening.end(), list[int]()
        line = opening.group()
        while len(found) < MOST and _OPEN_END.search(line) and _GOES_ON.match(text, at + 1):
            found.append(at)
            end = text.find("\n", at + 1)
            end = len(text) if end < 0 else end
            line, at = text[at + 1 : end], end
            if _OPENED.match(line):
                break
            if _ENDS.search(line):
                yield from found
                break


def _width(line: str) -> int:
    stripped = line.strip()
    if stripped.isascii():
        return len(stripped)
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in stripped)
