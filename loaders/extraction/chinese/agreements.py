"""Agreements: signed at the event, reported from before, or intended; with their parties, signatories and subject."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.extraction.chinese import respective
from loaders.extraction.chinese.actors import Actor, without_names
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.chinese.signatories import represented, signatories_of
from loaders.extraction.chinese.signing import Signing, clause_of, number_of_sides, patterns
from loaders.extraction.chinese.status import is_of_before, is_planned_for, status_of
from loaders.extraction.chinese.votes import is_place
from loaders.extraction.dates.mention import DateMention

AHEAD = 60
"""Characters behind the verb in which the documents are listed."""
SHORT = 8
"""Characters between the last party and the verb: 共同, 现场, 就此."""
_LINKED = re.compile("(?:分别|共同|联合)?[与和同及]")


@cache
def _hint() -> re.Pattern[str]:
    """Characters without one of which no sentence tells of a signing: cheaper than all that is looked for."""
    lists = words("events")["agreements"]
    some = {w[:2] for key in ("verbs", "intended") for w in lists[key]} - {"签"}
    return re.compile(f"签|{alternation(some, ('建立', '结成', '结为', '构建', '形成', '确立', '缔造'))}")


def signings(
    text: str,
    sentence: Sentence,
    present: list[Actor],
    background: bool,
    dates: Sequence[DateMention],
    event: DateMention | None,
) -> list[Signing]:
    """The agreements that ``sentence`` tells of. ``dates`` are the dates in it, ``event`` is that of the scene."""
    if not _hint().search(text, sentence.start, sentence.end):
        return []
    found: list[Signing] = []
    for part in _parts(text, sentence, present):
        acting = [a for a in present if part.start <= a.start < part.end]
        own = [d for d in dates if part.start <= d.start < part.end] or list(dates[:1])
        told = _in_part(text, part, acting, background, own, event)
        found += [replace(s, sentence=sentence, signed_in=sentence) for s in told]
    return found


def _parts(text: str, sentence: Sentence, present: list[Actor]) -> Iterator[Sentence]:
    """The sentence, cut at the semicolons between acts that each have parties of their own."""
    if text.find("；", sentence.start, sentence.end) < 0:
        yield sentence
        return
    bare = without_names(text, sentence, present)
    start = sentence.start
    for mark in re.finditer("；", bare):
        place = sentence.start + mark.end()
        end = bare.find("；", mark.end()) if "；" in bare[mark.end() :] else len(bare)
        first = next((a for a in present if a.start >= place), None)
        behind = first is not None and first.start < sentence.start + end
        if first is None or not behind or _LINKED.search(text, place, first.opening):
            continue
        acts = (bare[start - sentence.start : mark.start()], bare[mark.end() : end])
        if all(any(h["verb"] or h["verb2"] or h["verb4"] for h in patterns()["signing"].finditer(a)) for a in acts):
            yield replace(sentence, start=start, end=place)
            start = place
    yield replace(sentence, start=start)


def _in_part(
    text: str,
    sentence: Sentence,
    present: list[Actor],
    background: bool,
    dates: Sequence[DateMention],
    event: DateMention | None,
) -> list[Signing]:
    """The agreements of a sentence, or of a part of it between semicolons."""
    bare = without_names(text, sentence, present)
    failed = bool(patterns()["failed"].search(bare))
    found: list[Signing] = []
    done = 0
    for hit in patterns()["signing"].finditer(bare):
        start, end = hit.start() + sentence.start, hit.end() + sentence.start
        date = next((d for d in reversed(dates) if d.end <= end), None)
        dated = date is not None and date.start >= sentence.start and date.precision in ("month", "year")
        status = None if failed else status_of(bare, hit, background, dated)
        if status is None:
            continue
        verb = sentence.start + (hit.start("verb2") if hit.group("verb2") else hit.start())
        acting = _acting(bare, hit, sentence, present)
        signatories = signatories_of(text, bare, sentence, acting, verb, end)
        if hit.group("sign") and not signatories:
            continue
        if status == "intended" and date is not None and not is_planned_for(text, sentence, date):
            date = None
        if status == "signed" and date is not None and is_of_before(text, date, event, start):
            status = "reported"
        names = tuple((a.person, a.root) for a in signatories if a.person is not None and status != "intended")
        heading = represented(text, start, acting) is not None
        if heading and found and names and not found[-1].signatories:
            found[-1] = replace(found[-1], signatories=names)  # ..., 签约人为甲、乙
            continue
        bodies = _named_between(text, acting, done, verb)
        pairs = respective.pairs(text, signatories) or respective.pairs(text, bodies)
        both = bool(signatories) and bool(patterns()["both"].search(text, signatories[-1].end, end))
        number = number_of_sides(bare, hit.end())
        subject = _subject(text, bare, hit, sentence.start)
        told = Signing(sentence, status, (), (), subject, start, sentence, date, both, bool(hit["verb4"]), number)
        if hit["deal"] and not any(a.person is None and a.body is not None for a in acting):
            continue
        if pairs:
            found += _each(told, pairs, text[start : end + AHEAD])
        else:
            parties: tuple[Body, ...] = ()
            if done and bodies and found and found[-1].parties and respective.continues(text, bodies[0], done):
                parties = (found[-1].parties[0], *(a.body for a in bodies if a.body is not None))
            elif not heading:  # that is of what the sentence before tells
                # A second act in the sentence has parties of its own, or those of the first.
                parties = (
                    _parties(text, [a for a in acting if a.start >= done], signatories, verb, done) if done else ()
                )
                floor = _clause_start(bare, hit, sentence.start)
                parties = parties or _parties(text, acting, signatories, verb, floor)
                if not parties and hit["verb4"] and not number:
                    parties = _attending(acting)
            found.append(replace(told, parties=parties, signatories=names))
        done = end
    return found


def _named_between(text: str, acting: list[Actor], start: int, end: int) -> list[Actor]:
    """The bodies that ``text[start:end]`` names, but for those that only tell where."""
    named = (a for a in acting if a.person is None and start <= a.start and a.end <= end)
    return [a for a in named if not is_place(text, a)]


def _each(told: Signing, pairs: Sequence[respective.Pair], documents: str) -> list[Signing]:
    """An agreement for each of ``pairs``, with its own of the ``documents`` where there are as many."""
    subjects: Sequence[str | None] = respective.listed(documents, len(pairs)) or [told.subject for _ in pairs]
    found = []
    for pair, subject in zip(pairs, subjects, strict=True):
        parties = tuple((a.root if a.person is not None else a.body) for a in pair)
        names = tuple((a.person, a.root) for a in pair if a.person is not None and told.status != "intended")
        sides = tuple(b for b in parties if b is not None)
        found.append(replace(told, parties=sides, signatories=names, subject=subject, leaning=False))
    return found


def _acting(bare: str, hit: re.Match[str], sentence: Sentence, present: list[Actor]) -> list[Actor]:
    """Those of ``present`` who may be parties: not who only witnessed the signing (甲、乙见证签约)."""
    clause = clause_of(bare, hit.start())
    witnessed = patterns()["witnessed"].search(bare, clause, hit.start())
    return [a for a in present if witnessed is None or a.start >= sentence.start + witnessed.end()]


def _clause_start(bare: str, hit: re.Match[str], start: int) -> int:
    """Where the clause of the verb begins, when it says 双方; else the sentence's start."""
    clause = clause_of(bare, hit.start())
    return start + clause if patterns()["both"].search(bare, clause, hit.end()) else start


