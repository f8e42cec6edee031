from typing import get_args

import pytest

from graph.errors import InvalidQuestion
from graph.projection.cache import current, keep, wait
from graph.questions import Page, TieFilter, met
from graph.questions.answers import Encounter
from graph.questions.telling import ALL, Telling
from graph.store import Store
from graph.vocabulary import MetOrder


def test_those_met_come_by_count_then_last_day_then_name(world: Store) -> None:
    assert [(e.entity.id, e.count, e.first, e.last) for e in met(world, "p-02").items] == [
        ("p-01", 2, "2023-12-25", "2024-04-19"),
        ("p-04", 1, "2024-05-01", "2024-05-31"),
        ("p-03", 1, "2024-04-19", "2024-04-19"),
    ]


@pytest.mark.parametrize(
    ("sort", "others"),
    [
        ("count", ["p-01", "p-04", "p-03"]),
        ("last", ["p-04", "p-01", "p-03"]),
        ("strength", ["p-01", "p-04", "p-03"]),
    ],
)
def test_those_met_come_as_asked_for_and_pages_keep_the_order(world: Store, sort: MetOrder, others: list[str]) -> None:
    assert [e.entity.id for e in met(world, "p-02", sort=sort).items] == others
    first = met(world, "p-02", sort=sort, limit=1)
    assert [e.entity.id for e in met(world, "p-02", sort=sort, cursor=first.next).items] == others[1:]


def test_an_order_without_meaning_is_refused(world: Store) -> None:
    with pytest.raises(InvalidQuestion, match="sort must be one of count, last, strength"):
        met(world, "p-02", sort="fame")  # type: ignore[arg-type] # as a caller without types may


def test_each_meeting_has_its_date_grade_sentence_and_article(world: Store) -> None:
    event = met(world, "p-01", TieFilter(grades=("across",))).items[0].events[0]
    assert (event.id, event.date, event.grade, event.reports) == ("m-01", "2024-04-19", "across", 2)
    assert event.quote == "Head of Tongzhou District Lin Yue called on President Gao Yuan at BISTU on April 19."
    assert event.article is not None
    assert event.article.id == "a-01"


def test_bodies_meet_bodies(world: Store) -> None:
    assert [e.entity.id for e in met(world, "i-bistu").items] == ["i-0a", "d-110112"]


@pytest.mark.parametrize(
    ("only", "others"),
    [
        (TieFilter(grades=("video",)), ["p-04"]),
        (TieFilter(since="2024-05"), ["p-04"]),
        (TieFilter(since="2024-05-31"), ["p-04"]),
        (TieFilter(since="2024-06"), []),
        (TieFilter(until="2023"), ["p-01"]),
        (TieFilter(until="2023-12-24"), []),
        (TieFilter(max_event_size=2), ["p-04"]),
    ],
)
def test_filters_leave_what_may_fit(world: Store, only: TieFilter, others: list[str]) -> None:
    assert [e.entity.id for e in met(world, "p-02", only).items] == others


def test_an_undated_meeting_counts_only_without_a_window(world: Store) -> None:
    assert [e.entity.id for e in met(world, "p-05").items] == ["p-08"]
    assert met(world, "p-05", TieFilter(since="1900")).items == ()


@pytest.mark.parametrize(
    "only",
    [
        TieFilter(since="soon"),
        TieFilter(until="2024-02-30"),
        TieFilter(since="XXXX-04-01"),
        TieFilter(since="2024", until="2023"),
        TieFilter(max_event_size=1),
    ],
)
def test_a_filter_without_meaning_is_refused(world: Store, only: TieFilter) -> None:
    with pytest.raises(InvalidQuestion):
        met(world, "p-01", only)


def test_pages_put_together_are_the_whole_list(world: Store) -> None:
    first = met(world, "p-02", limit=2)
    rest = met(world, "p-02", limit=2, cursor=first.next)
    assert first.items + rest.items == met(world, "p-02").items
    assert rest.next is None


def test_an_event_whose_report_does_not_name_an_end_shows_the_sentence_that_does(world: Store) -> None:
    closing = "Chen Li was present."
    events = {e.entity.id: e.events[0] for e in met(world, "p-03").items}
    report = events["p-02"].quote
    assert [q.quote for q in events["p-02"].quotes][:2] == [report, closing]
    assert (events["p-02"].reports, events["p-02"].quotes[1].article.id) == (2, "a-01")


def test_an_event_whose_report_names_both_ends_shows_it_once_in_each_language(world: Store) -> None:
    (event,) = next(e.events for e in met(world, "p-01", TieFilter(grades=("across",))).items if e.entity.id == "p-02")
    assert event.quotes[0].quote == event.quote
    assert [(q.article.id, q.article.lang) for q in event.quotes] == [("a-01", "en"), ("a-02", "zh")]


def test_a_projection_gives_the_same_meetings(world: Store) -> None:
    asked = [
        (id, only, sort, wanted)
        for id in ("p-01", "p-02", "p-06", "i-bistu", "d-110112", "p-ff")
        for only in (
            None,
            TieFilter(since="2024", grades=("across", "co_listed")),
            TieFilter(until="2024-06", max_event_size=3, min_confidence=0.5, avoid=("p-03", "m-01")),
        )
        for sort in get_args(MetOrder)
        for wanted in (ALL, Telling(1), Telling(0))
    ]

    def told() -> list[Page[Encounter]]:
        return [met(world, id, only, sort=sort, limit=2, wanted=wanted) for id, only, sort, wanted in asked]

    by_reads = told()
    keep(world, 1 << 30)
    wait(world)
    assert current(world)
    assert told() == by_reads
    assert max(len(page.items) for page in by_reads) == 2


def test_the_newest_meetings_are_told_and_all_are_counted(world: Store) -> None:
    whole = met(world, "p-01").items[0]
    first = met(world, "p-01", wanted=Telling(1)).items[0]
    assert (first.count, first.first, first.last) == (whole.count, whole.first, whole.last)
    assert (len(whole.events), first.events) == (whole.count, whole.events[-1:])
