import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from api.commands import main; main()"]
WORLD = Path(__file__).with_name("world.jsonl")


def load_on_a_terminal(folder: Path, **environment: str) -> tuple[str, str]:
    """Standard output, which is a pipe, and standard error, which is a terminal."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JJJ_") and name != "NO_COLOR"}
    loading = subprocess.Popen(
        [*PROGRAM, "load", "--facts", str(WORLD)],
        cwd=folder,
        env=kept | {"TERM": "xterm-256color"} | environment,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    with loading:
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # how Linux says that the other end of a terminal is closed
            pass
        finally:
            os.close(ours)
        out = loading.stdout.read() if loading.stdout else b""
    return out.decode(), shown.decode()


def test_progress_is_shown_on_a_terminal_and_data_goes_to_standard_output(tmp_path: Path) -> None:
    out, err = load_on_a_terminal(tmp_path)
    assert out.split()[:2] == ["articles", "added"]
    assert "loading" in err
    assert "2/2" in err


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["plain", "no"])
def test_no_color_is_honoured(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    _, err = load_on_a_terminal(tmp_path, **environment)
    assert bool(re.search(r"\x1b\[(?:[\d;]*;)?(?:3[0-7]|38|9[0-7])[;m]", err)) is coloured


def test_in_a_pipe_nothing_is_said_but_the_answer(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "load", "--facts", str(WORLD), "--json"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
