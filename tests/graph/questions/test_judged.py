"""Candidates, why and judgements over articles of one name: who is who, and who said so."""

import pytest

from graph import questions
from graph.article import Article
from graph.errors import Gone, InvalidQuestion, NotFound
from graph.facts import AgreementFact, EventDate, Evidence, Facts, InstitutionFact, PersonFact, Post
from graph.identity.candidates import Memo
from graph.identity.candidates import candidates as undecided
from graph.identity.judging import article_edition, judge, withdraw
from graph.identity.ledger import take_in, take_out
from graph.identity.records import entity_id, record_id
from graph.store import Store

BISTU = InstitutionFact("北京信息科技大学", ("BISTU",), "university")
HEBUT = InstitutionFact("河北工业大学", (), "university")
NANKAI = InstitutionFact("南开大学", (), "university")
Item = tuple[Article, Facts]


def _item(number: int, person: str, body: InstitutionFact, title: str = "校长", text: str = "") -> Item:
    told = text or f"昨日，{person}任{body.name}{title}。第{number}次会议随后结束。"
    start = told.find(person)
    mention = (Evidence(start, start + len(person), person),) if start >= 0 else ()
    post = Post(title, body.name)
    facts = Facts("", "zh", None, f"20{10 + number}-05-01", (PersonFact(person, (), (post,), mention),), (body,))
    return Article(f"{number}.txt", told, origin=f"/in/{number}.txt"), facts


ONE, TWO, THREE = _item(1, "解江凌", BISTU), _item(2, "解江凌", BISTU), _item(9, "解江凌", HEBUT, "经理")


def _record(item: Item) -> str:
    return record_id(item[0].id, "person", item[1].persons[0].name)


def _id(item: Item) -> str:
    return entity_id("person", _record(item))


@pytest.fixture
def namesakes(store: Store) -> Store:
    """Two records joined by their body, one of the same name elsewhere."""
    take_in(store, [ONE, TWO, THREE])
    return store


def test_a_candidate_tells_what_speaks_for_and_against_and_shows_both_sides(namesakes: Store) -> None:
    [pair] = questions.candidates(namesakes).items
    assert {pair.a, pair.b} == {_id(ONE), _id(THREE)}
    assert "both are 解江凌" in pair.reasons
    assert [d for d in pair.doubts if d.startswith("no body in common")]
    assert "the articles lie 7 years apart" in pair.doubts
    assert pair.worth == pair.score * 1  # the post of the one that has fewer edges
    side = pair.left if pair.a == _id(ONE) else pair.right
    assert (side.stated, side.edges, side.kind) == (2, 1, "person")
    assert side.context is not None
    assert [r.id for r in side.records] == [_record(ONE), _record(TWO)]
    assert side.records[0].quotes[0].quote == "昨日，解江凌任北京信息科技大学校长。"
    assert [(p.title, p.body) for p in side.records[0].posts] == [("校长", "北京信息科技大学")]


def test_what_a_person_judged_leaves_the_queue_and_comes_back_when_it_is_withdrawn(namesakes: Store) -> None:
    for verdict in ("different", "unsure", "same"):
        judge(namesakes, _record(TWO), _record(THREE), verdict, user="li")
        assert questions.candidates(namesakes).items == ()
        withdraw(namesakes, user="li")
        assert len(questions.candidates(namesakes).items) == 1


def test_the_queue_begins_where_most_hangs_on_the_answer_and_is_paged(store: Store) -> None:
    items = [_item(1, "吴小杰", BISTU), _item(2, "吴小杰", HEBUT), _item(3, "郭福荣", BISTU), _item(4, "郭福荣", HEBUT)]
    more = [_item(5, "郭福荣", BISTU, "教授"), _item(6, "郭福荣", HEBUT, "教授")]
    take_in(store, [*items, *more])
    first = questions.candidates(store, limit=1)
    assert first.items[0].left.name == "郭福荣"
    rest = questions.candidates(store, limit=1, cursor=first.next)
    assert [pair.left.name for pair in rest.items] == ["吴小杰"]
    assert rest.next is None
    assert questions.candidates(store, kind="agreement").items == ()
    with pytest.raises(InvalidQuestion):
        questions.candidates(store, kind="person", cursor=first.next)


def test_what_is_compared_once_gives_the_queue_that_is_compared_anew(store: Store) -> None:
    people = ("吴小杰", "郭福", "Guo Fu")
    bodies = (BISTU, HEBUT, NANKAI)
    items = [_item(3 * n + m, who, body) for n, who in enumerate(people) for m, body in enumerate(bodies)]
    take_in(store, items)
    memo: Memo = {}
    articles = article_edition(store)
    before = undecided(store, memo)
    compared = {key: id(pairs) for key, (_, pairs) in memo.items()}
    judge(store, _record(items[0]), _record(items[1]), "same", user="li")
    judge(store, _record(items[0]), _record(items[2]), "different", user="li")
    assert undecided(store, memo) == undecided(store) != before
    again = {key: id(pairs) for key, (_, pairs) in memo.items()}
    assert {key for key in again if again[key] != compared.get(key)} == {"n:p:wu.xiaojie"}
    withdraw(store, user="li")
    withdraw(store, user="li")
    assert undecided(store, memo) == before
    assert article_edition(store) == articles
    take_out(store, items[0][0].id)
    assert article_edition(store) == articles + 1


