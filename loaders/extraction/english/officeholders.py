"""Whom "the mayor" or "the ambassador" stands for: the one person of the article who has been called so before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.people import Person
from loaders.extraction.english.skeleton import PERSON, Mention
from loaders.extraction.english.titles import is_academic, is_plural

_THE = re.compile(r"\b[Tt]he $")
_OBJECT = re.compile(
    r"\b(?:by|with|accompanied|met|received|told|showed|gave|took|guided|welcomed|joined|and) (?:by )?the $"
)
_ENDS = re.compile(r"[,.;]|$| (?:on|at|in|during|to|through|around|when|and|the|a|an|his|her) (?!chief\b)")


@cache
def _acts() -> re.Pattern[str]:
    verbs = words("verbs")
    kinds = choice(*(verbs[k] for k in ("speak", "visit", "receive", "received_by", "attend")))
    return re.compile(
        rf"(?: (?:also|then|later|next|warmly|briefly|\w+ly))*,? (?:{kinds}|was \w+ by)\b"
        r"|(?: (?:also|then|later|next|\w+ly))* (?:[a-z]{2,}ed|was|is|has|had|will|would|took|told|went|came|saw|spoke"
        r"|left|made|flew|drove|showed|began|wrote|laid|sat) (?!office\b)"
        r"|['’]s\b|,? and (?:his|her) \w+|,? who\b|(?=,? together with\b|, in (?:his|her|turn)\b)"
    )


def officeholders(
    text: str, people: Mapping[str, Person], called: Mapping[str, Sequence[str]], titles: Sequence[Mention]
) -> Iterator[Mention]:
    """The ``titles`` that stand for somebody, as mentions of that person; ``called`` are the posts, in small letters,
    beside each person's names. Notes the place of each with the person."""
    for title in titles:
        if is_plural(title.key) or is_academic(title.key) or not _stands_alone(text, title):
            continue
        earlier = [k for k, p in people.items() if p.spans and p.spans[0][0] < title.start and called.get(k)]
        wanted = title.key.casefold()
        same = [k for k in earlier if wanted in called[k]]
        alike = same or [
            k for k in earlier if any(c.endswith(f" {wanted}") or c.startswith(f"{wanted} of ") for c in called[k])
        ]
        if len(alike) == 1:
            people[alike[0]].spans.append((title.start, title.end))
            yield Mention(PERSON, title.start, title.end, alike[0])


def _stands_alone(text: str, title: Mention) -> bool:
    before = text[max(0, title.start - 24) : title.start]
    if not _THE.search(before):
        return False
    return bool(_acts().match(text, title.end) or (_OBJECT.search(before) and _ENDS.match(text, title.end)))
