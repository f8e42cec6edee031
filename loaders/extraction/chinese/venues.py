"""Where it was: who owns the place receives. 在 B 举行, 在 B 会议室, in the city of one of the sides."""

import re
from functools import cache

from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.telling import Telling

_OPENS = ("", "，", "。", "日", "午")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    return {
        "held": re.compile(alternation(events["held"])),
        "premises": re.compile(f"(?:的)?[^，。；、在]{{0,8}}?{alternation(events['premises'])}"),
    }


def venue(telling: Telling) -> None:
    """... 在 B 举行: who owns the place is the host; a district only when it is one of the sides."""
    for actor in telling.present:
        weak = actor.body is not None and actor.body.weak
        if actor.person is not None or actor.root is None or weak or not telling.at(actor):
            continue
        end = min(telling.sentence.end, actor.end + 16)
        held = _patterns()["held"].search(telling.text, actor.end, end)
        if held is None or "，" in telling.text[actor.end : held.start()]:
            continue
        if actor.root.kind != "district" or any(a.root is actor.root and a is not actor for a in telling.present):
            telling.votes.host[actor.root] += 2 * telling.weight
            telling.votes.word(actor)


def premises(telling: Telling) -> None:
    """在 B 会议室, B 的校园里: who is at home there receives, if the sentence has others too."""
    for actor in telling.present:
        behind = _patterns()["premises"].match(telling.text, actor.end, telling.sentence.end)
        if actor.person is not None or actor.root is None or behind is None:
            continue
        inside = telling.text[behind.end() : behind.end() + 1] in ("里", "内", "中", "门")
        opens = inside and telling.text[actor.start - 1 : actor.start] in (
            "",
            "\n",
            "，",
            "。",
            "\u3000",
            " ",
            "日",
            "午",
        )
        if opens or telling.text[actor.start - 1 : actor.start] in ("在", "到", "进", "于"):
            telling.votes.host[actor.root] += telling.weight
