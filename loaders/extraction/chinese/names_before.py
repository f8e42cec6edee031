"""The names before posts: 某某校长, 甲、乙、丙等教师, and names that have a post of their own behind them in a list."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.extraction.chinese.bodies import BodyIndex
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import Candidate, edge_after_title, free_surname, given, word
from loaders.extraction.chinese.posts import PostMention

_BEFORE = ("", *"、，。\n和与及的由")
"""What stands before a name in a list, each with its post behind; nothing where the text begins."""


@cache
def _left() -> re.Pattern[str]:
    """What may stand right before a name with its post behind."""
    return re.compile(f"(?:{alternation(words('names')['before'])})$")


@cache
def weak_heads() -> tuple[str, ...]:
    """Heads that name a kind of people more than a post."""
    return tuple(words("titles")["weak_heads"])


@cache
def _list_end() -> re.Pattern[str]:
    """等, or a count, and a post behind a list of names: 甲、乙、丙等教师, 甲、乙、丙三位教师."""
    return re.compile("(?:等(?:[0-9一二三四五六七八九十两几多]+[名位])?|[0-9二三四五六七八九十两]+[名位])(?:领导)?$")


def before_post(text: str, run: list[PostMention], bodies: BodyIndex) -> list[Candidate]:
    """The name or names before a post: 某某校长; 甲、乙、丙等教师."""
    first = run[0]
    if text[first.start : first.end] == "代表":  # behind a name it is a verb
        return []
    if text[first.start - 1 : first.start] == "（" and text[run[-1].end : run[-1].end + 1] == "）":
        return list(_names_ending(text, first.start - 1, bodies))[:1]
    if first.body is not None or first.unit:
        return []
    if ending := _list_end().search(text, max(0, first.start - 8), first.start):
        return _list_before(text, ending.start(), bodies)
    sure = not text.endswith(weak_heads(), 0, run[-1].end)  # 三地有|关部门|负责人
    found = list(_names_ending(text, first.start, bodies, plain=sure))[:1]
    # 某大学|某某|教授: its body before a name and its post behind leave no other name.
    whole = bool(found) and first.title.head == "scholar" and bodies.ending_at(found[0].start) is not None
    return found if whole or edge_after_title(text, run[-1].end) else []


def name_between(text: str, run: list[PostMention], bodies: BodyIndex) -> Candidate | None:
    """The name whose post is the first of ``run`` behind it: 徐涛所长、|许瑞明副所长、办公室主任杨星科."""
    first = run[0]
    if len(run) < 2 or first.body is not None or first.unit or first.former:
        return None
    name = next(_names_ending(text, first.start, bodies), None)
    return name if name is not None and text[name.start - 1 : name.start] in _BEFORE else None


def has_owner(text: str, run: list[PostMention], bodies: BodyIndex) -> bool:
    """Whether a name or a surname stands before the post, so that none follows: 孟书记要求, 张某某副主任边走边看."""
    start = run[0].start
    if run[0].body is not None or run[0].unit:
        return False
    single = free_surname().fullmatch(text, start - 1, start) or free_surname().fullmatch(
        text, max(0, start - 2), start
    )
    if single and (single.start() == 0 or not "\u3400" <= text[single.start() - 1] <= "\u9fff"):
        return True
    return bool(before_post(text, run, bodies))


def _list_before(text: str, end: int, bodies: BodyIndex) -> list[Candidate]:
    """The names of a list that ends at ``end``, two or more."""
    found: list[Candidate] = []
    while (name := next(iter(_names_ending(text, end, bodies)), None)) is not None:
        found.append(name)
        if text[name.start - 1 : name.start] not in ("、", "和"):
            break
        end = name.start - 1
    return found if len(found) > 1 else []


def _names_ending(text: str, end: int, bodies: BodyIndex, *, plain: bool = True) -> Iterator[Candidate]:
    """What may be a name before ``end``, the commonest length first, where something shows where it begins: what stands
    before it, or, where ``plain``, that it is made of characters of names."""
    dots = words("names")["middle_dots"]
    for length in (3, 2, 4):
        start = end - length
        family = free_surname().match(text, start, end) if start >= 0 else None
        if family is None or length - len(family.group()) not in (1, 2) or not text[start:end].isalpha():
            continue
        if bodies.covering(start) or word().match(text, start):
            continue
        free = start == 0 or (not "\u3400" <= text[start - 1] <= "\u9fff" and text[start - 1] not in dots)
        common = plain and length == 3 and given().issuperset(text[start + len(family.group()) : end])
        if free or common or _left().search(text, max(0, start - 3), start) or bodies.ending_at(start):
            yield Candidate(start, end, 2.0)
