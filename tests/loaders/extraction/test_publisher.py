import pytest

from graph.article import Article
from loaders.extraction.document import read_document

BODY = "\n\nA delegation of the district visited the university on Monday, and both sides exchanged views.\n"


def home(text: str, url: str | None = None) -> str | None:
    return read_document(Article("a.txt", text, url)).home


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://news.bistu.edu.cn/a/1.htm", "i-bistu"),
        ("https://english.bit.edu.cn:443/a/1.htm", "i-bit"),
        ("https://example.org/bistu.edu.cn", None),
        ("http://[broken", None),
    ],
)
def test_an_address_tells_the_publisher(url: str, publisher: str | None) -> None:
    assert home("Guests Visit the University" + BODY, url) == publisher


def test_a_dateline_the_sites_name_or_the_imprint_tells_it_where_there_is_no_address() -> None:
    assert home("Guests Visit Us\n\nBeijing, 5th March 2024 (BISTU)--- A delegation of the district came.") == "i-bistu"
    assert home("天津外国语大学新闻网\n\n来宾到访学校\n\n某区代表团昨日到访学校,双方座谈。") == "i-tfsu"
    assert home(f"Guests Visit Us{BODY}\nCopyright © Beijing Institute of Technology. All rights reserved.") == "i-bit"
    assert home(f"Guests Visit Us{BODY}\nNankai University\nNo.1 North Road, Tianjin 300000") == "i-nankai"


def test_a_body_that_is_only_written_about_is_not_the_publisher() -> None:
    assert (
        home(
            "北京信息科技大学代表团来访\n\n北京信息科技大学代表团昨日到访本区,双方座谈。\n\n相关链接\n南开大学师生来访"
        )
        is None
    )
