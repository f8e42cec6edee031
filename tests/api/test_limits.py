import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.app import create_app
from api.keys import Keys
from api.limits import BURST_SECONDS, CALLERS, COSTS, Limits, TooMany, address_of, rate_of
from graph.settings import Settings
from graph.store import Store


class Clock:
    """Time that goes on when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def left(limits: Limits, who: str) -> int:
    standing = limits.charge(who, 0)
    assert standing is not None
    return standing.left


def test_a_caller_uses_up_what_it_saved_and_gets_the_rate_again(clock: Clock) -> None:
    limits = Limits(1.0, clock=clock)
    for _ in range(BURST_SECONDS):
        limits.charge("a", 1)
    with pytest.raises(TooMany) as refused:
        limits.charge("a", 5)
    assert refused.value.seconds == 5
    clock.now += 5
    limits.charge("a", 5)
    assert left(limits, "b") == BURST_SECONDS
    clock.now += 1000
    assert left(limits, "a") == BURST_SECONDS


def test_what_turns_out_to_cost_more_leaves_a_debt(clock: Clock) -> None:
    limits = Limits(2.0, clock=clock)
    limits.settle("a", 100)
    with pytest.raises(TooMany) as refused:
        limits.charge("a", 1)
    assert refused.value.seconds == 31
    clock.now += 31
    limits.charge("a", 1)


def test_what_costs_more_than_can_be_saved_up_is_answered_once_all_is_saved(clock: Clock) -> None:
    limits = Limits(1.0, clock=clock)
    limits.charge("a", BURST_SECONDS * 2)
    with pytest.raises(TooMany):
        limits.charge("a", 1)
    clock.now += BURST_SECONDS + 1
    limits.charge("a", 1)


def test_without_a_rate_there_is_no_limit() -> None:
    limits = Limits(0)
    limits.settle("a", 1e9)
    assert limits.charge("a", 1e9) is None


def test_many_callers_take_no_more_room_than_some(clock: Clock) -> None:
    limits = Limits(1.0, clock=clock)
    limits.settle("first", 10)
    for number in range(CALLERS):
        limits.charge(str(number), 1)
    assert left(limits, "first") == BURST_SECONDS


def test_every_worker_gives_its_share_and_only_strangers_are_limited_by_default() -> None:
    assert rate_of(None, anonymous=True, workers=1) == 0
    assert rate_of(None, anonymous=False, workers=2) == 25
    assert rate_of(8, anonymous=True, workers=4) == 2


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("testclient", "unknown"),
    ],
)
def test_an_address_is_counted_by_what_one_household_has(host: str, counted: str) -> None:
    assert address_of(Request({"type": "http", "client": (host, 1)})) == counted


@pytest.fixture
def keyed(world: Store, tmp_path: Path) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A service with a limit of half a token a second, which saves up ten, and two keys for it."""
    keys = Keys(tmp_path / "keys.jsonl")
    texts = {name: keys.add(name, ["cypher"])[1] for name in ("one", "other")}
    settings = Settings(store="world", keys=keys.path, rate_limit=0.5)
    with TestClient(create_app(settings, world, anonymous=False)) as client:
        yield client, texts


def get(client: TestClient, path: str, key: str) -> tuple[int, dict[str, str]]:
    answer = client.get(path, headers={"Authorization": f"Bearer {key}"})
    return answer.status_code, dict(answer.headers)


def test_a_key_that_asks_too_much_is_told_when_to_come_again_and_others_go_on(
    keyed: tuple[TestClient, dict[str, str]],
) -> None:
    client, keys = keyed
    _, headers = get(client, "/v1/paths?from=p-01&to=p-02", keys["one"])
    assert headers["ratelimit-policy"] == '"cost";q=10;w=20'
    assert headers["ratelimit"] == '"cost";r=5;t=10'
    assert [get(client, "/v1/stats", keys["one"])[0] for _ in range(6)] == [200] * 5 + [429]
    answer = client.get("/v1/stats", headers={"Authorization": f"Bearer {keys['one']}"})
    assert answer.json()["type"] == "/docs#too-many-requests"
    assert 1 <= int(answer.headers["retry-after"]) <= 2
    assert get(client, "/v1/stats", keys["other"])[0] == 200
    assert client.get("/healthz").status_code == 200


def test_an_adhoc_query_costs_its_time(keyed: tuple[TestClient, dict[str, str]]) -> None:
    client, keys = keyed
    bearer = {"Authorization": f"Bearer {keys['one']}"}
    slow = "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b) AS s"
    stopped = client.post("/v1/cypher", json={"query": slow, "seconds": 0.4}, headers=bearer)
    assert stopped.json()["type"] == "/docs#query-stopped"
    assert client.get("/v1/stats", headers=bearer).status_code == 429


def test_guessing_keys_is_limited_by_address_and_tells_nothing_else(keyed: tuple[TestClient, dict[str, str]]) -> None:
    client, keys = keyed
    assert [get(client, "/v1/stats", "jjj_k-0_no")[0] for _ in range(11)] == [401] * 10 + [429]
    assert client.get("/v1/stats").status_code == 429
    assert get(client, "/v1/stats", keys["one"])[0] == 200


def test_what_costs_more_is_there(world: Store, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        paths = create_app(Settings(store="world"), world).openapi()["paths"]
    assert set(COSTS) <= set(paths)
