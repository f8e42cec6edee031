"""Who met whom, when and where, and what is no meeting."""

from collections.abc import Callable

import pytest

from graph.facts import Facts, MeetingFact

Say = Callable[..., Facts]
NANKAI, CITY = "Nankai University", "Langfang"


def only(facts: Facts) -> MeetingFact:
    (meeting,) = facts.meetings
    return meeting


def roles(meeting: MeetingFact) -> dict[str, str]:
    return {p.person: p.role for p in meeting.participants}


@pytest.mark.parametrize(
    "text",
    [
        "On 4 March 2024, a delegation of Langfang headed by Mayor Gao Wenli visited Nankai University. "
        "President Shi Yunlong met with the delegation.",
        "On 4 March 2024, a Langfang delegation led by Mayor Gao Wenli paid a visit to Nankai University. "
        "The guests were received by President Shi Yunlong.",
        "On 4 March 2024, Gao Wenli, mayor of Langfang, led a team to Nankai University. "
        "They were welcomed by President Shi Yunlong.",
        "On 4 March 2024, Shi Yunlong, president of Nankai University, met with Gao Wenli, mayor of Langfang.",
    ],
)
def test_a_visit_tells_who_came_and_who_received(say: Say, text: str) -> None:
    meeting = only(say(text))
    assert (meeting.hosts, meeting.visitors) == ((NANKAI,), (CITY,))
    assert roles(meeting) == {"Gao Wenli": "visitor", "Shi Yunlong": "host"}
    assert meeting.date.edtf == "2024-03-04"


def test_evidence_is_the_raw_text_of_the_sentence(say: Say) -> None:
    text = "It was cold. Mayor Gao Wenli of Langfang visited Nankai University on 4 March 2024. It rained."
    meeting = only(say(text))
    assert meeting.evidence is not None
    assert meeting.evidence.quote == "Mayor Gao Wenli of Langfang visited Nankai University on 4 March 2024."


def test_two_hosts_joined_by_and_are_both_hosts(say: Say) -> None:
    meeting = only(
        say(
            "A delegation of Langfang led by Mayor Gao Wenli visited Nankai University. "
            "Chairman Hu Jing of University Council and President Shi Yunlong met with the delegation."
        )
    )
    assert roles(meeting) == {"Gao Wenli": "visitor", "Hu Jing": "host", "Shi Yunlong": "host"}


def test_the_headline_confirms_the_direction(say: Say) -> None:
    meeting = only(
        say(
            "The two sides held talks. Gao Wenli, mayor of Langfang, and Shi Yunlong, president of "
            "Nankai University, spoke.",
            title="Nankai University Visits Langfang",
        )
    )
    assert (meeting.hosts, meeting.visitors) == ((CITY,), (NANKAI,))


def test_who_chaired_and_who_attended(say: Say) -> None:
    meeting = only(
        say(
            "Mayor Gao Wenli of Langfang visited Nankai University. The meeting was chaired by Vice "
            "President Hu Jing of "
            "Nankai University and attended by Deputy Director Lu Ming of Langfang Education Bureau "
            "as well as directors of "
            "the Human Resources Office."
        )
    )
    assert roles(meeting) == {"Gao Wenli": "visitor", "Hu Jing": "chair", "Lu Ming": "visitor"}


def test_a_list_broken_by_a_place_keeps_its_people(say: Say) -> None:
    meeting = only(
        say(
            "Hu Jing, the dean of Nankai University, Gao Wenli, the head of Gu'an County, Langfang City, Lu Ming, the "
            "deputy head of the county, held a meeting on 23 November 2021."
        )
    )
    assert set(roles(meeting)) == {"Hu Jing", "Gao Wenli", "Lu Ming"}


def test_a_speaker_at_the_end_of_a_paragraph_took_part(say: Say) -> None:
    meeting = only(
        say(
            "Mayor Gao Wenli of Langfang visited Nankai University.\n\n"
            "The university has many strengths. It is hoped that both work together. Vice Mayor Lu Ming said."
        )
    )
    assert "speaker" in {f for p in meeting.participants if p.person == "Lu Ming" for f in p.functions}


