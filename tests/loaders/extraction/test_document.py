from pathlib import Path

import pytest

from graph.article import Article
from loaders.extraction.document import language, read_document

SHARED = Path(__file__).parents[3] / "../shared"


def test_the_page_itself_tells_its_publication_before_metadata_and_address() -> None:
    text = "校长会见来宾\n发布日期:2024-04-30\n\n近日,校长会见了来宾,双方进行了座谈。"
    url = "http://example.cn/202405/t20240502_1.html"
    document = read_document(Article("a", text, url, published="2024-05-01"))
    assert (document.published, document.published_basis) == ("2024-04-30", "dateline")
    bare = text.replace("发布日期:2024-04-30\n", "")
    document = read_document(Article("a", bare, url, published="2024-05-01"))
    assert (document.published, document.published_basis) == ("2024-05-01", "metadata")
    document = read_document(Article("a", bare, url))
    assert (document.published, document.published_basis) == ("2024-05-02", "url")
    document = read_document(Article("a", bare))
    assert (document.published, document.published_basis) == (None, None)


def test_dates_of_rankings_and_of_other_articles_are_no_publication() -> None:
    body = "校长会见来宾\n\n4月19日,校长会见了来宾,双方进行了座谈。"
    boxes = "\n\n相关新闻\n2023-01-02 校长新年致辞\n用稿量排行榜\n(2023年9月)"
    assert read_document(Article("a", body + boxes)).published is None


def test_the_title_is_that_of_the_page_or_of_its_metadata() -> None:
    body = "\n\nThe president met with the guests on Monday and showed them the campus."
    assert read_document(Article("a", "The Visit" + body, title="The Visit - News")).title == "The Visit"
    text = (
        "The president met with the guests on Monday. They saw the campus and the park, and agreed to meet again soon."
    )
    assert read_document(Article("a", text, title="The Visit")).title == "The Visit"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("校长会见 Turo Kilpeläinen 和 LAB University of Applied Sciences 代表团", "zh"),
        ("President Guo Fu (郭福) met with the guests", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_most_words(text: str, lang: str) -> None:
    assert language(text) == lang


@pytest.mark.shared
def test_publication_and_language_of_the_practice_texts_are_those_of_the_gold() -> None:
    import json

    golds = sorted(SHARED.glob("eval/practice/*/*.json"))
    if not golds:
        pytest.skip("the practice texts are not here")
    wrong = []
    for path in golds:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = read_document(Article(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8")))
        if (document.lang, document.published) != (gold["lang"], gold["published"]):
            wrong.append((path.name, document.lang, document.published))
    assert not wrong
