"""Known institutions whose names the text has with a space inside (北京航空 航天大学), with characters that were
misread (北京航空航天犬学), or with one that was lost (北京航空航�大学): each where only one known name fits."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice
from operator import itemgetter

from graph.knowledge.institutions import Institution, institutions
from loaders.extraction.chinese.lexicon import alternation, words

_SPACED = re.compile("[一-龥]{1,12}(?: [一-龥]{1,12}){1,3}")
_SPACE = re.compile(" (?<=[一-龥] )[一-龥]")
_LOST = re.compile("(?<=[一-龥]{2})[\ufffd□？*](?=[一-龥]{2})")
BEFORE, BEHIND = 2, 2
"""Characters of a name that must be left before and behind a lost one."""


def find(text: str) -> Iterator[tuple[int, int, Institution]]:
    """The places of damaged names, and whose they are."""
    yield from _spaced(text)
    yield from _misread(text)
    yield from _lost(text)


def _spaced(text: str) -> Iterator[tuple[int, int, Institution]]:
    for run in _SPACED.finditer(text) if _SPACE.search(text) else ():
        places = [i for i in range(run.start(), run.end()) if text[i] != " "]
        for match in institutions().matches("".join(text[i] for i in places), "zh"):
            start, end = places[match.start], places[match.end - 1] + 1
            if end - start > match.end - match.start and len(match.candidates) == 1:
                yield start, end, match.candidates[0]


@cache
def _misreadings() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs: dict[str, str] = words("bodies")["misread"]
    return re.compile(alternation(pairs)), pairs


def _misread(text: str) -> Iterator[tuple[int, int, Institution]]:
    pattern, pairs = _misreadings()
    wrong = [hit.start() for hit in pattern.finditer(text)]
    if not wrong:
        return
    right = pattern.sub(lambda hit: pairs[hit.group()], text)
    for match in institutions().matches(right, "zh"):
        if len(match.candidates) == 1 and any(match.start <= place < match.end for place in wrong):
            yield match.start, match.end, match.candidates[0]


@cache
def _names() -> list[tuple[str, Institution]]:
    """The Chinese names in order, so that those of one beginning stand together."""
    named = ((name, i) for i in institutions() for name in i.names if "\u3400" <= name[0] <= "\u9fff")
    return sorted(named, key=itemgetter(0))


def _behind(beginning: str) -> Iterator[tuple[str, Institution]]:
    """What may stand behind the character that was lost behind ``beginning``, and whose name that would be."""
    for name, institution in islice(_names(), bisect_left(_names(), beginning, key=itemgetter(0)), None):
        if not name.startswith(beginning):
            return
        if len(name) > len(beginning) + BEHIND:
            yield name[len(beginning) + 1 :], institution


def _lost(text: str) -> Iterator[tuple[int, int, Institution]]:
    for hit in _LOST.finditer(text):
        for length in range(min(12, hit.start()), BEFORE - 1, -1):
            fitting = [
                (rest, institution)
                for rest, institution in _behind(text[hit.start() - length : hit.start()])
                if text.startswith(rest, hit.end())
            ]
            if fitting:
                longest = max(len(rest) for rest, _ in fitting)
                owners = {i.id: i for rest, i in fitting if len(rest) == longest}
                if len(owners) == 1:
                    yield hit.start() - length, hit.end() + longest, next(iter(owners.values()))
                break
