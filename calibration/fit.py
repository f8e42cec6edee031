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


Counts: TypeAlias = Mapping[Pattern, list[float]]
"""How many facts of each pattern are wrong and right."""


def fit(today: Iterable[Judged], first_sight: Iterable[Judged]) -> dict[str, Weights]:
    """The weights of each kind, by facts as they are read today and as they were read at first sight.

    How much a doubt weighs is learned from both. How sure a fact without doubts is, from first sight alone: there the
    rules met what they did not know. Facts that lean on a wrong person or event are left out: that is in the other's
    confidence.
    """
    unknown = _counted(first_sight)
    both = _counted(today)
    for kind, patterns in unknown.items():
        for pattern, (wrong, right) in patterns.items():
            both[kind][pattern][0] += wrong
            both[kind][pattern][1] += right
    return {kind: _rebased(_fit(patterns), unknown.get(kind, {})) for kind, patterns in sorted(both.items())}


def _counted(facts: Iterable[Judged]) -> dict[str, dict[Pattern, list[float]]]:
    counts: dict[str, dict[Pattern, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    for fact in facts:
        if fact.leans_on_right:
            counts[fact.kind][fact.lang, fact.doubts][fact.right] += 1
    return counts


def _rebased(fitted: Weights, patterns: Counts) -> Weights:
    """``fitted`` with such bases that as many of the facts are promised to be right as are."""
    base = {}
    for lang in fitted.base:
        rows = [(fitted.weight(d), counts) for (of, d), counts in patterns.items() if of == lang]
        rows.append((0.0, list(PRIOR[::-1])))
        low, high = -10.0, 10.0
        while high - low > 0.001:
            middle = (low + high) / 2
            promised = sum(sum(counts) / (1 + exp(weight - middle)) for weight, counts in rows)
            low, high = (middle, high) if promised < sum(counts[1] for _, counts in rows) else (low, middle)
        base[lang] = round(low, 2)
    return Weights(base, fitted.doubts)


def _fit(patterns: Counts) -> Weights:
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
