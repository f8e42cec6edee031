"""Whether a confidence is a share, and a doubt never a recommendation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extraction.confidence.weights import LEAST, MOST, Weights, weights

KINDS = (
    "agreement", "date", "district", "institution", "meeting", "membership", "participant", "person", "post",
    "signatory",
)  # fmt: skip


def test_every_kind_of_fact_has_weights_in_both_languages() -> None:
    assert tuple(sorted(weights())) == KINDS
    assert all(w.base.keys() == {"en", "zh"} for w in weights().values())


@given(kind=st.sampled_from(KINDS), lang=st.sampled_from(["en", "zh"]), data=st.data())
def test_a_doubt_more_never_raises_a_confidence(kind: str, lang: str, data: st.DataObject) -> None:
    fitted = weights()[kind]
    every = st.sampled_from(sorted(fitted.doubts)) if fitted.doubts else st.nothing()
    doubts = data.draw(st.sets(every))
    before = fitted.share(lang, doubts)
    assert LEAST <= before <= MOST
    for more in fitted.doubts:
        assert LEAST <= fitted.share(lang, {*doubts, more}) <= before


def test_a_doubt_without_a_weight_changes_nothing() -> None:
    fitted = Weights({"en": 2.0}, {"named_once": 1.0})
    assert fitted.share("en", ["of_no_weight"]) == fitted.share("en", [])


@pytest.mark.parametrize(("odds", "share"), [(0.0, 0.5), (1000.0, MOST), (-600.0, LEAST)])
def test_log_odds_become_a_share_within_bounds(odds: float, share: float) -> None:
    assert Weights({"en": odds}, {}).share("en", []) == share
