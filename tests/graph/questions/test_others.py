import random

import numpy as np
import pytest

from graph.questions import others as counting
from graph.questions.others import others
from graph.questions.tally import parts


def test_each_one_counts_every_other_once_and_never_itself() -> None:
    some = parts(np.array([0, 0, 1, 1, 2]), np.array(["p-a", "p-b", "p-a", "p-b", "p-c"]))
    ids, counts = others(some)
    assert (ids.tolist(), counts.tolist()) == (["p-a", "p-b"], [1, 1])


def test_where_there_are_no_parts_nobody_had_one_with_another() -> None:
    ids, counts = others(parts(np.zeros(0, np.int64), np.zeros(0, str)))
    assert (len(ids), len(counts)) == (0, 0)


@pytest.mark.parametrize("at_once", [1, 7, 1000])
def test_the_counts_are_those_of_sets_however_many_pairs_are_laid_out_at_once(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", at_once)
    draw = random.Random(3)
    there = {(draw.randrange(40), f"p-{draw.randrange(25):02}") for _ in range(120)}
    with_whom: dict[str, set[str]] = {}
    for event, entity in there:
        with_whom.setdefault(entity, set()).update(other for at, other in there if at == event and other != entity)
    ordered = sorted(there)
    ids, counts = others(parts(np.array([e for e, _ in ordered]), np.array([one for _, one in ordered])))
    assert dict(zip(ids.tolist(), counts.tolist(), strict=True)) == {k: len(v) for k, v in with_whom.items() if v}
