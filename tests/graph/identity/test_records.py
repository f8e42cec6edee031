from hypothesis import given
from hypothesis import strategies as st

from graph.article import Article
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
from graph.identity.article_records import records_of
from graph.identity.records import Record

AT = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")
FACTS = Facts(
    "",
    "zh",
    None,
    "2024-04-20",
    (PersonFact("何小兰", ("He Xiaolan",), (Post("校长", "朝阳学院", former=True),)), PersonFact("陶明德")),
    (InstitutionFact("朝阳学院", ("CYC",), "university", district="朝阳区"),),
    (DistrictFact("朝阳区", (), "district", "110105"),),
    (
        MeetingFact(
            AT, "会议室", "video", ("朝阳学院",), ("朝阳区",), (), (Participant("何小兰", "host", "host", ("head",)),)
        ),
    ),
    (
        AgreementFact(
            "signed",
            AT,
            ("朝阳学院", "朝阳区"),
            (Signatory("何小兰", "朝阳学院"),),
            "协议",
            evidence=Evidence(0, 1, "何"),
        ),
    ),
)


def _row(record: Record) -> dict[str, str]:
    return {"id": record.id, "kind": record.kind, "article": record.article, "payload": record.payload()}


def test_a_record_is_read_back_as_it_was_stored() -> None:
    records = records_of(Article("1.txt", "何小兰来了"), FACTS)
    assert {r.kind for r in records} == {"person", "institution", "district", "meeting", "agreement"}
    assert [Record.stored(_row(r)) for r in records] == records


@given(
    name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    title=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_name_makes_a_record_that_is_read_back(name: str, title: str) -> None:
    facts = Facts("", "en", persons=(PersonFact(name, (name,), (Post(title, name),)),))
    records = records_of(Article("1.txt", name), facts)
    assert [Record.stored(_row(r)) for r in records] == records


def test_records_depend_on_the_article_and_not_on_the_order_of_its_facts() -> None:
    turned = Facts("", "zh", None, "2024-04-20", FACTS.persons[::-1], *(getattr(FACTS, k) for k in (
        "institutions", "districts", "meetings", "agreements"
    )))  # fmt: skip
    article = Article("1.txt", "何小兰来了")
    assert records_of(article, turned) == records_of(article, FACTS)
    assert {r.id for r in records_of(Article("2.txt", "陶明德来了"), FACTS)}.isdisjoint(
        r.id for r in records_of(article, FACTS)
    )


def test_an_entity_without_mentions_gets_the_first_place_of_its_name() -> None:
    [person] = [
        r for r in records_of(Article("1.txt", "昨天何小兰来了"), FACTS) if getattr(r.fact, "name", "") == "何小兰"
    ]
    assert getattr(person.fact, "mentions", ()) == (Evidence(2, 5, "何小兰"),)


def test_two_agreements_of_one_sentence_are_two_records() -> None:
    at = Evidence(0, 3, "何小兰")
    agreements = tuple(AgreementFact("signed", AT, ("朝阳学院", other), evidence=at) for other in ("甲公司", "乙公司"))
    records = records_of(Article("1.txt", "何小兰来了"), Facts("", "zh", agreements=agreements))
    assert len({r.id for r in records if r.kind == "agreement"}) == 2
