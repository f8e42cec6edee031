"""The institutions and districts of one article, by what they are known as, and those that a table knows."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from graph.facts import InstitutionType, Level
from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from loaders.extraction.english.phrases import Unit


@dataclass(slots=True)
class Body:
    """An institution or district as this article names it; ``key`` is its known id or its folded name."""

    key: str
    name: str
    kind: str
    type: InstitutionType = "other"
    level: Level = "other"
    known: str | None = None
    code: str | None = None
    parent: str | None = None
    district: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    named: int = 0
    """How often it stands for itself, not only inside another body's name."""

    def call(self, surface: str) -> None:
        """Take ``surface`` as one of its names; the longest that is no acronym is ``name``."""
        self.aliases.setdefault(surface)
        if (len(surface) > len(self.name) or (self.name.isupper() and " " not in surface)) and not surface.isupper():
            self.name = surface


@dataclass(slots=True)
class Bodies:
    """All bodies of an article, by key."""

    all: dict[str, Body] = field(default_factory=dict)
    by_alias: dict[str, str] = field(default_factory=dict)
    by_fold: dict[str, str] = field(default_factory=dict)

    def find(self, surface: str) -> str:
        """The key of the body that bears this name, or the key that a new one of this name will have."""
        folded = fold(surface)
        return self.by_alias.get(surface) or self.by_fold.get(folded) or folded

    def take(self, key: str, surface: str, kind: str) -> Body:
        """The body of that key, made if it is new, with ``surface`` as a name."""
        self.by_fold.setdefault(fold(surface), key)
        body = self.all.setdefault(key, Body(key, surface, kind))
        body.call(surface)
        self.by_alias.setdefault(surface, key)
        return body

    def __getitem__(self, key: str) -> Body:
        return self.all[key]

    def get(self, key: str | None) -> Body | None:
        return self.all.get(key) if key else None


_LEGAL_FORM = re.compile(
    r",?(?: (?:co|company|corp|corporation|group)\b\.?)?,? (?:ltd|inc|limited|llc|plc)\b\.?$|,? co\.$| company$"
)


_SCIENCE, _TECHNOLOGY = re.compile(r"\bsci\."), re.compile(r"\btech\b\.?")
_SMALL, _GAPS = re.compile(r"\b(?:the|of|and|for|at|in)\b"), re.compile(r"[^\w]+")


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name without case, articles, punctuation and abbreviations, as the key of a body that no table knows."""
    plain = name.casefold().replace("univ.", "university").replace("’", "'").replace("&", "and")
    plain = _SCIENCE.sub("science", _TECHNOLOGY.sub("technology", plain)).replace("univeristy", "university")
    plain = _LEGAL_FORM.sub("", plain)
    return _GAPS.sub(" ", _SMALL.sub(" ", plain)).strip()


def known_units(text: str) -> dict[int, Unit]:
    """Known institutions and districts of the whole text, by start; of two that overlap the longer."""
    found: list[Unit] = []
    for match in institutions().matches(text, "en"):
        ids = {c.id for c in match.candidates}
        if len(ids) == 1:
            found.append(Unit("body", match.surface, match.start, match.end, ids.pop()))
    places = list(districts().matches(text, "en"))
    near = {p.candidates[0].id for p in places if len(p.candidates) == 1}
    for place in places:
        named = [c for c in place.candidates if len(place.candidates) == 1 or c.id in near]
        meant = named[0] if len(named) == 1 else districts().resolve(place.surface, near)
        key = meant.id if meant in place.candidates else f"?{fold(place.surface)}"
        found.append(Unit("district", place.surface, place.start, place.end, key))
    taken: dict[int, Unit] = {}
    last = 0
    for unit in sorted(found, key=lambda u: (u.start, -u.end)):
        if unit.start >= last:
            taken[unit.start] = unit
            last = unit.end
    return taken
