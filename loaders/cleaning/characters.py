"""One spelling for what is written in several: widths, spaces, line ends, marks, and traditional characters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from opencc import OpenCC

from loaders.cleaning.text import Edit

_LEXICON = Path(__file__).parent.parent / "lexicon" / "script.yaml"
_INVISIBLE = r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1f\x7f]+"
_UNIFIED = re.compile(
    rf"(?P<gone>{_INVISIBLE})|(?P<heading>(?m:^)#{{1,6}} +(?=[^\W\d_]))"
    rf"|(?P<line>\r\n)|(?P<half>[\ud800-\udfff])|(?P<marks>[A-Za-z\u00c0-\u024f][\u0300-\u036f]+)"
)

_NARROW = {c: c - 0xFEE0 for r in (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B)) for c in r}
_NARROW |= {ord(c) + 0xFEE0: ord(c) for c in "/-%&@+._#"}
_SPACES = dict.fromkeys(
    map(ord, "\t\u00a0\u1680\u202f\u205f\u3000\u2800" + "".join(map(chr, range(0x2000, 0x200B)))), " "
)
_LINE_ENDS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
_RADICALS: dict[int, str] = {
    c: folded
    for block in (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
    for c in block
    if len(folded := unicodedata.normalize("NFKC", chr(c))) == 1 and folded != chr(c)
}


@cache
def _script() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))
    return data


@cache
def _table() -> dict[int, int | str]:
    copied: dict[int, str] = str.maketrans(_script()["radicals"])
    return {**_NARROW, **_SPACES, **_LINE_ENDS, **_RADICALS, **copied}


_APOSTROPHE = re.compile(r"(?<=[A-Za-z])[\u2019\u2018\u02bc\uff07\u00b4`](?=[A-Za-z])")
_NAME_DOT = re.compile(r"(?<=[\u3400-\u9fff])[\u2022\u2027\u22c5\u30fb\uff65\u2219](?=[\u3400-\u9fff])")
_MARKS = "\u2022\u25cf\u25aa\u25a0\u25c6\u25cb\u25b6\u25ba\u25b7\u2023\u2043\u00b7\u30fb\uf06c\uf0b7*"
_BULLET = re.compile(rf"(?m)^([ ]*)[{_MARKS}](?=[ ]|[^\W\d])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_YEAR = re.compile(r"(?<![\w])[12](?:[\dOo]{3})(?=\s?年)")
"""A year whose zeros were read as letters: 2O15年."""
TRADITIONAL_SHARE = 0.03
"""Above this share of Han characters that have another simplified form, a text counts as traditional."""

_convert = OpenCC("t2s").convert


def unify(text: str) -> Iterator[Edit]:
    """Edits that change the length: what cannot be seen goes, and Markdown's mark of a heading; a line end is one
    character, so are letter and mark."""
    for match in _UNIFIED.finditer(text):
        if match["gone"] or match["heading"]:
            yield Edit(match.start(), match.end(), "")
        elif match["line"]:
            yield Edit(match.start(), match.end(), "\n")
        elif match["half"]:
            yield Edit(match.start(), match.end(), "\ufffd")
        else:
            composed = unicodedata.normalize("NFC", match[0])
            if len(composed) < len(match[0]):
                yield Edit(match.start(), match.end(), composed)


def respell(text: str) -> str:
    """The same text, character for character, in one spelling; Chinese punctuation stays."""
    text = _YEAR.sub(lambda hit: re.sub("[Oo]", "0", hit[0]), text.translate(_table()))
    text = _NAME_DOT.sub("\u00b7", _APOSTROPHE.sub("'", text))
    return simplify(_BULLET.sub(r"\1 ", text))


def is_traditional(text: str) -> bool:
    """Whether more of the Han characters of ``text`` than a quotation explains are traditional."""
    simplified = text if text.isascii() else _convert(text)
    if simplified == text:
        return False
    changed = sum(a != b for a, b in zip(text, simplified, strict=True)) if len(simplified) == len(text) else 0
    return changed > TRADITIONAL_SHARE * len(_HAN.findall(text))


def simplify(text: str) -> str:
    """Traditional to simplified, if the text is traditional; characters that names keep (script.yaml) stay."""
    if not is_traditional(text):
        return text
    kept, words = _names_keep()
    converted = {i for m in words.finditer(text) for i in range(m.start(), m.end())}
    return "".join(
        old if old in kept and i not in converted else new
        for i, (old, new) in enumerate(zip(text, _convert(text), strict=True))
    )


@cache
def _names_keep() -> tuple[frozenset[str], re.Pattern[str]]:
    data: dict[str, list[str]] = _script()["names_keep"]
    words = sorted((w for listed in data.values() for w in listed), key=len, reverse=True)
    return frozenset(data), re.compile("|".join(map(re.escape, words)))
