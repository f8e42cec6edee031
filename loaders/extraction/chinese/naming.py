"""From a text to its bodies: what each mention stands for, words that lean on the article (我校, 区委) included."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import institutions
from graph.knowledge.matching import Match
from loaders.extraction.chinese import damaged, partners, phrases, shortforms, unlisted
from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention, Kind
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.register import Register

LEVELS: dict[str, tuple[str, ...]] = {
    "省": ("province",),
    "市": ("municipality", "city"),
    "区": ("district",),
    "县": ("county",),
    "新区": ("new_area",),
}


@cache
def _organ() -> tuple[re.Pattern[str], dict[str, Kind]]:
    """An organ behind a district's name or a bare level, and the kind of each that is no bureau."""
    lists = words("bodies")
    kinds: dict[str, Kind] = {w: kind for kind, names in lists["administration"].items() for w in names}
    bureau = f"{alternation(lists['bureau_stems'])}(?:委员会|服务中心|管理局|分局|委|局|厅|办公室|办)"
    return re.compile(
        f"(?:{bureau}|{alternation(kinds)})(?![员托派任屈学理事好校班法])(?!代表|会(?:副?主委|专职|秘书长|机关))"
    ), kinds


@cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        f"(?<![社校园地景城小片辖专发都超高开验范创技新税港济库厂矿林牧战军灾假聚业务能作心态理街])(新区|省|市|区|县)({_organ()[0].pattern})"
    )


@cache
def _reference() -> re.Pattern[str]:
    lists = words("bodies")["references"]
    whole = alternation(*([w for w in names if len(w) > 1] for names in lists.values()))
    return re.compile(
        f"(?<![各个家多两几些高]){whole}|(?:(?<![一-龥])|(?<=[与和由对向在任为是及原经请]))[校院](?=党委|党总支|纪委|团委|工会|长助理|务委员|领导)|(?<![一-龥])局(?=党组|党委|办公室|领导|机关|属)|(?<![我本该全社新校园地景城小])[区县市省](?=领导)"
    )


@cache
def _short_name() -> re.Pattern[str]:
    return re.compile('[（(](?:以下)?简称[：:]?[“"]?([\u3400-\u9fffA-Za-z]{2,12})[”"]?[）)]')


def _kind_of(reference: str) -> str:
    if reference in ("校", "院"):
        return "home"
    if reference == "局":
        return "bureau"
    kinds: dict[str, list[str]] = words("bodies")["references"]
    return next(kind for kind, names in kinds.items() if reference in names)


ENDS = frozenset("省市区县委府大协局厅部办联")
"""How a mention ends that names a district or an organ in full."""
OWN = ("university", "research_institute", "company", "association", "other")
_LEAD = re.compile("\n*[^\n]+\n+[^\n]+")
"""The title and the first paragraph: whoever tells the article is mostly named there."""
_STREET = re.compile(
    "(?![^，。]{0,2}[各的与和及在等])[一-龥]{2,3}(?:街道(?:办事处|办)?|[镇乡](?=党委|政府|人民政府|[镇乡]长|与|和|签))(?![一-龥]*[路站])"
)
"""A street office or a township behind its district."""
_SCHOOL = re.compile("第?[一二三四五六七八九十]{1,2}中(?:学)?(?![央国心间午部外])")
"""A school that has a number for a name, behind its place: 北京四中."""
NEAR = 60
"""Characters back in which a district of just that level is meant by a bare 市, before the city of a district."""
REACH = 60
"""How many mentions back a word that leans on another one looks for it."""


@dataclass(slots=True)
class Naming:
    """What a text names: its bodies, the places that name them, and phrases that looked like one."""

    register: Register
    index: BodyIndex
    rejected: list[phrases.Phrase]
    home: dict[str, Body]
    """The body that the article speaks for, by kind: ``university``, ``company``, ``district``, ..."""


