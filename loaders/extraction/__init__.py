"""What an article says: ``extract(article)``, by the grammar of its language."""

from importlib import import_module
from typing import cast

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.document import read_document

GRAMMARS = {"zh": "loaders.extraction.chinese", "en": "loaders.extraction.english"}
"""Each has ``facts(document) -> Facts``. Imported at the first article of the language: lexicons take time to read."""


def extract(article: Article) -> Facts:
    """The facts that ``article`` states, each with its evidence in the raw text. Pure."""
    document = read_document(article)
    return cast(Facts, import_module(GRAMMARS[document.lang]).facts(document))
