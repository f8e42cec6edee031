from typing import Any

from graph.article import Article
from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    Format,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Signatory,
    Status,
)
from graph.identity.article_records import records_of
from graph.identity.derive import entity_rows
from graph.identity.records import Record
from graph.identity.resolve import resolve
from graph.store import Edge, Node

DAY = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")
BODIES = (InstitutionFact("北京信息科技大学", (), "university"), InstitutionFact("晨光微纳有限公司", (), "company"))


def _rows(*said: Facts) -> list[Node | Edge]:
    records: list[Record] = []
    for n, facts in enumerate(said):
        records += records_of(Article(f"{n}.txt", f"text {n}"), facts)
    entities = resolve(records)
    found: list[Node | Edge] = []
    for entity in sorted(set(entities.values())):
        if not entity.startswith(("d-110", "i-bistu")):
            found += entity_rows(entity, [r for r in records if entities[r.id] == entity], entities)
    return found


def _edges(rows: list[Node | Edge], type_: str) -> list[Edge]:
    return [r for r in rows if isinstance(r, Edge) and r.type == type_]


def _nodes(rows: list[Node | Edge], label: str) -> list[dict[str, Any]]:
    return [dict(r.properties) for r in rows if isinstance(r, Node) and r.label == label]


def _met(*participants: Participant, format_: Format = "in_person") -> list[str]:
    meeting = MeetingFact(DAY, None, format_, ("北京信息科技大学",), ("晨光微纳有限公司",), participants=participants)
    people = tuple(PersonFact(p.person) for p in participants)
    ties = _edges(_rows(Facts("", "zh", persons=people, institutions=BODIES, meetings=(meeting,))), "MET")
    assert all(t.source < t.target for t in ties)
    return [str(t.properties["grade"]) for t in ties if t.source[0] == "Person"]


def test_two_sides_met_across_the_table() -> None:
    assert _met(Participant("何小兰", "host"), Participant("陶明德", "visitor")) == ["across"]
    assert _met(Participant("何小兰", "chair", "host"), Participant("陶明德", "speaker", "visitor")) == ["across"]


def test_one_side_met_within_its_delegation() -> None:
    assert _met(Participant("何小兰", "host"), Participant("陶明德", "host")) == ["same_side"]


def test_two_sides_on_a_screen_met_by_video() -> None:
    assert _met(Participant("何小兰", "host"), Participant("陶明德", "visitor"), format_="video") == ["video"]


def test_people_without_a_side_are_only_listed_together() -> None:
    assert _met(Participant("何小兰", "speaker"), Participant("陶明德", "visitor")) == ["co_listed"]


def _agreement(status: Status) -> list[Node | Edge]:
    parties = ("北京信息科技大学", "晨光微纳有限公司")
    signed = Signatory("何小兰", parties[0], Evidence(2, 4, "签署"))
    fact = AgreementFact(status, DAY, parties, (signed,), "框架协议")
    return _rows(Facts("", "zh", persons=(PersonFact("何小兰"),), institutions=BODIES, agreements=(fact,)))


def test_only_signed_and_reported_agreements_join_their_parties() -> None:
    for status in ("signed", "reported"):
        [tie] = _edges(_agreement(status), "SIGNED_AGREEMENT")
        assert tie.properties["status"] == status
    rows = _agreement("intended")
    assert _edges(rows, "SIGNED_AGREEMENT") == []
    assert len(_edges(rows, "PARTY_TO")) == 2


def test_a_signature_is_put_for_a_party_in_a_sentence() -> None:
    [signed] = _edges(_agreement("signed"), "SIGNED")
    article = Article("0.txt", "text 0").id
    assert signed.properties == {"for": "i-bistu", "quote": "签署", "start": 2, "end": 4, "article": article}


def _at(published: str | None, title: str = "校长", quote: str | None = None, **post: bool) -> Facts:
    told = Evidence(0, len(quote), quote) if quote else None
    role = Post(title, "北京信息科技大学", evidence=told, **post)
    return Facts("", "zh", None, published, (PersonFact("解江凌", (), (role,)),), BODIES[:1])


def test_a_post_is_attested_from_the_first_article_to_the_last() -> None:
    [post] = _edges(_rows(_at("2024-05"), _at("2023-11-24"), _at("2024-04-30")), "HOLDS")
    tenure = {"title": "校长", "earliest": "2023-11-24", "latest": "2024-05-31", "confidence": 1.0}
    assert post.properties == {**post.properties, **tenure}


def test_a_post_shows_the_sentence_of_the_first_article_that_has_one() -> None:
    told = [_at(None, quote="一"), _at("2024-05", quote="二"), _at("2024-04-30", quote="三"), _at("2023-11-24")]
    for order in (told, told[::-1]):
        [post] = _edges(_rows(*order), "HOLDS")
        assert (post.properties["quote"], post.properties["start"], post.properties["end"]) == ("三", 0, 1)
    [undated] = _edges(_rows(told[0]), "HOLDS")
    assert (undated.properties["quote"], undated.properties["latest"]) == ("一", None)


def test_a_post_called_former_attests_no_day() -> None:
    [post] = _edges(_rows(_at("2024-05-10", former=True)), "HOLDS")
    assert (post.properties["earliest"], post.properties["latest"]) == (None, None)


def test_a_post_whose_body_is_inferred_is_less_certain() -> None:
    [post] = _edges(_rows(_at("2024-05-10", inferred=True)), "HOLDS")
    assert post.properties["confidence"] == 0.6


def test_a_post_whose_confidence_was_estimated_keeps_it() -> None:
    held = (
        Post("校长", "北京信息科技大学", inferred=True, confidence=0.7),
        Post("校长", "北京信息科技大学", confidence=0.9),
    )
    for posts, sure in ((held[:1], 0.7), (held, 0.9)):
        [post] = _edges(
            _rows(Facts("", "zh", persons=(PersonFact("何小兰", (), posts),), institutions=BODIES)), "HOLDS"
        )
        assert post.properties["confidence"] == sure


