"""One district, and how a line of ``districts.csv`` tells it; most of it follows from code and Chinese name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from graph.facts import Level
from graph.knowledge.tables import listed, rows

REGION = ("11", "12", "13")
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_SUFFIX = re.compile(
    "(?<=..)(?:(?:满族|回族|蒙古族|满族蒙古族|壮族|维吾尔|土家族苗族|藏族|蒙古)?自治[区县州]|特别行政区|地区|新区|矿区|[省市区县盟])$"
)
_HEADS = {
    "省": "Province",
    "市": "City",
    "区": "District",
    "县": "County",
    "新区": "New Area",
    "矿区": "Mining District",
    "回族自治县": "Hui Autonomous County",
    "满族自治县": "Manchu Autonomous County",
}
_FORMS: dict[str, tuple[str, ...]] = {
    "district": ("{} District", "District of {}"),
    "county": ("{} County", "County of {}"),
    "city": ("{} City", "City of {}", "{} Municipality"),
    "municipality": ("{} City", "City of {}"),
}
"""How English texts write a name of each level, beside the official name."""
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


def read_districts() -> Iterator[District]:
    """The districts of the table, in its order."""
    return map(_district, rows("districts"))


def _district(row: dict[str, str]) -> District:
    code, zh, bare = row["code"], row["name_zh"], row["bare"]
    level = _level(code, zh)
    stem = row["stem_en"] or ("" if code else row["name_en"]) or _stem(zh, row["pinyin"])
    name_en = row["name_en"] or (stem if level == "municipality" else f"{stem} {_head(zh)}".strip())
    short_zh = _SUFFIX.sub("", zh)
    chinese = [a.removeprefix("?") for a in listed(row["aliases_zh"])]
    if code and not bare and len(short_zh) > 1:
        chinese.append(short_zh)
    english = [a.removeprefix("?") for a in listed(row["aliases_en"])]
    english += [form.format(stem) for form in _FORMS.get(level, ())]
    if len(zh) == 2 and level == "county":
        english.append(f"{stem.removesuffix('xian')} County")
    if code and bare in {"", "en"}:
        english.append(stem)
    return District(
        id=f"d-{code or row['key']}",
        code=code or None,
        name_zh=zh,
        name_en=name_en,
        level=level,
        parent=_parent(code) if code else _prefixed(row["parent"]),
        aliases_zh=tuple(a for a in dict.fromkeys(chinese) if a != zh),
        aliases_en=tuple(a for a in dict.fromkeys(english) if a != name_en),
        shared=tuple(a[1:] for a in listed(f"{row['aliases_zh']}|{row['aliases_en']}") if a.startswith("?")),
        former=tuple(_former(part) for part in listed(row["former"])),
        valid_from=row["valid_from"] or None,
        note=row["note"] or None,
        stem_en=stem,
        bare=tuple(n for n in (short_zh, stem) if code and bare in {"en", "no"} and len(n) > 1),
    )


def _stem(name_zh: str, pinyin: str) -> str:
    """Its English name without a head: Gu'an of 固安县; Yixian of 易县, since one syllable is no name."""
    han = _SUFFIX.sub("", name_zh)
    said = pinyin.split() or lazy_pinyin(han, v_to_u=False)
    return (said[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in said[1:])).capitalize()


def _head(name_zh: str) -> str:
    suffix = _SUFFIX.search(name_zh)
    return _HEADS.get(suffix.group() if suffix else name_zh[-1], "")


def _parent(code: str) -> str | None:
    province, city = f"{code[:2]}0000", f"{code[:4]}00"
    if code == province:
        return None
    direct = code == city or province in _MUNICIPALITIES or code[2:4] == "90"
    return f"d-{province if direct else city}"


def _prefixed(key: str) -> str | None:
    return f"d-{key}" if key else None


def _level(code: str, name_zh: str) -> Level:
    if not code:
        return "new_area" if name_zh.endswith("新区") else "other"
    if code.endswith("0000"):
        return "municipality" if code in _MUNICIPALITIES else "province"
    return "other" if name_zh.endswith("地区") else _LEVELS.get(name_zh[-1], "other")


def _former(cell: str) -> Former:
    """``name@code<until``; the code may be missing."""
    name, _, rest = cell.partition("@")
    code, _, until = rest.partition("<")
    return Former(name, code or None, until)
