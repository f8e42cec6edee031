"""A store that other rules derived becomes what today's rules give, by the next change or on demand."""

from pathlib import Path

from graph.article import Article
from graph.facts import (
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from graph.identity.derivation import DERIVATION_ID, derivation, is_stale
from graph.identity.ledger import take_in
from graph.identity.rebuild import rebuild
from graph.store import Change, Edge, Node, Store
from graph.stores import content_hash, open_store

TEXT = "郭福在北京会见了晨光微纳有限公司的吴小杰。"


def _item(name: str, day: str, host: str = "郭福") -> tuple[Article, Facts]:
    sentence = Evidence(0, len(TEXT), TEXT)
    meeting = MeetingFact(
        EventDate(day, day, day, "text"),
        hosts=("北京信息科技大学",),
        visitors=("晨光微纳有限公司",),
        participants=(
            Participant(host, "host", "host", evidence=sentence),
            Participant("吴小杰", "visitor", "visitor"),
        ),
        evidence=sentence,
    )
    facts = Facts(
        name,
        "zh",
        published=day,
        persons=(PersonFact(host, (), (Post("校长", "北京信息科技大学"),)), PersonFact("吴小杰")),
        institutions=(InstitutionFact("北京信息科技大学"), InstitutionFact("晨光微纳有限公司", district="朝阳区")),
        districts=(DistrictFact("朝阳区", code="110105"),),
        meetings=(meeting,),
    )
    return Article(f"{name}.txt", f"{TEXT}{name}", origin=f"/in/{name}.txt"), facts


ITEMS = [_item("a", "2024-04-19"), _item("b", "2024-05-20", "Guo Fu"), _item("c", "2024-06-21")]


def _scratch(folder: Path) -> str:
    with open_store(folder / "scratch.lbug") as fresh:
        take_in(fresh, ITEMS)
        return content_hash(fresh)


def _age(store: Store) -> None:
    """Make ``store`` one that other rules derived: rows that differ, lack and are too many, keys that lead nowhere."""
    meeting = next(store.nodes("Meeting"))
    person = next(store.nodes("Person"))
    record = next(n for n in store.nodes("Record") if n.properties["kind"] == "person")
    article = next(store.nodes("Article"))
    blocks = str(record.properties["payload"]).replace("|", "~")
    origins = [
        Node("Origin", {**o.properties, "source": f"/srv/news/{o.properties['source']}"}) for o in store.nodes("Origin")
    ]
    with store.write() as writer:
        writer.apply(
            Change(
                drop_edges=[*store.edges("MET")][:1],
                drop_nodes=[("RecordKey", next(store.nodes("RecordKey")).id)],
                put_nodes=[
                    Node("Meeting", {**meeting.properties, "size": 99}),
                    Node("Person", {"id": "p-of-old", "name": "of old"}),
                    Node("Record", {**record.properties, "payload": blocks, "entity": "p-of-old"}),
                    Node("Article", {**article.properties, "source": "/srv/news/a.txt"}),
                    *origins,
                    Node("Edition", {"id": DERIVATION_ID, "number": derivation() - 1}),
                ],
                put_edges=[Edge("HOLDS", ("Person", person.id), ("Institution", "i-bistu"), {"title": "of old"})],
            )
        )


def test_a_change_of_a_stale_store_brings_all_of_it_up_to_date(store: Store, tmp_path: Path) -> None:
    take_in(store, ITEMS[:2])
    _age(store)
    assert is_stale(store)
    take_in(store, ITEMS[2:])
    assert not is_stale(store)
    sources = {str(n.properties["source"]) for n in store.nodes("Article")}
    assert not any(source.startswith("/") for source in sources)
    take_in(store, ITEMS)  # as fresh but for the names of the inputs, which the damage made others
    assert content_hash(store) == _scratch(tmp_path)


def test_a_rebuild_brings_a_stale_store_up_to_date_and_tells_what_it_changed(store: Store, tmp_path: Path) -> None:
    take_in(store, ITEMS)
    wanted = content_hash(store)
    assert wanted == _scratch(tmp_path)
    _age(store)
    seen: list[int] = []
    done = rebuild(store, on_progress=seen.append)
    assert done.articles == len(ITEMS)
    assert seen == [1, 2, 3]
    assert done.put > 3
    assert done.dropped >= 2
    assert not is_stale(store)
    assert {n.properties["source"] for n in store.nodes("Article")} == {f"srv/news/{i}.txt" for i in "abc"}
    take_in(store, ITEMS)
    assert content_hash(store) == wanted


def test_a_rebuild_of_a_store_that_is_right_changes_nothing(store: Store) -> None:
    take_in(store, ITEMS)
    edition = store.edition()
    done = rebuild(store)
    assert (done.articles, done.put, done.dropped) == (3, 0, 0)
    assert store.edition() == edition


def test_a_store_without_a_stamp_is_stale_unless_it_is_empty(store: Store) -> None:
    assert not is_stale(store)
    take_in(store, ITEMS)
    assert not is_stale(store)
    with store.write() as writer:
        writer.apply(Change(drop_nodes=[("Edition", DERIVATION_ID)]))
    assert is_stale(store)
    take_in(store, ITEMS)
    assert not is_stale(store)
