"""Where a sentence tells of a signing, or of one only meant: the acts, each with its own part of the sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from loaders.extraction.english.events import CEREMONY_TO_COME
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.skeleton import Sentence

_PAPER = re.compile(
    r"agree|memorand|mou\b|mous\b|contract|letter|protocol|declar|statement|name|paper|document|deal|treaty|pact|accord"
    r"|partner|relation|(?:signed|inked) with\b|intention|ceremony"
    r"|the (?:first|second|third|fourth|fifth|other|latter|former|last)\b",
    re.I,
)
"""Without one of these a sentence tells of no agreement."""
MOST = 8
"""Signings of one sentence: what has more is no sentence."""
_NEGATED = re.compile(
    r"\b(?:[Nn]ot|[Nn]o|[Nn]ever|[Nn]one|without|den(?:y|ies|ied|ying)|refut\w+"
    r"|implement\w*|under the|according to the|carry out the) [\w ]{0,25}$"
)
_LATER = re.compile(
    r"\b(?:will|would|shall|plans? to|agreed to|hoped?|expects?|intends?|be|to sign) |\bintent"
    r"|\b(?:consensus|draft(?:ing)?|negotiat\w+|discuss\w*|prepar\w+|talks)\b"
)
_FORESEEN = re.compile(
    r"\b(?:foreseen|planned|expected|envisaged|scheduled|intended|proposed|suggested) that [^.;]*$"
    r"|\b(?:intention|plan|hope|wish) that [^.;]*$"
)
_CARRIED_OUT = re.compile(r"\b(?:implement|carry out|fulfil|honou?r|abide by|under) ")
_VAGUE = re.compile(r"\b(?:preliminary|initial|verbal|oral|tentative) |\bin principle\b", re.I)
_CLAUSE = re.compile(r"; (?:and |while )?|,? (?:and|while|but|whereas) ")
_CALLED_OFF = re.compile(
    r"\b(?:was|were|been|be|is) (?:\w+ly )?(?:cancell?ed|postponed|called off|abandoned|shelved"
    r"|put off|suspended|delayed|scrapped)\b"
)
_NEW = re.compile(r" (?:an?|another|two|three|several|separate) |^ ?$")


ALSO = re.compile(r"\b(?:also|another|in addition|besides|of its own|separately)\b", re.I)
ANOTHER = re.compile(
    r"\b(?:second|third|another|further|new|formal|separate)(?: [\w-]+){0,3} (?:agreement|contract|memorandum|MoU)",
    re.I,
)
TOLD = re.compile(r"\b(?:said|added|explained|introduced|recalled|noted|mentioned)(?: that\b|, |,$| (?=.* signed))")
ON_THE_SPOT = re.compile(
    r"\s*(?:An? (?:[\w-]+ )?ceremony|After|Following|During|Finally|Then|Later|On behalf|On the spot|Before the end"
    r"|At (?:the|this) (?:end|meeting|ceremony|symposium|talks|event|forum|session|same time)"
    r"|The (?:[\w-]+ ){0,3}(?:agreement|memorandum|document|contract|MoU|MOU|paper|letter))\b"
)
"""What brings a paragraph that began with a speech back to the event."""
_ABOUT = re.compile(
    r" (?:on|for|of|about|regarding) (?!behalf|Ⓓ)([^,.;Ⓓ]{3,120}?)"
    r"(?= (?:on|in|at) Ⓓ| (?:was|were|is|are|will|has|have) |[,.;Ⓓ]|$)"
)


@dataclass(frozen=True, slots=True)
class Act:
    """A signing in ``sentence``, whose skeleton is blank outside the clauses that belong to it."""

    sentence: Sentence
    start: int
    end: int
    passive: bool
    paper: tuple[int, int] | None
    """Where the paper or relation stands; None where only a ceremony is told."""
    vague: bool = False
    """Reached only orally or in principle."""


@cache
def _signing() -> re.Pattern[str]:
    lexicon = words("agreements")
    paper, signed = f"(?i:{choice(lexicon['papers'], lexicon['elliptic'])})", choice(lexicon["signed"])
    done = choice(lexicon["done"])
    relation, formed = f"(?i:{choice(lexicon['relations'])})", choice(lexicon["formed"])
    return re.compile(
        rf"\b(?P<verb>{signed})\b(?P<gap>[^.;]{{0,160}}?)\b(?P<paper>{paper})\b"
        rf"|\b(?P<formed>{formed})\b[^.;]{{0,60}}?\b(?P<relation>{relation})\b"
        rf"|\b(?P<relative>{paper})\b(?: (?:on|for|about|of) [^.;,]{{0,60}}?)?,? (?:which|that) "
        rf"(?P<whose>[^.;]{{0,80}}?[ⒾⓁⒼⓅ][^.;]{{0,20}}?) (?:(?:had|have|has)(?: \w+ly)? )?"
        rf"(?P<did>{done})\b(?! (?:with|by)\b)"
        rf"|\b(?P<passive>{paper})\b(?P<until>[^.;]{{0,120}}?)\b(?:was|were|is|are|been|be)(?: \w+)? {done}\b"
        rf"|\b(?P<reduced>{paper})(?:,| \w+){{0,2}},? {done} "
        r"(?=(?:between|with|by|in|last|earlier|on Ⓓ)\b)"
        rf"|\b(?P<dated>{paper})\b[^.;]{{0,80}}? (?:dates? (?:from|back to)|has been in force since) "
        r"|\b(?:signed|inked)(?= with (?:the )?[ⒾⓁⒼ] (?:on|for|to)\b)"
        r"|(?<=[ⒾⓁⒼ])(?P<gapped> )(?=with (?:the )?[ⒾⓁⒼ] (?:on|for|to)\b)"
        r"|\b(?i:signing ceremony)\b"
    )


_ANNOUNCES = re.compile(
    r"\b(?:signed|exchanged|inked|concluded|signing)\b[^.;]{0,80}:$"
    r"|\b(?:signed|exchanged)\b[^.;]{0,60}\b(?:following|as follows)\W*$"
)
_ITEM = r"\W*(?:\(?\d{{1,2}}[).]|\(?[a-h]\))?\W*(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Tt]wo) )?(?:[\w-]+ ){{0,4}}?(?P<paper>{})\b"


@cache
def _item() -> re.Pattern[str]:
    return re.compile(_ITEM.format(f"(?i:{choice(words('agreements')['papers'])})"))


def announces(sentence: Sentence) -> bool:
    """Whether a list of what was signed follows: "Three papers were signed:"."""
    return _ANNOUNCES.search(sentence.skeleton) is not None


def item(sentence: Sentence) -> Act | None:
    """The paper that a line of such a list names: "(2) a contract between Ⓘ and Ⓘ, signed by Ⓟ and Ⓟ;"."""
    found = _item().match(sentence.skeleton)
    return Act(sentence, found.start("paper"), found.end(), True, found.span("paper")) if found else None


def _marks() -> str:
    future = words("agreements")["future"]
    return "|".join(future["committed"] + future["hoped"])


@cache
def _meant() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_marks()}) (?:\w+ )?$")


@cache
def _intent() -> re.Pattern[str]:
    lexicon = words("agreements")
    marks = _marks()
    papers = f"(?i:{choice(lexicon['papers'])})"
    nouns = f"(?i:{choice(lexicon['relations'], lexicon['papers'])})"
    return re.compile(
        rf"\b(?:{marks})\b(?:(?!\b(?:{marks})\b)[^.;]){{0,120}}?\b(?P<noun>{nouns})\b"
        rf"|\b(?P<passive>{papers})\b[^.;]{{0,120}}?\b(?:{marks})(?: \w+)?(?: to)? (?:follow\b|be (?:\w+ )?"
        r"(?:signed|inked|concluded|reached|renewed)\b)"
        rf"|\b(?P<bare>{choice(lexicon['bare'])})"
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b{choice(words('agreements')['signed'])}\b")


@lru_cache(maxsize=1 << 10)  # asked of each sentence for what was signed and for what is meant, on both readings
def _names_paper(skeleton: str) -> bool:
    return _PAPER.search(skeleton) is not None


def signings(sentence: Sentence) -> list[Act]:
    """The signings that a sentence tells as done, first to last."""
    if not _names_paper(sentence.skeleton):
        return []
    kept: list[re.Match[str]] = []
    for match in _signing().finditer(sentence.skeleton):
        if _is_done(sentence.skeleton, match) and _is_another(sentence.skeleton, kept, match):
            kept.append(match)
    kept = kept[:MOST]
    return [_act(part, m) for m, part in zip(kept, _parts(sentence, kept), strict=False)]


def _is_another(skeleton: str, before: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a match tells of a signing besides those before it, with a verb of its own or with that of the clause
    before: "A signed with B on salt, and C with D on rice"."""
    if not match.group("gapped"):
        return not before or bool(match.lastgroup and _NEW.search(match.group("gap") or ""))
    between = skeleton[before[-1].end() : match.start()] if before else ""
    return _AND_BODY.search(between) is not None and before[-1].group().startswith(("signed", "inked"))


