"""The name index: which entity bears a name, and which bear one like it.

It is made from the store's names and kept in memory, per store: the embedded store has no full-text index that works
offline, and two engines' analysers would give two answers. Where a load changed a few of many names, these alone are
looked at again, beside an index of how all were before, until one of how all are is made in the background.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process

from graph.questions.answers import Entity, Kind
from graph.questions.entities import everybody
from graph.questions.forms import CUTOFF, INITIALS, SHORT, SOUND, Forms, name_forms
from graph.store import Store

_ALIKE: Final = 0.85
"""What a misspelt form's similarity is multiplied with."""
_ENOUGH: Final = 20
"""Names that hold the query as it stands, from which on no misspelling is looked for."""
_MOST: Final = 1000
"""Hits of one query."""
MOST_BESIDE: Final = 3000
"""Entities that may have changed beside an index: with more, each question would wait longer than for a new index."""
FEW_BESIDE: Final = 300
"""From which on a new index is worth its second in the background."""

_Hit = tuple[Forms, int, float]
"""A form and how well a query fits it."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entity that a query matched, how well, and by which of its names."""

    entity: Entity
    score: float
    matched: str


class NameIndex:
    """The names of all entities of one edition of a store."""

    def __init__(self, before: Forms, beside: Forms | None = None, gone: Set[str] = frozenset()) -> None:
        """The names in ``before``, without those of the entities ``gone``, and those in ``beside``."""
        self._before, self._gone = before, gone
        self._all = (before, beside) if beside else (before,)

    def bearers(self, name: str, kind: Kind | None = None) -> list[str]:
        """The ids of those who bear ``name``, sorted: as a name, else as an alias, else as something that sounds so."""
        best: dict[str, float] = {}
        for key, weight in _query_forms(name):
            for forms in self._all:
                if (number := forms.number(key)) is not None:
                    for entity, _, score in self._bearers(forms, number):
                        if kind in (None, entity.kind) and not (score == INITIALS and entity.kind == "person"):
                            best[entity.id] = max(best.get(entity.id, 0), min(score, weight))
        top = max(best.values(), default=0)
        return sorted(id for id, score in best.items() if score == top)

    def search(self, text: str, kind: Kind | None = None) -> list[Match]:
        """Those with a name like ``text``, the best first, then by name and id."""
        asked = _query_forms(text)
        found: list[_Hit] = [(x, *hit) for key, weight in asked for x in self._all for hit in x.holding(key, weight)]
        if self._are_few(found):
            found += [hit for key, _ in asked for hit in self._misspelt(key)]
        best: dict[str, Match] = {}
        for forms, number, likeness in found:
            for entity, name, score in self._bearers(forms, number):
                if score == INITIALS and not _abbreviates(forms.keys[number], asked):
                    continue
                total, known = round(score * likeness, 4), best.get(entity.id)
                if total > (known.score if known else 0.0) and kind in (None, entity.kind):
                    best[entity.id] = Match(entity, total, name)
        return sorted(best.values(), key=lambda m: (-m.score, m.entity.name, m.entity.id))[:_MOST]

    def _bearers(self, forms: Forms, number: int) -> Iterator[tuple[Entity, str, float]]:
        bearers = forms.bearers(number)
        if forms is not self._before or not self._gone:
            return bearers
        return (each for each in bearers if each[0].id not in self._gone)

    def _are_few(self, found: Iterable[_Hit]) -> bool:
        """Whether so few names hold the query that it may be misspelt."""
        names: set[str] = set()
        for forms, number, _ in found:
            if next(self._bearers(forms, number), None):
                names.add(forms.keys[number])
            if len(names) >= _ENOUGH:
                return False
        return True

    def _misspelt(self, key: str) -> Iterator[_Hit]:
        if len(key) > 3:
            some = [(forms.keys[n], forms, n) for forms in self._all for n in forms.near(key)]
            some = sorted((each for each in some if next(self._bearers(*each[1:]), None)), key=lambda each: each[0])
            choices = [name for name, *_ in some]
            alike = process.extract(key, choices, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=_MOST)
            yield from ((*some[place][1:], _ALIKE * likeness / 100) for _, likeness, place in alike)


@dataclass(frozen=True, slots=True)
class _Kept:
    of: Mapping[str, Entity]
    """All entities, as they were when the index was made."""
    forms: Forms
    index: NameIndex


_indexes: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()
_making = Lock()


def index(store: Store) -> NameIndex:
    """The index of the store's present edition."""
    now = everybody(store)
    with _making:
        kept = _indexes.get(store)
        if kept is None or kept.of is not now:
            beside = _changed(kept.forms.entities, now) if kept else None
            if kept is None or beside is None:
                forms = Forms(now)
                kept = _Kept(now, forms, NameIndex(forms))
            else:
                kept = _Kept(now, kept.forms, _beside(kept.forms, beside, now))
            _indexes[store] = kept
        return kept.index


def renew(store: Store) -> None:
    """Make a new index of all names, aside, where many changed since it was made. Raises StoreError."""
    index(store)
    kept = _indexes[store]
    changed = _changed(kept.forms.entities, kept.of)
    if changed and len(changed) > FEW_BESIDE:
        forms = Forms(kept.of)
        with _making:
            now = _indexes[store].of
            if (beside := _changed(forms.entities, now)) is not None:
                _indexes[store] = _Kept(now, forms, _beside(forms, beside, now))


def _beside(before: Forms, changed: Set[str], now: Mapping[str, Entity]) -> NameIndex:
    if not changed:
        return NameIndex(before)
    return NameIndex(
        before, Forms({id: now[id] for id in sorted(changed & now.keys())}), changed & before.entities.keys()
    )


def _changed(before: Mapping[str, Entity], now: Mapping[str, Entity]) -> Set[str] | None:
    """The ids of the entities that changed, came or went; None where they are too many."""
    if before is now:
        return frozenset()
    # Most are the same objects, which is seen at once.
    some = {id for id, entity in now.items() if (was := before.get(id)) is not entity and was != entity}
    some |= before.keys() - now.keys()
    return some if len(some) <= MOST_BESIDE else None


def _query_forms(text: str) -> list[tuple[str, float]]:
    """The forms of a query; what is typed in Chinese is also looked for by its sound."""
    forms = {form: score for form, score in name_forms(text, True) if score > INITIALS}
    for form, score in name_forms(text, False):
        if score == SOUND:
            forms.setdefault(form, score)
    return list(forms.items())


def _abbreviates(initials: str, query: Iterable[tuple[str, float]]) -> bool:
    """Whether a form of a query is these initials, or enough of their beginning to be meant."""
    return any(initials == form or (len(form) > SHORT and initials.startswith(form)) for form, _ in query)
