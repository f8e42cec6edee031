"""Candidates that no rule took, with the reason: sentences with a word of meeting or signing, and offices.

Read after everything else, from what the layers found; it decides nothing.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

from loaders.extraction.english.events import past
from loaders.extraction.english.frames import in_speech
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Sentence
from loaders.extraction.english.verbs import verbs
from loaders.extraction.reasons import Reason

Seen: TypeAlias = Iterator[tuple[str, int, int, Reason]]
"""The kind and place of a candidate in the text, and why it was not taken."""

_MEANT = re.compile(
    r"\b(?:will|would|shall|may|can|could|should|must|to|hopes?|hoped|plans?|planned|agreed|invited)\b"
    r"(?: \w+ly| also| be| have)* $"
)
_VERBS: Final = {"meeting": ("received_by", "visit", "receive"), "agreement": ("sign",)}
_SIGN = re.compile(r"\bsign(?:ed|s|ing)?\b|\binked\b|\bentered into\b")


def events(reading: Reading, told: Collection[int | None], around: Collection[int]) -> Seen:
    """The sentences, by number, with a word of meeting or signing. Those in ``told`` tell of an event that was taken;
    those ``around`` one belong to it, unless they speak of another time."""
    for number, sentence in enumerate(reading.sentences):
        named = any(m.kind in BODY + DISTRICT + PERSON for m in sentence.mentions)
        if number in told or sentence.zone != "body" or not named:
            continue
        for kind, names in _VERBS.items():
            places = (v.start() for name in names if (v := _verb(name, sentence.skeleton)))
            verb = next(places, None)
            if verb is not None and ((why := _why(reading, sentence, verb)) != "one_body" or number not in around):
                yield kind, sentence.start, sentence.end, why


def _verb(name: str, skeleton: str) -> re.Match[str] | None:
    return _SIGN.search(skeleton) if name == "sign" else next(iter(verbs(name, skeleton)), None)


def _why(reading: Reading, sentence: Sentence, verb: int) -> Reason:
    if _MEANT.search(sentence.skeleton, max(0, verb - 30), verb):
        return "planned"
    if past(reading, sentence) or in_speech(sentence, verb):
        return "earlier"
    return "one_body"
