"""Who met whom."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import Final, get_args

from graph.questions.answers import Encounter, Entity, Grade
from graph.questions.entities import by_id
from graph.questions.pages import Key, Page, check_choice, page
from graph.questions.steady import steady
from graph.questions.ties import ANY, Link, LinkReader, TieFilter, tie_events
from graph.store import Store
from graph.vocabulary import MetOrder

_GRADES: Final = get_args(Grade)
"""The strongest first."""


@steady
def met(
    store: Store,
    id: str,
    only: TieFilter | None = None,
    *,
    sort: MetOrder = "count",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Encounter]:
    """Those that ``id`` met: the most often met first, of these the last met, then by name.

    By ``last``: the last met first, of these the most often met. By ``strength``: by the strongest grade that they met
    in, then how often in it, then as by count. ``only.edges`` has no meaning here. Raises InvalidQuestion.
    """
    only = only or ANY
    check_choice("sort", sort, get_args(MetOrder))
    links: dict[str, list[Link]] = defaultdict(list)
    for link in LinkReader(store, replace(only, edges=("met",)), ()).read([id]):
        links[link.beyond(id)].append(link)
    others = by_id(store, links.keys())
    shown = page(
        sorted(others.values(), key=lambda other: _order(other, links[other.id], sort)),
        lambda other: _order(other, links[other.id], sort),
        question=("met", id, only, sort),
        limit=limit,
        cursor=cursor,
    )
    events = tie_events(store, [link for other in shown.items for link in links[other.id]])
    return Page(
        tuple(
            Encounter(
                entity=other,
                count=len(links[other.id]),
                first=min((day for link in links[other.id] if (day := link.earliest or link.latest)), default=None),
                last=_last(links[other.id]),
                events=tuple(events[link] for link in links[other.id]),
            )
            for other in shown.items
        ),
        shown.next,
    )


def _last(links: list[Link]) -> str | None:
    return max((day for link in links if (day := link.latest or link.earliest)), default=None)


def _order(other: Entity, links: list[Link], sort: MetOrder) -> Key:
    last = _last(links)
    count, day = -len(links), -date.fromisoformat(last).toordinal() if last else 0
    if sort == "last":
        return (day, count, other.name, other.id)
    if sort == "strength":
        grades = [_GRADES.index(link.grade) if link.grade else len(_GRADES) for link in links]
        strongest = min(grades)
        return (strongest, -grades.count(strongest), count, day, other.name, other.id)
    return (count, day, other.name, other.id)
