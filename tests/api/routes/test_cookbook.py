from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from graph.stores.cookbook import recipes


def test_the_cookbook_is_sent_whole_and_what_it_says_can_be_asked(world: Store, store_settings: Settings) -> None:
    with TestClient(create_app(store_settings, world)) as client:
        told = client.get("/v1/cookbook").json()
        assert [each["name"] for each in told["recipes"]] == [each.name for each in recipes()]
        assert told["dialect"] == store_settings.dialect
        first = next(each for each in told["recipes"] if each["name"] == "busiest_persons")
        question = {"query": first["texts"][told["dialect"]], "params": {"limit": 2}}
        answer = client.post("/v1/cypher", json=question).json()
        assert (answer["columns"], len(answer["rows"])) == (first["columns"], 2)


def test_a_question_is_asked_by_its_name_and_a_wrong_name_gets_the_nearest(
    world: Store, store_settings: Settings
) -> None:
    with TestClient(create_app(store_settings, world)) as client:
        answer = client.post("/v1/cypher", json={"query": "busiest_persons", "params": {"limit": 2}})
        assert answer.status_code == 200, answer.text
        assert len(answer.json()["rows"]) == 2
        wrong = client.post("/v1/cypher", json={"query": "whomet"})
        assert (wrong.status_code, wrong.json()["near"]) == (404, ["who_met_whom"])
        lacking = client.post("/v1/cypher", json={"query": "who_met_whom"})
        assert lacking.status_code == 422
        assert "who_met_whom needs who" in lacking.text


def test_one_question_is_as_the_cookbook_has_it_and_is_not_sent_again(world: Store, store_settings: Settings) -> None:
    with TestClient(create_app(store_settings, world)) as client:
        first = client.get("/v1/cookbook").json()["recipes"][0]
        one = client.get(f"/v1/cookbook/{first['name']}")
        assert one.json() == first
        again = client.get(f"/v1/cookbook/{first['name']}", headers={"If-None-Match": one.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        wrong = client.get("/v1/cookbook/whomet")
        assert (wrong.status_code, wrong.json()["near"]) == (404, ["who_met_whom"])
        assert client.get("/v1/cookbook/who_met_whom?who=x").status_code == 422
