"""Groups that took part and that the text counts or describes, but does not name: 区教委负责人, 师生代表百余人."""

import re
from functools import cache

from loaders.extraction.chinese.gatherings import Gathering
from loaders.extraction.chinese.lexicon import alternation, words

_NUMBER = "[0-9一二三四五六七八九十百千]+[余多]?"
_PEOPLE = (
    "负责人|负责同志|负责人员|负责干部|有关人员|相关人员|工作人员|有关领导|相关领导|有关同志|相关同志|班子成员|专家学者|专家|学者|教师|老师|师生|"
    "学生|校友|代表|嘉宾|来宾|企业家|干部|同志|人员"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    attend = alternation(words("events")["attend"], ["随团", "见证", "一同", "在座", "座谈", "考察"])
    return {
        "group": re.compile(
            f"(?:^|[，。；])(?:以及|[、和及与])?(?P<group>[^，。；\\n]{{0,60}}?(?:{_PEOPLE})(?:共?(?:计)?{_NUMBER}人)?)"
            f"(?=(?:也|一同|一起|共同|先后|分别|全程|等)*{attend}|。|$)"
        ),
        "party": re.compile(
            f"一行({_NUMBER}人)|(?P<size>{_NUMBER}人)(?:的)?(?:代表团|考察团|访问团|参加|出席|参会|与会)"
        ),
        "attend": re.compile(attend),
        "verb": re.compile(alternation(w for key in ("visit", "receive") for w in words("events")[key] if len(w) > 1)),
    }


def unnamed(text: str, plain: str, found: Gathering) -> tuple[str, ...]:
    """The groups of a meeting as the text words them, each once. ``plain`` is the text with its names blanked."""
    patterns = _patterns()
    groups: dict[str, None] = {}
    for sentence in found.scene.sentences:
        if sentence.zone != "body" or not patterns["attend"].search(plain, sentence.start, sentence.end):
            continue
        named = found.present.between(sentence.start, sentence.end)
        starts = [sentence.start, *(m.end for m in named)]
        for start, end in zip(starts, [*(m.opening for m in named), sentence.end], strict=True):
            for hit in patterns["group"].finditer(plain[start : max(start, end)]):
                if not patterns["verb"].search(hit["group"]):
                    wording = text[start + hit.start("group") : start + hit.end("group")]
                    groups.setdefault(wording.strip().removeprefix("等"))
        for hit in patterns["party"].finditer(plain, sentence.start, sentence.end):
            groups.setdefault(hit["size"] or hit[1])
    whole = [g for g in groups if len(g) > 1]
    return tuple(g for g in whole if not any(g != other and g in other for other in whole))
