import json
from typing import Any

import pytest

from graph.errors import InputError
from graph.identity.judgement_lines import lines, parsed

WHOLE: dict[str, Any] = {
    "verdict": "same",
    "left": {"record": "r-1", "name": "解江凌", "source": "news.example.edu.cn"},
    "right": {"record": "r-2"},
    "kind": "person",
    "user": "li",
    "made": "2024-05-01T08:00:00.000000Z",
    "reason": "one\tbiography\nof two",
}


def test_a_line_is_what_it_was_read_from() -> None:
    text = json.dumps(WHOLE, ensure_ascii=False)
    assert "\n" not in text
    assert list(lines([parsed(text, "x", "line 1")])) == [text]


def test_lines_stand_in_the_order_of_time_whatever_the_zone() -> None:
    made = ("2024-05-01T08:00:01Z", "2024-05-01T16:00:00+08:00", "2024-05-01T08:00:00.5Z")
    read = [parsed(json.dumps(WHOLE | {"made": time}), "x", "line 1") for time in made]
    assert [json.loads(line)["made"][17:21] for line in lines(read)] == ["00.0", "00.5", "01.0"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"verdict": "perhaps"}, "'perhaps' is none of same, different, unsure"),
        ({"kind": None}, "None is none of"),
        ({"left": {}}, "'record' is missing"),
        ({"left": {"record": "p-1"}}, "no record's id"),
        ({"right": {"record": "r-1"}}, "both sides"),
        ({"right": "r-2"}, "no judgement"),
        ({"user": 7}, "7 is no text"),
        ({"made": "yesterday"}, "yesterday"),
        ({"made": "2024-05-01T08:00:00"}, "no time zone"),
        ({"reason": ["a"]}, "no text"),
    ],
)
def test_a_line_without_a_judgement_is_told_with_its_place_and_reason(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason) as told:
        parsed(json.dumps(WHOLE | change), "judged.jsonl", "line 7")
    assert str(told.value).startswith("judged.jsonl, line 7: ")


@pytest.mark.parametrize("line", ["", "[]", "7", "{", '"text"'])
def test_what_is_no_object_is_told_too(line: str) -> None:
    with pytest.raises(InputError):
        parsed(line, "x", "line 1")
