"""Chinese surnames with their readings as a surname, and the syllables that a name in pinyin is made of."""

import re
from functools import cache, lru_cache
from itertools import chain

from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from graph.knowledge.tables import APOSTROPHES, rows

_LONGEST = 6
"""Letters of the longest syllable (zhuang)."""
_V = re.compile("(?<=[ln])(?:yu|u(?=e))")
_DIALECT = frozenset(("biang", "bong", "cei", "chua", "den", "din", "fiao", "kei", "lo", "nia", "rua", "wong"))
"""Syllables of single dialect or slang characters: as parts of a name they are another romanisation (Wong, Chua)."""


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Each surname with its readings, the commonest first, compound ones before the rest (欧阳: ouyang; 解: xie).

    ü is written v.
    """
    table = {row["surname"]: tuple(row["readings"].split()) for row in rows("surnames")}
    return dict(sorted(table.items(), key=lambda item: -len(item[0])))


def split_han(name: str) -> list[tuple[str, str]]:
    """The ways to cut ``name`` into surname and given name, a compound surname first; empty where there is none."""
    return [(name[:n], name[n:]) for n in (2, 1) if n < len(name) <= n + 2 and name[:n] in surnames()]


@cache
def syllables() -> frozenset[str]:
    """Every syllable of Mandarin without tone, ü as v; interjections (m, n, ng) are none."""
    marked = set(chain.from_iterable(readings.split(",") for readings in PINYIN_DICT.values()))
    plain = {to_normal(m).replace("ü", "v").replace("ê", "e") for m in marked}
    return frozenset(s for s in plain if s.isascii() and any(c in "aeiouv" for c in s)) - _DIALECT


@cache
def _spellings() -> frozenset[str]:
    return frozenset(chain.from_iterable(surnames().values()))


@lru_cache(maxsize=1 << 16)
def folded(spelling: str) -> str:
    """Syllables in small letters, without apostrophes and hyphens; ü, and yu after l or n, is v."""
    plain = APOSTROPHES.sub("", spelling.casefold()).replace("-", "").replace("ü", "v").replace("u\u0308", "v")
    return _V.sub("v", plain)


def is_surname_spelling(token: str) -> bool:
    """Whether ``token`` can be a surname in pinyin, in any case; lv, lyu and lü are one, and lu another."""
    return folded(token) in _spellings()


@lru_cache(maxsize=1 << 16)
def cuts(token: str) -> list[tuple[str, ...]]:
    """The ways to read ``token`` as syllables, fewest first; an apostrophe or a hyphen is a border (Xi'an: xi an)."""
    parts = APOSTROPHES.sub(" ", token.casefold()).replace("-", " ").replace("u\u0308", "v").replace("ü", "v").split()
    found: list[tuple[str, ...]] = [()] if parts else []
    for part in parts:
        found = [(*head, *tail) for head in found for tail in _cut(part)]
    return sorted(found, key=len)


def _cut(part: str) -> list[tuple[str, ...]]:
    if len(part) > 4 * _LONGEST:
        return []
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(part) + 1):
        pieces = ((start, folded(part[start:end])) for start in range(max(0, end - _LONGEST), end))
        ways.append([(*head, piece) for start, piece in pieces if piece in syllables() for head in ways[start]])
    return ways[-1]
