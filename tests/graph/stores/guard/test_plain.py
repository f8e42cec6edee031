"""What explorers ask is let in, by every layer, and answered."""

from pathlib import Path

import pytest
import yaml

from graph.errors import QueryRefused
from graph.store import Store
from graph.stores.guard import check
from graph.stores.local_neo4j import CURRENT
from graph.stores.queries import Dialect

PLAIN: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "plain.yaml").read_text("utf-8"))
GIVEN = {"name": "林月", "list": ["林月", "高远"]}


def plain(dialect: Dialect) -> list[str]:
    return PLAIN["both"] + PLAIN[dialect]


@pytest.mark.parametrize("dialect", ["ladybug", "neo4j"])
def test_the_words_let_all_of_a_hundred_in(dialect: Dialect) -> None:
    assert len(plain(dialect)) >= 100
    for text in plain(dialect):
        check(text, dialect)


@pytest.mark.parametrize(
    "store_settings",
    ["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j), pytest.param(CURRENT, marks=pytest.mark.neo4j)],
    ids=["ladybug", "neo4j-5.26", "neo4j-2026.08"],
    indirect=True,
)
def test_the_store_answers_all(world: Store, request: pytest.FixtureRequest) -> None:
    refused = []
    for text in plain("ladybug" if "ladybug" in request.node.name else "neo4j"):
        try:
            world.cypher(text, {name: value for name, value in GIVEN.items() if f"${name}" in text})
        except QueryRefused as error:
            refused.append((text, str(error)))
    assert refused == []


def test_rows_and_size_are_cut_and_say_so(world: Store) -> None:
    long = "UNWIND range(1, 100) AS x RETURN x, $text AS text"
    table = world.cypher(long, {"text": "京" * 1000}, size=30_000)
    assert (len(table.rows), table.truncated) == (9, True)
    assert world.cypher(long, {"text": "京"}, limit=5).truncated
    assert not world.cypher(long, {"text": "京"}, limit=100).truncated


def test_a_plan_is_told_and_not_run(world: Store) -> None:
    table = world.cypher("EXPLAIN MATCH (p:Person) RETURN p.name")
    assert table.columns == ("plan",)
    assert "Person" in str(table.rows[0][0])
