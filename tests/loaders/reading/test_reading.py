import io
import json
import os
import sys
from pathlib import Path

import pytest

from graph.article import Article
from graph.errors import InputError
from graph.facts import Evidence
from loaders.reading import read
from loaders.reading.sources import LARGEST

TEXT = "Lin Yuan met with He Xiao on 4th March 2024.\n"


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def articles(*paths: str | Path) -> list[Article]:
    found = list(read(paths))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def errors(*paths: str | Path, facts: bool = False) -> list[str]:
    return [str(item) for item in read(paths, facts=facts) if isinstance(item, InputError)]


def test_a_text_is_kept_as_it_is_written(tmp_path: Path) -> None:
    raw = "one\r\ntwo\u00a0\u200b e\u0301 區(qū)"
    (article,) = articles(write(tmp_path / "a.txt", raw))
    assert article.text == raw
    assert article.file == str(tmp_path / "a.txt")
    assert article.origin == str((tmp_path / "a.txt").absolute())
    assert article.url is article.title is article.published is None


def test_a_folder_is_read_all_through_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.txt", "c.jsonl", ".hidden/x.txt", "a/._1.txt", "picture.png", "notes.docx"):
        write(tmp_path / name, json.dumps({"text": TEXT}) if name.endswith("jsonl") else TEXT)
    names = [Path(article.file).relative_to(tmp_path).as_posix() for article in articles(tmp_path)]
    assert names == ["b.txt", "c.jsonl:1", "a/1.txt", "a/2.md"]
    assert articles(tmp_path) == articles(tmp_path)


def test_a_page_brings_its_title_and_its_stated_publication(tmp_path: Path) -> None:
    html = f"<html><head><meta name=pubdate content=2024-03-05></head><h1>A Visit</h1><p>{TEXT * 3}</p></html>"
    (article,) = articles(write(tmp_path / "a.html", html))
    assert (article.title, article.published) == ("A Visit", "2024-03-05")


def test_each_line_of_json_is_an_article_with_its_metadata(tmp_path: Path) -> None:
    line = {"text": TEXT, "url": "https://x.example/1", "title": "T", "published": "2024-03-05T09:00:00Z", "site": "x"}
    path = write(
        tmp_path / "a.jsonl", f"\ufeff{json.dumps(line)}\n\n{json.dumps({'text': '郭福'}, ensure_ascii=False)}\n"
    )
    first, second = articles(path)
    assert first == Article(f"{path}:1", TEXT, "https://x.example/1", "T", "2024-03-05", "https://x.example/1")
    assert (second.text, second.file) == ("郭福", f"{path}:3")


@pytest.mark.parametrize(("data", "texts"), [(TEXT, [TEXT]), ('{"text": "a"}\n{"text": "b"}\n', ["a", "b"])])
def test_standard_input_is_text_or_json_lines(data: str, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert [article.text for article in articles("-")] == texts
    assert errors("-") == ["-: the file is empty"]


def test_a_duplicate_under_two_names_is_one_article_by_its_id(tmp_path: Path) -> None:
    first, second = articles(write(tmp_path / "a.txt", TEXT), write(tmp_path / "b.txt", TEXT))
    assert first.id == second.id


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b"\x00\x01\x02\xff" * 500, "a binary file, not text"),
        ("a.md", b"%PDF-1.4 ...", "a PDF document, not text"),
        ("a.txt", "여러 기관이 서울에 모여 협정을 맺고 계획을 밝혔다고 한다".encode("euc-kr"), "the encoding is not"),
        ("a.html", b"<html><body></body></html>", "no text in the page"),
        ("a.jsonl", b"", "the file is empty"),
        ("a.jsonl", b"\x00\xff\x00\xff\n\x00", "line 1: a binary file, not JSON lines"),
        ("a.docx", b"x", "not a kind of file that is read here"),
    ],
)  # fmt: skip
def test_an_unusable_file_is_told_in_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    bad, good = write(tmp_path / name, data), write(tmp_path / "good.txt", TEXT)
    first, second = read([bad, good])
    assert isinstance(first, InputError)
    assert str(first).startswith(str(bad))
    assert reason in str(first)
    assert "\n" not in str(first)
    assert isinstance(second, Article)


