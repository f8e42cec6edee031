"""Who the parties of an agreement are, as the sentence names them: by subject, "between", "with" or "by"."""

import re

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.roles import definite
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Sentence

_LIST = r"[ⒾⓁⒼ](?:(?:, | and |, and |, as well as | as well as )(?:the )?(?:its (?:\w+ ){0,3})?[ⒾⓁⒼ])*"
_GROUP = re.compile(_LIST)
_PAIR = re.compile(r"\b(?:between|among) (?:the )?(?P<a>[ⒾⓁⒼ])(?P<more>[^.;]{0,80}?)\band (?:the )?(?P<b>[ⒾⓁⒼ])")
_WITH = re.compile(rf"\bwith (?:the )?(?:[\w'’]+ ){{0,3}}?(?P<b>{_LIST})")
_BY = re.compile(r"\bby (?:the )?(?P<b>[ⒾⓁⒼⓅⓉ][^.;]{0,160})")
_RELATIVE = re.compile(r", (?:which|who|whose|where) [^,]*,")
_WITNESS = re.compile(r"\bwitness(?:ed|ing)? (?:by )?[^.;]*?(?:,|$)|\bin the presence of [^.;]*?(?:,|$)", re.I)
SIGNERS = re.compile(r"\b[Ss]ignator(?:y|ies) (?:were|are|was|included)\b")


def places(skeleton: str, verb: int, after: int, passive: bool) -> list[int]:
    """Where in a skeleton the parties stand, for a verb at ``verb`` whose object ends at ``after``."""
    pair = _PAIR.search(skeleton)
    if pair:
        return _symbols(skeleton, pair.start("a"), pair.end("b"))
    with_ = _WITH.search(skeleton, verb if passive else after)
    if passive:
        by = _BY.search(skeleton, verb)
        found = _symbols(skeleton, *by.span("b")) if by else []
    else:
        subject = list(_GROUP.finditer(_RELATIVE.sub(lambda m: " " * len(m.group()), skeleton[:verb])))
        found = _symbols(skeleton, *subject[-1].span()) if subject else []
    return found + (_symbols(skeleton, *with_.span("b")) if with_ else [])


def _symbols(skeleton: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if skeleton[i] in "ⒾⓁⒼ"]


def signers(sentence: Sentence, verb: int, passive: bool) -> list[str]:
    """The people who put the signature; those who only looked on are none."""
    by = _BY.search(sentence.skeleton, verb) if passive else None
    start, end = by.span("b") if by else (0, verb)
    hidden = [m.span() for m in _WITNESS.finditer(sentence.skeleton)]
    pairs = zip(sentence.mentions, sentence.places, strict=True)
    return [
        m.key
        for m, place in pairs
        if m.kind == PERSON and start <= place < end and not any(a <= place < b for a, b in hidden)
    ]


def bodies(reading: Reading, camps: Camps, sentence: Sentence, found: list[int]) -> dict[str, str]:
    """The camps of the bodies at these places, each with the body that the text names."""
    named: dict[str, str] = {}
    for place in found:
        mention = sentence.at(place)
        key = mention.key if mention.kind in BODY + DISTRICT else definite(reading, mention)
        if key:
            named.setdefault(camps.of(key), key)
    return named
