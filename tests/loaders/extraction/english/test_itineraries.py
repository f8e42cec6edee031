"""A delegation that goes from one host to the next, who sets out, and what is told of other times."""

from collections.abc import Callable

from graph.facts import Facts

Say = Callable[..., Facts]


def test_each_stop_on_its_own_day_is_a_meeting(say: Say) -> None:
    facts = say(
        "From 4 to 5 March 2024, officials of Langfang led by Mayor Gao Wenli travelled in Beijing. "
        "On 4 March, the group went to Nankai University, where President Shi Yunlong received them. "
        "On 5 March, the delegation visited Bright Star Group and held talks with Hu Jing, its chairman."
    )
    first, second = facts.meetings
    assert (first.hosts, first.date.edtf) == (("Nankai University",), "2024-03-04")
    assert (second.hosts, second.date.edtf) == (("Bright Star Group",), "2024-03-05")
    assert [p.person for p in second.participants if p.role == "visitor"] == ["Gao Wenli"]


def test_guests_who_meet_somebody_else_the_same_day_have_a_second_meeting(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Gao Wenli, mayor of Langfang, visited Nankai University and met with "
        "its president Shi Yunlong. "
        "In the evening Gao Wenli met with Hu Jing, chairman of Bright Star Group."
    )
    assert [m.hosts for m in facts.meetings] == [("Nankai University",), ("Bright Star Group",)]


def test_a_further_host_of_the_same_body_is_no_second_meeting(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Gao Wenli, mayor of Langfang, visited Nankai University and met with "
        "its president Shi Yunlong. "
        "Hu Jing, vice president of Nankai University, met the guests, too."
    )
    (meeting,) = facts.meetings
    assert {p.person for p in meeting.participants} == {"Gao Wenli", "Shi Yunlong", "Hu Jing"}


def test_whoever_is_introduced_with_a_post_was_there(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Gao Wenli, mayor of Langfang, visited Nankai University. "
        "A robot was shown by Hu Jing, dean of Nankai University."
    )
    assert {p.person for p in facts.meetings[0].participants} == {"Gao Wenli", "Hu Jing"}


def test_whoever_is_only_spoken_of_was_not_there(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Gao Wenli, mayor of Langfang, visited Nankai University. "
        "Gao Wenli said that he had met Hu Jing, dean of Yanshan University, in spring. "
        "Before that, he had called on Lu Ming, chairman of Bright Star Group."
    )
    assert {p.person for p in facts.meetings[0].participants} == {"Gao Wenli"}


def test_people_of_several_bodies_who_attend_are_a_meeting(say: Say) -> None:
    facts = say(
        "The alliance was founded on 4 March 2024. Shi Yunlong, president of Nankai University, and Gao Wenli, "
        "mayor of Langfang, attended the ceremony."
    )
    (meeting,) = facts.meetings
    assert meeting.date.edtf == "2024-03-04"


def test_people_of_one_body_who_attend_are_no_meeting(say: Say) -> None:
    facts = say(
        "The school was founded on 4 March 2024. Shi Yunlong, president of Nankai University, and Hu Jing, vice "
        "president of Nankai University, attended the ceremony."
    )
    assert facts.meetings == ()


def test_a_visit_told_in_a_speech_is_no_meeting(say: Say) -> None:
    facts = say(
        "Shi Yunlong, president of Nankai University, said that Mayor Gao Wenli of Langfang visited Yanshan University."
    )
    assert facts.meetings == ()


def test_a_nationality_tells_the_side(say: Say) -> None:
    facts = say(
        "On 4 March 2024, Anna Berg, rector of Turku University, visited Nankai University. On the Chinese side, Dean "
        "Hu Jing and Vice President Lu Ming took part. Also in the Finnish party was Dean Eva Lind."
    )
    sides = {p.person: p.role for p in facts.meetings[0].participants}
    assert sides == {"Anna Berg": "visitor", "Hu Jing": "host", "Lu Ming": "host", "Eva Lind": "visitor"}
