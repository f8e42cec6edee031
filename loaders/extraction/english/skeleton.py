"""Sentences with their mentions as symbols: what the grammar's rules are written on.

"President Guo Fu met with Zhang San of BIT." reads ``Ⓣ Ⓟ met with Ⓟ of Ⓘ.``: a rule is a regular expression over that,
and every symbol leads back to its mention. Words stay as they are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extraction.document import Document, Zone

PERSON, TITLE, BODY, DISTRICT, GENERIC, DATE, NAME = "ⓅⓉⒾⓁⒼⒹⓃ"
"""Person; post; institution; district; a body without a name ("the university"); date; another proper name."""

SYMBOLS = re.compile("[ⓅⓉⒾⓁⒼⒹⓃ]")

_END = re.compile(r"""[.!?][”"’')]*(?=\s+[“"‘'(]?[A-Z0-9•]|\s*$)""")
_BRACKETED = re.compile(r"(?<=Ⓟ) \(([^()]*[ⓉⒾⓁ][^()]*)\)")
"""A post in brackets, which reads as an apposition: "Hu Jing (dean of ORG)"."""
_HONORIFIC = re.compile(r"(?<=\b[DM]r)\.|(?<=\bM[rs]s)\.|(?<=\bMs)\.|(?<=\bProf)\.|(?<=\bH)\.(?=E\.)|(?<=\bH\.E)\.")
"""Full stops that end no sentence, for rules that look no further than to one."""
_WORD = re.compile(r"\S")
LONGEST = 1000
"""Characters of a sentence: what has no full stop by then is cut there, so that no rule reads a whole book at once."""
SHORTEST = 8
"""Characters of a sentence without a mention that can tell anything: "They met."."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:MR|MRS|MS|DR|PROF|Mr|Mrs|Ms|Dr|Prof|Univ|Sci|Tech|Co|Ltd|Inc|Corp|No|St|Sr|Jr|vs|etc|Assoc|Asst|Dept|Inst|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?"
    r"|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|i\.e|e\.g|a\.m|p\.m|H\.E)|\b[A-Z])\.$"
)
_CLOSING = re.compile(r"\b(?:Ltd|Co|Inc|Corp|etc|[ap]\.m)\.$")
_OPENING = re.compile(
    r"\s+(?:They|The|It|In|On|At|After|During|Both|He|She|This|These|Also|Before|As|His|Her|Their|Mr|Ms|With|To|For|A|An)\b"
)


_NO_POST = re.compile(
    r"\s+(?!Chair|President|(?:Vice|Deputy) (?!Mayor|Governor|County|District|Magistrate)|General|C[ETFO]O\b"
    r"|Executive|Director|Manag|Senior|Chief|Secretary|Party|Founder|Co-|Spokes"
    r"|Assistant|Engineer|Expert|Board|Branch|Group|Ltd|Inc|Mr|Ms|Dr|Prof)[A-Z]"
)
"""What begins a sentence behind "Co., Ltd.", where the company's own posts would go on with this one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]``, seen as ``kind`` (one of the symbols); ``key`` names what it refers to."""

    kind: str
    start: int
    end: int
    key: str


def _start(mention: Mention) -> int:
    return mention.start


@dataclass(frozen=True, slots=True)
class Sentence:
    """``skeleton`` stands for the document's ``text[start:end]``; ``places[i]`` is where in it ``mentions[i]`` is."""

    zone: Zone
    paragraph: int
    start: int
    end: int
    skeleton: str
    mentions: tuple[Mention, ...]
    places: tuple[int, ...]

    def at(self, place: int) -> Mention:
        """The mention whose symbol stands at ``skeleton[place]``."""
        return self.mentions[bisect_left(self.places, place)]

    def place(self, mention: Mention) -> int:
        """Where the symbol of one of the mentions stands."""
        return self.places[bisect_left(self.mentions, mention.start, key=_start)]

    def within(self, start: int, end: int, kinds: str = "ⓅⓉⒾⓁⒼⒹⓃ") -> list[Mention]:
        """The mentions of these kinds in ``skeleton[start:end]``."""
        return [m for _, m in self.placed(start, end, kinds)]

    def placed(self, start: int, end: int, kinds: str) -> list[tuple[int, Mention]]:
        """These with the places of their symbols."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        inside = zip(self.places[first:last], self.mentions[first:last], strict=True)
        return [(place, mention) for place, mention in inside if mention.kind in kinds]

    def offset(self, place: int) -> int:
        """Where in the document's text ``skeleton[place]`` begins."""
        i = bisect_left(self.places, place)
        if i == 0:
            return self.start + place
        return self.mentions[i - 1].end + place - self.places[i - 1] - 1


def without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """In the order of the text, the longer of two that overlap (the earlier in ``mentions`` if equal)."""
    taken: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if taken and mention.start < taken[-1].end:
            if mention.end - mention.start > taken[-1].end - taken[-1].start:
                taken[-1] = mention
            continue
        taken.append(mention)
    return taken


def split(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, without the space between them."""
    start, last = 0, len(text.rstrip())
    for stop in _END.finditer(text):
        end = stop.end()
        if (
            end < last
            and text[end - 1] == "."
            and _ABBREVIATED.search(text, max(0, end - 8), end)
            and not (_CLOSING.search(text, max(0, end - 8), end) and _OPENING.match(text, end))
            and not (text.endswith("Ltd.", start, end) and _NO_POST.match(text, end))
        ):
            continue
        yield start, end
        following = _WORD.search(text, end)
        start = following.start() if following else last
    if start < last:
        yield start, last


def sentences(document: Document, mentions: Sequence[Mention]) -> list[Sentence]:
    """The sentences of title and body, in order; ``mentions`` must be sorted and free of overlaps."""
    starts = [m.start for m in mentions]
    text = SYMBOLS.sub("?", document.text)
    found = []
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.zone not in ("title", "body"):
            continue
        for a, b in split(document.text[paragraph.start : paragraph.end]):
            for start, end in _cut(paragraph.start + a, paragraph.start + b, mentions, starts):
                inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
                if not inside and end - start < SHORTEST:
                    continue
                found.append(_sentence(text, paragraph.zone, number, start, end, inside))
    return found


def _cut(start: int, end: int, mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of at most ``LONGEST`` characters, none of which ends within a mention."""
    while end - start > LONGEST:
        stop = start + LONGEST
        before = bisect_left(starts, stop)
        if before and start < mentions[before - 1].start and stop < mentions[before - 1].end:
            stop = mentions[before - 1].start
        yield start, stop
        start = stop
    yield start, end


def _sentence(text: str, zone: Zone, paragraph: int, start: int, end: int, inside: Sequence[Mention]) -> Sentence:
    pieces, places, at, length = [], [], start, 0
    for mention in inside:
        between = text[at : mention.start]
        places.append(length + len(between))
        pieces += [between, mention.kind]
        length += len(between) + 1
        at = mention.end
    pieces.append(text[at:end])
    skeleton = _HONORIFIC.sub("·", _BRACKETED.sub(r", \1,", "".join(pieces)))
    return Sentence(zone, paragraph, start, end, skeleton, tuple(inside), tuple(places))
