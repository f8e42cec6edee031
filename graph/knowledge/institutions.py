"""Known bodies: universities, academies, companies and parks from tables, governments and departments from patterns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import get_args

from pypinyin import lazy_pinyin
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.facts import InstitutionType
from graph.knowledge.governments import Body, governments
from graph.knowledge.matching import Lang, Match, Matcher
from graph.knowledge.tables import APOSTROPHES, folded, listed, rows, vetoes

_TABLES = ("institutions_universities", "institutions_research", "institutions_others")
_HAN = re.compile("[\u3400-\u9fff]")
_SHORT = 2
"""A short form of so many characters arises by chance across words (天大, 北化)."""


@dataclass(frozen=True, slots=True)
class FormerName:
    """What a body was called ``until`` a year (EDTF)."""

    name: str
    until: str


@dataclass(frozen=True, slots=True)
class Institution:
    """A body. ``id`` is ``i-`` and its key, ``district`` where it sits, ``parent`` what it is a unit of (ids)."""

    id: str
    name_zh: str | None
    name_en: str | None
    type: InstitutionType
    short_zh: str | None = None
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    """Further names in both languages."""
    district: str | None = None
    parent: str | None = None
    domains: tuple[str, ...] = ()
    governs: str | None = None
    """The district whose government it is."""
    shared: frozenset[str] = frozenset()
    """Those names that other bodies bear too."""
    tied: frozenset[str] = frozenset()
    """Those names that stand for it only beside a longer one."""
    patterns: frozenset[str] = frozenset()
    """Those names that only follow from a pattern of governments, departments or committees: found by, never shown."""
    former: tuple[FormerName, ...] = ()
    """Those of its names that it has no more."""
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the full ones first."""
        former = (f.name for f in self.former)
        given = (self.name_zh, self.name_en, self.short_zh, self.acronym, *self.aliases, *former)
        return tuple(dict.fromkeys(n for n in given if n))


class Institutions:
    """All known bodies; made once by ``institutions()``."""

    def __init__(self, table: Iterable[Institution]) -> None:
        self._all = {i.id: i for i in table}
        self._domains = {domain: i for i in self for domain in i.domains}
        self._named = _borne((folded(name), i) for i in self for name in i.names)
        self._matchers: dict[Lang, Matcher[Institution]] = {}

    def __iter__(self) -> Iterator[Institution]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def by_id(self, id_: str) -> Institution:
        """The body of that id; ``KeyError`` if there is none."""
        return self._all[id_]

    def by_domain(self, host: str) -> Institution | None:
        """The body that a host belongs to: news.bistu.edu.cn is BISTU's."""
        labels = host.casefold().split(":")[0].strip(".").split(".")
        found = (self._domains.get(".".join(labels[i:])) for i in range(len(labels) - 1))
        return next((i for i in found if i), None)

    def named(self, name: str) -> tuple[Institution, ...]:
        """All bodies of exactly that name, case, punctuation and apostrophes aside; empty where it is unknown."""
        return self._named.get(folded(name), ())

    def matches(self, text: str, lang: Lang) -> list[Match[Institution]]:
        """The bodies named in ``text``; a name inside a longer one that is another body's is none, and a short one is
        where a longer one of its body stands as well, or the head of a school behind it (北航副校长)."""
        found = self._matcher(lang).matches(text)
        sure = {
            c.id
            for m in found
            for c in m.candidates
            if m.surface not in c.tied or (c.type == "university" and _HEAD.match(text, m.end))
        }
        kept = []
        for m in found:
            left = tuple(c for c in m.candidates if m.surface not in c.tied or c.id in sure)
            if left:
                kept.append(Match(m.start, m.end, m.surface, left))
        return kept

    def _matcher(self, lang: Lang) -> Matcher[Institution]:
        if lang not in self._matchers:
            names = _borne(
                (spelling, i)
                for i in self
                for name in i.names
                if bool(_HAN.search(name)) == (lang == "zh")
                for spelling in _spellings(name, lang)
            )
            self._matchers[lang] = Matcher(names, lang, vetoes=vetoes("institution_vetoes", lang))
        return self._matchers[lang]

    def nearest(self, name: str) -> Institution | None:
        """The body that a misspelt ``name`` means, or None where it is not plain.

        English: each word that no name here has is replaced by the one word at one typing error from it (two in a word
        of nine letters or more). Chinese: other characters with the same reading. Nothing else is near: names that
        differ by a word that exists (Hebei for Tianjin, 工商 for 工业) are other bodies.
        """
        if _HAN.search(name):
            said = tuple(lazy_pinyin(name))
            found = {i.id: i for i in self._read_aloud.get(said, ())}
        else:
            words = [self._corrected(w) for w in folded(name).split()]
            found = {i.id: i for i in self._named.get(" ".join(words), ())}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _read_aloud(self) -> dict[tuple[str, ...], list[Institution]]:
        table: dict[tuple[str, ...], list[Institution]] = defaultdict(list)
        for i in self:
            for name in i.names:
                if _HAN.search(name) and len(name) >= 2 * _SHORT:
                    table[tuple(lazy_pinyin(name))].append(i)
        return table

    @cached_property
    def _words(self) -> list[str]:
        return sorted({w for name in self._named if not _HAN.search(name) for w in name.split()})

    def _corrected(self, word: str) -> str:
        errors = 2 if len(word) >= 9 else 1
        if len(word) < 5 or word in self._words:
            return word
        near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=errors, limit=3)
        best = [w for w, distance, _ in near if distance == near[0][1]]
        return best[0] if len(best) == 1 else word


