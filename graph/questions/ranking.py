"""Who met the most others, and who had a part in the most meetings or agreements."""

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from typing import get_args

import numpy as np

from graph.errors import InvalidQuestion
from graph.questions.answers import Kind
from graph.questions.entities import by_id
from graph.questions.kept import kept
from graph.questions.others import others
from graph.questions.pages import Page, check_choice, page
from graph.questions.selection import Selection
from graph.questions.stats_answers import Measure, Ranked
from graph.questions.steady import steady
from graph.questions.tally import persons, tally
from graph.store import Store

Counted = tuple[tuple[int, str], ...]


@steady
def ranking(
    store: Store,
    only: Selection | None = None,
    *,
    kind: Kind = "person",
    by: Measure = "met",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Ranked]:
    """The entities of a kind, those with the most first, then by id; ``rank`` is 1 for the first, and equal for equals.

    ``met`` counts the different others that one met, and knows no filters but ``since`` and ``until``; ``meetings`` and
    ``agreements`` count events. Raises InvalidQuestion.
    """
    only = only or Selection()
    check_choice("kind", kind, get_args(Kind))
    check_choice("by", by, get_args(Measure))
    if only.district and by == "met":
        raise InvalidQuestion("district goes with by=meetings or agreements", parameter="district")
    if only.status and by != "agreements":
        raise InvalidQuestion("status goes with by=agreements", parameter="status")
    only = replace(only, kind="agreement" if by == "agreements" else "meeting")
    count = partial(_met, store, only, kind) if by == "met" else partial(_events, store, only, kind)
    counted = kept(store, ("ranking", only, kind, by), count)
    shown = page(counted, lambda one: one, question=("ranking", only, kind, by), limit=limit, cursor=cursor)
    named = by_id(store, [id for _, id in shown.items])
    return Page(
        tuple(
            Ranked(rank=1 + bisect_left(counted, (count, "")), entity=named[id], count=-count)
            for count, id in shown.items
            if id in named
        ),
        shown.next,
    )


def _met(store: Store, only: Selection, kind: Kind) -> Counted:
    events = tally(store)
    some = persons(store) if kind == "person" else events.bodies
    meetings = Selection(kind="meeting", since=only.since, until=only.until)
    ids, numbers = others(some.among(meetings.counts(store, events)))
    of_kind = np.char.startswith(ids, f"{kind[0]}-")
    return tuple(sorted(zip((-numbers[of_kind]).tolist(), ids[of_kind].tolist(), strict=True)))


def _events(store: Store, only: Selection, kind: Kind) -> Counted:
    events = tally(store)
    some = {"district": events.districts, "institution": events.institutions}.get(kind) or persons(store)
    ids, numbers = np.unique(some.among(only.counts(store, events)).entity, return_counts=True)
    return tuple(sorted(zip((-numbers).tolist(), ids.tolist(), strict=True)))
