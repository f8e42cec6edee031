import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from graph.article import Article
from graph.errors import Contradiction, Gone, InvalidQuestion, NotFound
from graph.facts import Facts, InstitutionFact, PersonFact, Post
from graph.identity.judgement_lines import lines, parsed
from graph.identity.judgements import StoredJudgement, judgements
from graph.identity.judging import Judged, judge, take_judgements, withdraw
from graph.identity.ledger import take_in, take_out
from graph.identity.records import entity_id, record_id
from graph.questions.ids import successor
from graph.store import Store
from graph.stores import content_hash, open_store

Item = tuple[Article, Facts]
MAKER = InstitutionFact("晨光微纳有限公司", (), "company")
BODIES = {
    "A": InstitutionFact("北京信息科技大学", ("BISTU",), "university"),
    "B": InstitutionFact("河北工业大学", (), "university"),
    "C": InstitutionFact("南开大学", (), "university"),
    "D": InstitutionFact("天津大学", (), "university"),
}


def _item(letter: str, person: str = "解江凌", day: int = 1) -> Item:
    """An article in which ``person`` is president of a university of its own."""
    body = BODIES[letter]
    article = Article(f"{letter}.txt", f"{person}任{body.name}校长", origin=f"/in/{letter}.txt")
    person_fact = PersonFact(person, (), (Post("校长", body.name),))
    return article, Facts("", "zh", None, f"2024-05-0{day}", (person_fact,), (body,))


ITEMS = [_item(letter, day=day) for day, letter in enumerate("ABCD", 1)]
A, B, C, D = (record_id(article.id, "person", "解江凌") for article, _ in ITEMS)


def _people(store: Store) -> int:
    return len(store.cypher("MATCH (p:Person) RETURN p.id").rows)


def _entity(record: str) -> str:
    return entity_id("person", record)


def _line(left: str, right: str, verdict: str, made: str) -> StoredJudgement:
    sides = {"left": {"record": left}, "right": {"record": right}}
    told = {"verdict": verdict, **sides, "kind": "person", "user": "li", "made": made}
    return parsed(json.dumps(told), "x", "line 1")


@pytest.fixture
def four(store: Store) -> Store:
    take_in(store, ITEMS)
    assert _people(store) == 4
    return store


def test_a_judgement_joins_and_its_withdrawal_brings_the_old_id_back(four: Store) -> None:
    before = content_hash(four)
    made = judge(four, A, B, "same", user="li", reason="one biography")
    assert (made.left, made.right, made.changed) == (_entity(A), _entity(A), True)
    assert successor(four, _entity(B)) == _entity(A)
    assert _people(four) == 3
    undone = withdraw(four, made.judgement.id, user="wang")
    assert (undone.left, undone.right) == (_entity(A), _entity(B))
    assert successor(four, _entity(B)) is None
    [kept] = judgements(four)
    assert (kept.user, kept.reason, kept.withdrawn_by) == ("li", "one biography", "wang")
    assert kept.left.name == "解江凌"
    assert kept.left.source == "A.txt"
    assert content_hash(four) != before  # what was taken back is still kept


def test_different_parts_what_the_rules_join(store: Store) -> None:
    first, second = ITEMS[0], (Article("2.txt", "解江凌来访", origin="/in/2.txt"), ITEMS[0][1])
    take_in(store, [first, second])
    assert _people(store) == 1
    judge(store, A, record_id(second[0].id, "person", "解江凌"), "different", user="li")
    assert _people(store) == 2


def test_different_keeps_whole_clusters_apart(four: Store) -> None:
    judge(four, A, B, "same", user="li")
    judge(four, C, D, "same", user="li")
    judge(four, A, D, "different", user="li")
    with pytest.raises(Contradiction):
        judge(four, B, C, "same", user="li")
    assert _people(four) == 2


