import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from graph.store import Change, Node
from graph.stores import open_store
from graph.stores.ladybug_log import mend

WRITE = """
import os, sys
from graph.store import Change, Node
from graph.stores import open_store

store = open_store(sys.argv[1])
for number in range(2):
    with store.write() as writer:
        nodes = [Node("Article", {"id": f"{number}-{i}", "text": f"{i} " * 999}) for i in range(20)]
        writer.apply(Change(put_nodes=nodes))
    print(os.path.getsize(sys.argv[1] + ".wal"), flush=True)
os._exit(0)
"""
COUNT = """
import sys
from graph.stores import open_store

for read_only in (True, False):
    with open_store(sys.argv[1], read_only=read_only) as store:
        print(len(list(store.nodes("Article"))))
"""


def _run(script: str, path: Path) -> list[int]:
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    return [int(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_a_log_cut_anywhere_opens_with_all_that_was_committed_before(tmp_path: Path) -> None:
    ends = _run(WRITE, tmp_path / "graph.lbug")
    file, log = ((tmp_path / f"graph.lbug{end}").read_bytes() for end in ("", ".wal"))
    assert len(log) == ends[-1]
    for place in (*ends, *range(ends[0] + 1, ends[-1], 7919)):
        folder = tmp_path / str(place)
        folder.mkdir()
        (folder / "graph.lbug").write_bytes(file)
        (folder / "graph.lbug.wal").write_bytes(log[:place])
        assert _run(COUNT, folder / "graph.lbug") == [20 * sum(end <= place for end in ends)] * 2


def test_the_log_of_a_store_that_another_process_has_open_is_left_alone(tmp_path: Path) -> None:
    path, log = tmp_path / "graph.lbug", tmp_path / "graph.lbug.wal"
    script = """
        import sys
        from pathlib import Path
        from graph.stores.ladybug_log import mend

        mend(Path(sys.argv[1]), Path(sys.argv[1] + ".wal"))
    """
    with open_store(path) as store:
        with store.write() as writer:
            writer.apply(Change(put_nodes=[Node("Article", {"id": "a-1"})]))
        whole = log.read_bytes()
        log.write_bytes(whole + b"half a record")
        _run(dedent(script), path)
        assert log.read_bytes() == whole + b"half a record"
        log.write_bytes(whole)
    assert _run(COUNT, path) == [1, 1]


def test_half_a_record_is_cut_off_and_a_log_of_another_form_left_alone(tmp_path: Path) -> None:
    file, log = tmp_path / "graph.lbug", tmp_path / "graph.lbug.wal"
    file.touch()
    record = (3).to_bytes(8, "little") + b"abc" + bytes(8)
    for checksums, left in ((b"\1", record), (b"\0", record + record[:9])):
        head = bytes(16) + checksums + bytes(8)
        log.write_bytes(head + record + record[:9])
        mend(file, log)
        assert log.read_bytes() == head + left
