"""Who met whom."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from graph.questions.answers import Encounter, Entity
from graph.questions.entities import by_id
from graph.questions.pages import Key, Page, page
from graph.questions.ties import ANY, Link, LinkReader, TieFilter, tie_events
from graph.store import Store


def met(
    store: Store, id: str, only: TieFilter | None = None, *, limit: int = 25, cursor: str | None = None
) -> Page[Encounter]:
    """Those that ``id`` met: the most often met first, of these the last met, then by name.

    ``only.edges`` has no meaning here. Raises InvalidQuestion.
    """
    only = only or ANY
    links: dict[str, list[Link]] = defaultdict(list)
    for link in LinkReader(store, replace(only, edges=("met",)), ()).read([id]):
        links[link.beyond(id)].append(link)
    others = by_id(store, links.keys())
    shown = page(
        sorted(others.values(), key=lambda other: _order(other, links[other.id])),
        lambda other: _order(other, links[other.id]),
        question=("met", id, only),
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


def _order(other: Entity, links: list[Link]) -> Key:
    last = _last(links)
    return (-len(links), -date.fromisoformat(last).toordinal() if last else 0, other.name, other.id)
