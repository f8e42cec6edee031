"""The sentences that a grammar reads: those of title and body, with everything else of the text blanked."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.document import Document, Zone

LONGEST = 2000
"""Characters of a sentence: what has no full stop by then is cut there, so that no rule reads a whole book at once."""
_END = re.compile(
    "[。！？](?:[”’」』）]*)|；(?=[^。；]{0,10}[0-9]日|在[^，。；]{2,14}，|(?:于|在|早在)?(?:去年|今年|前年|上月|上周|(?:19|20)[0-9]{2}年|[0-9]{1,2}月)|(?:当天|次日|随后|之后)?(?:[上下中]午|晚上|傍晚|[0-9一二三四五六七八九十]{1,3}[点时]))"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` with the number of its paragraph."""

    start: int
    end: int
    paragraph: int
    zone: Zone


@cache
def _misread() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs: dict[str, str] = words("events")["misread"]
    return re.compile(alternation(pairs)), pairs


_FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")


def readable(document: Document) -> str:
    """The clean text, of equal length, with line ends in place of all that is neither title nor body, and with one
    width of punctuation, so that no pattern has to know two. Verbs that a scanner misread (签汀) are put right."""
    pattern, pairs = _misread()
    text = pattern.sub(lambda hit: pairs[hit.group()], document.text.translate(_FULL_WIDTH))
    parts, last = [], 0
    for paragraph in document.paragraphs:
        if paragraph.zone in ("title", "body"):
            parts.append("\n" * (paragraph.start - last))
            parts.append(text[paragraph.start : paragraph.end])
            last = paragraph.end
    parts.append("\n" * (len(text) - last))
    return "".join(parts)


def header(document: Document) -> str:
    """What stands above the first line of the body, the title excepted."""
    first = next((p.start for p in document.paragraphs if p.zone == "body"), 0)
    return "\n".join(
        document.text[p.start : p.end] for p in document.paragraphs if p.start < first and p.zone != "title"
    )


def footer(document: Document) -> str:
    """What stands below the last line of the body: the site's name, mostly."""
    last = max((p.end for p in document.paragraphs if p.zone == "body"), default=0)
    return "\n".join(document.text[p.start : p.end] for p in document.paragraphs if p.start >= last)


def sentences(document: Document, text: str) -> list[Sentence]:
    """The sentences of title and body in order; ``text`` is what ``readable`` gave."""
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.zone not in ("title", "body"):
            continue
        start = paragraph.start
        for end in _END.finditer(text, paragraph.start, paragraph.end):
            found += _cut(Sentence(start, end.end(), number, paragraph.zone))
            start = end.end()
        if text[start : paragraph.end].strip():
            found += _cut(Sentence(start, paragraph.end, number, paragraph.zone))
    return found


def _cut(whole: Sentence) -> list[Sentence]:
    if whole.end - whole.start <= LONGEST:
        return [whole]
    starts = range(whole.start, whole.end, LONGEST)
    return [replace(whole, start=start, end=min(start + LONGEST, whole.end)) for start in starts]


def around(lines: Sequence[Sentence], place: int) -> Sentence:
    """The sentence of ``lines``, which are in order, that ``place`` lies in."""
    return lines[bisect_right(lines, place, key=lambda s: s.start) - 1]
