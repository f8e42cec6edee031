"""What speaks for a candidate being a person: a title, an apposition, a verb, a list with others."""

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.people import Person
from loaders.extraction.english.skeleton import PERSON, Sentence

_SUPPORT = {
    "owned": re.compile(r"(?:its |their |whose |['’]s )(?:[\w-]+ )?Ⓣ, $"),
    "signer": re.compile(r"\b(?:signed|inked)(?: [\w ]{1,40})? by (?:Ⓟ(?:, | and |, and ))*$"),
    "said": re.compile(r"[\"”’'],? (?:said|added|noted|explained|says) $"),
    "title": re.compile(r"Ⓣ(?: of (?:the )?[ⒾⓁⒼⓃ](?: of (?:the )?[ⒾⓁⒼⓃ])?)? (?:Ⓟ(?:, | and |, and ))*$"),
    "list": re.compile(r"Ⓟ(?:, and |, | and )$"),
    "preposition": re.compile(r"\b(?:by|with|of|and|from|that) $"),
}


_OTHERS = re.compile(r"^(?:, (?:Ⓣ )?Ⓟ)*,? and (?:Ⓣ )?Ⓟ")
_FOLLOWED = {
    "apposition": re.compile(
        r"^, (?:who is )?(?:both |concurrently |currently |now |also )?(?:the |a |an |its |their |our )?"
        r"(?:[ⒾⓁⒼⓃ](?:['’]s)? )?Ⓣ"
    ),
    "list": re.compile(r"^(?:, and |, | and )(?:Ⓣ )?Ⓟ"),
    "owner": re.compile(r"^['’]s "),
    "relative": re.compile(r"^, (?:who|whose)\b"),
    "bracket": re.compile(r"^, [ⒾⓁ](?=,)"),
    "affiliation": re.compile(r"^ (?:of|from|with) (?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )*[ⒾⓁⒼ]"),
}


@cache
def _acts() -> re.Pattern[str]:
    verbs = words("verbs")
    return re.compile(
        r"^,?(?: (?:also|then|further|jointly|briefly|respectively))* "
        + choice(*(verbs[k] for k in ("speak", "visit", "receive", "attend")))
    )


def weigh(people: dict[str, Person], sentences: Sequence[Sentence]) -> None:
    """Note for each person what the sentences say for it: a title, an apposition, a verb, a list."""
    acts = _acts()
    for sentence in sentences:
        for mention, place in zip(sentence.mentions, sentence.places, strict=True):
            if mention.kind != PERSON or mention.key not in people:
                continue
            left, right = sentence.skeleton[max(0, place - 60) : place], sentence.skeleton[place + 1 : place + 60]
            evidence = people[mention.key].evidence
            evidence.update(k for k, p in _SUPPORT.items() if p.search(left))
            evidence.update(k for k, p in _FOLLOWED.items() if p.search(right))
            if acts.search(right) or acts.search(_OTHERS.sub("", right)):
                evidence.add("verb")
    _share(people, sentences)


_RUN = re.compile(r"Ⓟ(?:, Ⓟ)*,? and Ⓟ")


def _share(people: dict[str, Person], sentences: Sequence[Sentence]) -> None:
    """In a list of nothing but names, what shows one a person shows all."""
    for sentence in sentences:
        for run in _RUN.finditer(sentence.skeleton):
            keys = [m.key for m in sentence.within(*run.span(), PERSON) if m.key in people]
            if len(keys) > 2 and any(accepted(people[k]) for k in keys):
                for key in keys:
                    if " ".join(reversed(key.split(" "))) not in people:  # Bing Liu beside Liu Bing
                        people[key].evidence.add("verb")


def accepted(person: Person) -> bool:
    """Whether what speaks for a candidate makes it a person."""
    return (
        person.strong
        or bool(
            person.evidence
            & {
                "title",
                "apposition",
                "verb",
                "honorific",
                "affiliation",
                "relative",
                "bracket",
                "owned",
                "said",
                "signer",
            }
        )
        or {"list", "preposition"} <= person.evidence
    )
