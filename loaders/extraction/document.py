"""An article made ready for a grammar: cleaned, cut into zones, its language and publication known."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.article import Article
from loaders.cleaning.text import CleanText

Zone: TypeAlias = Literal["title", "dateline", "body", "credits", "navigation"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``document.clean.text[start:end]``, one paragraph without its line ends. Grammars read title and body."""

    zone: Zone
    start: int
    end: int


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
