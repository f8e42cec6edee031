"""The bodies of a text that the tables know: districts with their organs, institutions, the allied parties."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import institutions
from graph.knowledge.matching import Match
from loaders.extraction.chinese import damaged
from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention, Kind
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.register import Register


def find(text: str, register: Register) -> BodyIndex:
    """The mentions of known bodies in ``text``; each body is entered in ``register``."""
    places = [BodyMention(start, end, body) for start, end, body in _places(text, register)]
    return BodyIndex([*places, *_known(text, register), *_organs(text, places, register), *_allied(text, register)])


@cache
def organ_pattern() -> tuple[re.Pattern[str], dict[str, Kind]]:
    """An organ behind a district's name or a bare level, and the kind of each that is no bureau."""
    lists = words("bodies")
    kinds: dict[str, Kind] = {w: kind for kind, names in lists["administration"].items() for w in names}
    bureau = f"{alternation(lists['bureau_stems'])}(?:委员会|服务中心|管理局|分局|委|局|厅|办公室|办)"
    return re.compile(
        f"(?:{bureau}|{alternation(kinds)})(?![员托派任屈学理事好校班法])(?!代表|会(?:副?主委|专职|秘书长|机关))"
    ), kinds


_STREET = re.compile(
    "(?![^，。]{0,2}[各的与和及在等])[一-龥]{2,3}(?:街道(?:办事处|办)?|[镇乡](?=党委|政府|人民政府|[镇乡]长|与|和|签))(?![一-龥]*[路站])"
)
"""A street office or a township behind its district."""
_SCHOOL = re.compile("第?[一二三四五六七八九十]{1,2}中(?:学)?(?![央国心间午部外])")
"""A school that has a number for a name, behind its place: 北京四中."""


def _places(text: str, register: Register) -> Iterator[tuple[int, int, Body]]:
    near: list[str] = []
    last: dict[str, District] = {}
    matches = districts().matches(text, "zh")
    twins = _twins(matches)
    for match in matches:
        place = match.candidates[0] if len(match.candidates) == 1 else districts().resolve(match.surface, near)
        place = place or last.get(match.surface)
        if place is None:
            body = register.bodies.setdefault(
                match.surface, Body(match.surface, "district", level=match.candidates[0].level)
            )
        else:
            near.append(place.id)
            body = register.district(place)
            last[match.surface] = place
            if place.id in twins and body.district is not None:
                body.name = f"{body.district.name}{place.name_zh}"
                register.bodies[body.name] = body
        body.also(match.surface)
        yield match.start, match.end, body


def _twins(matches: Sequence[Match[District]]) -> set[str]:
    """The ids of districts of one name that stand in one text (石家庄市桥西区, 张家口市桥西区)."""
    ids: dict[str, set[str]] = {}
    for match in matches:
        if len(match.candidates) == 1:
            ids.setdefault(match.candidates[0].name_zh, set()).add(match.candidates[0].id)
    return {id_ for same in ids.values() if len(same) > 1 for id_ in same}


def _known(text: str, register: Register) -> Iterator[BodyMention]:
    for start, end, institution in damaged.find(text):
        body = register.known(institution)
        body.also(text[start:end])
        yield BodyMention(start, end, body)
    for match in institutions().matches(text, "zh"):
        if len(match.candidates) == 1:
            body = register.known(match.candidates[0], match.surface)
            body.also(match.surface)
            yield BodyMention(match.start, match.end, body)


def _organs(text: str, places: list[BodyMention], register: Register) -> Iterator[BodyMention]:
    pattern, kinds = organ_pattern()
    for place in places:
        if organ := pattern.match(text, place.end):
            name = place.body.name + organ.group()
            body = register.named(name, kinds.get(organ.group(), "government"), district=place.body)
            body.also(name)
            body.also(text[place.start : organ.end()])
            yield BodyMention(place.start, organ.end(), body)
        elif street := _STREET.match(text, place.end):
            body = register.named(text[place.start : street.end()], "government", district=place.body)
            yield BodyMention(place.start, street.end(), body)
        elif school := _SCHOOL.match(text, place.end):
            body = register.named(text[place.start : school.end()], "university", district=place.body)
            yield BodyMention(place.start, school.end(), body)


@cache
def _alliance() -> re.Pattern[str]:
    lists = words("bodies")
    return re.compile(
        f"{alternation(lists['allied_parties'])}[一-龥]{{0,10}}?(?:中央委员会|{alternation(lists['allied_organs'])})"
    )


def _allied(text: str, register: Register) -> Iterator[BodyMention]:
    """The organs of the parties beside the ruling one: 民盟天津市委会. They are no organ of the place."""
    for hit in _alliance().finditer(text):
        body = register.named(hit.group(), "party")
        yield BodyMention(hit.start(), hit.end(), body)
