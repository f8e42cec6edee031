"""The rules with a second opinion on Chinese names: of candidates that the rules had no evidence for, those are taken
that another voter sees as well."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeAlias

from graph.article import Article
from graph.facts import Facts, PersonFact
from loaders.extraction import extract
from loaders.extraction.confidence import rated
from loaders.extraction.document import read_document

Voter: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""From a text to the places where it names a person."""

LENGTHS: Final = range(2, 5)
"""Characters of a Chinese name; what a voter takes besides is foreign or wrong."""


class SecondVoter:
    """An extractor: the rules, and ``voter`` where they were in doubt."""

    def __init__(self, voter: Voter) -> None:
        self._voter = voter

    def __call__(self, article: Article, /) -> Facts:
        """As the rules, with the persons of whom only the voter was sure; they hold no post and took no part."""
        facts, document = extract(article), read_document(article)
        doubtful = [r for r in facts.rejects if r.kind == "person" and r.reason == "no_evidence"]
        if document.lang != "zh" or not doubtful:
            return facts
        seen = {start: end for start, end in self._voter(document.text) if end - start in LENGTHS}
        known = {name for p in facts.persons for name in (p.name, *p.aliases)}
        added: dict[str, PersonFact] = {}
        for reject in doubtful:
            start = document.clean.position(reject.start)
            name = document.text[start : seen.get(start, start)]
            if name and name not in known:
                mentions = (
                    *(added[name].mentions if name in added else ()),
                    document.clean.evidence(start, seen[start]),
                )
                added[name] = PersonFact(name, mentions=mentions)
        return rated(document, replace(facts, persons=(*facts.persons, *added.values())))
