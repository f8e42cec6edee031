"""How alike two names are, taken alone: the same person or body under another spelling, or another one.

The words of both are paired off, the closest first. A word fits one at a typing error from it, its initial, or the same
Chinese character by any reading. What is left over on one side is a middle name; what is left over on both sides, or
on one side of the name of a body, is somebody else. No likeness of names ever joins two records: that is what
evidence is for (``person_evidence``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Literal, TypeAlias

import yaml
from rapidfuzz.distance import OSA

from graph.identity.folding import folded, has_han
from graph.identity.person_keys import person_keys

_INITIALS = re.compile(r"(?:\b\w\.){2,}")
Sort: TypeAlias = Literal["person", "body"]
SAME = 0.7
"""From here on two names are rather one than two."""
SURE = 0.9
"""From here on they are one spelling or two of one name: the threshold of what a name alone may settle."""
INITIAL = 0.75
"""The likeness of an initial to a word that it begins."""
LEFT_OVER = 0.12
"""What each middle name that only one of two names has takes away."""


def name_likeness(a: str, b: str, sort: Sort = "person") -> float:
    """From 0 (two names) to 1 (one spelling). The order of words, case, accents and punctuation do not count."""
    if sort == "person" and (has_han(a) or has_han(b)):
        return _chinese(a, b)
    ours, theirs = _words(a, sort), _words(b, sort)
    if not ours or not theirs:
        return float(folded(a) == folded(b) != "")
    return max(_joined(ours, theirs), _paired(ours, theirs, sort))


def _chinese(a: str, b: str) -> float:
    """Names of which one is in characters: 1 for the same, the merging likeness for a reading, and nothing between."""
    ours, theirs = person_keys([a]), person_keys([b])
    if ours.han and theirs.han:
        return float(bool({*ours.han} & {*theirs.han}))
    return SAME + 0.1 if {*ours.keys} & {*theirs.keys} else 0.0


def _joined(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The likeness of all letters without gaps: LiXiaojun, Tsing Hua."""
    a, b = "".join(ours), "".join(theirs)
    if a == b:
        return 1.0
    errors = int(OSA.distance(a, b, score_cutoff=2))
    return 0.0 if len(ours) == len(theirs) or errors > min(2, len(a) // 7) else 1 - errors / min(len(a), len(b))


@dataclass(frozen=True, slots=True)
class _Pair:
    likeness: float
    left: int
    right: int


def _paired(ours: Sequence[str], theirs: Sequence[str], sort: Sort) -> float:
    found = [_Pair(k, i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs) if (k := _word_likeness(a, b))]
    left, right = set(range(len(ours))), set(range(len(theirs)))
    chosen: list[_Pair] = []
    for pair in sorted(found, key=lambda p: (-p.likeness, p.left, p.right)):
        if pair.left in left and pair.right in right:
            left.discard(pair.left)
            right.discard(pair.right)
            chosen.append(pair)
    over = len(left) + len(right)
    if not chosen or (left and right) or (over and (sort == "body" or len(chosen) < 2)):
        return 0.0
    letters = [len(ours[p.left]) + len(theirs[p.right]) for p in chosen]
    close = sum(p.likeness * n for p, n in zip(chosen, letters, strict=True)) / sum(letters)
    return max(0.0, min(close, min(p.likeness for p in chosen) + 0.25) - LEFT_OVER * over)


def _word_likeness(a: str, b: str) -> float:
    """1 for one word, less for a typing error or an initial, 0 for two words."""
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return INITIAL if long.startswith(short) and not short.isdigit() else 0.0
    if any(c.isdigit() for c in a + b):
        return 0.0
    errors = int(OSA.distance(a, b))
    allowed = (len(long) >= 4) + (len(long) >= 8)
    return 1 - errors / len(long) if errors <= allowed else 0.0


def _words(name: str, sort: Sort) -> list[str]:
    words = folded(_INITIALS.sub(lambda m: m[0].replace(".", ""), name) if sort == "body" else name)
    if sort == "person":
        found = [w for w in words.split() if w not in _table()["honorifics"] and w not in _table()["particles"]]
        return [w for w, _ in groupby(found)] or words.split()
    plain = f" {words} "
    for form in sorted(_table()["legal_forms"], key=len, reverse=True):
        plain = plain.replace(f" {form} ", "  ") if form.isascii() else plain.replace(form, "")
    found = [str(_table()["numbers"].get(w, w)) for w in plain.split() if w not in _table()["stop_words"]]
    return found or words.split()


@cache
def _table() -> dict[str, Any]:
    text = files("graph.identity").joinpath("name_words.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table
