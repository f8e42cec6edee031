"""A sound store has no finding; each promise that is broken behind its back has one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.article import Article
from graph.facts import EventDate, Evidence, Facts, MeetingFact, Participant, PersonFact
from graph.identity.audit import RULES, Finding, audit
from graph.identity.derivation import DERIVATION_ID
from graph.identity.ledger import take_in
from graph.identity.suppressing import suppress
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store

TEXT = "2024年4月19日，郭福会见了吴小杰。"


def _item() -> tuple[Article, Facts]:
    told = Evidence(0, len(TEXT), TEXT)
    people = [PersonFact("郭福"), PersonFact("吴小杰")]
    meeting = MeetingFact(
        EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text"),
        participants=tuple(Participant(p.name, "host", "host", evidence=told) for p in people),
        evidence=told,
    )
    return Article("a.txt", TEXT, origin="/in/a.txt"), Facts("a", "zh", persons=tuple(people), meetings=(meeting,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "audit.lbug") as store:
        take_in(store, [_item()])
        yield store


def _only(store: Store, label: str) -> Node:
    (node,) = store.nodes(label)
    return node


def _edge(store: Store, type: str) -> Edge:
    return next(iter(store.edges(type)))


def _apply(store: Store, **change: object) -> list[Finding]:
    with store.write() as writer:
        writer.apply(Change(**change))  # type: ignore[arg-type] # the fields of Change by name
    return list(audit(store))


def _with(row: Node, **properties: object) -> Node:
    return replace(row, properties={**row.properties, **properties})  # type: ignore[dict-item] # values of a store


def test_a_sound_store_has_no_finding(store: Store) -> None:
    assert list(audit(store)) == []


def test_a_store_of_which_somebody_was_taken_out_is_sound(store: Store) -> None:
    person = next(n for n in store.nodes("Person") if n.properties["name"] == "吴小杰")
    suppress(store, person.id, user="li")
    assert list(audit(store)) == []


def test_a_quote_that_its_article_does_not_say_is_found(store: Store) -> None:
    told = _edge(store, "REPORTED_IN")
    found = _apply(store, put_edges=[replace(told, properties={**told.properties, "start": 1})])
    assert {f.rule for f in found} == {"quote", "missing"}
    assert {f.subject for f in found} == {f"REPORTED_IN {told.source[1]} {told.target[1]}"}


def test_another_text_than_was_loaded_is_found(store: Store) -> None:
    article = _only(store, "Article")
    found = _apply(store, put_nodes=[_with(article, text=f"{TEXT}。")])
    assert [f.rule for f in found] == ["digest"]


def test_what_was_dropped_is_missing_and_what_was_put_is_unfounded(store: Store) -> None:
    met = _edge(store, "MET")
    (found,) = _apply(store, drop_edges=[met])
    assert (found.rule, found.subject) == ("missing", f"MET {met.source[1]} {met.target[1]}")
    made = Node("Person", {"id": "p-000000000001", "name": "谁"})
    found = next(f for f in _apply(store, put_edges=[met], put_nodes=[made]))
    assert (found.rule, found.subject) == ("unfounded", made.id)


def test_a_date_outside_its_bounds_is_found(store: Store) -> None:
    meeting = _only(store, "Meeting")
    found = _apply(store, put_nodes=[_with(meeting, earliest="2024-05-01")])
    assert {f.rule for f in found if f.subject == meeting.id} == {"missing", "dates"}
    assert any("begins on 2024-05-01, after it ends" in f.message for f in found)


@pytest.mark.parametrize("edtf", ["2024-13", "yesterday"])
def test_what_is_no_date_is_found(store: Store, edtf: str) -> None:
    found = _apply(store, put_nodes=[_with(_only(store, "Meeting"), date=edtf)])
    assert any(f.rule == "dates" and edtf in f.message for f in found)


def test_redirects_in_a_circle_or_to_nothing_are_found(store: Store) -> None:
    person = next(iter(store.nodes("Person")))
    leads = {"p-1": "p-2", "p-2": "p-1", "p-3": "p-4", "p-5": "", "p-6": person.id}
    found = _apply(store, put_nodes=[Node("Redirect", {"id": id, "to": to}) for id, to in leads.items()])
    assert {f.subject: f.message for f in found} == {
        "p-1": "leads in a circle",
        "p-2": "leads in a circle",
        "p-3": "leads to p-4, which is not there",
    }


def test_a_store_of_other_rules_says_so(store: Store) -> None:
    found = _apply(store, put_nodes=[Node("Edition", {"id": DERIVATION_ID, "number": 1})])
    assert [f.rule for f in found] == ["rules"]
    assert {f.rule for f in found} <= RULES.keys()
