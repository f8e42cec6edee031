"""The sentence behind a post: the first that names the person together with the title.

A post is an edge without evidence of its own; where its person is mentioned is known, so the sentence is found there.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from typing import Final, TypeAlias

from graph.questions.answers import Quote
from graph.questions.columns import ids, integer, string
from graph.questions.reports import source
from graph.store import Store

Held: TypeAlias = tuple[str, str]
"""A person's id and a title."""

_SENTENCE_END: Final = re.compile(r"[。！？!?；;\n]|(?<=[a-z0-9)”\"])\.(?=\s|$)")
_REACH: Final = 400
"""Code points that a sentence is followed to either side; what runs on longer is cut."""


def post_quotes(store: Store, held: Collection[Held]) -> dict[Held, Quote]:
    """For each post the first sentence (by publication) that names its holder and its title, where there is one."""
    if not held:
        return {}
    places = store.read("mentions_of", ids=sorted({person for person, _ in held}))
    articles = {string(row, "id"): row for row in store.read("article_nodes", ids=ids(places, "article"))}
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for place in places:
        article = articles[string(place, "article")]
        text = string(article, "text")
        start, end = sentence(text, integer(place, "start"), integer(place, "end"))
        quotes[string(place, "entity")].append(
            Quote(quote=text[start:end], start=start, end=end, article=source(article))
        )
    for found in quotes.values():
        found.sort(key=lambda q: (q.article.published or "~", q.article.id, q.start))
    return {
        (person, title): quote
        for person, title in held
        if (quote := next((q for q in quotes[person] if title.casefold() in q.quote.casefold()), None))
    }


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence of ``text`` around ``[start, end)``, without the blanks at its ends."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first = max((m.end() for m in _SENTENCE_END.finditer(text, low, start)), default=low)
    stop = _SENTENCE_END.search(text, end, high)
    last = stop.end() if stop else high
    inside = text[first:last]
    return first + len(inside) - len(inside.lstrip()), last - (len(inside) - len(inside.rstrip()))