def test_a_contradiction_is_refused_and_names_what_it_contradicts(four: Store) -> None:
    first = judge(four, A, B, "same", user="li").judgement.id
    second = judge(four, B, C, "same", user="li").judgement.id
    before = content_hash(four)
    with pytest.raises(Contradiction, match="take one of these back first") as refused:
        judge(four, A, C, "different", user="wang")
    assert refused.value.judgements[1:] == (first, second)
    assert content_hash(four) == before


def test_the_latest_judgement_of_a_pair_counts_and_its_withdrawal_brings_the_former_back(four: Store) -> None:
    judge(four, A, B, "same", user="li")
    later = judge(four, B, A, "different", user="wang")
    assert later.left != later.right
    assert _people(four) == 4
    back = withdraw(four, user="wang")
    assert back.judgement.id == later.judgement.id
    assert _people(four) == 3


def test_a_withdrawal_that_would_bring_back_a_contradiction_is_refused(four: Store) -> None:
    judge(four, A, B, "same", user="li")
    later = judge(four, A, B, "different", user="li").judgement.id
    judge(four, B, C, "same", user="li")
    judge(four, A, C, "different", user="li")
    with pytest.raises(Contradiction):
        withdraw(four, later, user="li")


def test_what_stands_already_is_not_judged_twice(four: Store) -> None:
    first = judge(four, A, B, "same", user="li")
    edition = four.edition()
    again = judge(four, B, A, "same", user="wang")
    assert (again.changed, again.judgement.id) == (False, first.judgement.id)
    withdraw(four, first.judgement.id, user="li")
    assert not withdraw(four, first.judgement.id, user="wang").changed
    assert four.edition() == edition + 1


def test_without_an_id_the_latest_in_force_is_taken_back_and_none_that_waits_for_an_article(four: Store) -> None:
    made = judge(four, A, B, "same", user="li").judgement
    waiting = _line(A, "r-ffffffffffff", "same", "2099-01-01T00:00:00.000000Z")
    take_judgements(four, [waiting])
    assert withdraw(four, user="li").judgement.id == made.id
    with pytest.raises(NotFound):
        withdraw(four, user="li")
    assert [j.withdrawn for j in judgements(four) if j.id == waiting.id] == [None]


def test_unsure_is_kept_and_decides_nothing(four: Store) -> None:
    assert judge(four, A, B, "unsure", user="li").changed
    assert _people(four) == 4


def test_what_cannot_be_judged_is_refused_in_words(four: Store) -> None:
    body = record_id(ITEMS[0][0].id, "institution", "北京信息科技大学")
    other = record_id(ITEMS[1][0].id, "institution", "河北工业大学")
    for left, right, told in ((A, A, "about two"), (A, body, "of kind"), (body, other, "the tables have")):
        with pytest.raises(InvalidQuestion, match=told):
            judge(four, left, right, "same", user="li")
    with pytest.raises(NotFound, match="no record"):
        judge(four, A, "r-ffffffffffff", "same", user="li")
    with pytest.raises(NotFound, match="no judgement"):
        withdraw(four, "j-ffffffffffff", user="li")
    with pytest.raises(NotFound, match="no judgement"):
        withdraw(four, user="li")
    assert judgements(four) == []


def test_records_that_the_tables_hold_for_one_body_cannot_be_parted(store: Store) -> None:
    second = (Article("2.txt", "BISTU", origin="/in/2.txt"), ITEMS[0][1])
    take_in(store, [ITEMS[0], second])
    bodies = [record_id(article.id, "institution", "北京信息科技大学") for article, _ in (ITEMS[0], second)]
    with pytest.raises(InvalidQuestion, match="by the tables"):
        judge(store, bodies[0], bodies[1], "different", user="li")
    assert judgements(store) == []


