"""Runs of GBK text that lost a byte and was read one byte off from there: ``我??萍继?`` is ``我校科技處``.

In GBK every Chinese character is two bytes. Where the first of them is lost (and shown as ``?``), the second pairs with
the first of the next character, and so on, until another single byte (a ``?`` again, or an ASCII letter, which is the
second byte of many traditional characters) puts the reading right. The bytes between are all there, so every character
but the outer two is known; these are taken if words say which they are, and the run is left as it is if not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
_LEADS, _TRAILS = tuple(range(0x81, 0xFF)), (*range(0x40, 0x7F), *range(0x80, 0xFF))
_LONGEST_WORD = 4
HOPELESS = 200
"""After so many question marks that are no lost runs, the text is one that lost more than bytes."""
_MARKS = frozenset("。、，；：")
_simplified, _traditional = OpenCC("t2s").convert, OpenCC("s2t").convert


def lost_runs(text: str) -> Iterator[Edit]:
    """Edits that repair the runs of ``text`` which known words confirm."""
    if not any(mark in text for mark in _QUESTION) and not any(map(_is_rare, set(text))):
        return
    at = unconfirmed = 0
    traditional = is_traditional(text)
    while unconfirmed < HOPELESS and (match := _RUN.search(text, at)):
        meant = _meant(match, traditional)
        unconfirmed += match["lost"] is not None and not meant
        if meant:
            yield Edit(match.start(), match.end(), meant)
        at = match.end() if meant else match.start() + 1


def _meant(match: re.Match[str], traditional: bool) -> str | None:
    pairs = match["pairs"]
    if match["lost"] is None and any(_in_gb2312(c) for c in pairs):
        return None  # without its mark, only characters that nobody writes tell a run
    between = b"".join(_bytes(c) for c in pairs)
    known = between[1:-1].decode("gb18030", errors="replace") if len(between) > 2 else ""
    inner = _simplified(known)
    if len(between) != 2 * len(pairs) or not all(_in_gb2312(c) for c in inner):
        return None
    before = _simplified(_GLOSSED.sub("", match.string[max(0, match.start() - 30) : match.start()]))[-3:]
    after = _simplified(_GLOSSED.sub("", match.string[match.end() : match.end() + 30]))[:3]
    firsts = _characters(between[0], _LEADS, True, traditional)
    trails = _TRAILS if match["last"] in _QUESTION else (ord(match["last"]),)
    lasts = _characters(between[-1], trails, False, traditional)
    outer = _best(before, firsts, inner, lasts, after)
    return outer and outer[0] + known + outer[1]


def _best(before: str, firsts: dict[str, str], inner: str, lasts: dict[str, str], after: str) -> tuple[str, str] | None:
    """The one pair of outer characters that words cover best; None if there is none, or if two are as good."""
    left = {c for c, simple in firsts.items() if _covered(before + simple + inner, len(before))}
    right = {c for c, simple in lasts.items() if _covered(inner + simple + after, len(inner))}
    pairs = set(product(left, right))
    if len(inner) + 2 <= _LONGEST_WORD:
        pieces = _vocabulary().pieces
        pairs |= {(f, z) for f, z in product(firsts, lasts) if firsts[f] + inner + lasts[z] in pieces}
    ranked: dict[int, list[tuple[str, str]]] = {}
    for first, last in pairs:
        candidate = firsts[first] + inner + lasts[last]
        score = _cover(before + candidate + after, len(before), len(before) + len(candidate))
        ranked.setdefault(score, []).append((first, last))
    best = max(ranked, default=0)
    return ranked[best][0] if best and len(ranked[best]) == 1 else None


def _covered(text: str, place: int) -> bool:
    """Whether a word of ``text`` holds the character at ``place``, or it is a mark of punctuation."""
    return _cover(text, place, place + 1) > 0


def _cover(text: str, start: int, end: int) -> int:
    """How well words cover ``text[start:end]``, 0 where a character is in none."""
    weights = [1 if c in _MARKS else 0 for c in text]
    for i in range(max(0, start - _LONGEST_WORD), end):
        for j in range(i + 2, min(i + _LONGEST_WORD, len(text)) + 1):
            weight = _vocabulary().weights.get(text[i:j], 0)
            for k in range(i, j) if weight else ():
                weights[k] = max(weights[k], weight)
    return sum(weights[start:end]) if all(weights[start:end]) else 0


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    weights: dict[str, int]
    pieces: frozenset[str]
    """Whatever stands in a word, so that two unknown characters in one word need not be tried in all combinations."""


@cache
def _vocabulary() -> _Vocabulary:
    """The words of the lexicon, and with less weight the short phrases that pypinyin has readings for."""
    weights = {phrase: len(phrase) for phrase in PHRASES_DICT if len(phrase) < _LONGEST_WORD}
    listed = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))["words"].split()
    weights |= {word: 4 * len(word) for word in listed}
    pieces = {word[i:j] for word in weights for i in range(len(word)) for j in range(i + 2, len(word) + 1)}
    return _Vocabulary(weights, frozenset(pieces))


def _bytes(character: str) -> bytes:
    """Its two bytes; a question mark in a run was the full-width one."""
    try:
        return "\uff1f".encode("gb18030") if character in _QUESTION else character.encode("gbk")
    except UnicodeEncodeError:
        return b""


@cache
def _characters(known: int, unknown: Sequence[int], unknown_first: bool, traditional: bool) -> dict[str, str]:
    """The Chinese characters and marks, in the script of the text, that a known byte can make with each of the unknown
    ones, and the simplified form of each."""
    found = {}
    for byte in unknown:
        pair = bytes((byte, known)) if unknown_first else bytes((known, byte))
        character = pair.decode("gbk", errors="replace")
        simple = _simplified(character)
        in_script = not traditional or _traditional(character) == character
        if character in _MARKS or (len(character) == 1 and in_script and _in_gb2312(simple)):
            found[character] = simple
    return found


@lru_cache(maxsize=1 << 14)
def _is_rare(character: str) -> bool:
    """Whether it may stand in a run and is one that nobody writes: a run without its mark has nothing else."""
    return "\u0391" <= character <= "\u9fff" and not _in_gb2312(character)


@lru_cache(maxsize=1 << 14)
def _in_gb2312(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False
