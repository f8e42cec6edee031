"""Names reduced to what two spellings of them share."""

import re
import unicodedata
from functools import cache

from opencc import OpenCC

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_U_WITH_DOTS = re.compile("(?<=[ln])u\u0308")


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def is_han(character: str) -> bool:
    """Whether ``character`` is a Chinese character (also of the extensions, as in rare given names)."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af" or character == "\u3007"


def has_han(text: str) -> bool:
    """Whether any character of ``text`` is Chinese."""
    return any(map(is_han, text))


def simplified(text: str) -> str:
    """``text`` in simplified characters and compatibility-normal form."""
    normal = unicodedata.normalize("NFKC", text)
    return _simplifier().convert(normal) if has_han(normal) else normal


def folded(text: str) -> str:
    """Words of ``text``, simplified, without case, accents and punctuation, joined by single spaces.

    Pinyin ``lü`` becomes ``lv``, as it is typed; apostrophes vanish without parting a word.
    """
    apart = unicodedata.normalize("NFD", _APOSTROPHES.sub("", simplified(text).casefold()))
    bare = (c for c in _U_WITH_DOTS.sub("v", apart) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())
