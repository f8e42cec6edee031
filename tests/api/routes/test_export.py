"""The graph as a file, over the API."""

import json
import zipfile
from io import BytesIO

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from graph.exports import Contents, Filters, Options, context, export
from graph.exports.formats import FORMATS
from graph.store import Store
from graph.vocabulary import ExportFormat


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_sent_as_a_file(client: TestClient, world: Store, format: ExportFormat) -> None:
    answer = client.get("/v1/export", params={"format": format, "bom": False})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == FORMATS[format].media_type
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    assert answer.headers["etag"]
    names = {name for name, _ in export(Contents(world), format, Options(mark=False))}
    if FORMATS[format].file:
        assert answer.content == b"".join(data for _, data in export(Contents(world), format))
    else:
        with zipfile.ZipFile(BytesIO(answer.content)) as archive:
            assert archive.testzip() is None
            assert set(archive.namelist()) == names


def test_filters_have_the_names_that_they_have_elsewhere(client: TestClient, world: Store) -> None:
    asked = "format=node-link&since=2023&entity=Lin Yue&edge=met&edge=holds&grade=across&min_confidence=0.1"
    wanted = Filters(since="2023", entities=("p-01",), edges=("met", "holds"), grades=("across",), min_confidence=0.1)
    answer = client.get(f"/v1/export?{asked}")
    assert answer.content == b"".join(data for _, data in export(Contents(world, wanted), "node-link"))
    assert 0 < nx.node_link_graph(answer.json()).number_of_nodes() < 20


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 422),
        ("format=xlsx", 422),
        ("format=gexf&since=yesterday", 422),
        ("format=gexf&entity=nobody", 404),
        ("format=gexf&sinse=2024", 422),
        ("format=gexf&max_event_size=1", 422),
    ],
)
def test_what_cannot_be_answered_is_told_before_anything_is_sent(client: TestClient, query: str, status: int) -> None:
    answer = client.get(f"/v1/export?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_same_export_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/v1/export?format=gexf")
    again = client.get("/v1/export?format=gexf", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_context_is_published(client: TestClient) -> None:
    answer = client.get("/v1/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json() == context()
    assert client.get("/v1/context.jsonld", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    document = json.loads(client.get("/v1/export?format=jsonld").content)
    assert document["@context"] == answer.json()["@context"]
    words = {key for each in document["@graph"] for key in each if not key.startswith("@")}
    words |= {str(each["@type"]) for each in document["@graph"] if "@type" in each}
    scoped = {
        word for term in document["@context"].values() if isinstance(term, dict) for word in term.get("@context", ())
    }
    assert words <= document["@context"].keys() | scoped
