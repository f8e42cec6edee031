"""Groups that took part and that the text counts or describes, but does not name: "heads of the Graduate School"."""

import re

from loaders.extraction.english.attendance import takes_part
from loaders.extraction.english.events import Meeting
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import PERSON, TITLE, Sentence
from loaders.extraction.english.titles import is_plural

_COUNT = (
    r"(?i:more than|over|about|around|nearly|almost|some|several|other|another|relevant|main|responsible|senior|leading"
    r"|local|a dozen|dozens of|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty) "
)
_OF = r" (?:of|from) (?:[^.;Ⓟ]{1,200}?)"
_ACTS = "attended|took|were|was|joined|participated|accompanied|also|visited|came|went|received|met|who"
_GROUPS = re.compile(
    rf"(?<!\w)(?:(?:{_COUNT})*(?:Ⓣ|leaders|officials|experts|scholars|delegates|members|colleagues|staff|cadres|scientists"
    rf"|engineers|specialists|those in charge|persons in charge)(?:{_OF})?"
    rf"|(?:{_COUNT})+(?:teachers|students|entrepreneurs|guests|people|participants|faculty members)(?:{_OF})?)"
    rf"(?=[.;]| (?:on|in|at) Ⓓ|,? (?:{_ACTS}|\w{{3,}}ed)\b|$)"
)
_SIZES = re.compile(
    r"\b(?:[\w-]+-(?:member|person|strong|man) (?:delegation|group|team)"
    r"|(?:delegation|group|team) of (?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: (?!Ⓣ)[a-z]+)?)\b"
)


def unnamed(reading: Reading, meeting: Meeting) -> tuple[str, ...]:
    """The groups of a meeting as the text words them, each once."""
    found: dict[str, None] = {}
    for number in meeting.sentences:
        sentence = reading.sentences[number]
        if number in meeting.told or takes_part(sentence):
            for start, end in _spans(sentence):
                found.setdefault(reading.document.text[sentence.offset(start) : sentence.offset(end)].rstrip(" ,"))
    return tuple(found)


def _spans(sentence: Sentence) -> list[tuple[int, int]]:
    spans = [m.span() for m in _SIZES.finditer(sentence.skeleton)]
    for match in _GROUPS.finditer(sentence.skeleton):
        posts = sentence.within(*match.span(), TITLE)
        if posts and not is_plural(posts[0].key):
            continue
        if not sentence.within(match.end(), match.end() + 4, PERSON):
            spans.append(match.span())
    return spans
