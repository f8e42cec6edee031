"""Posts as the text gives them: a body, perhaps a unit of it, and a title (北京某大学|科研处|副处长)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.extraction.chinese.bodies import BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import candidates, surname
from loaders.extraction.chinese.titles import Title

JOINTS = frozenset(("", "、", "兼", "、兼", "暨"))
"""What stands between two posts of one person."""


LEVELS = "省市区县"
_LATIN = re.compile("（[A-Za-zÀ-ɏ .,'’-]{3,40}）$")
"""A name in its own script before a post: that is of who stands before (某某（Name）博士、|院长某某)."""


@dataclass(frozen=True, slots=True)
class PostMention:
    """``text[start:end]`` with the title from ``title.start``; between the body and the title may stand a ``unit``."""

    start: int
    end: int
    title: Title
    body: BodyMention | None
    unit: str = ""
    former: bool = False

    def wording(self, text: str) -> str:
        """The title as the text has it, with the unit and with a body that is only referred to (校党委书记)."""
        title = self.unit + text[self.title.start : self.title.end]
        if self.body is None:
            return title
        surface, body = text[self.body.start : self.body.end], self.body.body
        if self.body.reference and len(surface) == 1:
            return surface + title
        if body.kind == "party" and body.district is not None and surface.endswith("委") and surface[-2:-1] in LEVELS:
            return surface[-2:] + title
        return title


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(f"{alternation(words('bodies')['unit_suffixes'])}$")


def unit_name(name: str) -> bool:
    """Whether ``name`` ends like a unit (科研处), not like a body of its own."""
    return bool(_unit().search(name))


@cache
def _national() -> re.Pattern[str]:
    return re.compile(f"{alternation(words('bodies')['national_organs'])}$")


@cache
def _class() -> re.Pattern[str]:
    return re.compile(f"(?<![㐀-鿿]){alternation(words('bodies')['classes'])}$")


@cache
def _chain_break() -> re.Pattern[str]:
    lists = words("bodies")
    return re.compile(f"[^\u3400-\u9fffA-Za-z0-9]|{alternation(lists['unit_cuts'])}|[{lists['cut_characters']}]")


@cache
def _shield() -> re.Pattern[str]:
    lists = words("bodies")
    return re.compile("|".join([alternation(lists["shields"]), *lists["shield_patterns"]]))


@cache
def _of_firm() -> re.Pattern[str]:
    """Behind a post: that of a firm, of the same person (党委书记|、董事长)."""
    return re.compile("[、兼，](?:副)?(?:董事长|总经理|总裁|行长)")


@cache
def _tense() -> tuple[re.Pattern[str], frozenset[str]]:
    lists = words("titles")
    return re.compile(f"{alternation(lists['former'], lists['current'])}$"), frozenset(lists["former"])


def post(text: str, title: Title, bodies: BodyIndex, floor: int) -> PostMention:
    """The post of ``title``; nothing before ``floor`` belongs to it."""
    cover = bodies.covering(title.start)
    if cover is not None and cover.body.kind == "district" and cover.end == title.start + 1 and cover.start >= floor:
        return PostMention(cover.start, title.end, title, cover, "", title.former)  # 清苑|区长
    if cover is not None and title.start < cover.end < title.end:
        title = replace(title, start=cover.end)
    start, former = _before_tense(text, title.start, title.former)
    body, unit = bodies.ending_at(_before_bracket(text, start)), ""
    if body is not None and _department(text, body, title):
        unit, start, body = text[body.start : body.end], body.start, bodies.ending_at(body.start)
    elif body is None:
        head = "company" if _of_firm().match(text, title.end) else title.head
        unit_start = _unit_start(text, start, bodies, floor, head)
        unit = text[unit_start:start]
        start, body = unit_start, bodies.ending_at(unit_start) if unit else None
    if body is not None and body.start >= floor:
        start = body.start
        while (
            (around := bodies.ending_at(start)) is not None and around.body.kind == "district" and around.start >= floor
        ):
            start = around.start
        start, former = _before_tense(text, start, former)
    else:
        body = None
    return PostMention(start, title.end, title, body, unit, former)


def _department(text: str, body: BodyMention, title: Title) -> bool:
    """科技部主任 is of a firm's department: ministries have a 部长."""
    return text[body.start : body.end].endswith("部") and text[title.start : title.end].endswith(
        ("主任", "经理", "总监")
    )


