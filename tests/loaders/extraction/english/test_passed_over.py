"""Whether what was seen and not taken is told, with the reason, where it stands."""

import pytest

from graph.article import Article
from loaders.extraction import extract

MET = "On 4 March 2024, President Guo Fu of BISTU met with Dean Li Mi of Peking University."


def seen(text: str, kind: str) -> set[tuple[str, str]]:
    return {(r.text, r.reason) for r in extract(Article("a.txt", f"Guests Visit\n\n{text}")).rejects if r.kind == kind}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Guo Fu said that he would visit Tianjin University.", "planned"),
        ("Guo Fu noted that in the years before the school had received Li Mi.", "earlier"),
    ],
)
def test_a_meeting_of_another_time_is_told(sentence: str, reason: str) -> None:
    assert (sentence, reason) in seen(f"{MET}\n\n{sentence}", "meeting")


def test_a_signing_to_come_is_told() -> None:
    sentence = "The annex is to be signed in autumn by Guo Fu."
    assert (sentence, "planned") in seen(f"{MET}\n\n{sentence}", "agreement")


def test_a_meeting_that_was_taken_is_not_among_them() -> None:
    assert seen(MET, "meeting") == set()


def test_an_office_that_nobody_acts_for_is_told() -> None:
    assert ("Department of Physics", "unit") in seen(f"{MET} Guests saw the Department of Physics.", "institution")


def test_a_reject_stands_in_a_sentence_of_the_raw_text() -> None:
    text = f"Guests Visit\n\n{MET} Guests saw the Department of Physics. They left."
    (unit,) = (r for r in extract(Article("a.txt", text)).rejects if r.reason == "unit")
    assert unit.evidence is not None
    assert unit.evidence.quote == "Guests saw the Department of Physics."
    assert text[unit.evidence.start : unit.evidence.end] == unit.evidence.quote
