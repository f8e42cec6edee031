"""Reconciliation: the shapes that the specification wants, and whom a name is taken for."""

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.reconciliation import BATCH
from graph.settings import Settings
from graph.store import Store


def ask(client: TestClient, **queries: Any) -> dict[str, Any]:
    answer = client.post("/v1/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    found = answer.json()
    assert found.keys() == queries.keys()
    for each in found.values():
        check_result(each)
    return {key: each["result"] for key, each in found.items()}


def check_result(found: dict[str, Any]) -> None:
    """The schema reconciliation-result-batch of the specification, in the main."""
    for each in found["result"]:
        assert {"id", "name", "score", "match"} <= each.keys()
        assert all(isinstance(each[key], str) for key in ("id", "name", "description"))
        assert isinstance(each["score"], int | float)
        assert 0 <= each["score"] <= 100
        assert isinstance(each["match"], bool)
        assert each["type"]
        assert all(kind.keys() == {"id", "name"} for kind in each["type"])
        assert all(isinstance(feature["value"], bool | int | float) for feature in each["features"])
    scores = [each["score"] for each in found["result"]]
    assert scores == sorted(scores, reverse=True)


def extend(client: TestClient, ids: list[str], *properties: str) -> dict[str, Any]:
    wish = {"ids": ids, "properties": [{"id": id} for id in properties]}
    answer = client.post("/v1/reconcile", data={"extend": json.dumps(wish)})
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    assert found.keys() == {"meta", "rows"}
    assert [each["id"] for each in found["meta"]] == list(properties)
    assert all({"id", "name"} <= each.keys() for each in found["meta"])
    assert found["rows"].keys() == set(ids)
    for row in found["rows"].values():
        assert row.keys() == set(properties)
        for values in row.values():
            assert all(value.keys() in ({"str"}, {"int"}, {"id", "name"}) for value in values)
    return found


def test_the_manifest_has_what_the_specification_asks_for_and_leads_to_what_there_is(client: TestClient) -> None:
    told = client.get("/v1/reconcile").json()
    assert told["versions"] == ["0.2"]
    assert all(isinstance(told[key], str) for key in ("name", "identifierSpace", "schemaSpace"))
    assert [kind["id"] for kind in told["defaultTypes"]] == ["person", "institution", "district"]
    assert "{{id}}" in told["view"]["url"]
    paths = [told["view"]["url"], told["preview"]["url"]]
    for each in (*told["suggest"].values(), told["extend"]["propose_properties"]):
        paths.append(each["service_url"] + each["service_path"] + "?prefix=bei&limit=3")
    flyout = told["suggest"]["entity"]
    paths.append(flyout["flyout_service_url"] + flyout["flyout_service_path"])
    for url in paths:
        parts = urlsplit(url.replace("{{id}}", "i-bistu").replace("${id}", "i-bistu"))
        query = parts.query if "properties" in parts.path or "id=" in parts.query else parts.query.split("&")[0]
        query = query.replace("prefix=bei&", "") if parts.path.endswith("/properties") else query
        assert client.get(f"{parts.path}?{query}").status_code == 200, url


def test_a_name_in_either_script_is_matched_where_one_alone_bears_it(client: TestClient) -> None:
    found = ask(
        client,
        zh={"query": "林月"},
        en={"query": "Lin Yue", "type": "person"},
        turned={"query": "yue LIN", "type": ["person"], "type_strict": "any"},
        school={"query": "BISTU", "type": "institution", "limit": 1},
        place={"query": "Tongzhou", "type": "district"},
        id={"query": "d-110112"},
    )
    best = {key: (each[0]["id"], each[0]["match"]) for key, each in found.items()}
    assert best == {
        "zh": ("p-01", True),
        "en": ("p-01", True),
        "turned": ("p-01", True),
        "school": ("i-bistu", True),
        "place": ("d-110112", True),
        "id": ("d-110112", True),
    }
    assert len(found["school"]) == 1
    assert found["zh"][0]["description"].startswith("区长, 通州区")
    assert found["zh"][0]["name"] == "林月 Lin Yue"


def test_namesakes_are_never_a_match(client: TestClient) -> None:
    held = [{"pid": "institution", "v": "北京信息科技大学"}]
    for query in ({"query": "王伟"}, {"query": "Wang Wei", "type": "person"}, {"query": "王伟", "properties": held}):
        [result] = ask(client, q=query).values()
        assert [each["id"] for each in result if each["score"] > 70][:2] == ["p-05", "p-06"]
        assert not any(each["match"] for each in result)


def test_what_is_only_like_a_name_is_no_match_and_another_kind_none_at_all(client: TestClient) -> None:
    found = ask(
        client, a={"query": "Lin Yu"}, b={"query": "林月", "type": "institution"}, c={"query": "林月", "type": "Q5"}
    )
    assert found["a"]
    assert not any(each["match"] for each in found["a"])
    assert not any(each["match"] for each in found["b"])
    assert found["c"] == []


def test_properties_weigh_and_one_that_does_not_fit_forbids_the_match(client: TestClient) -> None:
    def wish(pid: str, value: Any) -> dict[str, Any]:
        return {"query": "高远", "properties": [{"pid": pid, "v": value}]}

    found = ask(
        client,
        name=wish("institution", "BISTU"),
        id=wish("institution", {"id": "i-bistu", "name": "?"}),
        title=wish("title", "校长"),
        wrong=wish("institution", ["北京理工大学"]),
        unknown=wish("height", 7),
    )
    assert [found[key][0]["match"] for key in found] == [True, True, True, False, True]
    assert found["wrong"][0]["score"] < found["name"][0]["score"]
    assert found["wrong"][0]["features"] == [{"id": "institution", "value": False}]


def test_a_table_is_extended_with_properties(client: TestClient) -> None:
    found = extend(
        client, ["p-02", "i-0a", "d-110112", "p-99"], "name_en", "institution", "located_in", "part_of", "meetings"
    )
    rows = found["rows"]
    assert rows["p-02"]["institution"] == [
        {"id": "i-bistu", "name": "北京信息科技大学 Beijing Information Science and Technology University"}
    ]
    assert rows["p-02"]["name_en"] == [{"str": "Gao Yuan"}]
    assert rows["i-0a"]["located_in"][0]["id"] == "d-110112"
    assert rows["d-110112"]["part_of"][0]["id"] == "d-110000"
    assert rows["p-99"] == {key: [] for key in rows["p-02"]}
    assert isinstance(rows["p-02"]["meetings"][0]["int"], int)


def test_suggestions_come_in_pages(client: TestClient) -> None:
    first = client.get("/v1/reconcile/suggest/entity", params={"prefix": "北京"}).json()["result"]
    assert {"id", "name", "description", "notable"} == first[0].keys()
    rest = client.get("/v1/reconcile/suggest/entity", params={"prefix": "北京", "cursor": 1}).json()["result"]
    assert rest == first[1:]
    kinds = client.get("/v1/reconcile/suggest/type", params={"prefix": "per"}).json()["result"]
    assert kinds == [{"id": "person", "name": "Person"}]
    proposed = client.get("/v1/reconcile/properties", params={"type": "district", "limit": 4}).json()
    assert (proposed["type"], proposed["limit"], len(proposed["properties"])) == ("district", 4, 4)


def test_suggestions_are_of_the_types_that_a_column_is_of(client: TestClient) -> None:
    def kinds(*types: str) -> set[str]:
        asked = {"prefix": "北京", "type": list(types)}
        found = client.get("/v1/reconcile/suggest/entity", params=asked).json()["result"]
        return {kind["id"] for each in found for kind in each["notable"]}

    assert kinds("institution") == {"institution"}
    assert kinds("institution", "district") == kinds() == {"institution", "district"}
    assert kinds("planet") == set()


def test_a_preview_is_a_page_without_a_script_that_may_be_framed(client: TestClient) -> None:
    page = client.get("/v1/reconcile/preview", params={"id": "p-04"})
    assert page.headers["Content-Type"].startswith("text/html")
    assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
    assert "script-src" not in page.headers["Content-Security-Policy"]
    assert "Anna O&#x27;Neill" in page.text
    assert client.get("/v1/reconcile/preview", params={"id": "<script>"}).status_code == 404


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"queries": "{"},
        {"queries": "[]"},
        {"queries": '{"q": 1}'},
        {"queries": '{"q": {"query": "\\ud800"}}'},
        {"queries": '{"q": {"query": "x", "limit": NaN}}'},
        {"queries": "[" * 10_000},
        {"queries": json.dumps({str(n): {"query": "x"} for n in range(BATCH + 1)})},
        {"extend": '{"ids": ["p-01"]}'},
        {"extend": '{"ids": ["p-01"], "properties": [{"id": "phone"}]}'},
    ],
)
def test_what_has_no_meaning_is_a_problem(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/v1/reconcile", data=form)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")


