import pytest

from graph.article import Article
from graph.facts import Facts
from loaders.extraction import extract

CHINESE = "北京信息科技大学校长郭福会见来宾\n\n4月19日,北京信息科技大学校长郭福会见了朝阳区区长吴小杰。"
ENGLISH = (
    "Guests Visit BISTU\n\nOn 4th March 2024, President Guo Fu of BISTU met with Mayor Wu Xiaojie of Chaoyang District."
)


@pytest.mark.parametrize(("text", "lang"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_an_article_is_read_by_the_grammar_of_its_language(text: str, lang: str) -> None:
    facts = extract(Article("a.txt", text))
    assert (facts.file, facts.lang) == ("a.txt", lang)
    assert facts.title == text.partition("\n")[0]


@pytest.mark.parametrize("text", ["", " \n", "(", "4月19日", "Home > News", "\ud800"])
def test_an_article_without_facts_gives_none_and_breaks_nothing(text: str) -> None:
    facts = extract(Article("a.txt", text))
    assert facts == Facts("a.txt", facts.lang, facts.title, rejects=facts.rejects)


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
def test_every_mention_quotes_the_raw_text(text: str) -> None:
    facts = extract(Article("a.txt", text))
    mentions = [m for p in facts.persons for m in p.mentions] + [m for d in facts.districts for m in d.mentions]
    assert mentions
    assert all(text[m.start : m.end] == m.quote for m in mentions)
