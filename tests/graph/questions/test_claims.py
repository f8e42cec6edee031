from graph.article import Article
from graph.dates import event_date
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, Participant, PersonFact
from graph.identity.ledger import take_in
from graph.questions import agreement, agreements, meeting, meetings
from graph.questions.answers import Claim
from graph.questions.claims import disputes
from graph.store import Store

BISTU, TONGZHOU = "北京信息科技大学", "通州区"


def _release(
    name: str, *, chair: str, place: str, hosts: str = BISTU, when: str = "2024-04-19"
) -> tuple[Article, Facts]:
    visitors = TONGZHOU if hosts == BISTU else BISTU
    people = ("陶明德", "何小兰")
    met = MeetingFact(
        event_date(when), place, "in_person", (hosts,), (visitors,), (),
        tuple(Participant(p, "chair" if p == chair else "attendee") for p in people),
    )  # fmt: skip
    facts = Facts(
        "", "zh", None, "2024-04-20",
        tuple(map(PersonFact, people)), (InstitutionFact(BISTU),), (DistrictFact(TONGZHOU, code="110112"),), (met,),
    )  # fmt: skip
    return Article(f"{name}.txt", name, origin=f"/{name}.txt"), facts


def _claims(store: Store, *releases: tuple[Article, Facts]) -> list[Claim]:
    take_in(store, releases)
    [found] = meetings(store).items
    return list(meeting(store, found.id).claims)


def test_each_field_keeps_who_says_what(store: Store) -> None:
    found = _claims(
        store,
        _release("a", chair="陶明德", place="第二会议室"),
        _release("b", chair="陶明德", place="通州区第二会议室", when="XXXX-04-19"),
    )
    told = {(c.field, c.value): len(c.articles) for c in found}
    assert told["date", "2024-04-19"] == told["date", "XXXX-04-19"] == 1
    assert told["place", "第二会议室"] == 1
    assert told["format", "in_person"] == told["side", "host"] == 2
    assert not any(c.disputed for c in found)


def test_contradictions_are_marked_on_both_sides(store: Store) -> None:
    found = _claims(
        store,
        _release("a", chair="陶明德", place="第二会议室"),
        _release("b", chair="何小兰", place="图书馆", hosts=TONGZHOU),
    )
    assert {(c.field, c.about) for c in found if c.disputed} == {
        ("chair", None),
        ("place", None),
        ("side", "d-110112"),
        ("side", "i-bistu"),
    }
    assert sum(c.disputed for c in found) == 8
    assert not any(c.disputed for c in found if c.field in ("date", "format"))
    [event] = meetings(store).items
    assert disputes(store, [event.id]) == {
        event.id: (
            "chair 何小兰 or 陶明德",
            "place 图书馆 or 第二会议室",
            "side of 通州区 host or visitor",
            "side of 北京信息科技大学 visitor or host",
        )
    }


def test_what_nobody_contradicts_is_not_disputed(store: Store) -> None:
    _claims(store, _release("a", chair="陶明德", place="图书馆"), _release("b", chair="陶明德", place="图书馆"))
    assert disputes(store, [meetings(store).items[0].id]) == {}


def test_an_event_of_one_article_has_no_claims(store: Store) -> None:
    assert _claims(store, _release("a", chair="陶明德", place="图书馆")) == []


def test_two_names_of_one_paper_are_no_contradiction(store: Store) -> None:
    for name, subject in (("a", "共建实验室"), ("b", "战略合作")):
        signed = AgreementFact("signed", event_date("2024-04-19"), (BISTU, TONGZHOU), subject=subject)
        bodies = (InstitutionFact(BISTU),), (DistrictFact(TONGZHOU, code="110112"),)
        article = Article(f"{name}.txt", name, origin=f"/{name}.txt")
        take_in(store, [(article, Facts("", "zh", None, None, (), *bodies, (), (signed,)))])
    [found] = agreements(store).items
    claims = agreement(store, found.id).claims
    assert {c.value for c in claims if c.field == "subject"} == {"共建实验室", "战略合作"}
    assert not any(c.disputed for c in claims)
