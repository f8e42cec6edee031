"""Nothing that is hostile takes effect on a Neo4j server, whichever layer is off."""

import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import neo4j
import pytest

from graph.errors import QueryRefused, StoreError
from graph.settings import Settings
from graph.store import Change, Limits, Node
from graph.stores import neo4j_adhoc, open_store
from graph.stores.guard import Statement, check
from graph.stores.local_neo4j import SHUT
from graph.stores.neo4j_adhoc import DOORS, AdHoc
from tests.graph.stores.guard.mutations import hostile, mutated

Attack = Callable[[Iterable[str], bool], None]

STATE = {
    "contents": "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN properties(n), labels(n), type(r), m.id ORDER BY n.id",
    "schema": "SHOW INDEXES YIELD name, labelsOrTypes, properties RETURN * ORDER BY name",
    "users": "SHOW USERS YIELD user RETURN user ORDER BY user",
    "databases": "SHOW DATABASES YIELD name, currentStatus, access RETURN * ORDER BY name",
    "tokens": "CALL db.labels() YIELD label RETURN collect(label)",
    "keys": "CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey)",
}


@pytest.fixture
def driver(neo4j_settings: Settings) -> Iterator[neo4j.Driver]:
    with open_store(neo4j_settings) as store, store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": f"p-{n}", "name": f"名{n}"}) for n in range(3)]))
    with neo4j.GraphDatabase.driver(
        neo4j_settings.store, auth=neo4j_settings.neo4j_auth(), notifications_min_severity="OFF"
    ) as driver:
        yield driver


@pytest.fixture
def attack(driver: neo4j.Driver) -> Iterator[Attack]:
    """Runs statements, with or without the layer of the words. At its end the server must be as it was, and nobody have
    knocked at the port."""
    before = _state(driver)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.0)
        places = {"«file»": "taken", "«secret»": "/etc/passwd", "«port»": str(listener.getsockname()[1])}
        ad_hoc = AdHoc(lambda: driver.session(default_access_mode=neo4j.READ_ACCESS))

        def run(texts: Iterable[str], words: bool) -> None:
            for text in texts:
                for place, value in places.items():
                    text = text.replace(place, value)
                with suppress(StoreError, neo4j.exceptions.Neo4jError):
                    ad_hoc.ask(check(text, "neo4j") if words else Statement("", text), {}, Limits(seconds=2))

        yield run
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert _state(driver) == before


def _state(driver: neo4j.Driver) -> dict[str, Any]:
    return {
        name: [record.data() for record in driver.execute_query(neo4j.Query(text)).records]
        for name, text in STATE.items()
    }


def test_the_words_alone_refuse_all() -> None:
    for text in hostile("neo4j"):
        with pytest.raises(QueryRefused):
            check(text, "neo4j")


@pytest.mark.neo4j
def test_without_the_words_nothing_takes_effect(attack: Attack) -> None:
    attack(hostile("neo4j"), False)


@pytest.mark.neo4j
@pytest.mark.slow
def test_five_thousand_mutations_with_every_layer(attack: Attack) -> None:
    attack(mutated("neo4j", 5000), True)


@pytest.mark.neo4j
@pytest.mark.slow
def test_mutations_without_the_plan(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_adhoc, "check_neo4j", lambda query_type, plan: None)
    attack(mutated("neo4j", 5000, seed=8), True)


@pytest.mark.neo4j
@pytest.mark.slow
def test_mutations_without_the_words(attack: Attack) -> None:
    attack(mutated("neo4j", 500, seed=9), False)


@pytest.mark.neo4j
def test_the_plan_is_asked_before_a_statement_runs(driver: neo4j.Driver) -> None:
    ad_hoc = AdHoc(lambda: driver.session(default_access_mode=neo4j.WRITE_ACCESS))
    for text in ("CREATE (:Owned)", "MATCH (n) DETACH DELETE n", "SHOW SETTINGS", "CALL dbms.listConfig()"):
        with pytest.raises(QueryRefused, match=r"only reads|only reading"):
            ad_hoc.ask(Statement("", text), {}, Limits())


@pytest.mark.neo4j
def test_the_servers_own_settings_shut_files_and_addresses(driver: neo4j.Driver, neo4j_settings: Settings) -> None:
    if neo4j_settings.cypher_unchecked:
        pytest.skip("a server that was given may have other settings")
    assert AdHoc(lambda: driver.session()).open_doors() == []
    assert {setting.split("=")[0] for setting in DOORS.values()} <= SHUT.keys()


@pytest.mark.neo4j
def test_a_server_that_is_open_answers_nothing_unless_told_to(
    neo4j_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if the file were one that the server lets in: the address answers otherwise than that it is shut.
    monkeypatch.setattr(neo4j_adhoc, "DOORS", {"file:///x": "some.other.setting=false"})
    with open_store(neo4j_settings.model_copy(update={"cypher_unchecked": False})) as store:
        assert store.open_doors() == ("some.other.setting=false",)
        with pytest.raises(StoreError, match=r"some\.other\.setting=false"):
            store.cypher("RETURN 1 AS one")
    with open_store(neo4j_settings.model_copy(update={"cypher_unchecked": True})) as store:
        assert store.cypher("RETURN 1 AS one").rows == ((1,),)