def test_a_video_conference_has_no_place(say: Say) -> None:
    meeting = only(
        say(
            "Gao Wenli, mayor of Langfang, and Hu Jing, dean of Nankai University, held a video "
            "conference on 3 May 2021."
        )
    )
    assert (meeting.format, meeting.place) == ("video", None)


def test_a_place_that_is_praised_is_not_where_it_was(say: Say) -> None:
    meeting = only(
        say(
            "Mayor Gao Wenli of Langfang visited Nankai University. The guests saw a sand table of "
            "Jinnan Campus, which is "
            "located in Tianjin."
        )
    )
    assert meeting.place != "Tianjin"


def test_each_stop_of_a_journey_is_a_meeting(say: Say) -> None:
    facts = say(
        "On June 15, 2021, Hu Jing, dean of Nankai University, visited Hebei University. "
        "On June 16, 2021, Hu Jing visited Yanshan University and met with Lu Ming, vice president."
    )
    assert [(m.date.edtf, m.hosts) for m in facts.meetings] == [
        ("2021-06-15", ("Hebei University",)),
        ("2021-06-16", ("Yanshan University",)),
    ]


def test_respectively_makes_as_many_meetings_as_dates(say: Say) -> None:
    facts = say(
        "On May 5, 2021 and May 8, 2021, Dean Hu Jing and President Shi Yunlong of Nankai "
        "University respectively met with "
        "Gao Wenli, mayor of Langfang, and Lu Ming, president of Yanshan University."
    )
    assert [set(roles(m)) for m in facts.meetings] == [{"Hu Jing", "Gao Wenli"}, {"Shi Yunlong", "Lu Ming"}]


def test_respectively_without_dates_is_one_meeting(say: Say) -> None:
    facts = say(
        "Mayor Gao Wenli of Langfang visited Nankai University. Gao Wenli and President Shi Yunlong "
        "introduced the city and "
        "the university respectively."
    )
    assert len(facts.meetings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Gao Wenli of Langfang will visit Nankai University on 4 March 2024.",
        "Mayor Gao Wenli of Langfang hopes to visit Nankai University.",
        "President Shi Yunlong of Nankai University held a meeting with the staff of the Human Resources Office.",
        "Professor Shi Yunlong of Nankai University won the first prize. The award ceremony was held in Langfang.",
        "Dr. Gao Wenli of Nankai University and Dr. Hu Jing of Yanshan University published their paper in a journal.",
        "In 2009, Nankai University and Langfang had exchanges. On 3 May 2021 the garden of the city was opened.",
    ],
)
def test_plans_staff_talks_prizes_papers_and_exchanges_of_old_are_no_meetings(say: Say, text: str) -> None:
    assert say(text).meetings == ()


def test_leaders_without_a_name_are_no_participants(say: Say) -> None:
    meeting = only(
        say("Mayor Gao Wenli of Langfang visited Nankai University. Leaders of the city and experts were present.")
    )
    assert set(roles(meeting)) == {"Gao Wenli"}


def test_who_is_only_in_the_closing_list_has_that_sentence_as_evidence(say: Say) -> None:
    closing = "Hu Jing, dean of Nankai University, also attended the talks."
    meeting = only(
        say(
            "On 4 March 2024, Gao Wenli, mayor of Langfang, visited Nankai University. "
            f"President Shi Yunlong met with him. They looked at a laboratory. {closing}"
        )
    )
    told = {p.person: p.evidence for p in meeting.participants}
    assert told["Gao Wenli"] == meeting.evidence
    assert (told["Hu Jing"] and told["Hu Jing"].quote) == closing


def test_a_meeting_of_an_earlier_year_keeps_its_own_date_and_people(say: Say) -> None:
    facts = say(
        "On 3 May 2021, Mayor Gao Wenli of Langfang visited Nankai University. President Shi Yunlong met with him. "
        "In June 2009, Hu Jing, dean of Nankai University, had visited Langfang."
    )
    assert {m.date.edtf: set(roles(m)) for m in facts.meetings} == {
        "2021-05-03": {"Gao Wenli", "Shi Yunlong"},
        "2009-06": {"Hu Jing"},
    }


