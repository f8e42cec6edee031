"""Growth, year by year, beside networkx."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidQuestion
from graph.networks.years import STEPS_OF_A_TIE, growth
from tests.graph.networks.random_networks import ties_of

ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"), st.integers(2019, 2024)).filter(
        lambda row: row[0] != row[1]
    ),
    max_size=25,
)


@given(rows=ROWS)
def test_each_year_equals_what_networkx_counts(rows: list[tuple[str, str, int]]) -> None:
    years = growth(ties_of([(a, b, n, f"{year}-03-01") for n, (a, b, year) in enumerate(rows)]))
    assert [y.year for y in years] == (
        list(range(min(r[2] for r in rows), max(r[2] for r in rows) + 1)) if rows else []
    )
    before: nx.Graph[str] = nx.Graph()
    for told in years:
        graph = nx.Graph([(a, b) for a, b, year in rows if year <= told.year])
        assert (told.entities, told.pairs) == (len(graph), graph.size())
        assert (told.new_entities, told.new_pairs) == (len(graph) - len(before), graph.size() - before.size())
        assert told.mean_degree == pytest.approx(2 * graph.size() / len(graph))
        assert told.largest_part == pytest.approx(max(map(len, nx.connected_components(graph))) / len(graph))
        assert told.transitivity == pytest.approx(nx.transitivity(graph))
        open_ = [p for v in before for p in combinations(before[v], 2) if not before.has_edge(*p)]
        closed = [p for p in open_ if graph.has_edge(*p)]
        assert told.closure == (pytest.approx(len(closed) / len(open_)) if open_ else None)
        before = graph


def test_ties_without_a_date_count_nowhere() -> None:
    assert growth(ties_of([("a", "b", 1, None)])) == ()
    (year,) = growth(ties_of([("a", "b", 1, None), ("b", "c", 2, "2020-01-01")]))
    assert year.entities == 2


def test_each_year_is_charged_by_its_own_triads_and_refused_before_any_is_counted() -> None:
    # Two tied in 2020, and in 2022 a third to both: squares of the degrees are 2, 2 and 12; ties are 1, 1 and 3.
    rows: list[tuple[str, str, int, str | None]] = [
        ("a", "b", 1, "2020-01-01"),
        ("b", "c", 2, "2022-01-01"),
        ("a", "c", 3, "2022-01-01"),
    ]
    steps = 2 + 2 + 12 + STEPS_OF_A_TIE * 5
    assert len(growth(ties_of(rows), most_steps=steps)) == 3
    with pytest.raises(InvalidQuestion, match="too large to count triads"):
        growth(ties_of(rows), most_steps=steps - 1)
