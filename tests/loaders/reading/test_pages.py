import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.pages import looks_like_page, read_page

BODY = """<p>On 4th March 2024, President Lin Yuan of Northern University met with the delegation of Pinggu District,
and both sides talked about a joint institute for a long while.</p>
<p>They agreed to meet again, and to visit the new campus.</p>"""


def page(head: str = "", before: str = "", after: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Lin Yuan Meets Guests - Northern University</title>{head}</head><body>"
        f"<div class='nav'><a href='/'>Home</a> <a href='/news'>News</a></div>{before}"
        f"<div class='content'><h1>Lin Yuan Meets Guests</h1>{BODY}</div>{after}</body></html>"
    )


def test_the_article_of_a_page_is_kept_with_its_title_and_without_navigation() -> None:
    read = read_page(page(after="<footer>Copyright Northern University</footer><script>var a = 'b'</script>"))
    assert read.title == "Lin Yuan Meets Guests"
    assert "met with the delegation of Pinggu District" in read.text
    assert "They agreed to meet again" in read.text
    assert "var a" not in read.text
    assert read.text.count("Lin Yuan Meets Guests") == 1


@pytest.mark.parametrize(
    "stated",
    [
        "<meta property='article:published_time' content='2024-03-05T08:00:00+08:00'>",
        "<meta name='PubDate' content='2024-03-05 10:22'>",
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": "2024-03-05"}</script>',
    ],
)
def test_publication_is_what_the_page_states(stated: str) -> None:
    assert read_page(page(head=stated)).published == "2024-03-05"
    assert read_page(page(before="<time datetime='2024-03-05'>5 March</time>")).published == "2024-03-05"


def test_a_date_in_a_ranking_box_or_a_copyright_line_is_no_publication() -> None:
    box = "<div>Most read (September 2023)<ul><li>2023-09-01 Another story</li></ul></div><p>Copyright 2022</p>"
    assert read_page(page(after=box)).published is None


def test_the_canonical_address_is_the_address() -> None:
    link = "<link rel='canonical' href='https://news.example.edu.cn/a/1.htm'>"
    assert read_page(page(head=link)).url == "https://news.example.edu.cn/a/1.htm"
    assert read_page(page(head="<link rel='canonical' href='/a/1.htm'>")).url is None


def test_broken_html_still_gives_what_is_there() -> None:
    read = read_page(page()[: page().index("They agreed")] + "<td></div><p <b>and &nbsp more")
    assert "met with the delegation of Pinggu District" in read.text


@pytest.mark.parametrize(
    "source", ["<html><body><script>x()</script></body></html>", "<html></html>", "<p>", "<<<>>><p"]
)
def test_a_page_without_text_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="no text in the page"):
        read_page(source)


@given(st.text("<>/phtmlbody div!-'\"=&;x 中\n", max_size=80))
def test_no_source_breaks_the_reader(source: str) -> None:
    with contextlib.suppress(ValueError):
        assert read_page(source).text.strip()


def test_html_is_told_from_text_by_its_beginning() -> None:
    assert looks_like_page("\n<!DOCTYPE html><p>")
    assert looks_like_page("<!-- saved --><HTML lang='zh'>")
    assert not looks_like_page("The tag <html> begins a page")