def test_a_sight_that_nobody_shows_is_no_meeting_of_its_own(say: Say) -> None:
    facts = say(
        "On 3 May 2021, Mayor Gao Wenli of Langfang visited Nankai University. President Shi Yunlong met with him. "
        "In the afternoon the delegation visited Yanshan University."
    )
    assert len(facts.meetings) == 1


def test_whoever_receives_the_guests_next_has_a_meeting_of_his_own(say: Say) -> None:
    facts = say(
        "On 3 May 2021, Mayor Gao Wenli of Langfang visited Nankai University. President Shi Yunlong met with him. "
        "In the afternoon the delegation went to Yanshan University, where its president, Lu Ming, received them."
    )
    assert [(m.hosts, set(roles(m))) for m in facts.meetings] == [
        (("Nankai University",), {"Gao Wenli", "Shi Yunlong"}),
        (("Yanshan University",), {"Gao Wenli", "Lu Ming"}),
    ]


def test_a_part_whose_post_names_its_whole_is_on_the_side_of_that(say: Say) -> None:
    text = (
        "On 4 March 2024, a delegation led by Gao Wenli, mayor of Langfang, visited Nankai University. They met with "
        "Dr. Emily Carter, director of the Centre for Advanced Materials at Nankai University, and with Shi Yunlong, "
        "president of Nankai University."
    )
    meeting = only(say(text))
    assert (meeting.hosts, meeting.visitors) == ((NANKAI,), (CITY,))
    assert roles(meeting)["Emily Carter"] == "host"


def dated(say: Say, when: str) -> MeetingFact:
    return only(
        say(
            f"2024-03-20\n\n{when}, Shi Yunlong, president of Nankai University, met with Gao Wenli, mayor of Langfang."
        )
    )


@pytest.mark.parametrize(
    ("when", "edtf", "earliest"),
    [
        ("Earlier this week", None, "2024-03-18"),
        ("Earlier today", "2024-03-20", "2024-03-20"),
        ("Three days ago", "2024-03-17", "2024-03-17"),
    ],
)
def test_news_of_earlier_this_week_is_an_event_with_its_window(
    say: Say, when: str, edtf: str | None, earliest: str
) -> None:
    meeting = dated(say, when)
    assert (meeting.date.edtf, meeting.date.earliest) == (edtf, earliest)


def test_what_had_been_earlier_is_none(say: Say) -> None:
    text = "Earlier, Shi Yunlong, president of Nankai University, had met with Gao Wenli, mayor of Langfang."
    assert say(text).meetings == ()


SPEECHES = "A seminar of Nankai University and Langfang was held on 4 March 2024. "


@pytest.mark.parametrize(
    ("text", "spoke"),
    [
        (
            "Hu Jing, president of Nankai University, Gao Wenli, mayor of Langfang, and Lu Ming, its vice mayor, "
            "delivered speeches.",
            {"Hu Jing", "Gao Wenli", "Lu Ming"},
        ),
        (
            "At the meeting, President Hu Jing, Mayor Gao Wenli and Vice Mayor Lu Ming spoke.",
            {"Hu Jing", "Gao Wenli", "Lu Ming"},
        ),
        ("Mayor Gao Wenli met with President Hu Jing and Vice President Lu Ming and delivered remarks.", set()),
        (
            "In the presence of Mayor Gao Wenli and Vice Mayor Lu Ming, President Hu Jing delivered remarks.",
            {"Hu Jing"},
        ),
    ],
)
def test_all_of_a_list_of_subjects_speak(say: Say, text: str, spoke: set[str]) -> None:
    (meeting,) = say(SPEECHES + text).meetings
    said = {p.person for p in meeting.participants if "speaker" in p.functions}
    assert said == spoke
