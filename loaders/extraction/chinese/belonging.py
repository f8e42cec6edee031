"""Which body a post belongs to: the one beside it, else the one that its list, its sentence or the article supplies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from loaders.extraction.chinese.bodies import Body, BodyMention
from loaders.extraction.chinese.employers import employer
from loaders.extraction.chinese.lexicon import words
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.posts import PostMention
from loaders.extraction.chinese.references import LEVELS, district_of_level, has_level

REACH = 12
"""How many mentions back a post without a body looks for one."""
FIRST = 40
"""Mentions at the head of an article that may name the body which it speaks for."""
REACH_AHEAD = 60
"""Characters ahead in which the next post of a list tells of what kind the body of this one is."""
_OF_UNIVERSITY = re.compile("[^。]*?(?:、|，|和)(?:常务)?副?校长")
_ZONES = ("new_area", "other")
_TOWNSHIP = re.compile("(?![省市区县])[一-龥]{2,3}(?:镇|乡|街道|村|社区)$")
_RECEIVES = re.compile("会见|接待|迎接|陪同|热情|接见")
_TALKED_TO = re.compile("[^。，]{0,6}，(?:并|随后)?(?:先后|分别|一同)?(?:与|同|和|拜会|拜访|受到|由)")
"""Between the body that somebody came to and whom they talked to there: 到访 B，与|校长."""
_LEADS = re.compile("[一-龥·]{2,8}?(?:带队|率队|率团|领队)")
"""Behind the post of who goes out: 我校赴某大学调研，校长|某某带队."""
SHORT_FORMS = ("院", "所", "局", "委", "会", "公司", "集团", "大", "司")
"""How the short form of a body ends, and not that of a mere unit (处, 科, 室, 部, 办)."""
_OF_TEACHING = ("university",)
WHOLES = ("university", "company", "research_institute")


@cache
def _kinds() -> dict[str, list[str]]:
    """The kinds of body that a class of title fits; a class that is not here fits any."""
    return dict(words("titles")["fits"])


@cache
def _endings(title: str) -> tuple[str, ...]:
    """How a body ends that has such a head: 教育局 has a 局长."""
    return next((tuple(e) for head, e in words("titles")["own_endings"].items() if title.endswith(head)), ())


@dataclass(frozen=True, slots=True)
class Context:
    """Where a post stands: in the sentence from ``sentence`` on, behind a post at ``previous`` (of the same person, if
    ``same_person``), whose holder's name ends at ``after``."""

    text: str
    naming: Naming
    sentence: int
    previous: Body | None
    same_person: bool
    after: int = 0

    def back(self, place: int) -> Iterator[BodyMention]:
        """The bodies named before ``place`` in the sentence, the nearest first."""
        for mention in islice(self.naming.index.before(place), REACH):
            if mention.start < self.sentence:
                return
            yield mention


def body_of(post: PostMention, context: Context) -> tuple[Body | None, bool]:
    """The body of a post, and whether it was inferred."""
    title = context.text[post.title.start : post.title.end]
    if post.body is not None:
        return _beside(post, post.body, title, context), False
    if post.title.head == "district":
        near = None if context.same_person else _reached(post, context)
        return _government(title, post, near or context.previous, context), True
    if (firm := employer(post, context.naming.register)) is not None:
        return firm, False
    if post.unit in words("bodies")["national_organs"] or title.endswith(("大使", "公使", "领事", "参赞")):
        return None, True
    previous = context.previous
    if post.unit in ("管委会", "管理委员会") and previous is not None and previous.root.kind in ("district", "park"):
        return context.naming.register.board(previous.root), True
    if post.unit in ("管委会", "管理委员会") and (zone := _zone(post, context)) is not None:
        return context.naming.register.board(zone), True
    if (own := _unlisted(post, context)) is not None:
        return own, False
    if previous is not None and context.same_person:
        return previous, True
    return _inherited(title, post, context), True


