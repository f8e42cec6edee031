import numpy as np

from graph.stores.tables import ranges


def test_ranges_cover_every_number_once_and_hold_about_as_much_as_was_asked_for() -> None:
    numbers, weights = np.array([3, 4, 9, 10, 12]), np.array([5, 5, 25, 1, 1])
    found = list(ranges(numbers, weights, 10))
    assert found == [(3, 9), (9, 10), (10, 13)]
    assert [n for first, end in found for n in numbers if first <= n < end] == numbers.tolist()


def test_nothing_is_in_no_range() -> None:
    assert list(ranges(np.array([], int), np.array([], int), 10)) == []
