"""Post titles in a text: 党委副书记, 常务副区长, 首席执行官 ..., with their class and whether they are over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.extraction.chinese.lexicon import alternation, beginnings, flat, words


@dataclass(frozen=True, slots=True)
class Title:
    """``text[start:end]`` is a post; ``head`` its class (``party``, ``university``, ``company``, ...)."""

    start: int
    end: int
    head: str
    former: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    lists = words("titles")
    heads = flat(lists["heads"])
    return re.compile(f"{beginnings(heads)}(?!{alternation(lists['vetoes'])}){alternation(heads)}(?:助理)?")


@cache
def _before() -> re.Pattern[str]:
    """What belongs to the post before its head, read backwards from the head."""
    lists = words("titles")
    return re.compile(f"(?:{alternation(lists['committees'])}|{alternation(lists['ranks'])})+$")


@cache
def _tense() -> tuple[re.Pattern[str], frozenset[str]]:
    lists = words("titles")
    return re.compile(f"{alternation(lists['former'], lists['current'])}$"), frozenset(lists["former"])


@cache
def _classes() -> dict[str, str]:
    return {w: kind for kind, heads in words("titles")["heads"].items() for w in heads}


def find(text: str) -> Iterator[Title]:
    """The titles of ``text`` from left to right, none inside another."""
    last = 0
    for hit in _pattern().finditer(text):
        start = hit.start()
        window = text[max(last, start - 10) : start]
        if before := _before().search(window):
            start -= len(window) - before.start()
        former = False
        tense, over = _tense()
        window = text[max(last, start - 2) : start]
        if mark := tense.search(window):
            former = mark.group() in over
        last = hit.end()
        if text[start : hit.end()] == "总书记":
            continue  # whose words are referred to, and who is at no meeting of ours
        head = _classes().get(hit.group()) or _classes()[hit.group().removesuffix("助理")]
        yield Title(start, hit.end(), head, former)
