"""py2neo against a real Neo4j: what researchers' notebooks do with it."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from graph.errors import SettingsError, StoreUnavailable
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.store import Store

py2neo = pytest.importorskip("py2neo", reason="py2neo is an extra", exc_type=ImportError)

from py2neo.ogm import Property, Related, RelatedFrom, RelatedTo  # noqa: E402

from graph import objects  # noqa: E402

LABELS = ["Person", "Institution", "District", "Meeting", "Agreement", "Article"]
on_neo4j = pytest.mark.parametrize("store_settings", [pytest.param("neo4j", marks=pytest.mark.neo4j)], indirect=True)


# py2neo never closes what it opens.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def graph(store_settings: Settings) -> Iterator[Any]:
    opened = objects.connect(store_settings)
    yield opened
    opened.service.connector.close()
    del opened
    gc.collect()  # here, where its warnings are expected, and not within the next test


@pytest.mark.parametrize("label", LABELS)
def test_the_classes_have_the_properties_and_edges_of_the_schema(label: str) -> None:
    found = getattr(objects, label)
    members = {name: value for each in found.__mro__ for name, value in vars(each).items()}
    assert {name for name, value in members.items() if isinstance(value, Property)} == set(NODES[label].columns)
    edges = {v.relationship_type for v in members.values() if isinstance(v, RelatedTo | RelatedFrom | Related)}
    own = {kind for kind, edge in EDGES.items() if any(label in pair for pair in edge.pairs)}
    assert edges == own - {"STATED_IN", "KEYED"}
    assert (found.__primarylabel__, found.__primarykey__) == (label, "id")


@on_neo4j
def test_people_are_matched_and_their_edges_followed(world: Store, graph: Any) -> None:
    asked = world.cypher("MATCH (p:Person)-[m:MET]-(q:Person) RETURN p.id, q.id, q.name ORDER BY p.id, q.id LIMIT 1")
    who, other, name = asked.rows[0]
    person = objects.Person.match(graph, who).first()
    assert other in {each.id for each in person.met}
    assert objects.Person.match(graph).where(name=name).first().id == other
    assert {type(each) for each in person.attended} == {objects.Meeting}
    meeting = next(iter(person.attended))
    assert who in {each.id for each in meeting.persons}
    quotes = world.cypher("MATCH (:Person {id: $who})-[a:ATTENDED]->(:Meeting) RETURN a.quote", {"who": who}).rows
    assert sorted(str(person.attended.get(each, "quote")) for each in person.attended) == sorted(
        str(q) for (q,) in quotes
    )
    assert all(type(each) is objects.Article and each.id for each in meeting.articles)


@on_neo4j
def test_nodes_and_relationships_are_matched_and_frames_made(world: Store, graph: Any) -> None:
    nodes = py2neo.NodeMatcher(graph)
    known = [node.id for node in world.nodes("Person")]
    assert len(nodes.match("Person")) == len(known)
    assert nodes.match("Person", id=known[0]).first()["id"] == known[0]
    met = list(py2neo.RelationshipMatcher(graph).match(None, "MET"))
    assert len(met) == sum(1 for _ in world.edges("MET"))
    frame = graph.run("MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY id").to_data_frame()
    assert list(frame["id"]) == known


@on_neo4j
def test_the_driver_gives_frames_too(world: Store, store_settings: Settings) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(store_settings.store, auth=store_settings.neo4j_auth()) as driver:
        frame = driver.execute_query(
            "MATCH (p:Person) RETURN p.id AS id ORDER BY id",
            routing_=neo4j.RoutingControl.READ,
            result_transformer_=neo4j.Result.to_df,
        )
    assert list(frame["id"]) == [node.id for node in world.nodes("Person")]


def test_a_file_is_no_server(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is a file"):
        objects.connect(Settings(store=str(tmp_path / "graph.lbug")))


def test_a_server_that_is_not_there_is_told_of() -> None:
    with pytest.raises(StoreUnavailable, match=r"127\.0\.0\.1:1"):
        objects.connect(Settings(store="bolt://127.0.0.1:1", neo4j_password=SecretStr("x")))


@on_neo4j
def test_a_wrong_password_is_told_of(store_settings: Settings) -> None:
    with pytest.raises(StoreUnavailable):
        objects.connect(Settings(store=store_settings.store, neo4j_password=SecretStr("wrong")))
