import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.commands import app


def verdicts(lines: str, *options: str) -> tuple[int, list[dict[str, str]], str]:
    done = CliRunner().invoke(app, ["cypher", "--check", *options], input=lines)
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_each_line_gets_a_verdict_and_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = [{"id": "a", "stmt": "MATCH (n) RETURN n"}, {"id": "b", "stmt": "MATCH (n) DELETE n"}]
    code, told, _ = verdicts("\n\n".join(map(json.dumps, asked)))
    assert (code, [each["verdict"] for each in told]) == (0, ["allow", "reject"])
    assert told[1]["reason"] == "DELETE writes; only reading is allowed"
    assert list(tmp_path.iterdir()) == []


def test_a_line_tells_whose_cypher_it_is_before_the_option_does() -> None:
    call = "CALL db.labels() YIELD label RETURN label"
    lines = [{"id": 1, "stmt": call}, {"id": 2, "stmt": call, "dialect": "kuzu"}]
    _, told, _ = verdicts("\n".join(map(json.dumps, lines)), "--dialect", "neo4j")
    assert [each["verdict"] for each in told] == ["allow", "reject"]


def test_a_line_that_is_none_is_told_of_and_the_others_are_answered(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(
        '{"id": 1}\nnothing\n{"id": 2, "stmt": "RETURN 1", "dialect": "sql"}\n{"id": 3, "stmt": "RETURN 1"}\n'
    )
    done = CliRunner().invoke(app, ["cypher", "--check", str(file)])
    assert (done.exit_code, json.loads(done.stdout)["id"]) == (3, 3)
    assert [f"line {number}" in done.stderr for number in (1, 2, 3, 4)] == [True, True, True, False]
