"""Of whom a sentence says that they were not there: absent, dead, or only spoken of."""

import re
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.skeleton import PERSON, Sentence

_APPOSED = r"(?: (?:of|from) (?:the )?[ⒾⓁⒼ])?(?:, [^ⓅⒹ,;.]{1,100}?(?:,|(?= who\b)))?,?(?: who| however,)?"
_PEOPLE = r"Ⓟ(?:(?:, | and |, and )(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ)*"


@cache
def _absent() -> re.Pattern[str]:
    verbs = words("verbs")
    return re.compile(
        rf"(?P<before>{_PEOPLE}){_APPOSED} {choice(verbs['absent'])}\b"
        rf"|\b{choice(verbs['absent_before'])} (?P<after>{_PEOPLE})"
    )


@cache
def _recalled() -> re.Pattern[str]:
    post = r"(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ(?: (?:of|at) (?:the )?[ⒾⓁⒼ])?,? )?"
    return re.compile(rf"\b{choice(words('verbs')['recalled'])},? {post}(Ⓟ)")


def absent(sentence: Sentence) -> list[str]:
    """Those who were not at the event."""
    return [
        m.key
        for found in _absent().finditer(sentence.skeleton)
        for m in sentence.within(*found.span("before" if found.group("before") else "after"), PERSON)
    ]


def recalled(sentence: Sentence) -> list[str]:
    """Those whom the sentence only speaks of; another one may still say that they were there."""
    return [sentence.at(found.start(1)).key for found in _recalled().finditer(sentence.skeleton)]