def test_why_tells_what_joined_the_records_of_a_person(namesakes: Store) -> None:
    judge(namesakes, _record(TWO), _record(THREE), "same", user="li", reason="one biography")
    for name in (_id(THREE), _id(TWO), _id(ONE)):
        told = questions.why(namesakes, name)
        assert (told.id, told.name, told.kind) == (_id(ONE), "解江凌", "person")
    assert [r.id for r in told.records] == [_record(ONE), _record(TWO), _record(THREE)]
    by = {join.by: join for join in told.joins}
    assert by["judgement"].reasons == ("li judged them the same", "one biography")
    assert [reason for reason in by["evidence"].reasons if reason.startswith("both belong to ")]
    assert {by["evidence"].left, by["evidence"].right} == {_record(ONE), _record(TWO)}
    assert [j.standing for j in told.judgements] == ["in force"]
    assert not told.truncated


def test_why_tells_which_row_of_the_tables_a_body_is(namesakes: Store) -> None:
    told = questions.why(namesakes, "BISTU")
    assert (told.id, len(told.records)) == ("i-bistu", 2)
    assert {(j.by, j.right, j.reasons) for j in told.joins} == {
        ("table", "i-bistu", ("the tables have 北京信息科技大学 as 北京信息科技大学",))
    }


def test_why_of_an_event_shows_its_releases(store: Store) -> None:
    day = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")
    items = []
    for n in (1, 2):
        text = f"第{n}条：双方签署协议。"
        signed = AgreementFact(
            "signed", day, ("北京信息科技大学", "河北工业大学"), evidence=Evidence(4, 10, text[4:10])
        )
        article = Article(f"{n}.txt", text, origin=f"/in/{n}.txt")
        items.append((article, Facts("", "zh", institutions=(BISTU, HEBUT), agreements=(signed,))))
    take_in(store, items)
    ids = [entity_id("agreement", record_id(a.id, "agreement", "4-10")) for a, _ in items]
    found = [questions.why(store, id) for id in ids]
    assert found[0] == found[1]
    assert found[0].name == "2024-04-19: 北京信息科技大学, 河北工业大学"
    assert [r.quotes[0].quote for r in found[0].records] == ["双方签署协议"] * 2
    assert [join.by for join in found[0].joins] == ["evidence"]


def test_why_says_what_there_is_nothing_of(namesakes: Store) -> None:
    with pytest.raises(NotFound, match="no event"):
        questions.why(namesakes, "m-ffffffffffff")
    with pytest.raises(NotFound):
        questions.why(namesakes, "nobody")
    take_out(namesakes, THREE[0].id)
    with pytest.raises(Gone):
        questions.why(namesakes, _id(THREE))


def test_a_judgement_tells_how_it_stands(namesakes: Store) -> None:
    first = judge(namesakes, _record(ONE), _record(THREE), "same", user="li").judgement.id
    second = judge(namesakes, _record(ONE), _record(THREE), "different", user="wang").judgement.id
    assert [(j.id, j.standing) for j in questions.judgements(namesakes).items] == [
        (second, "in force"),
        (first, "replaced"),
    ]
    withdraw(namesakes, second, user="wang")
    assert questions.judgement(namesakes, second).standing == "withdrawn"
    assert [j.id for j in questions.judgements(namesakes, standing="in force").items] == [first]
    assert len(questions.judgements(namesakes, entity=_id(ONE)).items) == 2
    assert questions.judgements(namesakes, entity="p-000000000000").items == ()
    take_out(namesakes, THREE[0].id)
    waiting = questions.judgement(namesakes, first)
    assert (waiting.standing, waiting.right.entity, waiting.right.name) == ("waiting", None, "解江凌")
    with pytest.raises(NotFound):
        questions.judgement(namesakes, "j-000000000000")


def test_names_and_ids_lead_to_the_records_that_are_judged(namesakes: Store) -> None:
    assert questions.sides(namesakes, _id(ONE), _record(THREE)) == (_record(ONE), _record(THREE))
    # A merged id stands for its own record: so what was joined can be parted by ids alone.
    assert questions.sides(namesakes, _id(ONE), _id(TWO)) == (_record(ONE), _record(TWO))
    bodies = questions.sides(namesakes, "BISTU", "河北工业大学")
    assert bodies == tuple(record_id(i[0].id, "institution", i[1].institutions[0].name) for i in (ONE, THREE))
    with pytest.raises(InvalidQuestion, match="stand for one record"):
        questions.sides(namesakes, "BISTU", "i-bistu")
