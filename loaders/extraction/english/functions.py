"""What somebody did at a meeting beside taking part: head of a delegation, witness, signatory, company of another."""

import re
from collections.abc import Iterable
from functools import cache

from loaders.extraction.english.deals import Deal
from loaders.extraction.english.events import Meeting
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import PERSON, Sentence

_GAP = r"(?:(?!\b(?:\w{2,}ed|met|held|spoke|gave|who) )[^Ⓟ.;]){0,90}"
_LIST = rf"Ⓟ(?>{_GAP}(?:,| and) {_GAP}Ⓟ)*+"
_BY = r"(?:(?! by )[^Ⓟ.;]){0,60}"
_FUNCTIONS = {
    "head": (
        rf"\b(?:headed|led) (?:jointly |also )?by {_BY}({_LIST})",
        rf"({_LIST}){_GAP} (?:led|headed|leads|heads) (?:a|an|the|his|her)\b",
    ),
    "witness": (
        rf"\b[Ww]itness(?:ed|ing)? by {_BY}({_LIST})",
        rf"\b[Ii]n the presence of {_BY}({_LIST})",
        rf"({_LIST}){_GAP} witnessed\b",
    ),
    "accompanying": (rf"\b[Aa]ccompanied by {_BY}({_LIST})", rf"({_LIST}){_GAP} accompanied (?:him|her|them|the)\b"),
}  # fmt: skip


_CUES = {
    "head": re.compile(r"\b(?:led|head|leads)"),
    "witness": re.compile("witness|presence"),
    "accompanying": re.compile("accompan", re.I),
}


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {function: tuple(re.compile(p) for p in patterns) for function, patterns in _FUNCTIONS.items()}


def add_functions(reading: Reading, meeting: Meeting, deals: Iterable[Deal]) -> None:
    """Note in ``meeting`` what its people did; who signed is told by the ``deals`` of its sentences."""
    for number in meeting.sentences:
        sentence = reading.sentences[number]
        for function, patterns in _patterns().items():
            if not _CUES[function].search(sentence.skeleton):
                continue
            for person in _people(sentence, patterns):
                if person in meeting.present:
                    meeting.functions.setdefault(person, set()).add(function)
    for deal in deals:
        if deal.status == "signed" and {deal.sentence, deal.signed_in} & set(meeting.sentences):
            for person in deal.signatories:
                if person in meeting.present:
                    meeting.functions.setdefault(person, set()).add("signatory")


def _people(sentence: Sentence, patterns: tuple[re.Pattern[str], ...]) -> list[str]:
    return [
        m.key
        for pattern in patterns
        for match in pattern.finditer(sentence.skeleton)
        for m in sentence.within(*match.span(match.lastindex or 1), PERSON)
    ]
