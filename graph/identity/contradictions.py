"""Judgements that cannot all hold: whoever is the same as a third is not different from it."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from graph.identity.judgements import StoredJudgement


def contradictions(standing: Sequence[StoredJudgement]) -> dict[str, tuple[StoredJudgement, ...]]:
    """For each "different" (its id) between records that others make the same: itself, then the shortest such chain.

    ``standing`` has one judgement for each pair, as ``judgements.in_force`` gives them.
    """
    same: dict[str, list[tuple[str, StoredJudgement]]] = defaultdict(list)
    for judgement in standing:
        if judgement.verdict == "same":
            left, right = judgement.left.record, judgement.right.record
            same[left].append((right, judgement))
            same[right].append((left, judgement))
    chains = {j.id: (j, *_chain(same, j.left.record, j.right.record)) for j in standing if j.verdict == "different"}
    return {id: chain for id, chain in chains.items() if len(chain) > 1}


def _chain(
    same: Mapping[str, Iterable[tuple[str, StoredJudgement]]], start: str, goal: str
) -> tuple[StoredJudgement, ...]:
    reached: dict[str, tuple[StoredJudgement, ...]] = {start: ()}
    rest = deque([start])
    while rest and goal not in reached:
        here = rest.popleft()
        for there, judgement in same.get(here, ()):
            if there not in reached:
                reached[there] = (*reached[here], judgement)
                rest.append(there)
    return reached.get(goal, ())
