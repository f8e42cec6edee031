import pytest

from api.counted import counted


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12345, "12,345 articles")]
)
def test_numbers_come_with_what_they_count(number: int, told: str) -> None:
    assert counted(number, "article") == told


def test_a_plural_of_its_own_is_told_of_all_but_one() -> None:
    assert [counted(number, "entity", "entities") for number in (0, 1, 2)] == ["0 entities", "1 entity", "2 entities"]