def _reached(post: PostMention, context: Context) -> Body | None:
    """The district named between the person before and this post (到某区会见区长某某), the nearest first."""
    named = (m.body for m in context.back(post.start) if m.start >= context.after and context.after)
    return next((b for b in named if b.kind == "district"), None)


def _unlisted(post: PostMention, context: Context) -> Body | None:
    """A zone, a township, a bureau, or the short form of a body named before, right before a post: 某某镇党委书记."""
    register = context.naming.register
    if post.unit in ("镇", "乡", "街道", "村", "社区"):
        return _township(post, context)
    if post.unit.endswith(("镇", "乡", "街道")):
        return register.named(post.unit, "government")
    if (
        post.unit.endswith(("管委会", "管理委员会"))
        and (zone := register.zone(post.unit.partition("管")[0])) is not None
    ):
        return register.board(zone)
    if post.unit.endswith("局") and len(post.unit) > 2 and post.title.head == "office":
        return _bureau(post, context)
    if post.unit in words("bodies")["allied_organs"]:
        return next((b for b in _before(post, context) if b.kind == "party" and b.name.endswith(post.unit)), None)
    if post.unit in words("bodies")["classes"]:
        return next((b for b in _before(post, context) if b.name.endswith(post.unit)), None)
    if len(post.unit) > 2 and post.unit.endswith(SHORT_FORMS):
        return context.naming.register.abbreviated(post.unit)
    return None


def _zone(post: PostMention, context: Context) -> Body | None:
    """The zone or new area named last before a bare 管委会, where its list is of another body."""
    named = (m.body.root for m in islice(context.naming.index.before(post.start), REACH))
    return next((b for b in named if b.kind == "park" or (b.kind == "district" and b.level in _ZONES)), None)


def _township(post: PostMention, context: Context) -> Body | None:
    """The township of which the text told before, which the bare 乡, 镇 of a post stands for."""
    place = context.text.rfind(post.unit, 0, post.start)
    name = _TOWNSHIP.search(context.text, max(0, place - 3), place + len(post.unit)) if place > 0 else None
    return context.naming.register.named(name.group(), "government") if name else None


def _bureau(post: PostMention, context: Context) -> Body | None:
    """A bureau whose name no table has (区商务金融局): of the district of its level, of its list's or the article's."""
    level = post.unit[0] if post.unit[0] in LEVELS else None
    naming = context.naming
    zone_name, mark, bureau = post.unit.partition("区")
    if level is None and mark and (zone := naming.register.zone(zone_name + mark)) is not None:
        return naming.register.named(zone.name + bureau, "government", **naming.register.placed(zone))
    if level is not None:
        district = district_of_level(context.text, level, post.start, naming.index, naming.home)
    else:
        previous = context.previous.root if context.previous is not None else None
        district = previous if previous is not None and previous.kind == "district" else naming.home.get("district")
    if district is None:
        return None
    return naming.register.named(district.name + post.unit.removeprefix(level or ""), "government", district=district)


def _before(post: PostMention, context: Context) -> Iterator[Body]:
    """The bodies named before a post in the article, the nearest first."""
    return (m.body for m in islice(context.naming.index.before(post.start), REACH) if not m.reference)


def _beside(post: PostMention, mention: BodyMention, title: str, context: Context) -> Body | None:
    body = mention.body
    if body.weak and body.parent is None:
        whole = context.naming.index.ending_at(mention.start)
        found = whole.body if whole is not None else _whole(post, context)
        body.parent = found if found is not None and not found.within(body) else None
    if post.title.head == "district":
        return _government(title, post, body, context)
    return context.naming.register.organ(body, _branch(title)) if body.kind == "district" else body


