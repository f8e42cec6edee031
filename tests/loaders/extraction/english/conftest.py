"""One way to an article's facts for all tests of the English grammar."""

from collections.abc import Callable

import pytest

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.document import read_document
from loaders.extraction.english import facts


@pytest.fixture
def say() -> Callable[..., Facts]:
    """``say(body, title=…)``: the facts of an article with this headline and these paragraphs."""

    def read(body: str, title: str = "A Visit to the Capital") -> Facts:
        return facts(read_document(Article("a.txt", f"{title}\n\n{body}\n")))

    return read
