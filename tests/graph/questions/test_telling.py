import numpy as np
import pytest

from graph.errors import InvalidQuestion
from graph.questions.telling import Telling, numbered, owned, telling, told

GROUP = np.array([0, 0, 0, 1, 1])
DAY = np.array([5, 7, 0, 9, 9])
OWN = np.array([False, True])


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Telling(), [0, 1, 2, 3, 4]),
        (Telling(0), []),
        (Telling(1), [1, 4]),
        (Telling(2), [0, 1, 3, 4]),
        (Telling(5, in_all=1), [4]),
        (Telling(5, in_all=3), [1, 3, 4]),
        (Telling(None, in_all=4), [0, 1, 3, 4]),
    ],
)
def test_the_newest_come_first_undated_ones_last_and_ties_of_the_centre_before_others(
    wanted: Telling, shown: list[int]
) -> None:
    assert np.flatnonzero(told(wanted, GROUP, DAY, OWN)).tolist() == shown


def test_no_events_are_no_trouble() -> None:
    none = np.zeros(0, np.int64)
    assert told(Telling(5, 300), none, none, none.astype(bool)).tolist() == []


def test_keys_are_numbered_as_they_appear_and_ties_are_owned_by_either_end() -> None:
    assert numbered(["b", "a", "b"]).tolist() == [0, 1, 0]
    assert owned([("a", "b"), ("b", "c"), ("c", "d")], {"a", "c"}).tolist() == [True, True, True]
    assert owned([("b", "d")], {"a", "c"}).tolist() == [False]


def test_a_number_of_events_without_meaning_is_refused() -> None:
    assert telling(None) == Telling(5, 300)
    assert telling(0) == Telling(0)
    for events in (-1, 1001):
        with pytest.raises(InvalidQuestion, match="events must be 0 to 1000"):
            telling(events)
