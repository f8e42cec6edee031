"""Records as a person reads them: what one article says of one entity or event, with the sentences."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from graph.facts import AgreementFact, Evidence, MeetingFact, PersonFact
from graph.identity import known
from graph.identity.closure import Stored, read_ids, read_records
from graph.questions.answers import Quote, Source
from graph.questions.identity_answers import RecordDetail, StatedPost
from graph.questions.reports import source
from graph.store import Store

QUOTES: Final = 3
"""Sentences shown of one record."""
REACH: Final = 160
"""Code points on either side of a mention within which its sentence is looked for."""
_ID: Final = re.compile(r"\b[pidmgr]-[0-9a-z-]*[0-9a-z]")
_END: Final = re.compile(r"[。！？!?；;\n]|\.(?=\s)")
_PAUSE: Final = re.compile(r"[，、：,:](?!\d)")
_WORD: Final = re.compile(r"[^\W\u2e80-\uffff]")
"""A letter or digit of a script that puts blanks between words."""


def record_ids(store: Store, entities: Collection[str]) -> dict[str, list[str]]:
    """The ids of the records of each of ``entities`` (ids)."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in read_ids(store, "records_of", entities):
        found[row["entity"]].append(row["id"])
    return found


def stored_records(store: Store, entities: Collection[str]) -> dict[str, list[Stored]]:
    """The records of each of ``entities``, the oldest first."""
    wanted = (id for ids in record_ids(store, entities).values() for id in ids)
    found: dict[str, list[Stored]] = defaultdict(list)
    for stored in sorted(read_records(store, "ledger_records_by_id", wanted), key=lambda s: s.record.age):
        found[stored.entity].append(stored)
    return found


def details(store: Store, records: Iterable[Stored]) -> tuple[RecordDetail, ...]:
    """What each of ``records`` tells, in their order."""
    shown = list(records)
    rows = {row["id"]: row for row in read_ids(store, "article_nodes", {s.record.article for s in shown})}
    return tuple(_detail(s, source(rows[s.record.article]), str(rows[s.record.article]["text"])) for s in shown)


def shown_name(stored: Stored) -> str:
    """What its article calls it; an event by its day and its parties."""
    fact = stored.record.fact
    if isinstance(fact, MeetingFact | AgreementFact):
        parties = (*fact.hosts, *fact.visitors, *fact.institutions) if isinstance(fact, MeetingFact) else fact.parties
        return f"{fact.date.edtf or 'undated'}: {', '.join(parties)}"
    return fact.name


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of ``text`` around [start, end) begins and ends, as far as ``REACH`` reaches.

    One that is longer begins and ends at a pause of it in the outer half of what is reached, else between two words.
    """
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    before = [match.end() for match in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    first = before[-1] if before else _first(text, low, start)
    last = after.end() if after else _last(text, end, high)
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())


def _first(text: str, low: int, start: int) -> int:
    if low and (pause := _PAUSE.search(text, low, start - REACH // 2)):
        return pause.end()
    return next((at for at in range(low, start) if not _within_word(text, at)), low)


def _last(text: str, end: int, high: int) -> int:
    if high < len(text) and (pauses := list(_PAUSE.finditer(text, end + REACH // 2, high))):
        return pauses[-1].start()
    return next((at for at in range(high, end, -1) if not _within_word(text, at)), high)


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(map(_WORD.match, text[at - 1 : at + 1]))


def _detail(stored: Stored, article: Source, text: str) -> RecordDetail:
    record, fact = stored.record, stored.record.fact
    roles = fact.roles if isinstance(fact, PersonFact) else ()
    return RecordDetail(
        id=record.id,
        kind=record.kind,
        entity=stored.entity,
        name=shown_name(stored),
        aliases=() if isinstance(fact, MeetingFact | AgreementFact) else fact.aliases,
        posts=tuple(StatedPost(title=r.title, body=r.institution, former=r.former) for r in roles),
        date=fact.date.edtf if isinstance(fact, MeetingFact | AgreementFact) else None,
        article=article,
        quotes=tuple(
            Quote(quote=text[start:end], start=start, end=end, article=article)
            for start, end in _spans(stored, text)
            if start < end
        ),
    )


def _spans(stored: Stored, text: str) -> list[tuple[int, int]]:
    """The sentences that say most, each once: those of posts or of the event, then those of the first mentions."""
    found: dict[tuple[int, int], None] = {}
    for evidence, whole in _evidence(stored):
        span = (evidence.start, evidence.end) if whole else sentence(text, evidence.start, evidence.end)
        if not any(span[0] < end and start < span[1] for start, end in found):
            found[span] = None
    return list(found)[:QUOTES]


def _evidence(stored: Stored) -> Iterator[tuple[Evidence, bool]]:
    """Pieces of the text, each with whether it is a sentence by itself."""
    fact = stored.record.fact
    if isinstance(fact, MeetingFact | AgreementFact):
        if fact.evidence:
            yield fact.evidence, True
        return
    if isinstance(fact, PersonFact):
        yield from ((role.evidence, True) for role in fact.roles if role.evidence)
    yield from ((mention, False) for mention in sorted(fact.mentions, key=lambda m: m.start))


def in_words(reason: str, names: Mapping[str, str]) -> str:
    """``reason`` with names in place of the ids in it: those of ``names``, and those of the tables."""

    def name(id: str) -> str:
        row = known.find(id)
        return names.get(id) or (row and (row.name_zh or row.name_en)) or id

    return _ID.sub(lambda match: name(match[0]), reason)
