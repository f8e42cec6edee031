"""Persons of one article: candidates from pinyin and beside titles, mentions by surname, what speaks for each."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.extraction.english.lexicon import alternation, choice, words
from loaders.extraction.english.names import NameCandidate, Word, candidates, fold
from loaders.extraction.english.skeleton import PERSON, Mention
from loaders.extraction.english.titles import is_plural
from loaders.extraction.reasons import Reason

_PART = r"(?:[A-Z][\w'’]*(?:-\w+)*|[A-Z]\.)"
_FOREIGN = re.compile(
    rf"\s({_PART}(?:(?: (?:van|von|de|der|den|ter|la|el|bin|al|da|di|dos)){{0,2}} {_PART}){{1,2}})(?![\w-])"
)
_BEFORE_COMMA = re.compile(
    rf"(?:^|[\s(])({_PART}(?: {_PART}){{1,2}})(?: \([^)]*\))?, (?:the |a |an |who is )?"
    r"(?:[A-Z]\w+(?:n|sh|se|ch|ic|['’]s) )?(?:[a-z-]+ ){0,2}$"
)
_ITS = re.compile(r"\b(?:its|their|whose|['’]s) (?:[a-z-]+ ){0,2}$")
"""Before a title that a name follows behind a comma: "led by its president, Ⓟ"."""
_OWNED = re.compile(r"\b(?:of|at|in|from|the|for|to) $")
_LED_BY = re.compile(
    rf"\b(?:delegation|group|team|mission|party)\b[^.;\n]{{0,100}}? (?:led|headed) by "
    rf"(?:[a-z]+ )?({_PART}(?: {_PART}){{1,2}})"
    r"(?=,| (?:visited|paid|came|arrived|was|were|of|from|to|on)\b)"
)
_BRACKETED = re.compile(rf"\s\(({_PART}(?: {_PART}){{0,2}}|[\u3400-\u9fff·]{{2,8}})\)")


@dataclass(slots=True)
class Person:
    """A person as this article names him or her."""

    key: str
    name: str
    surname: str
    strong: bool = False
    aliases: dict[str, None] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Names of another kind, in brackets: Mo Jiahao (Joshua Mok)."""
    evidence: set[str] = field(default_factory=set)


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words('titles')['honorifics'])}\.?\s$", re.I)


@cache
def _no_name() -> frozenset[str]:
    lexicon = words("bodies")
    heads = [h for heads in lexicon["heads"].values() for h in heads]
    return frozenset([*heads, *lexicon["places"], *lexicon["not_first"], *lexicon["cuts"], *words("names")["no_name"]])


@cache
def _does() -> re.Pattern[str]:
    """What follows a surname that stands alone: "Yang said", "Zhao and Liu signed"."""
    more = "signed|witnessed|met|visited|led|attended|chaired|presided|joined|received|welcomed|toured|came|went|is|was"
    acts = choice(words("verbs")["speak"], [more])
    return re.compile(
        rf"(?:['’]s\b|,? (?:also |then |further |both |jointly )?{acts}\b|, (?:whose|the|who)\b| and [A-Z]\w+ {acts})"
    )


_APPOSED = re.compile(r", (?:the |an? )?")
_AND_NAME = re.compile(r" and ([A-Z][a-z]+)\b(?! [A-Z])")
_NAME_AND = re.compile(r"\b(?:by|with|between) ([A-Z][a-z]+) and $")


