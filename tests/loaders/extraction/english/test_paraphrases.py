"""One thing told in many ways (``paraphrases.yaml``): whatever the words, the facts are the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.facts import Facts

Say = Callable[..., Facts]
WAYS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("paraphrases.yaml").read_text(encoding="utf-8"))
VISIT = "Mayor Gao Wenli of Langfang visited Nankai University on 4 March 2024. President Shi Yunlong met with him. "
MET = " They met at Nankai University with Shi Yunlong, president of Nankai University, on 4 March 2024."


@pytest.mark.parametrize("text", WAYS["visits"])
def test_a_visit_has_its_day_its_sides_and_its_people(say: Say, text: str) -> None:
    (meeting,) = say(text).meetings
    assert meeting.date.edtf == "2024-03-04"
    assert {p.person: p.role for p in meeting.participants} == {"Gao Wenli": "visitor", "Shi Yunlong": "host"}
    assert any("Nankai" in b for b in meeting.hosts)
    assert any("Langfang" in b for b in meeting.visitors)


@pytest.mark.parametrize("text", WAYS["signatures"])
def test_a_signature_has_its_day_its_parties_and_its_people(say: Say, text: str) -> None:
    (agreement,) = say(text).agreements
    assert (agreement.status, agreement.date.edtf, len(agreement.parties)) == ("signed", "2024-03-04", 2)
    assert {s.person for s in agreement.signatories} == {"Shi Yunlong", "Gao Wenli"}


@pytest.mark.parametrize("text", WAYS["no_meetings"])
def test_nobody_of_two_bodies_met(say: Say, text: str) -> None:
    assert say(text).meetings == ()


@pytest.mark.parametrize("way", WAYS["statuses"], ids=lambda w: w["text"][:60])
def test_an_agreement_has_the_status_that_its_words_give(say: Say, way: dict[str, Any]) -> None:
    assert sorted(a.status for a in say(VISIT + way["text"]).agreements) == sorted(way["status"])


@pytest.mark.parametrize("way", WAYS["posts"], ids=lambda w: w["text"][:60])
def test_a_post_is_one_of_the_body_that_the_sentence_names(say: Say, way: dict[str, Any]) -> None:
    (person,) = (p for p in say(way["text"] + MET).persons if p.name == "Hu Jing")
    assert len(person.roles) == len(way["posts"])
    for role, post in zip(person.roles, way["posts"], strict=True):
        assert post["title"] in role.title or role.title in post["title"]
        assert role.institution is not None
        assert post["body"] in role.institution or role.institution in post["body"]


@pytest.mark.parametrize("way", WAYS["counts"], ids=lambda w: w["text"][:60])
def test_as_many_meetings_are_told_as_the_text_has(say: Say, way: dict[str, Any]) -> None:
    assert len(say(way["text"]).meetings) == way["meetings"]


def test_he_is_who_acted_last_and_not_whom_he_met(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Mayor Gao Wenli of Langfang called at Nankai University and talked with President Shi "
        "Yunlong. On 5 March he met with Hu Jing, chairman of Bright Star Group."
    )
    assert [{p.person for p in m.participants} for m in facts.meetings] == [
        {"Gao Wenli", "Shi Yunlong"},
        {"Gao Wenli", "Hu Jing"},
    ]
