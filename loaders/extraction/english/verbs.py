"""The verbs of meeting in a sentence, by the frame that they open."""

import re
from functools import cache, lru_cache
from itertools import islice

from loaders.extraction.english.lexicon import choice, words

MOST = 12
"""Verbs of one kind in a sentence: what has more is no sentence."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled verbs of one frame."""
    return re.compile(rf"\b{choice(words('verbs')[name])}", re.I)


@lru_cache(maxsize=1 << 11)  # an article's sentences are read twice: at first only to learn who is on which side
def verbs(name: str, skeleton: str) -> tuple[re.Match[str], ...]:
    """The verbs of one frame in the skeleton of a sentence, the first of them."""
    return tuple(islice(pattern(name).finditer(skeleton), MOST))