class PeopleReader:
    """Collects the persons of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: dict[str, Person] = {}
        self.rejected: list[tuple[int, int, Reason]] = []
        self.longer: set[str] = set()
        """Keys of what elsewhere begins a longer name: Jin Jiang beside Jin Jiang Hotel."""
        self.called: dict[str, list[str]] = {}
        """The posts, in small letters, that stand beside each person's names."""
        self._posts: dict[int, str] = {}
        """Posts by their start."""

    def pinyin(self, found: Sequence[Word], blocked: dict[int, int], titled: Container[int] = ()) -> list[Mention]:
        """The pinyin names among a paragraph's words that no known name covers; ``titled``: places within posts."""
        mentions = []
        for name in candidates(self.text, found):
            if any(start in blocked and start < name.end for start in (name.start, *self._word_starts(name))):
                self.rejected.append((name.start, name.end, "known_name"))
            elif name.end + 1 not in titled and self._continues(name):
                self.rejected.append((name.start, name.end, "longer_name"))
                self.longer.add(name.key)
            else:
                mentions.append(self._take(name))
        return mentions

    def _word_starts(self, name: NameCandidate) -> Iterable[int]:
        return (name.start + m.end() for m in re.finditer(" ", self.text[name.start : name.end]))

    def _continues(self, name: NameCandidate) -> bool:
        """Whether a head noun or place follows: Fang Yuan Hall, Xue Yuan Road."""
        following = re.match(r" ([A-Z]\w+)", self.text[name.end : name.end + 30])
        return bool(
            following and following.group(1) in _no_name() and following.group(1) not in words("bodies")["cuts"]
        )

    def _take(self, name: NameCandidate) -> Mention:
        surface = self.text[name.start : name.end]
        person = self.all.setdefault(name.key, Person(name.key, surface, name.surname))
        person.strong |= name.strong
        if name.strong and len(surface) < len(person.name):
            person.name = surface
        person.aliases.setdefault(surface)
        person.spans.append((name.start, name.end))
        if _honorific().search(self.text, max(0, name.start - 9), name.start):
            person.evidence.add("honorific")
        return Mention(PERSON, name.start, name.end, name.key)

    def foreign(
        self, titles: Sequence[Mention], blocked: Sequence[Mention], zone_at: Callable[[int], str]
    ) -> list[Mention]:
        """Names of any other kind, which only a title or honorific beside them shows."""
        borders = sorted(i for m in blocked for i in (m.start, m.end - 1))
        found = []
        for title in titles:
            its = _ITS.search(self.text, max(0, title.start - 40), title.start)
            start = title.end + (its is not None and self.text.startswith(", ", title.end))
            after = _FOREIGN.match(self.text, start, start + 60)
            if after and not is_plural(title.key):
                found.append(after.span(1))
            before = _BEFORE_COMMA.search(self.text, max(0, title.start - 70), title.start)
            if before and not _OWNED.search(self.text, max(0, before.start(1) - 12), before.start(1)):
                found.append(before.span(1))
        found += [m.span(1) for m in _LED_BY.finditer(self.text)]
        for match in re.finditer(
            rf"\b{alternation(h.capitalize() for h in words('titles')['honorifics'])}\.?(?=\s[A-Z])", self.text
        ):
            after = _FOREIGN.match(self.text, match.end(), match.end() + 60)
            if after:
                found.append(after.span(1))
        return [
            self._foreigner(a, b)
            for a, b in dict.fromkeys(found)
            if zone_at(a) and self._is_name(a, b) and bisect_left(borders, a) == bisect_left(borders, b)
        ]

    def repeats(self, taken: Sequence[Mention]) -> list[Mention]:
        """Further mentions by full name of those whose name no pinyin shows."""
        names = {p.name: p for p in self.all.values() if p.key == p.name.casefold()}
        if not names:
            return []
        starts = {m.start for m in taken}
        found = []
        for start, end in _whole(self.text, names):
            if start not in starts:
                person = names[self.text[start:end]]
                person.spans.append((start, end))
                found.append(Mention(PERSON, start, end, person.key))
        for person in names.values():
            person.spans.sort()
        return found

    def _is_name(self, start: int, end: int) -> bool:
        parts = self.text[start:end].split(" ")
        return not any(p in _no_name() or (p.isupper() and len(p) < 5 and "." not in p) for p in parts)

    def _foreigner(self, start: int, end: int) -> Mention:
        surface = self.text[start:end]
        key = surface.casefold()
        person = self.all.setdefault(key, Person(key, surface, surface.split(" ")[-1].casefold(), True))
        person.aliases.setdefault(surface)
        person.spans.append((start, end))
        person.evidence.add("title")
        return Mention(PERSON, start, end, key)

    def brackets(self, mentions: Sequence[Mention], known: Container[int]) -> list[Mention]:
        """Give each person the other name that follows in brackets, Mo Jiahao (Joshua Mok), unless a name that is
        ``known`` starts there: Mo Jiahao (Pinggu)."""
        wider = []
        for mention in mentions:
            other = _BRACKETED.match(self.text, mention.end, mention.end + 40)
            if other and not other.group(1).isupper() and other.start(1) not in known:
                self.all[mention.key].aliases.setdefault(other.group(1))
                self.all[mention.key].others.append(other.group(1))
                mention = Mention(PERSON, mention.start, other.end(), mention.key)
            wider.append(mention)
        return wider

    def back_references(
        self, found: Sequence[Word], taken: Sequence[Mention], titles: Sequence[Mention]
    ) -> list[Mention]:
        """Later mentions by surname alone: "Yang said", "President Zhu"."""
        by_surname = defaultdict(set)
        for person in self.all.values():
            for name in (person.surname, *(a.split(" ")[-1].casefold() for a in person.others)):
                by_surname[name].add(person.key)
        self.called = self._near(titles)
        covers = sorted((m.start, m.end) for m in taken)
        after_title = {t.end + 1: t for t in titles}
        self._posts = {t.start: t.key for t in titles}
        mentions = []
        for word in found:
            keys = by_surname.get(fold(word.text))
            if not keys or _covered(covers, word.start) or not word.text[0].isupper():
                continue
            title = after_title.get(word.start)
            called = title or _honorific().search(self.text, max(0, word.start - 9), word.start)
            alone = word.text not in words("names")["no_back_reference"] and (
                _does().match(self.text, word.end)
                or self._begins(word)
                or self._joined(word, by_surname)
                or self._is_apposed(word)
            )
            if called or alone:
                mentions += self._refer(word, keys, title)
        return mentions

    def _joined(self, word: Word, by_surname: dict[str, set[str]]) -> bool:
        """One of two surnames after a preposition: "signed by Fu and Zhu"."""
        after = _AND_NAME.match(self.text, word.end, word.end + 30)
        before = _NAME_AND.search(self.text, max(0, word.start - 40), word.start)
        beside = after or before
        return beside is not None and bool(by_surname.get(fold(beside.group(1))))

    def _is_apposed(self, word: Word) -> bool:
        """Whether a post of a body follows a word that opens a sentence: "Niu, chairman of ORG, ..."."""
        before = self.text[max(0, word.start - 2) : word.start]
        gap = _APPOSED.match(self.text, word.end)
        title = self._posts.get(gap.end()) if gap else None
        if gap is None or title is None or (before.strip() and not before.endswith((". ", "” ", '" ', "\n"))):
            return False
        return self.text.startswith((" of ", " at "), gap.end() + len(title))

    def _begins(self, word: Word) -> bool:
        before = self.text[max(0, word.start - 2) : word.start]
        return (
            (not before.strip() or before.endswith((". ", ", ", "\n")))
            and self.text[word.end : word.end + 1] == " "
            and (self.text[word.end + 1 : word.end + 2].islower())
        )

    def _refer(self, word: Word, keys: set[str], title: Mention | None) -> list[Mention]:
        earlier = {k for k in keys if self.all[k].spans[0][0] < word.start}
        if len(earlier) > 1:
            if title:
                called = title.key.casefold()
                earlier = {k for k in earlier if any(called in t for t in self.called.get(k, ()))} or earlier
            if len(earlier) > 1:
                self.rejected.append((word.start, word.end, "ambiguous_surname"))
                return []
        for key in earlier:
            person = self.all[key]
            person.aliases.setdefault(f"{title.key} {word.text}" if title else word.text)
            person.spans.append((word.start, word.end))
            return [Mention(PERSON, word.start, word.end, key)]
        return []

    def _near(self, titles: Sequence[Mention]) -> dict[str, list[str]]:
        """The titles directly before or after each person's mentions."""
        before = {t.end + 1: t.key.casefold() for t in titles}
        after = {t.start: t.key.casefold() for t in titles}
        found: dict[str, list[str]] = defaultdict(list)
        gap = re.compile(r", (?:who is )?(?:the |an? )?(?:[^,;.\n]{1,40}['’]s )?")
        for person in self.all.values():
            for start, end in person.spans:
                behind = gap.match(self.text, end, end + 60)
                if behind and behind.end() in after:
                    found[person.key].append(after[behind.end()])
                found[person.key] += [w[i] for w, i in ((before, start), *((after, end + n) for n in (2, 6))) if i in w]
        return found


def _whole(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where ``text`` has one of ``names`` and no part of a word more; of those that overlap the first, then the
    longest."""
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not (_is_letter(text[start - 1 : start]) or _is_letter(text[end : end + 1])):
                found.append((start, end))
            start = text.find(name, start + 1)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _covered(spans: Sequence[tuple[int, int]], place: int) -> bool:
    before = bisect_right(spans, (place, 1 << 62)) - 1
    return before >= 0 and place < spans[before][1]