_AND_BODY = re.compile(r"(?:;|,| and) (?:and )?(?:the )?[ⒾⓁⒼ]$")


def _is_done(skeleton: str, match: re.Match[str]) -> bool:
    if _CALLED_OFF.search(skeleton, match.start()) or CEREMONY_TO_COME.match(skeleton, match.start()):
        return False
    inside = "".join(match.group(g) or "" for g in ("gap", "until", "whose"))
    return not (
        _FORESEEN.search(skeleton, 0, match.start())
        or _NEGATED.search(skeleton, max(0, match.start() - 50), match.start())
        or _LATER.search(inside)
        or re.search(r" be \w+$|\bnot\b", match.group())
        or _meant().search(skeleton, max(0, match.start() - 30), match.start())
    )


def _parts(sentence: Sentence, found: list[re.Match[str]]) -> Iterator[Sentence]:
    """The sentence with only one act in it, cut at the conjunctions between them."""
    if len(found) < 2:
        yield from [sentence] * len(found)
        return
    borders = [0]
    for before, match in pairwise(found):
        between = [m.start() for m in _CLAUSE.finditer(sentence.skeleton, before.end(), match.start() + 1)]
        between = [b for b in between if sentence.skeleton[b] == ";"] or between
        elided = match.group("gapped") and _AND_BODY.search(sentence.skeleton, before.end(), match.start())
        between = [elided.start()] if elided else between
        borders.append(between[-1] if between else match.start())
    borders.append(len(sentence.skeleton))
    for start, end in pairwise(borders):
        blank = " " * start + sentence.skeleton[start:end] + " " * (len(sentence.skeleton) - end)
        yield replace(sentence, skeleton=blank)


