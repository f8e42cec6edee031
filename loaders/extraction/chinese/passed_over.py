"""Candidates that no rule took, with the reason: where a name could stand, scenes without a meeting, offices.

Read after everything else, from what the layers found; it decides nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from loaders.extraction.chinese.bodies import Body, BodyIndex
from loaders.extraction.chinese.gatherings import dealt_with, planned
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import edge, edge_after_title, free_surname, given, surname, word
from loaders.extraction.chinese.people import PersonIndex
from loaders.extraction.chinese.posts import PostMention
from loaders.extraction.chinese.scenes import Scene
from loaders.extraction.reasons import Reason

Seen: TypeAlias = Iterator[tuple[int, int, Reason]]
"""The place of a candidate in the text, and why it was not taken."""

_HAN = "[\u3400-\u9fff]"
_GIVEN = re.compile(f"{_HAN}{{1,2}}")


@cache
def _reference() -> re.Pattern[str]:
    """A surname with a title that stands for somebody: 吴书记."""
    titles = alternation(words("titles")["after_name"])
    return re.compile(f"(?<!{_HAN}){free_surname().pattern}(?:{titles})")


@cache
def _listed() -> re.Pattern[str]:
    """What looks like a name between the marks of a list: 、某某某、."""
    own = "".join(sorted(given()))
    return re.compile(f"(?<=[、，：]){free_surname().pattern}[{own}]{{1,2}}(?=[、，。；]|等(?!{_HAN})|和{_HAN})")


def persons(text: str, runs: Sequence[Sequence[PostMention]], people: PersonIndex, bodies: BodyIndex) -> Seen:
    """Where a name could have stood."""
    seen: dict[tuple[int, int], Reason] = {}
    ends = {m.end for m in people}
    for run in runs:
        place = run[-1].end + (text[run[-1].end : run[-1].end + 1] in (" ", "\u3000", "："))
        if run[0].start not in ends and not people.covers(place):
            seen.update(_behind(text, place, bodies))
    for hit in _reference().finditer(text):
        if not people.covers(hit.start()) and edge_after_title(text, hit.end()):
            seen[hit.span()] = "no_full_name"
    for hit in _listed().finditer(text):
        if not people.covers(hit.start()) and not word().match(text, hit.start()):
            known = bodies.covering(hit.start()) or bodies.covering(hit.end() - 1)
            seen.setdefault(hit.span(), "known_name" if known else "no_evidence")
    yield from ((start, end, reason) for (start, end), reason in seen.items())


def _behind(text: str, place: int, bodies: BodyIndex) -> dict[tuple[int, int], Reason]:
    """Right behind a post, where a name is at home: a surname, and nothing that shows where the name ends."""
    family = surname().match(text, place)
    if family is None or bodies.covering(place) is not None or edge(text, place) > 1:
        return {}
    end = _GIVEN.match(text, family.end())
    if end is None or word().match(text, place):
        return {}
    return {(place, end.end()): "no_evidence"}


def meeting(text: str, scene: Scene) -> Seen:
    """The first sentence of a scene without a meeting that has a word of meeting."""
    for sentence in scene.sentences:
        if sentence.zone == "body" and dealt_with(text, sentence) and not planned(text, sentence):
            yield sentence.start, sentence.end, "earlier" if scene.background else "one_body"
            return


def units(bodies: BodyIndex, taken: set[Body]) -> Seen:
    """Offices and departments that are named, and that nobody acts for."""
    done: set[Body] = set()
    for mention in bodies:
        if mention.body.weak and not mention.reference and mention.body not in taken and mention.body not in done:
            done.add(mention.body)
            yield mention.start, mention.end, "unit"
