"""Which known body published a page: the one that "our university" and a bare "Vice President" belong to."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from graph.article import Article
from graph.knowledge.institutions import institutions
from loaders.cleaning.zones import Paragraph

_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,60})[)）]")
_LEARNED = ("university", "research_institute")
_IMPRINT = re.compile(r"copyright|©|版权所有", re.IGNORECASE)


def publisher(article: Article, text: str, paragraphs: tuple[Paragraph, ...]) -> str | None:
    """The id of the institution that the page's address belongs to, else that its dateline names ("(BISTU)---"), else
    that the name of the site over the title or the imprint names, else the university or institute that the line of
    metadata names ("Source: Yanshan University"); None where none of these is known."""
    if article.url and (host := _host(article.url)) and (owner := institutions().by_domain(host)):
        return owner.id
    datelines = [text[p.start : p.end] for p in paragraphs if p.zone == "dateline"]
    for name in (name for line in datelines for name in _IN_BRACKETS.findall(line)):
        if len(named := institutions().named(name)) == 1:
            return named[0].id
    lines = (text[line.start : line.end] for line in site_lines(text, paragraphs))
    own = next((found for line in lines if (found := _only_one(line))), None)
    return own or next((found for line in datelines if (found := _only_one(line, _LEARNED))), None)


def _only_one(line: str, types: tuple[str, ...] = ()) -> str | None:
    """The one known body that ``line`` names, in either language; sites often have a name in both. With
    ``types``, if it is of one of these."""
    matches = [*institutions().matches(line, "zh"), *institutions().matches(line, "en")]
    named = {candidate.id: candidate for match in matches for candidate in match.candidates}
    (one,) = named.values() if len(named) == 1 else (None,)
    return one.id if one and (one.type in types or not types) else None


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def site_lines(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The lines over the title, and of the imprint: with a mark of copyright, or a name alone (over an address)."""
    over_title = True
    for paragraph in paragraphs:
        line = text[paragraph.start : paragraph.end]
        over_title = over_title and paragraph.zone == "navigation"
        if paragraph.zone != "navigation":
            continue
        if over_title or _IMPRINT.search(line) or institutions().named(line):
            yield paragraph
