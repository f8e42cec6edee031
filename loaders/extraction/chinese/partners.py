"""Firms by the short names of finance news, told by a signing and a word of their trade: 某某股份与某某传媒签约."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.extraction.chinese import titles
from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import free_surname, surname, word
from loaders.extraction.chinese.register import Register

_NAME = r"[^\s，。；：、！？“”‘’《》（）()□的了是在与和同及将已对为从向被把就于并或等该其此由·—0-9]{2,20}"
LONGEST = 10
"""Characters of a short name; the other side, a body that is known, may have more."""
BRAND = 6
"""Characters of a brand without a word of its trade."""
_CODE = "(?:（[^（）]{2,14}）)?"
"""Behind a name: where its shares are listed (000001.SZ), or a short name."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = words("partners")
    verb = alternation(lists["verbs"])
    # Bounded, and the digits in one piece: else a clause of many digits has a way to be read for each of its cuts.
    between = (
        f"(?:{alternation(lists['between'])}|于[^，。；]{{2,14}}|在[^，。；]{{1,14}}|就[^，。；]{{2,24}}|[0-9年月日]++)"
        "{0,4}"
    )
    opening = f"(?:^|(?<=[\\s，。；：！？“”》）])|(?<=[0-9]日))(?:{alternation(lists['openings'])})*"
    return {
        "with": re.compile(
            f"{opening}(?P<left>{_NAME}){_CODE}{between}[与和同、](?P<right>{_NAME}){_CODE}{between}"
            f"(?:{verb}|(?:举行|举办)[^，。；]{{0,24}}(?:签约|签字|签署))",
            re.M,
        ),
        "trade": re.compile(f"[A-Z]|.+(?:{alternation(lists['trades'])})"),
        "no_name": re.compile(
            f"{alternation(lists['no_names'])}|.*(?:{alternation(lists['no_endings'])})$|.*(?:{alternation(lists['no_parts'])})"
        ),
    }


def find(text: str, index: BodyIndex, register: Register) -> Iterator[BodyMention]:
    """Both sides of 与 before a verb of signing, where ``index`` has no body and a person's name is none."""
    if "签" not in text and "达成" not in text:
        return
    for hit in _patterns()["with"].finditer(text):
        spans = hit.span("left"), hit.span("right")
        sides = [_named(index, start, end) for start, end in spans]
        for (start, end), named, other in zip(spans, sides, sides[::-1], strict=True):
            if named is not None:
                named.weak = named.weak and named.kind != "company"  # 某某证券: it acts here
            if index.covering(start) or index.between(start, end):
                continue
            known = other is not None and not other.weak
            if not (_is_name(text[start:end]) or (known and _is_brand(text[start:end]))):
                continue
            yield BodyMention(start, end, register.named(text[start:end], "company"))


@cache
def _no_brands() -> tuple[str, ...]:
    return tuple(words("partners")["no_brand_endings"])


def _named(index: BodyIndex, start: int, end: int) -> Body | None:
    """The body that ``index`` has right there."""
    cover = index.covering(start)
    return cover.body if cover is not None and cover.start == start and cover.end <= end else None


def _is_brand(name: str) -> bool:
    """Whether ``name`` may be that of a firm without a word of its trade: what no list of other words has."""
    family = free_surname().match(name)
    person = family is not None and len(name) - family.end() in (1, 2)
    return (
        2 <= len(name) <= BRAND
        and not person
        and next(titles.find(name), None) is None  # 局长某某
        and not names_nobody(name)
        and not word().match(name)
        and not name.endswith(_no_brands())
    )


def names_nobody(name: str) -> bool:
    """Whether ``name`` is, or ends or holds, what only describes firms (知名企业)."""
    return _patterns()["no_name"].match(name) is not None


def _is_name(name: str) -> bool:
    family = surname().match(name)
    person = family is not None and len(name) - family.end() in (1, 2)
    return len(name) <= LONGEST and not person and bool(_patterns()["trade"].match(name)) and not names_nobody(name)
