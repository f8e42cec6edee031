"""Whether nothing of an answer gets through that the article does not have, whatever the answer is."""

from dataclasses import fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st

from graph.article import Article
from graph.facts import DistrictFact, Evidence, InstitutionFact, PersonFact
from loaders.extraction.assemble import assemble
from loaders.extraction.document import read_document
from loaders.extraction.reasons import REASONS
from loaders.extractors.answer import (
    Agreement,
    Answer,
    District,
    Institution,
    Meeting,
    Participant,
    Person,
    Post,
    Signatory,
)
from loaders.extractors.grounding import ground

ARTICLE = Article(
    "a.txt",
    "來訪\n\n4月19日,校長郭福會見朝陽區(qū)區(qū)長吳小杰。雙方簽署合作協議。"
    "Guo Fu met Wu Xiaojie of Chaoyang District.",
)
DOCUMENT = read_document(ARTICLE)
CLEAN = DOCUMENT.text
pieces = st.tuples(st.integers(0, len(CLEAN)), st.integers(1, 40)).map(lambda p: CLEAN[p[0] : p[0] + p[1]])
names = (
    st.sampled_from(["郭福", "吴小杰", "朝阳区", "Guo Fu", "Wu Xiaojie", "Chaoyang District", "BISTU", "Fu"]) | pieces
)
names = names.filter(lambda n: 0 < len(n.strip()) <= 200)
quotes = (
    st.sampled_from([*CLEAN.splitlines(), "Guo Fu met Wu Xiaojie of Chaoyang District."]) | pieces | st.text(max_size=9)
)
quotes = quotes.filter(bool)
some = st.lists(names, max_size=2)
posts = st.lists(st.builds(Post, title=names, institution=st.none() | names, quote=quotes), max_size=2)
answers = st.builds(
    Answer,
    persons=st.lists(st.builds(Person, name=names, aliases=some, posts=posts, quote=quotes), max_size=3),
    institutions=st.lists(st.builds(Institution, name=names, aliases=some, quote=quotes), max_size=2),
    districts=st.lists(st.builds(District, name=names, aliases=some, quote=quotes), max_size=2),
    meetings=st.lists(
        st.builds(
            Meeting,
            hosts=some,
            visitors=some,
            institutions=some,
            participants=st.lists(st.builds(Participant, person=names, quote=quotes), max_size=2),
            date_quote=st.none() | quotes,
            quote=quotes,
        ),
        max_size=2,
    ),
    agreements=st.lists(
        st.builds(
            Agreement,
            status=st.sampled_from(["signed", "intended"]),
            parties=some,
            signatories=st.lists(st.builds(Signatory, person=names, party=names, quote=quotes), max_size=2),
            quote=quotes,
        ),
        max_size=2,
    ),
)


def evidence(value: object) -> list[Evidence]:
    """All pieces of evidence in a value."""
    if isinstance(value, Evidence):
        return [value]
    if isinstance(value, tuple):
        return [e for item in value for e in evidence(item)]
    if is_dataclass(value):
        return [e for field in fields(value) for e in evidence(getattr(value, field.name))]
    return []


@given(answers)
def test_every_quote_is_of_the_raw_text_and_every_name_of_the_clean_one(answer: Answer) -> None:
    facts = assemble(DOCUMENT, ground(answer, DOCUMENT, "model/test"))
    assert [e for e in evidence(facts) if ARTICLE.text[e.start : e.end] != e.quote] == []
    entities: list[PersonFact | InstitutionFact | DistrictFact] = [
        *facts.persons,
        *facts.institutions,
        *facts.districts,
    ]
    assert [n for e in entities for n in (e.name, *e.aliases) if n not in CLEAN] == []
    assert all(e.mentions for e in entities)
    known = {n for e in entities for n in (e.name, *e.aliases)}
    for meeting in facts.meetings:
        assert {*meeting.hosts, *meeting.visitors, *meeting.institutions} <= known
        assert len({*meeting.hosts, *meeting.visitors, *meeting.institutions}) > 1 or len(meeting.participants) > 1
    assert {r.reason for r in facts.rejects} <= REASONS.keys()
