"""What was signed, what had been, and what is only meant."""

from collections.abc import Callable

import pytest

from graph.facts import AgreementFact, Facts

Say = Callable[..., Facts]
NANKAI = "Nankai University"


def only(facts: Facts) -> AgreementFact:
    (agreement,) = facts.agreements
    return agreement


@pytest.mark.parametrize(
    "text",
    [
        "On 4 March 2024, Nankai University and Bright Star Group signed a cooperation agreement.",
        "On 4 March 2024, a cooperation agreement was signed between Nankai University and Bright Star Group.",
        "On 4 March 2024, Nankai University signed a cooperation agreement with Bright Star Group.",
        "On 4 March 2024, a cooperation agreement was signed by Nankai University and Bright Star Group.",
        "On 4 March 2024, Nankai University inked a cooperation agreement with Bright Star Group.",
    ],
)
def test_a_signing_names_its_parties(say: Say, text: str) -> None:
    agreement = only(say(text))
    assert (agreement.status, agreement.date.edtf) == ("signed", "2024-03-04")
    assert set(agreement.parties) == {NANKAI, "Bright Star Group"}
    assert agreement.code == "057"


def test_the_ceremony_and_the_signature_are_one_agreement(say: Say) -> None:
    agreement = only(
        say(
            "The signing ceremony between Nankai University and Bright Star Group was held in "
            "Langfang on 4 March 2024. "
            "Hu Jing, dean of Nankai University, and Gao Wenli, manager of Bright Star Group, "
            "signed the framework agreement."
        )
    )
    assert [(s.person, s.party) for s in agreement.signatories] == [
        ("Hu Jing", NANKAI),
        ("Gao Wenli", "Bright Star Group"),
    ]


def test_a_witness_signs_nothing(say: Say) -> None:
    agreement = only(
        say(
            "Witnessed by Lu Ming, mayor of Langfang, Hu Jing, dean of Nankai University, and Gao "
            "Wenli, manager of Bright "
            "Star Group, signed a framework agreement on 4 March 2024."
        )
    )
    assert [s.person for s in agreement.signatories] == ["Hu Jing", "Gao Wenli"]


@pytest.mark.parametrize(
    "text",
    [
        "Nankai University has signed an agreement with Bright Star Group.",
        "In 2018, Nankai University signed an agreement with Bright Star Group.",
        "Dean Hu Jing explained the plan. At the Spring Conference, Nankai University signed an "
        "agreement with Bright Star Group.",
    ],
)
def test_an_older_signing_is_reported(say: Say, text: str) -> None:
    agreement = only(say(f"On 4 March 2024, Mayor Gao Wenli of Langfang visited Yanshan University.\n\n{text}"))
    assert agreement.status == "reported"
    assert set(agreement.parties) == {NANKAI, "Bright Star Group"}
    assert agreement.date.edtf != "2024-03-04"


@pytest.mark.parametrize(
    "text",
    [
        "Nankai University will sign a cooperation agreement with Bright Star Group.",
        "Both sides hoped to set up a strategic partnership.",
        "They talked about the cooperation intention.",
    ],
)
def test_a_future_agreement_is_intended(say: Say, text: str) -> None:
    agreement = only(say(f"On 4 March 2024, Manager Gao Wenli of Bright Star Group visited Nankai University. {text}"))
    assert (agreement.status, agreement.code) == ("intended", "030")
    assert set(agreement.parties) == {NANKAI, "Bright Star Group"}


@pytest.mark.parametrize(
    "text",
    [
        "Both sides hoped that they would work together more closely.",
        "The University would explore feasible ways to strengthen cooperation.",
        "The cooperation of the two sides has deep roots.",
    ],
)
def test_general_hopes_are_no_agreement(say: Say, text: str) -> None:
    facts = say(f"On 4 March 2024, Manager Gao Wenli of Bright Star Group visited Nankai University. {text}")
    assert facts.agreements == ()


def test_an_intention_that_was_signed_is_signed_once(say: Say) -> None:
    agreement = only(
        say(
            "Manager Gao Wenli of Bright Star Group visited Nankai University on 4 March 2024. Both "
            "sides hoped to conclude a "
            "framework agreement. At the end Nankai University and Bright Star Group signed the framework agreement."
        )
    )
    assert agreement.status == "signed"


def test_another_agreement_of_the_same_day_is_a_second_one(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Nankai University and Langfang signed a framework agreement. Bright Star "
        "Group also signed an "
        "agreement with Nankai University."
    )
    assert len(facts.agreements) == 2


def test_each_signatory_has_the_sentence_that_names_the_person_as_evidence(say: Say) -> None:
    sentence = "Signatories were Hu Jing, dean of Nankai University, and Gao Wenli, manager of Bright Star Group."
    agreement = only(
        say(f"On 4 March 2024, Nankai University and Bright Star Group signed a cooperation agreement. {sentence}")
    )
    assert [s.evidence and s.evidence.quote for s in agreement.signatories] == [sentence, sentence]


