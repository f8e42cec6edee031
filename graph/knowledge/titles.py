"""Titles of posts in both languages: what office they name and at which rank, so that 副校长 meets Vice President."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias, cast

from graph.facts import InstitutionType
from graph.knowledge.tables import document

Rank: TypeAlias = Literal["chief", "deputy", "assistant"]
_HAN = re.compile("[\u3400-\u9fff]")
_PARTS = re.compile(r"[、,，;；/]|\band\b|\bas well as\b|(?<=[记长任员席裁理])兼")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: ``functions`` with the likeliest first, and whose post it is where the title alone tells."""

    rank: Rank
    functions: tuple[str, ...]
    body: InstitutionType | None

    @property
    def name(self) -> str:
        """``president``, ``deputy-president``: equal for titles of one office in both languages."""
        return self.functions[0] if self.rank == "chief" else f"{self.rank}-{self.functions[0]}"


def title_class(title: str) -> str | None:
    """The office that ``title`` names (``president``, ``deputy-party-secretary``), or None for no known title.

    Of a list of titles it is the first that is known.
    """
    found = read_title(title)
    return found.name if found else None


def pairs(a: str, b: str) -> bool:
    """Whether two titles, in one language or two, can name one post: 党委书记 and Chairman of University Council."""
    first, second = read_title(a), read_title(b)
    return bool(first and second and first.rank == second.rank and set(first.functions) & set(second.functions))


@lru_cache(maxsize=1 << 14)
def read_title(title: str) -> Title | None:
    """The first known title of ``title``, which may be a list (党委副书记、校长)."""
    whole = _read(title)
    if whole and not _PARTS.search(title):
        return whole
    return next((found for part in _PARTS.split(title) if part and (found := _read(part.strip()))), whole)


def _read(title: str) -> Title | None:
    return _chinese(title.strip()) if _HAN.search(title) else _english(" ".join(title.split()))


def _chinese(title: str) -> Title | None:
    rank: Rank = "chief"
    if title.endswith("助理") and len(title) > 2:
        rank, title = "assistant", title.removesuffix("助理")
    endings = _table().endings
    ending = next((title[i:] for i in range(len(title)) if title[i:] in endings), None)
    if ending is None:
        return None
    before = title.removesuffix(ending)
    if before.endswith("副"):
        rank = "deputy"
    return _title(rank, endings[ending])


def _english(title: str) -> Title | None:
    found = [(m.start(), -len(m.group()), functions, m) for p, functions in _table().patterns if (m := p.search(title))]
    if not found:
        return None
    start, _, _, match = min(found, key=lambda f: f[:2])
    functions = tuple(dict.fromkeys(f for s, _, fs, m in found if s == start and m.end() == match.end() for f in fs))
    before = title[:start]
    ranks = _table().ranks
    rank: Rank = next((r for r, pattern in ranks if pattern.search(before)), "chief")
    return _title(rank, functions)


def _title(rank: Rank, functions: tuple[str, ...]) -> Title:
    return Title(rank, functions, _table().bodies.get(functions[0]))


def office_in_words(office: str) -> str:
    """An office as records have it, its rank before its function: ``deputy head of government``."""
    rank, _, function = office.partition("-")
    said = _table().said.get(function, function)
    return said if rank == "chief" else f"{rank} {said}"


@dataclass(frozen=True, slots=True)
class _Table:
    endings: dict[str, tuple[str, ...]]
    patterns: list[tuple[re.Pattern[str], tuple[str, ...]]]
    ranks: list[tuple[Rank, re.Pattern[str]]]
    bodies: dict[str, InstitutionType]
    said: dict[str, str]


@cache
def _table() -> _Table:
    content = document("titles")
    endings: dict[str, tuple[str, ...]] = {}
    patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = []
    for function, row in content["functions"].items():
        for ending in row["zh"]:
            endings[ending] = (*endings.get(ending, ()), function)
        patterns += [(re.compile(rf"\b(?:{p})(?!\w)", re.IGNORECASE), (function,)) for p in row["en"]]
    ranks = [(cast(Rank, r), re.compile(row["en"], re.IGNORECASE)) for r, row in content["ranks"].items()]
    bodies = {f: cast(InstitutionType, row["body"]) for f, row in content["functions"].items() if "body" in row}
    said = {f: row.get("said", f.replace("-", " ")) for f, row in content["functions"].items()}
    return _Table(endings, patterns, ranks, bodies, said)
