"""Keys of bodies: an id of the tables, else the core of the name below what it belongs to.

A unit is told only with its parent (which university's external liaison office), a bureau only with its district
(朝阳区住建委 is 住建委 of d-110105, in whichever of the two ways an article writes it).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.facts import DistrictFact, InstitutionFact
from graph.identity.folding import folded, has_han, simplified
from graph.identity.known import find
from graph.identity.records import Anchor
from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import Institution, institutions
from graph.knowledge.matching import Lang

_ACT_FOR_A_DISTRICT = frozenset({"government", "party"})


@cache
def _words() -> dict[str, Any]:
    text = files("graph.identity").joinpath("body_words.yaml").read_text("utf-8")
    words: dict[str, Any] = yaml.safe_load(text)
    return words


def known_district(fact: DistrictFact, near: Iterable[str] = ()) -> District | None:
    """The district of the tables that ``fact`` names; ``near`` are ids of others in the article."""
    if fact.code:
        found = find(f"d-{fact.code}")
        return found if isinstance(found, District) else None
    return districts().resolve(simplified(fact.name), tuple(near))


def known_institution(fact: InstitutionFact, district: str | None = None) -> Institution | None:
    """The institution of the tables that ``fact`` names: by its name, by an alias that fits only one, or misspelt."""
    table = institutions()
    if fact.known and isinstance(known := find(fact.known), Institution):
        return known
    if district and _short(fact.name) in _generic() and fact.type in ("government", "party"):
        organ = find(f"i-{'gov' if fact.type == 'government' else 'party'}-{district.removeprefix('d-')}")
        return organ if isinstance(organ, Institution) else None
    for name in (fact.name, *sorted(fact.aliases)):
        found = table.named(simplified(name))
        here = [i for i in found if district and i.district == district]
        if len(found) == 1 or len(here) == 1:
            return (here or list(found))[0]
    return None if fact.parent else table.nearest(simplified(fact.name))


def body_keys(fact: InstitutionFact, parent: Anchor | None, district: str | None) -> tuple[str, ...]:
    """The sorted keys of a body that no table knows; none where only its own article can tell which one it is."""
    keys = {key for name in (fact.name, *fact.aliases) if (key := _key(name, fact, parent, district))}
    return tuple(sorted(keys))


def known_unit(keys: Iterable[str]) -> Institution | None:
    """The body of the tables that is the unit of a known body with one of these keys: Langfang Branch, of HEBUT."""
    found = {unit.id: unit for key in keys if (unit := _units().get(key))}
    return next(iter(found.values())) if len(found) == 1 else None


def unit_among(name: str, bodies: Iterable[str]) -> Institution | None:
    """The unit called ``name`` that one of ``bodies`` (ids of the tables) has: the Langfang branch, beside HEBUT."""
    return known_unit({f"i:{body}|{_short(name)}" for body in bodies})


@cache
def _units() -> dict[str, Institution]:
    units: dict[str, Institution] = {}
    for unit in institutions():
        parent = find(unit.parent) if unit.parent else None
        if isinstance(parent, Institution) and not _is_main_organ(parent):
            for name in unit.names:
                text = _short(_below(name, parent.names))
                if text and text not in _generic():
                    units[f"i:{parent.id}|{text}"] = unit
    return units


def _below(name: str, above: Iterable[str]) -> str:
    """``name`` without the longest of the names ``above`` that stands in it, which is no part of a word (CAS, UCAS)."""
    found = (re.search(rf"(?<![A-Za-z]){re.escape(whose)}(?![A-Za-z])", name) for whose in above)
    longest = max((m for m in found if m), key=lambda m: len(m[0]), default=None)
    return _without(name, *longest.span()) if longest else ""


def anchor(known: Institution | None, key: str, parent: Anchor | None, place: str | None) -> Anchor:
    """Where people of this body belong: to the district for its government and party committee, to the university for
    its units, else to the body itself; ``key`` stands for a body that no table knows."""
    if known:
        if known.district and _is_main_organ(known):
            return Anchor(known.district)
        above = find(known.parent) if known.parent else None
        if isinstance(above, Institution) and not _is_main_organ(above):
            return Anchor(above.id, above.district)
        return Anchor(known.id, known.district)
    if parent and not parent.exact.startswith("d-"):
        return parent
    return Anchor(key, place or (parent.exact if parent else None))


def stands_for(id: str) -> str:
    """The district that the body of this id acts for as a whole; the id itself where it acts for none."""
    known = find(id)
    return known.district if isinstance(known, Institution) and known.district and _is_main_organ(known) else id


def _is_main_organ(known: Institution) -> bool:
    """Whether it acts for its district as a whole: government, party committee, congress, consultative conference."""
    return known.id.startswith(("i-gov-", "i-party-", "i-congress-", "i-cppcc-"))


@dataclass(frozen=True, slots=True)
class _Core:
    """What is left of a name without the body or district that it begins with, and the id of that."""

    text: str
    within: str | None


def _key(name: str, fact: InstitutionFact, parent: Anchor | None, district: str | None) -> str | None:
    core = _core(name, _language(name), parent)
    within = core.within or (parent.exact if parent else None)
    text = _short(core.text)
    generic = text in _generic()
    if within and within.startswith("d-"):
        text = " ".join(w for w in text.split() if w not in _words()["levels"])
    if not within and district and (fact.type in _ACT_FOR_A_DISTRICT or _is_unit(core.text)):
        within = district
    if not within and fact.type in _ACT_FOR_A_DISTRICT and _open(name):
        return None
    if not text or (generic and not within) or (_is_unit(core.text) and not within):
        return None
    if within is None and " " not in text and text.isascii() and len(text) <= 5:
        return f"i:{fact.type}|{text}"
    return f"i:{within or ''}|{text}"


def _open(name: str) -> bool:
    """Whether several districts bear the name in ``name``: whose government 新华区政府 is, only its article tells."""
    return any(not districts().resolve(name[p.start : p.end]) for p in districts().matches(name, _language(name)))


@cache
def _generic() -> frozenset[str]:
    return frozenset(_short(name) for name in _words()["generic"])


def is_generic(name: str) -> bool:
    """Whether ``name`` stands for a body only inside its article: 学校, the University."""
    return _short(name) in _generic()


def _language(name: str) -> Lang:
    return "zh" if has_han(name) else "en"


def _core(name: str, lang: Lang, parent: Anchor | None) -> _Core:
    for body in institutions().matches(name, lang):
        if (body.start, body.end) != (0, len(name)) and len(body.candidates) == 1:
            return _Core(_without(name, body.start, body.end), body.candidates[0].id)
    for place in districts().matches(name, lang) if not parent else ():
        if len(place.candidates) == 1:
            return _Core(_without(name, place.start, place.end), place.candidates[0].id)
    return _Core(name, None)


def _without(name: str, start: int, end: int) -> str:
    return f"{name[:start]} {name[end:]}"


def _short(text: str) -> str:
    """``text`` without legal form and empty words, heads in their short form; English words sorted."""
    words = _words()
    plain = folded(text)
    for form in words["legal_forms"]:
        plain = plain.removesuffix(form).strip()
    if has_han(plain):
        for long, short in words["short_forms"].items():
            plain = plain.replace(long, short)
        return plain.replace(" ", "")
    kept = (words["short_forms"].get(w, w) for w in plain.split() if w not in words["stop_words"])
    return " ".join(sorted(set(kept)))


def _is_unit(text: str) -> bool:
    words = _words()
    plain = folded(text)
    if has_han(plain):
        has_name = plain.endswith(tuple(words["proper_heads"])) and plain not in words["proper_heads"]
        return not has_name and len(plain) <= words["longest_unit"] and plain.endswith(tuple(words["unit_heads"]))
    return any(w in words["unit_heads"] for w in plain.split())
