"""Dates in (cleaned, simplified) Chinese: ``find(text)``."""

import re
from collections.abc import Iterator

from loaders.extraction.dates.mention import DateMention, Unit, valid

_DIGIT = "〇零○一二三四五六七八九"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = rf"(?:(?:19|20)\d\d|[一二][{_DIGIT}]{{3}}) ?年"

# Years and months that are told by their distance.
_YEARS = {"去年": -1, "前年": -2, "今年": 0, "本年": 0, "明年": 1, "当年": 0, "同年": 0, "那年": 0, "那一年": 0}
_MONTHS = {"本月": 0, "这个月": 0, "上个月": -1, "上月": -1, "下个月": 1, "下月": 1, "当月": 0, "同月": 0}
_WEEKS = {"本周": 0, "这周": 0, "上周": -1, "下周": 1}
_DAYS = {
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "昨": -1,
    "前天": -2,
    "前日": -2,
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "今早": 0,
}
_DAYS |= {"今晚": 0, "今": 0, "明日": 1, "明天": 1}
_NEIGHBOURS = {"当天": 0, "当日": 0, "当晚": 0, "同日": 0, "同一天": 0, "次日": 1, "翌日": 1, "第二天": 1, "隔天": 1}
_NEIGHBOURS |= {"前一天": -1, "前一日": -1}
_CONTEXT = frozenset(("当年", "同年", "那年", "那一年", "当月", "同月"))

_CALENDAR = re.compile(
    rf"(?:(?P<year>{_YEAR})|(?P<near_year>去年|前年|今年|本年|明年|当年|同年|那一年|那年))?[ 的]?"
    rf"(?:(?P<month>{_NUMBER}) ?月份?|(?P<near_month>{'|'.join(_MONTHS)}))"
    rf"(?: ?(?P<day>{_NUMBER}) ?(?:[日号]|(?=[-—–~～至到]{{1,2}} ?{_NUMBER} ?[日号]))"
    rf"(?P<range> ?(?P<link>[-—–~～至到]{{1,2}}|[、和与及]) ?"
    rf"(?:(?P<until_year>{_YEAR}) ?)?(?:(?P<until_month>{_NUMBER}) ?月 ?)?(?P<until_day>{_NUMBER}) ?[日号])?)?"
)
_NUMERIC = re.compile(r"(?<!\d)((?:19|20)\d\d) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)")
_ONLY_YEAR = re.compile(
    rf"(?<![\d至—-])(?:(?P<year>{_YEAR})|(?P<near_year>去年|前年|今年))(?![度级届版款代间来])(?!.{{0,2}}月)"
)
_ONLY_DAY = re.compile(
    rf"(?:^|(?<=[,，。;；:：、和与\s(（])|(?<=[一-龥])(?<![第每历时共隔近前后满约达有仅逾过月年])(?=[0-9]{{1,2}}日(?:在|[与同和赴到率抵会签开举]|[上下]午)))(?P<day>{_NUMBER})日"
    rf"(?:(?P<link>[-—–~～至到]{{1,2}})(?P<until_day>{_NUMBER})日)?(?:(?=[上下中晚早凌傍清午,，在 ]|$)"
    r"|(?<=\d日)(?=的|举行|召开|举办|开[幕通启]|闭幕|[与同和赴到率抵会签]))",
    re.M,
)
_WEEKDAY = re.compile(
    rf"(?:(?P<week>{'|'.join(_WEEKS)})|(?:^|(?<=[,，。;；:：、\s(（]))(?:周|星期))(?P<weekday>[一二三四五六日天])"
    rf"(?=[上下中晚早,， 在]|$)|(?P<full_week>{'|'.join(_WEEKS)})星期(?P<full_weekday>[一二三四五六日天])"
)
_RELATIVE = re.compile(
    rf"(?P<day>昨[日天晚]|昨(?=[上下]午)|(?<![日以之])前[天日](?!后)|今[日天晨早晚](?!头条)|今(?=[上下]午)|明[日天])"
    rf"|(?P<neighbour>{'|'.join(_NEIGHBOURS)})"
    rf"|(?P<recent>近日|(?<![节假休工作生])日前|近期|最近|不久前|前不久|近来)"
)


def find(text: str) -> list[DateMention]:
    """The dates of ``text`` in order; where two readings overlap, the longer one."""
    found = sorted(
        (m for finder in (_calendar, _numeric, _only, _relative) for m in finder(text)),
        key=lambda m: (m.start, -m.end),
    )
    kept: list[DateMention] = []
    for mention in found:
        if valid(mention) and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return kept


def number(text: str) -> int:
    """``text`` in digits or in Chinese numerals up to 99, or a year's digits in Chinese."""
    text = re.sub(r"[ 年]", "", text)
    if text.isdecimal():
        return int(text)
    digits = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
    if "十" in text:
        tens, ones = text.split("十")
        return 10 * (digits[tens] if tens else 1) + (digits[ones] if ones else 0)
    return int("".join(str(digits[c]) for c in text))


def _calendar(text: str) -> Iterator[DateMention]:
    for match in _CALENDAR.finditer(text):
        part = match.groupdict()
        unit: Unit | None = None
        offset, near = 0, part["near_year"] or part["near_month"]
        if near:
            unit = "year" if part["near_year"] else "month"
            offset = _YEARS[near] if part["near_year"] else _MONTHS[near]
        month, day = part["month"] and number(part["month"]), part["day"] and number(part["day"])
        until, end = None, match.end()
        if part["range"] and day and month:
            last = (number(part["until_month"]) if part["until_month"] else month, number(part["until_day"]))
            if part["link"][0] not in "、和与及" or last == (month, day + 1):
                until = (number(part["until_year"]) if part["until_year"] else None, *last)
            else:
                end = match.start("range")
        yield DateMention(
            match.start() + len(match[0]) - len(match[0].lstrip(" 的")),
            end,
            number(part["year"]) if part["year"] else None,
            month or None,
            day or None,
            until,
            unit,
            offset,
            anchor="context" if near in _CONTEXT else "page",
        )


def _numeric(text: str) -> Iterator[DateMention]:
    for match in _NUMERIC.finditer(text):
        yield DateMention(match.start(), match.end(), int(match[1]), int(match[3]), int(match[4]))


def _only(text: str) -> Iterator[DateMention]:
    """A year, a day or a day of the week that stands alone."""
    for match in _ONLY_YEAR.finditer(text):
        if match["year"]:
            yield DateMention(match.start(), match.end(), number(match["year"]))
        else:
            yield DateMention(match.start(), match.end(), unit="year", offset=_YEARS[match["near_year"]])
    for match in _ONLY_DAY.finditer(text):
        yield DateMention(match.start(), match.end(), day=number(match["day"]), unit="month", anchor="context")
    for match in _WEEKDAY.finditer(text):
        weekday = "一二三四五六日天".index(match["weekday"] or match["full_weekday"])
        week = match["week"] or match["full_week"]
        unit: Unit = "week" if week else "weekday"
        yield DateMention(
            match.start(), match.end(), unit=unit, offset=_WEEKS[week] if week else 0, weekday=min(weekday, 6)
        )


def _relative(text: str) -> Iterator[DateMention]:
    for match in _RELATIVE.finditer(text):
        if match["recent"]:
            yield DateMention(match.start(), match.end(), unit="recent")
        elif match["day"]:
            yield DateMention(match.start(), match.end(), unit="day", offset=_DAYS[match["day"]])
        else:
            offset = _NEIGHBOURS[match["neighbour"]]
            yield DateMention(match.start(), match.end(), unit="day", offset=offset, anchor="context")