def test_a_body_that_no_table_knows_becomes_one_of_the_tables_and_leaves_it_again(store: Store) -> None:
    article = Article("m.txt", "晨光微纳有限公司", origin="/in/m.txt")
    take_in(store, [ITEMS[0], (article, Facts("", "zh", institutions=(MAKER,)))])
    maker, known = (
        record_id(a.id, "institution", name) for a, name in ((article, MAKER.name), (ITEMS[0][0], "北京信息科技大学"))
    )
    before = content_hash(store)
    assert judge(store, maker, known, "same", user="li").left == "i-bistu"
    assert successor(store, entity_id("institution", maker)) == "i-bistu"
    assert withdraw(store, user="li").left == entity_id("institution", maker)
    assert content_hash(store) != before


def test_a_merged_id_keeps_leading_on_when_its_own_article_goes(four: Store) -> None:
    judge(four, A, B, "same", user="li")
    take_out(four, ITEMS[1][0].id)
    assert successor(four, _entity(B)) == _entity(A)
    take_out(four, ITEMS[0][0].id)
    for record in (A, B):
        with pytest.raises(Gone):
            successor(four, _entity(record))


def _told(store: Store) -> list[str]:
    return list(lines(judgements(store)))


def test_judgements_written_out_and_taken_in_elsewhere_give_the_same_graph_in_any_order(
    four: Store, tmp_path: Path
) -> None:
    judge(four, A, B, "same", user="li", reason="同一简历")
    withdraw(four, judge(four, C, D, "same", user="li").judgement.id, user="wang")
    judge(four, B, C, "different", user="王")
    text = list(lines(judgements(four)))
    assert '"reason": "同一简历"' in text[0]
    came = [parsed(line, "judgements.jsonl", f"line {n}") for n, line in enumerate(text, 1)]
    for number, order in enumerate(permutations(came)):
        with open_store(tmp_path / f"other{number}") as other:
            taken = take_judgements(other, order)
            assert {(t.left, t.changed) for t in taken if isinstance(t, Judged)} == {(None, True)}
            take_in(other, ITEMS[::-1])
            assert content_hash(other) == content_hash(four)
            assert list(lines(judgements(other))) == text
            assert not any(t.changed for t in take_judgements(other, order) if isinstance(t, Judged))


def test_of_a_file_the_line_that_contradicts_is_left_out_and_the_rest_is_taken(four: Store) -> None:
    told = ((A, B, "same"), (B, C, "same"), (A, C, "different"), (C, D, "same"))
    made = [_line(*each, f"2024-05-01T08:00:0{n}+08:00") for n, each in enumerate(told)]
    outcomes = take_judgements(four, made)
    assert [type(o).__name__ for o in outcomes] == ["Judged", "Judged", "Contradiction", "Judged"]
    assert _people(four) == 1


def test_of_a_file_what_a_later_line_replaces_contradicts_nothing(four: Store, tmp_path: Path) -> None:
    told = ((A, B, "same"), (B, C, "same"), (A, C, "different"), (B, A, "different"))
    made = [_line(*each, f"2024-05-01T08:00:0{n}Z") for n, each in enumerate(told)]
    assert all(isinstance(outcome, Judged) for outcome in take_judgements(four, made))
    assert _people(four) == 3
    with open_store(tmp_path / "other") as other:
        take_judgements(other, made)
        back = replace(made[-1], withdrawn="2024-05-02T08:00:00.000000Z", withdrawn_by="li")
        [refused] = take_judgements(other, [back])
        assert isinstance(refused, Contradiction)


def test_a_withdrawal_made_elsewhere_is_taken_too(four: Store) -> None:
    judge(four, A, B, "same", user="li")
    [stands] = judgements(four)
    withdraw(four, user="li")
    [gone] = judgements(four)
    take_judgements(four, [stands])
    assert judgements(four) == [gone]
    assert _people(four) == 4


def test_a_judgement_under_a_clock_that_is_ahead_does_not_outlast_a_later_one(four: Store) -> None:
    take_judgements(four, [_line(A, B, "same", "2999-01-01T00:00:00Z")])
    assert _people(four) == 3
    judge(four, A, B, "different", user="li")
    assert _people(four) == 4
