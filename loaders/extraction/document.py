"""An article made ready for a grammar: cleaned, cut into zones, its language and publication known."""

from dataclasses import dataclass, replace

from graph.article import Article
from loaders.cleaning import CleanText, clean
from loaders.cleaning.zones import Paragraph, Zone, zones
from loaders.extraction.languages import Lang, language, languages, only
from loaders.extraction.published import published
from loaders.extraction.publisher import publisher

__all__ = ["Document", "Paragraph", "Zone", "language", "parts", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """``published`` is an EDTF day or month from the page itself, metadata or address, ``published_basis`` which
    (``dateline``, ``metadata``, ``url``, ``text``); ``home`` is the id of the known institution that published it,
    from the address, the dateline's "(ABC)", or None."""

    article: Article
    lang: Lang
    clean: CleanText
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    published: str | None
    published_basis: str | None
    home: str | None
    langs: tuple[Lang, ...] = ()
    """The languages that it is told in, that of most words first; both for a release with its translation."""

    @property
    def text(self) -> str:
        return self.clean.text


def read_document(article: Article) -> Document:
    """``article`` cleaned and zoned. Pure: it looks at the article and the tables of what is known, nothing else."""
    cleaned = clean(article.text)
    paragraphs = zones(cleaned.text)
    day, basis = published(article, cleaned.text, paragraphs)
    home = publisher(article, cleaned.text, paragraphs)
    langs = languages(cleaned.text, paragraphs)
    title = _title(cleaned.text, paragraphs) or article.title
    return Document(article, langs[0], cleaned, paragraphs, title, day, basis, home, langs)


def parts(document: Document) -> tuple[Document, ...]:
    """``document`` in each of its languages: with the same offsets, and spaces for the lines that are in the other."""
    return (document,) if len(document.langs) == 1 else tuple(_part(document, lang) for lang in document.langs)


def _part(document: Document, lang: Lang) -> Document:
    text = only(document.text, lang)
    paragraphs = zones(text)
    title = _title(text, paragraphs)
    cleaned = document.clean.respelled(text)
    return replace(document, lang=lang, langs=(lang,), clean=cleaned, paragraphs=paragraphs, title=title)


def _title(text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    return next((text[p.start : p.end] for p in paragraphs if p.zone == "title"), None)
