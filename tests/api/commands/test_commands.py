"""The commands from end to end, in this process, on an embedded store of two meetings."""

import json
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.commands import main
from graph.identity.derivation import DERIVATION_ID, STALE
from graph.settings import Settings
from graph.store import Change
from graph.stores import open_store
from loaders.pipeline import load

WORLD = Path(__file__).with_name("world.jsonl")
"""Facts of two meetings, one told in Chinese and one in English: a chain of three persons."""
ARTICLE = """郭福到北京工业大学调研

2024年3月5日,北京信息科技大学校长郭福到北京工业大学调研,与北京工业大学校长聂祚仁座谈。
"""


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Jjj = Callable[..., Answer]


@pytest.fixture
def jjj(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Jjj:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JJJ_STORE", raising=False)

    def run(*arguments: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["jjj", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return Answer(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="module")
def loaded_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds those two meetings, for copies."""
    path = tmp_path_factory.mktemp("loaded") / "graph.lbug"
    with open_store(Settings(store=str(path))) as store:
        assert load(store, [WORLD], facts=True).outcomes["added"] == 2
    return path


@pytest.fixture
def loaded(jjj: Jjj, loaded_store: Path, tmp_path: Path) -> Jjj:
    (tmp_path / ".jjj").mkdir()
    shutil.copy(loaded_store, tmp_path / ".jjj" / "graph.lbug")
    return jjj


def test_the_version_is_told(jjj: Jjj) -> None:
    assert jjj("--version")[:2] == (0, f"jjj {version('jingjinji')}\n")


def test_load_tells_what_became_of_each_article(jjj: Jjj, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    numbers = {"added": 1, "unchanged": 0, "replaced": 0, "duplicate": 0, "unusable": 0, "without_facts": 0}
    counts: dict[str, Any] = {**numbers, "without_events": 0, "skipped": {}}
    assert jjj("load", "a.txt", "--json") == Answer(0, json.dumps(counts) + "\n", "")
    assert jjj("load", "a.txt", "--json").json == counts | {"added": 0, "unchanged": 1}


def test_load_tells_how_many_articles_tell_of_no_event(jjj: Jjj, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("北京工业大学校长聂祚仁获奖。", encoding="utf-8")
    first = jjj("load", "a.txt", "b.txt")
    told = "1 article with no meeting and no agreement: jjj report counts what was passed over, and why"
    assert (first.code, first.err.splitlines()) == (0, [told])
    assert jjj("load", "a.txt", "b.txt", "--json").json["without_events"] == 1


def test_load_names_what_it_cannot_use_and_loads_the_rest(jjj: Jjj, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    answer = jjj("load", "a.txt", "empty.txt", "missing.txt", "--json")
    assert answer.code == 3
    assert answer.json["added"] == 1
    first, second = answer.err.splitlines()
    assert "empty.txt" in first
    assert "missing.txt" in second


def test_load_names_what_it_skips_what_it_has_and_what_says_nothing(jjj: Jjj, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("今天天气很好。", encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_text(ARTICLE, encoding="utf-8")
    for name in ("scan.pdf", "program"):
        (tmp_path / "in" / name).write_bytes(b"")
    answer = jjj("load", "in")
    skipped = "skipped 2 files of kinds not read: no suffix 1, .pdf 1"
    assert (answer.code, answer.err.splitlines()) == (
        0,
        [
            "in/c.txt: the same text as another input; one article",
            "in/b.txt: says nothing that the graph could hold",
            skipped,
        ],
    )
    assert jjj("load", "in", "--json").json["skipped"] == {"": 1, ".pdf": 1}
    assert jjj("extract", "in").err == f"{skipped}\n"


def test_extract_prints_an_object_a_line_and_makes_no_store(jjj: Jjj, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Guo Fu, President of BISTU, received guests.\n", encoding="utf-8")
    first, second = map(json.loads, jjj("extract", "a.txt", "b.txt").out.splitlines())
    assert (first["file"], first["lang"]) == ("a.txt", "zh")
    assert (second["file"], second["lang"]) == ("b.txt", "en")
    assert {person["name"] for person in first["persons"]} == {"郭福", "聂祚仁"}
    assert not (tmp_path / ".jjj").exists()


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (("search", "guofu"), "/v1/search?q=guofu"),
        (("search", "郭福", "--kind", "person", "--limit", "1"), "/v1/search?q=郭福&kind=person&limit=1"),
        (("met", "郭福"), "/v1/entities/郭福/met"),
        (("met", "聂祚仁", "--since", "2024-04"), "/v1/entities/聂祚仁/met?since=2024-04"),
        (("path", "郭福", "Zhang Sanshi"), "/v1/paths?from=郭福&to=Zhang Sanshi"),
        (("path", "郭福", "Zhang Sanshi", "--mode", "all"), "/v1/paths?from=郭福&to=Zhang Sanshi&mode=all"),
        (("neighbours", "聂祚仁", "--edge", "met"), "/v1/entities/聂祚仁/neighbourhood?edge=met"),
        (("timeline", "Nie Zuoren"), "/v1/entities/Nie Zuoren/timeline"),
        (("stats",), "/v1/stats"),
        (("agreements",), "/v1/agreements"),
        (("agreements", "北京信息科技大学", "--status", "signed"), "/v1/agreements?entity=BISTU&status=signed"),
        (("meetings",), "/v1/meetings"),
        (("meetings", "郭福", "--until", "2024-03"), "/v1/meetings?entity=郭福&until=2024-03"),
        (("articles",), "/v1/articles"),
        (("articles", "郭福", "--lang", "zh"), "/v1/articles?entity=郭福&lang=zh"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_json_is_what_the_api_answers(loaded: Jjj, arguments: tuple[str, ...], address: str) -> None:
    answer = loaded(*arguments, "--json")
    with TestClient(create_app(Settings())) as client:
        response = client.get(address)
    assert answer.code == (0 if answer.json.get("items") != [] else 1)
    assert answer.json == response.json()


def test_meetings_show_sides_and_persons(loaded: Jjj) -> None:
    lines = loaded("meetings", "郭福").out.splitlines()
    assert lines[0].startswith("2024-03-05  meeting in person")
    assert lines[1].startswith("  of 北京工业大学")
    assert "(visitor)" in "".join(lines[1:3])
    assert any("郭福 (visitor)" in line for line in lines)
    assert any("“" in line for line in lines)


def test_agreements_show_parties_and_who_signed(jjj: Jjj, tmp_path: Path) -> None:
    at = "甲研究所所长张三石与乙中心主任李四水签署协议。"
    bodies: list[dict[str, Any]] = [
        {"name": name, "aliases": [], "type": "research_institute"} for name in ("甲研究所", "乙中心")
    ]
    signing = {
        "status": "signed",
        "date": "2024-05-06",
        "parties": ["甲研究所", "乙中心"],
        "signatories": ["张三石"],
        "subject": "共建实验室",
        "evidence": at,
    }
    persons = [{"name": "张三石", "aliases": [], "roles": [{"title": "所长", "institution": "甲研究所"}]}]
    facts = {"file": "f", "lang": "zh", "title": None, "published": None, "persons": persons, "institutions": bodies}
    facts |= {"districts": [], "meetings": [], "agreements": [signing]}
    (tmp_path / "facts.jsonl").write_text(json.dumps(facts), encoding="utf-8")
    assert jjj("load", "--facts", "facts.jsonl").code == 0
    lines = jjj("agreements", "--status", "signed").out.splitlines()
    assert lines[0].startswith("2024-05-06  signed agreement: 共建实验室  g-")
    assert set(lines[1].removeprefix("  between ").split(", ")) == {"甲研究所", "乙中心"}
    assert lines[2:4] == ["  by 张三石", f"  “{at}”"]
    assert jjj("agreements", "--status", "intended").code == 1


def test_articles_show_what_remove_takes(loaded: Jjj) -> None:
    heading, *rows = loaded("articles").out.splitlines()
    assert heading.split() == ["id", "published", "source", "title"]
    assert [row.split()[1] for row in rows] == ["2024-04-10", "2024-03-06"]
    assert loaded("remove", rows[0].split()[0]).code == 0
    assert loaded("met", "Zhang Sanshi").code == 1


@pytest.mark.parametrize("name", ["news/a.txt", "./news/a.txt", "a.txt", "{absolute}/news/a.txt"])
def test_remove_takes_the_name_of_a_file(jjj: Jjj, tmp_path: Path, name: str) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert jjj("load", "news").code == 0
    assert jjj("remove", name.format(absolute=tmp_path)).code == 0
    assert jjj("articles").code == 1


def test_remove_takes_an_address_and_refuses_what_several_came_from(jjj: Jjj, tmp_path: Path) -> None:
    urls = [f"https://news.example.edu.cn/{n}.htm" for n in (1, 2)]
    lines = [json.dumps({"text": f"{ARTICLE}{url}", "url": url}) for url in urls]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert jjj("load", "a.jsonl").code == 0
    several = jjj("remove", "news.example.edu.cn")
    assert (several.code, several.err.count("a-")) == (2, 2)
    assert jjj("remove", urls[0]).code == 0
    assert [item["url"] for item in jjj("articles", "--json").json["items"]] == urls[1:]


def test_met_shows_date_quote_and_article(loaded: Jjj) -> None:
    answer = loaded("met", "Guo Fu")
    assert answer.code == 0
    assert answer.err == ""
    assert "聂祚仁" in answer.out
    assert "2024-03-05" in answer.out
    assert "郭福到北京工业大学调研" in answer.out


def test_somebody_who_is_known_and_met_nobody_is_told_from_a_name_that_is_not_there(loaded: Jjj) -> None:
    answer = loaded("met", "郭福", "--since", "2031")
    assert (answer.code, answer.out) == (1, "")
    told = "郭福 is in the graph; no article tells of a meeting that was asked for with anybody"
    assert answer.err.splitlines() == [told, "nothing found"]
    assert "is in the graph" not in loaded("met", "不存在的人").err


def test_path_shows_each_hop_with_its_sentence(loaded: Jjj) -> None:
    lines = loaded("path", "郭福", "Zhang Sanshi").out.splitlines()
    assert lines[0] == "2 hops"
    assert lines[1].startswith("郭福")
    assert lines[-1].startswith("Zhang Sanshi")
    assert sum("“" in line for line in lines) == 2


def test_a_path_that_is_not_there_tells_which_ties_would_give_one(loaded: Jjj) -> None:
    answer = loaded("path", "郭福", "Zhang Sanshi", "--edge", "signed_agreement")
    assert (answer.code, answer.out) == (1, "")
    first, hint, *_ = answer.err.splitlines()
    assert first == "nothing found"
    assert hint == "with --edge met --edge signed_agreement --edge holds there is a path of 2 hops"
    assert "郭福 is connected with 0 others" in answer.err
    assert answer.err.splitlines()[-1] == "the graph was made of 2 articles of 2024 from 2 sources"


def test_search_shows_each_hit_with_the_name_that_matched(loaded: Jjj) -> None:
    heading, first, *_ = loaded("search", "zhangsanshi").out.splitlines()
    assert heading.split() == ["score", "kind", "name", "matched", "who", "id"]
    assert "Zhang Sanshi" in first
    assert "person" in first


def test_neighbours_shows_own_ties_first_and_each_sentence_once(loaded: Jjj) -> None:
    lines = loaded("neighbours", "郭福", "--edge", "met", "--depth", "2").out.splitlines()
    assert lines[:2] == ["郭福", "  2024-03-05  meeting"]
    assert lines[2].startswith("    聂祚仁")
    assert lines[3] == "    “郭福到北京工业大学调研,与校长聂祚仁座谈。”"
    rest = lines[lines.index("Among these") :]
    assert rest[1] == "  2024-04-09  meeting"
    assert rest[2].count(" – ") == 1


def test_neighbours_shows_posts_as_attested(loaded: Jjj) -> None:
    lines = loaded("neighbours", "聂祚仁", "--edge", "holds").out.splitlines()
    assert lines[1].startswith("  attested 2024-03-06 … 2024-04-10  聂祚仁 Nie Zuoren, 校长 / President, 北京工业大学")
    assert sum("attested" in line for line in lines) == 1


def test_timeline_shows_a_post_of_two_languages_once(loaded: Jjj) -> None:
    lines = loaded("timeline", "聂祚仁").out.splitlines()
    assert [line for line in lines if "post" in line] == ["attested 2024-03-06 … 2024-04-10  post, 校长 / President"]


def test_neighbours_tells_on_standard_error_that_it_was_cut(loaded: Jjj) -> None:
    answer = loaded("neighbours", "聂祚仁", "--limit", "1")
    assert (answer.code, answer.err) == (0, "cut at 1 entities (--limit)\n")


def test_timeline_shows_events_with_who_was_there(loaded: Jjj) -> None:
    lines = loaded("timeline", "Zhang Sanshi", "--limit", "1").out.splitlines()
    assert lines[0].startswith("2024-04-09  meeting, host")
    assert lines[1].startswith("  with ")


def test_a_page_tells_on_standard_error_how_to_go_on(loaded: Jjj) -> None:
    first = loaded("met", "聂祚仁", "--limit", "1")
    assert first.err.startswith("more: --cursor ")
    rest = loaded("met", "聂祚仁", "--limit", "1", "--cursor", first.err.split()[-1])
    assert (rest.code, rest.err) == (0, "")
    assert rest.out
    assert rest.out != first.out


def test_stats_shows_totals_by_kind(loaded: Jjj) -> None:
    shown = loaded("stats").out
    assert re.search(r"nodes: person +3\b", shown)
    assert "dated events: 2024-03-05 … 2024-04-09" in shown


def test_mentions_are_a_table_by_file_and_kind_with_the_dates_of_events(loaded: Jjj) -> None:
    heading, *rows = loaded("mentions").out.splitlines()
    assert heading.split() == ["file", "kind", "name", "or", "date", "entity"]
    told = [row.split()[:3] for row in rows]
    assert [kind for _, kind, _ in told] == ["institution"] * 2 + ["meeting"] + ["person"] * 2 + [
        "institution",
        "institution",
        "meeting",
        "person",
        "person",
    ]
    assert [name for _, kind, name in told if kind == "meeting"] == ["2024-03-05", "2024-04-09"]


def test_stats_of_an_empty_store_ask_to_load_something(loaded: Jjj) -> None:
    for article in loaded("articles", "--json").json["items"]:
        assert loaded("remove", article["id"]).code == 0
    answer = loaded("stats")
    assert (answer.code, answer.err) == (1, "the store is empty; load something first\n")
    nowhere = loaded("stats", "--store", "nowhere")
    assert (nowhere.code, "load something first" in nowhere.err) == (4, True)


def test_cypher_tells_on_standard_error_that_it_was_cut(loaded: Jjj) -> None:
    answer = loaded("cypher", "MATCH (p:Person) RETURN p.name AS name", "--limit", "1")
    assert (answer.code, answer.err) == (0, "cut at 1 rows (--limit)\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("met", "诸葛无名"), 1),
        (("search", "qqqqqqqqqqqq"), 1),
        (("path", "郭福", "诸葛无名"), 1),
        (("path", "郭福", "p-nobody"), 1),
        (("met", "郭福", "--since", "soon"), 2),
        (("met", "郭福", "--cursor", "nonsense"), 2),
        (("met", "郭福", "--grade", "friendly"), 2),
        (("met",), 2),
        (("load",), 2),
        (("unheard-of",), 2),
        (("cypher", "CREATE (:Person {id: 'x'})"), 2),
        (("cypher", "RETURN $x", "-p", "x"), 2),
        (("cypher", "MATCH (n:Nobody) RETURN n"), 2),
        (("serve", "--host", "0.0.0.0"), 2),
        (("load", "missing.txt"), 3),
        (("remove", "a-000000000000"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_what_goes_wrong_is_one_line_and_a_code(loaded: Jjj, arguments: tuple[str, ...], code: int) -> None:
    answer = loaded(*arguments)
    assert (answer.code, answer.err.count("\n")) == (code, 1), answer


def test_a_neo4j_that_is_down_is_one_line(jjj: Jjj) -> None:
    answer = jjj("stats", "--store", "bolt://127.0.0.1:9")
    assert (answer.code, answer.err.count("\n"), answer.out) == (4, 1, "")


def test_a_store_that_another_process_writes_to_is_told_and_left_alone(loaded: Jjj, tmp_path: Path) -> None:
    program = "from api.commands import main; main()"
    with open_store(tmp_path / ".jjj" / "graph.lbug") as store, store.write():
        done = subprocess.run(
            [sys.executable, "-c", program, "load", "--facts", str(WORLD)], cwd=tmp_path, capture_output=True, text=True
        )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert loaded("stats", "--json").json["nodes"]["article"] == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, 3),
        ({"a.txt": b""}, 3),
        ({"a.txt": bytes(range(256)) * 64}, 3),
        ({"a.html": b"<html><body><p>An article whose tags are never closed, and which says little"}, 0),
        ({"a.jsonl": b'{"url": "https://news.example/1"}\n'}, 3),
        ({"a.txt": "今天天气很好。".encode()}, 0),
        ({"a.txt": ARTICLE.encode("gb18030"), "b.txt": ARTICLE.encode("gb18030")}, 0),
        ({"a.txt": b"x" * (50 << 20)}, 3),
    ],
    ids=["no articles", "empty", "binary", "broken HTML", "no text", "no fact", "twice", "50 MB"],
)
def test_bad_input_is_one_line_each_and_nothing_else_is_lost(
    loaded: Jjj, tmp_path: Path, content: dict[str, bytes], code: int
) -> None:
    folder = tmp_path / "input"
    folder.mkdir()
    for name, data in content.items():
        (folder / name).write_bytes(data)
    answer = loaded("load", "input", "--json")
    assert (answer.code, answer.err.count("\n")) == (code, 1), answer
    assert answer.json["unusable"] == code // 3
    assert loaded("met", "郭福").code == 0


def test_cypher_reads_with_parameters(loaded: Jjj) -> None:
    query = "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name"
    assert loaded("cypher", query, "-p", "name=郭福", "--json").json == {
        "columns": ["name"],
        "rows": [["郭福"]],
        "truncated": False,
        "unused": [],
    }
    assert loaded("cypher", query, "-p", "name=郭福").out.split() == ["name", "郭福"]
    more = loaded("cypher", query, "-p", "name=郭福", "-p", "nmae=林月")
    assert (more.out.split(), more.err) == (["name", "郭福"], "not in the query: $nmae\n")


def test_remove_takes_out_what_only_that_article_said(loaded: Jjj) -> None:
    article = loaded("met", "Zhang Sanshi", "--json").json["items"][0]["events"][0]["article"]["id"]
    assert loaded("remove", article).code == 0
    assert loaded("met", "Zhang Sanshi").code == 1
    assert loaded("met", "郭福").code == 0


def test_mentions_are_an_object_a_line(loaded: Jjj) -> None:
    lines = list(map(json.loads, loaded("mentions", "--json").out.splitlines()))
    assert {"file", "kind", "name", "aliases", "entity"} <= lines[0].keys()
    assert {line["name"] for line in lines} >= {"郭福", "Zhang Sanshi"}


def test_without_arguments_it_helps(jjj: Jjj) -> None:
    answer = jjj()
    assert answer.code == 0
    assert "Usage: jjj" in answer.out


def test_an_interrupt_leaves_quietly_with_its_own_code(tmp_path: Path) -> None:
    # Where the tests run in the background of a shell, interrupts are ignored, and what they start inherits that.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = [sys.executable, "-c", f"{heard}; from api.commands import main; main()", "extract", "-"]
    with subprocess.Popen(program, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as waiting:
        assert waiting.stdin
        waiting.stdin.write(b"x" * 100_000)  # more than a pipe holds: it is reading when this returns
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, err) == (130, b"")


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("来访预告\n\n朝阳区区长吴小杰等一行将于下月到访北京信息科技大学并座谈。\n", "meeting", "planned"),
        ("Guests Visit BISTU\n\nPresident Guo Fu of BISTU spoke with Tan Mu.\n", "person", "no_evidence"),
    ],
)
def test_explain_shows_what_was_not_taken_why_and_where(
    jjj: Jjj, tmp_path: Path, text: str, kind: str, reason: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "rejects" not in jjj("extract", "a.txt").json
    rejects = jjj("extract", "--explain", "a.txt").json["rejects"]
    assert (kind, reason) in {(r["kind"], r["reason"]) for r in rejects}
    assert all(text[r["start"] : r["end"]] == r["text"] for r in rejects)


def test_rebuild_renews_a_store_that_another_version_derived_and_stats_warns_of_one(loaded: Jjj) -> None:
    with open_store(Settings()) as store, store.write() as writer:
        writer.apply(Change(drop_nodes=[("Edition", DERIVATION_ID)], drop_edges=list(store.edges("MET"))))
    assert loaded("stats", "--json").err == f"jjj: {STALE}\n"
    done = loaded("rebuild", "--json").json
    assert (done["articles"], done["dropped"]) == (2, 0)
    assert done["put"] > 0
    assert loaded("stats", "--json").err == ""
    assert loaded("rebuild", "--json").json == done | {"put": 0}


def test_namesakes_are_told_apart_by_post_body_and_days(jjj: Jjj, tmp_path: Path) -> None:
    for number, lead in enumerate(
        ("固安县县长李明到访天津大学,天津大学校长柴立元", "河北工业大学副校长李明到访京东方,京东方副总裁王东")
    ):
        text = f"座谈合作\n\n202{number}年5月6日,{lead}会见来宾。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert jjj("load", "0.txt", "1.txt").code == 0
    answer = jjj("met", "李明")
    *bearers, error = answer.err.splitlines()
    assert (answer.code, answer.out) == (2, "")
    assert {line.split(maxsplit=1)[1] for line in bearers} == {
        "李明  县长, 固安县人民政府, 2020-05-06",
        "李明  副校长, 河北工业大学, 2021-05-06",
    }
    assert error.startswith("jjj: '李明' names 2 entities: p-")
    assert "副校长, 河北工业大学, 2021-05-06" in jjj("search", "李明").out
