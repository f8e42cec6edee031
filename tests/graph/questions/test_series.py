from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import InvalidQuestion
from graph.questions import Selection, agreements, meetings, series
from graph.questions.stats_answers import Line, Period, Series
from graph.store import Change, Node, Store

Happening = Any
"""As of ``conftest``."""
NAMES: dict[str, Callable[[str], str]] = {
    "month": lambda day: day[:7],
    "quarter": lambda day: f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}",
    "year": lambda day: day[:4],
}
AUTHORITIES = {"i-gov-110112": "d-110112", "i-bureau": "d-110112", "i-party-130600": "d-130600"}
PROVINCE = {"d-110112": "d-110000", "d-110108": "d-110000", "d-130600": "d-130000"}


def counted(line: Line) -> dict[str, int]:
    return {point.period: point.count for point in line.points if point.count}


def expected(events: list[Happening], by: Period) -> dict[str, int]:
    ends = [(NAMES[by](e.earliest), NAMES[by](e.latest)) for e in events if e.earliest and e.latest]
    return Counter(first for first, last in ends if first == last)


def districts(event: Happening) -> set[str]:
    return {AUTHORITIES.get(id, id) for id in event.bodies if id.startswith("d-") or id in AUTHORITIES}


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_events_are_counted_in_the_period_that_their_bounds_lie_in(
    module_store: Store, happenings: list[Happening], by: Period
) -> None:
    (line,) = series(module_store, by=by).lines
    assert (line.key, line.total, counted(line)) == (None, 300, expected(happenings, by))


def test_what_lies_in_no_single_period_is_told_apart(module_store: Store, happenings: list[Happening]) -> None:
    (line,) = series(module_store, by="month").lines
    apart = [e for e in happenings if e.earliest and e.latest and e.earliest[:7] != e.latest[:7]]
    assert line.unplaced.spanning == len(apart)
    assert line.unplaced.one_bound == sum((e.earliest is None) != (e.latest is None) for e in happenings)
    assert line.unplaced.undated == sum(e.earliest is None and e.latest is None for e in happenings)
    assert (
        line.total == sum(p.count for p in line.points) + len(apart) + line.unplaced.one_bound + line.unplaced.undated
    )
    for point in line.points:
        assert point.possible == sum(e.earliest[:7] <= point.period <= e.latest[:7] for e in apart), point.period


def test_the_days_of_a_period_are_its_first_and_last(module_store: Store, happenings: list[Happening]) -> None:
    february = {p.period: (p.first, p.last) for p in series(module_store).lines[0].points}["2024-02"]
    autumn = {p.period: (p.first, p.last) for p in series(module_store, by="quarter").lines[0].points}["2023-Q4"]
    assert happenings
    assert (february, autumn) == (("2024-02-01", "2024-02-29"), ("2023-10-01", "2023-12-31"))


def test_a_line_for_each_kind_status_and_district(module_store: Store, happenings: list[Happening]) -> None:
    kinds = {line.key: counted(line) for line in series(module_store, by="year", split="kind").lines}
    assert kinds == {
        "meeting": expected([e for e in happenings if not e.status], "year"),
        "agreement": expected([e for e in happenings if e.status], "year"),
    }
    statuses = {line.key: line.total for line in series(module_store, split="status").lines}
    assert statuses == Counter(e.status for e in happenings if e.status)
    found = {line.key: counted(line) for line in series(module_store, by="year", split="district").lines}
    assert found == {
        id: expected([e for e in happenings if id in districts(e)], "year")
        for id in ("d-110000", "d-110112", "d-110108", "d-130600")
    }


def test_districts_roll_up_to_province_and_city(module_store: Store, happenings: list[Happening]) -> None:
    whole = series(module_store, split="district", roll_up="province").lines
    assert {line.key: line.total for line in whole} == Counter(
        province for e in happenings for province in {PROVINCE.get(id, id) for id in districts(e)}
    )
    city = series(module_store, split="district", roll_up="city").lines
    assert {line.key for line in city} == {"d-110000", "d-130600"}


