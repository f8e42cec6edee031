"""The names of some entities in every form in which they may be typed, and which of these hold a part of a text.

Every name is kept folded (script, case, accents, punctuation), without gaps, in pinyin (of persons every reading, in
both orders), as initials.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pypinyin import lazy_pinyin

from graph.identity import known
from graph.identity.folding import folded, has_han
from graph.identity.person_keys import person_keys
from graph.questions.answers import Entity

NAME, ALIAS, SOUND, INITIALS = 1.0, 0.98, 0.95, 0.9
"""The score of a query that equals a form made in this way."""
CUTOFF: Final = 80
"""The least similarity, of 100 (normalised Indel), that is taken for a misspelling."""
SHORT: Final = 2
"""Latin letters up to which a query is looked for at the beginning of words only, and in acronyms only as a whole."""
_PREFIX: Final = (0.7, 0.2)
_INSIDE: Final = (0.55, 0.25)
_WORDS: Final = (0.5, 0.25)
"""The score of a partial match: a floor, and what is added in proportion to the part of the form that is covered."""
_SMALL_WORDS: Final = frozenset({"and", "at", "de", "for", "in", "of", "on", "the", "to"})


class Forms:
    """Those of ``entities``, by number in their order.

    Kept flat, sorted by form: half a million forms as objects of their own would keep the garbage collector busy.
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = entities
        self._owners = list(entities.values())
        self._forms = sorted(
            (form, owner, name, score)
            for owner, entity in enumerate(self._owners)
            for form, name, score in _forms(entity)
        )
        self.keys: list[str] = []
        self._first: list[int] = []
        for place, (form, *_) in enumerate(self._forms):
            if not self.keys or self.keys[-1] != form:
                self.keys.append(form)
                self._first.append(place)
        self._first.append(len(self._forms))
        self._text = "\n" + "\n".join(self.keys)
        self._starts = list(accumulate((len(key) + 1 for key in self.keys), initial=1))
        self._letters = _letters(self._text, self._starts[:-1])
        self._lengths: NDArray[np.float64] = np.diff(np.array(self._starts, np.float64)) - 1.0
        self._words: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self.keys):
            if " " in key:
                for word in set(key.split()):
                    self._words[word].append(number)

    def bearers(self, number: int) -> Iterator[tuple[Entity, str, float]]:
        """Who bears the form of this number, by which name, and how well such a form says so."""
        for _, owner, name, score in self._forms[self._first[number] : self._first[number + 1]]:
            yield self._owners[owner], name, score

    def number(self, key: str) -> int | None:
        """That of the form ``key``, if there is one."""
        number = bisect_left(self.keys, key)
        return number if number < len(self.keys) and self.keys[number] == key else None

    def holding(self, key: str, weight: float) -> Iterator[tuple[int, float]]:
        """The numbers of the forms that are ``key`` or that it is a part of, each with how well it fits."""
        if (number := self.number(key)) is not None:
            yield number, weight
        if len(key) > 1 or has_han(key):
            yield from self._inside(key)
        if len(words := key.split()) > 1:
            floor, gain = _WORDS
            for number in sorted(set.intersection(*(set(self._words.get(word, ())) for word in words))):
                yield number, floor + gain * len(words) / len(self.keys[number].split())

    def near(self, key: str) -> list[int]:
        """The numbers of the forms that can be as similar to ``key`` as ``CUTOFF`` asks.

        They have so long a subsequence in common that neither lacks more letters of the other than its length leaves:
        a thousandth of all forms, found at a hundredth of the cost of comparing each.
        """
        own, length = _letters(key, [0])[0], len(key)
        common = CUTOFF / 200 * (length + self._lengths) - 1e-6
        lacking = np.bitwise_count(own & ~self._letters) <= length - common
        lacking &= np.bitwise_count(self._letters & ~own) <= self._lengths - common
        return [int(number) for number in np.flatnonzero(lacking)]

    def _inside(self, part: str) -> Iterator[tuple[int, float]]:
        # One or two letters are a part of nearly every name: of these only what a word begins with.
        for lead in ("",) if len(part) > SHORT or has_han(part) else ("\n", " "):
            place = self._text.find(lead + part)
            while place >= 0:
                number = bisect_right(self._starts, place + len(lead)) - 1
                floor, gain = _PREFIX if place + len(lead) == self._starts[number] else _INSIDE
                yield number, floor + gain * len(part) / len(self.keys[number])
                place = self._text.find(lead + part, self._starts[number + 1] - 1)


def _letters(text: str, starts: Sequence[int]) -> NDArray[np.uint64]:
    """Which letters each part of ``text`` has, a bit for each; some share one. A line break ends a part."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.where(points == ord("\n"), 0, np.uint64(1) << (points & 63).astype(np.uint64)).astype(np.uint64)
    found: NDArray[np.uint64] = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits[:0]
    return found


def _forms(entity: Entity) -> Iterator[tuple[str, str, float]]:
    """Every form of every name of ``entity``, with the name and the score; a form may come more than once."""
    own = dict.fromkeys(name for name in (entity.name, entity.name_zh, entity.name_en) if name)
    for name in dict.fromkeys((*own, *entity.aliases, *sorted(known.patterns(entity.id)))):
        for form, score in name_forms(name, entity.kind == "person"):
            yield form, name, min(score, NAME if name in own else ALIAS)


@lru_cache(maxsize=1 << 19)
def name_forms(name: str, person: bool) -> tuple[tuple[str, float], ...]:
    """The forms in which ``name`` may be typed, each with its score; kept, as the next edition has most of them too."""
    plain = folded(name)
    words = plain.split()
    forms = {plain: NAME}
    forms.setdefault("".join(words), SOUND)
    if person:
        for key in person_keys([name]).keys:
            # p:guo.fu is a name in pinyin, x:juha matti saksa the sorted words of any other.
            family, _, given = key[2:].partition(".")
            forms |= {form: SOUND for form in (family + given, given + family) if form not in forms}
        if has_han(plain):
            forms.setdefault("".join(syllable[0] for syllable in lazy_pinyin("".join(words))), INITIALS)
    elif has_han(plain):
        syllables = lazy_pinyin("".join(words))
        forms.setdefault("".join(syllables), SOUND)
        forms.setdefault("".join(s[0] for s in syllables), INITIALS)
    elif len(words) > 2:
        forms.setdefault("".join(word[0] for word in words if word not in _SMALL_WORDS), INITIALS)
    return tuple((form, score) for form, score in forms.items() if form)
