"""Whether a fit finds the doubts that matter, and gives none a weight below zero."""

from calibration.fit import fit
from calibration.judge import Judged


def facts(number: int, right: bool, *doubts: str, leans_on_right: bool = True) -> list[Judged]:
    return [Judged("en", "person", frozenset(doubts), right, 1.0, leans_on_right)] * number


def test_a_doubt_that_goes_with_errors_gets_a_weight() -> None:
    seen = [*facts(95, True), *facts(5, False), *facts(20, True, "damaged"), *facts(20, False, "damaged")]
    fitted = fit(seen, seen)["person"]
    assert fitted.share("en", []) > 0.9
    assert 0.45 < fitted.share("en", ["damaged"]) < 0.6


def test_what_goes_with_right_facts_is_no_recommendation() -> None:
    seen = [*facts(50, True), *facts(10, False), *facts(100, True, "named_once")]
    assert fit(seen, seen)["person"].doubts == {}


def test_a_fact_that_leans_on_a_wrong_one_says_nothing_of_itself() -> None:
    alone = fit(facts(50, True), facts(50, True))
    more = [*facts(50, True), *facts(50, False, leans_on_right=False)]
    assert fit(more, more) == alone


def test_how_sure_a_fact_is_follows_what_was_found_at_first_sight() -> None:
    fitted = fit(facts(500, True), [*facts(80, True), *facts(20, False)])
    assert 0.75 < fitted["person"].share("en", []) < 0.85


def test_what_nobody_has_seen_at_first_sight_is_unsure() -> None:
    assert fit(facts(500, True), [])["person"].share("en", []) < 0.7
