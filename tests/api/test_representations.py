import csv
import io
import json
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

LISTS = [
    "/v1/search?q=beijing",
    "/v1/entities/p-02/met",
    "/v1/entities/p-02/timeline",
    "/v1/events",
    "/v1/meetings",
    "/v1/agreements",
    "/v1/articles",
    "/v1/candidates",
    "/v1/judgements",
    "/v1/stats/top",
]
NUMBERS = [
    "/v1/stats",
    "/v1/stats/series",
    "/v1/stats/series?split=district&by=year",
    "/v1/stats/matrix?rows=institution",
]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("path", [*LISTS, *NUMBERS])
def test_every_list_and_statistic_is_sent_as_csv_where_asked_for(client: TestClient, path: str) -> None:
    by_header = client.get(path, headers={"Accept": "text/csv"})
    by_name = client.get(f"{path}{'&' if '?' in path else '?'}format=csv")
    assert (by_header.status_code, by_header.text) == (200, by_name.text)
    assert by_header.headers["content-type"] == "text/csv; charset=utf-8"
    assert by_header.content.startswith(b"\xef\xbb\xbf")
    assert "Accept" in by_header.headers["vary"]
    asked = client.get(path).json()
    if "items" in asked:
        assert len(rows(by_header.text)) == len(asked["items"])


@pytest.mark.parametrize(
    "accept", ["*/*", "application/json", "text/csv;q=0.5, application/json", "text/csv;q=0", "text/csv;q=x"]
)
def test_csv_is_sent_to_nobody_who_likes_json_better(client: TestClient, accept: str) -> None:
    assert client.get("/v1/meetings", headers={"Accept": accept}).headers["content-type"] == "application/json"
    assert client.get("/v1/meetings?format=json", headers={"Accept": "text/csv"}).json()["items"]


def test_names_and_numbers_stand_in_columns(client: TestClient) -> None:
    found = rows(client.get("/v1/entities/p-02/met?format=csv").text)
    assert [(row["entity.name"], row["count"], row["events"]) for row in found][:2] == [
        ("林月", "2", "m-03 | m-01"),
        ("Anna O'Neill", "1", "m-02"),
    ]
    matrix = rows(client.get("/v1/stats/matrix?rows=institution&format=csv").text)
    assert [(row["row.id"], row["column.id"], row["count"]) for row in matrix] == [
        ("i-bistu", "d-110112", "2"),
        ("i-0a", "d-110112", "1"),
    ]
    totals = rows(client.get("/v1/stats?format=csv").text)
    stats = client.get("/v1/stats").json()
    days = {row["what"]: row["day"] for row in totals if row["of"] == "events"}
    assert days == {"first": stats["first"], "last": stats["last"]}
    assert [row["number"] for row in totals if row["what"] == "edition"] == [str(stats["edition"])]
    years = rows(client.get("/v1/stats/series?by=year&split=kind&format=csv").text)
    assert ("agreement", "2022", "1", "0") in [(r["key"], r["period"], r["count"], r["possible"]) for r in years]


def test_a_mark_can_be_left_out_and_texts_left_as_they_are(client: TestClient) -> None:
    assert client.get("/v1/articles?format=csv&bom=false").text.startswith("id,title,")
    assert client.get("/v1/articles?format=csv&raw=true").status_code == 200


def test_a_page_of_csv_links_to_the_next(client: TestClient) -> None:
    first = client.get("/v1/meetings?format=csv&limit=3&fields=id")
    link = first.headers["link"]
    assert link.endswith('; rel="next"')
    second = client.get(link[1 : link.index(">")])
    assert [row["id"] for row in rows(first.text) + rows(second.text)] == [
        item["id"] for item in client.get("/v1/meetings").json()["items"]
    ]
    assert "link" not in second.headers


@pytest.mark.parametrize("fields", ["fields=date,id", "fields=date&fields=id", "fields=date, id&fields=id"])
def test_items_have_only_the_fields_asked_for(client: TestClient, fields: str) -> None:
    whole, some = client.get("/v1/meetings?limit=2"), client.get(f"/v1/meetings?limit=2&{fields}")
    assert some.json()["items"] == [{"date": item["date"], "id": item["id"]} for item in whole.json()["items"]]
    assert [list(item) for item in some.json()["items"]] == [["date", "id"]] * 2
    assert some.headers["etag"] != whole.headers["etag"]


@pytest.mark.parametrize(
    "query", ["fields=nothing", "fields=id,nothing", "fields=", "format=xml", "sort=size", "bom=maybe"]
)
def test_a_form_or_order_that_there_is_none_of_is_refused(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/meetings?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"][0]["name"] == query.split("=")[0]


def test_a_problem_is_a_problem_also_for_who_wants_csv(client: TestClient) -> None:
    answer = client.get("/v1/entities/nobody at all/met?format=csv", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("path", [*LISTS, *NUMBERS])
def test_each_form_of_an_answer_has_a_tag_of_its_own_and_is_not_sent_again(client: TestClient, path: str) -> None:
    tags = set()
    for accept in ("application/json", "text/csv"):
        headers = {"Accept": accept}
        first = client.get(path, headers=headers)
        tags.add(tag := first.headers["etag"])
        again = client.get(path, headers={**headers, "If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert len(tags) == 2


def test_the_order_of_parameters_makes_no_other_answer(client: TestClient) -> None:
    one, other = (client.get(f"/v1/meetings?{query}") for query in ("limit=2&since=2023", "since=2023&limit=2"))
    assert one.headers["etag"] == other.headers["etag"]


def test_chinese_is_sent_as_it_is(client: TestClient) -> None:
    answer = client.get(f"/v1/search?q={quote('林月')}&fields=name")
    assert "林月" in answer.text
    assert json.loads(answer.text)["items"][0] == {"name": "林月"}