def _act(part: Sentence, match: re.Match[str]) -> Act:
    paper = next((g for g in ("paper", "relation", "passive", "reduced", "relative", "dated") if match.group(g)), None)
    vague = _VAGUE.search(part.skeleton, match.start(), match.end()) is not None
    passive = bool(match.group("passive") or match.group("reduced") or match.group("dated"))
    start = match.start("did") if match.group("did") else match.start()
    return Act(part, start, match.end(), passive, match.span(paper) if paper else None, vague)


def intention(sentence: Sentence) -> Act | None:
    """The agreement or formal relation that a sentence tells as meant: wished, planned, to be signed."""
    match = _intent().search(sentence.skeleton) if _names_paper(sentence.skeleton) else None
    if match is None or _CARRIED_OUT.search(match.group()):
        return None
    group = next(g for g in ("noun", "passive", "bare") if match.group(g))
    start = match.start()
    if _FORESEEN.match(
        sentence.skeleton, start, match.start(group)
    ):  # foreseen that Ⓘ and Ⓘ sign: they stand behind the mark
        verb = _verb().search(sentence.skeleton, start, match.start(group))
        start = verb.start() if verb else start
    return Act(sentence, start, match.end(), group == "passive", match.span(group))


def topic(act: Act) -> tuple[int, int] | None:
    """Where in the skeleton the paper and what it is about stand: "agreement on green hydrogen"."""
    if act.paper is None:
        return None
    about = _ABOUT.match(act.sentence.skeleton, act.paper[1])
    return act.paper[0], about.end() if about else act.paper[1]
