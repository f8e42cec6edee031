from graph.questions import events
from graph.store import Store
from graph.vocabulary import Order


def walked(store: Store, sort: Order) -> list[str]:
    found: list[str] = []
    cursor = None
    while not found or cursor:
        page = events(store, sort=sort, limit=3, cursor=cursor)
        found += [event.id for event in page.items]
        cursor = page.next
    return found


def test_meetings_and_agreements_are_one_list_by_day(world: Store) -> None:
    dated = ["m-02", "g-01", "m-01", "m-03", "m-04", "g-02"]
    assert [event.id for event in events(world).items] == walked(world, "latest") == [*dated, "g-03", "m-05"]
    assert walked(world, "earliest") == ["g-02", "m-04", "m-03", "g-01", "m-01", "m-02", "g-03", "m-05"]


def test_an_event_in_brief_has_its_bodies_persons_and_first_sentence(world: Store) -> None:
    found = {event.id: event for event in events(world, entity="d-110112").items}
    assert list(found) == ["g-01", "m-01", "g-02"]
    signed = found["g-01"]
    assert (signed.kind, signed.status, signed.subject) == ("agreement", "signed", "a joint laboratory")
    assert ([body.id for body in signed.bodies], [person.id for person in signed.persons]) == (
        ["d-110112", "i-bistu"],
        ["p-01", "p-02"],
    )
    assert found["m-01"].quote is not None
    assert (found["m-01"].quote.article.id, found["g-02"].quote) == ("a-01", None)
