"""Names of institutions by their ending: 双滦区金源国控投资|集团. Where such a name begins is the hard part."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import InstitutionType
from loaders.extraction.chinese.lexicon import alternation, beginnings, flat, words
from loaders.extraction.chinese.names import surname
from loaders.extraction.reasons import Reason

FULL = 4
"""Characters from which on a name found before is no short form."""
LONGEST = 28
"""Characters before the ending that a name may have (the longest in a list of 1,500 registered names had 24)."""

_SUBJECT_ENDS = "学程术械业工"
"""How a subject ends that begins with a surname: 农学与资源环境学院."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """``text[start:end]``, a name that ends like an institution, or what looks like one and is ``rejected``."""

    start: int
    end: int
    kind: InstitutionType
    rejected: Reason | None = None
    weak: bool = False
    """Mostly a unit of something else: a body only where somebody acts for it."""
    inner: int | None = None
    """Where the name of the whole ends, when this one goes on behind it: 某某集团公司|第三研究所."""


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    lists = words("bodies")
    return {
        "suffix": re.compile(
            f"{beginnings(flat(lists['suffixes']))}(?!{alternation(lists['suffix_vetoes'])})"
            f"{alternation(flat(lists['suffixes']))}"
        ),
        "cut": re.compile(f"{alternation(lists['cuts'])}|[{lists['cut_characters']}]"),
        "shield": re.compile("|".join([alternation(lists["shields"]), *lists["shield_patterns"]])),
        "boundary": re.compile(r"(?!(?<=[一-龥])-(?=[一-龥]))[^\u3400-\u9fffA-Za-z0-9·〇]"),
        "bracket": re.compile("（[一-龥]{2,4}）(?=[一-龥]{0,14}(?:公司|集团))"),
        "no_name": re.compile(alternation(lists["no_name_starts"])),
        "proper": re.compile(alternation(lists["proper_starts"])),
        "field": re.compile(f"{alternation(lists['firm_fields'])}+"),
        "rank": re.compile("国家级|全国性|(?:国家|全国|中国)(?:重点|一流|知名)"),
        "several": re.compile("[两三四五]地|[两三四]校"),
        "country": re.compile(alternation(lists["countries"])),
        "own": re.compile(
            "(?:(?<=的)有|时任|前任|原(?![子油料材生野平阳创始]))(?=[一-龥]{2})|学校|我校|本校|该校|集团公司(?=.)|我院|该院|(?<![一-龥])[校院](?=..)"
        ),
        "invited": re.compile("应邀?(?![用急对城县变])"),
        "weak": re.compile(f"{alternation(lists['weak'])}$"),
        "number": re.compile(
            r"(?:19|20)[0-9]{2}年?|(?:第?[0-9一二三四五六七八九十百千两几多数]+)(?:多|余)?(?:所|家|个|名|位|批|项|支|届|期|年|月|日|次)|[上中下]旬"
        ),
    }


@cache
def _kinds() -> dict[str, InstitutionType]:
    return {w: kind for kind, suffixes in words("bodies")["suffixes"].items() for w in suffixes}


@cache
def _generic() -> frozenset[str]:
    lists = words("bodies")
    return frozenset((*lists["generic"], *flat(lists["references"])))


def find(text: str, anchors: Sequence[tuple[int, int]]) -> Iterator[Phrase]:
    """The names by ending in ``text``. ``anchors`` are starts and ends of district and institution names found
    before, in order: a name may begin with one, and no word inside one cuts it."""
    grammar = _grammar()
    last = 0
    previous: Phrase | None = None
    for hit in grammar["suffix"].finditer(text):
        if hit.end() <= last or _inside(anchors, hit.end()):
            continue
        phrase = _phrase(text, hit.start(), hit.end(), _kinds()[hit.group()], anchors, last)
        if phrase is not None:
            last = hit.end()
            if _board_of_zone(text, previous, phrase):
                phrase = replace(phrase, start=previous.start if previous else phrase.start, rejected=None)
            elif previous is not None and not previous.rejected and _goes_on(previous, phrase):
                phrase = replace(phrase, start=previous.start, inner=previous.end, rejected=None, weak=previous.weak)
            previous = phrase
            yield phrase


def _board_of_zone(text: str, zone: Phrase | None, board: Phrase) -> bool:
    """Whether ``board`` is the 管委会 of a zone whose name alone names no body: 临港工业园区|管委会."""
    behind = zone is not None and zone.kind == "park" and zone.rejected == "no_name" and zone.end == board.start
    return behind and text[board.start : board.end] in ("管委会", "管理委员会")


def _goes_on(previous: Phrase, phrase: Phrase) -> bool:
    """Whether ``phrase`` is a unit right behind its whole, and not the next of endless names."""
    return previous.end == phrase.start and phrase.end - previous.start <= 2 * LONGEST


def _phrase(
    text: str, suffix: int, end: int, kind: InstitutionType, anchors: Sequence[tuple[int, int]], last: int
) -> Phrase | None:
    grammar = _grammar()
    floor = max(last, suffix - LONGEST)
    inside = [m.span() for m in grammar["bracket"].finditer(text, floor, end)]
    for mark in grammar["boundary"].finditer(text, floor, suffix):
        if not any(a <= mark.start() < b for a, b in inside):
            floor = mark.end()
    near = _near(anchors, floor, suffix)
    protected = near + [m.span() for m in grammar["shield"].finditer(text, floor, end)]
    if invited := grammar["invited"].match(text, floor, suffix):
        floor = invited.end()  # 应|某某大学邀请
    start = floor
    place = floor
    while cut := grammar["cut"].search(text, place, suffix):
        cover = next((b for a, b in protected if a < cut.end() and cut.start() < b), None)
        noun = cut.group() in words("bodies")["noun_cuts"] and suffix - cut.end() <= 4
        firm = kind == "company" and cut.group() in words("bodies")["company_nouns"]
        noun = noun and (firm or _inside_from(near, start))
        noun = noun or (kind == "company" and cut.start() > start and _says_nothing(text[cut.end() : suffix]))
        if cover is not None or noun or (cut.group() in ("与", "和") and _joins(text, start, cut, suffix, end, near)):
            place = max(cover or 0, cut.start() + 1)
            continue
        start = place = cut.end()
    start = _trimmed(text, start, suffix)
    if not _inside_from(near, start) and not grammar["country"].match(text, start, suffix):
        # A full name inside begins the phrase: what stands before it is of the sentence.
        full = (a for a, b in near if a > start and b - a >= FULL and text[b - 1] not in "省市区县")
        start = next(full, start)
    if own := grammar["own"].match(text, start, suffix):
        start = own.end()
    proper = grammar["proper"].match(text, start) and not grammar["rank"].match(text, start)
    anchored = _inside_from(near, start) or bool(proper)
    whole = text[start:end]
    quoted = text[end : end + 1] in ("”", "」", "』") and any(
        mark in text[max(0, start - 16) : start] for mark in "“「『"
    )
    if whole in _generic() or suffix - start < 2:
        return Phrase(start, end, kind, "generic")
    if quoted:
        return Phrase(start, end, kind, "quoted")
    several = grammar["several"].search(whole) and not _inside_from(near, start)  # 京津保三地政协
    if several or (not anchored and (grammar["no_name"].match(whole) or kind == "park")):
        return Phrase(start, end, kind, "no_name")
    # 中车|天津|研究院: a place inside a name makes it one.
    placed = anchored or any(start < a and b <= suffix for a, b in near)
    college = whole.endswith(tuple(words("bodies")["whole_colleges"]))
    return Phrase(start, end, kind, weak=not placed and not college and bool(grammar["weak"].search(whole)))


def _says_nothing(rest: str) -> bool:
    """Whether what is left of a firm's name would name none: 某某城市更新与|发展|有限公司."""
    return bool(rest) and _grammar()["field"].fullmatch(rest) is not None


