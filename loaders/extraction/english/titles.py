"""Posts and bodies without a name: "Executive Vice President", "the district government"."""

import re
from functools import cache

from loaders.extraction.english.lexicon import alternation, words
from loaders.extraction.english.skeleton import GENERIC, TITLE, Mention

_NAMING = (
    "Association|Society|Federation|Alliance|Union|Club|Forum|Committee|Board|Institute|Academy|Foundation|Office"
    "|Building|Hotel"
)
"""What makes the title before it a word of a name: Returned Scholars Association."""


_OF_THEM = re.compile(
    r"\b(?:Association|Federation|Society|Institute|Union|Chamber|Alliance|College|Institution) of (?:the )?"
    r"(?:[A-Z]\w+ ){0,3}$"
)
"""What makes a plural after it a word of a name: Association of German Engineers."""


_DEGREES = frozenset(["prof.", "professor", "dr."])
"""Forms of address which add nothing to a post directly before them."""


@cache
def _titles() -> re.Pattern[str]:
    lexicon = words("titles")
    modifier = alternation(lexicon["modifiers"])
    head = alternation(lexicon["heads"])
    phrase = alternation(lexicon["phrases"])
    narrower = alternation(lexicon["narrower"])
    field = alternation(lexicon["portfolios"])
    return re.compile(
        rf"(?<![\w'’-])(?:{phrase}|(?:visiting (?=(?:\w+ )?(?:prof|schol|fellow|research|lectur)))?"
        rf"(?:(?:{modifier}|[a-z]++(?<=[ai]c|al)|[a-z]++(?<=ive)|(?-i:{narrower}))[ -]){{0,5}}"
        rf"(?:chief [a-z]+(?: [a-z]+)? officer"
        rf"|(?:minister|secretary) (?:of|for) (?-i:{field}(?:(?:, {field})* and {field})?)|{head}s?))"
        rf"(?![\w])(?![-’'](?!s\b))(?!(?-i: (?:[A-Z]\w+ )?(?:{_NAMING})\b))",
        re.I,
    )


@cache
def _generics() -> re.Pattern[str]:
    kinds = words("titles")["generic_bodies"]
    nouns = alternation(*kinds.values())
    nations = alternation(words("bodies")["adjectives"])
    return re.compile(
        rf"\b(?:the|our|their|its|his|her|both) (?P<the>(?:two )?(?:{nations} )?{nouns})\b"
        rf"|\bof (?P<of>{nouns})\b(?! (?:officials|leaders|cadres|and township))"
        rf"|(?<=['’]s )(?P<part>{nouns})\b",
        re.I,
    )


@cache
def _kinds() -> dict[str, str]:
    return {noun.casefold(): kind for kind, nouns in words("titles")["generic_bodies"].items() for noun in nouns}


def titles(text: str, start: int, end: int) -> list[Mention]:
    """The posts in ``text[start:end]``."""
    found: list[Mention] = []
    for match in _titles().finditer(text, start, end):
        of_them = match.group()[0].isupper() and is_plural(match.group())
        if of_them and _OF_THEM.search(text, max(start, match.start() - 60), match.start()):
            continue
        last = found[-1] if found else None
        if last and match.start() == last.end + 1 and match.group().casefold() in _DEGREES and not is_plural(last.key):
            found[-1] = Mention(TITLE, last.start, match.end(), last.key)  # Vice Dean Prof. Dr. Ⓟ is vice dean
        else:
            found.append(Mention(TITLE, match.start(), match.end(), match.group()))
    return found


def generics(text: str, start: int, end: int) -> list[Mention]:
    """The bodies without a name in ``text[start:end]``, without the article or pronoun before them."""
    found = []
    for match in _generics().finditer(text, start, end):
        part = match.lastgroup or "the"
        found.append(Mention(GENERIC, match.start(part), match.end(part), match.group(part)))
    return found


def generic_kind(phrase: str) -> str:
    """The kind of body that ``phrase`` stands for: a key of ``generic_bodies`` in the lexicon."""
    nation, _, noun = phrase.partition(" ")
    return _kinds().get((noun if nation in words("bodies")["adjectives"] else phrase).casefold(), "part")


def is_generic(phrase: str) -> bool:
    """Whether ``phrase`` names no body by itself: "Party Committee", "University Council"."""
    return phrase.casefold() in _kinds()


def is_plural(title: str) -> bool:
    """Whether a post is told of several people: "Vice Presidents", not "Minister of Economics"."""
    return title.casefold().endswith("s") and " of " not in title and " for " not in title


def singular(title: str) -> str:
    """The post of one of several: "Vice Presidents" is "Vice President"."""
    return title[:-1] if is_plural(title) else title


_DIPLOMAT = re.compile(r"\b(?:ambassador|consul|counsell?or|attache|envoy|first secretary|second secretary)\b", re.I)


def is_diplomat(title: str) -> bool:
    """Whether ``title`` is one of a foreign mission, which a text need not name."""
    return _DIPLOMAT.search(title) is not None


def is_rank(title: str) -> bool:
    """Whether ``title`` is a rank that a university or institute employs people in, unlike a degree: "Professor"."""
    return title.casefold().rstrip("s") in words("titles")["ranks"]


def is_academic(title: str) -> bool:
    """Whether ``title`` is a rank or degree, which says nothing about whom a person acts for."""
    return title.casefold().rstrip("s") in words("titles")["academic"]
