"""The languages that an article is told in: one, or both where a release stands beside its translation."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from loaders.cleaning.noise import is_prose
from loaders.cleaning.zones import Paragraph

Lang: TypeAlias = Literal["zh", "en"]

TOLD: Final = {"zh": 40, "en": 30}
"""Characters and words of running text from which on a second language tells something; what is less is a motto, a
foreign name or a line of the site's frame."""
_OTHER: Final[dict[Lang, Lang]] = {"zh": "en", "en": "zh"}
_HAN = re.compile(r"[\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z]+")
_LINE = re.compile(r"[^\n]+")


def language(text: str) -> Lang:
    """By script. Chinese articles quote foreign names at length, English ones a Chinese name at most: so Chinese it is
    from one Han character for two English words on."""
    return "zh" if 2 * _told_in("zh", text) > _told_in("en", text) else "en"


def _told_in(lang: Lang, text: str) -> int:
    """The characters or the words of ``text`` that are of the language."""
    found = (_HAN if lang == "zh" else _LATIN).findall(text)
    return sum(map(len, found)) if lang == "zh" else len(found)


def languages(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Lang, ...]:
    """The language of ``text``, and behind it the other one where paragraphs of running text are in it; that alone
    where no others are (an English release in the frame of a Chinese site)."""
    main = language(text)
    other = _OTHER[main]
    if _told_in(other, text) < TOLD[other]:
        return (main,)
    told = Counter[Lang]()
    for paragraph in paragraphs:
        said = text[paragraph.start : paragraph.end]
        if paragraph.zone in ("title", "body") and is_prose(said):
            lang = language(said)
            told[lang] += _told_in(lang, said)
    if told[other] < TOLD[other]:
        return (main,)
    return (main, other) if told[main] else (other,)


def only(text: str, lang: Lang) -> str:
    """``text``, of equal length, with spaces for the lines that are in the other language. A line without a word (a
    date, a phone number) goes with the line before it, the first ones with the first that has any."""
    lines = list(_LINE.finditer(text))
    last = next((found for line in lines if (found := _of(line[0]))), lang)
    pieces, at = [], 0
    for line in lines:
        last = _of(line[0]) or last
        if last != lang:
            pieces += [text[at : line.start()], " " * len(line[0])]
            at = line.end()
    return "".join([*pieces, text[at:]])


def _of(line: str) -> Lang | None:
    return language(line) if _HAN.search(line) or _LATIN.search(line) else None
