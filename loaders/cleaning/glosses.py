"""Pinyin glosses in brackets, as reading aids and bad converters leave them: ``關(guān)`` is ``關``."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from opencc import OpenCC
from pypinyin import Style, pinyin

from loaders.cleaning.text import Edit

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_LETTERS = "a-zü\u0251\u0261āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_GLOSS = re.compile(
    rf"(?P<han>{_HAN})(?P<gloss>[(\uff08]\s?(?P<whole>[{_LETTERS}]{{1,7}}[0-5]?)\s?[)\uff09]"
    rf"|[(\uff08](?P<open>[{_LETTERS}]{{1,7}})(?={_HAN})|(?P<closed>[{_LETTERS}]{{1,7}})[)\uff09])"
)
_SCRIPT = {"\u0251": "a", "\u0261": "g"}
_simplified = OpenCC("t2s").convert


def pinyin_glosses(text: str) -> Iterator[Edit]:
    """Edits that take the glosses out of ``text``: only a reading of the very character before it is a gloss.

    So ``(BISTU)`` and ``(wǎng liǎng)`` stay. Of a gloss with only one bracket the reading must bear its tone mark,
    since without one it could be the beginning of a word.
    """
    at = 0
    while match := _GLOSS.search(text, at):
        gloss = _belongs(match)
        if gloss:
            yield Edit(match.start("gloss"), match.end("gloss"), "")
        at = match.end() if gloss else match.start() + 1


def _belongs(match: re.Match[str]) -> bool:
    toned, plain = readings(match["han"])
    if match["whole"]:
        reading = _latin(match["whole"])
        return reading in toned or reading.rstrip("012345") in plain
    reading = _latin(match["open"] or match["closed"])
    return reading in toned and not reading.isascii()


def _latin(reading: str) -> str:
    return "".join(_SCRIPT.get(c, c) for c in reading)


@lru_cache(maxsize=8192)
def readings(han: str) -> tuple[frozenset[str], frozenset[str]]:
    """All readings of a character and of its simplified form (pypinyin's table), with tone marks and without."""
    toned = {r for form in (han, _simplified(han)) for r in pinyin(form, style=Style.TONE, heteronym=True)[0]}
    return frozenset(toned), frozenset(_without_tone(r) for r in toned)


def _without_tone(reading: str) -> str:
    decomposed = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or c == "\u0308")
    return unicodedata.normalize("NFC", kept)
