"""Fitting the weights of doubts: a logistic regression whose weights may not be negative.

Projected gradient descent with momentum on the mean logistic loss and a small ridge; facts of equal language and doubts
are one row with two counts, so a fit takes seconds and needs no library.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import exp
from typing import Final, TypeAlias

from calibration.judge import Judged
from loaders.extraction.confidence.weights import Weights

Pattern: TypeAlias = tuple[str, frozenset[str]]
"""A language and doubts."""

RIDGE: Final = 0.5
"""Strength of the pull of each weight to zero, in facts: a doubt that few facts have gets little weight."""
PRIOR: Final = (2.0, 1.0)
"""Facts of each language without any doubt that are added, right and wrong: nobody has seen it never to fail."""
STEPS: Final = 4000
RATE: Final = 0.5
MOMENTUM: Final = 0.9
NEGLIGIBLE: Final = 0.05
"""A weight below this changes a confidence by a hundredth at most, and is left out."""


def fit(facts: Iterable[Judged]) -> dict[str, Weights]:
    """The weights of each kind. Facts that lean on a wrong person or event are left out: that is in the other's
    confidence."""
    counts: dict[str, dict[Pattern, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    for fact in facts:
        if fact.leans_on_right:
            counts[fact.kind][fact.lang, fact.doubts][fact.right] += 1
    return {kind: _fit(patterns) for kind, patterns in sorted(counts.items())}


def _fit(patterns: Mapping[Pattern, list[float]]) -> Weights:
    langs = sorted({lang for lang, _ in patterns})
    rows = [(lang, doubts, right, wrong) for (lang, doubts), (wrong, right) in patterns.items()]
    rows += [(lang, frozenset[str](), *PRIOR) for lang in langs]
    total = sum(right + wrong for *_, right, wrong in rows)
    base = dict.fromkeys(langs, 2.0)
    doubt = dict.fromkeys(sorted({d for _, doubts in patterns for d in doubts}), 0.0)
    speed_base, speed = dict.fromkeys(langs, 0.0), dict.fromkeys(doubt, 0.0)
    for _ in range(STEPS):
        push_base, push = dict.fromkeys(langs, 0.0), {d: -RIDGE * w for d, w in doubt.items()}
        for lang, doubts, right, wrong in rows:
            share = 1 / (1 + exp(sum(doubt[d] for d in doubts) - base[lang]))
            error = right - (right + wrong) * share
            push_base[lang] += error
            for d in doubts:
                push[d] -= error
        for lang in langs:
            speed_base[lang] = MOMENTUM * speed_base[lang] + RATE * push_base[lang] / total
            base[lang] += speed_base[lang]
        for d in doubt:
            speed[d] = MOMENTUM * speed[d] + RATE * push[d] / total
            doubt[d] = max(0.0, doubt[d] + speed[d])
    kept = {d: round(w, 2) for d, w in doubt.items() if w >= NEGLIGIBLE}
    return Weights({lang: round(b, 2) for lang, b in base.items()}, kept)
