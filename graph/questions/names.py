"""The name index: which entity bears a name, and which bear one like it.

It is made from the store's names and kept in memory, per store, until the store's edition moves: the embedded store
has no full-text index that works offline, and two engines' analysers would give two answers. Every name is kept in the
forms in which it may be typed: folded (script, case, accents, punctuation), without gaps, in pinyin (of persons every
reading, in both orders), as initials.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process

from graph.identity.folding import folded, has_han
from graph.identity.person_keys import person_keys
from graph.questions.answers import Entity, Kind
from graph.questions.entities import as_entity
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
_MOST: Final = 1000
"""Hits of one query."""
_SMALL_WORDS: Final = frozenset({"and", "at", "de", "for", "in", "of", "on", "the", "to"})


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a query matched, how well, and by which of its names."""

    entity: Entity
    score: float
    matched: str


@dataclass(frozen=True, slots=True)
class _Form:
    owner: int
    name: str
    score: float


class NameIndex:
    """The forms of all names of one edition of a store."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = list(entities)
        self._forms: dict[str, list[_Form]] = defaultdict(list)
        for owner, entity in enumerate(self._entities):
            for form, name, score in _forms(entity):
                self._forms[form].append(_Form(owner, name, score))
        self._keys = sorted(self._forms)
        self._text = "\n".join(self._keys)
        self._starts = list(accumulate((len(key) + 1 for key in self._keys), initial=0))
        self._words: dict[str, set[int]] = defaultdict(set)
        for place, key in enumerate(self._keys):
            for word in key.split():
                self._words[word].add(place)

    def bearers(self, name: str, kind: Kind | None = None) -> list[str]:
        """The ids of those who bear ``name``, sorted: as a name, else as an alias, else as something that sounds so."""
        best: dict[str, float] = {}
        for key, weight in _query_forms(name):
            for form in self._forms.get(key, ()):
                entity = self._entities[form.owner]
                if kind in (None, entity.kind):
                    best[entity.id] = max(best.get(entity.id, 0), min(form.score, weight))
        top = max(best.values(), default=0)
        return sorted(id for id, score in best.items() if score == top)

    def search(self, text: str, kind: Kind | None = None) -> list[Match]:
        """Those with a name like ``text``, the best first, then by name and id."""
        best: dict[int, tuple[float, str]] = {}
        for key, score in self._scored(text):
            for form in self._forms[key]:
                found = (round(min(form.score, 1.0) * score, 4), form.name)
                if found[0] > best.get(form.owner, (0.0, ""))[0] and kind in (None, self._entities[form.owner].kind):
                    best[form.owner] = found
        matches = [Match(self._entities[owner], *found) for owner, found in best.items()]
        return sorted(matches, key=lambda m: (-m.score, m.entity.name, m.entity.id))[:_MOST]

    def _scored(self, text: str) -> Iterator[tuple[str, float]]:
        """The keys that ``text`` matches, each with how well."""
        for key, weight in _query_forms(text):
            if key in self._forms:
                yield key, weight
            if len(key) > 1 or has_han(key):
                yield from self._inside(key)
            yield from self._with_words(key.split())
            if len(key) > 3:
                alike = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_CUTOFF, limit=_MOST)
                yield from ((found, _ALIKE * similarity / 100) for found, similarity, _ in alike)

    def _inside(self, part: str) -> Iterator[tuple[str, float]]:
        place = self._text.find(part)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            key = self._keys[number]
            floor, gain = _PREFIX if place == self._starts[number] else _INSIDE
            yield key, floor + gain * len(part) / len(key)
            place = self._text.find(part, self._starts[number + 1])

    def _with_words(self, words: list[str]) -> Iterator[tuple[str, float]]:
        if len(words) < 2:
            return
        shared = set.intersection(*(self._words.get(word, set()) for word in words))
        floor, gain = _WORDS
        for number in shared:
            key = self._keys[number]
            yield key, floor + gain * len(words) / len(key.split())


_indexes: WeakKeyDictionary[Store, tuple[int, NameIndex]] = WeakKeyDictionary()
_building = Lock()


def index(store: Store) -> NameIndex:
    """The index of the store's present edition."""
    edition = store.edition()
    with _building:
        kept = _indexes.get(store)
        if kept is None or kept[0] != edition:
            kept = (edition, NameIndex(map(as_entity, store.read("entity_names"))))
            _indexes[store] = kept
        return kept[1]


def _forms(entity: Entity) -> Iterator[tuple[str, str, float]]:
    """Every form of every name of ``entity``, with the name and the score; a form may come more than once."""
    own = dict.fromkeys(name for name in (entity.name, entity.name_zh, entity.name_en) if name)
    for name in [*own, *entity.aliases]:
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
    elif has_han(plain):
        syllables = lazy_pinyin("".join(words))
        forms.setdefault("".join(syllables), SOUND)
        forms.setdefault("".join(s[0] for s in syllables), INITIALS)
    elif len(words) > 2:
        forms.setdefault("".join(word[0] for word in words if word not in _SMALL_WORDS), INITIALS)
    return tuple((form, score) for form, score in forms.items() if form)


def _query_forms(text: str) -> list[tuple[str, float]]:
    """The forms of a query; what is typed in Chinese is also looked for by its sound."""
    forms = dict(name_forms(text, True))
    for form, score in name_forms(text, False):
        if score == SOUND:
            forms.setdefault(form, score)
    return list(forms.items())
