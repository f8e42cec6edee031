"""A world whose people have names and whose events stand in articles, one each, as those of the service's store do."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from benchmarks.news import GIVEN, SURNAMES
from benchmarks.tables import edges, nodes
from benchmarks.world import Array, World

MENTIONS: Final = 4
"""Persons of an event that its article is said to mention, at most: enough to make lists of articles long."""


class ReportedWorld(World):
    """``articles`` of them, each with a meeting or an agreement, and half as many persons: most are in the news once
    or a few times."""

    def __init__(self, articles: int, seed: int = 11) -> None:
        super().__init__(articles, seed, persons=articles // 2)
        draw = self._random
        family = draw.choice(list(SURNAMES), len(self.persons), p=_falling(len(SURNAMES)))
        given = draw.choice(list(GIVEN), (2, len(self.persons)))
        one = draw.random(len(self.persons)) < 1 / 7
        self.names = (family.astype(object) + given[0].astype(object)) + np.where(one, "", given[1]).astype(object)
        self.articles = self._ids("a", articles)

    def more_tables(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Articles, what they report, whom they mention."""
        count, first = len(self.articles), len(self.meetings)
        published = np.concatenate([days.latest for days in self.days])
        titles = np.array([f"第{number}篇:会谈纪要" for number in range(count)], object)
        text = np.array([f"第{number}篇。双方围绕协同创新深入交流。" * 20 for number in range(count)], object)
        yield (
            ("Article",),
            nodes("Article", self.articles, title=titles, lang=_same("zh", count), published=published, text=text),
        )
        quote = {"quote": _same("双方围绕协同创新深入交流。", count), "extractor": _same("rules", count)}
        for label, ids, part in (
            ("Meeting", self.meetings, slice(0, first)),
            ("Agreement", self.agreements, slice(first, count)),
        ):
            columns = {name: values[part] for name, values in quote.items()} | {"record": ids}
            yield from edges(("REPORTED_IN", label, "Article"), ids, self.articles[part], columns)
        ends = self.attendances
        nth = np.arange(len(ends.event)) - np.searchsorted(ends.event, ends.event)
        event, person = ends.event[nth < MENTIONS], ends.entity[nth < MENTIONS]
        columns = {"surface": self.names[person], "record": self.meetings[event]}
        yield from edges(("MENTIONED_IN", "Person", "Article"), self.persons[person], self.articles[event], columns)


def _falling(count: int) -> Array:
    weights = np.arange(1, count + 1) ** -0.7
    share: Array = weights / weights.sum()
    return share


def _same(text: str, count: int) -> Array:
    return np.full(count, text, object)
