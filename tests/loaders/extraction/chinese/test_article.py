"""The whole: damaged text, evidence, and cost (phenomena 45, 46)."""

from collections.abc import Callable

from graph.article import Article
from graph.facts import Facts
from loaders.extraction.chinese import facts
from loaders.extraction.document import read_document

Read = Callable[..., Facts]

CLEAN = ("校长李强到访固安县", "5月6日，天津大学校长李强带队拜访固安县，与县长王国维座谈。双方签署了合作协议。")
DAMAGED = (
    "校長李強到訪固安縣(xiàn)",
    "5月6日,天津大學(xué)校長李強帶隊拜訪固安縣(xiàn),與縣長王國(guó)維座談。雙方簽署了合作協議。",
)


def shape(found: Facts) -> tuple[object, ...]:
    return (
        [p.name for p in found.persons],
        {i.name for i in found.institutions},
        [(m.hosts, m.visitors, [p.person for p in m.participants]) for m in found.meetings],
        [(a.status, a.parties) for a in found.agreements],
    )


def test_damaged_text_gives_what_clean_text_gives(read: Read) -> None:
    assert shape(read(*DAMAGED)) == shape(read(*CLEAN))


def test_every_quote_is_verbatim(read: Read) -> None:
    raw = "\n\n".join(DAMAGED)
    found = read(*DAMAGED)
    spans = [m for p in found.persons for m in p.mentions]
    spans += [m for i in found.institutions for m in i.mentions]
    spans += [m for d in found.districts for m in d.mentions]
    spans += [m.evidence for m in found.meetings if m.evidence is not None]
    spans += [a.evidence for a in found.agreements if a.evidence is not None]
    assert spans
    assert all(raw[s.start : s.end] == s.quote for s in spans)


def test_the_same_article_gives_the_same_facts(read: Read) -> None:
    assert read(*CLEAN) == read(*CLEAN)


def test_an_article_without_facts_has_none(read: Read) -> None:
    found = read("春天来了", "校园里的花都开了，同学们在树下读书。")
    assert (found.persons, found.institutions, found.meetings, found.agreements) == ((), (), (), ())


def test_every_paragraph_of_a_long_article_is_read() -> None:
    lines = [f"2023年5月{d}日，天津大学校长李强带队到固安县考察，与县长王国维座谈。" for d in range(1, 29)]
    found = facts(read_document(Article("long.txt", "校长走访\n\n" + "\n\n".join(lines * 10))))
    assert len(found.persons) == 2
    assert len(found.persons[0].mentions) == 280
