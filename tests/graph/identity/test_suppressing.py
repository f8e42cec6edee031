"""Somebody is taken out, stays out in whatever order articles come, and can be let in again."""

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import cast

import pytest

from graph.article import Article
from graph.errors import InvalidQuestion, NotFound, StoreError
from graph.facts import (
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    InstitutionType,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from graph.identity.audit import audit
from graph.identity.judgements import judgements
from graph.identity.judging import judge, take_judgements
from graph.identity.ledger import take_in, take_out
from graph.identity.rebuild import rebuild
from graph.identity.records import entity_id, record_id
from graph.identity.suppressing import enforce, release, suppress
from graph.questions.ids import successor
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.store import Store
from graph.stores import content_hash, open_store

Item = tuple[Article, Facts]
SEALED = r"gAAAAA[\w-]+=*"
"""A Fernet token."""
DAY = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")


def _sort(body: str) -> InstitutionType:
    return "university" if body.endswith("大学") or body == "BISTU" else "company"


def item(number: int, name: str, body: str, other: str, *, url: bool = False) -> Item:
    """An article in which ``name``, president of ``body``, meets ``other``, whose body it does not tell."""
    text = f"{number}：{body}校长{name}会见{other}。{name}表示欢迎。"
    start = text.index(name)
    at = Evidence(0, text.index("。") + 1, text[: text.index("。") + 1])
    persons = (
        PersonFact(name, (), (Post("校长", body, evidence=at),), (Evidence(start, start + len(name), name),)),
        PersonFact(other),
    )
    meeting = MeetingFact(
        DAY, hosts=(body,), participants=(Participant(name, evidence=at), Participant(other)), evidence=at
    )
    address = f"https://news.example.org/{number}" if url else None
    article = Article(f"{number}.txt", text, address, f"{name}会见{other}", origin=address or f"/in/{number}.txt")
    published = f"2024-04-2{number}"
    told = Facts("", "zh", None, published, persons, (InstitutionFact(body, (), _sort(body)),), (), (meeting,))
    return article, told


GUO = [
    item(1, "郭福", "北京信息科技大学", "林月"),
    item(2, "Guo Fu", "BISTU", "Lin Yue", url=True),
    item(3, "郭福", "BISTU", "韩旭"),
]
NAMESAKE = item(4, "郭福", "天津大学", "周宁")
ITEMS = [*GUO, NAMESAKE]


def id_of(each: Item, name: str) -> str:
    return entity_id("person", record_id(each[0].id, "person", name))


RECORDS = record_id(GUO[0][0].id, "person", "郭福"), record_id(GUO[1][0].id, "person", "Guo Fu")
WHO, OTHER = id_of(GUO[0], "郭福"), id_of(NAMESAKE, "郭福")


@pytest.fixture
def kept(store_settings: Settings, tmp_path: Path) -> Iterator[Store]:
    """A store of all articles, on each engine, with a key of its own."""
    with open_store(store_settings.model_copy(update={"seal": tmp_path / "seal.key"})) as store:
        take_in(store, ITEMS)
        yield store


def told(store: Store) -> str:
    """All that a store holds, but for what is sealed: random letters, among which may be any short name."""
    nodes = (repr(dict(node.properties)) for label in NODES for node in store.nodes(label))
    edges = (repr(edge) for type in EDGES for edge in store.edges(type))
    return re.sub(SEALED, "", "\n".join([*nodes, *edges]))


def texts(store: Store) -> list[str]:
    return [str(node.properties["text"]) for node in store.nodes("Article")]


def test_who_is_suppressed_is_nowhere_and_a_namesake_is_left(kept: Store) -> None:
    done = suppress(kept, WHO, user="li", reason="郭福 asked")
    assert set(done.suppression.names) == {"郭福", "Guo Fu"}
    assert {n.id for n in kept.nodes("Person")} >= {OTHER, id_of(GUO[0], "林月")}
    assert WHO not in {n.id for n in kept.nodes("Person")}
    assert "Guo" not in told(kept)
    with_name = [text for text in texts(kept) if "郭福" in text]
    assert with_name == [NAMESAKE[0].text]
    assert all(re.fullmatch(SEALED, str(s.properties["sealed"])) for s in kept.nodes("Suppression"))


def test_the_rest_of_the_article_stays_with_its_places(kept: Store) -> None:
    suppress(kept, WHO, user="li")
    meetings = {str(e.source[1]): e.properties for e in kept.edges("REPORTED_IN")}
    assert len(meetings) == 3
    of_text = {n.id: str(n.properties["text"]) for n in kept.nodes("Article")}
    for edge in kept.edges("REPORTED_IN"):
        start, end = cast("tuple[int, int]", (edge.properties["start"], edge.properties["end"]))
        assert of_text[edge.target[1]][start:end] == edge.properties["quote"]
    assert "1：北京信息科技大学校长██会见林月。██表示欢迎。" in texts(kept)


@pytest.mark.parametrize("order", list(permutations(range(3)))[:4])
def test_they_stay_out_when_all_is_loaded_again_in_any_order(kept: Store, order: tuple[int, ...]) -> None:
    suppress(kept, WHO, user="li")
    before = content_hash(kept)
    assert take_in(kept, ITEMS) == ["unchanged"] * 4
    for article, _ in ITEMS:
        take_out(kept, article.id)
    assert list(kept.nodes("Sealed")) == []
    take_in(kept, [NAMESAKE])
    for place in order:
        take_in(kept, [GUO[place]])
    assert content_hash(kept) == before
    assert rebuild(kept).put == 0
    assert enforce(kept) == 0
    assert content_hash(kept) == before


def test_an_id_that_led_to_them_leads_nowhere_and_the_store_keeps_its_promises(kept: Store) -> None:
    older = item(0, "郭福", "北京信息科技大学", "林月")
    take_in(kept, [older])
    take_out(kept, older[0].id)
    assert successor(kept, id_of(older, "郭福")) == WHO
    suppress(kept, WHO, user="li")
    assert successor(kept, id_of(older, "郭福")) is None
    assert successor(kept, WHO) is None
    assert list(audit(kept)) == []


def test_it_is_the_same_whether_articles_came_before_or_after(store_settings: Settings, tmp_path: Path) -> None:
    with open_store(store_settings.model_copy(update={"seal": tmp_path / "seal.key"})) as store:
        take_in(store, [GUO[0]])
        suppress(store, WHO, user="li")
        take_in(store, ITEMS[1:])
        late = content_hash(store)
        for article, _ in ITEMS:
            take_out(store, article.id)
        take_in(store, ITEMS)
        assert content_hash(store) == late
        assert "Guo" not in told(store)


def test_an_article_that_shows_another_one_to_be_theirs_takes_that_out_too(tmp_path: Path) -> None:
    alone = item(5, "郭福", "南开大学", "吴杰")
    with open_store(tmp_path / "graph.lbug") as store:
        take_in(store, [GUO[0], alone])
        suppress(store, WHO, user="li")
        apart = id_of(alone, "郭福")
        assert apart in {n.id for n in store.nodes("Person")}
        both = (GUO[2][0], GUO[2][1])
        persons = (PersonFact("郭福", (), (Post("校长", "BISTU"), Post("校长", "南开大学"))), *both[1].persons[1:])
        bodies = (*both[1].institutions, InstitutionFact("南开大学", (), "university"))
        take_in(store, [(both[0], Facts("", "zh", None, "2024-04-23", persons, bodies))])
        assert apart not in {n.id for n in store.nodes("Person")}
        assert not [text for text in texts(store) if "郭福" in text]


def test_undone_all_is_as_it_was(kept: Store) -> None:
    before = content_hash(kept)
    first = suppress(kept, WHO, user="li").suppression.id
    second = suppress(kept, id_of(GUO[2], "韩旭"), user="li").suppression.id
    assert release(kept, first, user="wu").changed
    assert "韩旭" not in told(kept)
    assert release(kept, second, user="wu").changed
    assert content_hash(kept) == before
    assert list(kept.nodes("Sealed")) == []
    assert not release(kept, second, user="wu").changed
    assert rebuild(kept).put == 0
    withdrawn = [n.properties["withdrawn_by"] for n in kept.nodes("Suppression")]
    assert withdrawn == ["wu", "wu"]


def test_judgements_keep_their_effect_and_lose_the_name(kept: Store) -> None:
    made = judge(kept, *RECORDS, "same", user="li", reason="both are 郭福").judgement
    exported = judgements(kept)
    before = content_hash(kept)
    done = suppress(kept, WHO, user="li")
    [shown] = judgements(kept)
    assert (shown.left.name, shown.right.name, shown.reason) == (None, None, "both are ██")
    assert shown.pair == made.pair
    take_judgements(kept, exported)
    assert judgements(kept) == [shown]
    release(kept, done.suppression.id, user="li")
    assert judgements(kept) == exported
    assert content_hash(kept) == before


def test_a_judgement_that_is_taken_in_later_has_no_name_either(kept: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "other.lbug") as other:
        take_in(other, ITEMS)
        judge(other, *RECORDS, "same", user="li", reason="Guo Fu")
        made = judgements(other)
    suppress(kept, WHO, user="li")
    take_judgements(kept, made)
    assert "Guo" not in told(kept)


def test_without_the_key_nothing_can_be_loaded(kept: Store, tmp_path: Path) -> None:
    suppress(kept, WHO, user="li")
    (tmp_path / "seal.key").rename(tmp_path / "elsewhere")
    before = content_hash(kept)
    with pytest.raises(StoreError, match="JJJ_SEAL"):
        take_in(kept, [GUO[0]])
    (tmp_path / "seal.key").write_bytes(b"lIFr_BbHqYCxSCwKLFKQ9pSyiGhXALsmbWcOpmJVKrw=\n")
    with pytest.raises(StoreError, match="not the key"):
        take_in(kept, [GUO[0]])
    assert content_hash(kept) == before


def test_an_institution_that_no_table_has_can_be_taken_out(kept: Store) -> None:
    maker = item(6, "吴杰", "晨光微纳有限公司", "周宁")
    take_in(kept, [maker])
    suppress(kept, entity_id("institution", record_id(maker[0].id, "institution", "晨光微纳有限公司")), user="li")
    assert "晨光微纳" not in told(kept)
    assert id_of(maker, "吴杰") in {n.id for n in kept.nodes("Person")}


@pytest.mark.parametrize(("id", "error"), [("i-bistu", InvalidQuestion), ("d-110105", InvalidQuestion)])
def test_what_the_tables_have_is_not_taken_out(kept: Store, id: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        suppress(kept, id, user="li")


def test_nobody_is_taken_out_twice_and_no_suppression_is_made_up(kept: Store) -> None:
    suppress(kept, WHO, user="li")
    with pytest.raises(NotFound):
        suppress(kept, WHO, user="li")
    with pytest.raises(NotFound):
        release(kept, "s-000000000000", user="li")
