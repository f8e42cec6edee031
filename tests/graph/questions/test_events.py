import pytest

from graph.errors import InvalidQuestion, NotFound
from graph.questions import agreement, agreements, meeting, meetings
from graph.questions.answers import Meeting, Status
from graph.store import Change, Edge, Store


def test_meetings_come_latest_first_and_undated_last(world: Store) -> None:
    assert [m.id for m in meetings(world).items] == ["m-02", "m-01", "m-03", "m-04", "m-05"]


def test_a_meeting_has_sides_participants_and_all_its_reports(world: Store) -> None:
    found = meeting(world, "m-01")
    assert [(p.person.id, p.role, p.side) for p in found.participants] == [
        ("p-02", "host", "host"),
        ("p-01", "visitor", "visitor"),
        ("p-03", "attendee", "host"),
    ]
    assert [(b.body.id, b.side) for b in found.bodies] == [("i-bistu", "host"), ("d-110112", "visitor")]
    assert [q.article.id for q in found.evidence] == ["a-01", "a-02"]


def test_meetings_of_one_entity(world: Store) -> None:
    assert [m.id for m in meetings(world, entity="p-04").items] == ["m-02", "m-04"]


def test_meetings_of_a_district_are_its_own_and_those_of_the_districts_within(world: Store) -> None:
    assert [m.id for m in meetings(world, district="d-110000").items] == ["m-01"]
    assert [m.id for m in meetings(world, district="d-110112", entity="p-03").items] == ["m-01"]


def test_a_window_leaves_what_may_lie_in_it(world: Store) -> None:
    assert [m.id for m in meetings(world, since="2024-05-15").items] == ["m-02"]
    assert [m.id for m in meetings(world, until="2023").items] == ["m-03", "m-04"]


def test_pages_put_together_are_the_whole_list(world: Store) -> None:
    cursor = None
    pieces: list[Meeting] = []
    while True:
        page = meetings(world, limit=2, cursor=cursor)
        pieces += page.items
        if (cursor := page.next) is None:
            break
    assert tuple(pieces) == meetings(world).items


def test_an_agreement_has_parties_signatories_and_status(world: Store) -> None:
    found = agreement(world, "g-01")
    assert [entity.id for entity in found.parties] == ["d-110112", "i-bistu"]
    assert [(s.person.id, s.party) for s in found.signatories] == [("p-01", "通州区"), ("p-02", None)]
    assert (found.status, found.evidence[0].quote) == ("signed", "双方签署协议。")


@pytest.mark.parametrize(("status", "id"), [("signed", "g-01"), ("reported", "g-02"), ("intended", "g-03")])
def test_agreements_of_a_status(world: Store, status: Status, id: str) -> None:
    assert [a.id for a in agreements(world, status=status).items] == [id]


def test_an_unknown_status_is_refused(world: Store) -> None:
    with pytest.raises(InvalidQuestion, match="signed, reported, intended"):
        agreements(world, status="maybe")  # type: ignore[arg-type]


def test_a_merged_id_finds_the_event_that_took_its_place(world: Store) -> None:
    assert meeting(world, "m-0old").id == "m-01"


@pytest.mark.parametrize("id", ["m-ff", "g-01", "", "nothing", "\udc80"])
def test_an_unknown_meeting_is_not_found(world: Store, id: str) -> None:
    with pytest.raises(NotFound):
        meeting(world, id)


def test_a_cursor_of_another_question_is_refused(world: Store) -> None:
    cursor = meetings(world, limit=1).next
    with pytest.raises(InvalidQuestion, match="another question"):
        meetings(world, limit=1, since="2024", cursor=cursor)


def test_who_took_part_or_signed_has_the_sentence_that_says_so(world: Store) -> None:
    there = {p.person.id: p.evidence for p in meeting(world, "m-01").participants}
    chen = there["p-03"]
    assert chen is not None
    assert (chen.quote, chen.article.published) == ("Chen Li was present.", "2024-04-20")
    signed = {s.person.id: s.evidence for s in agreement(world, "g-01").signatories}
    assert (signed["p-01"] and signed["p-01"].article.id, signed["p-02"]) == ("a-02", None)


@pytest.mark.parametrize("id", ["d-110112", "i-gov-110112", "i-party-110112"])
def test_what_a_district_did_its_government_and_its_party_committee_did(governed: Store, id: str) -> None:
    assert [a.id for a in agreements(governed, entity=id).items] == ["g-01", "g-02"]
    assert [m.id for m in meetings(governed, entity=id).items] == ["m-01"]


def test_an_event_that_no_sentence_reports_has_none(world: Store) -> None:
    unsaid = Edge("REPORTED_IN", ("Meeting", "m-01"), ("Article", "a-01"), {"record": "r-unsaid"})
    before = meeting(world, "m-01").evidence
    with world.write() as transaction:
        transaction.apply(Change(put_edges=[unsaid]))
    assert meeting(world, "m-01").evidence == before


def test_events_come_the_earliest_first_where_asked_for_and_undated_ones_last(world: Store) -> None:
    assert [e.id for e in meetings(world, sort="earliest").items] == ["m-04", "m-03", "m-01", "m-02", "m-05"]
    pages: list[str] = []
    cursor = None
    while not pages or cursor:
        page = meetings(world, sort="earliest", limit=2, cursor=cursor)
        pages += [e.id for e in page.items]
        cursor = page.next
    assert pages == ["m-04", "m-03", "m-01", "m-02", "m-05"]
