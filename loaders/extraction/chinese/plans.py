"""What was only planned, or did not take place: 计划4月访问, 会谈因故取消, 约定3月22日签约."""

from functools import cache

from loaders.extraction.chinese.lexicon import alternation, words

_DAY = (
    "(?:今年|明年|后年|年内|近期|下个?[周月]|下半年|[0-9一二三四五六七八九十]{1,4}[年月日]"
    "|[上中下]旬|[年月]?[初底末]|[上下]午)"
)


@cache
def intending() -> str:
    """The pattern of a word of planning with a date right behind it. A 行动计划 is a document, and
    what was 原定于 a day may have taken place on another."""
    return f"(?<![动年原]){alternation(words('events')['intending'])}，?[于在]?{_DAY}+"


@cache
def cancelled() -> str:
    """The pattern of what stands right behind an event that did not take place."""
    reason = "(?:(?:因|由于)[^，。；]{1,12}?，?)?(?:临时|被迫|已|被|未|将|最终){0,3}"
    word = alternation(words("events")["cancelled"])
    return (
        f"(?:仪式|活动|一事|安排|计划)?，?{reason}{word}(?:[至到][^，。；]{{1,12}})?(?:举行|召开)?了?(?=[，。；！\n]|$)"
    )
