"""Tests of loaders.extraction.english.verbs."""

from loaders.extraction.english.verbs import MOST, verbs


def test_the_verbs_of_a_frame_are_found_in_any_case_and_in_order() -> None:
    assert [v.group() for v in verbs("visit", "They toured Ⓘ and VISITED Ⓘ.")] == ["toured", "VISITED"]
    assert verbs("receive", "They toured Ⓘ.") == ()


def test_what_repeats_a_verb_on_and_on_is_no_sentence() -> None:
    assert len(verbs("visit", "toured " * 50)) == MOST
