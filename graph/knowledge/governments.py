"""The bodies that every place with an administration has; their names follow from the place's name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from graph.facts import InstitutionType
from graph.knowledge.districts import District, districts
from graph.knowledge.tables import document, listed

Department: TypeAlias = dict[str, list[str]]
_RANKS = {"municipality": "Municipal", "province": "Provincial", "city": "Municipal"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body made from a pattern; the first name of each language is the official one."""

    key: str
    type: InstitutionType
    names_zh: tuple[str, ...]
    names_en: tuple[str, ...]
    district: District


def governments() -> Iterator[Body]:
    """Government, party committee, people's congress and consultative conference of every place, then departments."""
    region = {d.name_zh for d in districts() if d.in_region}
    for d in districts():
        if d.code and (d.in_region or d.name_zh not in region) and d.level != "other":
            yield from _four(d)
            if d.in_region and d.level != "county" and not (d.code.startswith("13") and d.level == "district"):
                yield from _departments(d)


def _places(d: District) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Its Chinese names, English adjectives (Tongzhou District, Beijing Municipal) and English nouns."""
    autonomous = tuple(a for a in d.aliases_zh if d.name_zh.endswith("自治县") and a.endswith("县"))
    rank = _RANKS.get(d.level)
    plain = (f"{d.stem_en} {rank}",) if rank else ()
    nouns = dict.fromkeys((d.name_en, *(a for a in d.aliases_en if a.split()[-1] in {"County", "District", "City"})))
    if d.level == "municipality":
        nouns = dict.fromkeys((f"{d.stem_en} Municipality", d.stem_en))
    elif rank:
        nouns[d.stem_en] = None
    adjectives = dict.fromkeys(
        (*plain, *(n for n in nouns if not n.startswith(("City of", "District of", "County of"))))
    )
    return (d.name_zh, *autonomous), tuple(adjectives), tuple(nouns)


def _four(d: District) -> Iterator[Body]:
    zh, adjectives, nouns = _places(d)
    rank = {"county": "County", "district": "District"}.get(d.level) or _RANKS[d.level]
    autonomous = "|{}党委" if d.name_zh.endswith("自治区") else ""
    patterns: dict[str, tuple[InstitutionType, str, str, str]] = {
        "gov": ("government", "{}人民政府|{}政府", "{} People's Government|{} Government",
                "People's Government of {}|Government of {}"),
        "party": ("party", "中共{}委员会|中共{}委|中国共产党{}委员会|{}委" + autonomous,
                  "CPC {} Committee|{} Committee of the CPC|{} Committee of CPC|{} Party Committee|{} CPC Committee"
                  "|{} Committee of the Communist Party of China",
                  f"CPC Committee of {{}}|Party Committee of {{}}|{rank} Party Committee of {{}}"),
        "congress": ("government", "{}人民代表大会常务委员会|{}人大常委会|{}人民代表大会|{}人大",
                     "Standing Committee of the {} People's Congress|Standing Committee of {} People's Congress"
                     "|{} People's Congress", ""),
        "cppcc": ("government", "政协{}委员会|中国人民政治协商会议{}委员会|{}政协",
                  "{} Committee of the CPPCC|CPPCC {} Committee|{} CPPCC", ""),
    }  # fmt: skip
    for key, (kind, chinese, before, after) in patterns.items():
        english = (*_filled(before, adjectives), *_filled(after, nouns))
        yield Body(f"{key}-{d.code}", kind, _filled(chinese, zh), english, d)


def _filled(patterns: str, names: Iterable[str]) -> tuple[str, ...]:
    """Each of the patterns with each name in it, pattern by pattern."""
    names = tuple(names)
    return tuple(p.format(n) for p in listed(patterns) for n in names)


def _departments(d: District) -> Iterator[Body]:
    zh, adjectives, nouns = _places(d)
    if d.stem_en in d.aliases_en:
        adjectives = tuple(dict.fromkeys((*adjectives, d.stem_en)))
    departments: dict[str, Department] = document("departments")["departments"]
    for key, p in departments.items():
        full, short = _heads(d, p["heads"][0])
        stems = [(f, h) for f in p["zh"] for h in full] + [(f, h) for f in p["short"] for h in short]
        chinese = (f"{{}}{stem}{head}" for stem, head in stems if len(stem) > 1 or head in {"委", "办"})
        called = [(f, h) for f in p["en"] for h in p["heads"]]
        before = "|".join(f"{{}} {h} of {f}|{{}} {f} {h}" for f, h in called)
        after = "|".join(f"{h} of {f} of {{}}|{f} {h} of {{}}" for f, h in called)
        english = (*_filled(before, adjectives), *_filled(after, nouns))
        yield Body(f"{key}-{d.code}", "government", _filled("|".join(chinese), zh), english, d)


def _heads(d: District, english: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that full and short Chinese names end in, the likeliest at this level first."""
    if english == "Office":
        return ("办公室", "局"), ("办", "局")
    if d.level == "province":
        return ("厅", "委员会", "局"), ("厅", "委", "局")
    if d.level == "municipality" and english == "Commission":
        return ("委员会", "局"), ("委", "局")
    return ("局", "委员会"), ("局", "委")
