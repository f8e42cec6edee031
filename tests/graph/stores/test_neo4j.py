"""The server store: addresses, credentials, a server that is down, schema."""

import socket

import neo4j
import pytest
from pydantic import SecretStr

from graph.errors import QueryRefused, SettingsError, StoreUnavailable
from graph.schema import NODES
from graph.settings import Settings
from graph.store import Change, Node
from graph.stores import neo4j_adhoc, open_store
from graph.stores.neo4j import INDEXED


def test_a_server_that_is_down_is_named_at_once() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(StoreUnavailable, match=f"no Neo4j answers at {address}"):
            open_store(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "ftp://x", "bolt://127.0.0.1:port", "bolt://"])
def test_an_address_that_is_none_is_a_matter_of_settings(address: str) -> None:
    with pytest.raises(SettingsError):
        open_store(address)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(SettingsError, match="JJJ_NEO4J_PASSWORD") as refused:
        open_store("bolt://neo4j:hush@127.0.0.1:7687")
    assert "hush" not in str(refused.value)


@pytest.mark.neo4j
def test_a_refused_password_is_told_apart_and_not_repeated(neo4j_settings: Settings) -> None:
    wrong = neo4j_settings.model_copy(update={"neo4j_password": SecretStr("not-the-one")})
    with pytest.raises(StoreUnavailable, match="refuses the user or the password") as refused:
        open_store(wrong)
    assert "not-the-one" not in str(refused.value)


@pytest.mark.neo4j
def test_a_database_that_is_not_there_is_named(neo4j_settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="no database elsewhere"):
        open_store(neo4j_settings.model_copy(update={"neo4j_database": "elsewhere"}))


@pytest.mark.neo4j
def test_ids_are_unique_and_what_questions_look_for_is_indexed(neo4j_settings: Settings) -> None:
    for _ in range(2):
        open_store(neo4j_settings).close()
    with neo4j.GraphDatabase.driver(neo4j_settings.store, auth=neo4j_settings.neo4j_auth()) as driver:
        unique = driver.execute_query("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type").records
        indexed = driver.execute_query("SHOW INDEXES YIELD labelsOrTypes, properties, state").records
    assert {r["labelsOrTypes"][0] for r in unique if r["properties"] == ["id"]} >= NODES.keys()
    assert {(r["labelsOrTypes"][0], r["properties"][0]) for r in indexed if r["labelsOrTypes"]} >= {*INDEXED}


@pytest.mark.neo4j
def test_an_index_that_an_earlier_version_made_is_taken_away(neo4j_settings: Settings) -> None:
    with neo4j.GraphDatabase.driver(neo4j_settings.store, auth=neo4j_settings.neo4j_auth()) as driver:
        driver.execute_query("CREATE INDEX person_name FOR (n:Person) ON (n.name)")
        driver.execute_query("CREATE INDEX of_a_user FOR (n:Person) ON (n.name_en)")
        open_store(neo4j_settings).close()
        indexes = {record["name"] for record in driver.execute_query("SHOW INDEXES YIELD name").records}
        driver.execute_query("DROP INDEX of_a_user")
    assert "of_a_user" in indexes
    assert "person_name" not in indexes


@pytest.mark.neo4j
def test_taking_the_lock_leaves_nothing_on_the_edition(neo4j_settings: Settings) -> None:
    with open_store(neo4j_settings) as store:
        with store.write() as writer:
            writer.apply(Change(put_nodes=[Node("Person", {"id": "p-1"})]))
        answer = store.cypher("MATCH (e:Edition {id: 'graph'}) RETURN properties(e)")
    assert answer.rows == (({"id": "graph", "number": 1},),)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "text",
    [
        "CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
        "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
        "CALL { SHOW SETTINGS YIELD name RETURN name } RETURN name",
        "CALL { CREATE (n:Person {id: 'x'}) RETURN n } RETURN n",
    ],
)
def test_what_hides_in_a_subquery_is_found(neo4j_settings: Settings, text: str) -> None:
    with open_store(neo4j_settings) as store, pytest.raises(QueryRefused):
        store.cypher(text)


@pytest.mark.neo4j
def test_plain_subqueries_are_answered(neo4j_settings: Settings) -> None:
    with open_store(neo4j_settings) as store:
        assert store.cypher("UNWIND [1, 2] AS x CALL (x) { RETURN x * 2 AS y } RETURN y").rows == ((2,), (4,))
        assert store.cypher("RETURN COUNT { MATCH (n) } AS n").rows == ((0,),)


@pytest.mark.neo4j
def test_a_server_that_bounds_no_query_is_told(neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(neo4j_settings) as store:
        assert store.missing_limits() == ()
        # A setting that every server has at 0 unless told otherwise.
        monkeypatch.setitem(neo4j_adhoc.LIMITS, "db.lock.acquisition.timeout", "10s")
        assert store.missing_limits() == ("db.lock.acquisition.timeout=10s",)
