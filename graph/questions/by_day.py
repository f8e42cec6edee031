"""Pages of events by day from the arrays that statistics are counted from, where these are in memory.

The store looks at every event for a page. Of a few filters its answers are kept; of each day that a list may begin at
there is another one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final, cast

import numpy as np

from graph.questions.kept import kept
from graph.questions.tally import Array, Tally, known, tally
from graph.store import Store, Value

_UNDATED: Final = 99_999_999
_PLACE: Final = re.compile(r"~{0,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def page_by_day(
    store: Store,
    queries: Mapping[str, Mapping[str, str]],
    among: Sequence[str] | None,
    place: Mapping[str, Value],
) -> list[tuple[str, str]] | None:
    """The day and id of the events that follow ``place``, as ``listing`` has it; None where the store has to be asked:
    no arrays are there, or the list is of something else."""
    before, after, oldest_first = str(place["before"]), str(place["after"]), bool(place["oldest_first"])
    if not queries.keys() <= {"meetings", "agreements"} or not _PLACE.fullmatch(before) or known(store) is None:
        return None
    events, day, order = kept(
        store, ("by day", oldest_first), lambda: _ordered(tally(store), oldest_first), lasting=True
    )
    counts = _counts(events, queries)
    if among is not None:
        some = events.places(np.array(among, str))
        there = np.zeros(len(counts), bool)
        there[some[some >= 0]] = True
        counts &= there
    counts &= _follows(events, day, oldest_first, before, after)
    found = order[counts[order]][: cast(int, place["limit"])]
    none = "~" if oldest_first else ""
    return [
        (_iso(number) or none, id) for number, id in zip(day[found].tolist(), events.ids[found].tolist(), strict=True)
    ]


def days_of(store: Store, ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]] | None:
    """The first and last day (ISO, None where not known) of each event; None where no arrays are there."""
    if (events := known(store)) is None:
        return None
    place = events.places(np.array(ids, str))
    there = place[place >= 0]
    days = zip(*(map(_iso, days[there].tolist()) for days in (events.earliest, events.latest)), strict=True)
    every = zip(events.ids[there].tolist(), days, strict=True)
    return {id: (first or None, last or None) for id, (first, last) in every}


def _ordered(events: Tally, oldest_first: bool) -> tuple[Tally, Array, Array]:
    """All events, the day that each stands at, 0 where it has none, and the places of all in order."""
    day = np.where(events.earliest > 0, events.earliest, events.latest)
    key = np.where(day > 0, day if oldest_first else -day, _UNDATED)
    return events, day, np.argsort(key, kind="stable")  # those of one day by id, as the events are


def _counts(events: Tally, queries: Mapping[str, Mapping[str, str]]) -> Array:
    counts = np.zeros(len(events.ids), bool)
    is_meeting = events.status == ""
    first = np.where(events.earliest > 0, events.earliest, events.latest)
    last = np.where(events.latest > 0, events.latest, events.earliest)
    for query, only in queries.items():
        some = is_meeting if query == "meetings" else ~is_meeting
        if status := only.get("status"):
            some = some & (events.status == status)
        if since := _number(only["since"]):
            some = some & (last >= since)
        if until := _number(only["until"]):
            some = some & (first > 0) & (first <= until)
        counts |= some
    return counts


def _follows(events: Tally, day: Array, oldest_first: bool, before: str, after: str) -> Array:
    """Which events stand behind ``before`` and ``after``: a day, or a text before or after all of them, and an id."""
    if before == ("" if oldest_first else "~~"):
        return np.ones(len(day), bool)
    number = _number(before.strip("~"))
    beyond: Array = np.zeros(len(day), bool)
    if number:
        beyond = (day > number) | (day == 0) if oldest_first else day < number
    same = np.flatnonzero(day == number)
    beyond[same[events.ids[same] > after]] = True
    return beyond


def _number(day: str) -> int:
    return int(day.replace("-", "")) if day else 0


def _iso(day: int) -> str:
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else ""
