import json
from pathlib import Path

import pytest

from graph import questions
from graph.store import Store
from loaders.pipeline import Summary, load

VISIT = (
    "郭福到北京工业大学调研\n\n2024年3月5日,北京信息科技大学校长郭福到北京工业大学调研,与北京工业大学校长聂祚仁座谈。"
)
SIGNING = "校地签约\n\n2024年4月9日,北京信息科技大学与昌平区人民政府签署战略合作协议。"


def articles(store: Store) -> int:
    return questions.stats(store).nodes["article"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SIGNING, encoding="utf-8")
    return tmp_path


def test_a_folder_is_loaded_and_loading_again_changes_nothing(store: Store, folder: Path) -> None:
    assert load(store, [folder]).outcomes == {"added": 2}
    edition = store.edition()
    assert load(store, [folder]).outcomes == {"unchanged": 2}
    assert store.edition() == edition


def test_an_unusable_input_is_named_and_stops_nothing(store: Store, folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"")
    summary = load(store, [folder, folder / "missing.txt"])
    assert summary.outcomes == {"added": 2}
    assert [Path(error.file).name for error in summary.unusable] == ["aa.txt", "missing.txt"]
    assert all(error.reason for error in summary.unusable)
    assert articles(store) == 2


def test_what_is_not_read_in_a_folder_is_counted_and_what_says_nothing_is_named(store: Store, folder: Path) -> None:
    folder = folder / "in"  # the store lies beside it
    folder.mkdir()
    (folder / "weather.txt").write_text("今天天气很好。", encoding="utf-8")
    for name in ("scan.PDF", "program", ".hidden.pdf"):
        (folder / name).write_bytes(b"\x7fELF")
    for outcome in ("added", "unchanged"):
        summary = load(store, [folder])
        assert summary.outcomes == {outcome: 1}
        assert (summary.without_facts, summary.unusable) == ([str(folder / "weather.txt")], [])
        assert summary.skipped == {".pdf": 1, "": 1}


def test_a_changed_article_replaces_what_it_said(store: Store, folder: Path) -> None:
    load(store, [folder])
    (folder / "b.txt").write_text(SIGNING.replace("昌平区", "海淀区"), encoding="utf-8")
    assert load(store, [folder]).outcomes == {"unchanged": 1, "replaced": 1}
    assert articles(store) == 2
    (agreement,) = questions.agreements(store).items
    assert "昌平" not in " ".join(party.name for party in agreement.parties)


def test_equal_text_under_two_names_is_one_article(store: Store, folder: Path) -> None:
    (folder / "c.txt").write_text(VISIT, encoding="utf-8")
    summary = load(store, [folder])
    assert summary.outcomes == {"added": 2, "duplicate": 1}
    assert len(summary.duplicates) == 1
    assert articles(store) == 2


def test_an_interrupt_keeps_what_was_committed_and_loading_again_completes_it(store: Store, folder: Path) -> None:
    def interrupt(summary: Summary) -> None:
        if summary.articles == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(store, [folder], batch_size=1, on_progress=interrupt)
    assert articles(store) == 1
    assert load(store, [folder]).outcomes == {"unchanged": 1, "added": 1}


def test_progress_counts_what_is_read_and_what_is_committed(store: Store, folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    load(store, [folder], batch_size=1, on_progress=lambda s: seen.append((s.read, s.articles)))
    assert seen == [(1, 0), (1, 1), (2, 1), (2, 2)]


def test_ready_made_facts_need_no_article(store: Store, tmp_path: Path) -> None:
    facts = {
        "file": "register/1",
        "lang": "en",
        "title": None,
        "published": None,
        "persons": [],
        "institutions": [
            {"name": "Alpha Institute of Ice", "aliases": [], "type": "research_institute"},
            {"name": "Beta Works", "aliases": [], "type": "company"},
        ],
        "districts": [],
        "meetings": [],
        "agreements": [
            {
                "status": "signed",
                "date": "2023-05-01",
                "parties": ["Alpha Institute of Ice", "Beta Works"],
                "signatories": [],
                "subject": None,
                "evidence": "Alpha Institute of Ice and Beta Works signed an agreement.",
            }
        ],
    }
    file = tmp_path / "register.jsonl"
    file.write_text(json.dumps(facts), encoding="utf-8")
    assert load(store, [file], facts=True).outcomes == {"added": 1}
    (agreement,) = questions.agreements(store).items
    assert {party.name for party in agreement.parties} == {"Alpha Institute of Ice", "Beta Works"}
    assert agreement.evidence[0].quote == facts["agreements"][0]["evidence"]  # type: ignore[index]
