"""Which events a statistic counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from graph.questions.answers import EventKind, Status
from graph.questions.columns import ids
from graph.questions.ends import acting_as
from graph.questions.pages import check_choice
from graph.questions.tally import Tally
from graph.questions.window import window
from graph.questions.within import events_within
from graph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The filters of the lists of events: ``since`` and ``until`` are EDTF, ``entities`` and ``district`` ids.

    An event counts if any of ``entities``, or who acts as one with it, has a part in it.
    """

    kind: EventKind | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    entities: tuple[str, ...] = ()
    district: str | None = None

    def days(self) -> tuple[int, int]:
        """The bounds of the window as numbers yyyymmdd, 0 and 99999999 where it is open. Raises InvalidQuestion."""
        days = window(self.since, self.until)
        return _number(days.since) or 0, _number(days.until) or 99999999

    def counts(self, store: Store, events: Tally) -> NDArray[Any]:
        """Whether each of ``events`` counts. Raises InvalidQuestion."""
        check_choice("kind", self.kind, get_args(EventKind))
        check_choice("status", self.status, get_args(Status))
        since, until = self.days()
        earliest, latest = events.earliest, events.latest
        counts: NDArray[Any] = np.ones(len(events.ids), bool)
        if since:
            counts &= np.where(latest > 0, latest, earliest) >= since
        if until < 99999999:
            first = np.where(earliest > 0, earliest, latest)
            counts &= (first > 0) & (first <= until)
        if self.kind:
            counts &= (events.status == "") == (self.kind == "meeting")
        if self.status:
            counts &= events.status == self.status
        if self.entities:
            counts &= _among(events, {event for id in self.entities for event in events_of(store, id)})
        if self.district:
            counts &= _among(events, events_within(store, self.district))
        return counts


def events_of(store: Store, id: str) -> list[str]:
    """The events that ``id``, or who acts as one with it, has a part in."""
    return ids(store.read("events_of", ids=acting_as(store, id)), "event")


def _among(events: Tally, wanted: Iterable[str]) -> NDArray[Any]:
    there = np.zeros(len(events.ids), bool)
    place = events.places(np.array(sorted(wanted), str))
    there[place[place >= 0]] = True
    return there


def _number(day: str) -> int | None:
    return int(day.replace("-", "")) if day else None
