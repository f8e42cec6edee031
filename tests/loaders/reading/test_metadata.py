import pytest

from loaders.reading.metadata import stated_day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-04-19", "2024-04-19"),
        ("2024-04-19T23:30:00+08:00", "2024-04-19"),
        ("2024/4/9 08:10", "2024-04-09"),
        ("20240419", "2024-04-19"),
        ("2024年4月9日", "2024-04-09"),
        ("2024-04", "2024-04"),
        ("Fri, 19 Apr 2024 08:00:00 GMT", "2024-04-19"),
        ("2024-02-30", None),
        ("2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_is_the_one_that_the_publisher_wrote(stated: str, day: str | None) -> None:
    assert stated_day(stated) == day
