"""Surname readings and syllables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.knowledge.surnames import cuts, is_surname_spelling, split_han, surnames, syllables


@pytest.mark.parametrize(
    ("surname", "reading"),
    [("解", "xie"), ("单", "shan"), ("仇", "qiu"), ("查", "zha"), ("曾", "zeng"), ("区", "ou"), ("缪", "miao"),
     ("尉迟", "yuchi"), ("万俟", "moqi"), ("乐正", "yuezheng"), ("吕", "lv")],
)  # fmt: skip
def test_a_surname_is_read_as_a_surname(surname: str, reading: str) -> None:
    assert surnames()[surname][0] == reading


@pytest.mark.parametrize(
    ("surname", "readings"),
    [("翟", ("zhai", "di")), ("盖", ("ge", "gai")), ("覃", ("qin", "tan")), ("乐", ("yue", "le"))],
)
def test_a_surname_with_two_readings_has_both(surname: str, readings: tuple[str, ...]) -> None:
    assert surnames()[surname] == readings


def test_the_table_is_large_and_each_reading_is_made_of_syllables() -> None:
    assert len(surnames()) >= 500
    assert not [(s, r) for s, readings in surnames().items() for r in readings if not cuts(r)]


def test_compound_surnames_come_first() -> None:
    lengths = [len(s) for s in surnames()]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("欧阳明", [("欧阳", "明"), ("欧", "阳明")]),
        ("司马光明", [("司马", "光明")]),
        ("郭福", [("郭", "福")]),
        ("吴小杰", [("吴", "小杰")]),
        ("的确", []),
        ("王", []),
        ("王建国强", []),
    ],
)
def test_a_name_is_cut_after_its_surname(name: str, ways: list[tuple[str, str]]) -> None:
    assert split_han(name) == ways


@pytest.mark.parametrize("token", ["Guo", "GUO", "Lü", "Lv", "Lyu", "lu", "Ouyang", "Di", "Qiu"])
def test_a_spelling_of_a_surname_is_known(token: str) -> None:
    assert is_surname_spelling(token)


@pytest.mark.parametrize("token", ["Smith", "Chou-En", "Hong Kong", "Xiong'an", "Delegation", ""])
def test_other_words_are_no_surnames(token: str) -> None:
    assert not is_surname_spelling(token)


@pytest.mark.parametrize(
    ("token", "ways"),
    [
        ("Huifu", [("hui", "fu")]),
        ("Xian", [("xian",), ("xi", "an")]),
        ("Xi'an", [("xi", "an")]),
        ("Hui-fu", [("hui", "fu")]),
        ("Lyu", [("lv",)]),
        ("Lüe", [("lve",), ("lv", "e")]),
        ("Smith", []),
        ("", []),
    ],
)
def test_a_word_is_cut_into_syllables_fewest_first(token: str, ways: list[tuple[str, ...]]) -> None:
    assert cuts(token) == ways


@given(st.lists(st.sampled_from(sorted(syllables())), min_size=1, max_size=4))
def test_syllables_written_together_are_one_of_the_ways_to_cut_them(parts: list[str]) -> None:
    ways = cuts("".join(parts))
    assert tuple(parts) in ways
    assert all(set(way) <= syllables() for way in ways)


def test_a_very_long_word_is_no_name() -> None:
    assert cuts("an" * 500) == []


def test_syllables_are_plain_letters() -> None:
    assert {"zhuang", "lv", "nve", "er", "a"} <= syllables()
    assert not {"ng", "m", "wong", "chua"} & syllables()
