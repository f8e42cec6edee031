"""Who met whom at meetings, counted in the projection: the pairs of many meetings laid out as arrays.

As ``graph.projection.rules`` has it for one pair; here for all at once.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from graph.projection.columns import ANY_GRADE, GRADES, MET, NO_DAY, NO_SIZE, Filter, Graph
from graph.projection.projection import Projection
from graph.questions.projected import numbered, shut
from graph.questions.telling import Array
from graph.questions.ties import TieFilter
from graph.vocabulary import TieType

_MET: Final[tuple[TieType, ...]] = ("met",)
_NO_DAY: Final = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Pairs:
    """The meetings of every two, one row each: those of two together, by day, what has none last, then by id."""

    ends: list[tuple[str, str]]
    """The two of each tie, sorted."""
    group: Array
    """The place of a row's tie in ``ends``."""
    day: Array
    """The first day known, as ``date.toordinal`` counts, 0 where there is none; ``last`` the last one."""
    last: Array
    grade: Array
    """Its place in ``GRADES``."""
    event: Array
    """A place in ``events``."""
    events: list[str]
    ties: Array
    """The hyperedge of each of ``events``."""

    def counts(self) -> list[int]:
        """How many meetings each tie has."""
        return [int(each) for each in np.bincount(self.group, minlength=len(self.ends))]

    def spans(self) -> list[tuple[str | None, str | None]]:
        """The first and the last day of each tie."""
        if not self.ends:
            return []
        starts = np.flatnonzero(np.diff(self.group, prepend=-1))
        firsts = np.minimum.reduceat(np.where(self.day > 0, self.day, _NO_DAY), starts).tolist()
        lasts = np.maximum.reduceat(self.last, starts).tolist()
        iso = {day: date.fromordinal(day).isoformat() for day in {*firsts, *lasts} - {0, _NO_DAY}}
        return [(iso.get(first), iso.get(last)) for first, last in zip(firsts, lasts, strict=True)]

    def strongest(self) -> list[tuple[int, int]]:
        """The strongest grade of each tie, and how many meetings were in it."""
        many = np.bincount(self.group * len(GRADES) + self.grade, minlength=len(self.ends) * len(GRADES))
        table = many.reshape(len(self.ends), len(GRADES))
        best = (table > 0).argmax(axis=1)
        return list(zip(best.tolist(), table[np.arange(len(best)), best].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Ends:
    """Somebody's part in hyperedges: numbers of these, of the entity, its side, and how sure it is."""

    tie: Array
    number: Array
    side: Array
    sure: Array

    def only(self, there: Array) -> "_Ends":
        return _Ends(self.tie[there], self.number[there], self.side[there], self.sure[there])


def pairs_among(projection: Projection, only: TieFilter, ids: Collection[str]) -> Pairs:
    """The meetings of every two of ``ids`` that ``only`` lets through."""
    graph, wanted = projection.graph, numbered(replace(only, edges=_MET), ())
    some = _counting(projection, only, wanted, _ties_of(graph, _numbers(projection, ids)))
    order = np.lexsort((some.number, some.tie))
    some = some.only(order)
    behind = np.searchsorted(some.tie, some.tie, "right") - 1 - np.arange(len(order))
    one = np.repeat(np.arange(len(order)), behind)
    return _laid_out(projection, wanted, some.only(one), some.only(one + 1 + _each_from_zero(behind)))


def pairs_of(projection: Projection, only: TieFilter, id: str) -> Pairs:
    """The meetings of ``id`` with each other one that ``only`` lets through."""
    graph, wanted = projection.graph, numbered(replace(only, edges=_MET), ())
    own = _counting(projection, only, wanted, _ties_of(graph, _numbers(projection, [id])))
    starts = graph.rows["start"][own.tie].astype(np.int64)
    many = graph.rows["start"][own.tie + 1] - starts
    at = np.repeat(starts, many) + _each_from_zero(many)
    others = _Ends(np.repeat(own.tie, many), graph.ends[at], graph.end_sides[at], graph.end_confidence[at])
    avoided, _ = shut(projection, only)
    counts = (others.sure >= wanted.min_confidence) & ~np.isin(others.number, avoided)
    one = own.only(np.repeat(np.arange(len(own.tie)), many)).only(counts)
    return _laid_out(projection, wanted, one, others.only(counts))


def pairs_between(projection: Projection, only: TieFilter, pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The meetings of the two of each of ``pairs`` that ``only`` lets through."""
    wanted = numbered(replace(only, edges=_MET), ())
    found = [_in_common(projection.graph, _numbers(projection, pair)) for pair in pairs]
    one, other = (_joined([both[side] for both in found]) for side in (0, 1))
    counts = _counts(projection, only, wanted, one) & _counts(projection, only, wanted, other)
    return _laid_out(projection, wanted, one.only(counts), other.only(counts))


def _in_common(graph: Graph, numbers: Array) -> tuple[_Ends, _Ends]:
    """The part of either of two in the hyperedges that both are ends of."""
    one, other = _ties_of(graph, numbers[:1]), _ties_of(graph, numbers[1:])
    _, here, there = np.intersect1d(one.tie, other.tie, return_indices=True)
    return one.only(here), other.only(there)


def _joined(some: Sequence[_Ends]) -> _Ends:
    nobody = np.zeros(0, np.int64)
    columns = zip(*((ends.tie, ends.number, ends.side, ends.sure) for ends in some), strict=True)
    return _Ends(*(np.concatenate(column) for column in columns)) if some else _Ends(nobody, nobody, nobody, nobody)


def _numbers(projection: Projection, ids: Collection[str]) -> Array:
    found = map(projection.entities.number, ids)
    return np.array(sorted(number for number in found if number is not None), np.int64)


def _ties_of(graph: Graph, numbers: Array) -> _Ends:
    starts = graph.tie_starts[numbers].astype(np.int64)
    many = graph.tie_starts[numbers + 1] - starts
    at = np.repeat(starts, many) + _each_from_zero(many)
    ties = graph.ties[at].astype(np.int64)
    return _Ends(ties, np.repeat(numbers, many), graph.tie_sides[at], graph.tie_confidence[at])


def _counting(projection: Projection, only: TieFilter, wanted: Filter, ends: _Ends) -> _Ends:
    """Those of meetings that the filter lets through from there."""
    return ends.only(_counts(projection, only, wanted, ends))


def _counts(projection: Projection, only: TieFilter, wanted: Filter, ends: _Ends) -> Array:
    rows = projection.graph.rows[ends.tie]
    avoided, avoided_ties = shut(projection, only)
    first, last = rows["earliest"], rows["latest"]
    first, last = np.where(first == NO_DAY, last, first), np.where(last == NO_DAY, first, last)
    counts: Array = (rows["kind"] == MET) & (ends.sure >= wanted.min_confidence)
    counts &= ~np.isin(ends.tie, avoided_ties) & ~np.isin(ends.number, avoided)
    if wanted.since != NO_DAY:
        counts &= last >= wanted.since
    if wanted.until != NO_DAY:
        counts &= (first != NO_DAY) & (first <= wanted.until)
    if wanted.max_size != NO_SIZE:
        counts &= rows["size"] <= wanted.max_size
    return counts


def _laid_out(projection: Projection, wanted: Filter, one: _Ends, other: _Ends) -> Pairs:
    """The pairs whose ends stand beside each other in ``one`` and ``other``."""
    grade = _grades(projection.graph, one, other)
    counts = one.number != other.number
    if wanted.grades != ANY_GRADE:
        counts &= (wanted.grades >> grade) & 1 == 1
    one, other, grade = one.only(counts), other.only(counts), grade[counts]
    # The numbers of entities are in the order of their ids.
    low, high = np.minimum(one.number, other.number), np.maximum(one.number, other.number)
    rows = projection.graph.rows[one.tie]
    earliest, latest = rows["earliest"].astype(np.int64), rows["latest"].astype(np.int64)
    day, last = (np.where(a == NO_DAY, np.maximum(b, 0), a) for a, b in ((earliest, latest), (latest, earliest)))
    some, event = np.unique(one.tie, return_inverse=True)
    events = [projection.events.id(each) or "" for each in some.tolist()]
    by_id = np.argsort(np.argsort(np.array(events, str)))[event] if events else event
    order = np.lexsort((by_id, np.where(day > 0, day, _NO_DAY), high, low))
    pair = low.astype(np.int64) * projection.entities.size + high
    two, group = np.unique(pair[order], return_inverse=True)
    numbers = [divmod(both, projection.entities.size) for both in two.tolist()]
    name = {number: projection.entities.id(number) for number in {each for both in numbers for each in both}}
    ends = [(name[source], name[target]) for source, target in numbers]
    return Pairs(ends, group, day[order], last[order], grade[order], event[order], events, some)


def _grades(graph: Graph, one: _Ends, other: _Ends) -> Array:
    """The places in ``GRADES``: sides that are not known leave only that both are listed."""
    a, b = one.side, other.side
    across = np.where(graph.rows["video"][one.tie], 1, 0)
    grades: Array = np.where((a == 0) | (b == 0), 3, np.where(a == b, 2, across))
    return grades


def _each_from_zero(many: Array) -> Array:
    """0, 1, … for each of ``many``, one after the other."""
    found: Array = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    return found
