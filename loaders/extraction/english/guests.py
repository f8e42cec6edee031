"""Whether those whom a sentence says were received or hosted are guests: prizes, money and contests are none."""

import re
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import Sentence

_TAKES_IN = re.compile(r"(?:received|receives|welcomed|welcomes|hosted|hosts|greeted|greets)$", re.I)
"""Verbs that take things as well as guests; whom one "met with" is a person anyway."""
_PHRASE = re.compile(
    r"(?: H·E·)?[^.,;()]*?(?= (?:from|of|by|in|at|on|to|for|with|during|as|and|who|that|led|headed)\b|[.,;()]|$)"
)
_ADVERB = re.compile(r"^(?: (?:\w+ly|back|home|here|also|then))+(?= |$)")


@cache
def _guest() -> re.Pattern[str]:
    return re.compile(rf"[ⓅⓉ]|[ⒾⓁⒼ]$|\b{choice(words('verbs')['guests'])}\b", re.I)


@cache
def _many() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:\d[\d,]{{2,}}|hundreds|thousands|million|billion) {choice(words('verbs')['crowds'])}", re.I
    )


def takes_guests(sentence: Sentence, verb: re.Match[str]) -> bool:
    """Whether the object of a verb of receiving, up to the first preposition, can be guests or a meeting with them."""
    if not _TAKES_IN.search(verb.group()):
        return True
    phrase = _PHRASE.match(sentence.skeleton, verb.end())
    taken = _ADVERB.sub("", phrase.group() if phrase else "").rstrip()
    return not taken or bool(_guest().search(taken) and not _many().search(taken))


@cache
def _own_event() -> re.Pattern[str]:
    verbs = words("verbs")
    return re.compile(rf"\b{choice(verbs['holds'])} (?:[\w-]+ ){{0,5}}?{choice(verbs['own_events'])}\b", re.I)


def holds_own_event(sentence: Sentence) -> bool:
    """Whether a body holds something for its own people or for all comers: a work conference, a contest."""
    return _own_event().search(sentence.skeleton) is not None


@cache
def _prize() -> re.Pattern[str]:
    verbs = words("verbs")
    return re.compile(rf"\b{choice(verbs['prized'])}\b[^.;]{{0,100}}?\b{choice(verbs['prizes'])}\b", re.I)


def is_prize_giving(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells that somebody was given a prize: who gives it neither meets them nor is of their body.
    Read in the text, for the prize's name may be a mention of the skeleton."""
    return _prize().search(reading.document.text, sentence.start, sentence.end) is not None
