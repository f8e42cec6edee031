"""The items of a digest: paragraphs with a place or day at their head, each of which tells of something else.

"WUQING. A delegation of ..."; "Nov 3. President Guo Fu received ..."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import DATE, Sentence

_LABEL = re.compile(r"\W*(?:[ⓁⓃⒾⒹ]|[A-Z][A-Z' -]{2,30})\W*")
_GOES_ON = re.compile(
    r"\W*(?:On Ⓓ,? |In the \w+,? )?"
    r"(?:[Tt]he (?:\w+ )?(?:delegation|group|guests|visitors|party|team|talks)|[Tt]hey|[Hh]e|[Ss]he)\b"
)
"""The diary of one journey has days at the head of its paragraphs, too, and they hang together."""
FEWEST = 2
"""Labels that make a digest: one paragraph that begins so is only a dateline."""


def items(reading: Reading) -> list[Reading]:
    """``reading`` in parts that have nothing to do with each other; mentions and dates are those of the whole."""
    borders = [i for i in range(len(reading.sentences)) if _opens(reading, i)]
    if any(_GOES_ON.match(reading.sentences[i + 1].skeleton) for i in borders):
        return [reading]
    if len(borders) < FEWEST:
        return [reading]
    parts = _cut(reading.sentences, borders)
    return [replace(reading, sentences=part, rejected=[]) for part in parts]


def _opens(reading: Reading, number: int) -> bool:
    """Whether a sentence is the label of the paragraph that it begins: a day, or words in capitals."""
    sentences = reading.sentences
    this = sentences[number]
    first = number == 0 or sentences[number - 1].paragraph != this.paragraph
    more = number + 1 < len(sentences) and sentences[number + 1].paragraph == this.paragraph
    label = this.zone == "body" and first and more and _LABEL.fullmatch(this.skeleton)
    return bool(label) and (DATE in this.skeleton or reading.document.text[this.start : this.end].isupper())


def _cut(sentences: list[Sentence], borders: list[int]) -> Iterator[list[Sentence]]:
    if borders[0]:
        yield sentences[: borders[0]]
    for start, end in zip(borders, [*borders[1:], len(sentences)], strict=True):
        yield sentences[start:end]
