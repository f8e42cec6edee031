import pytest

from graph.stores.headings import as_written


@pytest.mark.parametrize(
    ("query", "engine", "told"),
    [
        ("MATCH (n) RETURN label(n), count(*)", ["LABEL(n._ID,[A,B])", "COUNT_STAR()"], ["label(n)", "count(*)"]),
        ("MATCH (n) RETURN DISTINCT {a: 1, b: [1, 2]} ORDER BY n.x, n.y", ["STRUCT_PACK(1)"], ["{a: 1, b: [1, 2]}"]),
        ("MATCH (n) RETURN upper(n.a) AS `x y`, n. name, n", ["x y", "n.name", "n"], ["x y", "n.name", "n"]),
        ("MATCH (n) RETURN 1+1 UNION ALL MATCH (n) RETURN 2", ["+(1,1)"], ["1+1"]),
        ("MATCH (n) WHERE n.return = 1 RETURN -n.a /* why, not */ SKIP 1", ["NEGATE(n.a)"], ["-n.a"]),
        ("MATCH (n) RETURN n.*", ["n.a"], ["n.a"]),
        ("MATCH (n) RETURN n.*, 1+1", ["n.a", "n.b", "+(1,1)"], ["n.a", "n.b", "+(1,1)"]),
        ("CALL show_tables() RETURN *", ["id", "name"], ["id", "name"]),
    ],
)
def test_a_column_is_called_what_is_written(query: str, engine: list[str], told: list[str]) -> None:
    assert as_written(query, engine) == tuple(told)
