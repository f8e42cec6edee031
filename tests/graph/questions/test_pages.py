import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadCursor, InvalidQuestion
from graph.questions.pages import decode, encode, page

QUESTION = ("numbers",)


def test_a_page_goes_on_after_the_last_item_even_if_that_went() -> None:
    first = page([1, 2, 3], lambda n: (n,), question=QUESTION, limit=2, cursor=None)
    assert first.items == (1, 2)
    assert page([1, 3, 4], lambda n: (n,), question=QUESTION, limit=2, cursor=first.next).items == (3, 4)


@given(st.tuples(st.text(), st.integers(), st.floats(allow_nan=False)))
def test_a_cursor_gives_back_its_key(key: tuple[str, int, float]) -> None:
    assert decode(encode(key, QUESTION), QUESTION, types=(str, int, float)) == key


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda b: base64.urlsafe_b64encode(b).decode()))
def test_a_made_up_cursor_is_refused_and_nothing_else(cursor: str) -> None:
    with pytest.raises(BadCursor):
        decode(cursor, QUESTION, types=(int,))


@given(st.text(), st.integers(min_value=0), st.sampled_from("abcXYZ019-_"))
def test_a_cursor_that_was_changed_anywhere_is_refused(key: str, place: int, letter: str) -> None:
    cursor = encode((key,), QUESTION)
    at = place % len(cursor)
    changed = cursor[:at] + letter + cursor[at + 1 :]
    if changed != cursor:
        with pytest.raises(BadCursor):
            decode(changed, QUESTION, types=(str,))


def test_a_cursor_of_another_question_is_refused() -> None:
    with pytest.raises(BadCursor):
        decode(encode((1,), QUESTION), ("letters",), types=(int,))


def test_a_key_of_other_types_is_refused() -> None:
    with pytest.raises(BadCursor):
        page([1], lambda n: (n,), question=QUESTION, limit=1, cursor=encode(("x",), QUESTION))


@pytest.mark.parametrize("limit", [0, -1, 201])
def test_a_limit_without_meaning_is_refused(limit: int) -> None:
    with pytest.raises(InvalidQuestion):
        page([1], lambda n: (n,), question=QUESTION, limit=limit, cursor=None)
