"""Deciding from the command line: candidates, why, same, different, undo, judgements, review, keys."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from api.commands import main
from api.commands.judging import user
from api.keys import Keys

BODIES = ("北京信息科技大学", "河北工业大学", "南开大学")


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Jjj = Callable[..., Answer]


@pytest.fixture
def jjj(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Jjj:
    monkeypatch.chdir(tmp_path)
    for name in ("JJJ_STORE", "JJJ_KEYS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, keys: str = "") -> Answer:
        monkeypatch.setattr(sys, "argv", ["jjj", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(keys))
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return Answer(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def three(jjj: Jjj, tmp_path: Path) -> Jjj:
    """A store of three namesakes, each president of a university of its own."""
    facts = [
        {
            "lang": "zh",
            "text": f"{number}：吴小杰任{body}校长。",
            "url": f"https://news.example.org/{number}",
            "published": f"2024-05-0{number}",
            "persons": [{"name": "吴小杰", "roles": [{"title": "校长", "institution": body}]}],
            "institutions": [{"name": body, "type": "university"}],
        }
        for number, body in enumerate(BODIES, 1)
    ]
    (tmp_path / "facts.jsonl").write_text("\n".join(map(json.dumps, facts)), encoding="utf-8")
    assert jjj("load", "--facts", "facts.jsonl").code == 0
    return jjj


def _ids(jjj: Jjj) -> list[str]:
    hits = jjj("search", "吴小杰", "--json").json["items"]
    return sorted(hit["id"] for hit in hits)


def test_same_joins_why_tells_it_and_undo_takes_it_back(three: Jjj) -> None:
    a, b, _ = _ids(three)
    made = three("same", a, b, "--reason", "同一简历", "--by", "li", "--json").json
    assert (made["verdict"], made["user"], made["reason"]) == ("same", "li", "同一简历")
    assert made["left"]["entity"] == made["right"]["entity"]
    why = three("why", b, "--json").json
    assert why["id"] == made["left"]["entity"]
    assert len(why["records"]) == 2
    assert [join["judgement"] for join in why["joins"]] == [made["id"]]
    told = three("why", a)
    assert "by judgement: li judged them the same; 同一简历" in told.out
    assert told.out.count("校长 at ") == 2
    assert three("same", a, b).err == "it was so already; nothing was written\n"
    undone = three("undo", "--json").json
    assert (undone["id"], undone["standing"], undone["withdrawn_by"]) == (made["id"], "withdrawn", user())
    assert len(_ids(three)) == 3
    assert three("undo").code == 1


def test_two_persons_of_one_article_are_judged_the_same_with_a_warning(three: Jjj, tmp_path: Path) -> None:
    people = [{"name": "林月"}, {"name": "高远"}]
    facts = {"lang": "zh", "text": "林月与高远会谈。", "url": "https://news.example.org/9", "persons": people}
    (tmp_path / "two.jsonl").write_text(json.dumps(facts), encoding="utf-8")
    assert three("load", "--facts", "two.jsonl").code == 0
    warned = three("same", "林月", "高远")
    assert warned.code == 0
    assert "林月 and 高远 are written differently" in warned.err
    assert "one article names both, as two: a-" in warned.err
    assert three("same", *_ids(three)[:2]).err == ""


def test_an_ambiguous_name_lists_who_bears_it_and_decides_nothing(three: Jjj) -> None:
    answer = three("same", "吴小杰", _ids(three)[0])
    assert answer.code == 2
    assert answer.err.count("校长") == 3
    assert three("judgements").code == 1


def test_a_contradiction_is_told_with_what_to_take_back(three: Jjj) -> None:
    a, b, c = _ids(three)
    ids = [three("same", *pair, "--json").json["id"] for pair in ((a, b), (b, c))]
    refused = three("different", a, c)
    assert refused.code == 2
    assert all(id in refused.err for id in ids)
    assert three("undo", ids[0]).code == 0
    assert three("different", a, c, "--json").json["standing"] == "in force"


def test_candidates_come_one_json_object_a_line(three: Jjj) -> None:
    pairs = three("candidates", "--json").lines
    assert len(pairs) == 3
    assert {"a", "b", "score", "reasons", "worth", "doubts"} <= pairs[0].keys()
    assert len(three("candidates", "--json", "--limit", "2").lines) == 2
    shown = three("candidates", "--kind", "person")
    assert "no body in common" in shown.out
    assert three("candidates", "--kind", "agreement").code == 1
    assert three("candidates", "--kind", "planet").code == 2


def test_judgements_go_out_as_text_and_in_again_before_their_articles(three: Jjj, tmp_path: Path) -> None:
    a, b, c = _ids(three)
    three("same", a, b, "--by", "li")
    three("different", b, c, "--by", "王")
    assert three("judgements", "--export", "who.jsonl") == Answer(0, "", "")
    text = (tmp_path / "who.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["verdict"] for line in text.splitlines()] == ["same", "different"]
    assert "王" in text
    assert three("judgements", "--export", "-").out == text
    other = ("--store", "other.lbug")
    taken = three("judgements", "--import", "who.jsonl", "--json", *other).json
    assert taken == {"taken": 2, "unchanged": 0, "waiting": 2, "unusable": 0}
    assert "waiting" in three("judgements", "--standing", "waiting", *other).out
    three("load", "--facts", "facts.jsonl", *other)
    assert three("judgements", "--standing", "waiting", *other).code == 1
    assert len(three("search", "吴小杰", "--json", *other).json["items"]) == 2
    assert (
        three("judgements", "--import", "-", *other, keys=text).out == "0 taken, 2 unchanged, 0 waiting, 0 unusable\n"
    )
    assert three("judgements", "--export", "-", *other).out == text


def test_of_a_text_with_bad_lines_each_is_named_and_the_rest_is_taken(three: Jjj, tmp_path: Path) -> None:
    a, b, _ = _ids(three)
    three("same", a, b)
    text = three("judgements", "--export", "-").out
    (tmp_path / "mixed.jsonl").write_text(f"made up\n\n{text}", encoding="utf-8")
    answer = three("judgements", "--import", "mixed.jsonl", "--store", "other.lbug")
    assert answer.code == 3
    assert answer.err.startswith("mixed.jsonl, line 1: no judgement")
    assert answer.out == "1 taken, 0 unchanged, 1 waiting, 1 unusable\n"
    (tmp_path / "latin.jsonl").write_bytes(b"\xff\xfe\xff")
    for file, reason in (("missing.jsonl", "no such file"), ("latin.jsonl", "not UTF-8")):
        answer = three("judgements", "--import", file)
        assert answer.code == 3
        assert reason in answer.err
    assert three("judgements", "--standing", "lying").code == 2


def test_review_shows_a_pair_takes_a_key_goes_back_and_ends_with_its_input(three: Jjj) -> None:
    answer = three("review", "--by", "li", keys="s z\nd u x")
    assert answer.code == 0
    assert "“1：吴小杰任北京信息科技大学校长。”" in answer.out
    assert "against: " in answer.out
    assert "1 different, 1 unsure; 1 pair left" in answer.err
    verdicts = [(j["verdict"], j["standing"]) for j in three("judgements", "--json").json["items"]]
    assert verdicts == [("unsure", "in force"), ("different", "in force"), ("same", "withdrawn")]
    assert three("candidates", "--json").lines[0]["a"] in _ids(three)


def test_review_keeps_the_reason_of_what_is_decided(three: Jjj) -> None:
    assert three("review", "--reason", "同一简历", keys="d").code == 0
    assert [j["reason"] for j in three("judgements", "--json").json["items"]] == ["同一简历"]


def test_why_takes_the_id_of_a_record(three: Jjj) -> None:
    [record] = three("why", _ids(three)[0], "--json").json["records"]
    assert three("why", record["id"], "--json").json["id"] == record["entity"]
    unknown = three("why", "r-ffffffffffff")
    assert (unknown.code, unknown.err) == (1, "jjj: no record has the id 'r-ffffffffffff'\n")


def test_what_articles_contradict_each_other_in_is_told_with_the_event(jjj: Jjj, tmp_path: Path) -> None:
    said = "2024年4月19日，北京信息科技大学与河北工业大学会谈"
    met = {"date": "2024-04-19", "hosts": BODIES[:1], "visitors": BODIES[1:2], "evidence": said}
    facts = [
        {
            "lang": "zh",
            "text": f"{said}，地点为{place}。",
            "url": f"https://news.example.org/{number}",
            "published": "2024-04-20",
            "institutions": [{"name": body, "type": "university"} for body in BODIES[:2]],
            "meetings": [met | {"place": place}],
        }
        for number, place in enumerate(("第二会议室", "图书馆"))
    ]
    (tmp_path / "facts.jsonl").write_text("\n".join(map(json.dumps, facts)), encoding="utf-8")
    assert jjj("load", "--facts", "facts.jsonl").code == 0
    [meeting] = jjj("meetings", "--json").json["items"]
    for asked in (("meetings",), ("why", meeting["id"])):
        assert jjj(*asked).out.count("  disputed: place 第二会议室 or 图书馆\n") == 1


def test_review_ends_when_there_is_nothing_left_and_speaks_json(three: Jjj) -> None:
    answer = three("review", "--json", keys="zsss")
    assert answer.code == 0
    kinds = ["pair" if "score" in line else line["verdict"] for line in answer.lines]
    assert kinds == ["pair", "same", "pair", "same"]
    assert "nothing was decided here yet" in answer.err
    assert "2 same; 0 pairs left" in answer.err
    assert len(_ids(three)) == 1


def test_review_does_not_ask_what_a_judgement_on_any_of_its_records_answers(three: Jjj) -> None:
    a, b, c = _ids(three)
    three("same", a, b)
    three("different", b, c)
    assert "nothing decided; 0 pairs left" in three("review", keys="s").err


def test_a_key_is_told_once_listed_without_its_secret_and_revoked(jjj: Jjj, tmp_path: Path) -> None:
    assert jjj("keys", "list").code == 1
    made = jjj("keys", "add", "数据看板", "--scope", "write", "--scope", "cypher", "--json").json
    assert made["scopes"] == ["cypher", "write"]
    secret = made["key"].rsplit("_", 1)[1]
    listed = jjj("keys", "list")
    assert "数据看板" in listed.out
    assert secret not in listed.out + jjj("keys", "list", "--json").out
    keys = Keys(tmp_path / ".jjj" / "keys.jsonl")
    assert keys.of(made["key"])
    assert jjj("keys", "revoke", made["id"]).code == 0
    assert keys.of(made["key"]) is None
    assert jjj("keys", "revoke", "k-0").code == 1
    told = jjj("keys", "add", "readers")
    assert keys.of(told.out.strip())
    assert "for read" in told.err
    assert jjj("keys", "add", "x", "--scope", "everything").code == 2
