"""One sentence with its actors, as the verb frames read it, and the votes that they add to."""

import re
from dataclasses import dataclass

from loaders.extraction.chinese.actors import Actor
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.chinese.votes import Votes

_JOINT = re.compile("(?:一行)?(?:、|和|及|与|以及)(?:来自)?")
_GUIDES = re.compile("(?:等)?(?:的)?(?:全程)?陪同")
"""Behind who shows the guests around: 在 B 陪同下."""
_WHERE = re.compile("[在到赴至往抵](?:[一-龥]{2,3}[省市])?$")
"""Before a place, or before the city that it lies in."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with its actors, as the frames read it; ``home`` is the body that the article speaks for."""

    text: str
    sentence: Sentence
    present: list[Actor]
    home: Body | None
    votes: Votes
    weight: int
    party: Body | None = None
    place: Body | None = None
    """The district that the article speaks for: 来区."""

    def finds(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Where the pattern is in the sentence, but not inside a name."""
        hits = pattern.finditer(self.text, self.sentence.start, self.sentence.end)
        return [h for h in hits if not any(a.start < h.end() and h.start() < a.end for a in self.present)]

    def before(self, place: int) -> list[Actor]:
        """The actors with a body before ``place``, but for those that only tell where (在 B, 赴 B)."""
        found: list[Actor] = []
        where: Actor | None = None
        for actor in (a for a in self.present if a.end <= place):
            listed = where is not None and _JOINT.fullmatch(self.text, where.end, max(where.end, actor.opening))
            where = actor if actor.person is None and (listed or self.at(actor)) else None
            if where is None and actor.body is not None and not _GUIDES.match(self.text, actor.end, place):
                found.append(actor)
        return found

    def at(self, actor: Actor) -> bool:
        """Whether 在 or a verb of motion stands before the actor."""
        return _WHERE.search(self.text, max(0, actor.start - 5), actor.start) is not None

    def subject(self, place: int) -> list[Actor]:
        """The nearest of them, with those of its list and of its body."""
        found = self.before(place)[-1:]
        for actor in reversed(self.before(place)[:-1]):
            listed = _JOINT.fullmatch(self.text, actor.end, max(actor.end, found[0].opening))
            if not listed and actor.root is not found[0].root:
                break
            found.insert(0, actor)
        return found

    def after(self, place: int, reach: int) -> Actor | None:
        """The first actor behind ``place``, if it begins within ``reach`` characters and the clause."""
        first = next((a for a in self.present if a.opening >= place), None)
        if first is None or first.body is None:
            return None
        gap = self.text[place : first.opening]
        return first if len(gap) <= reach and not any(mark in gap for mark in "，,。") else None

    def lists(self, one: Actor, other: Actor) -> bool:
        """Whether ``one`` stands right before ``other`` in a list, or is the city that it lies in (某市|某区)."""
        return one.end == other.opening or _JOINT.fullmatch(self.text, one.end, max(one.end, other.opening)) is not None

    def with_list(self, first: Actor) -> list[Actor]:
        """``first`` and what is listed with it: 到 A、B 走访."""
        found = [first]
        for actor in self.present:
            if actor.opening >= found[-1].end and _JOINT.fullmatch(self.text, found[-1].end, actor.opening):
                found.append(actor)
        return found

    def before_comma(self, place: int, actor: Actor) -> bool:
        """Whether ``actor`` stands in the clause that ``place`` lies in."""
        return "，" not in self.text[place : actor.opening]
