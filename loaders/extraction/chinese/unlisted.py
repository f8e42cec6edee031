"""Bodies that no table lists: from names by their ending to bodies, each once, with its whole or its district."""

from loaders.extraction.chinese import phrases
from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import words
from loaders.extraction.chinese.register import Register

ZONE = "管委会"
ACTING = ("研究院", "研究所", "设计院", "规划院", "联盟")
"""How the name of an institute ends that may be a unit of something, and may act for itself."""
LONG = 7
"""Characters from which on such a name is hardly a unit's."""


def find(
    text: str, known: BodyIndex, ends: set[int], register: Register
) -> tuple[list[BodyMention], list[phrases.Phrase]]:
    """The bodies named by their ending in ``text``, longer than any of the ``known`` names there, and the phrases that
    name none. ``ends`` are the ends of bare organs (区委), which are no names."""
    named: list[BodyMention] = []
    rejected: list[phrases.Phrase] = []
    for phrase in phrases.find(text, [(m.start, m.end) for m in known]):
        prefix = known.covering(phrase.start)
        if phrase.end in ends or (prefix is not None and (prefix.end >= phrase.end or prefix.start < phrase.start)):
            continue
        if phrase.rejected is not None:
            rejected.append(phrase)
            continue
        body = (
            _same(phrase, text, prefix)
            or _at_the_end(text, phrase, known)
            or _named_before(text, phrase, prefix, register)
        )
        place = _innermost(known, prefix)
        local = _local(text, phrase, place)
        body = body or (register.bodies.get(local) if local else None)
        body = body or _new(text, phrase, prefix, place.body if place is not None else None, register)
        if local:
            register.bodies.setdefault(local, body)
        body.also(text[phrase.start : phrase.end])
        if body.weak and (
            _is_headed(text, phrase) or _is_listed(text, phrase, [*named[-1:], known.ending_at(phrase.start - 1)])
        ):
            body.weak = False
        named.append(BodyMention(phrase.start, phrase.end, body))
    return named, rejected


def _is_headed(text: str, phrase: phrases.Phrase) -> bool:
    """Whether it has a head that only a school of its own has: a faculty's head is 院长, so 某某学院|副校长 is none."""
    return text.startswith(tuple(words("bodies")["heads_of_schools"]), phrase.end)


def _is_listed(text: str, phrase: phrases.Phrase, before: list[BodyMention | None]) -> bool:
    """Whether an institute of a long name is listed behind a body: it acts beside it (某大学、石油化工研究院)."""
    name = text[phrase.start : phrase.end]
    if len(name) < LONG or not name.endswith(ACTING) or text[phrase.start - 1 : phrase.start] not in ("、", "和", "与"):
        return False
    return any(b is not None and b.end == phrase.start - 1 and not b.body.weak for b in before)


def _same(phrase: phrases.Phrase, text: str, prefix: BodyMention | None) -> Body | None:
    """A known company with more of its own name behind: 首农食品集团|有限公司."""
    if prefix is None or prefix.body.kind != "company":
        return None
    rest, surface = text[prefix.end : phrase.end], text[phrase.start : phrase.end]
    longer = any(name.startswith(surface) for name in (prefix.body.name, *prefix.body.aliases))
    return prefix.body if longer or rest in words("bodies")["legal_forms"] else None


def _at_the_end(text: str, phrase: phrases.Phrase, known: BodyIndex) -> Body | None:
    """A known name with more before it (首都某大学附属|北京某医院), but no short one (法国国立|民航大学)."""
    inner = known.ending_at(phrase.end)
    if (
        inner is None
        or inner.body.kind == "district"
        or inner.start <= phrase.start + 3
        or inner.end - inner.start <= 3
    ):
        return None
    short = text[inner.start : inner.end] != inner.body.name and "属" not in text[phrase.start : inner.start]
    return None if short and inner.body.kind == "university" else inner.body


def _named_before(text: str, phrase: phrases.Phrase, prefix: BodyMention | None, register: Register) -> Body | None:
    """A body that was named by a longer name, or with its country."""
    surface = text[phrase.start : phrase.end]
    by_end = register.endings.get(surface) if prefix is None else None
    if by_end is None and prefix is None and surface.endswith(ZONE) and (zone := register.zone(surface[: -len(ZONE)])):
        return register.board(zone)
    return by_end or register.bodies.get(phrases.without_country(surface) or "") or register.bodies.get(_core(surface))


def _core(name: str) -> str:
    """The name of a unit without the legal form of its whole: 某某集团(有限公司)第一研究所."""
    for form in words("bodies")["legal_forms"]:
        whole, found, unit = name.partition(form)
        if found and unit:
            return whole + unit
    return name


def _innermost(known: BodyIndex, prefix: BodyMention | None) -> BodyMention | None:
    """The last of the places that a name begins with: 张家口市|涿鹿县|医院."""
    place = None
    while prefix is not None and prefix.body.kind == "district":
        place, prefix = prefix, known.covering(prefix.end)
    return place


def _local(text: str, phrase: phrases.Phrase, place: BodyMention | None) -> str | None:
    """The name with its place in full and nothing around that: 承德市围场满族蒙古族自治县|医院, 围场县|医院."""
    rest = text[place.end : phrase.end] if place is not None else ""
    return place.body.name + rest if place is not None and len(rest) > 1 else None


def _new(
    text: str, phrase: phrases.Phrase, prefix: BodyMention | None, district: Body | None, register: Register
) -> Body:
    surface = text[phrase.start : phrase.end]
    whole = prefix.body if prefix is not None else None
    company = phrase.inner is not None and text[phrase.inner : phrase.end] in words("bodies")["legal_forms"]
    if phrase.inner is not None and whole is None and not company:
        whole = register.named(text[phrase.start : phrase.inner], "other")
    body = register.named(surface, phrase.kind, district=district, parent=None if district is not None else whole)
    body.weak = phrase.weak and body.known is None
    register.enter_endings(body)
    register.bodies.setdefault(_core(surface), body)
    if company:
        # 某某设计研究院 was entered a moment ago, before its legal form was read: it is the same body.
        register.bodies[text[phrase.start : phrase.inner]] = body
    if (short := phrases.without_country(surface)) is not None:
        register.bodies[short] = body
        body.also(short)
    return body
