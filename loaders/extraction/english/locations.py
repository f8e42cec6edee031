"""Where a body or district lies, told beside its name: one mention, so that the place acts for nobody.

"Haidian District of Beijing", "Gu'an County, Langfang City, Hebei Province", "Hebei's Zhangjiakou".
"""

import re
from collections.abc import Sequence

from loaders.extraction.english.registry import Bodies
from loaders.extraction.english.skeleton import BODY, DISTRICT, NAME, Mention

_AFTER = re.compile(
    r"(?:,? (?:in|of) |, )(?:the )?(?:(?:north|south|east|west|central|neighbou?ring)\w* )?(?:China['’]s )?"
)
_OWNER = re.compile(r"['’]s ")


def with_locations(text: str, mentions: Sequence[Mention], bodies: Bodies) -> list[Mention]:
    """``mentions``, sorted and free of overlaps, with every place that only says where another lies taken into that."""
    found: list[Mention] = []
    inner = ""  # the place that the last mention has taken in: Yanshan University in Qinhuangdao, Hebei
    for mention in mentions:
        last = found[-1] if found else None
        if last and last.kind == NAME and text[last.start : last.end] == "China" and mention.kind == DISTRICT:
            found.pop()  # in north China's Hebei Province
            last = found[-1] if found else None
        if last is not None and last.kind in BODY + DISTRICT and mention.kind in BODY + DISTRICT:
            between = text[last.end : mention.start]
            lies = _lies(bodies, last, mention, between) or (inner and _within(bodies, inner, mention.key))
            if mention.kind == DISTRICT and _AFTER.fullmatch(between) and lies:
                found[-1] = Mention(last.kind, last.start, mention.end, last.key)
                inner = mention.key
                continue
            if between == ", " and _is_unit_of(bodies, last, mention):
                bodies[last.key].parent = mention.key  # the School of Design, Nankai University
                found[-1] = Mention(BODY, last.start, mention.end, last.key)
                continue
            if last.kind == BODY and mention.kind == DISTRICT and between == " " and bodies[last.key].type == "company":
                found[-1] = _branch(text, bodies, last, mention)  # Bright Star Tianjin
                continue
            if last.kind == DISTRICT == mention.kind and between == " " and _within(bodies, mention.key, last.key):
                found[-1] = Mention(DISTRICT, last.start, mention.end, mention.key)  # Tianjin Binhai New Area
                continue
            if last.kind == DISTRICT and _OWNER.fullmatch(between) and _within(bodies, mention.key, last.key):
                found[-1] = Mention(mention.kind, last.start, mention.end, mention.key)
                continue
        found.append(mention)
        inner = ""
    return found


_UNITS = (
    "School",
    "College",
    "Department",
    "Faculty",
    "Office",
    "Division",
    "Institute",
    "Center",
    "Centre",
    "Graduate",
)


_OFFICES = ("Department", "Office", "Division", "Bureau", "Section")


def _branch(text: str, bodies: Bodies, company: Mention, place: Mention) -> Mention:
    """A company with a place behind its name, as a body of its own within it."""
    surface = text[company.start : place.end]
    branch = bodies.take(bodies.find(surface), surface, BODY)
    branch.type, branch.parent, branch.district = "company", company.key, place.key
    branch.named += 1
    branch.spans.append((company.start, place.end))
    return Mention(BODY, company.start, place.end, branch.key)


def _is_unit_of(bodies: Bodies, unit: Mention, owner: Mention) -> bool:
    if unit.kind != BODY or owner.kind != BODY:
        return False
    part, whole = bodies[unit.key], bodies[owner.key]
    if part.known or part.parent not in (None, owner.key) or whole.name.startswith(_UNITS):
        return False
    if part.name.endswith(_OFFICES):
        return not whole.name.endswith(_OFFICES)
    return whole.type == "university" and part.name.startswith(_UNITS)


def _lies(bodies: Bodies, inner: Mention, outer: Mention, between: str) -> bool:
    if inner.kind == BODY and " in " in between:
        return True
    return _within(bodies, inner.key, outer.key)


def _within(bodies: Bodies, inner: str, outer: str) -> bool:
    """By code: 110108 lies in 110000, 130681 in 130600 and in 130000."""
    first, second = bodies[inner], bodies[outer]
    place = first if first.kind == DISTRICT else bodies.get(first.district)
    if place is None or not place.code or not second.code or place.code == second.code:
        return first.kind == DISTRICT and not first.code and second.level in ("municipality", "province")
    return place.code.startswith(second.code.rstrip("0"))
