"""When a page was published, as far as the page, its metadata or its address say."""

import re

from graph.article import Article
from graph.dates import bounds
from loaders.cleaning.zones import Paragraph
from loaders.extraction.dates import chinese, english

_ADDRESS = (
    re.compile(r"[/_-]t?((?:19|20)\d\d)([01]\d)([0-3]\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)[-/]?([01]?\d)[-/]([0-3]?\d)(?=[/_.-]|$)"),
    re.compile(r"/((?:19|20)\d\d)/([01]\d)([0-3]\d)(?=/)"),
    re.compile(r"/((?:19|20)\d\d)[-/]?([01]\d)(?=/)"),
)
_DAY_SPACE_MONTH = re.compile(r"\b(\d{1,2}) (\d{1,2}), ?((?:19|20)\d\d)\b")

_EITHER_ORDER = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/((?:19|20)\d\d)(?![\d/])")


def published(article: Article, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[str | None, str | None]:
    """The EDTF day, month or year of publication and its basis: ``dateline`` (a line of the page that states it),
    ``metadata`` or ``url``. Dates of boxes, rankings and links are never looked at."""
    for paragraph in paragraphs:
        if paragraph.zone == "dateline" and (day := stated(text[paragraph.start : paragraph.end])):
            return day, "dateline"
    if article.published:
        return article.published, "metadata"
    if article.url and (day := address_day(article.url)):
        return day, "url"
    return None, None


def stated(line: str) -> str | None:
    """The first full date of a line of metadata."""
    for mention in sorted((*chinese.find(line), *english.find(line)), key=lambda m: m.start):
        if mention.year and mention.month and mention.day and not mention.until:
            return mention.edtf
    if match := _DAY_SPACE_MONTH.search(line):
        return _checked(match[3], match[2], match[1])
    if match := _EITHER_ORDER.search(line):  # 10/09/2021: the 10th of September, or the 9th of October
        return match[1]
    return None


def address_day(url: str) -> str | None:
    """The day or month in an address: ``/202404/t20240419_``, ``/2024-04/19/``, ``/202404/``."""
    path = url.partition("://")[2].partition("?")[0].partition("/")[2]
    for pattern in _ADDRESS:
        if (match := pattern.search(f"/{path}")) and (day := _checked(*match.groups())):
            return day
    return None


def _checked(year: str, month: str, day: str | None = None) -> str | None:
    edtf = f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        bounds(edtf)
    except ValueError:
        return None
    return edtf
