import pytest

from graph.errors import InvalidQuestion
from graph.questions.window import Window, window


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024", "2024", Window("2024-01-01", "2024-12-31")),
        ("2024-02", "2024-02", Window("2024-02-01", "2024-02-29")),
        ("2024-11-23/2024-11-24", None, Window("2024-11-23", "")),
        (None, None, Window()),
    ],
)
def test_bounds_are_the_first_and_last_day_meant(since: str | None, until: str | None, expected: Window) -> None:
    assert window(since, until) == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "inside"),
    [
        ("2024-05-01", "2024-05-31", True),
        ("2024-05-31", "2024-06-30", True),
        (None, "2024-05-01", True),
        (None, "2024-04-30", False),
        ("2024-06-01", "2024-06-01", False),
        (None, None, False),
    ],
)
def test_what_may_lie_in_the_window_is_admitted(earliest: str | None, latest: str | None, inside: bool) -> None:
    assert Window("2024-05-01", "2024-05-31").admits(earliest, latest) is inside


@pytest.mark.parametrize("bad", ["soon", "2024-13", "2024-02-30", "XXXX-04-19", "../.."])
def test_what_is_no_dated_day_is_refused(bad: str) -> None:
    with pytest.raises(InvalidQuestion):
        window(bad, None)


@pytest.mark.parametrize(
    ("since", "until", "told", "reason"),
    [
        ("2024-13", None, "since: there is no month '2024-13'", "there is no month '2024-13'"),
        (None, "2024-02-30", "until: there is no day '2024-02-30'", "there is no day '2024-02-30'"),
        ("0000", None, "since: there is no year '0000'", "there is no year '0000'"),
        ("XXXX-04-19", None, "since: 'XXXX-04-19' has no year", "'XXXX-04-19' has no year"),
        ("2025", "2024", "since 2025 is after until 2024", "2025 is after until 2024"),
    ],
)
def test_a_reason_names_its_parameter_once(since: str | None, until: str | None, told: str, reason: str) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        window(since, until)
    assert (str(refused.value), refused.value.reason) == (told, reason)
