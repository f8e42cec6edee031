"""The sample articles say what they were written to say, and their graph is worth looking at."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.article import Article
from graph.errors import Ambiguous
from graph.facts import Evidence, Facts
from graph.identity.ledger import take_in
from graph.questions import agreements, find, meetings, paths
from graph.store import Store
from loaders.extraction import extract
from loaders.reading import read

SAMPLES = Path(str(files("loaders"))) / "samples"

EXPECTED = yaml.safe_load(Path(__file__).with_name("expected.yaml").read_text("utf-8"))
MEETINGS: dict[str, dict[str, Any]] = EXPECTED["meetings"]
AGREEMENTS: dict[str, dict[str, Any]] = EXPECTED["agreements"]

BOTH_SCRIPTS = {
    "解江凌": "Xie Jiangling",
    "仇文博": "Qiu Wenbo",
    "单国栋": "Shan Guodong",
    "查海平": "Zha Haiping",
    "区少华": "Ou Shaohua",
    "乐知远": "Yue Zhiyuan",
    "吕一鸣": "Lyu Yiming",
    "欧阳静": "Ouyang Jing",
}

NOBODY = {"Bai Lan", "Qin Lihua", "陈小雨", "李文", "方可", "杜宁", "邹劲松", "顾晓峰", "周宁"}
"""Editors, photographers and persons of the next headline: they stand in the articles and took part in nothing."""

Batch = list[tuple[Article, Facts]]


def place(article: Article) -> str:
    return article.file.partition("samples/")[2]


@pytest.fixture(scope="module")
def batch() -> Batch:
    inputs = list(read([SAMPLES]))
    assert all(isinstance(item, Article) for item in inputs)
    return [(article, extract(article)) for article in inputs if isinstance(article, Article)]


@pytest.fixture(scope="module")
def said(batch: Batch) -> dict[str, Facts]:
    return {place(article): facts for article, facts in batch}


@pytest.fixture
def samples(store: Store, batch: Batch) -> Store:
    take_in(store, batch)
    return store


def called(facts: Facts, *groups: tuple[str, ...]) -> set[str]:
    """All names of the bodies that are meant."""
    meant = {name for group in groups for name in group}
    known = [{b.name, *b.aliases} for b in facts.institutions] + [{b.name, *b.aliases} for b in facts.districts]
    return meant.union(*(names for names in known if names & meant))


def test_there_are_enough_and_half_are_chinese(said: dict[str, Facts]) -> None:
    assert len(said) >= 24
    assert abs(sum(1 if f.lang == "zh" else -1 for f in said.values())) <= 4


@pytest.mark.parametrize("file", MEETINGS)
def test_a_sample_tells_its_meeting(said: dict[str, Facts], file: str) -> None:
    wanted, (meeting,) = MEETINGS[file], said[file].meetings
    assert meeting.date.edtf == wanted["date"]
    assert set(wanted["hosts"]) <= called(said[file], meeting.hosts, meeting.institutions)
    assert set(wanted["visitors"]) <= called(said[file], meeting.visitors)
    assert {p.person for p in meeting.participants} >= set(wanted["people"])


@pytest.mark.parametrize("file", AGREEMENTS)
def test_a_sample_tells_its_agreement_and_no_other(said: dict[str, Facts], file: str) -> None:
    wanted, found = AGREEMENTS[file], said[file].agreements
    assert {a.status for a in found} == {wanted["status"]}
    fitting = [a for a in found if set(wanted["parties"]) <= called(said[file], a.parties)]
    assert fitting
    if wanted["date"]:
        assert {a.date.edtf for a in fitting} == {wanted["date"]}
    assert any({s.person for s in a.signatories} >= set(wanted["signatories"]) for a in fitting)


def test_the_other_samples_tell_no_agreement(said: dict[str, Facts]) -> None:
    assert {file for file, facts in said.items() if facts.agreements} == set(AGREEMENTS)


def test_nobody_of_credits_and_neighbouring_headlines_took_part(said: dict[str, Facts]) -> None:
    there = {p.person for facts in said.values() for m in facts.meetings for p in m.participants}
    assert not NOBODY & there


def test_every_quote_stands_in_the_article(batch: Batch) -> None:
    for article, facts in batch:
        quotes: list[Evidence | None] = [m for p in facts.persons for m in p.mentions]
        quotes += [m for b in facts.institutions for m in b.mentions]
        quotes += [m for d in facts.districts for m in d.mentions]
        quotes += [m.evidence for m in facts.meetings] + [a.evidence for a in facts.agreements]
        assert all(q is not None and article.text[q.start : q.end] == q.quote for q in quotes)


def test_persons_merge_across_scripts_and_namesakes_do_not(samples: Store) -> None:
    for zh, en in BOTH_SCRIPTS.items():
        assert find(samples, zh, "person") == find(samples, en, "person")
    for namesake in ("李明", "刘佳"):
        with pytest.raises(Ambiguous):
            find(samples, namesake, "person")


def test_an_event_told_in_both_languages_is_one(samples: Store) -> None:
    for who in ("刘维亮", "吴小杰", "付顺义", "狄志新", "仇文博", "吕一鸣", "孟凡舟"):
        dates = [m.date for m in meetings(samples, entity=find(samples, who, "person").id, limit=50).items]
        assert dates
        assert len(dates) == len(set(dates))
    signed = agreements(samples, status="signed", limit=50).items
    assert sorted(a.date or "" for a in signed) == ["2022-09-15", "2024-01-11", "XXXX-12-25"]


def test_paths_run_through_both_languages(samples: Store) -> None:
    for source, target, hops in (("Zheng Chao", "单国栋", 3), ("Guo Fu", "区少华", 3), ("Wu Xiaojie", "Jiang Lan", 5)):
        start, end = (find(samples, name, "person").id for name in (source, target))
        (path,) = paths(samples, start, end).paths
        assert path.length == hops
        assert all(hop.events for hop in path.hops)
