"""Firms by the short names of finance news, told by a signing and a word of their trade: 某某股份与某某传媒签约."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.extraction.chinese.bodies import BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import surname
from loaders.extraction.chinese.register import Register

_NAME = r"[^\s，。；：、！？“”‘’《》（）()□的了是在与和同及将已对为从向被把就于并或等该其此由·—0-9]{2,10}"
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
        for side in ("left", "right"):
            start, end = hit.span(side)
            if index.covering(start) or index.between(start, end) or not _is_name(text[start:end]):
                continue
            yield BodyMention(start, end, register.named(text[start:end], "company"))


def names_nobody(name: str) -> bool:
    """Whether ``name`` is, or ends or holds, what only describes firms (知名企业)."""
    return _patterns()["no_name"].match(name) is not None


def _is_name(name: str) -> bool:
    family = surname().match(name)
    person = family is not None and len(name) - family.end() in (1, 2)
    return not person and bool(_patterns()["trade"].match(name)) and not names_nobody(name)
