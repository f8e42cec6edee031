"""Whether a fact is judged by what the annotation says of it, and left out where it says nothing."""

from typing import Any

import pytest

from calibration.judge import SHARED, Judge
from graph.article import Article
from graph.facts import (
    DistrictFact,
    EventDate,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from loaders.extraction.document import read_document

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the scorer (../shared) is not here"),
]

DOCUMENT = read_document(Article("a.txt", "来访\n\n4月19日,何小兰到访朝阳区。"))
GOLD: dict[str, Any] = {
    "persons": [
        {"name": "何小兰", "roles": [{"title": "党委副书记、校长", "institution": "晨光大学"}]},
        {"name": "陶明德", "roles": [], "optional": True},
    ],
    "institutions": [{"name": "晨光大学"}],
    "districts": [{"name": "朝阳区"}],
    "meetings": [
        {
            "date": "2024-04-19",
            "host_institution": "朝阳区",
            "visitor_institution": "晨光大学",
            "participants": [{"person": "何小兰", "role": "visitor"}],
        }
    ],
    "agreements": [],
}


def verdicts(facts: Facts, kind: str) -> list[bool]:
    return [j.right for j in Judge().judge(DOCUMENT, facts, GOLD) if j.kind == kind]


def said(**more: Any) -> Facts:
    return Facts("a.txt", "zh", **more)


def test_a_person_is_right_wrong_or_left_out() -> None:
    people = (PersonFact("何小兰"), PersonFact("王某"), PersonFact("陶明德"))
    assert verdicts(said(persons=people), "person") == [True, False]


def test_two_posts_that_the_annotation_writes_as_one_are_both_right() -> None:
    posts = (Post("党委副书记", "晨光大学"), Post("校长", "晨光大学"), Post("教授", "晨光大学"), Post("校长", "朝阳区"))
    university, place = InstitutionFact("晨光大学"), DistrictFact("朝阳区")
    facts = said(persons=(PersonFact("何小兰", (), posts),), institutions=(university,), districts=(place,))
    assert verdicts(facts, "post") == [True, True, False, False]


def test_an_organ_of_an_annotated_district_is_left_out() -> None:
    bodies = (InstitutionFact("朝阳区委", (), "party"), InstitutionFact("海淀区委", (), "party"))
    assert verdicts(said(institutions=bodies), "institution") == [False]


def meeting(**more: Any) -> MeetingFact:
    return MeetingFact(EventDate("2024-04-19"), hosts=("朝阳区",), visitors=("晨光大学",), **more)


def test_what_belongs_to_a_meeting_is_judged_with_it() -> None:
    people = tuple(PersonFact(n) for n in ("何小兰", "王某"))
    taking_part = tuple(Participant(p.name) for p in people)
    facts = said(
        persons=people,
        institutions=(InstitutionFact("晨光大学"),),
        districts=(DistrictFact("朝阳区"),),
        meetings=(meeting(participants=taking_part),),
    )
    assert verdicts(facts, "meeting") == [True]
    assert verdicts(facts, "participant") == [True, False]
    assert verdicts(facts, "membership") == [True, True]
    assert verdicts(facts, "date") == [True]


def test_the_sides_the_wrong_way_round_are_wrong() -> None:
    turned = MeetingFact(EventDate("2024-04-20"), hosts=("晨光大学",), visitors=("朝阳区",))
    facts = said(institutions=(InstitutionFact("晨光大学"),), districts=(DistrictFact("朝阳区"),), meetings=(turned,))
    assert verdicts(facts, "membership") == [False, False]
    assert verdicts(facts, "date") == [False]


def test_what_leans_on_a_meeting_that_was_none_is_told_as_such() -> None:
    other = MeetingFact(hosts=("甲公司",), visitors=("乙公司",), participants=(Participant("王某"),))
    bodies = tuple(InstitutionFact(n, (), "company") for n in ("甲公司", "乙公司"))
    facts = said(persons=(PersonFact("王某"),), institutions=bodies, meetings=(other,))
    leaning = [j for j in Judge().judge(DOCUMENT, facts, GOLD) if j.kind == "participant"]
    assert [(j.right, j.leans_on_right) for j in leaning] == [(False, False)]
