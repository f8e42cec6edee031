"""Capitalised phrases, and which of them are names of bodies.

A phrase is read as a row of units: a known institution or district counts as one, so that the longest name wins (a
platform that is called after a university is not that university). Coordination is split where both sides can stand
alone ("BISTU and Tongzhou District Government"), never inside a name ("Bureau of Economy and Information Technology").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from graph.facts import InstitutionType
from loaders.extraction.english.lexicon import words
from loaders.extraction.english.names import Word

UnitKind: TypeAlias = Literal["body", "district", "word", "small", "stop"]
CONNECTORS = frozenset(
    ["of", "for", "and", "&", "the", "in", "on", "di", "de", "du", "des", "del", "della", "für", "et"]
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of a phrase: a known name, a capitalised word, or a small word between such."""

    kind: UnitKind
    text: str
    start: int
    end: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Units that belong together; ``head`` is the noun that makes it a body, or None."""

    units: tuple[Unit, ...]
    head: str | None

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end


@cache
def _heads() -> dict[str, InstitutionType]:
    return {head: kind for kind, heads in words("bodies")["heads"].items() for head in heads}


@cache
def _first_heads() -> dict[str, InstitutionType]:
    return {head: kind for kind, heads in words("bodies")["first_heads"].items() for head in heads}


@cache
def _lexicon(name: str) -> frozenset[str]:
    return frozenset(words("bodies")[name])


def head_type(head: str) -> InstitutionType:
    """The type of body that a head noun speaks for."""
    return _heads().get(head) or _first_heads()[head]


def is_place(phrase: Phrase) -> bool:
    """Whether the phrase names a building or a piece of land: where something was, not who took part."""
    ends = [a for a, b in zip(phrase.units, phrase.units[1:], strict=False) if b.text == "of"] or [phrase.units[-1]]
    return ends[0].text in _lexicon("places")


def rows(text: str, found: Sequence[Word], known: dict[int, Unit], barriers: dict[int, int]) -> Iterator[list[Unit]]:
    """Rows of units that no punctuation, other mention or ordinary word interrupts.

    ``known`` and ``barriers`` are by start: names that count as one unit, and ends of mentions that no phrase enters.
    """
    row: list[Unit] = []
    skip = 0
    for i, word in enumerate(found):
        if word.start < skip:
            continue
        if row and not _linked(text, row, word, found, i):
            yield from _closed(row)
            row = []
        if word.start in barriers:
            skip = barriers[word.start]
            yield from _closed(row)
            row = []
        elif word.start in known:
            row.append(known[word.start])
            skip = known[word.start].end
        elif word.text in CONNECTORS:
            if row and word.text == "the" and row[-1].kind != "small":
                yield from _closed(row)
                row = []
            elif row:
                row.append(Unit("small", word.text, word.start, word.end))
        elif word.text in _lexicon("cuts") or not _is_capital(word.text) or _is_address(text, word):
            yield from _closed(row)
            row = []
        elif row or word.text not in _lexicon("not_first") or _counts(text, word):
            row.append(Unit("word", word.text, word.start, word.end))
    yield from _closed(row)


def _is_capital(word: str) -> bool:
    if word.endswith(("-based", "-funded", "-owned", "-listed", "-level")):
        return False
    return word[0].isupper() or (word[:1].islower() and not word.islower() and "-" not in word)


def _is_address(text: str, word: Word) -> bool:
    """Whether a letter is one of "H.E.", His Excellency."""
    return len(word.text) == 1 and (text.startswith("H.E.", word.start) or text.startswith("H.E.", word.start - 2))


_ORDINALS = ("First", "Second", "Third")
_COUNTED = re.compile(r" (?:Affiliated|People['’]s|Central|Clinical|Middle|High|Hospital|Institute|Academy|Research)\b")


def _counts(text: str, word: Word) -> bool:
    """Whether an ordinal begins a name: "First Hospital of Tsinghua University"."""
    return word.text in _ORDINALS and _COUNTED.match(text, word.end) is not None


_NUMBER = re.compile(r"\. ?\d{1,3} ")
"""Between "No" and the rest of a numbered name: "Baoding No. 1 High School"."""


def _linked(text: str, row: list[Unit], word: Word, found: Sequence[Word], i: int) -> bool:
    gap = text[row[-1].end : word.start]
    if gap == " " or (gap in (" & ", ". & ") and _is_capital(word.text)):
        return True
    if gap in ("'s ", "’s ") and row[-1].text in (
        "People",
        "Women",
        "Children",
        "King",
        "Queen",
        "Teachers",
        "Workers",
        "Citizens",
    ):
        return True
    if gap == " (" and word.text.istitle():  # Bright Star (China) Motors
        return text.startswith(") ", word.end) and text[word.end + 2 : word.end + 3].isupper()
    if gap == ") ":
        return text[row[-1].start - 1] == "(" and row[-1].text.istitle()
    if row[-1].text == "No" and _NUMBER.fullmatch(gap):
        return True
    if gap == ". ":
        return len(row[-1].text) == 1 or row[-1].text in ("Univ", "Sci", "Tech", "Inst", "Acad", "Co", "Dept", "St")
    if gap in (", ", "., ", ".,", ",") and word.text in ("Ltd", "Inc", "LLC", "Co"):
        return True
    return gap == ", " and any(u.text in ("of", "for", "in") for u in row) and _enumerates(text, found, i)


def _enumerates(text: str, found: Sequence[Word], i: int) -> bool:
    """Whether a list of subjects goes on inside a name: "Bureau of Science, Technology and Industry"."""
    for j in range(i, min(i + 8, len(found) - 1)):
        word, following = found[j], found[j + 1]
        if word.text == "and":
            return j > i and following.text[0].isupper() and following.text not in _heads()
        if not _is_capital(word.text) or word.text in _heads() or word.text in _lexicon("not_first"):
            return False
        if text[word.end : following.start] not in (" ", ", "):
            return False
    return False


def _closed(row: list[Unit]) -> Iterator[list[Unit]]:
    while row and row[-1].kind == "small":
        row = row[:-1]
    if row:
        yield row


def phrases(row: list[Unit]) -> Iterator[Phrase]:
    """The names in a row: coordination is split, left to right."""
    start = 0
    for i, unit in enumerate(row):
        if unit.text in ("and", "&", "in", "on", "for") and unit.kind == "small" and i > start:
            left, right = row[start:i], row[i + 1 :]
            if _splits(unit.text, left, right):
                yield _phrase(left)
                start = i + 1
    if start < len(row):
        yield _phrase(row[start:])


def _splits(link: str, left: list[Unit], right: list[Unit]) -> bool:
    if not right:
        return False
    if link == "in" and len(right) == 1 and right[0].text in _lexicon("countries"):
        return True
    if link in ("in", "on", "for"):
        if link == "in" and left[-1].text in _heads() and right[0].kind == "word" and len(right) == 1 and len(left) > 1:
            return True
        begins = left[0].text in _heads() and left[-1].kind == "word"
        return not (begins or (headed(left) and right[0].kind == "word")) or link == "on"
    if right[0].text == "the" and left[-1].text in _heads() and right[1:] and right[-1].text in _heads():
        return True  # the School and the Park
    if right[0].text == "the" and headed(left) and headed(right[1:]):
        return True
    until = next((i for i, u in enumerate(right) if u.text in ("and", "&")), len(right))
    following = [u for u in right[:until] if u.text != "the"]
    if not following:
        return False
    stands = (
        following[0].kind in ("body", "district") or headed(following) is not None or _is_acronym(following[0].text)
    )
    if len(left) == 1 and left[0].text in _heads() and following[0].kind in ("body", "district"):
        return True  # The University and Wuqing
    if right[0].text == "of" or (following[0].kind == "body" and all(u.kind != "small" for u in left)):
        return True
    small = next((i for i, u in enumerate(left) if u.kind == "small"), 0)
    if small and headed(left[: small + 1]) and following[0].kind == "word" and not _is_acronym(following[0].text):
        # Institute of Digital and Intelligent Industries
        return following[0].text in _heads() or (stands and len(following) > 3 and left[small].text == "of")
    return stands and (left[-1].kind in ("body", "district") or _is_acronym(left[-1].text) or headed(left) is not None)


def _is_acronym(word: str) -> bool:
    return len(word) > 2 and word.isupper() and word not in _lexicon("not_acronyms")


def _phrase(units: list[Unit]) -> Phrase:
    """The name in ``units``, without words of the sentence before it and without an of-phrase's foreign beginning."""
    while units and (
        units[0].kind == "small"
        or (units[0].text in _lexicon("not_first") and not (len(units) > 1 and units[0].text in _ORDINALS))
    ):
        units = units[1:]
    small = next((i for i, u in enumerate(units) if u.kind == "small"), None)
    if (
        small
        and units[small].text == "of"
        and units[0].text not in _lexicon("states")
        and units[0].kind == "word"
        and headed(units[: small + 1]) is None
    ):
        return _phrase(units[small + 1 :])
    return Phrase(tuple(units), headed(units))


def headed(units: Sequence[Unit]) -> str | None:
    """The head noun: the last word before the first small word (with a name before it, or something after it)."""
    before = next((i for i, u in enumerate(units) if u.kind == "small"), len(units))
    if before == 0:
        return None
    if len(units) == 3 and units[1].text == "and" and all(u.text in _heads() for u in (units[0], units[2])):
        return None  # Bank and College
    if units[0].text in _first_heads() and len(units) > 1:
        return units[0].text
    last = units[before - 1]
    if last.kind == "body" and before == len(units) == 2 and units[0].text in _lexicon("directions"):
        return next((w for w in reversed(last.text.split(" ")) if w in _heads()), None)  # North Hebei University
    if last.kind == "word" and last.text in _heads() and (before > 1 or len(units) > before):
        return last.text
    tail = units[-1]
    if tail.kind == "word" and tail.text in _heads() and len(units) > 1:
        return tail.text
    return None
