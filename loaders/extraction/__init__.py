"""What an article says: ``extract(article)``, by the grammar of its language, or of each of its two."""

from importlib import import_module
from typing import cast

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.confidence import rated
from loaders.extraction.document import Document, parts, read_document

GRAMMARS = {"zh": "loaders.extraction.chinese", "en": "loaders.extraction.english"}
"""Each has ``facts(document) -> Facts``. Imported at the first article of the language: lexicons take time to read."""


def extract(article: Article) -> Facts:
    """The facts that ``article`` states, each with its evidence in the raw text and a confidence. Pure."""
    document = read_document(article)
    facts, *translated = map(_read, parts(document))
    for other in translated:
        from loaders.extraction.joining import joined  # keys of names take time to read, and few articles need them

        facts = joined(facts, other, document.title)
    return rated(document, facts)


def _read(document: Document) -> Facts:
    return cast(Facts, import_module(GRAMMARS[document.lang]).facts(document))
