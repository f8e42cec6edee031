"""Visits told as nouns: "the visit of Ⓟ to Ⓘ took place", "the next stop was Ⓘ"."""

import re

from loaders.extraction.english.frame import MET, Frame, side
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Sentence

_WHOLE = r"(?:day|tour|trip|visit|journey|mission|programme?|morning|afternoon|week|delegation|itinerary|group|party)"
_STOP = re.compile(
    r"\b(?:(?:first|second|third|fourth|next|last|final|another|other) "
    r"(?:stop|stopover|destination|appointment|leg|station|visit|call)\b(?! of\b(?! (?:the|their|his|her|its) "
    rf"{_WHOLE}\b))[^.;]{{0,60}}? "
    r"(?:was|took (?:the [\w-]+|them|him|her) to|brought (?:the [\w-]+|them|him|her) to|led to|came at"
    r"|was reserved for)"
    rf"|(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Ii]ts) {_WHOLE}(?: of [^.;ⓅⒾⓁ]{{1,30}})? (?:then |also )?"
    r"(?:began|started|opened|kicked off|ended|finished|concluded|closed|continued|was rounded off|included"
    r"|was set aside for)(?: [^.;ⓅⒾⓁ]{1,60}?)??"
    r"|(?:[Tt]here )?followed"
    r"|\b(?:last|first|second|third|next) (?:day|morning|afternoon) was (?:set aside|reserved) for[^.;ⓅⒾⓁ]{0,60}?)"
    r"(?: (?:at|to|with|in|on|by|a|an|the|visits?|calls?|trip|tour|stop|of))*? "
    r"(?:the )?(?:[\w'’-]+,? (?:of |at |in )?(?:the )?){0,3}?(?P<goal>[ⒾⓁ])"
    r"(?P<within>, at (?:the )?(?:[\w'’Ⓣ-]+ ){0,4}(?:of |at )(?:the )?(?P<inner>[Ⓘ])"
    r"(?:['’]s [\w -]{0,30}(?:Ⓣ )?(?P<partner>Ⓘ))?)?"
)
"""A stop as a noun: "the delegation's next stop was the plant of Ⓘ"."""
_NOUN = re.compile(
    r"\b(?:visit|trip|tour) (?:of|by|from) (?P<who>[^.;]{0,160}?[ⓅⒾⓁ][^.;]{0,120}?) to (?:the )?(?P<goal>[ⒾⓁ])"
    r"(?= (?:was|took|lasted|ended|began|came|on Ⓓ))"
)


def named_visit(sentence: Sentence, number: int) -> Frame | None:
    """The frame of a visit or stop that a noun tells."""
    if BODY not in sentence.skeleton and DISTRICT not in sentence.skeleton:
        return None
    return _visit(sentence, number) or _stop(sentence, number)


def _visit(sentence: Sentence, number: int) -> Frame | None:
    """The visit of A to B took place."""
    found = _NOUN.search(sentence.skeleton)
    if found is None:
        return None
    people, bodies = side(sentence, *found.span("who"))
    goal = sentence.at(found.start("goal")).key
    return Frame(number, "visit", visitors=people, visiting=bodies, hosting=[goal], strength=2)


def _stop(sentence: Sentence, number: int) -> Frame | None:
    """The next stop of those who are on their way."""
    found = _STOP.search(sentence.skeleton)
    if found is None:
        return None
    goal = sentence.at(found.start(next(g for g in ("partner", "inner", "goal") if found.group(g)))).key
    people = [m.key for m in sentence.within(0, found.start(), PERSON)]
    met = MET.search(sentence.skeleton, found.end())
    hosts = [m.key for m in sentence.within(met.end(), len(sentence.skeleton), PERSON)] if met else []
    return Frame(number, "visit", visitors=people, hosts=hosts, hosting=[goal], anaphoric=not people, strength=1)
