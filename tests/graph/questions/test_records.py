import pytest

from graph.questions.records import in_words, sentence

TEXT = "昨日，郭福来访。Guo Fu, Ph.D. of 3.5 years, spoke!\n  He left"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("郭福", "昨日，郭福来访。"),
        ("spoke", "of 3.5 years, spoke!"),
        ("Guo", "Guo Fu, Ph.D."),
        ("left", "He left"),
    ],
)
def test_the_sentence_around_a_word_ends_at_a_stop_or_a_line(word: str, found: str) -> None:
    start = TEXT.index(word)
    first, last = sentence(TEXT, start, start + len(word))
    assert TEXT[first:last] == found


def test_of_a_sentence_without_end_only_what_is_near_is_shown() -> None:
    text = "x" * 1000
    assert sentence(text, 500, 501) == (340, 661)


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("several words without a pause ", "a pause several", "several"),
        ("one pause, and 1,500 words ", "and", "pause"),
        ("一行人参观了实验室，", "一行人", "实验室"),
        ("没有停顿", "", ""),
    ],
)
def test_a_long_sentence_is_cut_at_a_pause_or_between_words(unit: str, first: str, last: str) -> None:
    text = unit * 30 + "Guo Fu " + unit * 30
    start = text.index("Guo Fu")
    low, high = sentence(text, start, start + 6)
    shown = text[low:high]
    assert shown.startswith(first)
    assert shown.endswith(last)
    assert 160 <= len(shown) <= 326


def test_ids_in_a_reason_become_names_where_they_are_known() -> None:
    assert in_words("both belong to i-bistu, near d-110105", {}) == "both belong to 北京信息科技大学, near 朝阳区"
    assert in_words("r-01 = p-ff", {"r-01": "郭福"}) == "郭福 = p-ff"
