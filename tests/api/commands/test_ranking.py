"""Measures of networks from the command line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands import main
from graph.networks import read_network
from graph.stores import open_store

Jjj = Callable[..., int]


@pytest.fixture
def jjj(monkeypatch: pytest.MonkeyPatch, world_file: Path) -> Jjj:
    """The command over the small world; its exit code."""
    monkeypatch.setenv("JJJ_STORE", str(world_file))

    def run(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["jjj", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return int(left.value.code or 0)

    return run


def test_the_most_central_come_first(jjj: Jjj, capfd: pytest.CaptureFixture[str], world_file: Path) -> None:
    assert jjj("rank", "degree", "--limit", "3") == 0
    shown, told = capfd.readouterr()
    heading, *lines = shown.splitlines()
    assert heading.split() == ["rank", "degree", "name", "id"]
    assert "more: --cursor" in told
    with open_store(world_file, read_only=True) as store:
        most = sorted(dict(read_network(store).to_networkx().degree()).values(), reverse=True)[:3]
    assert [int(line.split()[1]) for line in lines] == most


def test_communities_name_their_members_and_filters_may_leave_nothing(
    jjj: Jjj, capfd: pytest.CaptureFixture[str]
) -> None:
    assert jjj("communities", "--json") == 0
    items = json.loads(capfd.readouterr().out)["items"]
    for asked in (("communities",), ("rank", "degree")):
        assert jjj(*asked, "--limit", "1", "--json") == 0
        shown, told = capfd.readouterr()
        assert (bool(json.loads(shown)["next"]), told) == (True, "")
    assert jjj("communities") == 0
    assert len(capfd.readouterr().out.splitlines()) >= len(items) + 1
    assert jjj("communities", "--since", "2099") == 1
    assert jjj("rank", "beauty") == 2
