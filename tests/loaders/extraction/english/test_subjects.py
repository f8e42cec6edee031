"""Tests of loaders.extraction.english.subjects."""

import pytest

from loaders.extraction.english.skeleton import Sentence
from loaders.extraction.english.subjects import is_called, is_pronoun


def told(skeleton: str) -> tuple[Sentence, int]:
    """A sentence without mentions, and where its verb stands."""
    return Sentence("body", 0, 0, len(skeleton), skeleton, (), ()), skeleton.index("visited")


@pytest.mark.parametrize("subject", ["The delegation", "The visiting party", "They then", "The delegation also"])
def test_a_word_for_the_guests_stands_for_whoever_came(subject: str) -> None:
    assert is_called(*told(f"{subject} visited the plant."))


@pytest.mark.parametrize("subject", ["The plant", "He", "The delegation of the plant"])
def test_another_subject_does_not(subject: str) -> None:
    assert not is_called(*told(f"{subject} visited the plant."))


def test_only_he_and_she_are_pronouns_of_one_person() -> None:
    assert is_pronoun(*told("She later visited the plant."))
    assert not is_pronoun(*told("They later visited the plant."))
