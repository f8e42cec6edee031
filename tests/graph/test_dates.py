from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import bounds, event_date, shifted, year_before
from graph.facts import EventDate


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-04-19", "2024-04-19", "2024-04-19"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-11-23/2024-11-24", "2024-11-23", "2024-11-24"),
        ("2024-04/2024-06-03", "2024-04-01", "2024-06-03"),
        ("../2024-04-29", None, "2024-04-29"),
        ("2024-04-22/..", "2024-04-22", None),
        ("XXXX-04-19", None, None),
        ("XXXX-04", None, None),
    ],
)
def test_a_date_is_bounded_by_the_days_that_it_can_mean(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "published", "latest"),
    [
        ("XXXX-04-19", "2024-04-22", "2024-04-19"),
        ("XXXX-12-25", "2024-01-03", "2023-12-25"),
        ("XXXX-04-22", "2024-04-22", "2024-04-22"),
        ("XXXX-04", "2024-04-22", "2024-04-22"),
        ("XXXX-05", "2024-04-22", "2023-05-31"),
        ("XXXX-02-29", "2023-03-01", "2020-02-29"),
        ("XXXX-04-28", "2024-04", "2024-04-28"),
        ("XXXX-07-08/XXXX-07-10", "2022-08-01", "2022-07-10"),
    ],
)
def test_a_year_that_nothing_gives_is_bounded_by_publication_and_stays_unknown(
    edtf: str, published: str, latest: str
) -> None:
    assert bounds(edtf, published) == (None, latest)
    assert event_date(edtf, "none", published=published) == EventDate(edtf, None, latest, "none")


@pytest.mark.parametrize(
    "edtf", ["", "XXXX", "2024-13", "2023-02-29", "XXXX-02-30", "2024-4-1", "soon", "2024-05-02/2024-05-01", "20240419"]
)
def test_what_is_no_date_is_refused_in_one_line(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"^.*date|^.*day|^.*month|^.*before") as refused:
        bounds(edtf)
    assert "\n" not in str(refused.value)


def test_no_date_has_no_bounds_and_no_basis() -> None:
    assert event_date(None) == EventDate()


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, 300))
def test_the_year_of_a_past_day_is_found_again_from_a_later_one(day: date, later: int) -> None:
    limit = shifted(day.isoformat(), later)
    if (day.month, day.day) != (2, 29):
        assert year_before(day.month, day.day, limit) == day.year


@given(st.dates(), st.integers(-1000, 1000))
def test_shifting_back_undoes_shifting(day: date, days: int) -> None:
    if date.min.toordinal() <= day.toordinal() + days <= date.max.toordinal():
        assert shifted(shifted(day.isoformat(), days), -days) == day.isoformat()
