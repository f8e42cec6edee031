"""Who presided, who spoke and whose words a sentence quotes."""

import re
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.skeleton import PERSON, Sentence

_CHAIRED = re.compile(
    r"\b(?:chaired|presided over|moderated|hosted)(?: over)? by (?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )?"
    r"(?:Ⓣ(?: (?:of|at) (?:the )?[ⒾⓁⒼ](?: of (?:the )?[ⒾⓁⒼ])?)? )?(Ⓟ)"
)
_CHAIRS = re.compile(
    r"(Ⓟ)(?: (?:of|from) (?:the )?[ⒾⓁⒼ])?(?:, [^Ⓟ]{0,80},)? (?:also )?"
    r"(?:(?:co-)?chaired|presided over|moderated|hosted|presides over|chairs) (?:the|this|it)\b"
)


_PRESIDED = re.compile(
    r"(Ⓟ)(?:, [^Ⓟ]{0,80},)? presided(?! over)"
    r"|, which (?:was )?(?:[ⒾⓁⒼ] )?(?:Ⓣ )?(Ⓟ)(?: (?:of|from) (?:the )?[ⒾⓁⒼ])?"
    r" (?:chaired|moderated|hosted|presided over)"
)


def chairs(sentence: Sentence) -> list[str]:
    """Who presided."""
    found = [m for p in (_CHAIRED, _CHAIRS, _PRESIDED) for m in p.finditer(sentence.skeleton)]
    return [sentence.at(m.start(m.lastindex or 1)).key for m in found]


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(
        rf"(Ⓟ)(?: (?:of|from) (?:the )?[ⒾⓁⒼ])?(?:, [^Ⓟ]{{0,160}},)?(?: and (?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ)?"
        rf"(?: (?:also|then|further|briefly|respectively|first|warmly))* {choice(words('verbs')['speak'])}\b"
    )


_ALL_SPOKE = re.compile(
    r"(?: (?:all|also|then|each|respectively))* (?:(?:delivered|made|gave)(?: (?:[\w-]+|Ⓓ)){0,3} "
    r"(?:speeches|remarks|addresses|presentations|reports|talks)\b|(?:spoke|took the floor)\b)"
)
_CLAUSE = re.compile(r"; |[,:] (?:where|while|when|after which) |\b(?:that|where|when) |^[^Ⓟ,]*, (?=[^Ⓟ,]*Ⓟ)")
_NO_LIST = re.compile(
    r"\b(?:[a-z]+(?:ed|ing)|was|were|is|are|met|held|led|spoke|gave|who|whom|which|with|by|to|after|before|presence|behalf)\b"
)
"""What shows that the people before a verb are not all its subject."""
_SPEAKERS = re.compile(r"\b[Ss]peakers\b(?: (?:of|at|in) [^Ⓟ.;]{0,60}?)? (?:were|was|included|are)\b")
_SAID = re.compile(r"[\"”’'],? (?:said|added|noted|explained|says|recalled|stressed) (?:Ⓣ )*(Ⓟ)")


def quoted(sentence: Sentence) -> list[str]:
    """Whose words a sentence quotes: "...", said NAME."""
    return [sentence.at(m.start(1)).key for m in _SAID.finditer(sentence.skeleton)]


def speakers(sentence: Sentence) -> list[str]:
    """Who said something."""
    listed = _SPEAKERS.search(sentence.skeleton)
    found = [m.key for m in sentence.within(listed.end(), len(sentence.skeleton), PERSON)] if listed else []
    for spoke in _ALL_SPOKE.finditer(sentence.skeleton):
        start = max((m.end() for m in _CLAUSE.finditer(sentence.skeleton, 0, spoke.start())), default=0)
        subject = sentence.skeleton[start : spoke.start()]
        if re.search(r"\band [^,]*Ⓟ", subject) and not _NO_LIST.search(subject):
            found += [m.key for m in sentence.within(start, spoke.start(), PERSON)]
    for match in _speech().finditer(sentence.skeleton):
        found += [m.key for m in sentence.within(match.start(), match.end(), PERSON)]
    return found
