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
