"""Suppressing from the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands import main

Jjj = Callable[..., tuple[int, str, str]]
BODIES = ("北京信息科技大学", "河北工业大学")


@pytest.fixture
def jjj(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Jjj:
    """The command, in a folder of its own, over two namesakes and another."""
    monkeypatch.chdir(tmp_path)
    for name in ("JJJ_STORE", "JJJ_SEAL"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["jjj", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    facts = [
        {
            "lang": "zh",
            "text": f"{number}：{name}任{body}校长。",
            "url": f"https://news.example.org/{number}",
            "persons": [{"name": name, "aliases": [], "roles": [{"title": "校长", "institution": body}]}],
            "institutions": [{"name": body, "aliases": [], "type": "university"}],
        }
        for number, (name, body) in enumerate([("吴小杰", BODIES[0]), ("吴小杰", BODIES[1]), ("林月", BODIES[1])])
    ]
    (tmp_path / "facts.jsonl").write_text("\n".join(json.dumps(f) for f in facts), encoding="utf-8")
    assert run("load", "--facts", "facts.jsonl")[0] == 0
    return run


def test_somebody_is_taken_out_listed_and_let_in_again(jjj: Jjj) -> None:
    code, out, _ = jjj("suppress", "林月", "--reason", "letter", "--by", "wu")
    assert code == 0
    assert out.endswith("林月: taken out of 1 article\n")
    assert jjj("search", "林月", "--kind", "person")[0] == 1
    code, out, err = jjj("suppress", "Lin Yue", "--json")
    assert (code, json.loads(out)["user"], err) == (0, "wu", "it was so already; nothing was written\n")
    told = json.loads(jjj("suppress", "--list", "--json")[1])["items"]
    assert [(each["names"], each["reason"]) for each in told] == [(["林月"], "letter")]
    assert "letter" in jjj("suppress", "--list")[1]
    assert jjj("suppress", "--undo", "林月", "--by", "wu")[:2] == (0, f"{told[0]['id']} 林月: let into 1 article\n")
    assert jjj("search", "林月", "--kind", "person")[0] == 0
    assert jjj("suppress", "--undo", "林月")[0] == 1


def test_a_name_that_a_namesake_bears_too_is_not_taken_for_them(jjj: Jjj) -> None:
    code, _, err = jjj("suppress", "吴小杰")
    assert (code, err.count("p-")) == (2, 4)
    first = json.loads(jjj("search", "吴小杰", "--json")[1])["items"][0]["id"]
    assert jjj("suppress", first)[0] == 0
    code, _, err = jjj("suppress", "吴小杰")
    assert (code, "bears the name too: say the id" in err) == (2, True)
    assert len(json.loads(jjj("search", "吴小杰", "--json")[1])["items"]) == 1


def test_a_listing_of_nobody_and_a_wish_without_a_name_are_told_by_the_code(jjj: Jjj) -> None:
    assert jjj("suppress", "--list")[0] == 1
    assert jjj("suppress")[0] == 2
    assert jjj("suppress", "nobody of that name")[0] == 1
    assert jjj("suppress", BODIES[0])[0] == 2
