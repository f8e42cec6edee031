"""``jjj check`` from end to end: a sound store, and one that somebody wrote into."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer

from api.commands.checking import check
from api.commands.exits import STORE
from graph.settings import Settings
from graph.store import Change
from graph.stores import open_store
from loaders.pipeline import load

TEXT = "来访\n\n2024年4月19日,北京信息科技大学校长郭福会见了来访的朝阳区区长吴小杰一行。\n"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    (tmp_path / "visit.txt").write_text(TEXT, encoding="utf-8")
    path = str(tmp_path / "graph.lbug")
    with open_store(Settings(store=path)) as store:
        load(store, [tmp_path / "visit.txt"])
    return path


def _tamper(path: str) -> str:
    with open_store(Settings(store=path)) as store:
        (meeting,) = store.nodes("Meeting")
        with store.write() as writer:
            writer.apply(
                Change(put_nodes=[replace(meeting, properties={**meeting.properties, "latest": "1999-01-01"})])
            )
        return meeting.id


def test_a_sound_store_breaks_no_rule(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    check(json=True, store=graph)
    told = json.loads(capsys.readouterr().out)
    assert set(told["counts"].values()) == {0}
    assert (told["edition"], told["findings"]) == (1, [])


def test_what_is_broken_is_named_and_ends_with_a_code(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    meeting = _tamper(graph)
    with pytest.raises(typer.Exit) as ended:
        check(store=graph)
    assert ended.value.exit_code == STORE
    told = capsys.readouterr()
    assert f"{meeting}: begins on 2024-04-19, after it ends on 1999-01-01" in told.out


def test_more_findings_than_asked_for_are_counted(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    _tamper(graph)
    with pytest.raises(typer.Exit):
        check(limit=1, store=graph)
    assert "more findings; --limit shows more" in capsys.readouterr().err
