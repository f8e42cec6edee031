"""Nothing that is hostile takes effect on a Ladybug store, whichever layer is off."""

import shutil
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.errors import QueryRefused, StoreError
from graph.store import Limits
from graph.stores import content_hash, ladybug_sandbox, open_store
from graph.stores.guard import Statement, check
from graph.stores.ladybug_handle import acquire, release
from graph.stores.ladybug_sandbox import Sandbox
from tests.graph.stores.guard.mutations import hostile, mutated

SECRET = "a-secret-line-that-nobody-reads"
canary = [SECRET]
"""Named by `LOAD FROM canary`: a variable of the process that asks."""

Attack = Callable[[Iterable[str], bool], list[str]]


@pytest.fixture
def attack(world_file: Path, tmp_path: Path) -> Iterator[Attack]:
    """Runs statements, with or without the layer of the words, and gives those whose answer tells a secret. At its end
    the graph, the folder and the port must be as they were."""
    path, secret = tmp_path / "graph.lbug", tmp_path / "secret.csv"
    shutil.copy(world_file, path)
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    before = _contents(path)
    files = _files(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.0)
        places = {"«file»": str(tmp_path / "taken"), "«secret»": str(secret), "«port»": str(listener.getsockname()[1])}
        handle = acquire(path, read_only=True)
        sandbox = Sandbox(handle)

        def run(texts: Iterable[str], words: bool) -> list[str]:
            told = []
            for text in texts:
                for place, value in places.items():
                    text = text.replace(place, value)
                with suppress(StoreError):
                    statement = check(text, "ladybug") if words else Statement("", text)
                    table = sandbox.ask(statement, {}, Limits(seconds=2))
                    told += [text] if SECRET in str(table) else []
            return told

        yield run
        sandbox.close()
        release(handle)
        with pytest.raises(BlockingIOError):
            listener.accept()
    assert _files(tmp_path) == files
    assert _contents(path) == before
    assert canary == [SECRET]


def _contents(path: Path) -> str:
    with open_store(path, read_only=True) as store:
        return content_hash(store)


def _files(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_there_are_enough_of_them() -> None:
    assert min(len(hostile("ladybug")), len(hostile("neo4j"))) >= 200


def test_the_words_alone_refuse_all() -> None:
    for text in hostile("ladybug"):
        with pytest.raises(QueryRefused):
            check(text, "ladybug")


def test_without_the_words_nothing_takes_effect(attack: Attack) -> None:
    assert attack(hostile("ladybug"), False) == []


def test_without_words_and_plan_nothing_takes_effect(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladybug_sandbox, "check_ladybug", lambda plan: None)
    assert attack(hostile("ladybug"), False) == []


@pytest.mark.slow
def test_five_thousand_mutations_with_every_layer(attack: Attack) -> None:
    assert attack(mutated("ladybug", 5000), True) == []


@pytest.mark.slow
def test_mutations_without_the_plan(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ladybug_sandbox, "check_ladybug", lambda plan: None)
    assert attack(mutated("ladybug", 5000, seed=8), True) == []


@pytest.mark.slow
def test_mutations_without_the_words(attack: Attack) -> None:
    assert attack(mutated("ladybug", 1000, seed=9), False) == []


UNCONFINED = """
import sys
from pathlib import Path
from graph.stores import ladybug_worker

ladybug_worker.confine_files = lambda readable: True
ladybug_worker.confine_resources = lambda memory, taken: None
ladybug_worker.main(Path(sys.argv[1]), int(sys.argv[2]))
"""


def test_a_read_only_database_alone_holds_neither_files_nor_secrets(
    world_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the other layers are needed, and the attacks above are real."""
    (tmp_path / "worker.py").write_text(UNCONFINED, encoding="utf-8")
    (tmp_path / "secret.csv").write_text(f"{SECRET}\n", encoding="utf-8")
    monkeypatch.setattr(ladybug_sandbox, "PROGRAM", tmp_path / "worker.py")
    monkeypatch.setattr(ladybug_sandbox, "check_ladybug", lambda plan: None)
    handle = acquire(world_file, read_only=True)
    sandbox = Sandbox(handle)
    read = sandbox.ask(Statement("", f"LOAD FROM '{tmp_path}/secret.csv' RETURN *"), {}, Limits())
    sandbox.ask(Statement("", f"COPY (RETURN 1) TO '{tmp_path}/taken.csv'"), {}, Limits())
    sandbox.close()
    release(handle)
    assert SECRET in str(read.rows)
    assert (tmp_path / "taken.csv").is_file()
