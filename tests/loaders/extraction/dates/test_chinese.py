import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.dates.chinese import find, number


@pytest.mark.parametrize(
    ("text", "said", "edtf"),
    [
        ("于2024年3月5日上午", "2024年3月5日", "2024-03-05"),
        ("二〇二四年三月五日", "二〇二四年三月五日", "2024-03-05"),
        ("二○二四年十二月二十五日", "二○二四年十二月二十五日", "2024-12-25"),
        ("4月19日下午,校长", "4月19日", "XXXX-04-19"),
        ("十月十日", "十月十日", "XXXX-10-10"),
        ("3月5日至6日在", "3月5日至6日", "XXXX-03-05/XXXX-03-06"),
        ("3月5-6日", "3月5-6日", "XXXX-03-05/XXXX-03-06"),
        ("2月28日至3月1日", "2月28日至3月1日", "XXXX-02-28/XXXX-03-01"),
        ("2023年12月28日至2024年1月3日", "2023年12月28日至2024年1月3日", "2023-12-28/2024-01-03"),
        ("4月5日、6日", "4月5日、6日", "XXXX-04-05/XXXX-04-06"),
        ("2015年11月签约", "2015年11月", "2015-11"),
        ("时间:2024-04-30 10:00", "2024-04-30", "2024-04-30"),
        ("2019年起", "2019年", "2019"),
    ],
)
def test_a_date_is_found_with_what_it_says(text: str, said: str, edtf: str) -> None:
    (mention,) = find(text)
    assert (text[mention.start : mention.end], mention.edtf) == (said, edtf)


@pytest.mark.parametrize(
    ("text", "said", "unit", "offset", "anchor"),
    [
        ("昨日上午", "昨日", "day", -1, "page"),
        ("今日,", "今日", "day", 0, "page"),
        ("本周三下午", "本周三", "week", 0, "page"),
        ("上周五,", "上周五", "week", -1, "page"),
        ("周三,区长", "周三", "weekday", 0, "page"),
        ("近日,校长", "近日", "recent", 0, "page"),
        ("日前,校长", "日前", "recent", 0, "page"),
        ("去年7月25日", "去年7月25日", "year", -1, "page"),
        ("今年5月", "今年5月", "year", 0, "page"),
        ("本月19日", "本月19日", "month", 0, "page"),
        ("上个月", "上个月", "month", -1, "page"),
        ("。8日,代表团", "8日", "month", 0, "context"),
        ("当天还", "当天", "day", 0, "context"),
        ("次日", "次日", "day", 1, "context"),
    ],
)
def test_a_relative_date_is_found_with_what_it_is_relative_to(
    text: str, said: str, unit: str, offset: int, anchor: str
) -> None:
    (mention,) = find(text)
    assert text[mention.start : mention.end] == said
    assert (mention.unit, mention.offset, mention.anchor) == (unit, offset, anchor)


@pytest.mark.parametrize(
    "text",
    ["2月30日", "13月1日", "2024级新生", "今日头条", "节日前后", "周一帆校长", "为期5日", "第3版", "10日内", "3+6"],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("07", 7), ("二〇一九年", 2019)]
)
def test_numerals_are_read(text: str, value: int) -> None:
    assert number(text) == value


@given(st.text("二〇十一月日年去至、-8 3昨周三近2024", max_size=30))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    at = 0
    for mention in find(text):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
