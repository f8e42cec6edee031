"""The name index: which entity bears a name, and which bear one like it.

It is made from the store's names and kept in memory, per store, until the store's edition moves: the embedded store
has no full-text index that works offline, and two engines' analysers would give two answers. Every name is kept in the
forms in which it may be typed: folded (script, case, accents, punctuation), without gaps, in pinyin (of persons every
reading, in both orders), as initials.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

from graph.identity import known
from graph.identity.folding import folded, has_han
from graph.identity.person_keys import person_keys
from graph.questions.answers import Entity, Kind
from graph.questions.entities import everybody
from graph.store import Store

NAME, ALIAS, SOUND, INITIALS = 1.0, 0.98, 0.95, 0.9
"""The score of a query that equals a form made in this way."""
_PREFIX: Final = (0.7, 0.2)
_INSIDE: Final = (0.55, 0.25)
_WORDS: Final = (0.5, 0.25)
"""The score of a partial match: a floor, and what is added in proportion to the part of the form that is covered."""
_ALIKE: Final = 0.85
"""What a misspelt form's similarity is multiplied with."""
_CUTOFF: Final = 80
"""The least similarity, of 100 (normalised Indel), that is taken for a misspelling."""
_ENOUGH: Final = 20
"""Names that hold the query as it stands, from which on no misspelling is looked for."""
_SHORT: Final = 2
"""Latin letters up to which a query is looked for at the beginning of words only, and in acronyms only as a whole."""
_MOST: Final = 1000
"""Hits of one query."""
_SMALL_WORDS: Final = frozenset({"and", "at", "de", "for", "in", "of", "on", "the", "to"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a query matched, how well, and by which of its names."""

    entity: Entity
    score: float
    matched: str


class NameIndex:
    """The forms of all names of one edition of a store.

    Kept flat, sorted by form: half a million forms as objects of their own would keep the garbage collector busy.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = list(entities)
        self._forms = sorted(
            (form, owner, name, score)
            for owner, entity in enumerate(self._entities)
            for form, name, score in _forms(entity)
        )
        self._keys: list[str] = []
        self._first: list[int] = []
        for place, (form, *_) in enumerate(self._forms):
            if not self._keys or self._keys[-1] != form:
                self._keys.append(form)
                self._first.append(place)
        self._first.append(len(self._forms))
        self._text = "\n" + "\n".join(self._keys)
        self._starts = list(accumulate((len(key) + 1 for key in self._keys), initial=1))
        self._letters = _letters(self._text, self._starts[:-1])
        self._lengths: NDArray[np.float64] = np.diff(np.array(self._starts, np.float64)) - 1.0
        self._words: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._keys):
            if " " in key:
                for word in set(key.split()):
                    self._words[word].append(number)

    def bearers(self, name: str, kind: Kind | None = None) -> list[str]:
        """The ids of those who bear ``name``, sorted: as a name, else as an alias, else as something that sounds so."""
        best: dict[str, float] = {}
        for key, weight in _query_forms(name):
            if (number := self._number(key)) is not None:
                for _, owner, _, score in self._forms[self._first[number] : self._first[number + 1]]:
                    entity = self._entities[owner]
                    if kind in (None, entity.kind) and not (score == INITIALS and entity.kind == "person"):
                        best[entity.id] = max(best.get(entity.id, 0), min(score, weight))
        top = max(best.values(), default=0)
        return sorted(id for id, score in best.items() if score == top)

    def search(self, text: str, kind: Kind | None = None) -> list[Match]:
        """Those with a name like ``text``, the best first, then by name and id."""
        forms = _query_forms(text)
        found = [hit for key, weight in forms for hit in self._parts(key, weight)]
        if len(found) < _ENOUGH:
            found += [hit for key, _ in forms for hit in self._misspelt(key)]
        best: dict[int, tuple[float, str]] = {}
        for number, likeness in found:
            for _, owner, name, score in self._forms[self._first[number] : self._first[number + 1]]:
                if score == INITIALS and not _abbreviates(self._keys[number], forms):
                    continue
                total = round(score * likeness, 4)
                if total > best.get(owner, (0.0, ""))[0] and kind in (None, self._entities[owner].kind):
                    best[owner] = (total, name)
        matches = [Match(self._entities[owner], *hit) for owner, hit in best.items()]
        return sorted(matches, key=lambda m: (-m.score, m.entity.name, m.entity.id))[:_MOST]

    def _number(self, key: str) -> int | None:
        number = bisect_left(self._keys, key)
        return number if number < len(self._keys) and self._keys[number] == key else None

    def _parts(self, key: str, weight: float) -> Iterator[tuple[int, float]]:
        """The numbers of the keys that are ``key`` or that it is a part of, each with how well it fits."""
        if (number := self._number(key)) is not None:
            yield number, weight
        if len(key) > 1 or has_han(key):
            yield from self._inside(key)
        if len(words := key.split()) > 1:
            floor, gain = _WORDS
            for number in set.intersection(*(set(self._words.get(word, ())) for word in words)):
                yield number, floor + gain * len(words) / len(self._keys[number].split())

    def _inside(self, part: str) -> Iterator[tuple[int, float]]:
        # One or two letters are a part of nearly every name: of these only what a word begins with.
        for lead in ("",) if len(part) > _SHORT or has_han(part) else ("\n", " "):
            place = self._text.find(lead + part)
            while place >= 0:
                number = bisect_right(self._starts, place + len(lead)) - 1
                floor, gain = _PREFIX if place + len(lead) == self._starts[number] else _INSIDE
                yield number, floor + gain * len(part) / len(self._keys[number])
                place = self._text.find(lead + part, self._starts[number + 1] - 1)

    def _misspelt(self, key: str) -> Iterator[tuple[int, float]]:
        if len(key) > 3:
            some = self._near(key)
            choices = [self._keys[number] for number in some]
            alike = process.extract(key, choices, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=_MOST)
            yield from ((some[place], _ALIKE * likeness / 100) for _, likeness, place in alike)

    def _near(self, key: str) -> list[int]:
        """The numbers of the keys that can be as similar to ``key`` as ``_CUTOFF`` asks.

        They have so long a subsequence in common that neither lacks more letters of the other than its length leaves:
        a thousandth of all keys, found at a hundredth of the cost of comparing each.
        """
        own, length = _letters(key, [0])[0], len(key)
        common = _CUTOFF / 200 * (length + self._lengths) - 1e-6
        lacking = np.bitwise_count(own & ~self._letters) <= length - common
        lacking &= np.bitwise_count(self._letters & ~own) <= self._lengths - common
        return [int(number) for number in np.flatnonzero(lacking)]


def _letters(text: str, starts: Sequence[int]) -> NDArray[np.uint64]:
    """Which letters each part of ``text`` has, a bit for each; some share one. A line break ends a part."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    bits = np.where(points == ord("\n"), 0, np.uint64(1) << (points & 63).astype(np.uint64)).astype(np.uint64)
    found: NDArray[np.uint64] = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits[:0]
    return found


_indexes: WeakKeyDictionary[Store, tuple[int, NameIndex]] = WeakKeyDictionary()
_building = Lock()


def index(store: Store) -> NameIndex:
    """The index of the store's present edition."""
    edition = store.edition()
    with _building:
        kept = _indexes.get(store)
        if kept is None or kept[0] != edition:
            kept = (edition, NameIndex(everybody(store).values()))
            _indexes[store] = kept
        return kept[1]


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


def _query_forms(text: str) -> list[tuple[str, float]]:
    """The forms of a query; what is typed in Chinese is also looked for by its sound."""
    forms = {form: score for form, score in name_forms(text, True) if score > INITIALS}
    for form, score in name_forms(text, False):
        if score == SOUND:
            forms.setdefault(form, score)
    return list(forms.items())


def _abbreviates(initials: str, query: Iterable[tuple[str, float]]) -> bool:
    """Whether a form of a query is these initials, or enough of their beginning to be meant."""
    return any(initials == form or (len(form) > _SHORT and initials.startswith(form)) for form, _ in query)
