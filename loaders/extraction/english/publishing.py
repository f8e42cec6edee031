"""The body that "our college" is of, where only the page around the text names it: a line of metadata, an imprint."""

import re
from collections.abc import Iterator

from graph.knowledge.institutions import institutions
from loaders.cleaning.zones import Paragraph
from loaders.extraction.document import Document
from loaders.extraction.english.bodies import BodyReader
from loaders.extraction.english.names import words
from loaders.extraction.english.phrases import phrases, rows
from loaders.extraction.english.registry import known_units
from loaders.extraction.publisher import site_lines

OUR = re.compile(
    r"\b[Oo]ur (university|school|college|institute|academy|hospital|company|group|county|district|city|bank)\b"
)
LEARNED = ("university", "school", "college", "institute", "academy")
_CAPITALS = re.compile(r"[A-Z][a-z]+ (?:of )?[A-Z][a-z]")


def publishing(document: Document, reader: BodyReader) -> str | None:
    """The key of the body that published the article, which is then one of ``reader``'s: the known one, else where the
    text says "our college" the first of that kind that a line around it names."""
    our = OUR.search(document.text)
    if document.home in reader.bodies.all or our is None:
        return document.home if document.home in reader.bodies.all else None
    if document.home:
        return reader.publisher(institutions().by_id(document.home))
    lines = [line for line in _lines(document) if _CAPITALS.search(document.text, line.start, line.end)]
    known = known_units(document.text) if lines else {}
    for line in lines:
        within = {s: u for s, u in known.items() if line.start <= s < line.end}
        for row in rows(document.text, words(document.text, line.start, line.end), within, {}):
            for phrase in phrases(row):
                if phrase.head and len(phrase.units) > 1 and _is_called(phrase.head, our.group(1)):
                    return reader.outside(phrase)
    return None


def _is_called(head: str, noun: str) -> bool:
    """Whether a body with that head may call itself "our ``noun``": schools of any kind also by each other's nouns."""
    return head.casefold() == noun or (noun in LEARNED and head.casefold() in LEARNED)


def _lines(document: Document) -> Iterator[Paragraph]:
    yield from (p for p in document.paragraphs if p.zone == "dateline")
    yield from site_lines(document.text, document.paragraphs)
