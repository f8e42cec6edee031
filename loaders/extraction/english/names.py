"""Words that can be a Chinese name in pinyin. Each is a candidate only: evidence decides elsewhere.

A name is a surname's spelling and one or two legal syllables (Guo Fu, Liu Huifu), the given name also in two words
(Liu Hui Fu) or with a hyphen, the surname also in capitals (LIU Huifu, LI mi), the given name also first (Huifu Liu).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.knowledge.surnames import cuts, is_surname_spelling
from loaders.extraction.english.lexicon import words as lexicon

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, without a possessive ending."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """``text[start:end]`` can be the name of ``surname`` and ``given`` (syllables joined).

    ``strong``: two syllables in one word of a given name, which hardly any other pair of English words looks like.
    """

    start: int
    end: int
    surname: str
    given: str
    strong: bool

    @property
    def key(self) -> str:
        """What every spelling of one name shares, whatever its order, capitals and word borders."""
        return f"{self.surname} {self.given}"


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of ``text[start:end]``."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        surface = match.group()
        if surface[-1] == "s" and len(surface) > 2:
            surface = _POSSESSIVE.sub("", surface)
        found.append(Word(surface, match.start(), match.start() + len(surface)))
    return found


@lru_cache(maxsize=1 << 16)
def fold(spelling: str) -> str:
    """A syllable or name part in small letters, without apostrophes and hyphens, with ü, yu and v alike."""
    plain = re.sub("['’ʼ-]", "", spelling.casefold()).replace("ü", "v")
    return re.sub(r"(?<![^ln])(?<=[ln])(?:yu|v)(?![a-z])", "v", plain)


@lru_cache(maxsize=1 << 16)
def is_surname(word: str) -> bool:
    """Whether ``word`` is written like a surname: one capital, or capitals only."""
    return (word[:1].isupper() and (word[1:].islower() or (word.isupper() and len(word) > 1))) and is_surname_spelling(
        word
    )


@lru_cache(maxsize=1 << 16)
def given_syllables(word: str) -> int:
    """How many syllables (1 or 2) ``word`` has as a part of a given name; 0 where it cannot be one."""
    if not word[:1].isupper() or not re.fullmatch(r"[A-Z][a-zü]*(?:['’ʼ-]?[A-Za-z][a-zü]*)?|[A-Z]{2,12}", word):
        return 0
    lengths = {len(c) for c in cuts(word)} & {1, 2}
    return min(lengths, default=0)


def candidates(text: str, found: Sequence[Word]) -> Iterator[NameCandidate]:
    """The candidates among consecutive ``found`` words of ``text``, left to right, without overlaps."""
    i = 0
    while i < len(found) - 1:
        name = _at(text, found, i)
        if name is None:
            i += 1
        else:
            yield name
            while i < len(found) and found[i].start < name.end:
                i += 1


def _joined(text: str, left: Word, right: Word) -> bool:
    return right.start - left.end == 1 and text[left.end] in "  "


def _at(text: str, found: Sequence[Word], i: int) -> NameCandidate | None:
    first, second = found[i], found[i + 1]
    if not first.text[0].isupper() or not _joined(text, first, second):
        return None
    third = found[i + 2] if i + 2 < len(found) and _joined(text, second, found[i + 2]) else None
    if is_surname(first.text):
        size = given_syllables(second.text) or _odd_case(first.text, second.text)
        if size == 1 and third and given_syllables(third.text) == 1 and not third.text.isupper():
            return NameCandidate(first.start, third.end, fold(first.text), fold(second.text + third.text), False)
        if size:
            return NameCandidate(first.start, second.end, fold(first.text), fold(second.text), size == 2)
    if given_syllables(first.text) == 2 and is_surname(second.text):
        return NameCandidate(first.start, second.end, fold(second.text), fold(first.text), False)
    return None


def _odd_case(surname: str, word: str) -> int:
    """A given name in small letters is taken only after a surname in capitals (``LI mi``)."""
    if not (surname.isupper() and word.islower()) or word in lexicon("names")["no_given"]:
        return 0
    return given_syllables(word.capitalize())
