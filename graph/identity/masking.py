"""Where a text names somebody, in any of the ways in which a name is written; and the text without these names.

A name is masked by as many marks as it has code points, so that every offset of the article stays right and every
quote is still ``text[start:end]`` of what is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, TypeAlias
from urllib.parse import unquote

from graph.identity.folding import has_han, is_han, simplified
from graph.identity.person_keys import full_names, person_keys
from graph.knowledge.surnames import cuts, split_han
from graph.knowledge.titles import read_title

MASK: Final = "█"
Span: TypeAlias = tuple[int, int]

_GAP: Final = r"[\s\u0300-\u036f\u200b-\u200d\ufeff·•・.,，'’‘ʼ`´_+\-‐‑/]{0,3}"
"""What may stand between the parts of a name: in broken lines, addresses, with accents written apart."""
_TITLE: Final = 8
"""Code points around a short name in which a title is looked for."""
_LATIN_TITLE: Final = re.compile(r"([A-Za-z]+)\.?\s+$")
_HONORIFICS: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor"})


@dataclass(frozen=True)
class Names:
    """The names of one who is suppressed. ``person``: they are read as names of a person, in both scripts."""

    names: tuple[str, ...]
    person: bool = True

    @cached_property
    def full(self) -> tuple[str, ...]:
        """Those that stand for the person by themselves; of a body those that no other body can be called by."""
        if self.person:
            return full_names(self.names)
        return tuple(n for n in self.names if len(n) > 3 and (has_han(n) or len(n.split()) > 1))

    @cached_property
    def han(self) -> frozenset[str]:
        """Surnames in characters."""
        return frozenset(cut[0] for n in self.full if has_han(n) for cut in split_han(simplified(n))[:1])

    @cached_property
    def latin(self) -> frozenset[str]:
        """Surnames in pinyin, of one word."""
        return frozenset(key[2:].partition(".")[0] for key in self._keys if key.startswith("p:"))

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return person_keys(self.full).keys if self.person and self.full else ()

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        forms = {_han_form(n) if has_han(n) else _words_form(n.split()) for n in self.full}
        forms |= {form for key in self._keys if key.startswith("p:") for form in _pinyin_forms(key[2:])}
        ordered = sorted(filter(None, forms), key=lambda form: (-len(form), form))
        return re.compile("|".join(ordered)) if ordered else None

    def spans(self, text: str, *, sure: bool = True) -> Iterator[Span]:
        """Where ``text`` has a full name, in either script. Not ``sure``, where nothing else says that it is about
        them: of two characters only beside a title (高峰 is a word), in Latin letters only with a capital."""
        if self._pattern is None:
            return
        flat_text = flat(text)
        for match in self._pattern.finditer(flat_text):
            start, end = match.span()
            if has_han(match[0]):
                if sure or sum(map(is_han, match[0])) > 2 or _beside_title(text, start, end):
                    yield start, end
            elif sure or _is_name(text, start, end):
                yield start, end

    def surname_spans(self, text: str, others: Iterable[str]) -> Iterator[Span]:
        """Where only the surname is told, beside a title (郭校长, President Guo), unless ``others`` bear it too."""
        theirs = [Names((other,)) for other in others]
        for surname in self.han - {s for n in theirs for s in n.han}:
            for match in re.finditer(re.escape(surname), flat(text)):
                if _is_titled(text[match.end() : match.end() + _TITLE]):
                    yield match.span()
        for surname in self.latin - {s for n in theirs for s in n.latin}:
            for match in re.finditer(rf"(?<![a-z]){re.escape(surname)}(?![a-z])", flat(text)):
                before = _LATIN_TITLE.search(text[max(0, match.start() - 30) : match.start()])
                if before and text[match.start()].isupper() and _is_english_title(before[1]):
                    yield match.span()

    def in_address(self, address: str) -> bool:
        """Whether an address or the name of a file has one of the names, in some spelling."""
        readable = flat(unquote(address))
        return self._pattern is not None and self._pattern.search(readable) is not None


def without(text: str, spans: Iterable[Span], spared: Sequence[Span] = ()) -> str:
    """``text`` with marks in the place of ``spans``, but of those that lie within one of ``spared``; gaps stay."""
    found = list(text)
    for start, end in spans:
        if not any(first <= start and end <= last for first, last in spared):
            found[start:end] = (c if c.isspace() else MASK for c in text[start:end])
    return "".join(found)


@lru_cache(maxsize=4096)
def called(names: tuple[str, ...], *, person: bool) -> Names:
    """These names, whose patterns are made once."""
    return Names(names, person)


@lru_cache(maxsize=16)  # one text after the other is looked through for everyone who is suppressed
def flat(text: str) -> str:
    """``text`` as names are compared, code point by code point: simplified, without case and accents."""
    return "".join(map(_flat, text))


@lru_cache(maxsize=1 << 16)
def _flat(character: str) -> str:
    plain = unicodedata.normalize("NFD", simplified(character).casefold())[:1]
    return plain or character


def _han_form(name: str) -> str:
    return _GAP.join(re.escape(c) for c in flat(name) if not c.isspace() and (c.isalnum() or is_han(c)))


def _words_form(words: Sequence[str]) -> str:
    parts = [flat(word) for word in words if any(c.isalnum() for c in word)]
    joined = _GAP.join(_GAP.join(map(re.escape, re.findall(r"\w+", part))) for part in parts)
    return rf"(?<![a-z]){joined}(?![a-z])" if joined else ""


def _pinyin_forms(key: str) -> Iterator[str]:
    family, _, given = key.partition(".")
    for syllables in {*cuts(given), (given,)}:
        name = _GAP.join(map(_spelt, syllables))
        yield rf"(?<![a-z])(?:{_spelt(family)}{_GAP}{name}|{name}{_GAP}{_spelt(family)})(?![a-z])"


def _spelt(syllable: str) -> str:
    return re.escape(syllable).replace("v", "(?:v|u|yu)")


def _is_name(text: str, start: int, end: int) -> bool:
    """Latin letters are a name where one is a capital, or where they are part of an address."""
    if any(c.isupper() for c in text[start:end]):
        return True
    left = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    token = text[left : end + 40].split(maxsplit=1)[0]
    return "@" in token or "/" in token or "www." in token or ".htm" in token


def _beside_title(text: str, start: int, end: int) -> bool:
    return read_title(text[max(0, start - _TITLE) : start].strip()) is not None or _is_titled(text[end : end + _TITLE])


def _is_titled(after: str) -> bool:
    return any(read_title(after[:n]) is not None for n in range(2, len(after) + 1) if all(map(is_han, after[:n])))


def _is_english_title(word: str) -> bool:
    return word.casefold() in _HONORIFICS or read_title(word) is not None
