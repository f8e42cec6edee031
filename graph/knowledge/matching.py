"""Every known name in a text, in one pass (Aho and Corasick, 1975), the longest at each place."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

import ahocorasick

from graph.knowledge.tables import APOSTROPHES

T = TypeVar("T")
Lang: TypeAlias = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """``text[start:end] == surface`` names one of ``candidates``; more than one: the name alone does not tell which."""

    start: int
    end: int
    surface: str
    candidates: tuple[T, ...]


class Matcher(Generic[T]):
    """Names of one language and what each stands for.

    English names match at word borders, whatever their case, apostrophe and kind of space, but a name without a small
    letter (BIT) only as it is written, and a match that begins with a small letter never.
    """

    def __init__(self, names: Mapping[str, Iterable[T]], lang: Lang, *, vetoes: Iterable[tuple[str, str]] = ()) -> None:
        """``vetoes`` are patterns of what may not stand before and after a match (empty: anything may)."""
        self._english = lang == "en"
        self._vetoes = [(before and re.compile(f"(?:{before})$"), re.compile(after)) for before, after in vetoes]
        self._automaton = ahocorasick.Automaton()
        for name, meanings in names.items():
            plain, exact = self._plain(name), self._english and name == name.upper()
            # Of what is written only so, the writings stand beside the meanings of all others: few names have any.
            length, others, written = self._automaton.get(plain, (len(plain), (), None))
            if exact:
                written = {**(written or {}), name: tuple(meanings)}
            else:
                others = tuple(meanings)
            self._automaton.add_word(plain, (length, others, written))
        self._automaton.make_automaton()

    def _plain(self, text: str) -> str:
        """``text`` folded without moving a character."""
        if not self._english:
            return text
        lower = text.lower() if len(text.lower()) == len(text) else "".join(c.lower()[:1] for c in text)
        return re.sub(r"\s", " ", APOSTROPHES.sub("'", lower))

    def matches(self, text: str) -> list[Match[T]]:
        """The matches in order, without overlaps."""
        plain = self._plain(text)
        found = []
        hits: Iterable[tuple[int, tuple[int, tuple[T, ...], dict[str, tuple[T, ...]] | None]]]
        hits = self._automaton.iter(plain) if len(self._automaton) else ()
        for last, (length, others, written) in hits:
            start, end = last + 1 - length, last + 1
            surface = text[start:end]
            meanings = (written and written.get(surface)) or others
            if meanings and (not self._english or self._is_word(text, start, end)):
                found.append(Match(start, end, surface, meanings))
        found.sort(key=lambda m: (m.start, -m.end))
        chosen: list[Match[T]] = []
        done = 0
        for match in found:
            if match.start >= done:
                chosen.append(match)
                done = match.end
        return [m for m in chosen if not self._is_vetoed(text, m)]

    @staticmethod
    def _is_word(text: str, start: int, end: int) -> bool:
        if text[start].islower() and text[start : start + 2].islower():
            return False
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (before.isalnum() and before < "\u3400") and not (after.isalnum() and after < "\u3400")

    def _is_vetoed(self, text: str, match: Match[T]) -> bool:
        return any(
            (not before or before.search(text, max(0, match.start - 24), match.start)) and after.match(text, match.end)
            for before, after in self._vetoes
        )
