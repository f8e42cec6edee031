"""A clean text cut into paragraphs, each with its zone: what a grammar may read, and what it must not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Zone: TypeAlias = Literal["title", "dateline", "body", "credits", "navigation"]
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``document.clean.text[start:end]``, one paragraph without its line ends. Grammars read title and body."""

    zone: Zone
    start: int
    end: int


def zones(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` in order, without the space around them."""
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for index, line in enumerate(_LINE.finditer(text)):
        start = line.end() - len(line[0].lstrip())
        yield Paragraph("body" if index else "title", start, start + len(line[0].strip()))
