"""What speaks against a person, a post, an institution or a district of an article."""

import re
from typing import Final

from graph.facts import DistrictFact, InstitutionFact, PersonFact, Post
from graph.knowledge.surnames import is_surname_spelling, surnames
from loaders.extraction.confidence.context import Body, Context, Doubts

LONG_POST: Final = {"zh": 12, "en": 45}
"""Characters from which on a title has mostly taken in what does not belong to it."""
LONG_NAME: Final = {"zh": 14, "en": 60}
"""Characters of a body's name, likewise."""
SHORT_NAME: Final = {"zh": 4, "en": 6}
"""Characters below which a body's name may be part of anything."""
FAR: Final = {"zh": 30, "en": 90}
"""Characters between a name and the title that it is given."""
_JOINED = re.compile("[、和与及]| and (?!(?:Technology|Engineering|Economics|Law|Research|Development))")


def person(fact: PersonFact, at: Context) -> Doubts:
    """Of there being a person of this name."""
    if not fact.roles:
        yield "untitled"
    elif all(r.inferred or r.institution is None for r in fact.roles):
        yield "post_at_no_stated_body"
    if fact.name not in at.taking_part:
        yield "takes_no_part"
    if len(fact.mentions) < 2:
        yield "named_once"
    if fact.mentions and all(m.quote != fact.name for m in fact.mentions):
        yield "damaged"
    if fact.mentions and all(at.in_title(m) for m in fact.mentions):
        yield "headline_only"
    shape = _chinese_shape(fact.name) if at.lang == "zh" else _english_shape(fact.name)
    if shape is not None:
        yield shape


def _chinese_shape(name: str) -> str | None:
    if not all("\u3400" <= c <= "\u9fff" for c in name):
        return "foreign"
    if name[:1] not in surnames() and name[:2] not in surnames():
        return "no_surname"
    if len(name) == 2:
        return "two_characters"
    return "four_characters" if len(name) > 3 and name[:2] not in surnames() else None


def _english_shape(name: str) -> str | None:
    words = name.split()
    if len(words) < 2:
        return "one_word"
    if not any(is_surname_spelling(w) for w in (words[0], words[-1])):
        return "foreign"
    return "many_words" if len(words) > 2 else None


def post(fact: Post, of: PersonFact, at: Context) -> Doubts:
    """Of the person ``of`` holding this post, given the person."""
    if fact.institution is None:
        yield "no_body"
    elif fact.inferred:
        yield "inferred"
    elif not at.named_in(fact.institution, fact.evidence):
        yield "body_elsewhere"
    if fact.former:
        yield "former"
    if len(fact.title) > LONG_POST[at.lang]:
        yield "long_title"
    if at.is_long(fact.evidence):
        yield "long_sentence"
    yield from _beside_others(fact, of)
    if at.is_unlisted(fact.institution):
        yield "unlisted_body"
    if at.is_district(fact.institution):
        yield "body_is_district"
    if fact.evidence is None or not at.named_in(of.name, fact.evidence):
        yield "untold"
    elif fact.title not in fact.evidence.quote:
        yield "title_respelled"
    elif _distance(fact, of) > FAR[at.lang]:
        yield "far_from_name"


def _beside_others(fact: Post, of: PersonFact) -> Doubts:
    if len(of.roles) > 2:
        yield "many_posts"
    elif len(of.roles) > 1:
        yield "two_posts"
    if sum(r.institution == fact.institution for r in of.roles) > 1:
        yield "posts_at_one_body"


def _distance(fact: Post, of: PersonFact) -> int:
    """Characters between the title and the nearest mention of the person in its sentence."""
    told = fact.evidence
    if told is None:
        return 0
    start = told.start + told.quote.index(fact.title)
    inside = [m for m in of.mentions if told.start <= m.start < told.end]
    return min((max(m.start - start - len(fact.title), start - m.end, 0) for m in inside), default=0)


def institution(fact: InstitutionFact, at: Context) -> Doubts:
    """Of there being a body of this name."""
    if fact.known is None:
        yield "unlisted_body"
        yield f"{fact.type}_by_ending"
    if fact.name not in at.acting:
        yield "takes_no_part"
    if fact.name not in at.people_of:
        yield "nobody_of_it"
        if fact.name not in at.acting:
            yield "idle"
    yield from _mentions(fact)
    if len(fact.name) > LONG_NAME[at.lang]:
        yield "long_name"
    if len(fact.name) < SHORT_NAME[at.lang]:
        yield "short_name"
    if fact.parent is not None:
        yield "unit"
    if fact.type in ("government", "party"):
        yield "organ"
    if _JOINED.search(fact.name):
        yield "joined_names"


def district(fact: DistrictFact, at: Context) -> Doubts:
    """Of the article naming this district."""
    if fact.code is None:
        yield "no_code"
    elif fact.code[:2] not in ("11", "12", "13"):
        yield "outside_the_region"
    if fact.name not in at.acting:
        yield "takes_no_part"
    if fact.name not in at.people_of and fact.name not in at.governed:
        yield "nobody_of_it"
    if fact.level in ("municipality", "province"):
        yield "upper_level"
    yield from _mentions(fact)


def _mentions(fact: Body) -> Doubts:
    if not fact.mentions:
        yield "never_named"
    elif len(fact.mentions) < 2:
        yield "named_once"
    if fact.mentions and all(m.quote not in (fact.name, *fact.aliases) for m in fact.mentions):
        yield "damaged"
