"""Names of institutions and districts."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Say = Callable[..., Facts]


def bodies(facts: Facts) -> set[str]:
    return {i.name for i in facts.institutions}


def test_coordination_is_split_where_both_can_stand_alone(say: Say) -> None:
    facts = say("Nankai University and Bright Star Group held a talk.")
    assert bodies(facts) == {"Nankai University", "Bright Star Group"}


@pytest.mark.parametrize(
    "name",
    [
        "Langfang Bureau of Culture and Tourism",
        "Bright Sea Institute of Marine and Coastal Industries",
        "Langfang Bureau of Science, Technology and Industry for National Defense",
    ],
)
def test_a_name_with_and_in_it_is_not_split(say: Say, name: str) -> None:
    assert name in bodies(say(f"Director Gao Wenli of {name} visited Nankai University."))


def test_a_longer_name_is_not_the_body_that_it_begins_with(say: Say) -> None:
    facts = say('The "Nankai University Innovation Platform Cluster" is large. Gao Wenli, a professor, saw it.')
    assert bodies(facts) == set()


def test_a_possessive_does_not_hide_a_name(say: Say) -> None:
    facts = say("They met at Nankai University's Jinnan Campus and talked with the mayor of Langfang.")
    assert bodies(facts) == {"Nankai University"}


def test_an_acronym_in_brackets_and_alone_is_the_same_body(say: Say) -> None:
    facts = say("Star River Research Institute (SRRI) grows. Director Gao Wenli of SRRI was glad.")
    (body,) = facts.institutions
    assert (body.name, body.aliases) == ("Star River Research Institute", ("SRRI",))
    assert facts.persons[0].roles[0].institution == "Star River Research Institute"


def test_an_acronym_that_is_no_body_stays_out(say: Say) -> None:
    facts = say("Nankai University spoke about AI, ESG and GDP.")
    assert bodies(facts) == {"Nankai University"}


def test_a_short_form_means_the_full_name(say: Say) -> None:
    facts = say("Bright Star Group is large. President Gao Wenli of Bright Star said so.")
    assert bodies(facts) == {"Bright Star Group"}


def test_a_brand_without_a_head_noun_is_a_body_where_someone_holds_a_post(say: Say) -> None:
    assert "quickSoft" in bodies(say("Gao Wenli, Chief Technology Officer of quickSoft, visited Nankai University."))
    assert bodies(say("The students like quickSoft very much.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Nankai University is now building the Star Institute of Ocean Technology.",
        "The Star Institute of Ocean Technology would be built in Langfang by Nankai University.",
        "Nankai University will establish the Star Institute of Ocean Technology.",
    ],
)
def test_a_planned_body_is_none(say: Say, text: str) -> None:
    facts = say(text)
    assert bodies(facts) == {"Nankai University"}
    assert "planned" in {r.reason for r in facts.rejects}


def test_units_are_listed_only_where_somebody_holds_a_post(say: Say) -> None:
    facts = say(
        "Dean Gao Wenli of the School of Physics of Nankai University met directors of the Human Resources Office."
    )
    assert "Human Resources Office" not in bodies(facts)
    assert "School of Physics of Nankai University" in bodies(facts)


def test_a_district_inside_the_name_of_a_university_is_not_named(say: Say) -> None:
    assert say("President Gao Wenli of Tianjin University said so.").districts == ()


def test_a_district_keeps_its_code_with_and_without_its_kind(say: Say) -> None:
    facts = say("Gu’an County is near. The people of Gu'an, Langfang City, are glad about Nankai University.")
    assert ("131022", "county") in {(d.code, d.level) for d in facts.districts}
    assert len(facts.districts) == 2


def test_districts_outside_the_region_are_rejected(say: Say) -> None:
    facts = say("Nankai University looked at examples of Wuhan.")
    assert facts.districts == ()
    assert "elsewhere" in {r.reason for r in facts.rejects}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Beijing Bright Star Hospital grew. Dean Hu Jing of Bright Star Hospital spoke.",
            {"Beijing Bright Star Hospital"},
        ),
        (
            "Bright Star Robotics Co., Ltd. grew. Manager Hu Jing of Bright Star spoke.",
            {"Bright Star Robotics Co., Ltd"},
        ),
        ("Bright Star Company grew. Bright Star Co., Ltd. is in Langfang.", {"Bright Star Co., Ltd"}),
    ],
)
def test_short_and_long_names_are_one_body(say: Say, text: str, names: set[str]) -> None:
    assert {i.name for i in say(text).institutions} == names


def test_two_hospitals_of_one_place_stay_two(say: Say) -> None:
    facts = say("Langfang Bright Star Hospital and Langfang Silver Moon Hospital signed a contract.")
    assert {i.name for i in facts.institutions} == {"Langfang Bright Star Hospital", "Langfang Silver Moon Hospital"}


def test_what_an_indefinite_article_stands_before_in_a_headline_is_no_name(say: Say) -> None:
    text = "On 12 May 2025, Ma Hongtao, mayor of Langfang, visited Nankai University and met President Chen Yulu."
    facts = say(text, title="A Bureau and a Software Company Come to Nankai University")
    assert bodies(facts) == {"Nankai University"}
    assert "Bright Sea Company" in bodies(say(text, title="Bright Sea Company Comes to Nankai University"))
