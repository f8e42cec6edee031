import pytest

from graph.identity.name_likeness import SAME, SURE, Sort, name_likeness


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("Jukka Saksa", "SAKSA, Jukka", "person"),
        ("Dr. Jukka Saksa", "Jukka Säksa", "person"),
        ("JukkaSaksa", "Jukka Saksa", "person"),
        ("解江凌", "解江凌", "person"),
        ("Dawn Micro Co., Ltd.", "Dawn Micro", "body"),
        ("C.D.E. Robotics", "CDE Robotics Inc.", "body"),
        ("Second Institute of Optics", "2nd Optics Institute", "body"),
    ],
)
def test_one_name_in_another_spelling_is_sure(one: str, other: str, sort: Sort) -> None:
    assert name_likeness(one, other, sort) >= SURE
    assert name_likeness(one, other, sort) == name_likeness(other, one, sort)


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("Jukka Saksa", "Juka Saksa", "person"),
        ("Jukka Saksa", "J. Saksa", "person"),
        ("Jukka Saksa", "Jukka Matti Saksa", "person"),
        ("解江凌", "Xie Jiangling", "person"),
        ("Dawn Microsystems", "Dawn Mycrosystems", "body"),
    ],
)
def test_a_typing_error_an_initial_a_middle_name_and_a_reading_are_alike_and_not_sure(
    one: str, other: str, sort: Sort
) -> None:
    assert SAME <= name_likeness(one, other, sort) < 1


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("Jukka Saksa", "Matti Saksa", "person"),
        ("Jukka Saksa", "K. Saksa", "person"),
        ("王伟", "王玮", "person"),
        ("解江凌", "Jie Jianglin", "person"),
        ("Dawn Micro", "Dawn Micro Tianjin", "body"),
        ("Dawn Fund 1", "Dawn Fund 2", "body"),
        ("...", "---", "person"),
    ],
)
def test_another_word_or_number_is_somebody_else(one: str, other: str, sort: Sort) -> None:
    assert name_likeness(one, other, sort) < SAME
