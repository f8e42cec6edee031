from dataclasses import replace

from graph.facts import AgreementFact, EventDate, MeetingFact, Status
from graph.identity.events import compare, links, told_again
from graph.identity.records import EventContext, Record

DAY = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")
YEARLESS = EventDate("XXXX-04-19", None, None, "none")


def _meeting(
    id_: str,
    when: EventDate = DAY,
    parties: tuple[str, ...] = ("d-110105", "i-bistu"),
    people: tuple[str, ...] = (),
    article: str | None = None,
) -> Record:
    context = EventContext({}, {}, parties, people)
    return Record(
        f"r-{id_}", "meeting", article or f"a-{id_}", "zh", None, MeetingFact(date=when), context, ("m:04-19",)
    )


def _agreement(
    id_: str,
    status: Status = "signed",
    parties: tuple[str, ...] = ("d-110105", "i-bistu"),
    published: str | None = None,
) -> Record:
    fact, context = AgreementFact(status, DAY, kind="framework"), EventContext({}, {}, parties)
    return Record(f"r-{id_}", "agreement", f"a-{id_}", "zh", published, fact, context, ("a:04-19",))


def test_two_releases_of_one_day_with_both_parties_are_one_meeting() -> None:
    assert compare(_meeting("a"), _meeting("b")) is not None


def test_a_day_without_its_year_fits_one_with_it() -> None:
    assert compare(_meeting("a"), _meeting("b", YEARLESS)) is not None


def test_a_day_without_its_year_that_lies_too_early_does_not_fit() -> None:
    early = EventDate("XXXX-04-19", None, "2023-04-19", "none")
    assert compare(_meeting("a"), _meeting("b", early)) is None


def test_two_days_without_years_need_two_shared_persons() -> None:
    people = ("p:he.xiaolan", "p:tao.mingde")
    assert compare(_meeting("a", YEARLESS), _meeting("b", YEARLESS)) is None
    assert compare(_meeting("a", YEARLESS, people=people), _meeting("b", YEARLESS, people=people)) is not None


def test_one_host_with_two_visitors_of_a_day_had_two_meetings() -> None:
    host = ("p:he.xiaolan",)
    a = _meeting("a", parties=("i-bistu", "i-hebut"), people=host)
    assert compare(a, _meeting("b", parties=("i-bistu", "i-nankai"), people=host)) is None


def test_a_party_named_in_another_language_is_no_contradiction() -> None:
    host = ("p:he.xiaolan",)
    a = _meeting("a", parties=("i-bistu", "i:|lut university"), people=host)
    assert compare(a, _meeting("b", parties=("i-bistu", "i:|拉彭兰塔理工大学"), people=host)) is not None


def test_an_event_without_a_day_is_never_joined() -> None:
    assert compare(_meeting("a", EventDate()), _meeting("b", EventDate())) is None


def test_a_signed_and_an_intended_agreement_are_two() -> None:
    assert compare(_agreement("a"), _agreement("b", "intended")) is None
    assert compare(_agreement("a"), _agreement("b", "reported")) is not None


def test_the_agreement_with_the_same_parties_weighs_most() -> None:
    three = ("d-110105", "i-bistu", "i-hebut")
    found = links([_agreement("a", parties=three), _agreement("b", parties=three), _agreement("c")])
    assert max(found, key=lambda k: k.weight).right == "r-b"


def test_what_is_told_again_years_later_joins_no_report_of_its_time_but_may() -> None:
    release, again = _agreement("a", published="2024-04-20"), _agreement("b", "reported", published="2026-09-01")
    assert compare(release, again) is None
    found = told_again(release, again)
    assert found is not None
    assert "both name d-110105, i-bistu" in found.reasons


def test_a_meeting_told_beside_one_of_years_later_joins_no_report_of_its_time() -> None:
    looking_back = _meeting("b")
    context = EventContext({}, {}, ("d-110105", "i-bistu"), newest="2026-09-01")
    assert compare(_meeting("a"), replace(looking_back, context=context)) is None
    assert told_again(_meeting("a"), replace(looking_back, context=context)) is not None


def test_two_looks_back_at_one_signing_are_one() -> None:
    again = [_agreement(x, "reported", published=day) for x, day in (("a", "2026-09-01"), ("b", "2027"))]
    assert compare(*again) is not None


def test_a_late_copy_of_the_release_itself_is_no_look_back() -> None:
    assert compare(_agreement("a"), _agreement("b", published="2026-09-01")) is not None
    assert compare(_agreement("a"), _agreement("b", "reported", published="2024-05")) is not None
