import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cleaning.text import CleanText, Edit


@st.composite
def edited(draw: st.DrawFn) -> CleanText:
    """A text after two rounds of random edits."""
    text = CleanText.of(draw(st.text(max_size=40)))
    for _ in range(2):
        edits, at = [], 0
        while at < len(text.text) and draw(st.booleans()):
            start = draw(st.integers(at, len(text.text) - 1))
            end = draw(st.integers(start + 1, len(text.text)))
            edits.append(Edit(start, end, draw(st.text(max_size=4))))
            at = end
        text = text.edited(edits)
    return text


@given(edited(), st.data())
def test_any_piece_quotes_the_raw_text_after_any_edits(text: CleanText, data: st.DataObject) -> None:
    assert len(text.text) == len(text.starts) == len(text.ends)
    assert list(text.starts) == sorted(text.starts)
    assert list(text.ends) == sorted(text.ends)
    if text.text:
        start = data.draw(st.integers(0, len(text.text) - 1))
        end = data.draw(st.integers(start + 1, len(text.text)))
        evidence = text.evidence(start, end)
        assert evidence.quote == text.raw[evidence.start : evidence.end] != ""


def test_a_replaced_piece_stands_for_its_whole_raw_range() -> None:
    text = CleanText.of("abXYZcd").edited([Edit(2, 5, "--")])
    assert text.text == "ab--cd"
    assert text.evidence(1, 3).quote == "bXYZ"
    assert text.evidence(4, 6).quote == "cd"


def test_a_replacement_may_tell_how_much_each_of_its_characters_stands_for() -> None:
    text = CleanText.of("Ã¼x").edited([Edit(0, 2, "ü", (2,))])
    assert text.evidence(0, 1).quote == "Ã¼"
    assert text.evidence(1, 2).quote == "x"


def test_the_edits_of_a_second_round_still_point_into_the_raw_text() -> None:
    text = CleanText.of("a(b)c").edited([Edit(1, 4, "")]).edited([Edit(1, 2, "C")])
    assert text.text == "aC"
    assert text.evidence(1, 2).start == 4


def test_a_raw_offset_is_found_in_the_clean_text_also_where_it_was_taken_out() -> None:
    text = CleanText.of("a(b)c").edited([Edit(1, 4, "")])
    assert [text.position(i) for i in range(5)] == [0, 0, 0, 0, 1]


def test_another_spelling_has_the_same_length() -> None:
    text = CleanText.of("區")
    assert text.respelled("区").evidence(0, 1).quote == "區"
    with pytest.raises(ValueError, match="2 code points for 1"):
        text.respelled("区区")


@given(edited(), st.data())
def test_a_raw_piece_is_found_again_in_the_text(text: CleanText, data: st.DataObject) -> None:
    if not text.text:
        return
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    evidence = text.evidence(start, end)
    first, last = text.within(evidence.start, evidence.end)
    # What stands for the same raw piece as an end of it comes along.
    assert first <= start < end <= last
    assert text.evidence(first, last).start <= evidence.start
    assert text.evidence(first, last).end >= evidence.end


def test_of_what_was_taken_out_nothing_is_found() -> None:
    text = CleanText.of("ab  cd").edited([Edit(2, 4, "")])
    assert text.within(2, 4) == (2, 2)
    assert text.within(1, 5) == (1, 3)