def _inherited(title: str, post: PostMention, context: Context) -> Body | None:
    """The body that ends as the title asks for, the list's, the nearest of a fitting kind, the article's own."""
    head, endings = post.title.head, _endings(title)
    if (own := _going_out(post, context)) is not None:
        return own
    if endings and not post.unit and not _ends(context.previous, endings):
        for mention in context.back(post.start):
            if _ends(mention.body, endings) and not mention.body.weak:
                return mention.body
    if (visited := _visited(post, context)) is not None:
        return visited
    if context.previous is not None and _fits(head, context.previous):
        return context.previous
    for mention in context.back(post.start):
        if _fits(head, mention.body) and mention.body.kind != "district":
            return mention.body
    home = context.naming.home
    kinds = _kinds().get(head)
    if kinds is not None:
        return next((home[k] for k in kinds if k in home), None)
    if "university" in home and _OF_UNIVERSITY.match(context.text, post.start, post.start + REACH_AHEAD):
        return home["university"]
    named = [m.body for m in islice(context.naming.index, FIRST) if not m.body.weak and m.body.kind != "district"]
    return home.get("source") or next((b for b in named if b.known is not None), next(iter(named), None))


def _going_out(post: PostMention, context: Context) -> Body | None:
    """The article's own body, if the sentence names it and the holder of the post leads those who go out."""
    own = context.naming.home.get("source")
    if own is None or not _fits(post.title.head, own) or not _LEADS.match(context.text, post.end):
        return None
    return own if any(m.body is own for m in context.back(post.start)) else None


def _visited(post: PostMention, context: Context) -> Body | None:
    """The body named between the person before and this post, if it is the article's own (访问我校，校长某某) or who is
    named here received (到 B 调研，校长某某会见)."""
    near = next(context.back(post.start), None)
    if near is None or near.start < context.after or near.body.weak or not _fits(post.title.head, near.body):
        return None
    receives = _RECEIVES.search(context.text, post.end, post.end + REACH_AHEAD)
    receives = receives or _TALKED_TO.fullmatch(context.text, near.end, post.start)
    return near.body.root if near.body.kind != "district" and (near.reference or receives) else None


def _whole(post: PostMention, context: Context) -> Body | None:
    """What a unit named alone (某学院院长) is a unit of: the list's, the sentence's, or the article's own body."""
    unit = post.body.body.name if post.body is not None else post.unit
    wholes = _OF_TEACHING if unit.endswith(("学院", "系", "学部", "研究生院")) else WHOLES
    previous = context.previous
    if previous is not None:
        while previous.known is None and previous.parent is not None:
            previous = previous.parent
        if previous.kind in wholes:
            return previous
        return context.naming.home.get("university") if wholes is _OF_TEACHING else None
    near = (m.body for m in context.back(post.start) if m.body.kind in wholes and not m.body.weak)
    home = context.naming.home
    foremost = home.get("university") if wholes is _OF_TEACHING else home.get("foremost")
    return next(near, None) or home.get("source") or foremost or home.get("university")


def _branch(title: str) -> Literal["government", "party"]:
    return "party" if any(mark in title for mark in ("书记", "常委", "党")) else "government"


def _government(title: str, post: PostMention, near: Body | None, context: Context) -> Body | None:
    """The government that a 市长, 区长, 县长 heads: of the body beside or before, if it has that level, else of the
    district of that level that the text was about."""
    level = "自治区" if "自治区" in title else next((c for c in reversed(title) if c in LEVELS), None)
    register = context.naming.register
    root = near.root if near is not None else None
    if root is not None and root.kind == "district" and (post.body is not None or _has_level(root, level)):
        return register.organ(root, "government")
    if level is None:
        return near
    place = district_of_level(context.text, level, post.start, context.naming.index, context.naming.home)
    return register.organ(place, "government") if place is not None else near


def _has_level(district: Body, level: str | None) -> bool:
    if level is None:
        return True
    return has_level(district, level) or (level in "区县" and district.level in ("new_area", "city"))


def _ends(body: Body | None, endings: tuple[str, ...]) -> bool:
    return body is not None and any(name.endswith(endings) for name in (body.name, *body.aliases))


def _fits(head: str, body: Body) -> bool:
    kinds = _kinds().get(head)
    return kinds is None or body.kind in kinds
