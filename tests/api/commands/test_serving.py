import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from api.commands import serving
from api.keys import Keys
from graph.errors import SettingsError


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_an_address_that_others_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match="no keys"):
        serving.serve(host=host)


def test_nothing_is_served_that_nobody_may_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="nobody could write"):
        serving.serve(write=True)
    keys = Keys(tmp_path / ".jjj" / "keys.jsonl")
    key, _ = keys.add("reader", ["read"])
    with pytest.raises(SettingsError, match="nobody could write"):
        serving.serve(write=True)
    keys.revoke(key.id)
    with pytest.raises(SettingsError, match="no keys"):
        serving.serve(host="192.0.2.1")


def test_an_embedded_store_is_not_written_by_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Keys(tmp_path / ".jjj" / "keys.jsonl").add("li", ["write"])
    with pytest.raises(SettingsError, match="one process writes an embedded store"):
        serving.serve(write=True, workers=2)


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"port {port}: address already in use; choose another with --port"):
            serving.serve(port=port)


def test_it_says_where_it_serves_answers_there_and_ends_on_an_interrupt(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from api.commands import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(program, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            address = server.stderr.readline().split()[0]
            with urlopen(f"{address}/healthz", timeout=10) as response:
                assert json.load(response)
        finally:
            server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)
    assert server.returncode == 0


def test_on_an_address_for_all_it_asks_for_a_key_and_with_write_takes_a_judgement(tmp_path: Path) -> None:
    keys = Keys(tmp_path / ".jjj" / "keys.jsonl")
    _, key = keys.add("li", ["write"])
    program = [sys.executable, "-c", "from api.commands import main; main()", "serve", "--port", "0", "--write"]
    with subprocess.Popen([*program, "--host", "0.0.0.0"], cwd=tmp_path, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            address = server.stderr.readline().split()[0].replace("0.0.0.0", "127.0.0.1")
            with pytest.raises(HTTPError, match="401"):
                urlopen(f"{address}/v1/stats", timeout=10)
            bearing = Request(f"{address}/v1/judgements", headers={"Authorization": f"Bearer {key}"})
            with urlopen(bearing, timeout=10) as response:
                assert json.load(response) == {"items": [], "next": None}
            body = json.dumps({"a": "r-1", "b": "r-2", "verdict": "same"}).encode()
            headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
            with pytest.raises(HTTPError, match="404"):
                urlopen(Request(f"{address}/v1/judgements", body, headers), timeout=10)
        finally:
            server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)
    assert server.returncode == 0


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_parts_of_an_answer_do_not_wait_for_each_other(host: str) -> None:
    with serving.listening(host, 0) as listener, socket.create_connection(listener.getsockname()[:2]):
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
