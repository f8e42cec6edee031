"""Why a candidate was seen and not taken: the closed set of reason codes, of both grammars."""

from typing import Final, Literal, TypeAlias

Reason: TypeAlias = Literal[
    "ambiguous_surname",
    "dangling",
    "earlier",
    "elsewhere",
    "generic",
    "headline",
    "invented",
    "known_name",
    "longer_name",
    "no_evidence",
    "no_full_name",
    "no_name",
    "one_body",
    "order",
    "planned",
    "quoted",
    "unit",
    "unquoted",
]

REASONS: Final[dict[Reason, str]] = {
    "ambiguous_surname": "a surname alone, which several persons of the article bear",
    "dangling": "an event or post refers to a name that the article has no entity for",
    "earlier": "of another time, told in passing or in what somebody says",
    "elsewhere": "a place outside the region that nothing in the article turns on",
    "generic": "a word for a kind of body, not the name of one",
    "headline": "an agreement, or what ends like a body, that the title alone tells of",
    "invented": "a name that a model gives and the text does not have",
    "known_name": "looks like a person, and is part of a known name or of its words",
    "longer_name": "part of a longer name",
    "no_evidence": "looks like a person, and neither title, act nor fuller name supports it",
    "no_full_name": "a surname with a title, of whom the article tells no full name",
    "no_name": "ends like a body, and does not begin like the name of one",
    "one_body": "a meeting or agreement of which only one side can be told",
    "order": "words by which the text addresses the machine that reads it",
    "planned": "announced or hoped for, not there or not held yet",
    "quoted": "a slogan or title in quotation marks that ends like a body",
    "unit": "an office or department without a name of its own that nobody acts for",
    "unquoted": "what a model says without words of the text that say so",
}
