"""Firms that only a post tells (三一重能总裁助理): firms wherever else the text names them, whatever the ending."""

import re
from collections.abc import Iterator, Sequence

from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import edge
from loaders.extraction.chinese.partners import names_nobody
from loaders.extraction.chinese.posts import PostMention, unit_name
from loaders.extraction.chinese.register import Register

SHORT = 3
"""Characters up to which a name must stand free, for it may be a piece of other words."""
_REGION = re.compile("(?:大中华|中国|亚太|亚洲|华北|北方|全球|东亚)(?:区|地区)?$")
"""Of which part of a firm a post is: 某某公司中国区总裁."""
_LEFT = re.compile("(?:[^一-龥]|[与和同及向由对在到赴于]|以及|会见|邀请|走进|来到)$")


def employer(post: PostMention, register: Register) -> Body | None:
    """The firm whose name the text has but before this post; None where that is a unit or a field of work."""
    return _firm(post, register) if post.title.head == "company" else None


def _firm(post: PostMention, register: Register) -> Body | None:
    name = firm_name(post.unit)
    if not name or unit_name(name):
        return None
    listed = register.holding(_REGION.sub("", name)) or register.abbreviated(name)
    return listed or register.named(name, "company")


def firm_name(unit: str) -> str:
    """What of ``unit`` names a firm: without the field of work behind it, where a word of a trade stands before that
    (某某科技|产品|总监); nothing where it is but a field."""
    fields: list[str] = words("bodies")["fields"]
    if (field := max((f for f in fields if unit.endswith(f)), key=len, default="")) == "":
        return unit
    name = unit.removesuffix(field)
    return (
        name if len(name) > SHORT and name.endswith(tuple(words("partners")["trades"])) and not is_field(name) else ""
    )


def is_field(unit: str) -> bool:
    """Whether a firm's post is of a field of its work (人力资源总监), not of a firm of that name."""
    return unit.endswith(tuple(words("bodies")["fields"]))


def find(
    text: str, runs: Sequence[Sequence[PostMention]], index: BodyIndex, register: Register
) -> Iterator[BodyMention]:
    """The places of ``text`` that name such a firm and that ``index`` has no body for."""
    firms: dict[str, Body] = {}
    for run in runs:
        first = run[0]
        if first.body is not None or not any(p.title.head == "company" for p in run) or names_nobody(first.unit):
            continue
        name = firm_name(first.unit)
        if name not in firms and (firm := _firm(first, register)) is not None:
            firms[name] = firm
    if not firms:
        return
    for hit in re.finditer(alternation(firms), text):
        start, end = hit.span()
        if index.covering(start) is not None or index.between(start, end):
            continue
        if end - start > SHORT or (_LEFT.search(text, max(0, start - 2), start) and edge(text, end)):
            yield BodyMention(start, end, firms[hit.group()])
