import pytest

from graph.questions.posts import sentence


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("甲到访。乙区长出席了会议。丙离开。", "乙", "乙区长出席了会议。"),
        ("One came. Two spoke at No. 5 Road. Three left.", "spoke", "Two spoke at No."),
        ("A line\n  the next line\nlast", "next", "the next line"),
        ("no end at all", "end", "no end at all"),
    ],
)
def test_the_sentence_around_a_mention(text: str, word: str, expected: str) -> None:
    start, end = sentence(text, text.index(word), text.index(word) + len(word))
    assert text[start:end] == expected


def test_a_sentence_that_runs_on_is_cut() -> None:
    start, end = sentence("x" * 5000, 2000, 2001)
    assert end - start == 801
