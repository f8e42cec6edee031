"""What an engine says of a wrong query comes whole and on one line, on both stores."""

import pytest

from graph.errors import QueryRefused
from graph.store import Store
from graph.stores.complaints import LONGEST, complaint


def told(store: Store, query: str) -> str:
    with pytest.raises(QueryRefused) as refused:
        store.cypher(query)
    return str(refused.value)


def test_a_complaint_has_its_end_and_no_second_line(store: Store) -> None:
    said = told(store, "MATCH (p:Person)\nWHERE p.name =\nRETURN p")
    assert "\n" not in said
    assert "line" in said
    assert "^" not in said
    assert "(INT64,INT64)" in told(store, "RETURN 1 + true") or "Type mismatch" in told(store, "RETURN 1 + true")


@pytest.mark.parametrize("prefix", ["", "EXPLAIN "])
def test_places_count_from_the_beginning_of_the_query(store: Store, prefix: str) -> None:
    query = f"{prefix}MATCH (p:Person) RETUR p"
    assert f"offset: {query.index('RETUR')})" in told(store, query)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            'Invalid input <a\nb>: (line: 1, offset: 25)\n"EXPLAIN a"\n      ^^^',
            "Invalid input <a b>: (line: 1, offset: 17)",
        ),
        (
            'Invalid input (line 1, column 26 (offset: 25))\n"EXPLAIN a"\n  ^',
            "Invalid input (line 1, column 18 (offset: 17))",
        ),
        ("Invalid input <b>: (line: 2, offset: 25)", "Invalid input <b>: (line: 2, offset: 25)"),
        ("Supported inputs are\n(A) -> B\n(C) -> D", "Supported inputs are (A) -> B (C) -> D"),
    ],
)
def test_an_excerpt_is_left_out_and_nothing_else(message: str, expected: str) -> None:
    assert complaint(message, explained=True) == expected


def test_a_complaint_that_is_too_long_says_so() -> None:
    assert complaint("x" * 5000, explained=False) == "x" * LONGEST + "…"