def _before_bracket(text: str, start: int) -> int:
    """Before a bracket that explains a body's name: 某大学（以下简称某大）|党委书记."""
    if text[start - 1 : start] == "）" and (opening := text.rfind("（", max(0, start - 24), start)) >= 0:
        return opening
    return start


def _before_tense(text: str, start: int, former: bool) -> tuple[int, bool]:
    tense, over = _tense()
    if mark := tense.search(text, max(0, start - 2), start):
        return mark.start(), former or mark.group() in over
    return start, former


def _unit_start(text: str, end: int, bodies: BodyIndex, floor: int, head: str) -> int:
    """Where the unit begins that ends at ``end``; ``end`` itself where none does."""
    place = floor = max(floor, end - 16)
    if national := _national().search(text, floor, end):
        return national.start()
    if alone := _class().search(text, floor, end):
        return alone.start()
    shields = [m.span() for m in _shield().finditer(text, floor, end)]
    for mention in bodies.between(floor, end):
        short = mention.body.kind == "district" and text[mention.end - 1] not in LEVELS
        if mention.end <= end and not short:
            floor = place = max(floor, mention.end)
    broken = False
    while cut := _chain_break().search(text, place, end):
        cover = next((b for a, b in shields if a < cut.end() and cut.start() < b), None)
        if cover is None:
            floor = place = cut.end()
            broken = len(cut.group()) > 1
        else:
            place = max(cover, cut.start() + 1)
    unit = text[floor:end]
    if len(unit) < 2 or not _unit().search(unit):
        bureau = text[end : end + 1] in "局处部科厅" or text[end : end + 2] in ("副局", "副处", "副部", "副科", "副厅")
        named = unit.endswith(("院", "所", "局", "委", "公司", "集团"))
        begins = text[floor - 1 : floor] in "、，。；：\n以及与和由"
        township = begins and unit.endswith(("镇", "乡", "街道"))
        other = bureau or (begins and named) or ((begins or broken) and head == "company")
        if not 2 <= len(unit) <= 8 or not (township or (other and (len(unit) > 3 or not surname().match(unit)))):
            return end
    return floor


def runs(text: str, titles: Sequence[Title], bodies: BodyIndex) -> list[list[PostMention]]:
    """The posts of the text, those of one person together (校党委副书记、校长)."""
    grouped: list[list[PostMention]] = []
    floor = 0
    for title in titles:
        mention = post(text, title, bodies, floor)
        if mention.unit and mention.start == floor and (named := _named_first(text, floor)):
            mention = post(text, title, bodies, named)
        floor = title.end
        gap = text[grouped[-1][-1].end : mention.start] if grouped else "\n"
        if grouped and _LATIN.search(text, max(0, grouped[-1][0].start - 40), grouped[-1][0].start):
            gap = "\n"
        if gap in JOINTS or (gap in ",，" and _same_holder(grouped[-1], mention)):
            grouped[-1].append(mention)
        else:
            grouped.append([mention])
    return grouped


def _named_first(text: str, floor: int) -> int:
    """Where the name ends that stands right behind a post, before what looked like a unit (校长|李强|带领科研处);
    0 where none does."""
    sure = [c.end for c in candidates(text, floor, beside_post=True) if c.strength >= 2] if floor else []
    return max(sure, default=0)


def _same_holder(before: list[PostMention], mention: PostMention) -> bool:
    """省委常委、副省长，新区书记某某: posts at two bodies that both have a body of their own, and no name between."""
    return mention.body is not None and before[0].body is not None and before[-1].title.head in ("party", "district")
