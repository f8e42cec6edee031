"""Posts before and after names, and the bodies that they are held at."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Say = Callable[..., Facts]


def posts(facts: Facts, name: str) -> set[tuple[str, str | None]]:
    (person,) = [p for p in facts.persons if p.name == name]
    return {(r.title, r.institution) for r in person.roles}


def test_a_title_before_the_name_takes_the_body_after_it(say: Say) -> None:
    facts = say("Deputy Director Gao Wenli of Tianjin Municipal Education Commission visited Nankai University.")
    assert posts(facts, "Gao Wenli") == {("Deputy Director", "Tianjin Municipal Education Commission")}


def test_a_body_before_the_title_counts(say: Say) -> None:
    facts = say("Nankai University Vice President Gao Wenli visited Hebei University.")
    assert posts(facts, "Gao Wenli") == {("Vice President", "Nankai University")}


def test_several_posts_after_a_name_share_the_body_that_follows(say: Say) -> None:
    facts = say("Gao Wenli, Vice President and Chief Engineer of Nankai University, spoke first.")
    assert posts(facts, "Gao Wenli") == {
        ("Vice President", "Nankai University"),
        ("Chief Engineer", "Nankai University"),
    }


def test_a_post_of_the_party_and_one_of_the_district_have_bodies_of_their_own(say: Say) -> None:
    facts = say(
        "Gao Wenli, deputy secretary of the CPC Changping District Committee and head of the district government, "
        "met with guests of Nankai University. The Changping District Government will help them."
    )
    assert ("deputy secretary", "CPC Changping District Committee") in posts(facts, "Gao Wenli")


def test_one_plural_title_is_held_by_every_name_after_it(say: Say) -> None:
    facts = say("Vice Presidents Gao Wenli and Shi Yunlong of Nankai University went to Langfang.")
    assert posts(facts, "Gao Wenli") == posts(facts, "Shi Yunlong") == {("Vice President", "Nankai University")}


def test_a_singular_title_is_not_that_of_the_next_name(say: Say) -> None:
    facts = say("President Gao Wenli and Shi Yunlong of Nankai University went to Langfang and met with the mayor.")
    assert ("President", "Nankai University") not in posts(facts, "Shi Yunlong")


def test_the_title_of_the_next_person_is_not_an_apposition(say: Say) -> None:
    facts = say("The talk was joined by Gao Wenli, Nankai University Dean Shi Yunlong, and others.")
    assert posts(facts, "Gao Wenli") == set()


def test_a_title_without_a_body_is_inferred_and_marked(say: Say) -> None:
    facts = say(
        "Gao Wenli, president of Nankai University, received Shi Yunlong, vice mayor of Langfang, "
        "and Vice Mayor Hu Jing."
    )
    (person,) = [p for p in facts.persons if p.name == "Hu Jing"]
    assert [(r.institution, r.inferred) for r in person.roles] == [("Langfang", True)]


def test_a_former_post_is_marked(say: Say) -> None:
    facts = say("Gao Wenli, former president of Nankai University, gave a talk to Langfang officials.")
    assert facts.persons[0].roles[0].former


def test_calling_somebody_by_title_and_surname_adds_no_post(say: Say) -> None:
    facts = say("Gao Wenli, mayor of Langfang, came to Nankai University. Secretary Gao said that he was glad.")
    assert posts(facts, "Gao Wenli") == {("mayor", "Langfang")}


def test_a_rank_gives_way_to_a_post(say: Say) -> None:
    facts = say("Prof. Gao Wenli, Dean of the School of Physics of Nankai University, went to Langfang.")
    assert {title for title, _ in posts(facts, "Gao Wenli")} == {"Dean"}


def test_a_post_has_the_sentence_that_names_both_as_evidence(say: Say) -> None:
    sentence = "It was led by Gao Wenli, mayor of Langfang."
    facts = say(f"Langfang sent a delegation to Nankai University. {sentence} Gao Wenli spoke.")
    (post,) = facts.persons[0].roles
    assert (post.evidence and post.evidence.quote) == sentence


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (
            "Hu Jing, director of Langfang's health bureau, visited Nankai University.",
            "director of the health bureau",
            "Langfang",
        ),
        ("The President of Nankai University, Mr. Hu Jing, visited Langfang.", "President", "Nankai University"),
        ("Hu Jing, director for studies at Nankai University, visited Langfang.", "director", "Nankai University"),
    ],
)
def test_a_post_in_a_part_of_a_body_is_one_of_the_body(say: Say, text: str, title: str, body: str) -> None:
    (person,) = say(text).persons
    assert [(r.title, r.institution) for r in person.roles] == [(title, body)]


def test_the_hospital_is_the_one_that_is_called_so(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Nankai University and Langfang People's Hospital signed a contract. "
        "Hu Jing, head of the hospital, spoke."
    )
    (person,) = facts.persons
    assert person.roles[0].institution == "Langfang People's Hospital"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("On Monday ex-mayor of Langfang Gao Wenli attended the forum of Nankai University.", "ex-mayor", "Langfang"),
        (
            "Gao Wenli, who served as Langfang vice-mayor until 2020, attended the forum of Nankai University.",
            "vice-mayor",
            "Langfang",
        ),
        ("Former BUCT president Gao Wenli attended the forum of Nankai University.", "president", "BUCT"),
    ],
)
def test_a_post_of_the_past_is_former_however_it_is_told(say: Say, text: str, title: str, body: str) -> None:
    facts = say(text)
    (post,) = facts.persons[0].roles
    assert (post.title, post.former) == (title, True)
    assert post.institution == body
    assert not any("Former" in i.name for i in facts.institutions)


@pytest.mark.parametrize(
    "text",
    [
        "Gao Wenli, who has served as mayor of Langfang since 2020, attended the forum of Nankai University.",
        "Gao Wenli, who has also served as mayor of Langfang since 2020, attended the forum of Nankai University.",
    ],
)
def test_who_has_served_since_is_in_office(say: Say, text: str) -> None:
    (post,) = say(text).persons[0].roles
    assert (post.title, post.institution, post.former) == ("mayor", "Langfang", False)
