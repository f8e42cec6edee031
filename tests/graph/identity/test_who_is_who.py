"""Whole articles, told by their facts, and which of their names become one: each case in both directions."""

from collections.abc import Sequence
from itertools import count
from typing import Literal

import pytest

from graph.article import Article
from graph.dates import event_date
from graph.facts import (
    AgreementFact,
    DistrictFact,
    Facts,
    InstitutionFact,
    InstitutionType,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from graph.identity.article_records import records_of
from graph.identity.person_evidence import assess
from graph.identity.records import Record
from graph.identity.resolve import resolve

_numbers = count()
UNIVERSITY: InstitutionType = "university"


def _records(facts: Facts) -> list[Record]:
    number = next(_numbers)
    return records_of(Article(f"{number}.txt", f"{number}", origin=f"/{number}.txt"), facts)


def _person(name: str, title: str, body: str, *, day: str | None = None, beside: Sequence[str] = ()) -> list[Record]:
    people = (PersonFact(name, (), (Post(title, body),)), *map(PersonFact, beside))
    return _records(Facts("", "zh", None, day, people, (InstitutionFact(body, (), UNIVERSITY),)))


def _entities(*articles: list[Record]) -> list[dict[str, str]]:
    """For each article the entity of each name."""
    found = resolve([record for records in articles for record in records])
    return [
        {getattr(r.fact, "name", r.kind): found[r.id] for r in records if r.kind != "agreement"} for records in articles
    ]


def _one(name: str, *articles: list[Record]) -> bool:
    return len({e[name] for e in _entities(*articles) if name in e}) == 1


@pytest.mark.parametrize(
    "spelling", ["Xie Jiangling", "Jiangling Xie", "XIE Jiangling", "Xie Jiang-ling", "XIE JIANG LING", "xie jiangling"]
)
def test_a_person_is_one_in_both_scripts_at_one_body(spelling: str) -> None:
    a, b = _entities(_person("解江凌", "副校长", "北京信息科技大学"), _person(spelling, "Vice President", "BISTU"))
    assert a["解江凌"] == b[spelling]


@pytest.mark.parametrize(
    ("name", "other"),
    [("解江凌", "Jie Jiangling"), ("解江凌", "Xie Jianglin"), ("王文伟", "王文玮"), ("欧阳文博", "Ou Wenbo")],
)
def test_another_reading_or_character_is_another_person_at_one_body(name: str, other: str) -> None:
    a, b = _entities(_person(name, "副校长", "北京信息科技大学"), _person(other, "副校长", "北京信息科技大学"))
    assert a[name] != b[other]


def test_namesakes_at_two_bodies_stay_two() -> None:
    assert not _one("张文静", _person("张文静", "教授", "南开大学"), _person("张文静", "处长", "河北工业大学"))


def test_a_person_who_changes_posts_stays_one_by_company_and_not_by_name() -> None:
    before = _person("张文静", "副校长", "南开大学", day="2018-03-01", beside=("欧阳修远", "诸葛明达"))
    after = _person("张文静", "校长", "天津理工大学", day="2021-03-01", beside=("欧阳修远", "诸葛明达"))
    assert _one("张文静", before, after)
    alone = _person("张文静", "校长", "天津理工大学", day="2021-03-01")
    assert not _one("张文静", before, alone)


def test_a_common_name_needs_its_office_too() -> None:
    dean = _person("Wang Wei", "Dean", "Nankai University")
    a, b = _entities(dean, _person("王伟", "副校长", "南开大学"))
    assert a["Wang Wei"] != b["王伟"]
    a, b = _entities(dean, _person("王伟", "院长", "南开大学"))
    assert a["Wang Wei"] == b["王伟"]


def test_a_common_name_at_one_body_is_a_question_and_no_answer() -> None:
    professor, head = _person("王伟", "教授", "南开大学"), _person("王伟", "后勤保障处处长", "南开大学")
    assert not _one("王伟", professor, head)
    [compared] = (assess(a, b) for a in professor for b in head if a.kind == b.kind == "person")
    assert compared.outcome == "candidate"
    assert compared.reasons[-1] == "many people bear this name"
    assert _one("欧阳修远", _person("欧阳修远", "教授", "南开大学"), _person("欧阳修远", "后勤保障处处长", "南开大学"))


def test_universities_of_technology_never_merge_in_any_language() -> None:
    names = (
        "北京工业大学",
        "河北工业大学",
        "天津工业大学",
        "Beijing University of Technology",
        "BJUT",
        "Hebei University of Technology",
    )
    said = [_records(Facts("", "zh", institutions=(InstitutionFact(n, (), UNIVERSITY),))) for n in names]
    found = [e for articles in _entities(*said) for e in articles.values()]
    assert len(set(found[:3])) == 3
    assert found[3] == found[4] == found[0]
    assert found[5] == found[1]


def test_an_ambiguous_district_is_decided_by_its_article_only() -> None:
    bare = _records(Facts("", "zh", districts=(DistrictFact("新华区"),)))
    beside = _records(Facts("", "zh", districts=(DistrictFact("新华区"), DistrictFact("沧州市"))))
    other = _records(Facts("", "zh", districts=(DistrictFact("新华区"), DistrictFact("平顶山市"))))
    a, b, c = _entities(bare, beside, other)
    assert b["新华区"] == "d-130902"
    assert a["新华区"] not in (b["新华区"], "d-130105")
    assert c["新华区"] != "d-130902"


@pytest.mark.parametrize(
    ("district", "government", "lang"),
    [("新华区", "新华区人民政府", "zh"), ("Jizhou District", "Jizhou District Government", "en")],
)
@pytest.mark.parametrize("told", [True, False])
def test_the_government_of_a_district_that_stays_open_is_of_its_article_only(
    district: str, government: str, lang: Literal["zh", "en"], told: bool
) -> None:
    def said(*beside: str) -> list[Record]:
        body = InstitutionFact(government, (), "government", district=district if told else None)
        person = PersonFact("欧阳修远", (), (Post("区长" if lang == "zh" else "Head", government),))
        places = tuple(map(DistrictFact, (district, *beside)))
        return _records(Facts("", lang, persons=(person,), institutions=(body,), districts=places))

    a, b = _entities(said(), said())
    assert a[government] != b[government]
    assert a["欧阳修远"] != b["欧阳修远"]


def test_the_government_of_a_district_that_others_of_the_article_decide_is_one() -> None:
    body = InstitutionFact("新华区人民政府", (), "government", district="新华区")
    places = (DistrictFact("新华区"), DistrictFact("沧州市"))
    said = [_records(Facts("", "zh", institutions=(body,), districts=places)) for _ in range(2)]
    a, b = _entities(*said)
    assert a["新华区人民政府"] == b["新华区人民政府"]


def test_a_district_its_government_and_its_committee_are_three_and_linked() -> None:
    facts = Facts(
        "",
        "zh",
        institutions=(
            InstitutionFact("朝阳区人民政府", (), "government", district="朝阳区"),
            InstitutionFact("朝阳区委", (), "party", district="朝阳区"),
        ),
        districts=(DistrictFact("朝阳区", code="110105"),),
    )
    records = _records(facts)
    [found] = _entities(records)
    assert sorted(found.values()) == ["d-110105", "i-gov-110105", "i-party-110105"]


def test_four_releases_of_one_meeting_are_one_event_and_another_visitor_of_the_day_is_not() -> None:
    def release(lang: str, host: str, visitor: str, people: tuple[str, ...]) -> list[Record]:
        met = MeetingFact(event_date("2024-04-19"), hosts=(host,), visitors=(visitor,),
                          participants=tuple(map(Participant, people)))  # fmt: skip
        signed = AgreementFact("signed", event_date("2024-04-19"), (host, visitor))
        bodies = tuple(InstitutionFact(n, (), UNIVERSITY) for n in (host, visitor))
        return _records(
            Facts(
                "",
                "zh" if lang == "zh" else "en",
                None,
                "2024-04-20",
                tuple(map(PersonFact, people)),
                bodies,
                (),
                (met,),
                (signed,),
            )
        )

    host, visitor = ("北京信息科技大学", "BISTU"), ("河北工业大学", "HEBUT")
    zh, en = ("郭福荣", "欧阳修远"), ("Guo Furong", "Ouyang Xiuyuan")
    releases = [
        release("zh", host[0], visitor[0], zh),
        release("zh", host[0], visitor[0], zh[:1]),
        release("en", host[1], visitor[1], en),
        release("en", visitor[1], host[1], en[1:]),
    ]
    other = release("zh", host[0], "南开大学", zh)
    found = resolve([r for records in (*releases, other) for r in records])
    for kind in ("meeting", "agreement"):
        events = [found[r.id] for records in releases for r in records if r.kind == kind]
        assert len(events) == 4
        assert len(set(events)) == 1
        assert [found[r.id] for r in other if r.kind == kind] != events[:1]
