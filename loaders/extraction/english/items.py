"""The items of a digest: paragraphs with a place or day at their head, each of which tells of something else.

"WUQING. A delegation of ..."; "Nov 3. President Guo Fu received ..."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import Sentence

_LABEL = re.compile(r"\W*(?:[ⓁⓃⒾⒹ]|[A-Z][A-Z' -]{2,30})\W*")
FEWEST = 2
"""Labels that make a digest: one paragraph that begins so is only a dateline."""


def items(reading: Reading) -> list[Reading]:
    """``reading`` in parts that have nothing to do with each other; mentions and dates are those of the whole."""
    borders = [i for i in range(len(reading.sentences)) if _opens(reading.sentences, i)]
    if len(borders) < FEWEST:
        return [reading]
    parts = _cut(reading.sentences, borders)
    return [replace(reading, sentences=part, rejected=[]) for part in parts]


def _opens(sentences: list[Sentence], number: int) -> bool:
    """Whether a sentence is the label of the paragraph that it begins."""
    this = sentences[number]
    first = number == 0 or sentences[number - 1].paragraph != this.paragraph
    more = number + 1 < len(sentences) and sentences[number + 1].paragraph == this.paragraph
    return this.zone == "body" and first and more and _LABEL.fullmatch(this.skeleton) is not None


def _cut(sentences: list[Sentence], borders: list[int]) -> Iterator[list[Sentence]]:
    if borders[0]:
        yield sentences[: borders[0]]
    for start, end in zip(borders, [*borders[1:], len(sentences)], strict=True):
        yield sentences[start:end]
