"""The fitted model: from the doubts of a fact to the share of such facts that are right.

The log-odds of a fact are those of its kind and language, less the weight of each of its doubts. No weight is negative,
so a doubt more never raises a confidence. ``make calibrate`` fits both on annotated articles.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, fsum
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).with_name("weights.json")
LEAST: Final = 0.02
MOST: Final = 0.99
"""No rule is surer than that, nor an annotator."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds: ``base`` by language, ``doubts`` by name, all 0 or more."""

    base: dict[str, float]
    doubts: dict[str, float]

    def weight(self, doubts: Iterable[str]) -> float:
        """What the doubts weigh together."""
        return fsum(self.doubts.get(d, 0.0) for d in doubts)

    def share(self, lang: str, doubts: Iterable[str]) -> float:
        """How many of 1 facts with these doubts are right, from ``LEAST`` to ``MOST``."""
        odds = self.base[lang] - self.weight(doubts)
        return min(MOST, max(LEAST, 1 / (1 + exp(-odds))))


@cache
def weights() -> dict[str, Weights]:
    """The fitted weights of each kind of fact."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return {kind: Weights(**values) for kind, values in table.items()}


@lru_cache(maxsize=1 << 14)  # facts have few patterns of doubts
def share(kind: str, lang: str, doubts: tuple[str, ...]) -> float:
    """How many of 1 facts of this kind with these doubts are right."""
    return weights()[kind].share(lang, doubts)
