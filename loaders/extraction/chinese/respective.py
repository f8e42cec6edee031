"""Which of a list belong to each other: 甲与乙、丙与丁分别签署, 甲分别与乙、丙签署, 甲与乙签署...；与丙签署..."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.extraction.chinese.actors import Actor

Pair = tuple[Actor, Actor]

_WITH = re.compile("(?:一行)?(?:分别|各自|先后)?[与和同及](?:来自)?")
_APART = re.compile("[、，；][^。]{0,40}|，?以及")
"""Between two pairs; a pair of bodies that nobody knows may stand there."""
_NEXT = re.compile("[、，；]|，?以及")
_EACH = re.compile(
    "(?:一行)?(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:在[^，。；、]{1,16}[上中间])?(?:现场|当场|还|又|已)?(?:分别|先后|逐一)(?:[与和同])"
)
_EACH_SIGNS = re.compile("(?:现场|当场|还|又|已)?分别(?!代表)[^，。；]{0,6}签")
"""Behind 甲与乙、丙: it signed with each of them."""
_EACH_DID = re.compile("(?:等)?(?:现场|当场|上台)?(?:分别|各自)(?:代表[^，。；]{0,12})?[^，。；]{0,8}(?:签|落笔)")
"""Behind 甲、乙与丙、丁: each of the first with one of the others."""
_BARE = re.compile("(?:；|，)(?:还|又|并|也|同时|随后)?(?:[与和同])")
_VERB = re.compile("^(?:代表[^，。；]{1,12}?)?(?:签[署订约字定]|达成|缔结)[了的]?")


def pairs(text: str, actors: Sequence[Actor]) -> list[Pair]:
    """The pairs of ``actors``, who are listed before one verb: two with two and more, or one with each of the others;
    empty where all act together."""
    if len(actors) < 3:
        return []
    gaps = [text[a.end : max(a.end, b.opening)] for a, b in pairwise(actors)]
    listed = [bool(_NEXT.fullmatch(g)) or g in ("和", "与", "及", "以及") for g in gaps]
    each = gaps[0] in ("与", "同") and "与" not in gaps[1:] and _EACH_SIGNS.match(text, actors[-1].end)
    if (each or _EACH.fullmatch(gaps[0])) and all(listed[1:]):
        return [(actors[0], other) for other in actors[1:]]
    half = len(actors) // 2
    facing = gaps[half - 1] in ("与", "和", "同") and _EACH_DID.match(text, actors[-1].end)
    apart = all(_NEXT.fullmatch(g) or g in ("和", "及") for g in (*gaps[: half - 1], *gaps[half:]))
    if half > 1 and len(actors) == 2 * half and facing and apart:
        return list(zip(actors[:half], actors[half:], strict=True))  # 甲、乙与丙、丁分别签署
    if len(actors) == 2 * half and _EACH.fullmatch(gaps[half - 1]) and all((*listed[: half - 1], *listed[half:])):
        return list(zip(actors[:half], actors[half:], strict=True))  # 甲、乙分别与丙、丁
    twos = len(actors) % 2 == 0 and all(_WITH.fullmatch(g) for g in gaps[::2])
    if twos and len(actors) > 3 and all(_APART.fullmatch(g) for g in gaps[1::2]):
        return list(zip(actors[::2], actors[1::2], strict=True))
    return []


def listed(text: str, number: int) -> list[str]:
    """The ``number`` documents that ``text``, from the verb on, lists; empty where it lists another number."""
    rest = _VERB.sub("", re.split("[，。；]", text)[0])
    found = [part.strip("《》了的") for part in re.split("[、和与及]|以及", rest)]
    return found if len(found) == number and all(len(part) > 1 for part in found) else []


def continues(text: str, first: Actor, before: int) -> bool:
    """Whether ``first`` is but the other side of who acted before (...；与丙签署), ``before`` being the end of that."""
    return bool(_BARE.fullmatch(text, max(before, first.opening - 4), first.opening)) or bool(
        re.search("[；，](?:还|又|并|也|同时|随后)?[与和同]$", text[before : first.opening])
    )
