"""Each in a process of its own, as what a process puts on itself it cannot lift."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TRY = """
import json, os, socket, sys
from pathlib import Path
from graph.confinement import confine_files, confine_resources, memory_meter

def tried(what):
    try:
        what()
        return "done"
    except (OSError, MemoryError) as error:
        return type(error).__name__

folder, port = Path(sys.argv[1]), int(sys.argv[2])
"""


def told(program: str, folder: Path, port: int = 0) -> dict[str, Any]:
    command = [sys.executable, "-c", TRY + program, str(folder), str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_what_is_not_named_cannot_be_reached(tmp_path: Path) -> None:
    for name in ("named", "other"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        program = """
held = confine_files([folder / "named"])
json.dump({
    "held": held,
    "named": (folder / "named").read_text(),
    "other": tried((folder / "other").read_text),
    "writing": tried(lambda: (folder / "named").write_text("x")),
    "folder": tried((folder / "new").mkdir),
    "removing": tried((folder / "other").unlink),
    "listing": tried(lambda: os.listdir(folder)),
    "running": tried(lambda: os.execv("/bin/true", ["true"])),
}, sys.stdout)
"""
        found = told(program, tmp_path, listener.getsockname()[1])
    if not found.pop("held"):
        pytest.skip("this kernel has no Landlock")
    assert found.pop("named") == "named"
    assert set(found.values()) == {"PermissionError"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["named", "other"]


def test_no_descriptor_no_byte_and_no_memory_is_to_be_had(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        program = """
opened = (folder / "written").open("wb", buffering=0)
confine_resources(64 << 20, memory_meter())
json.dump({
    "reading": tried((folder / "file").read_text),
    "writing": tried(lambda: opened.write(b"x")),
    "socket": tried(lambda: socket.create_connection(("127.0.0.1", port))),
    "little": tried(lambda: bytearray(1 << 20)),
    "much": tried(lambda: bytearray(1 << 28)),
}, sys.stdout)
"""
        found = told(program, tmp_path, listener.getsockname()[1])
        listener.settimeout(0.0)
        with pytest.raises(BlockingIOError):
            listener.accept()
    expected = {"reading": "OSError", "writing": "OSError", "socket": "OSError", "little": "done"}
    if Path("/proc/self/status").exists():
        expected["much"] = "MemoryError"
    assert {name: found[name] for name in expected} == expected
    assert (tmp_path / "written").read_bytes() == b""
