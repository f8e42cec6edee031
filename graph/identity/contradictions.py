"""Judgements that cannot all hold: whoever is the same as a third is not different from it."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from graph.errors import Contradiction
from graph.identity.judgements import JudgedRecord, StoredJudgement, in_force, order

Chain: TypeAlias = tuple[StoredJudgement, ...]
"""A "different", then the shortest way from its one side to the other over judgements that say "same"."""


def contradictions(standing: Sequence[StoredJudgement]) -> dict[str, Chain]:
    """The chain for each "different" (its id) between records that others make the same.

    ``standing`` has one judgement for each pair, as ``judgements.in_force`` gives them.
    """
    same: dict[str, list[tuple[str, StoredJudgement]]] = defaultdict(list)
    for judgement in standing:
        if judgement.verdict == "same":
            left, right = judgement.left.record, judgement.right.record
            same[left].append((right, judgement))
            same[right].append((left, judgement))
    chains = {j.id: (j, *_way(same, j.left.record, j.right.record)) for j in standing if j.verdict == "different"}
    return {id: chain for id, chain in chains.items() if len(chain) > 1}


def check(before: Iterable[StoredJudgement], after: Iterable[StoredJudgement]) -> None:
    """Raises Contradiction for one that is among the judgements ``after`` and was not among those ``before``."""
    if chain := _fresh(before, after):
        raise _contradiction(chain)


def acceptable(
    here: Sequence[StoredJudgement], batch: Iterable[StoredJudgement]
) -> tuple[dict[str, StoredJudgement], dict[str, Contradiction]]:
    """Those of ``batch`` (by id) that add to the judgements ``here``, or withdraw one, and those that cannot stand.

    All are looked at together: what a later one of the batch replaces or withdraws contradicts nothing any more. Of
    those in a contradiction the latest made is left out, until there is none.
    """
    known = {j.id: j for j in here}
    taken: dict[str, StoredJudgement] = {}
    for came in batch:
        there = taken.get(came.id) or known.get(came.id)
        if there is None or (there.withdrawn is None and came.withdrawn is not None):
            taken[came.id] = came
    left_out: dict[str, Contradiction] = {}
    while chain := _fresh(here, (known | taken).values()):
        # A withdrawal is to blame as well, where it brings an older judgement on the same pair back.
        pairs = {j.pair for j in chain}
        culprit = max((j for j in taken.values() if j.pair in pairs), key=order)
        left_out[culprit.id] = _contradiction(chain)
        del taken[culprit.id]
    return taken, left_out


def _fresh(before: Iterable[StoredJudgement], after: Iterable[StoredJudgement]) -> Chain | None:
    old = contradictions(in_force(before))
    return next((chain for id, chain in contradictions(in_force(after)).items() if id not in old), None)


def _way(same: Mapping[str, Iterable[tuple[str, StoredJudgement]]], start: str, goal: str) -> Chain:
    reached: dict[str, Chain] = {start: ()}
    rest = deque([start])
    while rest and goal not in reached:
        here = rest.popleft()
        for there, judgement in same.get(here, ()):
            if there not in reached:
                reached[there] = (*reached[here], judgement)
                rest.append(there)
    return reached.get(goal, ())


def _contradiction(chain: Chain) -> Contradiction:
    different, *same = chain
    way = ", ".join(f"{_name(j.left)} = {_name(j.right)} ({j.id})" for j in same)
    return Contradiction(
        f"{_name(different.left)} and {_name(different.right)} cannot be different ({different.id}) "
        f"and the same: {way}; take one of these back first",
        [j.id for j in chain],
    )


def _name(side: JudgedRecord) -> str:
    return f"{side.name} {side.record}" if side.name else side.record
