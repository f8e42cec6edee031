"""The server that is started for development; Neo4j's own tests run on one of these too."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError, StoreUnavailable
from graph.stores import local_neo4j, open_store
from graph.stores.local_neo4j import LTS, Release, find_java, install, running, start, status, stop


def at_hand() -> None:
    try:
        find_java(LTS)
        install(LTS)
    except StoreUnavailable as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))


@pytest.mark.neo4j
def test_it_starts_keeps_its_data_and_stops(tmp_path: Path) -> None:
    at_hand()
    with running(tmp_path) as server:
        assert status(tmp_path) == server
        with open_store(server.address) as store:
            store.read("edition", id="graph")
        with pytest.raises(StoreError, match=rf"runs already at {server.address}"):
            start(tmp_path)
        assert stop(tmp_path)
    assert status(tmp_path) is None
    assert not stop(tmp_path)


@pytest.mark.neo4j
def test_it_ends_when_the_process_that_runs_it_is_killed(tmp_path: Path) -> None:
    at_hand()
    script = """
import sys, time
from pathlib import Path
from graph.stores.local_neo4j import running
with running(Path(sys.argv[1])) as server:
    print(server.pid, flush=True)
    time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", script, tmp_path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline().strip().isdigit()
        assert status(tmp_path)
        process.send_signal(signal.SIGKILL)
    until = time.monotonic() + 60
    while status(tmp_path):
        assert time.monotonic() < until
        time.sleep(0.1)


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreUnavailable, match="needs Java 3000"):
        find_java(Release("9.0", range(3000, 3001), ()))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreUnavailable, match="needs Maven"):
        install(LTS, tmp_path / "new")
    assert not (tmp_path / "new" / "lib").exists()


def test_a_version_that_cannot_be_fetched_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\necho '[ERROR] no such artifact'\nexit 1\n", encoding="utf-8")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(StoreUnavailable, match=r"could not fetch Neo4j 5\.26\.30: no such artifact"):
        install(LTS, tmp_path / "new")
    assert not list((tmp_path / "new").iterdir())


def test_who_fetches_at_the_same_time_and_is_later_takes_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "new" / "lib"
    maven = tmp_path / "mvn"
    maven.write_text(
        f"#!/bin/sh\nmkdir -p '{kept}'\ntouch '{kept}/first.jar'\n"
        'for word; do case $word in -DoutputDirectory=*) mkdir -p "${word#*=}"; touch "${word#*=}/second.jar";; esac\n'
        "done\n",
        encoding="utf-8",
    )
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert install(LTS, tmp_path / "new") == kept
    assert [jar.name for jar in kept.iterdir()] == ["first.jar"]
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["lib"]


def test_another_process_of_the_same_number_is_not_taken_for_the_server(tmp_path: Path) -> None:
    told = f'{{"pid": {os.getpid()}, "address": "bolt://127.0.0.1:1"}}'
    (tmp_path / "running.json").write_text(told, encoding="utf-8")
    assert status(tmp_path) is None
    assert not stop(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "{}", '{"pid": "x", "address": 1}'])
def test_a_spoilt_note_of_a_server_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "running.json").write_text(text, encoding="utf-8")
    assert status(tmp_path) is None


def test_data_and_jars_are_kept_by_version() -> None:
    assert local_neo4j.default_folder(LTS).name == "neo4j-5.26.30"
