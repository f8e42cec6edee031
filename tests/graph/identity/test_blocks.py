from graph.dates import event_date
from graph.facts import AgreementFact, MeetingFact
from graph.identity.blocks import LONGEST, bounded, party_blocks, people_blocks
from graph.identity.records import EventContext

DAY = event_date("2024-04-19")


def test_a_meeting_and_a_signing_of_one_day_have_no_key_in_common() -> None:
    context = EventContext(parties=("d-110105", "i-bistu"), people=("p:he.xiaolan",))
    met, signed = MeetingFact(DAY), AgreementFact("signed", DAY)
    assert [*party_blocks(met, context)] == ["m:04-19|d-110105|i-bistu"]
    assert [*people_blocks(met, context)] == ["m:04-19|p:he.xiaolan"]
    assert {*party_blocks(met, context)}.isdisjoint(party_blocks(signed, context))


def test_the_keys_of_a_forum_do_not_grow_with_the_square_of_its_parties_and_two_articles_choose_alike() -> None:
    parties = tuple(f"i-{n:03}" for n in range(100))
    whole = {*party_blocks(MeetingFact(DAY), EventContext(parties=parties))}
    most = {*party_blocks(MeetingFact(DAY), EventContext(parties=parties[:90]))}
    assert len(whole) == 28
    assert whole & most


def test_a_long_key_is_cut_and_still_its_own() -> None:
    one, other = "a" * 9000, "a" * 9001
    assert len(bounded(one)) < LONGEST + 20
    assert bounded(one) != bounded(other)
