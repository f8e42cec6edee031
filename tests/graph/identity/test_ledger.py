from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.article import Article
from graph.errors import Gone, NotFound
from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Signatory,
)
from graph.identity.addresses import current_id
from graph.identity.ledger import take_in, take_out
from graph.identity.records import entity_id, record_id
from graph.store import Change, Node, Store
from graph.stores import content_hash, open_store

BISTU = InstitutionFact("北京信息科技大学", ("BISTU",), "university")
BISTU_EN = InstitutionFact("BISTU", (), "university")
HEBUT = InstitutionFact("河北工业大学", (), "university")
MAKER = InstitutionFact("晨光微纳有限公司", ("晨光微纳",), "company")
MAKER_SHORT = InstitutionFact("晨光微纳", (), "company")
OFFICE = InstitutionFact("对外联络办公室", (), "university", parent="北京信息科技大学")
CHAOYANG = DistrictFact("朝阳区", (), "district", "110105")
BODIES = (BISTU, BISTU_EN, HEBUT, MAKER, MAKER_SHORT)
NAMES = ("郭福", "Guo Fu", "解江凌", "Xie Jiangling", "刘佳琪", "刘嘉奇", "Liu Jiaqi", "吴小杰", "Juha Saksa")
TITLES = ("校长", "President", "副校长")
DAYS = (
    EventDate(),
    EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text"),
    EventDate("XXXX-04-19", None, "2024-04-19", "none"),
)
Item = tuple[Article, Facts]


def _article(name: str, text: str = "", url: str | None = None) -> Article:
    return Article(f"{name}.txt", text or f"the text of {name}", url, origin=url or f"/in/{name}.txt")


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """A small article of persons with posts at a few bodies, who met in Chaoyang or signed something."""
    people = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique_by=lambda b: b.name))
    names = [b.name for b in bodies]
    office = (OFFICE,) if "北京信息科技大学" in names and draw(st.booleans()) else ()
    posts = st.lists(st.builds(Post, st.sampled_from(TITLES), st.sampled_from(names)), max_size=2, unique=True)
    persons = tuple(PersonFact(p, (), tuple(draw(posts))) for p in people)
    at = Evidence(0, 3, "the")
    meetings = []
    if draw(st.booleans()):
        attending = tuple(Participant(p, "attendee", draw(st.sampled_from(("host", "visitor", None)))) for p in people)
        meetings.append(
            MeetingFact(
                draw(st.sampled_from(DAYS)), None, "unknown", ("朝阳区",), tuple(names), (), attending, evidence=at
            )
        )
    agreements = []
    if draw(st.booleans()):
        status = draw(st.sampled_from(("signed", "reported", "intended")))
        signed = (Signatory(people[0], names[0]),)
        agreements.append(AgreementFact(status, draw(st.sampled_from(DAYS)), (*names, "朝阳区"), signed, evidence=at))
    published = draw(st.sampled_from((None, "2024-04-20", "2024-05")))
    return Facts(
        "", "zh", None, published, persons, (*bodies, *office), (CHAOYANG,), tuple(meetings), tuple(agreements)
    )


@pytest.fixture(scope="module")
def two_stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder: Path = tmp_path_factory.mktemp("ledger")
    one, other = open_store(folder / "one"), open_store(folder / "other")
    yield one, other
    one.close()
    other.close()


def _empty(store: Store) -> None:
    """Take out everything, and the judgements."""
    for row in store.cypher("MATCH (a:Article) RETURN a.id", limit=100_000).rows:
        take_out(store, str(row[0]))
    judgements = [("Judgement", str(row[0])) for row in store.cypher("MATCH (j:Judgement) RETURN j.id").rows]
    with store.write() as writer:
        writer.apply(Change(drop_nodes=judgements))


@pytest.fixture
def store(two_stores: tuple[Store, Store]) -> Store:
    _empty(two_stores[0])
    return two_stores[0]


steps = st.lists(
    st.one_of(
        st.lists(st.tuples(st.integers(0, 4), facts()), min_size=1, max_size=4),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, shuffled=st.randoms(use_true_random=False))
def test_any_sequence_of_loads_and_removals_gives_the_graph_built_from_scratch(
    two_stores: tuple[Store, Store], steps: list[list[tuple[int, Facts]] | int], shuffled: object
) -> None:
    one, other = two_stores
    _empty(one)
    _empty(other)
    empty = content_hash(other)
    assert content_hash(one) == empty
    held: dict[str, Item] = {}
    for step in steps:
        if isinstance(step, int):
            take_out(one, _article(f"{step}").id)
            held.pop(f"{step}", None)
        else:
            batch = [(_article(f"{n}"), said) for n, said in step]
            take_in(one, batch)
            held |= {f"{n}": (_article(f"{n}"), said) for n, said in step}
    items = list(held.values())
    shuffled.shuffle(items)  # type: ignore[attr-defined]
    take_in(other, items)
    assert content_hash(one) == content_hash(other)
    edition = one.edition()
    assert set(take_in(one, items)) <= {"unchanged"}
    assert one.edition() == edition
    _empty(one)
    assert content_hash(one) == empty
