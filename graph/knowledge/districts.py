"""The districts of Beijing, Tianjin and Hebei, from province to county, by code (GB/T 2260) and name."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from graph.knowledge.district import District as District
from graph.knowledge.district import read_districts
from graph.knowledge.matching import Lang, Match, Matcher
from graph.knowledge.surnames import is_surname_spelling, surnames
from graph.knowledge.tables import APOSTROPHES, folded, vetoes

_GIVEN = 2
"""Characters of most given names, and of most short names of places."""
_NO_SURNAMES = frozenset("和于与从向到来在由及同对往去经过区市县省州府庄水全方")
"""Surnames that are more often a word or the end of a name before a place."""


class Districts:
    """All districts; made once by ``districts()``."""

    def __init__(self, table: Iterable[District]) -> None:
        self._all = {d.id: d for d in table}
        names: dict[str, dict[str, District]] = {}
        matched: dict[Lang, dict[str, dict[str, District]]] = {"zh": {}, "en": {}}
        for d in self:
            former = tuple(f.name for f in d.former)
            for name in (d.name_zh, d.name_en, *d.aliases_zh, *d.aliases_en, *former, *d.bare):
                names.setdefault(folded(name), {})[d.id] = d
            for name in (d.name_zh, *d.aliases_zh, *former):
                matched["zh"].setdefault(name, {})[d.id] = d
            for name in (d.name_en, *d.aliases_en):
                matched["en"].setdefault(name.casefold(), {})[d.id] = d
                matched["en"].setdefault(APOSTROPHES.sub("", name.casefold()), {})[d.id] = d
        self._named = {name: tuple(found.values()) for name, found in names.items()}
        self._matchers = {
            lang: Matcher(
                {name: _preferred(found.values()) for name, found in table.items()},
                lang,
                vetoes=vetoes("place_vetoes", lang),
            )
            for lang, table in matched.items()
        }

    def __iter__(self) -> Iterator[District]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def by_id(self, id_: str) -> District:
        """The district of that id; ``KeyError`` if there is none."""
        return self._all[id_]

    def ancestors(self, district: District) -> list[District]:
        """What ``district`` is a part of, the nearest first."""
        found = []
        while district.parent:
            district = self._all[district.parent]
            found.append(district)
        return found

    def named(self, name: str) -> tuple[District, ...]:
        """All districts of that name, in either language, former and short names too, the region's before others."""
        return tuple(sorted(self._named.get(folded(name), ()), key=lambda d: (not d.in_region, d.id)))

    def resolve(self, name: str, near: Collection[str] = ()) -> District | None:
        """The one district that ``name`` means beside the districts ``near`` (ids), or None where that stays open.

        It is the one inside, around or beside one of ``near``; else the only one of that name in the region (朝阳区 is
        Beijing's); else the only one.
        """
        return self._chosen(self.named(name), near)

    def _chosen(self, found: tuple[District, ...], near: Collection[str]) -> District | None:
        for related in (self._inside, self._beside, lambda d, _: d.in_region, lambda _d, _n: True):
            fitting = [d for d in found if related(d, near)]
            if len(fitting) == 1:
                return fitting[0]
            if fitting:
                found = tuple(fitting)
        return None

    def _inside(self, district: District, near: Collection[str]) -> bool:
        around = {district.id, *(a.id for a in self.ancestors(district))}
        return any(n in around or district.id in self._line(n) for n in near)

    def _beside(self, district: District, near: Collection[str]) -> bool:
        parent = district.parent
        return parent is not None and any(parent in self._line(n) for n in near)

    def _line(self, id_: str) -> set[str]:
        return {a.id for a in self.ancestors(self._all[id_])} if id_ in self._all else set()

    def matches(self, text: str, lang: Lang) -> list[Match[District]]:
        """The districts named in ``text``, without roads, stations, railways and universities that bear their names.

        A name next to its parent's (石家庄市桥西区; Qiaoxi District, Shijiazhuang) has one candidate.
        """
        found = self._matchers[lang].matches(text)
        found = [
            m for m, before in zip(found, (None, *found), strict=False) if not _is_given_name(text, m, before, lang)
        ]
        return [self._narrowed(text, found, i) for i in range(len(found))]

    def _narrowed(self, text: str, found: list[Match[District]], i: int) -> Match[District]:
        match = found[i]
        if len(match.candidates) == 1:
            return match
        left = [m for m in found[max(0, i - 1) : i] if text[m.end : match.start].strip() in {"", ",", "的"}]
        right = [m for m in found[i + 1 : i + 2] if text[match.end : m.start].strip() in {",", "of", "in"}]
        near = {m.candidates[0].id for m in (*left, *right) if len(m.candidates) == 1}
        one = [d for d in match.candidates if near & {a.id for a in self.ancestors(d)}]
        return Match(match.start, match.end, match.surface, tuple(one)) if len(one) == 1 else match


def _is_given_name(text: str, match: Match[District], before: Match[District] | None, lang: Lang) -> bool:
    """Whether a place without 区 or District is the end of a person's name (付顺义, Zhang Anping)."""
    if match.candidates[0].level not in {"district", "county", "city"}:
        return False
    if lang == "en":
        surname = re.search(r"([A-Z][a-z]+)[ \u00a0]$", text[max(0, match.start - 16) : match.start])
        return " " not in match.surface and bool(surname and is_surname_spelling(surname.group(1)))
    left = text[match.start - 1 : match.start]
    joined = before is not None and before.end == match.start
    return len(match.surface) == _GIVEN and left in surnames() and left not in _NO_SURNAMES and not joined


def _preferred(found: Collection[District]) -> tuple[District, ...]:
    """Those of the region where there are any: elsewhere's namesakes need their own city beside them."""
    inside = tuple(d for d in found if d.in_region)
    return inside or tuple(found)


@cache
def districts() -> Districts:
    """The table, read once."""
    return Districts(read_districts())
