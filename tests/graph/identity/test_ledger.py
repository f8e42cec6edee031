from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.article import Article
from graph.errors import Gone
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
    Side,
    Signatory,
    Status,
)
from graph.identity.ledger import settle, take_in, take_out
from graph.identity.mentions import mentions
from graph.identity.records import entity_id, record_id
from graph.questions.ids import successor
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
SENTENCES = (None, Evidence(0, 3, "the"), Evidence(4, 8, "text"))
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
    told = st.sampled_from(SENTENCES)
    post = st.builds(Post, st.sampled_from(TITLES), st.sampled_from(names), evidence=told)
    posts = st.lists(post, max_size=2, unique=True)
    persons = tuple(PersonFact(p, (), tuple(draw(posts))) for p in people)
    at = Evidence(0, 3, "the")
    meetings = []
    if draw(st.booleans()):
        sides: tuple[Side | None, ...] = ("host", "visitor", None)
        attending = tuple(Participant(p, "attendee", draw(st.sampled_from(sides)), evidence=draw(told)) for p in people)
        meetings.append(
            MeetingFact(
                draw(st.sampled_from(DAYS)), None, "unknown", ("朝阳区",), tuple(names), (), attending, evidence=at
            )
        )
    agreements = []
    if draw(st.booleans()):
        status: Status = draw(st.sampled_from(("signed", "reported", "intended")))
        signed = (Signatory(people[0], names[0], draw(told)),)
        agreements.append(AgreementFact(status, draw(st.sampled_from(DAYS)), (*names, "朝阳区"), signed, evidence=at))
    published = draw(st.sampled_from((None, "2024-04-20", "2024-05")))
    return Facts(
        "", "zh", None, published, persons, (*bodies, *office), (CHAOYANG,), tuple(meetings), tuple(agreements)
    )


@pytest.fixture
def reference(tmp_path: Path) -> Iterator[Store]:
    """A second store, embedded, in which a graph is built from scratch."""
    with open_store(tmp_path / "reference") as opened:
        yield opened


def _empty(store: Store) -> None:
    """Take out everything, and the judgements."""
    for row in store.cypher("MATCH (a:Article) RETURN a.id", limit=100_000).rows:
        take_out(store, str(row[0]))
    judgements = [("Judgement", str(row[0])) for row in store.cypher("MATCH (j:Judgement) RETURN j.id").rows]
    with store.write() as writer:
        writer.apply(Change(drop_nodes=judgements))