def _parties(text: str, present: list[Actor], signatories: list[Actor], place: int, floor: int) -> tuple[Body, ...]:
    """The bodies named before the verb; else those that the signatories stand for; else nobody, the sentence leans on
    another one (双方)."""
    named: dict[Body, Body] = {}
    units = _linked_units(text, present, place, floor)
    for actor in present:
        unit = actor.body is not None and actor.body.weak and actor.person is None and actor not in units
        if unit or (actor.start < floor and not signatories):
            continue
        if actor.person is None and actor.body is not None and actor.end <= place and not is_place(text, actor):
            named.setdefault(actor.body.root, actor.body)
    for actor in signatories:
        if actor.body is not None and (len(named) < 2 or len(signatories) > 1):
            named.setdefault(actor.body.root, actor.body.root)
    if len(named) > 1:
        return tuple(named.values())
    standing = {
        a.body.root: a.body.root
        for a in present
        if a.person is not None and a.body is not None and floor <= a.end <= place
    }
    either = {**standing, **named}
    if len(standing) > len(named) - 1 and len(either) == 2:
        return tuple(either.values())
    behind = [a for a in present if a.person is None and a.body is not None and a.start >= place]
    for actor in behind if named else ():
        if actor.body is not None:
            named.setdefault(actor.body.root, actor.body)
    return tuple(named.values()) if len(named) > 1 else ()


def _attending(acting: list[Actor]) -> tuple[Body, ...]:
    """The two bodies whose persons a sentence about a ceremony names: 签约仪式举行，甲董事长、乙总裁参加."""
    standing = dict.fromkeys(a.root for a in acting if a.root is not None)
    return tuple(b for b in standing if b is not None) if len(standing) == 2 else ()


def _linked_units(text: str, present: list[Actor], place: int, floor: int) -> list[Actor]:
    """The two bodies right before the verb that 与 links, though one is mostly a unit: 甲开发区与航空学院签署."""
    ahead = [a for a in present if a.person is None and a.body is not None and floor <= a.start and a.end <= place]
    if len(ahead) < 2 or place - ahead[-1].end > SHORT:
        return []
    one, other = ahead[-2:]
    return [one, other] if _LINKED.fullmatch(text, one.end, other.start) and one.root is not other.root else []


def _subject(text: str, bare: str, hit: re.Match[str], offset: int) -> str | None:
    """What was signed, by the words of the text: the document with what stands before it, without verb and names."""
    verb = patterns()["verb"].match(bare, hit.start())
    document = patterns()["document"].search(bare, verb.end() if verb else hit.start(), hit.end() + 40)
    if document is None:
        return None
    start = document.start()
    for inner in patterns()["verb"].finditer(bare, start, document.end() - 2):
        start = inner.end()
    return re.sub("^(?:[在了的]|并就)+", "", text[offset + start : offset + document.end()].strip("《》"))