def find(text: str, header: str, home: str | None, footer: str = "") -> Naming:
    """The bodies of ``text``. ``header`` is what stands above the title (the site's name is often there), ``footer``
    what stands below the body, ``home`` the id of the known institution that published the article."""
    register = Register()
    places = [BodyMention(start, end, body) for start, end, body in _places(text, register)]
    known = BodyIndex([*places, *_known(text, register), *_organs(text, places, register), *_allied(text, register)])
    bare = [hit for hit in _bare().finditer(text) if known.covering(hit.start()) is None]
    named, rejected = unlisted.find(text, known, {hit.end() for hit in bare}, register)
    index = BodyIndex([*known, *named])
    index = BodyIndex([*shortforms.numbered(text, index, register), *index])
    _short_forms(text, index, register)
    index = _with_drawn_forms(text, index, register)
    index = BodyIndex([*index, *partners.find(text, index, register)])
    homes = _homes(text, index, header, home, register)
    signed = institutions().matches(footer, "zh") if not {"source", "university"} & homes.keys() else ()
    for match in signed:
        if len(match.candidates) == 1 and match.candidates[0].type == "university":
            homes["source"] = homes["university"] = register.known(match.candidates[0])
            break
    for place in districts().matches(footer, "zh") if "district" not in homes else ():
        if len(place.candidates) == 1:
            homes["district"] = register.district(place.candidates[0])
    index = BodyIndex([*index, *_bare_organs(bare, index, homes, register)])
    return Naming(register, BodyIndex([*index, *_references(text, index, homes)]), rejected, homes)


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
    pattern, kinds = _organ()
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


def _short_forms(text: str, index: BodyIndex, register: Register) -> None:
    """A short form that the text explains: 北京某某研究院(以下简称“某院”)."""
    for mention in index:
        if short := _short_name().match(text, mention.end):
            mention.body.aliases[short.group(1)] = None
            register.bodies.setdefault(short.group(1), mention.body)


def _with_drawn_forms(text: str, index: BodyIndex, register: Register) -> BodyIndex:
    """The index with the short forms that follow from full names; a body that was one under such a form is that."""
    found, same = shortforms.find(text, index)
    for short, body in same.items():
        register.unite(short, body)
    return BodyIndex([*(replace(m, body=same.get(m.body, m.body)) for m in index), *found])


def _homes(text: str, index: BodyIndex, header: str, home: str | None, register: Register) -> dict[str, Body]:
    """For each kind the body that the article speaks for: its publisher, one in the header, else the first named;
    ``source`` is there only where the text says so."""
    homes: dict[str, Body] = {}
    if home is not None and (publisher := institutions().by_id(home)) is not None:
        body = register.known(publisher)
        homes[body.kind] = homes["source"] = body
    for match in institutions().matches(header, "zh"):
        if len(match.candidates) == 1:
            body = register.known(match.candidates[0])
            homes.setdefault(body.kind, body)
            homes.setdefault("source", body)
    for place in districts().matches(header, "zh"):
        if len(place.candidates) == 1:
            homes.setdefault("district", register.district(place.candidates[0]))
    if "source" not in homes and (named := _named_publisher(text, header)) is not None:
        body = register.named(header[named.start : named.end], named.kind)
        homes[body.kind] = homes["source"] = body
    guests = _guests(text, index)
    lead = _LEAD.match(text)
    end = lead.end() if lead else 0
    first = sorted(
        index, key=lambda m: (m.body in guests, m.body.weak, m.start >= end, m.body.root.known is None, m.start)
    )
    for mention in first:
        kind = "district" if mention.body.root.kind == "district" else mention.body.kind
        if (kind == "district" and mention.body.root.level in ("municipality", "province")) or mention.body.root.weak:
            continue
        homes.setdefault(kind, mention.body.root)
    able = (m.body.root for m in first if m.body.root.kind in ("university", "research_institute", "company"))
    if (foremost := next(able, None)) is not None:
        homes["foremost"] = foremost
    kinds = {k for word, able in _SELF.items() if word in text for k in able}
    if (
        "source" not in homes
        and (own := next((m.body for m in first if m.body.kind in kinds and not m.body.weak), None)) is not None
    ):
        homes["source"] = own.root
    return homes


