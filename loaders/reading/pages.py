"""Web pages to text: the article by trafilatura, its publication only from what the page states in so many words."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura

from loaders.reading.metadata import stated_day

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it discards is told by our own errors
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_PUBLISHED = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "pubdate"),
    *("publishdate", "publish_date", "publish-date", "published", "firstpublishedtime", "sailthru.date"),
    *("dc.date.issued", "dc.date.created", "dcterms.issued"),
)
_SITE = re.compile(r"\s+[-|_–—]\s+[^-|_–—]+$|[-_|–—][\u4e00-\u9fff]{2,14}(?:网|大学|学院|政府|新闻)$")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds. ``published`` is an ISO day."""

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None


def looks_like_page(text: str) -> bool:
    """Whether ``text`` is HTML."""
    return bool(
        re.match(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", text, re.I | re.S)
    )


def read_page(source: str) -> Page:
    """The article of an HTML page, however broken. Raises ValueError where no text is left.

    Dates that libraries find in pages are guesses (a ranking box, 1 January for a bare year), so only meta tags and
    ``datePublished`` are taken.
    """
    tree = trafilatura.load_html(source)
    text = trafilatura.extract(source, include_comments=False, favor_recall=True) if tree is not None else None
    text = text or trafilatura.html2txt(source)
    if not text.strip():
        raise ValueError("no text in the page")
    if tree is None:
        return Page(text)
    metas = _metas(tree)
    heading = next((h for h in (_text(e) for e in tree.iter("h1")) if h), None)
    title = metas.get("og:title") or heading or _SITE.sub("", next((_text(e) for e in tree.iter("title")), ""))
    url = metas.get("og:url") or next((e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"), None)
    return Page(_with_title(text, title), title or None, _published(tree, metas), url if url and "://" in url else None)


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _with_title(text: str, title: str) -> str:
    """``text`` with its title before it, since people and bodies may be named in full only there."""
    return text if not title or title in text[: 2 * len(title) + 200] else f"{title}\n\n{text}"


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            found.setdefault(name.strip().lower(), meta.get("content").strip())
    return found


def _published(tree: Any, metas: dict[str, str]) -> str | None:
    stated = [metas[name] for name in _PUBLISHED if name in metas]
    stated += [value for script in tree.iter("script") for value in _linked_data(script)]
    for element in tree.iter("time", "span"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            stated.append(element.get("datetime") or element.get("content") or _text(element))
    times = [element.get("datetime") for element in tree.iter("time") if element.get("datetime")]
    stated += times if len(set(times)) == 1 else []
    for value in stated:
        if day := stated_day(value):
            return day
    return None


def _linked_data(script: Any) -> Iterator[str]:
    if script.get("type") != "application/ld+json":
        return
    try:
        data = json.loads(script.text or "")
    except ValueError:
        return
    for item in data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []:
        if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
            yield item["datePublished"]
