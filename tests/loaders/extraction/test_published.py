import pytest

from loaders.extraction.published import address_day, stated


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example.edu.cn/info/202404/t20240419_1234.html", "2024-04-19"),
        ("https://www.example.gov.cn/2024-04/19/content_99887766.htm", "2024-04-19"),
        ("http://example.cn/art/2024/4/9/art_12_3.html", "2024-04-09"),
        ("http://example.cn/html/2024/0419/15.html", "2024-04-19"),
        ("http://example.cn/xwzx/202404/content_5.shtml", "2024-04"),
        ("http://example.cn/n1/c40531-20240431.html", None),
        ("http://example.cn/info/1034/20245.htm", None),
        ("http://example.cn/?date=2024-04-19", None),
        ("http://20240419.example.cn/a.html", None),
        ("nonsense", None),
    ],
)
def test_an_address_tells_a_day_or_a_month_only_in_the_shapes_that_sites_use(url: str, day: str | None) -> None:
    assert address_day(url) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("发布时间: 2024-04-30 浏览:12", "2024-04-30"),
        ("By Tue, 05 Mar 2024 GMT", "2024-03-05"),
        ("Beijing, 5th March 2024 (BISTU)---", "2024-03-05"),
        ("14.03.2018  14:40", "2018-03-14"),
        ("来源:新闻网 | 2020年10月11日 17:57", "2020-10-11"),
        ("Posted: 10 03,2023", "2023-03-10"),
        ("Visits: 2023", None),
        ("BEIJING, March 5 (Xinhua) --", None),
    ],
)
def test_a_line_of_metadata_states_a_full_date(line: str, day: str | None) -> None:
    assert stated(line) == day
