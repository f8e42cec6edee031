"""Whose office a title is: a mayor is a city's, a dean a university's."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from loaders.extraction.english.lexicon import words
from loaders.extraction.english.registry import Body
from loaders.extraction.english.skeleton import DISTRICT

_SCHOOLS, _FIRMS = ("university", "research_institute", "other"), ("company", "association", "park", "other")
_PLACES = ("government", "party", "district")
_HELD_AT: Final[Mapping[str, tuple[str, ...]]] = {
    "university": (*_SCHOOLS, *_FIRMS),
    "company": _FIRMS,
    "district": _PLACES,
}
"""What a body can be by an office that somebody holds there: firms and associations have presidents, too."""
_LEARNED = re.compile(r"\b(?:dean|rector|provost|chancellor|professor)s?$", re.I)


@cache
def _offices() -> dict[str, str]:
    return {title: kind for kind, titles in words("titles")["offices"].items() for title in titles}


def office(title: str) -> str | None:
    """The kind of body (``university``, ``company``, ``district``) whose office a title is, by its last words:
    "executive vice president" is one of a university."""
    parts = title.casefold().split(" of ")[0].split(" ")
    return next((k for n in range(len(parts)) if (k := _offices().get(" ".join(parts[n:])))), None)


def can_have(body: Body, title: str) -> bool:
    """Whether a body of that kind can have such an office: no university has a mayor."""
    kind = "district" if body.kind == DISTRICT else body.type
    held = _SCHOOLS if _LEARNED.search(title) else _HELD_AT.get(office(title) or "")
    return held is None or kind in held
