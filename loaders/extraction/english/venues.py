"""Where a meeting was, and whose place that is: a body that meets at home is host."""

import re
from functools import cache

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite
from loaders.extraction.english.events import Meeting
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import DISTRICT, Sentence

_HELD = re.compile(
    r"\b(?:held|place|signed|convened|opened|hosted)(?: on)?(?: Ⓓ)? (?:at|in) (?:the )?(?:[\w'’]+ ){0,3}?"
    r"([ⒾⓁⓃⒼ])(?:['’]s ([ⓃⒾ]))?"
)


_THERE = re.compile(r" (?:in|at) (?:the )?([ⓁⓃ])(?=,? on Ⓓ|,? Ⓓ|[.;]|$)")
"""A town or building at the end of what is told: "met with Ⓟ in Ⓛ on Ⓓ"."""


@cache
def _spoke() -> re.Pattern[str]:
    return re.compile(rf"\b{choice(words('verbs')['speak'])}\b")


def place(reading: Reading, camps: Camps, meeting: Meeting, sentence: Sentence) -> None:
    """Note where the meeting was, if the sentence says so, and whose place that is."""
    held = _HELD.search(sentence.skeleton)
    if held is None:
        there = None if _spoke().search(sentence.skeleton) else _THERE.search(sentence.skeleton)
        mention = sentence.at(there.start(1)) if there else None
        if mention and (mention.kind == DISTRICT or mention.key.split(" ")[-1] in words("bodies")["places"]):
            meeting.place = reading.document.text[mention.start : mention.end]
        return
    mention = sentence.at(held.start(2) if held.group(2) else held.start(1))
    owner = sentence.at(held.start(1))
    meeting.place = reading.document.text[mention.start : mention.end]
    key = owner.key if owner.kind in "ⒾⓁ" else None
    if owner.kind == "Ⓖ":
        key = definite(reading, owner)
    body = reading.bodies.get(key)
    if body and mention.kind == "Ⓖ":
        meeting.place = body.name
    if body and body.kind == DISTRICT:
        meeting.where = camps.of(body.key)
    elif body and body.type != "other":
        meeting.side(camps.of(body.key), "host", 0)
