"""Runs of GBK text that lost a byte and was read one byte off from there: ``我??萍继?`` is ``我校科技處``.

In GBK every Chinese character is two bytes. Where the first of them is lost (and shown as ``?``), the second pairs with
the first of the next character, and so on, until another single byte (a ``?`` again, or an ASCII letter, which is the
second byte of many traditional characters) puts the reading right. The bytes between are all there, so every character
but the outer two is known; these are taken if words say which they are, and the run is left as it is if not.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

import yaml
from opencc import OpenCC
from pypinyin.constants import PHRASES_DICT

from loaders.cleaning.characters import is_traditional
from loaders.cleaning.text import Edit

_LEXICON = Path(__file__).parent.parent / "lexicon" / "lost_runs.yaml"
_QUESTION = "?\uff1f"
_GLOSS = r"[a-z\u00e0-\u01dc]{1,7}\)"
_RUN = re.compile(
    rf"(?P<lost>[{_QUESTION}](?:{_GLOSS})?)?(?P<pairs>[{_QUESTION}]?[\u0391-\u0451\u3000-\u9fff]{{1,14}}?)"
    rf"(?P<last>[{_QUESTION}]|[@-Z\[\]^_`a-z{{|}}~])"
)
_GLOSSED = re.compile(r"\([a-z\u00e0-\u01dc]{1,7}\)")
_LEADS, _TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LONGEST_WORD = 4
_MARKS = frozenset("。、，；：")
_simplified, _traditional = OpenCC("t2s").convert, OpenCC("s2t").convert


def lost_runs(text: str) -> Iterator[Edit]:
    """Edits that repair the runs of ``text`` which known words confirm."""
    at = 0
    traditional = is_traditional(text)
    while match := _RUN.search(text, at):
        meant = _meant(match, traditional)
        if meant:
            yield Edit(match.start(), match.end(), meant)
        at = match.end() if meant else match.start() + 1


def _meant(match: re.Match[str], traditional: bool) -> str | None:
    pairs = match["pairs"]
    if match["lost"] is None and any(_in_gb2312(c) for c in pairs):
        return None  # without its mark, only characters that nobody writes tell a run
    between = b"".join(_bytes(c) for c in pairs)
    known = between[1:-1].decode("gb18030", errors="replace") if len(between) > 2 else ""
    if len(between) != 2 * len(pairs) or "\ufffd" in known or not _simplified(known).isprintable():
        return None
    firsts = _characters((bytes((lead, between[0])) for lead in _LEADS), traditional)
    trails = _TRAILS if match["last"] in _QUESTION else (ord(match["last"]),)
    lasts = _characters((bytes((between[-1], trail)) for trail in trails), traditional)
    before = _simplified(_GLOSSED.sub("", match.string[max(0, match.start() - 30) : match.start()]))[-3:]
    after = _simplified(_GLOSSED.sub("", match.string[match.end() : match.end() + 30]))[:3]
    return _best(before, firsts, known, lasts, after)


def _best(before: str, firsts: list[str], known: str, lasts: list[str], after: str) -> str | None:
    """The one candidate that words cover best; None if there is none, or if two are as good."""
    ranked: dict[str, int] = {}
    for first, last in product(firsts, lasts):
        candidate = _simplified(first + known + last)
        score = _cover(before + candidate + after, len(before), len(before) + len(candidate))
        if score:
            ranked[first + known + last] = score
    best = sorted(ranked, key=lambda c: -ranked[c])[:2]
    if not best or (
        len(best) == 2 and ranked[best[0]] == ranked[best[1]] and _simplified(best[0]) != _simplified(best[1])
    ):
        return None
    return best[0]


def _cover(text: str, start: int, end: int) -> int:
    """How well words cover ``text[start:end]``, 0 where a character is in none; a mark of punctuation covers itself."""
    covered = [0] * len(text)
    for i in range(len(text)):
        for j in range(i + 2, min(i + _LONGEST_WORD, len(text)) + 1):
            if weight := _weight(text[i:j]):
                for k in range(i, j):
                    covered[k] = max(covered[k], weight)
    if text[start] in _MARKS:
        covered[start] = 1
    return sum(covered[start:end]) if all(covered[start:end]) else 0


@lru_cache(maxsize=1 << 14)
def _weight(word: str) -> int:
    if word in _words():
        return 4 * len(word)
    return len(word) if word in PHRASES_DICT else 0


@cache
def _words() -> frozenset[str]:
    return frozenset(yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))["words"].split())


def _bytes(character: str) -> bytes:
    """Its two bytes; a question mark in a run was the full-width one."""
    try:
        return "\uff1f".encode("gb18030") if character in _QUESTION else character.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _characters(pairs: Iterable[bytes], traditional: bool) -> list[str]:
    """The Chinese characters and marks among what ``pairs`` of bytes stand for, in the script of the text."""
    found = [pair.decode("gbk", errors="replace") for pair in pairs]
    return [
        c
        for c in found
        if c in _MARKS or (len(c) == 1 and _in_gb2312(_simplified(c)) and (not traditional or _traditional(c) == c))
    ]


def _in_gb2312(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