def test_a_district_that_is_rolled_up_counts_what_the_lists_of_it_hold(
    module_store: Store, happenings: list[Happening]
) -> None:
    listed = [
        *meetings(module_store, district="d-110000", limit=200).items,
        *agreements(module_store, district="d-110000", limit=200).items,
    ]
    (line, *_) = series(module_store, split="district", roll_up="province").lines
    (only,) = series(module_store, Selection(district="d-110000")).lines
    assert happenings
    assert (line.key, line.total, only.total) == ("d-110000", len(listed), len(listed))


def test_institutions_are_those_that_are_no_authority(module_store: Store, happenings: list[Happening]) -> None:
    found = {line.key: line.total for line in series(module_store, split="institution").lines}
    assert found == Counter(id for e in happenings for id in e.bodies & {"i-01", "i-02", "i-03"})


def test_entities_that_are_compared_have_a_line_each(module_store: Store, happenings: list[Happening]) -> None:
    only = Selection(entities=("p-01", "i-gov-110112"))
    found = {line.key: line.total for line in series(module_store, only, split="entity").lines}
    assert found["p-01"] == sum("p-01" in e.persons for e in happenings)
    # A district and its government act as one; a bureau of the government is asked for by itself.
    assert found["i-gov-110112"] == sum(bool(e.bodies & {"i-gov-110112", "d-110112"}) for e in happenings)


@pytest.mark.parametrize(("since", "until"), [("2021-02-10", None), (None, "2021-06"), ("2020-05-05", "2023-07-01")])
def test_a_window_leaves_what_may_lie_in_it(
    module_store: Store, happenings: list[Happening], since: str | None, until: str | None
) -> None:
    (line,) = series(module_store, Selection(since=since, until=until, kind="meeting"), by="year").lines
    left, right = since or "", f"{until or '~'}~"
    admitted = [
        e
        for e in happenings
        if not e.status and (e.latest or e.earliest or "") >= left and (e.earliest or e.latest or "~~~") <= right
    ]
    assert (line.total, counted(line)) == (len(admitted), expected(admitted, "year"))
    assert all(not since or point.period >= since[:4] for point in line.points)
    assert all(not until or point.period <= until[:4] for point in line.points)


def test_the_largest_lines_are_told_and_how_many_were_left_out(
    module_store: Store, happenings: list[Happening]
) -> None:
    whole, some = (series(module_store, split="institution", limit=limit) for limit in (10, 1))
    assert happenings
    assert (some.lines, some.left_out) == (whole.lines[:1], 2)


def test_empty_periods_can_be_left_out(module_store: Store, happenings: list[Happening]) -> None:
    def periods(found: Series) -> list[str]:
        return [point.period for point in found.lines[0].points]

    only = Selection(entities=("i-01",), status="signed")
    assert happenings
    assert len(periods(series(module_store, only))) > len(periods(series(module_store, only, empty=False)))


@pytest.mark.parametrize(
    "asked",
    [
        {"by": "week"},
        {"split": "colour"},
        {"split": "entity"},
        {"roll_up": "province"},
        {"limit": 0},
        {"only": Selection(since="soon")},
        {"only": Selection(status="broken")},  # type: ignore[arg-type] # as a caller without types may
    ],
)
def test_a_series_without_meaning_is_refused(module_store: Store, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion):
        series(module_store, **asked)


def test_more_points_than_anybody_reads_are_refused(module_store: Store, happenings: list[Happening]) -> None:
    assert happenings
    with module_store.write() as transaction:
        transaction.apply(
            Change(put_nodes=[Node("Meeting", {"id": "m-old", "earliest": "0101-01-01", "latest": "0101-01-01"})])
        )
    with pytest.raises(InvalidQuestion, match="points"):
        series(module_store)
    assert len(series(module_store, empty=False).lines[0].points) < 100