steps = st.lists(
    st.one_of(
        st.lists(st.tuples(st.integers(0, 4), facts()), min_size=1, max_size=4),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps, order=st.randoms(use_true_random=False))
def test_any_sequence_of_loads_and_removals_gives_the_graph_built_from_scratch(
    store: Store, reference: Store, steps: list[list[tuple[int, Facts]] | int], order: Random
) -> None:
    _empty(store)
    _empty(reference)
    empty = content_hash(reference)
    held: dict[int, Item] = {}
    for step in steps:
        if isinstance(step, int):
            assert take_out(store, _article(f"{step}").id) == (step in held)
            held.pop(step, None)
        else:
            take_in(store, [(_article(f"{n}"), said) for n, said in step])
            held |= {n: (_article(f"{n}"), said) for n, said in step}
    items = list(held.values())
    order.shuffle(items)
    take_in(reference, items)
    assert content_hash(store) == content_hash(reference)
    edition = store.edition()
    assert set(take_in(store, items)) <= {"unchanged"}
    assert store.edition() == edition
    _empty(store)
    assert content_hash(store) == empty


def _said(*people: str, body: InstitutionFact = BISTU, published: str | None = None, title: str = "校长") -> Facts:
    posts = (Post(title, body.name),)
    return Facts("", "zh", None, published, tuple(PersonFact(p, (), posts) for p in people), (body,), (CHAOYANG,))


def _names(store: Store, label: str) -> list[tuple[object, ...]]:
    return sorted(store.cypher(f"MATCH (n:{label}) RETURN n.id, n.name, n.name_en").rows, key=str)


def test_an_article_loaded_again_changes_nothing(store: Store) -> None:
    item = (_article("1"), _said("解江凌"))
    assert take_in(store, [item]) == ["added"]
    edition = store.edition()
    assert take_in(store, [item]) == ["unchanged"]
    assert store.edition() == edition


def test_one_person_of_two_scripts_is_one_entity_with_both_names(store: Store) -> None:
    take_in(store, [(_article("1"), _said("解江凌")), (_article("2"), _said("Xie Jiangling", body=BISTU_EN))])
    assert [row[1:] for row in _names(store, "Person")] == [("解江凌", "Xie Jiangling")]


def test_a_changed_input_takes_the_place_of_what_it_said_before(store: Store) -> None:
    take_in(store, [(_article("1", "old"), _said("解江凌"))])
    assert take_in(store, [(_article("1", "new"), _said("吴小杰"))]) == ["replaced"]
    assert [row[1] for row in _names(store, "Person")] == ["吴小杰"]
    assert store.cypher("MATCH (a:Article) RETURN a.text").rows == (("new",),)


def test_the_source_of_a_duplicate_does_not_depend_on_the_order(store: Store) -> None:
    said = _said("解江凌")
    for order in (("b", "a"), ("a", "b")):
        outcomes = [take_in(store, [(_article(name, "one text"), said)]) for name in order]
        assert outcomes == [["added"], ["duplicate"]]
        assert store.cypher("MATCH (a:Article) RETURN a.source").rows == (("a.txt",),)
        _empty(store)


def test_the_source_tells_nothing_about_the_machine(store: Store) -> None:
    take_in(store, [(Article("/srv/news/2024/in/1.txt", "text"), _said("解江凌"))])
    assert store.cypher("MATCH (a:Article) RETURN a.source").rows == (("2024/in/1.txt",),)


def test_a_duplicate_in_one_batch_is_one_article(store: Store) -> None:
    batch = [(_article(name, "one text"), _said("解江凌")) for name in "ba"]
    assert take_in(store, batch) == ["added", "duplicate"]
    assert take_in(store, batch) == ["unchanged", "unchanged"]


def test_an_article_stays_while_another_input_still_gives_it(store: Store) -> None:
    take_in(store, [(_article("a", "one text"), _said("解江凌")), (_article("b", "one text"), _said("解江凌"))])
    take_in(store, [(_article("a", "another"), _said("吴小杰"))])
    assert sorted(store.cypher("MATCH (a:Article) RETURN a.text, a.source").rows) == [
        ("another", "a.txt"),
        ("one text", "b.txt"),
    ]


def test_an_address_keeps_its_article_when_the_text_changes(store: Store) -> None:
    url = "https://news.example.edu.cn/1.htm"
    take_in(store, [(_article("1", "old", url), _said("解江凌"))])
    assert take_in(store, [(_article("2", "new", url), _said("解江凌"))]) == ["replaced"]
    assert store.cypher("MATCH (a:Article) RETURN a.text, a.source").rows == (("new", "news.example.edu.cn"),)


def test_a_district_stands_under_its_city_and_province_while_anything_needs_them(store: Store) -> None:
    guan = Facts("", "en", districts=(DistrictFact("Gu'an County", (), "county", "131022"),))
    langfang = Facts("", "en", districts=(DistrictFact("Langfang", (), "city", "131000"),))
    take_in(store, [(_article("1"), guan), (_article("2"), langfang)])
    assert [row[0] for row in _names(store, "District")] == ["d-130000", "d-131000", "d-131022"]
    part_of = store.cypher("MATCH (a:District)-[:PART_OF]->(b:District) RETURN a.id, b.id").rows
    assert sorted(part_of) == [("d-131000", "d-130000"), ("d-131022", "d-131000")]
    take_out(store, _article("1").id)
    assert [row[0] for row in _names(store, "District")] == ["d-130000", "d-131000"]
    take_out(store, _article("2").id)
    assert _names(store, "District") == []


def test_the_id_of_each_record_is_an_id_of_its_entity(store: Store) -> None:
    first = (_article("1"), _said("解江凌", published="2024-05-10"))
    second = (_article("2"), _said("Xie Jiangling", body=BISTU_EN, published="2024-04-19"))
    take_in(store, [first, second])
    ids = [entity_id("person", record_id(a.id, "person", f.persons[0].name)) for a, f in (first, second)]
    assert [successor(store, i) for i in ids] == [ids[1], None]


def test_an_id_leads_to_what_is_left_and_then_says_that_it_is_gone(store: Store) -> None:
    first = (_article("1"), _said("解江凌", published="2024-04-19"))
    second = (_article("2"), _said("Xie Jiangling", body=BISTU_EN, published="2024-05-10"))
    take_in(store, [first, second])
    old, new = (entity_id("person", record_id(a.id, "person", f.persons[0].name)) for a, f in (first, second))
    take_out(store, first[0].id)
    assert successor(store, old) == new
    take_out(store, second[0].id)
    with pytest.raises(Gone):
        successor(store, old)
    take_in(store, [first])
    assert [row[0] for row in _names(store, "Person")] == [old]


def test_the_id_of_a_changed_article_leads_to_the_same_name_in_it(store: Store) -> None:
    take_in(store, [(_article("1", "old"), _said("解江凌"))])
    take_in(store, [(_article("1", "new"), _said("解江凌"))])
    old, new = (entity_id("person", record_id(_article("1", t).id, "person", "解江凌")) for t in ("old", "new"))
    assert successor(store, old) == new


def test_a_removal_of_what_is_not_there_changes_nothing(store: Store) -> None:
    edition = store.edition()
    assert not take_out(store, "a-000000000000")
    assert store.edition() == edition


def _judge(store: Store, left: Item, right: Item, verdict: str) -> None:
    sides = (record_id(a.id, "person", f.persons[0].name) for a, f in (left, right))
    properties = dict(zip(("left", "right"), sides, strict=True))
    judgement = {
        "id": "j-1",
        **properties,
        "verdict": verdict,
        "user": "x",
        "made": "2024-05-01T00:00:00Z",
        "reason": "",
    }
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Judgement", judgement)]))


def test_a_judgement_is_kept_to_when_articles_come(store: Store) -> None:
    same = ((_article("1"), _said("解江凌")), (_article("2"), _said("解江凌", body=HEBUT)))
    _judge(store, *same, "same")
    take_in(store, same[:1])
    take_in(store, same[1:])
    assert len(_names(store, "Person")) == 1
    _empty(store)
    different = ((_article("1"), _said("解江凌")), (_article("2"), _said("解江凌")))
    _judge(store, *different, "different")
    take_in(store, different)
    assert len(_names(store, "Person")) == 2


def test_a_judgement_made_later_joins_and_its_withdrawal_parts_again(store: Store) -> None:
    items = [(_article("1"), _said("解江凌")), (_article("2"), _said("解江凌", body=HEBUT))]
    take_in(store, items)
    before, people = content_hash(store), _names(store, "Person")
    sides = [record_id(a.id, "person", "解江凌") for a, _ in items]
    judgement = {"id": "j-1", "left": sides[0], "right": sides[1], "verdict": "same", "made": "2024-05-01T00:00:00Z"}
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Judgement", judgement)]))
        settle(writer, sides)
    [(joined, *_)] = _names(store, "Person")
    assert joined in {row[0] for row in people}
    assert len(store.cypher("MATCH (p:Person)-[:HOLDS]->(i:Institution) RETURN i.id").rows) == 2
    with store.write() as writer:
        writer.apply(Change(drop_nodes=[("Judgement", "j-1")]))
        settle(writer, sides)
    assert content_hash(store) == before


def test_every_permutation_of_single_articles_gives_one_graph(store: Store) -> None:
    items = [
        (_article("1"), _said("解江凌", "刘佳琪")),
        (_article("2"), _said("Xie Jiangling", "Liu Jiaqi", body=BISTU_EN)),
        (_article("3"), _said("刘嘉奇", "Guo Fu")),
        (_article("4"), _said("郭福", body=HEBUT)),
    ]
    graphs = set()
    for order in permutations(items):
        _empty(store)
        for item in order:
            take_in(store, [item])
        graphs.add(content_hash(store))
    assert len(graphs) == 1


def test_mentions_lead_from_each_name_of_an_article_to_its_entity(store: Store) -> None:
    take_in(store, [(_article("1"), _said("解江凌"))])
    found = {(m["file"], m["kind"], m["name"], m["entity"][:2]) for m in mentions(store)}
    assert found == {
        ("1.txt", "person", "解江凌", "p-"),
        ("1.txt", "institution", "北京信息科技大学", "i-"),
        ("1.txt", "district", "朝阳区", "d-"),
    }


@pytest.mark.parametrize("letters", ["明", "long "])
def test_a_name_of_any_length_is_taken_in_and_leaves_again(store: Store, letters: str) -> None:
    long = letters * 10_000
    body = InstitutionFact(long, (), "company")
    post = Post("President", long)
    found = Facts("", "en", persons=(PersonFact(long, (), (post,)), PersonFact("Guo Fu")), institutions=(body,))
    before = content_hash(store)
    article = _article("long")
    assert take_in(store, [(article, found)]) == ["added"]
    assert long.strip() in {str(node.properties["name"]).strip() for node in store.nodes("Person")}
    assert take_out(store, article.id)
    assert content_hash(store) == before
