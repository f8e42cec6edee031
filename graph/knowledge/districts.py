"""The districts of Beijing, Tianjin and Hebei, from province to county, by code (GB/T 2260) and name."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from graph.facts import Level
from graph.knowledge.matching import Lang, Match, Matcher
from graph.knowledge.surnames import is_surname_spelling, surnames
from graph.knowledge.tables import APOSTROPHES, document, folded, listed, rows

REGION = ("11", "12", "13")
_GIVEN = 2
"""Characters of most given names, and of most short names of places."""
_NO_SURNAMES = frozenset("和于与从向到来在由及同对往去经过区市县省州府庄水全方")
"""Surnames that are more often a word or the end of a name before a place."""
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_SUFFIX = re.compile(
    "(?<=..)(?:(?:满族|回族|蒙古族|满族蒙古族|壮族|维吾尔|土家族苗族|藏族|蒙古)?自治[区县州]|特别行政区|地区|新区|矿区|[省市区县盟])$"
)
_HEADS = {
    "省": "Province", "市": "City", "区": "District", "县": "County", "新区": "New Area", "矿区": "Mining District",
    "回族自治县": "Hui Autonomous County", "满族自治县": "Manchu Autonomous County", "地区": "Prefecture",
    "盟": "League",
}  # fmt: skip
_LEVELS: dict[str, Level] = {"市": "city", "区": "district", "县": "county"}


@dataclass(frozen=True, slots=True)
class Former:
    """What a district was called, and coded, before ``until`` (EDTF month)."""

    name: str
    code: str | None
    until: str


@dataclass(frozen=True, slots=True)
class District:
    """A place with an administration. ``id`` is ``d-`` and the code (or a name where it has none), ``parent`` an id."""

    id: str
    code: str | None
    name_zh: str
    name_en: str
    level: Level
    parent: str | None
    aliases_zh: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    """Those names that other districts bear too, and that are marked so in the table."""
    former: tuple[Former, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    note: str | None = None
    stem_en: str = ""
    """The English name without District, County, City, Province."""
    bare: tuple[str, ...] = ()
    """Short forms that stand for it only in a known context (朝阳): ``named`` knows them, ``matches`` does not."""

    @property
    def in_region(self) -> bool:
        """Whether it is of Beijing, Tianjin or Hebei."""
        return (self.code or (self.parent or "")[2:])[:2] in REGION


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
        vetoes = document("place_vetoes")
        assert isinstance(vetoes, dict)  # noqa: S101 - our own file
        self._matchers = {
            lang: Matcher(
                {name: _preferred(found.values()) for name, found in table.items()},
                lang,
                vetoes=[(v["before"], v["after"]) for v in vetoes[lang]],
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


def _english(name_zh: str, pinyin: str) -> tuple[str, str]:
    """English name and stem: 固安县 is Gu'an County; 易县 is Yixian County, since one syllable is no name."""
    match = _SUFFIX.search(name_zh) or re.search("[县]$", name_zh)
    suffix = match.group() if match else ""
    han = name_zh[: len(name_zh) - len(suffix)]
    said = pinyin.split() if pinyin else lazy_pinyin(han, v_to_u=False)
    if len(han) == 1 and len(said) == 1:
        said.append("xian")
    if len(said) > max(len(han), 2):
        said = said[: len(han)]
    stem = said[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in said[1:])
    head = _HEADS.get(suffix) or ("County" if suffix.endswith("县") else "")
    return f"{stem.capitalize()} {head}".strip(), stem.capitalize()


def _parent(code: str) -> str | None:
    if code.endswith("0000"):
        return None
    city = code[:4] + "00"
    direct = code.endswith("00") or code[:2] + "0000" in _MUNICIPALITIES or code[2:4] == "90"
    return f"d-{code[:2]}0000" if direct else f"d-{city}"


def _level(code: str, name_zh: str) -> Level:
    if code.endswith("0000"):
        return "municipality" if code in _MUNICIPALITIES else "province"
    if name_zh.endswith("新区") and not code:
        return "new_area"
    if not code or name_zh.endswith("地区"):
        return "other"
    return _LEVELS.get(name_zh[-1], "other")


def _former(cell: str) -> tuple[Former, ...]:
    parts = [re.fullmatch(r"(.+)@(\d{6})?<([\d-]+)", part) for part in listed(cell)]
    return tuple(Former(m[1], m[2] or None, m[3]) for m in parts if m)


def _district(row: dict[str, str]) -> District:
    code, zh = row["code"], row["name_zh"]
    name_en, stem = _english(zh, row["pinyin"])
    listed_en = listed(row["aliases_en"])
    given = tuple(a.removeprefix("?") for a in listed_en)
    level = _level(code, zh)
    if given and (not code or zh.endswith(("自治区", "自治州", "特别行政区", "蒙古族自治县"))):
        name_en, stem = (
            max(given, key=len) if code else given[0],
            given[-1].removesuffix(" County") if zh.endswith("县") else given[0],
        )
    elif given and int(code[:2]) > 13 and level == "city":
        stem = given[0]
        name_en = f"{stem} City"
    if level == "municipality":
        name_en = stem
    short = _SUFFIX.sub("", zh)
    forms = {
        "district": (f"{stem} District", f"District of {stem}"), "county": (f"{stem} County", f"County of {stem}"),
        "city": (f"{stem} City", f"City of {stem}", f"{stem} Municipality"),
        "province": (f"{stem} Province",) if zh.endswith("省") else (),
        "municipality": (f"{stem} City", f"City of {stem}"),
    }.get(level, ())  # fmt: skip
    if stem.endswith("xian") and level == "county" and len(zh) == 2:
        forms = (*forms, f"{stem[:-4]} County")
    bare_en = () if row["bare"] in {"no", "never"} or not code else (stem,)
    bare_zh = (short,) if code and not row["bare"] and len(short) > 1 and short != zh else ()
    shared = tuple(a[1:] for a in (*listed(row["aliases_zh"]), *listed_en) if a.startswith("?"))
    aliases_zh = (*(a.removeprefix("?") for a in listed(row["aliases_zh"])), *bare_zh)
    aliases_en = tuple(dict.fromkeys(a for a in (*given, *forms, *bare_en) if a != name_en))
    id_ = f"d-{code or row['key']}"
    parent = _parent(code) if code else (f"d-{row['parent']}" if row["parent"] else None)
    bare = tuple(b for b in (short, stem) if code and row["bare"] in {"en", "no"} and len(b) > 1)
    return District(
        id_, code or None, zh, name_en, level, parent, tuple(dict.fromkeys(aliases_zh)), aliases_en, shared,
        _former(row["former"]), row["valid_from"] or None, None, row["note"] or None, stem, bare,
    )  # fmt: skip


@cache
def districts() -> Districts:
    """The table, read once."""
    return Districts(map(_district, rows("districts")))
