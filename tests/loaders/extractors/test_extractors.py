"""Whether there is one way to every extractor, and a clear word where one is not there."""

import sys
from pathlib import Path

import pytest

from graph.article import Article
from graph.errors import InputError, SettingsError
from graph.facts import Facts
from graph.settings import Settings
from graph.store import Store
from loaders.extraction import extract
from loaders.extractors import extractor, read_by
from loaders.extractors.second_voter import SecondVoter
from loaders.pipeline import load

LISTED = "团队成立\n\n4月19日,校长郭福会见来宾。老一辈科学家钱学森、郭永怀,都在这里工作过。"


def test_rules_are_the_default() -> None:
    assert Settings().extractor == "rules"
    assert extractor("rules", Settings()) is extract


@pytest.mark.parametrize(
    ("name", "module", "extra"), [("rules+jieba", "rjieba", "jieba"), ("model", "pydantic_ai", "model")]
)
def test_an_extra_that_is_not_installed_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    for ours in [m for m in sys.modules if m.startswith("loaders.extractors.")]:
        monkeypatch.delitem(sys.modules, ours)
    with pytest.raises(SettingsError, match=rf"pip install -e '\.\[{extra}\]'"):
        extractor(name, Settings())  # type: ignore[arg-type]


def test_a_second_voter_takes_who_the_rules_had_no_evidence_for() -> None:
    def voter(text: str) -> list[tuple[int, int]]:
        return [(place, place + 3) for name in ("郭永怀", "老一辈") if (place := text.index(name))]

    persons = {p.name: p for p in SecondVoter(voter)(Article("a.txt", LISTED)).persons}
    assert persons.keys() == {"郭福", "郭永怀"}
    (mention,) = persons["郭永怀"].mentions
    assert LISTED[mention.start : mention.end] == "郭永怀"


def test_jieba_is_such_a_voter() -> None:
    jieba = extractor("rules+jieba", Settings())
    assert "郭永怀" in {p.name for p in jieba(Article("a.txt", LISTED)).persons}
    english = Article("a.txt", "Visit\n\nPresident Guo Fu of BISTU met with Dean Li Mi of Peking University.")
    assert jieba(english) == extract(english)


def _refuses(article: Article) -> Facts:
    if article.file.endswith("b.txt"):
        raise InputError(article.file, "not today")
    return extract(article)


def test_an_article_that_an_extractor_cannot_read_stops_nothing(store: Store, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{LISTED}\n{name}", encoding="utf-8")
    summary = load(store, [tmp_path], extractor=_refuses)
    assert summary.articles == 2
    assert [str(e).rpartition("/")[2] for e in summary.unusable] == ["b.txt: not today"]
    assert isinstance(read_by(_refuses, Article("b.txt", LISTED)), InputError)
