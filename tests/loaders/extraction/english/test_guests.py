"""Whom one receives and hosts: guests meet, while prizes, money and contests are no meetings."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Say = Callable[..., Facts]


@pytest.mark.parametrize(
    "text",
    [
        "Hu Jing of Nankai University received a medal from Gao Wenli, president of Tianjin University, on 4 May 2023.",
        "Nankai University hosted a singing contest with Tianjin University on 4 May 2023. "
        "Gao Wenli, president of Tianjin University, and Hu Jing of Nankai University joined it.",
        "Nankai University received 400 freshmen from Langfang in 2023.",
        "On 4 May 2023, Hu Jing, president of Nankai University, received a donation of books from Tianjin University.",
        "Nankai University received 5 million yuan from Langfang on 4 May 2023.",
        "Langfang held a municipal commendation meeting on 4 May 2023. Hu Jing, president of Nankai University, and "
        "Gao Wenli, president of Tianjin University, attended it.",
    ],
)
def test_what_is_no_guest_makes_no_meeting(say: Say, text: str) -> None:
    assert say(text).meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Nankai University received a delegation from Langfang led by Mayor Gao Wenli on 4 May 2023.",
        "Hu Jing, president of Nankai University, received Mayor Gao Wenli of Langfang on 4 May 2023.",
        "On 4 May 2023, Nankai University hosted twelve officials from Langfang.",
        "On 4 May 2023, Hu Jing, president of Nankai University, welcomed in her office Mayor Gao Wenli of Langfang.",
        "On 4 May 2023, Nankai University hosted a seminar with Mayor Gao Wenli of Langfang.",
    ],
)
def test_guests_by_name_or_by_what_they_are_make_one(say: Say, text: str) -> None:
    (meeting,) = say(text).meetings
    assert (meeting.hosts, meeting.visitors) == (("Nankai University",), ("Langfang",))


def test_who_hands_over_a_prize_has_no_inferred_body(say: Say) -> None:
    text = "Hu Jing of Nankai University received the Golden Bridge Award from Minister Gao Wenli on 4 May 2023."
    posts = {p.name: [r.institution for r in p.roles] for p in say(text).persons}
    assert posts["Gao Wenli"] == [None]


def test_who_receives_guests_still_has_one(say: Say) -> None:
    text = "A delegation from Langfang visited Nankai University on 4 May 2023 and was received by President Gao Wenli."
    posts = {p.name: [r.institution for r in p.roles] for p in say(text).persons}
    assert posts["Gao Wenli"] == ["Nankai University"]