def _inside_from(near: list[tuple[int, int]], start: int) -> bool:
    """Whether a name found before begins right at ``start``."""
    return any(a == start for a, _ in near)


def _joins(text: str, start: int, cut: re.Match[str], suffix: int, end: int, near: Sequence[tuple[int, int]]) -> bool:
    """Whether 与 or 和 joins two short subjects in the name of a unit: 机械与车辆|学院."""
    left = _grammar()["own"].sub("", text[start : cut.start()])
    left = left[max((b - start for a, b in near if a >= start and b <= cut.start()), default=0) :]
    unit = text[suffix:end] in ("学院", "学部", "研究院", "委员会", "实验室", "管理局")
    name = surname().match(left) and len(left) < 4 and left[-1] not in _SUBJECT_ENDS
    return unit and 2 <= len(left) <= 6 and 1 < suffix - cut.end() <= 6 and not name


def _inside(anchors: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether a name found before holds all up to ``end``."""
    i = bisect_left(anchors, (end, 0)) - 1
    return i >= 0 and anchors[i][1] >= end


def _near(anchors: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return list(anchors[bisect_left(anchors, (start, 0)) : bisect_left(anchors, (end, 0))])


def without_country(name: str) -> str | None:
    """英国某某大学 without its country; None where it has none or little is left."""
    country = _grammar()["country"].match(name)
    return name[country.end() :] if country and len(name) - country.end() >= 4 else None


def _trimmed(text: str, start: int, end: int) -> int:
    """Behind numbers and counts: 6家|..., 第十一届|..."""
    for number in _grammar()["number"].finditer(text, start, end):
        start = number.end()
    return start
