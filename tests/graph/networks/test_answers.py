"""What is too large for one answer is measured more coarsely, or refused in words."""

import pytest

from graph.errors import InvalidQuestion
from graph.networks import Network, answers
from graph.networks.groups import ROUNDS, communities
from graph.store import Store
from graph.vocabulary import Centrality


def test_communities_of_a_large_network_are_found_in_fewer_rounds_and_of_a_larger_one_refused(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def noted(of: Network, *, resolution: float, rounds: int) -> tuple[tuple[str, ...], ...]:
        asked.append(rounds)
        return communities(of, resolution=resolution, rounds=rounds)

    monkeypatch.setattr(answers, "groups_of", noted)
    answers.communities(world, resolution=1.01)
    monkeypatch.setattr(answers, "PAIRS", 1)
    answers.communities(world, resolution=1.02)
    assert asked == [ROUNDS, answers.FEWEST_ROUNDS]
    monkeypatch.setattr(answers, "MOST_PAIRS", 1)
    with pytest.raises(InvalidQuestion, match="pairs are too many for communities"):
        answers.communities(world, resolution=1.03)


def test_measures_that_count_triads_are_refused_for_a_network_that_is_too_large(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "TRIADS", 1)
    measures: tuple[Centrality, ...] = ("clustering", "brokerage")
    for measure in measures:
        with pytest.raises(InvalidQuestion, match="too large to count triads"):
            answers.central(world, measure, kind="institution")
    with pytest.raises(InvalidQuestion, match="too large to count triads"):
        answers.grown(world, kind="institution")
