"""Who counts as a person: names in pinyin and others, and later mentions of them."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Say = Callable[..., Facts]


def names(facts: Facts) -> set[str]:
    return {p.name for p in facts.persons}


@pytest.mark.parametrize("spelling", ["Gao Wenli", "GAO Wenli", "Gao Wen Li", "Gao Wen-li"])
def test_every_spelling_of_a_name_is_one_person(say: Say, spelling: str) -> None:
    facts = say(
        f"President Gao Wenli of Tianjin University visited Nankai University. {spelling} said that it was late."
    )
    (person,) = facts.persons
    assert person.name == "Gao Wenli"
    assert len(person.mentions) == 2


def test_a_name_with_the_given_name_first_is_the_same_person(say: Say) -> None:
    facts = say("Professor Gao Wenli wrote the paper. Wenli Gao said that it was hard.")
    assert names(facts) == {"Gao Wenli"}


@pytest.mark.parametrize("words", ["Hong Kong", "Tai Chi", "Fang Yuan Hall", "Xue Yuan Road", "Shan Xi"])
def test_places_and_things_that_look_like_names_are_nobody(say: Say, words: str) -> None:
    facts = say(f"President Gao Wenli of Tianjin University praised {words} during the talks.")
    assert names(facts) == {"Gao Wenli"}


def test_a_bare_candidate_without_evidence_is_rejected_with_the_reason(say: Say) -> None:
    facts = say("The old Tan Mu stood in the garden. President Gao Wenli of Tianjin University opened it.")
    assert ("person", "Tan Mu", "no_evidence") in {(r.kind, r.text, r.reason) for r in facts.rejects}


def test_a_foreign_name_counts_beside_a_title_and_again_later(say: Say) -> None:
    facts = say("Rector Aino Korhonen of Oulu University came to Hebei University. Aino Korhonen thanked the hosts.")
    (person,) = facts.persons
    assert person.name == "Aino Korhonen"
    assert len(person.mentions) == 2


def test_capitalised_words_after_a_title_in_a_headline_are_no_foreign_name(say: Say) -> None:
    assert names(say("The lake is large.", title="President Lays Down Rules")) == set()


def test_a_surname_alone_refers_to_the_person_named_before(say: Say) -> None:
    facts = say("President Gao Wenli of Tianjin University spoke first. Gao said that the ties are old.")
    assert facts.persons[0].aliases == ("Gao",)


def test_a_title_tells_two_people_of_one_surname_apart(say: Say) -> None:
    facts = say(
        "President Gao Wenli of Tianjin University met with Gao Shan, mayor of Langfang. "
        "Mayor Gao said that the city was ready."
    )
    aliases = {p.name: p.aliases for p in facts.persons}
    assert aliases == {"Gao Wenli": (), "Gao Shan": ("Mayor Gao",)}


def test_a_surname_of_two_people_refers_to_nobody(say: Say) -> None:
    facts = say("Professor Gao Wenli and Professor Gao Shan came to Nankai University. Gao said that it rained.")
    assert all("Gao" not in p.aliases for p in facts.persons)
    assert "ambiguous_surname" in {r.reason for r in facts.rejects}


def test_a_pronoun_that_is_also_a_surname_is_no_mention(say: Say) -> None:
    facts = say("President He Lanying of Tianjin University spoke first. He said that the ties are old.")
    assert facts.persons[0].aliases == ()


def test_a_bracketed_name_is_another_name_of_the_same_person(say: Say) -> None:
    facts = say("President Gao Wenli (Vincent Kao) of Tianjin University came. President Kao said that he was glad.")
    (person,) = facts.persons
    assert set(person.aliases) == {"Vincent Kao", "President Kao"}


def test_names_in_links_to_other_articles_are_nobody(say: Say) -> None:
    facts = say(
        "President Gao Wenli of Tianjin University visited Nankai University.\n\n"
        "[next]: Shi Yunlong Inspects the New Library\n"
    )
    assert names(facts) == {"Gao Wenli"}


def test_a_county_without_its_apostrophe_does_not_eat_a_surname(say: Say) -> None:
    facts = say("Vice President Guan Wenli of Nankai University spoke about Gu'an County.")
    assert names(facts) == {"Guan Wenli"}
    assert [d.code for d in facts.districts] == ["131022"]