def test_a_file_of_50_mb_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    assert errors(big) == [f"{big}: larger than 20 MB, the most that one article may have"]


def test_a_line_that_is_too_long_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'{"text": "' + b"x" * LARGEST + b'"}\n' + b'{"text": "short"}\n')
    first, second = read([path])
    assert str(first) == f"{path}, line 1: longer than 20 MB"
    assert isinstance(second, Article)
    assert second.text == "short"


def test_each_bad_line_is_named_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    lines = ['{"text": "a"}', '{"url": "x"}', "{nope", '["a"]', '{"text": "b", "published": "soon"}', '{"text": 7}']
    path = write(tmp_path / "a.jsonl", "\n".join([*lines, '{"text": "c"}']).encode() + b'\n{"text": "\xff"}')
    assert [article.text for article in read([path]) if isinstance(article, Article)] == ["a", "c"]
    assert errors(path) == [
        f"{path}, line 2: no text: the field is missing or empty",
        f"{path}, line 3: not JSON: Expecting property name enclosed in double quotes",
        f"{path}, line 4: an object is expected",
        f"{path}, line 5: published: 'soon' is not a date",
        f"{path}, line 6: text: text is expected",
        f"{path}, line 8: not UTF-8",
    ]


def test_a_folder_without_articles_and_a_missing_path_are_told(tmp_path: Path) -> None:
    write(tmp_path / "folder/readme.rst", "x")
    assert errors(tmp_path / "folder", tmp_path / "gone.txt") == [
        f"{tmp_path / 'folder'}: no articles in this folder",
        f"{tmp_path / 'gone.txt'}: there is no such file or folder",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    assert errors(path) == [f"{path}: permission denied"]


def test_half_a_character_in_json_is_replaced_since_no_file_could_hold_it(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.jsonl", '{"text": "a\\ud800b"}'))
    assert article.text == "a\ufffdb"


FACT = {
    "file": "register.xlsx",
    "lang": "zh",
    "persons": [{"name": "林远"}],
    "institutions": [{"name": "北方大学"}],
    "agreements": [{"status": "signed", "parties": ["北方大学", "平谷区"], "evidence": "北方大学与平谷区签约"}],
    "meetings": [{"evidence": "林远到访平谷区", "participants": [{"person": "林远"}]}],
}


def test_facts_without_a_text_are_quoted_from_their_own_evidence(tmp_path: Path) -> None:
    (item,) = read([write(tmp_path / "f.jsonl", json.dumps(FACT))], facts=True)
    assert isinstance(item, tuple)
    article, facts = item
    assert article.text == "林远到访平谷区\n北方大学与平谷区签约"
    assert facts.agreements[0].evidence == Evidence(8, 18, "北方大学与平谷区签约")
    assert facts.meetings[0].evidence == Evidence(0, 7, "林远到访平谷区")


def test_facts_with_their_text_are_quoted_from_it(tmp_path: Path) -> None:
    text = "昨日,林远到访平谷区。北方大学与平谷区签约。"
    (item,) = read([write(tmp_path / "f.jsonl", json.dumps(FACT | {"text": text}))], facts=True)
    assert isinstance(item, tuple)
    assert item[0].text == text
    assert item[1].meetings[0].evidence == Evidence(3, 10, "林远到访平谷区")


def test_unusable_facts_are_told_by_line_and_field(tmp_path: Path) -> None:
    lines = [
        {"lang": "zh"},
        {"lang": "zh", "meetings": [{"date": 7}]},
        FACT | {"text": "nothing of it"},
        {"persons": []},
    ]
    path = write(tmp_path / "f.jsonl", "\n".join(map(json.dumps, lines)))
    assert errors(path, facts=True) == [
        f"{path}, line 1: neither facts nor text",
        f"{path}, line 2: meetings[0].date: text or null is expected, not a number",
        f"{path}, line 3: the text does not hold the evidence '林远到访平谷区'",
        f"{path}, line 4: lang: text is expected, not nothing",
    ]
    assert errors(write(tmp_path / "a.txt", TEXT), facts=True)[0].endswith("(.jsonl, .ndjson, .jsonld, .ftm.json)")
