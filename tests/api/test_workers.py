"""The service as an operator runs it: its own process or processes, ended by signals."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from graph.settings import Settings
from graph.store import Store

WAIT = 120
SERVE = [sys.executable, "-c", "from api.commands import main; main()", "serve", "--port", "0"]


@contextmanager
def served(settings: Settings, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """A running service over the store of the settings, its address, and the JSON that it logs until it ends."""
    given = {"JJJ_STORE": settings.store, "JJJ_LOG_FORMAT": "json", "JJJ_PROJECTION_MEMORY": "0"}
    if settings.neo4j_password is not None:
        given["JJJ_NEO4J_PASSWORD"] = settings.neo4j_password.get_secret_value()
    process = subprocess.Popen([*SERVE, *options], stderr=subprocess.PIPE, text=True, env={**os.environ, **given})
    logged: list[str] = []
    assert process.stderr
    address = process.stderr.readline().split()[0]
    # Read as it is written: a full pipe would let the service wait for us.
    reader = Thread(target=logged.extend, args=(process.stderr,))
    reader.start()
    try:
        until = time.monotonic() + WAIT
        while True:
            with suppress(HTTPError, URLError, OSError):
                urlopen(f"{address}/readyz", timeout=30).close()
                break
            assert time.monotonic() < until
            time.sleep(0.05)
        yield process, address, logged
    finally:
        process.kill()
        process.wait()
        reader.join()
        process.stderr.close()


def get(address: str) -> str:
    with urlopen(address, timeout=WAIT) as answer:
        text: str = answer.read().decode()
    return text


def children(process: int) -> list[int]:
    """Processes that it started, and those that these started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(int, line.split())) for line in listed.splitlines()]
    found = [process]
    for parent in found:
        found += [pid for pid, ppid in pairs if ppid == parent]
    return found[1:]


def gone(processes: list[int]) -> bool:
    until = time.monotonic() + WAIT
    while any(Path(f"/proc/{each}").exists() for each in processes) and time.monotonic() < until:
        time.sleep(0.05)
    return not any(Path(f"/proc/{each}").exists() for each in processes)


@pytest.mark.slow
def test_several_workers_answer_alike_count_together_and_end_together(world: Store, store_settings: Settings) -> None:
    with served(store_settings, "--workers", "2") as (process, address, _):
        with ThreadPoolExecutor(8) as pool:
            answers = set(pool.map(lambda _: get(f"{address}/v1/stats"), range(40)))
        assert len(answers) == 1
        told = get(f"{address}/metrics")
        counted = re.search(r'requests_total\{method="GET",route="/v1/stats",status="200"\} (\S+)', told)
        assert counted
        assert float(counted[1]) == 40
        workers = children(process.pid)
        assert len(workers) >= 2
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT) == 0
        assert gone(workers)


@pytest.mark.slow
def test_a_worker_that_is_killed_is_replaced_and_none_outlives_who_watches(
    world: Store, store_settings: Settings
) -> None:
    with served(store_settings, "--workers", "2") as (process, address, _):
        serving = [
            each for each in children(process.pid) if b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()
        ]
        os.kill(serving[0], signal.SIGKILL)
        for _ in range(20):
            with suppress(OSError):  # what the killed one had accepted
                get(f"{address}/healthz")
        until = time.monotonic() + WAIT
        while serving[0] in (now := children(process.pid)) or len(now) < len(serving):
            assert time.monotonic() < until
            time.sleep(0.1)
        assert json.loads(get(f"{address}/healthz")) == {"status": "ok"}
        process.kill()
        assert gone(now)


@pytest.mark.slow
def test_what_is_being_answered_when_it_is_told_to_stop_is_finished(world: Store, store_settings: Settings) -> None:
    slow = {"query": "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b) AS s", "seconds": 2}
    with served(store_settings) as (process, address, logged), ThreadPoolExecutor(1) as pool:
        request = Request(f"{address}/v1/cypher", json.dumps(slow).encode(), {"Content-Type": "application/json"})
        asked = pool.submit(urlopen, request, timeout=WAIT)
        time.sleep(0.5)
        started = children(process.pid)
        process.send_signal(signal.SIGTERM)
        with pytest.raises(HTTPError, match="422") as refused:
            asked.result()
        refused.value.close()
        assert process.wait(WAIT) == 0
        assert gone(started)
    lines = map(json.loads, logged)
    assert [line["status"] for line in lines if line.get("route") == "/v1/cypher"] == [422]