@pytest.mark.parametrize(
    "later",
    [
        "Hu Jing and Gao Wenli put their names to the document.",
        "The document was signed by Hu Jing and Gao Wenli.",
        "Hu Jing and Gao Wenli signed on behalf of the two sides.",
        "Hu Jing and Gao Wenli signed the Framework Agreement.",
    ],
)
def test_a_later_sentence_names_who_signed(say: Say, later: str) -> None:
    agreement = only(
        say(
            "On 4 March 2024, Nankai University and Bright Star Group signed a Strategic Framework Agreement. Hu Jing, "
            f"president of Nankai University, and Gao Wenli, chairman of Bright Star Group, spoke. {later}"
        )
    )
    assert [s.person for s in agreement.signatories] == ["Hu Jing", "Gao Wenli"]


def test_those_in_whose_presence_it_was_signed_did_not_sign(say: Say) -> None:
    agreement = only(
        say(
            "On 4 March 2024, a contract between Nankai University and Bright Star Group was signed by Hu "
            "Jing, dean of Nankai University, and Gao Wenli, manager of Bright Star Group, "
            "in the presence of Lu Ming, mayor of Langfang."
        )
    )
    assert [s.person for s in agreement.signatories] == ["Hu Jing", "Gao Wenli"]


@pytest.mark.parametrize(
    "where",
    [
        "Gu'an County in Hebei Province and Nankai University signed a contract on 4 March 2024.",
        "Hebei's Gu'an County and Nankai University signed a contract on 4 March 2024.",
        "Gu'an County, Hebei Province, and Nankai University signed a contract on 4 March 2024.",
    ],
)
def test_where_a_party_lies_is_no_party(say: Say, where: str) -> None:
    assert set(only(say(where)).parties) == {"Gu'an County", NANKAI}


def test_places_in_a_row_are_all_parties(say: Say) -> None:
    agreement = only(say("Langfang, Baoding and Nankai University signed a contract on 4 March 2024."))
    assert set(agreement.parties) == {"Langfang", "Baoding", NANKAI}


def test_a_ceremony_that_bodies_attend_is_no_agreement_of_theirs(say: Say) -> None:
    agreement = only(
        say(
            "On 4 March 2024, Nankai University and Bright Star Group signed a contract. "
            "People from Yanshan University and Tianjin University attended the signing ceremony."
        )
    )
    assert set(agreement.parties) == {NANKAI, "Bright Star Group"}


@pytest.mark.parametrize(("month", "date"), [("March", "2025-03"), ("December", "2024-12")])
def test_what_will_be_signed_is_dated_after_the_talk(say: Say, month: str, date: str) -> None:
    talk = "On November 20, 2024, President Li Min of Nankai University met Chairman Wu Gang of Bright Star Group. "
    plan = f"Nankai University and Bright Star Group will sign a cooperation agreement in {month}."
    assert only(say(f"2024-11-22\n\n{talk}{plan}")).date.edtf == date


def test_what_is_reached_only_in_principle_is_intended(say: Say) -> None:
    text = "On 4 March 2024, Nankai University and Bright Star Group reached a preliminary agreement on a new school."
    assert only(say(text)).status == "intended"


def test_have_signed_is_the_news_in_the_first_sentence(say: Say) -> None:
    text = "Nankai University and Bright Star Group have signed a contract. It was signed on 4 March 2024."
    assert only(say(text)).status == "signed"


PAIRS = [{"Nankai University", "Langfang"}, {"Hebei University", "Bright Star Group"}]


@pytest.mark.parametrize(
    "text",
    [
        "Nankai University and Langfang, and Hebei University and Bright Star Group signed agreements on 4 March 2024.",
        "Nankai University and Langfang, Hebei University and Bright Star Group also signed memorandums.",
        "Two contracts were signed between Nankai University and Langfang "
        "and between Hebei University and Bright Star Group.",
    ],
)
def test_a_list_of_pairs_is_as_many_agreements(say: Say, text: str) -> None:
    assert [set(a.parties) for a in say(text).agreements] == PAIRS


def test_a_list_with_one_and_is_one_agreement(say: Say) -> None:
    text = "Nankai University, Langfang, Hebei University and Bright Star Group signed an agreement on 4 March 2024."
    assert set(only(say(text)).parties) == set.union(*PAIRS)


def test_who_signs_with_others_is_a_party(say: Say) -> None:
    text = "Nankai University, together with Langfang and Bright Star Group, signed an agreement on 4 March 2024."
    assert set(only(say(text)).parties) == {NANKAI, "Langfang", "Bright Star Group"}


def test_with_whom_one_only_works_is_none(say: Say) -> None:
    text = "Nankai University, which works with Langfang, signed an agreement with Bright Star Group on 4 March 2024."
    assert set(only(say(text)).parties) == {NANKAI, "Bright Star Group"}
