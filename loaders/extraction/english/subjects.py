"""Subjects that only stand for whoever came: "the delegation", "they", "he"."""

import re

from loaders.extraction.english.skeleton import Sentence

_CALLED = re.compile(
    r"\b(?:[Tt]he (?:\w+ )?(?:delegation|group|guests?|visitors?|team|party|mission|delegates"
    r"|diplomats|envoys|entrepreneurs|executives|visiting \w+)|[Tt]hey"
    r"|(?:[Hh]is|[Hh]er) party)"
    r"(?: \w+ly| also| then| later| had| went on to)* $"
)


_GROUP_ACTS = re.compile(r"\b[Tt]he (Ⓖ)(?: \w+ly| also| then| later| had| next)* $")
"""A subject that a company can be, too."""


def is_called(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is a word for the guests."""
    if _CALLED.search(sentence.skeleton, max(0, verb - 60), verb):
        return True
    group = _GROUP_ACTS.search(sentence.skeleton, max(0, verb - 60), verb)
    return group is not None and sentence.at(group.start(1)).key.casefold() == "group"


_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)(?: \w+ly| also| then| later| next)* $")


def is_pronoun(sentence: Sentence, verb: int) -> bool:
    """Whether it is "he" or "she"."""
    return _PRONOUN.search(sentence.skeleton, max(0, verb - 40), verb) is not None
