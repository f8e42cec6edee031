"""Words that stand for a body of the article: 我校, 该公司, a bare 区委 or 市政府."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.listed import organ_pattern
from loaders.extraction.chinese.register import Register

LEVELS: dict[str, tuple[str, ...]] = {
    "自治区": ("province",),
    "省": ("province",),
    "市": ("municipality", "city"),
    "区": ("district",),
    "县": ("county",),
    "新区": ("new_area",),
}
ENDS = frozenset("省市区县委府大协局厅部办联")
"""How a mention ends that names a district or an organ in full."""
OWN = ("university", "research_institute", "company", "association", "other")
NEAR = 60
"""Characters back in which a district of just that level is meant by a bare 市, before the city of a district."""
REACH = 60
"""How many mentions back a word that leans on another one looks for it."""


@cache
def bare_pattern() -> re.Pattern[str]:
    """An organ of a bare level: 区委, 市政府, and none of 园区委员会."""
    return re.compile(
        f"(?<![社校园地景城小片辖专发都超高开验范创技新税港济库厂矿林牧战军灾假聚业务能作心态理街治])(自治区|新区|省|市|区|县)({organ_pattern()[0].pattern})"
    )


@cache
def _reference() -> re.Pattern[str]:
    lists = words("bodies")["references"]
    whole = alternation(*([w for w in names if len(w) > 1] for names in lists.values()))
    return re.compile(
        f"(?<![各个家多两几些高]){whole}|(?:(?<![一-龥])|(?<=[与和由对向在任为是及原经请]))[校院](?=党委|党总支|纪委|团委|工会|长助理|务委员|领导)|(?<![一-龥])局(?=党组|党委|办公室|领导|机关|属)|(?<![我本该全社新校园地景城小])[区县市省](?=领导)"
    )


def _kind_of(reference: str) -> str:
    if reference in ("校", "院"):
        return "home"
    if reference == "局":
        return "bureau"
    kinds: dict[str, list[str]] = words("bodies")["references"]
    return next(kind for kind, names in kinds.items() if reference in names)


def bare_organs(
    hits: list[re.Match[str]], index: BodyIndex, homes: dict[str, Body], register: Register
) -> Iterator[BodyMention]:
    """The mentions at ``hits`` of ``bare_pattern``, each of the district that its level stands for there."""
    _, kinds = organ_pattern()
    for hit in hits:
        district = district_of_level(hit.string, hit.group(1), hit.start(), index, homes)
        kind = kinds.get(hit.group(2), "government")
        if district is None:
            body = register.named(hit.group(), kind)
        else:
            body = register.named(district.name + hit.group(2), kind, district=district)
            body.also(hit.group())
            body.also(district.name + hit.group(2))
        yield BodyMention(hit.start(), hit.end(), body)


def has_level(body: Body, level: str) -> bool:
    """Whether ``body`` is a district of that level; 省 and 自治区 are of one rank and never stand for each other."""
    if body.kind != "district" or body.level not in LEVELS[level]:
        return False
    return level not in ("省", "自治区") or body.name.endswith("自治区") == (level == "自治区")


def district_of_level(text: str, level: str, place: int, index: BodyIndex, homes: dict[str, Body]) -> Body | None:
    """The district of that level which a bare 区, 市, 县 stands for: the nearest before, the home, the first after."""

    def of_level(body: Body | None) -> Body | None:
        body = body.root if body is not None else None
        while body is not None and not has_level(body, level):
            body = body.district
        return body

    near = list(islice(index.before(place), REACH))
    starts = {m.start for m in near}
    for mention in near:  # of the level itself: 廊坊市代表团到北京市通州区考察。市委书记...
        if place - mention.start > NEAR:
            break
        whole = text[mention.end - 1] in ENDS and mention.end not in starts
        if whole and has_level(mention.body, level):
            return mention.body
    # 邢台市委 and 邢台市 before a bare 天津, which tells with whom or where.
    for mention in (*(m for m in near if text[m.end - 1] in ENDS), *near):
        if found := of_level(mention.body):
            return found
    # 来我市考察的某大学校长: who speaks is another city than that of the university.
    own = homes.get("source") or (None if f"我{level}" in text else homes.get("university"))
    for home in (homes.get("district"), own.seat if own is not None else None):
        if found := of_level(home):
            return found
    return next((found for mention in islice(index, REACH) if (found := of_level(mention.body))), None)


def references(text: str, index: BodyIndex, homes: dict[str, Body]) -> Iterator[BodyMention]:
    """The mentions by words like 我校, where ``index`` has none."""
    for hit in _reference().finditer(text):
        if index.covering(hit.start()) is not None:
            continue
        body = _referent(text, hit.group(), hit.start(), index, homes)
        if body is not None:
            yield BodyMention(hit.start(), hit.end(), body, reference=True)


def _referent(text: str, word: str, place: int, index: BodyIndex, homes: dict[str, Body]) -> Body | None:
    kind = _kind_of(word)
    if kind == "district":
        level = "新区" if word == "新区" else next((c for c in word if c in LEVELS), "区")
        if word[0] in "我全" and (home := homes.get("district")) is not None and home.level in LEVELS[level]:
            return home
        return district_of_level(text, level, place, index, homes)
    if kind == "bureau":
        ending = word[-1]
        near = (m.body for m in islice(index.before(place), REACH) if text[m.end - 1] == ending)
        return next(near, None) or next((m.body for m in islice(index, REACH) if text[m.end - 1] == ending), None)
    if kind == "home":
        kinds = ("university",) if "校" in word else OWN
        if word not in ("校", "院"):
            return next((homes[k] for k in kinds if k in homes), None)
    else:
        kinds = (kind,)
    if word == "该院":
        near = (m.body for m in islice(index.before(place), REACH) if text[m.end - 1] == "院" and not m.body.weak)
        return next(near, None)
    own = homes.get("source")
    if own is not None and own.kind in kinds and word[0] != "该":
        return own
    for mention in islice(index.before(place), REACH):
        if mention.body.root.kind in kinds and not mention.body.weak and not (word[0] == "该" and mention.body is own):
            return mention.body.root
    return next((homes[k] for k in kinds if k in homes), None)
