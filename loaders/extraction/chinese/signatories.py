"""Who signed: the persons whom a sentence lists before the verb of signing, or behind 签约代表有."""

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.chinese.actors import Actor
from loaders.extraction.chinese.sentences import Sentence


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "acts": re.compile(
            "(?:[0-9年月日上下午晚]{2,12})?(?:在[^，。；]{1,10}?)?(?:分别|共同|一起|随后|当场|现场|还|也|又|先后|曾|就)*(?:[与和同][^，。；、]{0,4}□+(?:就[^，。；]{1,24}?)?(?:共同|正式)?)?(?:代表[^，。；]{0,20}?)?(?:分别|共同|现场|正式|上台|随后)*(?:在[^，。；]{0,20}(?:上|会场|现场))?(?:郑重|共同)?"
        ),
        "joint": re.compile(
            "(?:就|还|曾|也|又)?[、和与及同，,]?(?:分别)?|(?:现场|当场)?分别[与和同]|[、和与及同][^，。；、]{2,20}"
        ),
        "represented": re.compile(
            "(?:签约|签字|签署|签名|落笔)(?:(?:代表|人)(?P<link>有|是|为|分别是|分别为)?[：]?|的(?P<is>分别是|是))"
        ),
    }


def represented(text: str, place: int, present: Sequence[Actor]) -> int | None:
    """Where the list of who signed begins whose heading (签约代表有, 签署人：) stands at ``place``; None where none
    does: behind a heading without a verb stands one of those ``present`` (签约代表某某, but not 签署人才培养协议)."""
    heading = _patterns()["represented"].match(text, place)
    if heading is None:
        return None
    told = heading["link"] or heading["is"] or heading.group().endswith("：")
    return heading.end() if told or any(a.opening == heading.end() for a in present) else None


def signatories_of(text: str, bare: str, sentence: Sentence, present: list[Actor], start: int, end: int) -> list[Actor]:
    """The persons right before 代表双方签署, 分别在文本上签字, 与 B 签署: the list of names that ends at the verb; or
    the list behind 签约代表有."""
    patterns = _patterns()
    if (listed := represented(text, start, present)) is not None:
        return _list_from(text, [a for a in present if a.person is not None and a.start >= listed], listed)
    people: list[Actor] = []
    for actor in reversed([a for a in present if a.end <= end and a.person is not None]):
        if people:
            found = patterns["joint"].fullmatch(text, actor.end, max(actor.end, people[-1].opening))
        else:
            found = patterns["acts"].fullmatch(bare, actor.end - sentence.start, max(actor.end, start) - sentence.start)
        if not found:
            break
        people.append(actor)
    return people[::-1]


def _list_from(text: str, people: Sequence[Actor], place: int) -> list[Actor]:
    """Those of ``people`` who are listed from ``place`` on without a break."""
    found: list[Actor] = []
    for actor in people:
        if not _patterns()["joint"].fullmatch(text, place, max(place, actor.opening)):
            break
        found.append(actor)
        place = actor.end
    return found