_SELF = {"我校": ("university",), "本校": ("university",), "来校": ("university",)} | {
    "我院": ("university", "research_institute", "other"),
    "我所": ("research_institute",),
    "我司": ("company",),
}
"""What an article calls the body that it speaks for, with the kinds that it may be of."""


def _named_publisher(text: str, header: str) -> phrases.Phrase | None:
    """The institution that no table has and the header names (来源：某某职业学院), where the text says 我校 or the like
    of one of its kind. A 化学学院 is but a unit of who says so: others have a place or a type of their own."""
    kinds = {k for word, able in _SELF.items() if word in text for k in able}
    places = {m.start for m in districts().matches(header, "zh")}
    whole = tuple(words("bodies")["whole_colleges"])
    found = (p for p in phrases.find(header, []) if p.rejected is None and p.kind in kinds)
    return next((p for p in found if not p.weak or p.start in places or header.endswith(whole, 0, p.end)), None)


def _guests(text: str, index: BodyIndex) -> set[Body]:
    """Bodies that a sentence sets beside 我校: they are not who tells it. 甲与乙在我校签约 says so of neither."""
    beside: set[Body] = set()
    hosts: set[Body] = set()
    able: set[Body] = set()
    for hit in re.finditer("|".join(_SELF), text):
        start, end = (
            max(text.rfind(mark, 0, hit.start()) for mark in "。\n"),
            min((e for mark in "。\n" if (e := text.find(mark, hit.end())) >= 0), default=len(text)),
        )
        kinds = _SELF[hit.group()]
        able |= {m.body for m in index if m.body.kind in kinds and not m.body.weak}
        named = {m.body for m in index.between(start + 1, end) if m.body.kind in kinds}
        before = {m.body.root for m in index.between(start + 1, hit.start())}
        here = text[hit.start() - 1 : hit.start()] == "在" and len(before) > 1
        (beside if len(named) == 1 and not here else hosts).update(named)
    return set() if beside == able else beside


def _bare_organs(
    hits: list[re.Match[str]], index: BodyIndex, homes: dict[str, Body], register: Register
) -> Iterator[BodyMention]:
    _, kinds = _organ()
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


def district_of_level(text: str, level: str, place: int, index: BodyIndex, homes: dict[str, Body]) -> Body | None:
    """The district of that level which a bare 区, 市, 县 stands for: the nearest before, the home, the first after."""

    def of_level(body: Body | None) -> Body | None:
        body = body.root if body is not None else None
        while body is not None and not (body.kind == "district" and body.level in LEVELS[level]):
            body = body.district
        return body

    near = list(islice(index.before(place), REACH))
    starts = {m.start for m in near}
    for mention in near:  # of the level itself: 廊坊市代表团到北京市通州区考察。市委书记...
        if place - mention.start > NEAR:
            break
        whole = text[mention.end - 1] in ENDS and mention.end not in starts
        if whole and mention.body.kind == "district" and mention.body.level in LEVELS[level]:
            return mention.body
    # 邢台市委 and 邢台市 before a bare 天津, which tells with whom or where.
    for mention in (*(m for m in near if text[m.end - 1] in ENDS), *near):
        if found := of_level(mention.body):
            return found
    own = homes.get("source") or homes.get("university")
    for home in (homes.get("district"), own.seat if own is not None else None):
        if found := of_level(home):
            return found
    return next((found for mention in islice(index, REACH) if (found := of_level(mention.body))), None)


def _references(text: str, index: BodyIndex, homes: dict[str, Body]) -> Iterator[BodyMention]:
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