def test_a_tie_is_as_sure_as_the_less_sure_of_its_ends() -> None:
    meeting = MeetingFact(
        DAY,
        hosts=("北京信息科技大学",),
        visitors=("晨光微纳有限公司",),
        participants=(Participant("何小兰", "host", confidence=0.9), Participant("陶明德", "visitor", confidence=0.6)),
        confidence=0.95,
        body_confidence=(("北京信息科技大学", 0.8),),
    )
    people = (PersonFact("何小兰"), PersonFact("陶明德"))
    ties = _edges(_rows(Facts("", "zh", persons=people, institutions=BODIES, meetings=(meeting,))), "MET")
    assert {t.source[0]: t.properties["confidence"] for t in ties} == {"Person": 0.6, "Institution": 0.8}


def test_an_event_of_two_releases_has_the_more_precise_date_and_both_reports() -> None:
    people = (PersonFact("何小兰"), PersonFact("陶明德"))
    there = (Participant("何小兰", "host"), Participant("陶明德", "visitor", evidence=Evidence(5, 6, "陶")))

    def told(date: EventDate, quote: str, published: str) -> Facts:
        at = Evidence(0, len(quote), quote)
        meeting = MeetingFact(
            date, None, "unknown", ("北京信息科技大学",), ("晨光微纳有限公司",), (), there, evidence=at
        )
        return Facts("", "zh", None, published, people, BODIES, (), (meeting,))

    rows = _rows(
        told(EventDate("XXXX-04-19", None, "2024-04-19", "none"), "一", "2024-04-19"), told(DAY, "二", "2024-04-20")
    )
    [meeting] = _nodes(rows, "Meeting")
    assert (meeting["date"], meeting["earliest"], meeting["size"]) == ("2024-04-19", "2024-04-19", 2)
    assert sorted(str(r.properties["quote"]) for r in _edges(rows, "REPORTED_IN")) == ["一", "二"]
    assert {str(t.properties["date"]) for t in _edges(rows, "MET")} == {"2024-04-19"}
    first = Article("0.txt", "text 0").id
    assert [(e.properties["quote"], e.properties["article"]) for e in _edges(rows, "ATTENDED")].count(
        ("陶", first)
    ) == 1


def test_a_person_shows_a_name_in_each_script_and_other_spellings_as_aliases() -> None:
    first = _at("2024-05-10")
    english = InstitutionFact("BISTU", (), "university")
    second = Facts(
        "",
        "en",
        None,
        "2024-05-11",
        (PersonFact("Xie Jiangling", ("XIE Jiangling",), (Post("President", "BISTU"),)),),
        (english,),
    )
    [person] = _nodes(_rows(first, second), "Person")
    assert (person["name"], person["name_zh"], person["name_en"]) == ("解江凌", "解江凌", "Xie Jiangling")
    assert person["aliases"] == ["XIE Jiangling"]


def test_a_unit_is_part_of_its_parent_and_lies_in_its_district() -> None:
    office = InstitutionFact("对外联络办公室", (), "university", parent="北京信息科技大学", district="朝阳区")
    facts = Facts(
        "", "zh", institutions=(*BODIES[:1], office), districts=(DistrictFact("朝阳区", (), "district", "110105"),)
    )
    rows = _rows(facts)
    assert [e.target[1] for e in _edges(rows, "PART_OF")] == ["i-bistu"]
    assert [e.target[1] for e in _edges(rows, "LOCATED_IN")] == ["d-110105"]


def test_a_name_that_no_entity_of_the_facts_has_becomes_one() -> None:
    meeting = MeetingFact(DAY, hosts=("朝阳区",), visitors=("晨光微纳",), participants=(Participant("何小兰", "host"),))
    rows = _rows(Facts("", "zh", meetings=(meeting,)))
    assert [p["name"] for p in _nodes(rows, "Person")] == ["何小兰"]
    assert {e.source[1][:2] for e in _edges(rows, "TOOK_PART")} == {"d-", "i-"}


def test_who_signs_for_a_city_signs_for_its_government_where_that_is_the_party() -> None:
    parties = ("北京信息科技大学", "廊坊市人民政府")
    bodies = (*BODIES, InstitutionFact(parties[1], (), "government"))
    fact = AgreementFact("signed", DAY, parties, (Signatory("何小兰", "廊坊市"),), "框架协议")
    city, people = (DistrictFact("廊坊市", (), "city", "131000"),), (PersonFact("何小兰"),)
    rows = _rows(Facts("", "zh", persons=people, institutions=bodies, districts=city, agreements=(fact,)))
    [signed] = _edges(rows, "SIGNED")
    assert signed.properties["for"] == "i-gov-131000"


def test_an_event_that_its_article_tells_in_two_languages_has_both_sentences() -> None:
    there = (Participant("何小兰", "host"), Participant("陶明德", "visitor"))
    told = MeetingFact(
        DAY, hosts=("北京信息科技大学",), visitors=("晨光微纳有限公司",), participants=there,
        evidence=Evidence(0, 1, "会"), also=(Evidence(8, 10, "go"),),
    )  # fmt: skip
    rows = _rows(
        Facts("", "zh", persons=(PersonFact("何小兰"), PersonFact("陶明德")), institutions=BODIES, meetings=(told,))
    )
    reports = _edges(rows, "REPORTED_IN")
    assert [(r.properties["quote"], r.properties["start"]) for r in reports] == [("会", 0), ("go", 8)]
    assert len({r.properties["record"] for r in reports}) == 2  # the store tells the two edges apart by it
