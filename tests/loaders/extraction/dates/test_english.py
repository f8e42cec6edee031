import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.dates.english import find


@pytest.mark.parametrize(
    ("text", "said", "edtf"),
    [
        ("came on 4th March 2024.", "4th March 2024", "2024-03-04"),
        ("On 23rd of November, he", "23rd of November", "XXXX-11-23"),
        ("at the campus on Dec 25.", "Dec 25", "XXXX-12-25"),
        ("of Oct. 28th, an", "Oct. 28th", "XXXX-10-28"),
        ("Sept. 5, 2021", "Sept. 5, 2021", "2021-09-05"),
        ("March 5-6, 2024", "March 5-6, 2024", "2024-03-05/2024-03-06"),
        ("from December 9 to 16.", "December 9 to 16", "XXXX-12-09/XXXX-12-16"),
        ("from 5 to 8 December 2019", "5 to 8 December 2019", "2019-12-05/2019-12-08"),
        ("Between 24th and 28th April 2024", "24th and 28th April 2024", "2024-04-24/2024-04-28"),
        ("On 6 and 7 December the", "6 and 7 December", "XXXX-12-06/XXXX-12-07"),
        ("March 30 to April 2", "March 30 to April 2", "XXXX-03-30/XXXX-04-02"),
        ("in November 2015", "November 2015", "2015-11"),
        ("in March the", "March", "XXXX-03"),
        ("Founded in 1940, it", "1940", "1940"),
        ("on 2024-04-19", "2024-04-19", "2024-04-19"),
        ("Published 12.12.2019", "12.12.2019", "2019-12-12"),
        ("25/12/2024", "25/12/2024", "2024-12-25"),
    ],
)
def test_a_date_is_found_with_what_it_says(text: str, said: str, edtf: str) -> None:
    (mention,) = find(text)
    assert (text[mention.start : mention.end], mention.edtf) == (said, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"), [("Date: 08-19-2016", "2016-08-19"), ("on march 31, 2017, they", "2017-03-31")]
)
def test_american_days_and_small_letters_are_dates(text: str, edtf: str) -> None:
    assert [m.edtf for m in find(text)] == [edtf]


@pytest.mark.parametrize("text", ["08-09-2016", "they march 31 miles", "as many as may 3, 2017"])
def test_a_day_that_could_be_a_month_and_small_words_are_no_dates(text: str) -> None:
    assert find(text) == []


def test_two_days_that_only_and_joins_are_two_dates() -> None:
    assert [m.edtf for m in find("On October 5 and October 13, 2023 they met")] == ["2023-10-05", "2023-10-13"]


@pytest.mark.parametrize(
    ("text", "unit", "offset", "anchor"),
    [
        ("Yesterday morning, he", "day", -1, "page"),
        ("held talks today.", "day", 0, "page"),
        ("In Tianjin, on Saturday, a", "weekday", 0, "page"),
        ("last Friday", "weekday", -1, "page"),
        ("this Wednesday", "week", 0, "page"),
        ("who recently took", "recent", 0, "page"),
        ("In June of last year, he", "year", -1, "page"),
        ("on 6 May this year", "year", 0, "page"),
        ("The next morning, in", "day", 1, "context"),
        ("a day earlier the county", "day", -1, "context"),
        ("On the same day he", "day", 0, "context"),
    ],
)
def test_a_relative_date_is_found_with_what_it_is_relative_to(text: str, unit: str, offset: int, anchor: str) -> None:
    (mention,) = find(text)
    assert (mention.unit, mention.offset, mention.anchor) == (unit, offset, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "They may go",
        "We march 10 miles",
        "February 30",
        "Zhang Jun and Wu",
        "03/04/2024",
        "five-in-one",
        "August body",
        "on Mon 7x",
    ],
)
def test_what_is_no_date_or_two_is_not_found(text: str) -> None:
    assert find(text) == []


WORDS = ["on", "4th", "March", "2024", ",", "to", "and", "of", "last", "year", "May", "5", "-", "Friday", "12.12.2019"]


@given(st.lists(st.sampled_from(WORDS)))
def test_mentions_are_in_order_and_apart(words: list[str]) -> None:
    text, at = " ".join(words), 0
    for mention in find(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
