"""A graph of any size with the shape of a real one, made from a seed, always the same.

A body has its people, a meeting two bodies; who stands high in a body meets more than the rest, and a few bodies meet
far more than most (powers of a uniform number, which gives a long tail as Zipf's law does). One attendance in ten is
by somebody of neither body, one meeting in five thousand is a ceremony of a hundred and more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

SIDES: Final = np.array(["host", "visitor", None], object)
FORMATS: Final = np.array(["in_person", "video", "unknown"], object)
STATUSES: Final = np.array(["signed", "reported", "intended"], object)
FIRST: Final = np.datetime64("2010-01-01")
DAYS: Final = 5600


@dataclass(frozen=True, slots=True)
class Ends:
    """Who takes part in what: places in the lists of ids, the event's first; ``side`` is a place in SIDES."""

    event: Array
    entity: Array
    side: Array


@dataclass(frozen=True, slots=True)
class Days:
    """``date``, ``earliest`` and ``latest`` of events as texts, None where not known."""

    date: Array
    earliest: Array
    latest: Array


class World:
    """``events`` of them: nine in ten are meetings; a tenth as many persons, a two-hundredth as many institutions."""

    def __init__(self, events: int, seed: int = 11, *, persons: int | None = None) -> None:
        self._random = np.random.default_rng(seed)
        self.persons = self._ids("p", persons or events // 10)
        self.names = self.persons
        """What the persons are called: here as their ids."""
        self.institutions = self._ids("i", max(20, events // 200))
        self.districts = self._ids("d", min(300, max(10, events // 1000)))
        self.bodies = np.concatenate([self.institutions, self.districts])
        """Places up to the number of institutions are these, the rest districts."""
        self.meetings = self._ids("m", events * 9 // 10)
        self.agreements = self._ids("g", events - len(self.meetings))
        self.format = self._random.choice(3, len(self.meetings), p=[0.6, 0.1, 0.3])
        self.status = self._random.choice(3, len(self.agreements), p=[0.6, 0.3, 0.1])
        self.confidence = [self._random.integers(50, 100, len(x)) / 100 for x in (self.meetings, self.agreements)]
        self.days = [self._days(len(x)) for x in (self.meetings, self.agreements)]
        hosts, visitors = self._skewed(len(self.bodies), 2 * len(self.meetings)).reshape(2, -1)
        self.delegations = self._delegations(hosts, visitors)
        self.attendances = self._attendances(hosts, visitors)
        self.size = np.bincount(self.attendances.event, minlength=len(self.meetings))
        self.parties = self._parties()
        self.posts = self._posts()

    def more_tables(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        """What a world has beside its graph, under label or type and labels: this one nothing."""
        yield from ()

    def _ids(self, letter: str, count: int) -> Array:
        numbers = np.unique(self._random.integers(0, 1 << 48, count + count // 100 + 9))[:count]
        return np.array([f"{letter}-{number:012x}" for number in numbers], object)

    def _skewed(self, among: int, count: int) -> Array:
        """Places in a list of ``among``, the first ones far more often than the last."""
        return (among * self._random.random(count) ** 2).astype(np.int64)

    def _days(self, count: int) -> Days:
        day = FIRST + self._random.integers(0, DAYS, count)
        known = self._random.choice(4, count, p=[0.8, 0.15, 0.03, 0.02])  # to the day, the month, no year, nothing
        month = day.astype("datetime64[M]")
        full, months = _texts(day), _texts(month)
        earliest = _chosen([known == 0, known == 1], [full, _texts(month.astype("datetime64[D]"))])
        ends = (month + 1).astype("datetime64[D]") - 1
        latest = _chosen([(known == 0) | (known == 2), known == 1], [full, _texts(ends)])
        unknown_year = np.array(["XXXX" + text[4:] for text in full], object)
        return Days(_chosen([known == 0, known == 1, known == 2], [full, months, unknown_year]), earliest, latest)

    def _delegations(self, hosts: Array, visitors: Array) -> Ends:
        apart = hosts != visitors
        event = np.arange(len(hosts))
        sides = np.zeros(len(hosts), np.int64)
        return Ends(
            np.concatenate([event, event[apart]]),
            np.concatenate([hosts, visitors[apart]]),
            self._known(np.concatenate([sides, sides[apart] + 1])),
        )

    def _attendances(self, hosts: Array, visitors: Array) -> Ends:
        count = len(self.meetings)
        # Some are drawn twice and counted once: about 5.5 are left.
        sizes = 2 + self._random.poisson(4, count)
        wide = self._random.random(count) < 0.02
        sizes[wide] = self._random.integers(10, 40, np.count_nonzero(wide))
        large = self._random.random(count) < 0.0002
        sizes[large] = self._random.integers(100, 200, np.count_nonzero(large))
        event = np.repeat(np.arange(count), sizes)
        side = self._random.integers(0, 2, len(event))
        body = np.where(side == 0, hosts[event], visitors[event])
        each = len(self.persons) // len(self.bodies)
        stranger = (self._random.random(len(event)) < 0.1) | (sizes[event] > 40)
        own = body * each + self._skewed(each, len(event))
        person = np.where(stranger, self._skewed(len(self.persons), len(event)), own)
        # The ids are random, so a body's people are neighbours in the list and nowhere else.
        _, first = np.unique(event * len(self.persons) + person, return_index=True)
        return Ends(event[first], person[first], self._known(side[first]))

    def _known(self, side: Array) -> Array:
        return np.where(self._random.random(len(side)) < 0.15, 2, side)

    def _parties(self) -> Ends:
        count = self._random.choice([2, 3, 4], len(self.agreements), p=[0.85, 0.1, 0.05])
        event = np.repeat(np.arange(len(self.agreements)), count)
        body = self._skewed(len(self.bodies), len(event))
        _, first = np.unique(event * len(self.bodies) + body, return_index=True)
        return Ends(event[first], body[first], np.full(len(first), 2))

    def _posts(self) -> Ends:
        """Each person's own body, and for a third another one; ``event`` is the person."""
        person = np.arange(len(self.persons))
        own = np.minimum(person // (len(self.persons) // len(self.bodies)), len(self.bodies) - 1)
        more = self._random.choice(len(self.persons), len(self.persons) // 3, replace=False)
        other = self._skewed(len(self.bodies), len(more))
        person, body = np.concatenate([person, more]), np.concatenate([own, other])
        _, first = np.unique(person * len(self.bodies) + body, return_index=True)
        return Ends(person[first], body[first], np.full(len(first), 2))


def pairs(ends: Ends) -> Iterator[tuple[Array, Array, Array, Array, Array]]:
    """All pairs of ends of each event, by the number of its ends: event, both entities, both sides."""
    order = np.argsort(ends.event, kind="stable")
    event, entity, side = ends.event[order], ends.entity[order], ends.side[order]
    events, starts, counts = np.unique(event, return_index=True, return_counts=True)
    for count in np.unique(counts[counts > 1]):
        some = np.flatnonzero(counts == count)
        places = starts[some][:, None] + np.arange(count)
        one, other = np.triu_indices(count, 1)
        a, b = places[:, one].ravel(), places[:, other].ravel()
        yield np.repeat(events[some], len(one)), entity[a], entity[b], side[a], side[b]


def _texts(days: Array) -> Array:
    return np.datetime_as_string(days).astype(object)


def _chosen(conditions: list[Array], texts: list[Array]) -> Array:
    """Of each place the text of the first condition that holds, else None."""
    return np.select(conditions, texts, None)  # type: ignore[call-overload,no-any-return] # a default of None is none
