"""Who was not there, and who was though a word of absence stands near."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Say = Callable[..., Facts]
MET = "Hu Jing, president of Nankai University, met with Gao Wenli, mayor of Langfang, on 4 March 2024. "


def there(facts: Facts) -> set[str]:
    (meeting,) = facts.meetings
    return {p.person for p in meeting.participants} - {"Hu Jing", "Gao Wenli"}


@pytest.mark.parametrize(
    "text",
    [
        "Shi Yunlong, Party secretary of the university, was unable to attend.",
        "Vice President Shi Yunlong did not take part in the talks.",
        "Vice President Shi Yunlong sent his apologies.",
        "Vice President Shi Yunlong sent a congratulatory letter to the meeting.",
        "The late president Shi Yunlong was remembered.",
        "Hu's predecessor Shi Yunlong, a professor of physics at Nankai University, was mentioned.",
        "Shi Yunlong, a professor at Tianjin University who could not come, said that the talks were timely.",
    ],
)
def test_the_absent_the_dead_and_the_mentioned_are_no_participants(say: Say, text: str) -> None:
    assert there(say(MET + text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Vice President Shi Yunlong attended the meeting.",
        "Vice President Shi Yunlong, who did not speak, attended the meeting.",
        "Hu's predecessor Shi Yunlong also attended the meeting.",
        "Vice President Shi Yunlong was present and said that the letter of March had been sent too late.",
    ],
)
def test_who_was_there_stays(say: Say, text: str) -> None:
    assert there(say(MET + text)) == {"Shi Yunlong"}


def test_only_the_one_who_was_absent_is_left_out(say: Say) -> None:
    text = "Vice President Shi Yunlong joined them, but Vice Mayor Lu Ming was unable to attend."
    assert there(say(MET + text)) == {"Shi Yunlong"}


def test_who_met_stays_though_absent_from_something_else(say: Say) -> None:
    (meeting,) = say(MET + "Gao was not present when the students left.").meetings
    assert {p.person for p in meeting.participants} == {"Hu Jing", "Gao Wenli"}
