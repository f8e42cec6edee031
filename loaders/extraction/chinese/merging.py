"""The signings of one scene, each once: a ceremony and the act in it, a headline and its sentence are one."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.gatherings import Gathering
from loaders.extraction.chinese.signing import Signing

BARE = 4
"""Characters of a document that has no name of its own: 协议, 合作协议."""


def merged(found: Sequence[Signing], meeting: Gathering | None) -> list[Signing]:
    """The agreements of one scene, each once.

    Where a sentence says 双方 or names nobody, it is about an agreement named before, else about the sides that met.
    """
    kept: list[Signing] = []
    body = [s for s in found if s.sentence.zone == "body"] or found
    body = [s for s in body if not _told_in_parts(s, body)]
    for signing in sorted(body, key=lambda s: s.leaning):
        if len({b.root for b in signing.parties}) > 1:
            if signing.leaning and (own := next((k for k in kept if _leans(k, signing)), None)) is not None:
                signing = replace(signing, parties=own.parties)
            if not _shared_out(kept, signing):
                _add(kept, signing)
    sides = (*meeting.hosts[:1], *meeting.visitors[:1]) if meeting is not None else ()
    if meeting is not None and not sides and len(meeting.others) == 2:
        sides = tuple(meeting.others)
    for signing in body:
        if len({b.root for b in signing.parties}) < 2:
            before = [k for k in kept if k.place < signing.place] or kept
            parties = before[-1].parties if before else ()
            every = _counted(signing.number, meeting)
            if every or (not parties and meeting is not None and len(sides) > 1):
                parties = every or tuple(meeting.wording(b) for b in sides if meeting is not None)
            if len(parties) > 1:
                _add(kept, replace(signing, parties=parties))
    return sorted(kept, key=lambda s: s.place)


def _add(kept: list[Signing], signing: Signing) -> None:
    for i, known in enumerate(kept):
        if _same(known, signing):
            kept[i] = replace(
                known,
                signatories=tuple(dict.fromkeys((*known.signatories, *signing.signatories))),
                signed_in=known.signed_in if known.signatories else signing.signed_in,
                date=known.date or (signing.date if known.status == "intended" else None),
                subject=max(known.subject or "", signing.subject or "", key=len) or None,
            )
            return
    kept.append(signing)


def _shared_out(kept: list[Signing], signing: Signing) -> bool:
    """Whether ``signing`` tells but who signed several of the ``kept`` (甲、乙，丙、丁分别在协议上签字): each gets the
    signatories of its own parties."""
    whole = {b.root for b in signing.parties}
    parts = [i for i, k in enumerate(kept) if k.status == signing.status and {b.root for b in k.parties} < whole]
    shared = {b.root for i in parts for b in kept[i].parties}
    if len(parts) < 2 or shared != whole or not signing.signatories:
        return False
    for i in parts:
        own = {b.root for b in kept[i].parties}
        names = tuple(pair for pair in signing.signatories if pair[1] is not None and pair[1].root in own)
        kept[i] = replace(
            kept[i],
            signatories=tuple(dict.fromkeys((*kept[i].signatories, *names))),
            signed_in=kept[i].signed_in if kept[i].signatories else signing.signed_in,
        )
    return True


def _told_in_parts(signing: Signing, others: Sequence[Signing]) -> bool:
    """Whether ``signing`` is but the ceremony at which one of several parties signed with each of the others."""
    whole = {b.root for b in signing.parties}
    if not signing.ceremony or signing.signatories or len(whole) < 3:
        return False
    sides = [{b.root for b in s.parties} for s in others if s is not signing and s.status == signing.status]
    pairs = {frozenset(pair) for pair in sides if len(pair) == 2 and pair & whole}
    return len(pairs) > 1 and len(frozenset.intersection(*pairs)) == 1


def _counted(number: int | None, meeting: Gathering | None) -> tuple[Body, ...]:
    """The bodies that 三方, 四地 stand for: those whose persons were there, or the sides, where they are as many."""
    if number is None or number < 3 or meeting is None:
        return ()
    standing = (meeting.stands_for(m.person) for m in meeting.present)
    there = dict.fromkeys(b.root for b in standing if b is not None)
    sides = dict.fromkeys((*meeting.hosts, *meeting.visitors, *meeting.others))
    found = next((group for group in (there, sides) if len(group) == number), {})
    return tuple(meeting.wording(b) for b in found)


def _leans(kept: Signing, signing: Signing) -> bool:
    """Whether 双方 of ``signing`` are the parties of ``kept``, and not of another document with a name of its own."""
    return _related(kept, signing) and not _are_two(kept, signing)


def _related(kept: Signing, signing: Signing) -> bool:
    """Whether one of the parties is the same, or a part of it."""
    return kept.status == signing.status and any(
        a.within(b.root) or b.within(a.root) for a in signing.parties for b in kept.parties
    )


def _same(kept: Signing, signing: Signing) -> bool:
    if kept.status != signing.status:
        return False
    if kept.subject and signing.subject and kept.subject[-2:] != signing.subject[-2:]:
        return False
    roots, others = {b.root for b in kept.parties}, {b.root for b in signing.parties}
    if kept.signatories and signing.signatories and not {*kept.signatories} & {*signing.signatories}:
        return roots == others
    if (roots != others or {*kept.parties}.isdisjoint(signing.parties)) and _are_two(kept, signing):
        return False
    return roots <= others or others <= roots


def _are_two(kept: Signing, signing: Signing) -> bool:
    """Whether two sentences tell of different documents by their names (专项合作协议, 战略合作协议), not of one by a
    longer and a shorter wording, or by a word that fits any (合作协议)."""
    one, other = kept.subject or "", signing.subject or ""
    if kept.sentence is signing.sentence or min(len(one), len(other)) <= BARE:
        return False
    return not (one.endswith(other) or other.endswith(one))
