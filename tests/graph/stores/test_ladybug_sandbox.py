from pathlib import Path

import pytest

from graph.errors import QueryStopped
from graph.store import Limits
from graph.stores import open_store
from graph.stores.guard import Statement
from graph.stores.ladybug_handle import acquire, release
from graph.stores.ladybug_sandbox import WORKERS, Sandbox

ONE = Statement("", "RETURN 1 AS one")
NOT_ENDING = Statement("", "RETURN levenshtein(repeat('ab', 60000), repeat('ba', 60000)) AS far")
"""Within one expression the engine looks at no clock, so that its process has to be ended."""


def test_who_asks_after_a_worker_was_ended_gets_one_that_was_started_before(tmp_path: Path) -> None:
    open_store(tmp_path / "graph.lbug").close()
    handle = acquire(tmp_path / "graph.lbug", read_only=True)
    sandbox = Sandbox(handle)
    try:
        sandbox.ask(ONE, {}, Limits())
        before = {worker.process.pid for worker in sandbox._all}
        assert len(before) == 2
        with pytest.raises(QueryStopped):
            sandbox.ask(NOT_ENDING, {}, Limits(seconds=0.2))
        spare = sandbox._idle[0]
        assert spare.process.pid in before
        assert sandbox.ask(ONE, {}, Limits()).rows == ((1,),)
        assert spare in sandbox._idle  # and is kept for the next
        assert len(sandbox._all) <= WORKERS + 1
    finally:
        sandbox.close()
        release(handle)
    assert not any(Path(f"/proc/{pid}").exists() for pid in before)
