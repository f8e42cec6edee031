"""Which body "the university", "the district government" or "the committee" stands for."""

import re
from bisect import bisect_left

from loaders.extraction.english.lexicon import words as lexicon
from loaders.extraction.english.publishing import LEARNED
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.registry import Body
from loaders.extraction.english.skeleton import BODY, Mention
from loaders.extraction.english.titles import generic_kind


def definite(reading: Reading, phrase: Mention) -> str | None:
    """The body that "the university" or "the district government" stands for: the nearest before that can be meant."""
    words = phrase.key.casefold()
    if _OUR.search(reading.document.text, max(0, phrase.start - 5), phrase.start):
        theirs = ours(reading, words)
        if theirs:
            return theirs
    kind = generic_kind(words)
    if phrase.key == "Company" and _ISSUER.search(reading.document.text):
        issuers = [b for b in reading.bodies.all.values() if b.type == "company" and b.spans and b.parent is None]
        return min(issuers, key=lambda b: b.spans[0][0]).key if issuers else None
    level = next((v for k, v in lexicon("titles")["levels"].items() if k in words), None)
    called = [b for b in reading.bodies.all.values() if re.search(rf"\b{re.escape(words)}\b", b.name, re.I)]
    fit = [
        b
        for b in reading.bodies.all.values()
        if _fits(b.type, b.level, b.name, kind, level) and not (b.parent and b not in called)
    ]
    own = [] if level or kind == "university" else called
    if words.endswith(("university", "college", "school", "campus")):
        own = [b for b in fit if b.type == "university"]
    elif words.endswith(("institute", "academy")) and called:
        own = called
    elif words.endswith("government"):
        own = [b for b in fit if "Government" in b.name]
    found = nearest(own, phrase.start) or nearest(fit, phrase.start)
    return fit[0].key if found is None and level and len(fit) == 1 else found


_ISSUER = re.compile(r"\b(?:the|or) [\"“]Company[\"”]")
"""What a company's own release calls it from then on."""
_OUR = re.compile(r"\b[Oo]ur $")


def ours(reading: Reading, noun: str) -> str | None:
    """Whose "our hospital" or "our county" is: the publisher's, else the first body or district with that noun that
    the text names for itself."""
    bodies = reading.bodies.all
    home = bodies.get(reading.home or "")
    if home and (_has(home, noun) or noun in LEARNED):
        return home.key
    fit = [b for b in bodies.values() if b.spans and b.named and (_has(b, noun) or (b.level == noun and b.code))]
    return min(fit, key=lambda b: b.spans[0][0]).key if fit else None


def _has(body: Body, noun: str) -> bool:
    """Whether a body is called by a noun; a district's bodies have its own: "Xianghe County Hospital" is no county."""
    return body.kind == BODY and noun in body.name.casefold().split(" ")


def nearest(among: list[Body], place: int) -> str | None:
    """The body that was named last before ``place``."""
    nearest: tuple[int, str] | None = None
    for body in among:
        before = bisect_left(body.spans, (place,)) - 1
        start = body.spans[before][0] if before >= 0 else -1
        if start >= 0 and (nearest is None or start > nearest[0]):
            nearest = (start, body.key)
    return nearest[1] if nearest else None


def _fits(type_: str, body_level: str, name: str, kind: str, level: list[str] | None) -> bool:
    if kind == "university":
        return type_ in ("university", "research_institute")
    if kind in ("company", "association", "park"):
        return type_ == kind
    if level:
        return body_level in level or (kind == "government" and "Government" in name)
    return kind == "government" and "Government" in name
