import pytest

from graph.errors import QueryRefused
from graph.stores.guard import check
from graph.stores.queries import Dialect

READS = [
    "MATCH (n) RETURN n;",
    "  // why\n /* ; */ MATCH (n) RETURN n ; ; ",
    "match (n:Person {name: 'CREATE; DELETE'}) return n.name as `SET ;`",
    'RETURN "it\'s; \\" LOAD FROM x" AS text',
    "RETURN 'a\\'; DROP TABLE x' AS text",
    "MATCH (set:Create)-[load:USE]->(call) RETURN set.load, call.merge, load AS drop",
    "MATCH (n) WHERE n.set = 1 AND n.name CONTAINS 'x' RETURN {create: n.id, delete: 2} AS m",
    "MATCH (n:Copy|Load) RETURN n, $call AS x",
    "OPTIONAL MATCH (机构:Institution) RETURN 机构.name AS 名称",
    "UNWIND [1, 2] AS x WITH x WHERE x > 1 RETURN x UNION ALL RETURN 3 AS x",
    "MATCH (n) WHERE EXISTS { MATCH (n)-[:MET]->() } RETURN n",
]

REFUSED = [
    ("", "no statement"),
    (" ; ", "no statement"),
    ("// MATCH (n) RETURN n", "no statement"),
    ("RETURN 1; RETURN 2", "more than one"),
    ("RETURN 1;;RETURN 2", "more than one"),
    ("RETURN 'a' /* ' */ ; RETURN 2 // '", "more than one"),
    ("RETURN 'a\\\\'; COPY x TO 'y", "does not end"),
    ("RETURN 'a", "does not end"),
    ("RETURN `a", "does not end"),
    ("RETURN 1 /* a", "does not end"),
    ("COPY (MATCH (n) RETURN n.id) TO '/tmp/x.csv'", "begins with"),
    ("EXPLAIN MATCH (n) RETURN n", "begins with"),
    ("PROFILE MATCH (n) RETURN n", "begins with"),
    ("CYPHER 5 MATCH (n) RETURN n", "begins with"),
    ("EXPORT DATABASE '/tmp/x'", "begins with"),
    ("BEGIN TRANSACTION", "begins with"),
    ("ＣＲＥＡＴＥ (n)", "begins with"),
    ("(MATCH (n) RETURN n)", "begins with"),
    ("MATCH (n) set n.x = 1", "SET writes"),
    ("MATCH (n)/**/SET/**/n.x = 1", "SET writes"),
    ("MATCH (n) SET (n).x = 1", "SET writes"),
    ("MATCH (n) DETACH\nDELETE n", "writes"),
    ("MATCH (n) REMOVE n.x", "REMOVE writes"),
    ("MATCH (n) FOREACH (x IN [1] | CREATE (:A))", "writes"),
    ("UNWIND [1] AS x LOAD FROM '/etc/passwd' RETURN *", "LOAD reads files"),
    ("UNWIND [1] AS x LOAD WITH HEADERS (a STRING) FROM 'x' RETURN *", "LOAD reads files"),
    ("UNWIND [1] AS x CALL show_tables() RETURN *", "CALL reaches"),
    ("WITH 1 AS x CALL dbms.listConfig() YIELD name RETURN name", "CALL reaches"),
]


@pytest.mark.parametrize("text", READS)
@pytest.mark.parametrize("dialect", ["ladybug", "neo4j"])
def test_a_plain_read_passes(text: str, dialect: Dialect) -> None:
    check(text, dialect)


@pytest.mark.parametrize(("text", "reason"), REFUSED)
@pytest.mark.parametrize("dialect", ["ladybug", "neo4j"])
def test_everything_else_is_refused_with_its_reason(text: str, reason: str, dialect: Dialect) -> None:
    with pytest.raises(QueryRefused, match=reason):
        check(text, dialect)


def test_a_subquery_is_a_read_where_the_engine_has_them() -> None:
    check("UNWIND [1] AS x CALL (x) { RETURN x AS y } RETURN y", "neo4j")
    check("CALL { MATCH (n) RETURN n } RETURN n".replace("CALL", "WITH 1 AS x CALL"), "neo4j")
    with pytest.raises(QueryRefused):
        check("UNWIND [1] AS x CALL (x) { RETURN x AS y } RETURN y", "ladybug")
