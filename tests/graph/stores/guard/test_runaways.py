"""A query that runs on is ended, takes only itself along, and leaves nothing behind."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import yaml

from graph.errors import QueryRefused, QueryStopped, StoreError, StoreLocked
from graph.settings import Settings
from graph.store import Change, Node, Store
from graph.stores import open_store
from graph.stores.ladybug_sandbox import WORKERS

RUNAWAYS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "runaways.yaml").read_text("utf-8"))
SLOW = "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b)"


def test_there_are_twenty() -> None:
    assert len(RUNAWAYS["ladybug"]) >= 20


@pytest.mark.slow
def test_each_runaway_is_ended_and_the_next_query_answered(world_file: Path) -> None:
    """How long and how much it took is the benchmark's affair; here no query may hang, whatever the machine is at."""
    with open_store(world_file, read_only=True) as store:
        for text in RUNAWAYS["ladybug"]:
            begun = time.monotonic()
            with contextlib.suppress(QueryRefused):
                store.cypher(text, seconds=0.5)
            assert time.monotonic() - begun < 60, text
            assert store.cypher("RETURN 1 AS one").rows == ((1,),)


@pytest.mark.neo4j
@pytest.mark.slow
def test_a_runaway_of_neo4j_is_ended(world: Store) -> None:
    for text in RUNAWAYS["neo4j"]:
        with contextlib.suppress(QueryRefused):
            world.cypher(text, seconds=0.5)
        assert world.cypher("RETURN 1 AS one").rows == ((1,),)


def test_what_takes_too_much_memory_is_stopped(world_file: Path) -> None:
    with open_store(world_file, read_only=True) as store, pytest.raises(QueryStopped, match="memory"):
        store.cypher("RETURN size(range(1, to_int64('1000000000')))")


def test_what_takes_too_long_is_stopped_though_the_engine_does_not_look(world_file: Path) -> None:
    with open_store(world_file, read_only=True) as store:
        with pytest.raises(QueryStopped, match=r"stopped after 0\.3 s"):
            store.cypher("RETURN levenshtein(repeat('ab', 60000), repeat('ba', 60000))", seconds=0.3)
        assert store.cypher("RETURN 1 AS one").rows == ((1,),)


def test_more_queries_than_there_is_room_for_are_told_to_ask_again(world_file: Path) -> None:
    with open_store(world_file, read_only=True) as store:
        answers: list[str] = []

        def ask() -> None:
            try:
                store.cypher(SLOW, seconds=4)
            except StoreError as error:
                answers.append(type(error).__name__)

        threads = [threading.Thread(target=ask) for _ in range(WORKERS + 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(answers) == [*[QueryStopped.__name__] * WORKERS, StoreLocked.__name__]


def test_a_query_sees_what_was_committed_before_it(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path / "graph.lbug"))) as store:
        for number in range(1, 4):
            with store.write() as writer:
                writer.apply(Change(put_nodes=[Node("Person", {"id": f"p-{number}"})]))
            assert store.cypher("MATCH (p:Person) RETURN count(*) AS n").rows == ((number,),)


def test_a_query_sees_what_another_process_committed(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    open_store(path).close()
    program = (
        "import sys; from graph.stores import open_store; from graph.store import Change, Node\n"
        "with open_store(sys.argv[1]) as store, store.write() as writer:\n"
        "    writer.apply(Change(put_nodes=[Node('Person', {'id': sys.argv[2]})]))\n"
    )
    with open_store(path, read_only=True) as store:
        for number in range(1, 3):
            subprocess.run([sys.executable, "-c", program, str(path), f"p-{number}"], check=True)
            assert store.cypher("MATCH (p:Person) RETURN count(*) AS n").rows == ((number,),)


def test_a_closed_store_leaves_no_process(world_file: Path) -> None:
    store = open_store(world_file, read_only=True)
    store.cypher("RETURN 1 AS one")
    workers = _children()
    store.close()
    assert workers
    assert not workers & _children()
    with pytest.raises(StoreError, match="closed"):
        store.cypher("RETURN 1 AS one")


def test_a_worker_ends_when_its_parent_was_killed(world_file: Path, tmp_path: Path) -> None:
    program = (
        "import sys, os; from graph.stores import open_store\n"
        "store = open_store(sys.argv[1], read_only=True); store.cypher('RETURN 1 AS one')\n"
        "print(os.getpid(), flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(world_file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        workers = _children(parent.pid)
        parent.kill()
        parent.wait()
    assert workers
    until = time.monotonic() + 30
    while any(_alive(worker) for worker in workers):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_worker_has_no_environment_and_no_open_file_but_its_own(world_file: Path) -> None:
    if not Path("/proc/self/environ").exists():
        pytest.skip("this system does not tell of processes in /proc")
    with open_store(world_file, read_only=True) as store:
        store.cypher("RETURN 1 AS one")
        workers = _children()
        assert workers  # the one that answered, and one that is ready for the next
        for worker in workers:
            _wait_until_confined(worker)
            _check_confined(worker)


def _wait_until_confined(worker: int) -> None:
    """The spare one may still be starting; it is given no query before it has said that it is ready."""
    end = time.monotonic() + 30
    while "Max open files            0 " not in Path(f"/proc/{worker}/limits").read_text():
        assert time.monotonic() < end
        time.sleep(0.05)


def _check_confined(worker: int) -> None:
    assert Path(f"/proc/{worker}/environ").read_bytes() in {b"", b"LC_CTYPE=C.UTF-8\0"}
    opened = {Path(f"/proc/{worker}/fd/{each.name}").resolve() for each in Path(f"/proc/{worker}/fd").iterdir()}
    files = {path for path in opened if path.is_file() and "/proc/" not in str(path)}
    assert {path.name.split(".")[0] for path in files} <= {"graph", "null"}
    assert Path(f"/proc/{worker}/oom_score_adj").read_text() == "1000\n"
    assert "Max open files            0 " in Path(f"/proc/{worker}/limits").read_text()


def _children(parent: int | None = None) -> set[int]:
    """The workers that a process started."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    wanted = str(parent if parent is not None else os.getpid())
    found = (line.split(None, 2) for line in listed.splitlines())
    return {int(pid) for pid, ppid, args in found if ppid == wanted and "ladybug_worker" in args}


def _alive(process: int) -> bool:
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip()) and not listed.stdout.strip().startswith("Z")
