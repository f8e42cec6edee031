"""The embedded store beside other processes, killed, on a full disk, and on files that are not its own."""

import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest

from graph.errors import StoreError, StoreFull, StoreLocked, StoreUnavailable
from graph.schema import EDGES, LETTERS, NODES, Column
from graph.store import Change, Edge, Node, Row, Store, Value
from graph.stores import ladybug, ladybug_handle, open_store
from graph.stores.ladybug import LadybugStore
from graph.stores.queries import query

BATCH = 20

WRITER = """
import sys
from graph.store import Change, Edge, Node
from graph.stores import open_store

with open_store(sys.argv[1]) as store:
    print("open", flush=True)
    batch = store.edition()
    while True:
        nodes = [Node("Article", {"id": f"{batch}-{i}", "text": "北" * (i * 300)}) for i in range(int(sys.argv[2]))]
        records = [Node("Record", {"id": node.id}) for node in nodes]
        edges = [Edge("STATED_IN", ("Record", node.id), ("Article", node.id)) for node in nodes]
        with store.write() as writer:
            writer.apply(Change(put_nodes=[*nodes, *records], put_edges=edges))
        print(batch, flush=True)
        batch += 1
"""


@contextmanager
def another_process(script: str, *arguments: str | Path | int) -> Iterator[subprocess.Popen[str]]:
    """A Python process that runs ``script``; killed at the end."""
    command = [sys.executable, "-W", "error", "-c", textwrap.dedent(script), *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def put(store: Store, *ids: str) -> None:
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": id}) for id in ids]))


def people(store: Store) -> list[str]:
    return [node.id for node in store.nodes("Person")]


def test_a_log_that_ends_in_half_a_record_opens_with_all_that_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with another_process(WRITER, path, BATCH) as process:
        assert heard(process) == "open"
        last = [int(heard(process)) for _ in range(3)][-1]
    log = path.with_name("graph.lbug.wal")
    log.write_bytes(log.read_bytes()[:-100])
    with open_store(path) as store:
        assert last <= store.edition()
        assert len(list(store.nodes("Article"))) == BATCH * store.edition()


def test_a_second_writing_process_is_told_that_the_store_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with another_process(WRITER, path, BATCH) as process:
        assert heard(process) == "open"
        with pytest.raises(StoreLocked, match=rf"open for writing in another process \({process.pid}\)"):
            open_store(path)
    open_store(path).close()


def test_a_reader_beside_a_writing_process_sees_whole_batches_and_catches_up(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with another_process(WRITER, path, BATCH) as process:
        assert heard(process) == "open"
        heard(process)
        with open_store(path, read_only=True) as store:
            until = time.monotonic() + 4
            editions = []
            while time.monotonic() < until:
                editions.append(store.edition())
                assert store.cypher("MATCH (a:Article) RETURN count(*) AS n").rows[0][0] % BATCH == 0  # type: ignore[operator]
                time.sleep(0.05)
    assert editions == sorted(editions)
    assert len(set(editions)) > 1


def test_a_reader_opens_what_a_killed_writer_left(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with another_process(WRITER, path, BATCH) as process:
        assert heard(process) == "open"
        last = int(heard(process))
    with open_store(path, read_only=True) as store:
        assert store.edition() >= last + 1


def test_a_path_is_opened_once_in_a_process_and_stays_locked_until_the_last_one_closes(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    first, second = open_store(path), open_store(tmp_path / "." / "graph.lbug", read_only=True)
    put(first, "p-1")
    assert people(second) == ["p-1"]
    second.close()
    opening = """
        import sys
        from graph.errors import StoreLocked
        from graph.stores import open_store
        try:
            open_store(sys.argv[1]).close()
        except StoreLocked:
            print("locked")
        else:
            print("opened")
    """
    with another_process(opening, path) as process:
        assert heard(process) == "locked"
    first.close()
    with another_process(opening, path) as process:
        assert heard(process) == "opened"


def test_a_path_that_is_open_for_reading_is_not_opened_for_writing_beside_it(tmp_path: Path) -> None:
    open_store(tmp_path / "graph.lbug").close()
    with open_store(tmp_path / "graph.lbug", read_only=True), pytest.raises(StoreLocked, match="reading only"):
        open_store(tmp_path / "graph.lbug")


def test_a_disk_that_takes_no_more_is_one_clear_error_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    script = """
        import resource, sys
        from graph.errors import StoreFull
        from graph.store import Change, Node
        from graph.stores import open_store

        store = open_store(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, resource.RLIM_INFINITY))
        done = 0
        try:
            while True:
                with store.write() as writer:
                    nodes = [Node("Article", {"id": f"{done}-{i}", "text": f"{i} " * 999}) for i in range(20)]
                    writer.apply(Change(put_nodes=nodes))
                done += 1
        except StoreFull as error:
            print(done, error, flush=True)
        print(len(list(store.nodes("Article"))))
        try:
            with store.write():
                pass
        except StoreFull as error:
            print(error)
        store.close()
        print("closed", flush=True)
    """
    with another_process(script, path) as process:
        done, message = heard(process).split(" ", 1)
        assert message == f"{path}: the disk takes no more"
        assert heard(process) == str(int(done) * 20)
        assert heard(process) == f"{path}: a write failed; make room and start again"
        assert heard(process) == "closed"
        assert process.wait(20) == 0
    with open_store(path) as store:
        assert store.edition() == int(done)
        put(store, "p-1")
    with open_store(path) as store:
        assert people(store) == ["p-1"]
        assert len(list(store.nodes("Article"))) == int(done) * 20


def test_a_reader_after_a_writer_that_a_full_disk_stopped_says_so_and_ends(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        put(store, "p-1")
    path.with_name("graph.lbug.shadow").touch()  # what a checkpoint leaves that finds no room for its first page
    reading = """
        import resource, sys
        from graph.errors import StoreError
        from graph.stores import open_store

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
        try:
            with open_store(sys.argv[1], read_only=True) as store:
                print(len(list(store.nodes("Person"))))
        except StoreError as error:
            print(error)
    """
    with another_process(reading, path, 0) as process:
        assert process.wait(20) == 0
        message = heard(process)
        assert "cannot be finished" in message or "takes no more" in message
    with another_process(reading, path, 1 << 30) as process:
        assert heard(process) == "1"


def test_a_reader_whose_recovery_does_not_help_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.lbug"
    open_store(path).close()
    path.with_name("graph.lbug.shadow").touch()
    monkeypatch.setattr(ladybug_handle, "_recover", lambda _: None)
    with pytest.raises(StoreUnavailable, match="cannot be finished; nothing is lost"):
        open_store(path, read_only=True)
    monkeypatch.setattr(ladybug_handle, "ROOM", 1 << 62)
    with pytest.raises(StoreFull, match="cannot be finished, less than"):
        open_store(path, read_only=True)


def test_a_store_is_not_begun_where_it_would_not_fit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladybug_handle, "ROOM_FOR_NEW", 1 << 62)
    with pytest.raises(StoreFull, match="MiB are left"):
        open_store(tmp_path / "graph.lbug")
    assert list(tmp_path.iterdir()) == []


def test_no_transaction_begins_where_little_room_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        monkeypatch.setattr(ladybug_handle, "ROOM", 1 << 62)
        with pytest.raises(StoreFull, match="MiB are left"):
            put(store, "p-1")
        monkeypatch.undo()
        put(store, "p-2")
        assert people(store) == ["p-2"]


def test_what_is_not_a_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("This is no store.\n" * 500, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for name, reason in {"text": "is not a store", "folder": "is a folder", "text/graph": "text"}.items():
        with pytest.raises(StoreUnavailable, match=reason):
            open_store(tmp_path / name)
    assert (tmp_path / "text").read_text(encoding="utf-8").startswith("This is no store.")


@pytest.mark.parametrize("name", ["absent", "absent/graph", "empty"])
def test_reading_a_store_that_is_not_there_yet_says_so(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(StoreUnavailable, match="yet; load something first, or name another with --store or JJJ_STORE"):
        open_store(tmp_path / name, read_only=True)
    assert not (tmp_path / "absent").exists()


def test_a_folder_that_may_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="file"):
        open_store(tmp_path / "file" / "graph.lbug")


def test_batches_with_and_without_values_do_not_share_a_plan(tmp_path: Path) -> None:
    # The library keeps a plan for rows whose first difference is a null, and would misread the next rows with it.
    batches: tuple[list[dict[str, Value]], ...] = (
        [{"id": "m-1", "size": None}, {"id": "m-2", "size": 5}],
        [{"id": "m-3", "size": None}],
        [{"id": "m-4", "size": 7}, {"id": "m-5", "place": "x"}],
    )
    with open_store(tmp_path / "graph.lbug") as store:
        for rows in (*batches, *batches):
            with store.write() as writer:
                writer.apply(Change(put_nodes=[Node("Meeting", row) for row in rows]))
        found = {node.id: (node.properties["size"], node.properties["place"]) for node in store.nodes("Meeting")}
    assert found == {"m-1": (None, None), "m-2": (5, None), "m-3": (None, None), "m-4": (7, None), "m-5": (None, "x")}


def test_columns_that_an_older_file_lacks_are_added(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with another_process(
        """
        import sys
        from graph.schema import NODES
        from graph.store import Change, Node
        from graph.stores import open_store

        del NODES["Person"].columns["name_en"]
        with open_store(sys.argv[1]) as store, store.write() as writer:
            writer.apply(Change(put_nodes=[Node("Person", {"id": "p-1", "name": "郭福"})]))
        print("done", flush=True)
        """,
        path,
    ) as process:
        assert heard(process) == "done"
        process.wait(20)
    with open_store(path) as store:
        assert [(n.properties["name"], n.properties["name_en"]) for n in store.nodes("Person")] == [("郭福", None)]


def test_a_connection_is_never_left_inside_a_transaction(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        for _ in range(3):
            with pytest.raises(StoreError):
                with_missing_end(store)
            put(store, "p-1")
            store.cypher("RETURN 1 AS one")
        assert store.edition() == 3


def with_missing_end(store: Store) -> None:
    with store.write() as writer:
        edge = Edge("MET", ("Person", "p-8"), ("Person", "p-9"), {"event": "m-1"})
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-8"})], put_edges=[edge]))


def test_a_read_that_found_no_memory_beside_others_is_tried_again(tmp_path: Path) -> None:
    asked = 0

    def reading(*_: object) -> str:
        nonlocal asked
        asked += 1
        if asked < 3:
            raise StoreFull("others have it all")
        return "answer"

    def never(*_: object) -> str:
        raise StoreFull("this takes more than there is")

    with open_store(tmp_path / "graph.lbug") as store:
        assert isinstance(store, LadybugStore)
        assert store._undisturbed(reading) == "answer"
        with pytest.raises(StoreFull):
            store._undisturbed(never)


def test_the_edition_is_read_once_until_somebody_commits(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as writer, open_store(path) as other:
        for number in range(1, 4):
            with writer.write() as transaction:
                transaction.apply(Change(put_nodes=[Node("Person", {"id": f"p-{number}"})]))
            assert (writer.edition(), other.edition(), writer.edition()) == (number, number, number)
    with open_store(path, read_only=True) as reader:
        assert (reader.edition(), reader.edition()) == (3, 3)


def test_reads_that_fail_give_their_place_back_and_many_at_once_are_all_answered(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as opened, ThreadPoolExecutor(4 * ladybug_handle.READS_AT_ONCE) as readers:
        store = cast(LadybugStore, opened)
        for _ in range(ladybug_handle.READS_AT_ONCE + 1):
            with pytest.raises(StoreError):
                store._rows("RETURN nothing_of_the_kind(1) AS number", {})
        texts = [f"UNWIND range(1, {number}) AS x RETURN sum(x) AS number" for number in range(1, 60)]
        found = [rows[0]["number"] for rows in readers.map(lambda text: store._rows(text, {}), texts, timeout=60)]
    assert found == [number * (number + 1) // 2 for number in range(1, 60)]


EACH = [
    name
    for file in sorted((files("cypher") / "ladybug").iterdir(), key=str)
    if query("ladybug", name := Path(file.name).stem).each
]


@pytest.fixture(scope="module")
def random_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LadybugStore, list[str]]]:
    """Every label whose ids tell it, and articles, with edges of every type at random; and the ids that tell."""
    draw, samples = random.Random(5), dict[Column, Value](string="x", strings=["y"], int=3, float=0.5)
    letters = {label: begins for begins, label in LETTERS.items()} | {"Article": "a-"}
    nodes = [
        Node(label, {name: samples[kind] for name, kind in NODES[label].columns.items()} | {"id": f"{begins}{number}"})
        for label, begins in letters.items()
        for number in range(4)
    ]
    edges = [
        Edge(
            edge.type,
            (source, f"{letters[source]}{draw.randrange(4)}"),
            (target, f"{letters[target]}{draw.randrange(4)}"),
            {
                name: str(draw.randrange(2)) if kind == "string" else samples[kind]
                for name, kind in edge.columns.items()
            },
        )
        for edge in EDGES.values()
        for source, target in edge.pairs
        if {source, target} <= letters.keys()
        for _ in range(5)
    ]
    with open_store(tmp_path_factory.mktemp("random") / "graph.lbug") as store:
        assert isinstance(store, LadybugStore)
        with store.write() as writer:
            writer.apply(Change(put_nodes=nodes, put_edges=edges))
        yield store, [node.id for node in nodes if node.label in LETTERS.values()]


@pytest.mark.parametrize("name", EACH)
def test_keys_that_are_looked_up_one_by_one_give_the_rows_of_their_list(
    random_graph: tuple[LadybugStore, list[str]], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, every = random_graph
    named, draw, seen = query("ladybug", name), random.Random(3), 0
    for _ in range(20):
        ids = draw.sample(every, 6)
        given: dict[str, Value] = {each: draw.sample(every, 6) for each in named.parameters}
        found: list[list[Row]] = []
        for few in (24, 0):
            monkeypatch.setattr(ladybug, "FEW_KEYS", few)
            found.append(sorted(store.read(name, **(given if "ids" in given else {"id": ids[0]})), key=repr))
        assert found[0] == found[1]
        seen += len(found[0])
    assert seen
