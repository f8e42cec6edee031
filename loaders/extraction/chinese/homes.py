"""The bodies that an article speaks for: its publisher, one in its header, else the first that it names."""

import re

from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from loaders.extraction.chinese import phrases
from loaders.extraction.chinese.bodies import Body, BodyIndex
from loaders.extraction.chinese.lexicon import words
from loaders.extraction.chinese.register import Register

_LEAD = re.compile("\n*[^\n]+\n+[^\n]+")
"""The title and the first paragraph: whoever tells the article is mostly named there."""
_SELF = {"我校": ("university",), "本校": ("university",), "来校": ("university",)} | {
    "我院": ("university", "research_institute", "other"),
    "我所": ("research_institute",),
    "我司": ("company",),
}
"""What an article calls the body that it speaks for, with the kinds that it may be of."""
_IMPRINT = re.compile("(?:版权所有|主办单位|Copyright)[^一-龥\n]*(?P<owner>[一-龥]{4,30})")
"""The line below a page that says whose it is."""
_COMING = re.compile("(?:来|到|赴|莅|莅临|来访|到访|走进|访问|拜访|做客)$")
"""Before such a word: who stands before this came there, and is not who tells it."""


def homes_of(
    text: str, index: BodyIndex, header: str, footer: str, home: str | None, register: Register
) -> dict[str, Body]:
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
    for line in (header, *(hit["owner"] for hit in _IMPRINT.finditer(footer))):
        if "source" not in homes and (named := _named_publisher(text, line)) is not None:
            body = register.named(line[named.start : named.end], named.kind)
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
    _signed(footer, homes, register)
    return homes


def _signed(footer: str, homes: dict[str, Body], register: Register) -> None:
    """Add the university or the district that stands below the article, where nothing above told one."""
    for match in institutions().matches(footer, "zh") if not {"source", "university"} & homes.keys() else ():
        if len(match.candidates) == 1 and match.candidates[0].type == "university":
            homes["source"] = homes["university"] = register.known(match.candidates[0])
            break
    for place in districts().matches(footer, "zh") if "district" not in homes else ():
        if len(place.candidates) == 1:
            homes["district"] = register.district(place.candidates[0])


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
        named = {m.body for m in index.between(start + 1, end) if m.body.kind in kinds and not m.body.weak}
        before = {m.body.root for m in index.between(start + 1, hit.start())}
        here = text[hit.start() - 1 : hit.start()] == "在" and len(before) > 1
        if _COMING.search(text, max(0, hit.start() - 2), hit.start()) or hit.group()[0] == "来":
            beside |= {m.body for m in index.between(start + 1, hit.start()) if m.body in named}
        else:
            (beside if len(named) == 1 and not here else hosts).update(named)
    return set() if beside == able else beside
