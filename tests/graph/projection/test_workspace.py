from threading import Event, Thread

from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import graph


def test_a_workspace_is_used_again_with_other_marks() -> None:
    pool = Workspaces(graph([]))
    with pool.begin(2) as (one, first):
        pass
    with pool.begin() as (other, second):
        assert (other is one, second > first) == (True, True)


def test_who_comes_while_all_are_taken_waits() -> None:
    pool, taken = Workspaces(graph([]), most=1), Event()

    def take() -> None:
        with pool.begin():
            taken.set()

    with pool.begin():
        thread = Thread(target=take)
        thread.start()
        assert not taken.wait(0.05)
    assert taken.wait(5)
    thread.join()


def test_marks_that_run_out_begin_again_on_a_clean_workspace() -> None:
    pool = Workspaces(graph([]))
    with pool.begin((1 << 27) - 1) as (one, _):
        pass
    with pool.begin() as (other, first):
        assert (other is one, first) == (False, 0)
