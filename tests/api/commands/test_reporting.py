"""The report from end to end, on an embedded store."""

import json
from pathlib import Path

import pytest

from api.commands.reporting import report
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load

PLANNED = "来访预告\n\n朝阳区区长吴小杰等一行将于下月到访北京信息科技大学并座谈。\n"
HELD = "来访\n\n2024年4月19日,北京信息科技大学校长郭福会见了来访的朝阳区区长吴小杰一行。\n"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    """A store of an article with a meeting and one without."""
    for name, text in {"planned": PLANNED, "held": HELD}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = str(tmp_path / "graph.lbug")
    with open_store(Settings(store=path)) as store:
        load(store, [tmp_path / "planned.txt", tmp_path / "held.txt"])
    return path


def test_the_report_has_a_table_of_each_part(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    report(store=graph)
    told = capsys.readouterr()
    assert told.err == ""
    assert "Facts of 2 articles" in told.out
    assert "Articles without meeting or agreement: 1\n" in told.out
    assert "来访预告" in told.out
    assert "planned" in told.out


def test_json_has_causes_and_rejects(graph: str, capsys: pytest.CaptureFixture[str]) -> None:
    report(json=True, store=graph)
    told = json.loads(capsys.readouterr().out)
    assert [(a["title"], a["cause"]) for a in told["eventless"]["items"]] == [("来访预告", "rejected")]
    assert {"kind": "meeting", "reason": "planned", "number": 1} in told["rejects"]
    assert told["institutions"] == {"total": 0, "items": []}
