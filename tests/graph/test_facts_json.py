import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Reject,
    Signatory,
)
from graph.facts_json import from_json, to_json

words = st.text(max_size=8)
tuples_of_words = st.lists(words, max_size=3).map(tuple)
offsets = st.integers(0, 1 << 40)
evidences = st.builds(Evidence, offsets, offsets, words)
maybe = st.none() | words
dates = st.builds(EventDate, maybe, maybe, maybe, words)
shares = st.floats(0, 1)
by_name = st.dictionaries(words, shares, max_size=2).map(lambda shares: tuple(shares.items()))
mentions = st.lists(evidences, max_size=2).map(tuple)
posts = st.builds(Post, words, maybe, st.booleans(), st.booleans(), st.none() | evidences, shares)
persons = st.builds(PersonFact, words, tuples_of_words, st.lists(posts, max_size=2).map(tuple), mentions, shares)
institutions = st.builds(
    InstitutionFact,
    words,
    tuples_of_words,
    st.sampled_from(["university", "other"]),
    maybe,
    maybe,
    maybe,
    mentions,
    shares,
)
districts = st.builds(
    DistrictFact, words, tuples_of_words, st.sampled_from(["county", "other"]), maybe, mentions, shares
)
participants = st.builds(
    Participant,
    words,
    st.sampled_from(["chair", "host"]),
    st.sampled_from([None, "host", "visitor"]),
    tuples_of_words,
    maybe,
    st.none() | evidences,
    shares,
)
meetings = st.builds(
    MeetingFact,
    dates,
    maybe,
    st.sampled_from(["video", "unknown"]),
    tuples_of_words,
    tuples_of_words,
    tuples_of_words,
    st.lists(participants, max_size=2).map(tuple),
    tuples_of_words,
    maybe,
    shares,
    st.none() | evidences,
    shares,
    by_name,
    words,
)
signings = st.builds(Signatory, words, maybe, st.none() | evidences, shares)
signatories = st.lists(signings, max_size=2, unique_by=lambda s: s.person).map(tuple)
agreements = st.builds(
    AgreementFact,
    st.sampled_from(["signed", "intended"]),
    dates,
    tuples_of_words,
    signatories,
    maybe,
    maybe,
    maybe,
    shares,
    st.none() | evidences,
    shares,
    by_name,
    words,
)
rejects = st.builds(Reject, words, words, words, offsets, offsets, st.none() | evidences)
facts = st.builds(
    Facts,
    words,
    st.sampled_from(["zh", "en"]),
    maybe,
    maybe,
    *(st.lists(s, max_size=2).map(tuple) for s in (persons, institutions, districts, meetings, agreements, rejects)),
)


@given(facts)
def test_facts_come_back_exactly_from_their_json(some: Facts) -> None:
    assert from_json(json.loads(json.dumps(to_json(some)))) == some


def test_every_field_of_the_facts_is_written() -> None:
    written = to_json(Facts("a", "en", rejects=(Reject("person", "x", "no_title", 0, 1),)))
    assert set(written) == {field.name for field in fields(Facts)}


def test_the_fields_that_others_read_keep_their_names_and_shapes() -> None:
    meeting = MeetingFact(
        EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text"),
        hosts=("BISTU",),
        participants=(Participant("Guo Fu", "host", "host", ("head",), "President", Evidence(9, 12, "saw")),),
        evidence=Evidence(3, 6, "met"),
    )
    signed = (Signatory("Guo Fu", "A", Evidence(20, 26, "signed")), Signatory("Li Si"))
    agreement = AgreementFact("signed", parties=("A", "B"), signatories=signed)
    written = to_json(Facts("in/1.txt", "en", meetings=(meeting,), agreements=(agreement,)))
    assert (
        written["meetings"][0] | {"date": "2024-04-19", "evidence": "met", "evidence_start": 3}
        == written["meetings"][0]
    )
    assert written["meetings"][0]["participants"] == [
        {"person": "Guo Fu", "role": "host", "side": "host", "functions": ["head"], "title": "President"}
        | {"evidence": "saw", "evidence_start": 9, "evidence_end": 12}
    ]
    assert written["agreements"][0]["signatories"] == ["Guo Fu", "Li Si"]
    assert written["agreements"][0]["signed_for"] == {"Guo Fu": "A"}
    assert written["agreements"][0]["signed_in"] == {"Guo Fu": {"start": 20, "end": 26, "quote": "signed"}}
    assert written["agreements"][0]["date"] is None


def test_plain_facts_of_another_tool_are_read_and_their_dates_bounded() -> None:
    read = from_json(
        {
            "file": "r.jsonl",
            "lang": "zh",
            "score": 0.5,
            "persons": [{"name": "郭福", "mention_type": "actor", "roles": [{"title": "校长", "institution": None}]}],
            "districts": [{"name": "廊坊", "level": "prefecture_city"}],
            "agreements": [{"status": "signed", "date": "2024-05", "parties": ["甲", "乙"], "evidence": "甲乙签约"}],
        }
    )
    assert read.persons == (PersonFact("郭福", roles=(Post("校长"),)),)
    assert read.districts[0].level == "other"
    assert read.agreements[0].date == EventDate("2024-05", "2024-05-01", "2024-05-31", "text")
    assert read.agreements[0].evidence == Evidence(0, 4, "甲乙签约")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "facts: an object is expected, not nothing"),
        ([], "facts: an object is expected, not a list"),
        ({}, "lang: text is expected, not nothing"),
        ({"lang": "fr"}, "lang: one of zh, en is expected, not 'fr'"),
        ({"lang": "en", "persons": [{"name": 7}]}, "persons[0].name: text is expected, not a number"),
        ({"lang": "en", "persons": {}}, "persons: a list is expected, not an object"),
        ({"lang": "en", "persons": [{"name": "A", "aliases": ["B", None]}]}, "persons[0].aliases[1]: text is expected"),
        ({"lang": "en", "meetings": [{"date": "soon"}]}, "meetings[0].date: 'soon' is not a date"),
        ({"lang": "en", "meetings": [{"confidence": True}]}, "meetings[0].confidence: a number is expected"),
        (
            {"lang": "en", "meetings": [{"participants": [{"person": "A"}, {"person": "B", "role": "boss"}]}]},
            "meetings[0].participants[1].role: one of host, visitor, chair, speaker, attendee is expected, not 'boss'",
        ),
        ({"lang": "en", "agreements": [{}]}, "agreements[0].status: text is expected, not nothing"),
        (
            {"lang": "en", "agreements": [{"status": "signed", "signed_for": []}]},
            "agreements[0].signed_for: an object is expected, not a list",
        ),
    ],
)
def test_a_wrong_field_is_named_by_its_path(value: Any, message: str) -> None:
    with pytest.raises(ValueError, match=r"^") as refused:
        from_json(value)
    assert str(refused.value).startswith(message)
