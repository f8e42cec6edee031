import pytest

from graph.article import Article
from graph.facts import EventDate
from loaders.extraction.dates.resolve import in_year, mentions, resolve
from loaders.extraction.document import read_document


def dates(text: str, published: str | None = None) -> list[EventDate]:
    """What the dates of ``text`` stand for on a page published then."""
    document = read_document(Article("a.txt", text, published=published))
    return [resolve(mention, document) for mention in mentions(document)]


def days(text: str, published: str | None = None) -> list[str | None]:
    return [date.edtf for date in dates(text, published)]


def day(value: str, basis: str) -> EventDate:
    return EventDate(value, value, value, basis)


def test_a_full_date_stands_for_itself() -> None:
    assert dates("校长于2024年3月5日到访。", "2025-01-01") == [day("2024-03-05", "text")]


def test_a_missing_year_stays_unknown_where_nothing_gives_it() -> None:
    assert dates("The signing was held on Dec 25.") == [EventDate("XXXX-12-25")]
    assert dates("4月19日下午,校长到访。") == [EventDate("XXXX-04-19")]


@pytest.mark.parametrize(
    ("published", "resolved"),
    [
        ("2024-04-22", "2024-04-19"),
        ("2024-04-19", "2024-04-19"),
        ("2025-01-03", "2024-04-19"),
        ("2024-04", "2024-04-19"),
    ],
)
def test_publication_gives_the_year_of_the_nearest_earlier_day(published: str, resolved: str) -> None:
    assert dates("4月19日下午,校长到访。", published) == [day(resolved, "metadata")]


def test_the_dateline_gives_the_year_before_metadata_do() -> None:
    text = "Guests Come\n\nBeijing, 5th January 2024 (NU)--- The guests came on December 28 and stayed for three days."
    assert dates(text, "2030-01-01")[1] == day("2023-12-28", "dateline")


def test_a_planned_day_lies_after_publication() -> None:
    assert days("签约仪式将于5月8日举行。", "2024-04-22") == ["2024-05-08"]
    assert days("The signing will be held on May 8.", "2024-04-22") == ["2024-05-08"]
    assert days("The signing was held on May 8.", "2024-04-22") == ["2023-05-08"]


def test_a_date_joined_to_one_with_a_year_shares_it() -> None:
    assert dates("They met on October 5 and on October 13, 2023.")[0] == day("2023-10-05", "text")
    assert days("继2021年5月6日签约后,7月10日双方再次会面。") == ["2021-05-06", "XXXX-07-10"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("昨日,校长到访。", "2023-12-21"),
        ("今天,校长到访。", "2023-12-22"),
        ("Yesterday the guests came.", "2023-12-21"),
        ("去年7月26日,双方签约。", "2022-07-26"),
        ("今年5月,双方签约。", "2023-05"),
        ("本月19日,校长到访。", "2023-12-19"),
        ("上月,校长到访。", "2023-11"),
        ("本周三下午,校长到访。", "2023-12-20"),
        ("上周五,校长到访。", "2023-12-15"),
        ("The guests came on Saturday.", "2023-12-16"),
        ("The guests came on Friday.", "2023-12-22"),
        ("The guests came last Friday.", "2023-12-15"),
        ("They signed it last December.", "2023-12"),
        ("12月28日至1月3日,代表团到访。", "2022-12-28/2023-01-03"),
    ],
)
def test_relative_dates_count_from_the_day_of_publication(text: str, resolved: str) -> None:
    assert days(text, "2023-12-22") == [resolved]


@pytest.mark.parametrize(
    "text", ["昨日,校长到访。", "The guests came on Friday.", "去年,校长到访。", "近日,校长到访。"]
)
def test_relative_dates_say_nothing_where_publication_is_unknown(text: str) -> None:
    assert dates(text) == [EventDate()]


def test_a_relative_day_says_nothing_where_only_the_month_of_publication_is_known() -> None:
    assert days("昨日,校长到访。", "2023-12") == [None]
    assert days("去年7月26日,双方签约。", "2023-12") == ["2022-07-26"]


def test_a_vague_word_is_a_window_before_publication() -> None:
    assert dates("近日,校长到访。", "2023-12-22") == [EventDate(None, "2023-12-08", "2023-12-22", "metadata")]


def test_a_day_without_its_month_and_the_next_day_lean_on_the_date_before() -> None:
    assert days("代表团7月8日至10日到访。9日,双方座谈。当天签约。次日参观。", "2022-07-12") == [
        "2022-07-08/2022-07-10",
        "2022-07-09",
        "2022-07-09",
        "2022-07-10",
    ]
    assert days("They met on July 10. A day earlier, they had signed. The next day they left.") == [
        "XXXX-07-10",
        "XXXX-07-09",
        "XXXX-07-10",
    ]


def test_a_bare_day_without_a_date_before_it_leans_on_publication() -> None:
    assert days("8日,代表团到访。", "2022-07-12") == ["2022-07-08"]
    assert days("28日,代表团到访。", "2022-01-12") == ["2021-12-28"]
    assert days("8日,代表团到访。") == [None]


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert days("31日,代表团到访。", "2022-07-12") == [None]


@pytest.mark.parametrize(
    ("line", "said", "resolved"),
    [
        ("March 3", "on Monday", "XXXX-03-03"),
        ("March 3", "yesterday", "XXXX-03-02"),
        ("Feb. 29", "today", "XXXX-02-29"),
        ("March 1", "yesterday", None),
        ("March 3", "last Monday", None),
    ],
)
def test_a_weekday_is_the_day_of_the_agency_line_whose_year_nothing_tells(
    line: str, said: str, resolved: str | None
) -> None:
    text = f"Guests Come\n\nBEIJING, {line} (Xinhua) -- The guests from Langfang paid a visit to the university {said}."
    assert dates(text)[1] == EventDate(resolved)


def test_without_an_agency_line_a_weekday_stays_unknown() -> None:
    text = "Guests Come\n\nThe guests who had come on March 3 paid another visit to the university on Monday."
    assert days(text) == ["XXXX-03-03", None]


@pytest.mark.parametrize("text", ["双方将于2月29日签署协议。", "The two will sign on February 29."])
def test_a_day_that_the_year_does_not_have_keeps_its_year_open(text: str) -> None:
    assert dates(text, "2024-03-05") == [EventDate("XXXX-02-29")]
    assert in_year("XXXX-02-29", "2023", "text") == EventDate("XXXX-02-29")
    assert in_year("XXXX-02-29", "2024", "text") == day("2024-02-29", "text")


def test_the_day_after_a_leap_day_is_read_with_its_year_and_without() -> None:
    assert days("2月29日校长到访，次日座谈。") == ["XXXX-02-29", "XXXX-03-01"]
    assert days("2月29日校长到访，次日座谈。", "2024-03-05") == ["2024-02-29", "2024-03-01"]
