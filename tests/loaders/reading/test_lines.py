"""Objects that come by another way than a file: what is in them, and which member is to blame."""

from typing import Any

import pytest

from graph.article import Article
from graph.errors import InputError
from loaders.reading.lines import read_object


def test_an_article_has_its_members_and_no_other() -> None:
    given = {"text": "Guo Fu met Lin Yue.", "url": "https://example.org/1", "title": "A visit", "source": "desk"}
    read = read_object("desk", given | {"published": "2024-04-20", "lang": "en", "html": None})
    assert isinstance(read, Article)
    assert (read.text, read.url, read.title, read.published) == (given["text"], given["url"], "A visit", "2024-04-20")


@pytest.mark.parametrize(
    ("given", "member", "reason"),
    [
        ({"text": "x", "publishd": "2024-04-20"}, "publishd", "no such member; near: published"),
        ({"text": "x", "person": []}, "person", "no such member; near: persons"),
        ({"text": "x", "7": 7}, "7", "no such member; there are: text, html, url, title, published, source, lang"),
        ({"text": "x", "\ud800": 1}, "\ufffd", "no such member"),
        ({"text": "x", "published": "soon"}, "published", "'soon' is not a date"),
        ({"text": "x", "url": 7}, "url", "text is expected"),
        ({"text": "x", "source": ["desk"]}, "source", "text is expected"),
        ({"lang": "fr", "persons": []}, "lang", "one of zh, en is expected, not 'fr'"),
        ({"lang": "zh", "persons": [{"name": 7}]}, "persons[0].name", "text is expected, not a number"),
        ({"lang": "zh", "meetings": [{"date": "2024-13"}]}, "meetings[0].date", "there is no month '2024-13'"),
    ],
)
def test_what_cannot_be_used_names_the_member(given: dict[str, Any], member: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        read_object("api", given)
    assert refused.value.place == member
    assert refused.value.reason.startswith(reason)


def test_facts_may_have_members_of_other_tools() -> None:
    read = read_object("api", {"lang": "zh", "text": "吴小杰来访。", "persons": [{"name": "吴小杰"}], "model": "x-1"})
    assert not isinstance(read, Article)
