"""Who says what of an event that several articles report, and where they contradict each other."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from graph.facts import AgreementFact, EventDate, MeetingFact
from graph.identity.closure import Stored, read_ids
from graph.identity.dates import compatible
from graph.identity.folding import folded, has_han
from graph.identity.records import EventContext
from graph.questions.answers import Claim
from graph.questions.entities import by_id
from graph.questions.records import stored_records
from graph.store import Store

Said = tuple[str, str, str | None]
"""Field, value, and the entity that it is about (None: the event itself)."""


def claims(store: Store, events: Collection[str]) -> dict[str, tuple[Claim, ...]]:
    """For each of ``events`` (ids) that several articles report, what each article says of each field.

    By field, then the first published first; equal values are one claim. What follows from the others (no date, a
    format that nothing tells) is no claim.
    """
    found = {event: stored for event, stored in stored_records(store, events).items() if len(stored) > 1}
    refs = {ref for records in found.values() for s in records for ref in s.record.refs}
    entity_of = {row["id"]: str(row["entity"]) for row in read_ids(store, "ledger_entities", refs)}
    return {event: tuple(_claims(records, entity_of)) for event, records in found.items()}


def disputes(store: Store, events: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each of ``events`` (ids) on which articles contradict each other, what they say, in words, a field each."""
    found = {id: [c for c in told if c.disputed] for id, told in claims(store, events).items()}
    entities = by_id(store, {id for told in found.values() for c in told for id in (c.about, c.value) if id})

    def name(text: str) -> str:
        return entities[text].name if text in entities else text

    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for event, told in found.items():
        for claim in told:
            field = f"{claim.field} of {name(claim.about)}" if claim.about else claim.field
            said[event][field].append(name(claim.value))
    return {
        event: tuple(f"{f} {' or '.join(values)}" for f, values in fields.items()) for event, fields in said.items()
    }


def _claims(records: Sequence[Stored], entity_of: Mapping[str, str]) -> Iterator[Claim]:
    articles: dict[Said, list[str]] = defaultdict(list)
    dates: dict[str, EventDate] = {}
    for stored in records:
        for said in _said(stored, entity_of):
            articles[said].append(stored.record.article)
        if isinstance(fact := stored.record.fact, MeetingFact | AgreementFact) and fact.date.edtf:
            dates[fact.date.edtf] = fact.date
    for (field, value, about), told in sorted(articles.items(), key=lambda a: (a[0][0], a[0][2] or "")):
        others = [v for f, v, who in articles if (f, who) == (field, about) and v != value]
        against = any(_contradict(field, value, other, dates) for other in others)
        yield Claim(field=field, value=value, about=about, articles=tuple(told), disputed=against)


def _said(stored: Stored, entity_of: Mapping[str, str]) -> Iterator[Said]:
    fact, context = stored.record.fact, stored.record.context
    assert isinstance(context, EventContext)  # noqa: S101 - the kind says so
    told: dict[str, str | None] = {}
    if isinstance(fact, MeetingFact):
        told = {"place": fact.place, "format": None if fact.format == "unknown" else fact.format}
        for side, names in (("host", fact.hosts), ("visitor", fact.visitors)):
            yield from {("side", side, entity_of[context.body_of[name]]): None for name in names}
        chairs = (p.person for p in fact.participants if p.role == "chair" or "chair" in p.functions)
        yield from {("chair", entity_of[context.person_of[name]], None): None for name in chairs}
    if isinstance(fact, AgreementFact):
        told = {"status": fact.status, "subject": fact.subject, "kind": fact.kind}
    if isinstance(fact, MeetingFact | AgreementFact):
        told["date"] = fact.date.edtf
    yield from ((field, value, None) for field, value in told.items() if value)


def _contradict(field: str, a: str, b: str, dates: Mapping[str, EventDate]) -> bool:
    """Whether not both can be true: an English place beside a Chinese one can, and two names of one paper."""
    return _RULES[field](a, b) if field in _RULES else field == "date" and not compatible(dates[a], dates[b])


def _other_place(a: str, b: str) -> bool:
    x, y = folded(a), folded(b)
    return has_han(a) == has_han(b) and x not in y and y not in x


def _other_status(a: str, b: str) -> bool:
    return "intended" in (a, b)


def _always(_: str, __: str) -> bool:
    return True


_RULES: Mapping[str, Callable[[str, str], bool]] = {
    "place": _other_place,
    "status": _other_status,
    "format": _always,
    "side": _always,
    "chair": _always,
}