def test_a_query_that_is_no_name_has_no_candidates_and_stops_no_other(client: TestClient) -> None:
    found = ask(client, a={"query": ""}, b={"query": "x" * 500}, c={"query": "林月"}, d={"query": "   "})
    assert [len(found[key]) > 0 for key in "abcd"] == [False, False, True, False]


def test_a_get_with_a_batch_is_answered_and_tags_differ_by_batch(client: TestClient) -> None:
    one, two = (
        client.get("/v1/reconcile", params={"queries": json.dumps({"q": {"query": q}})}) for q in ("林月", "高远")
    )
    assert one.json()["q"]["result"][0]["id"] == "p-01"
    assert one.headers["ETag"] != two.headers["ETag"]
    posted = client.post("/v1/reconcile", data={"queries": '{"q": {"query": "高远"}}'}, headers={"If-None-Match": "*"})
    assert posted.status_code == 200
    assert client.get("/v1/reconcile", params={"callback": "jQuery1"}).json()["versions"] == ["0.2"]


def test_other_sites_read_it_where_the_settings_say_so(world: Store) -> None:
    origin = {"Origin": "http://127.0.0.1:3333"}
    for origins, shared in ((("http://127.0.0.1:3333",), True), ((), False)):
        with TestClient(create_app(Settings(store="world", cors_origins=origins), world)) as client:
            answer = client.get("/v1/reconcile/suggest/entity", params={"prefix": "lin"}, headers=origin)
            assert ("access-control-allow-origin" in answer.headers) is shared


def test_what_widgets_send_beside_is_not_refused(client: TestClient) -> None:
    beside = {"type": "person", "type_strict": "any", "lang": "en", "callback": "jQuery1"}
    for path in ("suggest/entity", "suggest/type", "suggest/property"):
        answer = client.get(f"/v1/reconcile/{path}", params={"prefix": "l", **beside})
        assert answer.status_code == 200, path
