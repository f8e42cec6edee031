"""Reads an article given as its paragraphs."""

from collections.abc import Callable

import pytest

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.chinese import facts
from loaders.extraction.document import read_document

Read = Callable[..., Facts]


@pytest.fixture
def read() -> Read:
    """``read(title, paragraph, ...)`` gives the facts of an article of these lines."""
    return lambda *lines, **more: facts(read_document(Article("article.txt", "\n\n".join(lines), **more)))
