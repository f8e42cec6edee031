"""What an article says: ``extract(article)``, by the grammar of its language."""

from importlib import import_module
from typing import cast

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.confidence import rated
from loaders.extraction.document import read_document

GRAMMARS = {"zh": "loaders.extraction.chinese", "en": "loaders.extraction.english"}
"""Each has ``facts(document) -> Facts``. Imported at the first article of the language: lexicons take time to read."""


def extract(article: Article) -> Facts:
    """The facts that ``article`` states, each with its evidence in the raw text and a confidence. Pure."""
    document = read_document(article)
    facts = cast(Facts, import_module(GRAMMARS[document.lang]).facts(document))
    return rated(document, facts)
