"""Which known body published a page: the one that "our university" and a bare "Vice President" belong to."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from graph.article import Article
from graph.knowledge.institutions import institutions
from loaders.cleaning.zones import Paragraph

_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,60})[)）]")
_IMPRINT = re.compile(r"copyright|©|版权所有", re.IGNORECASE)


def publisher(article: Article, text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The id of the institution that the page's address belongs to, else that its dateline names ("(BISTU)---"), else
    that the name of the site over the title or the imprint names; None where none of these is known."""
    if article.url and (host := _host(article.url)) and (owner := institutions().by_domain(host)):
        return owner.id
    for paragraph in paragraphs:
        if paragraph.zone == "dateline":
            for name in _IN_BRACKETS.findall(text[paragraph.start : paragraph.end]):
                if len(named := institutions().named(name)) == 1:
                    return named[0].id
    return next((found for line in _site_lines(text, paragraphs) if (found := _only_one(line))), None)


def _only_one(line: str) -> str | None:
    """The one known body that ``line`` names, in either language; sites often have a name in both."""
    matches = [*institutions().matches(line, "zh"), *institutions().matches(line, "en")]
    named = {candidate.id for match in matches for candidate in match.candidates}
    return named.pop() if len(named) == 1 else None


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _site_lines(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """The lines over the title, and of the imprint: with a mark of copyright, or a name alone (over an address)."""
    over_title = True
    for paragraph in paragraphs:
        line = text[paragraph.start : paragraph.end]
        over_title = over_title and paragraph.zone == "navigation"
        if paragraph.zone != "navigation":
            continue
        if over_title or _IMPRINT.search(line) or institutions().named(line):
            yield line
