"""Who reads articles, chosen on the command line or by the settings, and what `--explain` adds."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from api.commands import main

ARTICLE = "来访\n\n4月19日,北京信息科技大学校长郭福会见朝阳区区长吴小杰。会上,单书记介绍了园区。\n"
Extract = Callable[..., tuple[int, str, str]]


@pytest.fixture
def extract(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Extract:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    def run(*options: str, **environment: str) -> tuple[int, str, str]:
        for name in ("JJJ_EXTRACTOR", "JJJ_MODEL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["jjj", "extract", "a.txt", *options])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return run


def test_explain_adds_doubts_and_rejects_with_their_sentences(extract: Extract) -> None:
    plain, explained = (json.loads(extract(*options)[1]) for options in ((), ("--explain",)))
    assert explained.keys() - plain.keys() == {"doubts", "rejects"}
    assert all(why["doubts"] and 0 < why["confidence"] < 1 for why in explained["doubts"])
    assert plain["meetings"][0]["confidence"] == explained["meetings"][0]["confidence"] < 1
    assert all(
        ARTICLE[r["evidence_start"] : r["evidence_end"]] == r["evidence"] and r["text"] in r["evidence"]
        for r in explained["rejects"]
    )
    assert ("单书记", "no_full_name") in {(r["text"], r["reason"]) for r in explained["rejects"]}


def test_the_command_line_stands_over_the_settings(extract: Extract) -> None:
    code, by_model, _ = extract(JJJ_EXTRACTOR="model", JJJ_MODEL="test")
    assert (code, json.loads(by_model)["meetings"]) == (0, [])
    code, by_rules, _ = extract("--extractor", "rules", JJJ_EXTRACTOR="model", JJJ_MODEL="test")
    assert (code, len(json.loads(by_rules)["meetings"])) == (0, 1)


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"JJJ_EXTRACTOR": "model"}, "JJJ_MODEL"),
        ({"JJJ_EXTRACTOR": "model", "JJJ_MODEL": "nobody:nothing"}, "JJJ_MODEL"),
        ({"JJJ_EXTRACTOR": "guesses"}, "JJJ_EXTRACTOR"),
        ({"JJJ_MODEL_TIMEOUT": "0"}, "JJJ_MODEL_TIMEOUT"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_one_line(
    extract: Extract, environment: dict[str, str], told: str
) -> None:
    code, out, err = extract(**environment)
    assert (code, out) == (2, "")
    assert err.startswith(f"jjj: {told}")
    assert err.count("\n") == 1
