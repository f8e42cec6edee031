"""An article made ready for a grammar: cleaned, cut into zones, its language and publication known."""

import re
from dataclasses import dataclass
from typing import Literal

from graph.article import Article
from loaders.cleaning import CleanText, clean
from loaders.cleaning.zones import Paragraph, Zone, zones
from loaders.extraction.published import published
from loaders.extraction.publisher import publisher

__all__ = ["Document", "Paragraph", "Zone", "read_document"]

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Document:
    """``published`` is an EDTF day or month from the page itself, metadata or address, ``published_basis`` which
    (``dateline``, ``metadata``, ``url``, ``text``); ``home`` is the id of the known institution that published it,
    from the address, the dateline's "(ABC)", or None."""

    article: Article
    lang: Literal["zh", "en"]
    clean: CleanText
    paragraphs: tuple[Paragraph, ...]
    title: str | None
    published: str | None
    published_basis: str | None
    home: str | None

    @property
    def text(self) -> str:
        return self.clean.text


def read_document(article: Article) -> Document:
    """``article`` cleaned and zoned. Pure: it looks at the article and the tables of what is known, nothing else."""
    cleaned = clean(article.text)
    paragraphs = zones(cleaned.text)
    title = next((cleaned.text[p.start : p.end] for p in paragraphs if p.zone == "title"), None)
    day, basis = published(article, cleaned.text, paragraphs)
    home = publisher(article, cleaned.text, paragraphs)
    return Document(article, language(cleaned.text), cleaned, paragraphs, title or article.title, day, basis, home)


def language(text: str) -> Literal["zh", "en"]:
    """By script. Chinese articles quote foreign names at length, English ones a Chinese name at most: so Chinese it is
    from one Han character for two English words on."""
    return "zh" if 2 * len(_HAN.findall(text)) > len(_LATIN.findall(text)) else "en"
