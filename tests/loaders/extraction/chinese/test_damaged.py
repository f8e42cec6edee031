"""Known names with a space, a misread or a lost character in them."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("北京航空 航天大学", "北京航空航天大学"),
        ("河北工 业大学", "河北工业大学"),
        ("北京航空航天犬学", "北京航空航天大学"),
        ("河北工业大孚", "河北工业大学"),
        ("北京航空航\ufffd大学", "北京航空航天大学"),
        ("中国\ufffd业大学", None),
    ],
)
def test_a_damaged_name_is_the_only_known_one_that_fits(read: Read, surface: str, name: str | None) -> None:
    facts = read("来访", f"{surface}校长王云鹏5月9日到南开大学考察。")
    found = {i.name: i.aliases for i in facts.institutions}
    assert (name in found) == (name is not None)
    if name is not None:
        assert surface in found[name]


@pytest.mark.parametrize("words", ["他在大字报前留影", "太学是古代的学校", "王 伟和李 强参加"])
def test_what_only_looks_like_damage_names_nothing(read: Read, words: str) -> None:
    assert read("来访", f"5月9日，{words}。").institutions == ()


def test_a_name_is_not_read_across_the_space_between_two(read: Read) -> None:
    facts = read("来访", "参加的有天津 大学生代表和企业。")
    assert "天津大学" not in {i.name for i in facts.institutions}
