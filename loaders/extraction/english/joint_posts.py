"""A person's post, and posts told once for two people: "mayors A (X) and B (Y)", "Rector A and Dean B of Ⓘ"."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from loaders.extraction.english.skeleton import PERSON, Mention, Sentence
from loaders.extraction.english.titles import is_plural, singular

_B = "[ⒾⓁⒼ]"
_AT = r"(?: (?:of|from) (?:the )?|, )"
_HOLDERS = re.compile(rf"(?P<title>Ⓣ),? (?P<a>Ⓟ){_AT}(?P<x>{_B}),? and (?:of )?(?P<b>Ⓟ){_AT}(?P<y>{_B})(?=[,.;) ]|$)")
_HELD_AT = re.compile(
    rf"(?P<title>Ⓣ) of (?:the )?(?P<x>{_B}) and (?:of )?(?:the )?(?P<y>{_B}), (?P<a>Ⓟ) and (?P<b>Ⓟ)(?=[,.; ]|$)"
)
_TITLED = r"Ⓣ(?: of (?:the )?[ⒾⓃ])?,? Ⓟ"
_JOINT = re.compile(
    rf"(?<![ⒾⓁⒼ] )(?<!['’]s )(?P<first>{_TITLED}(?:(?:,? and |, |,? as well as | ){_TITLED})*)"
    rf"(?:,? and |,? as well as | )(?:the )?{_TITLED} (?:of|from|at) (?:the )?(?P<b>[ⒾⓁⒼ])(?! Ⓣ)"
)
"""People of one body, which only the last of them is told with: "Vice Mayor A, Secretary B and Director C of Ⓛ"."""


@dataclass(slots=True)
class Holding:
    """A person's post; ``body`` is a key or None, ``inferred`` where the text names no body."""

    person: str
    title: str
    body: str | None
    sentence: int
    inferred: bool = False
    former: bool = False
    leads: bool = False
    """Whether the title stands before the name."""
    hint: str | None = None
    """What the title itself says about the body's kind: "county magistrate"."""


def fill(found: Iterable[Holding], body: str | None) -> None:
    """Give every post without a body this one, as the text's own word."""
    for holding in found:
        if holding.body is None:
            holding.body, holding.inferred = body, False


def each(sentence: Sentence, number: int, body_of: Callable[[Mention], str | None]) -> list[Holding]:
    """A plural post whose holders have a body each; ``body_of`` tells what a mention stands for."""
    found = []
    for match in chain(_HOLDERS.finditer(sentence.skeleton), _HELD_AT.finditer(sentence.skeleton)):
        title = sentence.at(match.start("title"))
        if is_plural(title.key):
            for who, where in (("a", "x"), ("b", "y")):
                body = body_of(sentence.at(match.start(where)))
                found.append(Holding(sentence.at(match.start(who)).key, singular(title.key), body, number))
    return found


def share(
    found: list[Holding],
    sentence: Sentence,
    number: int,
    body_of: Callable[[Mention], str | None],
    can: Callable[[str, str], bool],
) -> None:
    """Give people in a row the body that stands behind the last of them, "Rector A and Dean B of Ⓘ", if it ``can`` have
    such a title."""
    for match in _JOINT.finditer(sentence.skeleton):
        body = body_of(sentence.at(match.start("b")))
        if body:
            first = {m.key for m in sentence.within(*match.span("first"), PERSON)}
            fill((h for h in found if h.sentence == number and h.person in first and can(h.title, body)), body)
