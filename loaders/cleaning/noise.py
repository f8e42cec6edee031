"""The patterns of ``lexicon/noise.yaml``: what a single line or bracket looks like."""

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

_LEXICON = Path(__file__).parent.parent / "lexicon" / "noise.yaml"

_SENTENCE_END = re.compile(r"[。!?！？；…](?:[”’\"'」』)）】]*)$")
_ENGLISH_END = re.compile(r"[.!?:;](?:[”’\"')\]]*)$")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_CRUMBS = re.compile(
    r"[^。.!?]{1,40}(?:\s*+(?:>++|[»›→])\s*+[^。.!?>»›→]{0,40}+)+|[^。.|]{1,24}(?: \| [^。|]{1,40}){2,}", re.I
)

_BRACKET = re.compile(r"[(（\[【]")

_LOST = " \ufffd"
"""What a damaged sentence may trail, which hides how it ends."""

SHORTEST_PROSE = 7
"""Six characters and a full stop."""
LONG_HAN, LONG_WORDS = 45, 20
"""A line of this many characters or words is prose whatever it ends in; headlines and captions are shorter."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data: dict[str, list[str]] = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))
    flags = {"leads": 0, "tells": 0}
    return {
        name: re.compile("|".join(f"(?:{p})" for p in listed), flags.get(name, re.I)) for name, listed in data.items()
    }


@cache
def _credit_line() -> re.Pattern[str]:
    label = _patterns()["credits"].pattern
    labels = rf"(?:{label})(?:\s*[/、,和及&]\s*(?:{label}))*"
    return re.compile(
        rf"\W{{0,3}}(?:{labels})\s*(?:[:：|]|(?<=by)\s|(?<=[\u4e00-\u9fff])\s+(?=\S{{2,12}}(?:\s|$)))", re.I
    )


@cache
def _credit_bracket() -> re.Pattern[str]:
    label, end = _patterns()["credits"].pattern, _patterns()["credit_ends"].pattern
    credited = rf"(?:{label})\s*[/:：、 \u4e00-\u9fffA-Z][^()（）]{{0,160}}"
    return re.compile(rf"[(（\[【](?:{credited}|[^()（），。,]{{2,30}}(?:{end}))[)）\]】]", re.I)


@cache
def published_label() -> re.Pattern[str]:
    """A word before the day on which a page was put up, with its colon."""
    return re.compile(rf"(?:{_patterns()['published'].pattern})\s?[:：]?\s*", re.I)


def is_navigation(line: str) -> bool:
    """Whether ``line`` leads elsewhere on the site: position, next and previous, print, share, imprint."""
    return bool(_patterns()["navigation"].fullmatch(line) or (_CRUMBS.fullmatch(line) and not is_prose(line)))


def opens_list(line: str) -> bool:
    """Whether ``line`` is the heading of a list of other articles (also with the first of them behind a colon)."""
    heading, colon, rest = line.strip(" -—·•*[]【】:：>»|").replace("：", ":").partition(":")
    return bool(_patterns()["list_headings"].fullmatch(heading.strip())) and not (colon and is_prose(rest))


def is_column(line: str) -> bool:
    """Whether ``line`` could be the name of a column or of a site, as they stand over a title."""
    return bool(_patterns()["columns"].fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether ``line`` begins as a credit does: ``供稿/编辑:``, ``Photo by``."""
    if not _credit_line().match(line):
        return False
    bracket = _credit_bracket().match(line)
    return not (bracket and is_prose(line[bracket.end() :]))  # (Reporter: Hu Jing) On Friday, ...


def credit_brackets(line: str) -> list[tuple[int, int]]:
    """Where brackets in ``line`` hold credits."""
    return [m.span() for m in _credit_bracket().finditer(line)] if _BRACKET.search(line) else []


def lead(line: str) -> int:
    """How much of ``line`` is an agency's line (``本报讯``, ``Beijing, 5th March 2024 (BISTU)---``)."""
    match = _patterns()["leads"].match(line)
    return match.end() if match else 0


@lru_cache(maxsize=1 << 8)  # asked several times of each line
def is_prose(line: str) -> bool:
    """Whether ``line`` is running text: it ends as a sentence does, or is longer than any headline."""
    line = line.rstrip(_LOST)
    if len(line) < SHORTEST_PROSE:
        return False
    han, words = _han(line), len(_WORD.findall(line))
    if han >= LONG_HAN or words >= LONG_WORDS:
        return True
    if han > words:
        return han >= 6 and bool(_SENTENCE_END.search(line))
    return words >= 6 and bool(_ENGLISH_END.search(line))


def _han(line: str) -> int:
    return sum(map(len, _HAN.findall(line)))


def tells(line: str) -> bool:
    """Whether ``line`` says what happened, as a text of one sentence does, and not what is news, as a headline does: a
    sentence with its full stop, in English with a day or a verb in the past; or a day and a verb of meeting. What a
    line without a full stop says of a signing stays a headline, for it may be a promise."""
    line, patterns = line.rstrip(_LOST), _patterns()
    day, told = patterns["days"].search(line), patterns["tells"].search(line)
    chinese = _han(line) > len(_WORD.findall(line))
    if (_SENTENCE_END if chinese else _ENGLISH_END).search(line):
        return is_prose(line) and bool(chinese or day or told)
    return bool(day and told) and not patterns["signs"].search(line)