def _borne(names: Iterable[tuple[str, Institution]]) -> dict[str, tuple[Institution, ...]]:
    """Each name with all that bear it. The many names that are one body's alone share one tuple."""
    alone: dict[str, tuple[Institution, ...]] = {}
    table: dict[str, tuple[Institution, ...]] = {}
    for name, i in names:
        bearers = table.get(name, ())
        if i not in bearers:
            table[name] = (*bearers, i) if bearers else alone.setdefault(i.id, (i,))
    return table


_HEAD = re.compile("(?:常务)?副?校长|校?党委副?书记")


def _spellings(name: str, lang: Lang) -> tuple[str, ...]:
    """``name`` as texts write it: with and without apostrophe, "Co., Ltd." with and without comma."""
    if lang == "zh":
        return (name,)
    forms = (name, APOSTROPHES.sub("", name)) if APOSTROPHES.search(name) else (name,)
    return tuple(f for form in forms for f in ((form, form.replace(" Co. ", " Co., ")) if " Co. " in form else (form,)))


def _place(cell: str) -> str | None:
    return f"d-{cell}" if cell else None


def _listed(row: dict[str, str]) -> Institution:
    aliases = [re.sub("^[~?]+", "", a) for a in listed(row["aliases"])]
    marks = {a.lstrip("~?"): a[: len(a) - len(a.lstrip("~?"))] for a in listed(row["aliases"])}
    kind = next(t for t in get_args(InstitutionType) if t == row["type"])
    short = [n for n in (row["short_zh"], *aliases) if _HAN.search(n) and len(n) <= _SHORT]
    tied = {a for a, m in marks.items() if "~" in m} | (set(short) if kind != "company" else set())
    return Institution(
        f"i-{row['key']}", row["name_zh"] or None, row["name_en"] or None, kind, row["short_zh"] or None,
        row["acronym"] or None, tuple(aliases), _place(row["district"]),
        f"i-{row['parent']}" if row["parent"] else None, listed(row["domains"]),
        shared=frozenset(a for a, m in marks.items() if "?" in m), tied=frozenset(tied), note=row["note"] or None,
    )  # fmt: skip


def _committee(park: Institution) -> Institution:
    """The committee that runs a park: its posts are not the park's name, yet its name follows from it."""
    chinese = [n for n in park.names if _HAN.search(n) and n not in park.tied]
    english = [n for n in park.names if not _HAN.search(n)]
    made = [f"{n}{end}" for n in chinese for end in ("管理委员会", "管委会")]
    made += [f"{form} of {n}" for n in english for form in ("Administrative Committee", "Management Committee")]
    made += [f"{n} {form}" for n in english for form in ("Administrative Committee", "Management Committee")]
    official = f"Administrative Committee of {english[0]}" if english else None
    short = f"{park.short_zh}管委会"
    return Institution(
        f"{park.id}-mc",
        f"{park.name_zh}管理委员会",
        official,
        "government",
        short,
        None,
        tuple(made),
        park.district,
        patterns=frozenset(made) - {short},
    )


def _made(body: Body, listed_: Institution | None) -> Institution:
    governs = body.district.id if body.key.startswith("gov-") else None
    parent = None if body.key.split("-")[0] in {"gov", "party", "congress", "cppcc"} else f"i-gov-{body.district.code}"
    made = (*body.names_zh, *body.names_en)
    if listed_ is None:
        return Institution(
            f"i-{body.key}", body.names_zh[0], body.names_en[0], body.type, body.names_zh[-1], None, made,
            body.district.id, parent, governs=governs, patterns=frozenset(made) - {body.names_zh[-1]},
        )  # fmt: skip
    return Institution(
        listed_.id, listed_.name_zh, listed_.name_en, listed_.type, listed_.short_zh, listed_.acronym,
        (*listed_.aliases, *made), body.district.id, parent, listed_.domains,
        shared=listed_.shared, tied=listed_.tied, note=listed_.note, patterns=frozenset(made) - {*listed_.names},
    )  # fmt: skip


@cache
def institutions() -> Institutions:
    """The tables and what follows from the districts, read once."""
    table = {i.id: i for name in _TABLES for i in map(_listed, rows(name))}
    for row in rows("institutions_former"):
        renamed = table[f"i-{row['key']}"]
        table[renamed.id] = replace(renamed, former=(*renamed.former, FormerName(row["name"], row["until"])))
    listed_names = {name for i in table.values() for name in i.names}
    parks = [i for i in table.values() if i.type == "park" and i.short_zh]
    table |= {c.id: c for c in map(_committee, parks) if c.name_zh not in listed_names}
    for body in governments():
        table[f"i-{body.key}"] = _made(body, table.get(f"i-{body.key}"))
    return Institutions(table.values())
