"""One sentence's contribution to a meeting, and how a side is read from a part of the sentence."""

import re
from dataclasses import dataclass, field

from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Mention, Sentence

_COUNTED = r"\d+|[a-z-]*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)"
_WITH = (
    rf"and (?:(?:his|her|their|other|some|several|a|the rest of|{_COUNTED}) (?:[\w-]+ ){{0,3}}"
    r"(?:delegation|group|team|party|entourage|colleagues|members|officials|others|representatives|leaders|experts"
    r"|teachers|entrepreneurs|\w+men|people|persons)|others) "
)
"""Those who go with the subject and are not named: "Ⓟ, Ⓣ of Ⓘ, and her five-member team came"."""
_CLAUSE = re.compile(
    rf"; |, (?!{_WITH})(?:and|while|where|when|which|who) (?=[^,]{{0,60}}$)|\bthat |\bthe day (?:before|after),? "
)
_OPENING = re.compile(
    r"\s*(?:Prior to|Before|After|Following|During|Ahead of|Upon|Besides|In addition to|In the presence of"
    r"|At the (?:\w+ )?invitation of|Invited by|Witnessed by|Thanks to)\b[^;]{0,160}?, "
    r"(?=(?:the |an? |his |her )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ"
    r"|(?:the |an? )?(?:[\w-]+ ){0,3}(?:delegation|group|team|party|guests?|visitors?)\b"
    r"|(?:he|she|they)\b|(?:the )?[ⒾⓁ](?! Ⓣ))"
)
"""A phrase before the subject, whose people do not act: "Prior to the talks with Ⓟ, Ⓟ called at Ⓘ"."""
DELEGATION = re.compile(
    r"(?P<a>[ⒾⓁ])(?:['’]s)? (?:[\w-]+ ){0,3}(?:delegation|team|group|mission)\b"
    r"|\b(?:delegation|team|group|mission|party|guest|visitor|representative|leader)s?"
    r"(?: \w+| of (?:[\w-]+ ){0,2}(?:\w+s|Ⓣ))?"
    r" (?:of|from) (?:the |Ⓝ['’]s )?(?:Ⓖ of )?"
    r"(?P<b>[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])*)"
)
MET = re.compile(
    r"\bmet (?=Ⓣ|Ⓟ|[ⒾⓁ] Ⓣ)|, where (?=Ⓣ|Ⓟ)|, whose (?=Ⓣ,? Ⓟ)|"
    r"\b(?:met|talked|talks|discussions?|views|ideas|symposium|seminar|meeting"
    r"|conversation|exchanges?|dialogue|conferred) with\b"
    r"|\b(?:was|were) (?:received|welcomed|met) by\b"
)


@dataclass(slots=True)
class Frame:
    """One sentence's contribution. People and bodies are keys, in the order of the sentence."""

    sentence: int
    kind: str
    visitors: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    visiting: list[str] = field(default_factory=list)
    """Bodies of the visiting side."""
    hosting: list[str] = field(default_factory=list)
    both: list[str] = field(default_factory=list)
    """Bodies that met without a known side."""
    generic_host: Mention | None = None
    anaphoric: bool = False
    """Whether the visitors are only called so: "the delegation", "they"."""
    pronoun: bool = False
    """Whether the subject is "he" or "she": whoever acted in the sentence before."""
    elsewhere: str | None = None
    """The town or building, of no body that is known, that the visitors went to."""
    strength: int = 0
    """How surely the frame tells the sides: 2 a visit, 1 a reception, 0 not at all."""


def clause(sentence: Sentence, verb: int) -> int:
    """Where the clause of the verb at that place begins."""
    opening = _OPENING.match(sentence.skeleton, 0, verb)
    start = opening.end() if opening else 0
    for border in _CLAUSE.finditer(sentence.skeleton, start, verb):
        start = border.end()
    return start


_OWNED = re.compile(r"['’]s (?!Ⓣ|ⒾⓁⓅ|own\b|delegation|group|team|party)[a-z]")


def acting(sentence: Sentence, start: int, end: int) -> list[str]:
    """The people in ``skeleton[start:end]`` but for those who are only named as whose something is: "answered Ⓟ's
    questions"."""
    return [m.key for place, m in sentence.placed(start, end, PERSON) if not _OWNED.match(sentence.skeleton, place + 1)]


_TOGETHER = re.compile(r"Ⓘ(?:, (?:the )?Ⓘ)*,? and (?:the )?[ⒾⓁ](?= (?:\w+ly |also |both )?$)")
"""Several bodies that do together what the verb behind them says."""


def side(sentence: Sentence, start: int, end: int) -> tuple[list[str], list[str]]:
    """People and bodies that stand for one side in ``skeleton[start:end]``."""
    people = acting(sentence, start, end)
    groups = []
    for found in DELEGATION.finditer(sentence.skeleton, start, end):
        groups += [m.key for m in sentence.within(*found.span("a" if found.group("a") else "b"), BODY + DISTRICT)]
    if groups or people:
        return people, groups
    if together := _TOGETHER.search(sentence.skeleton, start, end):
        return people, [m.key for m in sentence.within(*together.span(), BODY + DISTRICT)]
    return people, [m.key for m in sentence.within(start, end, BODY + DISTRICT)][-1:]
