import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from api.commands import serving
from graph.errors import SettingsError


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_an_address_that_others_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match="no keys"):
        serving.serve(host=host)


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"port {port}: address already in use"):
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
