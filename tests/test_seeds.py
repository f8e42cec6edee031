"""What issue "the main job" promises about the five real articles, asked on both stores as a user would ask it."""

import random
from pathlib import Path

import pytest

from graph.article import Article
from graph.facts import Facts
from graph.identity.ledger import take_in, take_out
from graph.questions import Course, agreements, articles, find, meetings, met, paths
from graph.questions.answers import Agreement, TieEvent
from graph.store import Store
from graph.stores.contents import content_hash
from loaders.extraction import extract
from loaders.reading import read

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed articles are not here"),
]

Batch = list[tuple[Article, Facts]]


@pytest.fixture(scope="module")
def batch() -> Batch:
    inputs = [item for item in read([SEEDS]) if isinstance(item, Article)]
    return [(article, extract(article)) for article in inputs]


@pytest.fixture(scope="module")
def seeds(module_store: Store, batch: Batch) -> Store:
    take_in(module_store, batch)
    return module_store


def names(store: Store, who: str) -> set[str]:
    """All names of those whom ``who`` met."""
    return {
        name
        for encounter in met(store, find(store, who, "person").id, limit=200).items
        for name in (encounter.entity.name, encounter.entity.name_zh, encounter.entity.name_en)
        if name
    }


def sourced(event: TieEvent) -> bool:
    return bool(event.date and event.quote and event.article)


def test_one_person_answers_to_both_scripts_with_three_meetings(seeds: Store) -> None:
    guo_fu = find(seeds, "Guo Fu")
    assert guo_fu == find(seeds, "郭福")
    assert {"Zheng Chao", "Liu Weiliang", "吴小杰"} <= names(seeds, "郭福")
    assert len(meetings(seeds, entity=guo_fu.id).items) == 3
    encounters = met(seeds, guo_fu.id, limit=200).items
    assert all(sourced(event) for encounter in encounters for event in encounter.events)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("解江凌", "Xie Jiangling"),
        ("BISTU", "北京信息科技大学"),
        ("Liu Huifu", "Liu Hui Fu"),
        ("Chaoyang District", "朝阳区"),
    ],
)
def test_two_names_are_one_entity(seeds: Store, one: str, other: str) -> None:
    assert find(seeds, one).id == find(seeds, other).id


def test_a_path_across_languages_shows_the_sentence_of_each_hop(seeds: Store) -> None:
    start, end = find(seeds, "Zheng Chao"), find(seeds, "吴小杰")
    every = paths(seeds, start.id, end.id, course=Course(mode="all")).paths
    assert every
    for path in every:
        assert path.length == 2
        assert path.nodes[1].name_en in {"Xie Jiangling", "Guo Fu"}
        assert all(hop.events and all(sourced(event) for event in hop.events) for hop in path.hops)
    assert paths(seeds, start.id, end.id).paths[0] in every


def between(store: Store, one: str, *others: str) -> list[Agreement]:
    """The agreements of ``one`` with any of ``others``, each an id or name."""
    wanted = {find(store, name).id for name in others}
    found = agreements(store, entity=find(store, one).id, limit=200).items
    return [agreement for agreement in found if wanted & {party.id for party in agreement.parties}]


def test_an_agreement_that_is_only_told_of_is_reported(seeds: Store) -> None:
    (agreement,) = between(seeds, "iSoftStone", "Tongzhou District", "Tongzhou District Government")
    assert agreement.status == "reported"


def test_a_signing_has_its_signatories_and_no_invented_year(seeds: Store) -> None:
    (agreement,) = between(
        seeds, "Beijing Institute of Technology", "Fangshan District", "Fangshan District Government"
    )
    assert agreement.status == "signed"
    assert {signature.person.name for signature in agreement.signatories} == {"Jiang Lan", "Di Zhixin"}
    assert agreement.date == "XXXX-12-25" or ((agreement.date or "").endswith("-12-25") and agreement.basis != "none")


def test_talks_are_no_signing(seeds: Store) -> None:
    found = agreements(seeds, limit=200).items
    bjast = find(seeds, "BJAST").id
    assert not [a for a in found if a.status == "signed" and bjast in {party.id for party in a.parties}]


@pytest.mark.parametrize("bystander", ["李萌", "刘涧", "杨静", "Zou Jinsong"])
def test_credits_and_links_attend_nothing(seeds: Store, bystander: str) -> None:
    attended = {
        name
        for meeting in meetings(seeds, limit=200).items
        for attendance in meeting.participants
        for name in (attendance.person.name, attendance.person.name_zh, attendance.person.name_en)
    }
    assert bystander not in attended


def test_districts_have_their_codes_and_parents(seeds: Store) -> None:
    assert find(seeds, "朝阳区", "district").id == "d-110105"
    assert find(seeds, "Gu'an County", "district").id == "d-131022"
    part_of = {(e["source"], e["target"]) for e in _edges(seeds, "PART_OF")}
    assert {("d-110105", "d-110000"), ("d-131022", "d-131000"), ("d-131000", "d-130000")} <= part_of


def _edges(store: Store, edge_type: str) -> list[dict[str, object]]:
    table = store.cypher(f"MATCH (a)-[:{edge_type}]->(b) RETURN a.id, b.id")
    return [{"source": source, "target": target} for source, target in table.rows]


@pytest.mark.slow
def test_any_order_and_any_repetition_give_one_graph(seeds: Store, batch: Batch) -> None:
    expected = content_hash(seeds)
    take_in(seeds, batch)
    assert content_hash(seeds) == expected
    generator = random.Random(3)
    for _ in range(10):
        for article, _facts in batch:
            take_out(seeds, article.id)
        assert articles(seeds).items == ()
        for item in generator.sample(batch, len(batch)):
            take_in(seeds, [item])
        assert content_hash(seeds) == expected
