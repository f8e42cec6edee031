"""Agreements: signed at the event, reported from before, or intended; with their parties, signatories and subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import Status
from loaders.extraction.chinese import respective
from loaders.extraction.chinese.actors import Actor, without_names
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.gatherings import Gathering
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.people import Person
from loaders.extraction.chinese.plans import cancelled, intending
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.chinese.signatories import represented, signatories_of
from loaders.extraction.dates.mention import DateMention

AHEAD = 60
"""Characters behind the verb in which the documents are listed."""
SHORT = 12
"""Characters of a clause that may belong to the one behind it: 早在2019年，双方就签署过..."""

BARE = 4
"""Characters of a document that has no name of its own: 协议, 合作协议."""
CLAUSE = 300
"""Characters of a clause: a sentence without marks is no reason to read all of it for each of its verbs."""


@dataclass(frozen=True, slots=True)
class Signing:
    """One agreement as one sentence tells it; ``parties`` are empty where it says 双方 or nothing."""

    sentence: Sentence
    status: Status
    parties: tuple[Body, ...]
    signatories: tuple[tuple[Person, Body | None], ...]
    """Who signed, each with the body that the signature binds."""
    subject: str | None
    place: int
    signed_in: Sentence
    """The sentence that names the signatories."""
    date: DateMention | None = None
    leaning: bool = False
    """Whether the parties are only those that the signatories of 双方 stand for."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = words("events")["agreements"]
    verb, document = alternation(lists["verbs"]), alternation(lists["documents"])
    topic = alternation(lists["topics"])
    return {
        "signing": re.compile(
            f"(?P<verb>{verb})(?:了|的|下|并|好|过|有)?[^，。；]{{0,40}}?(?P<document>{document})|"
            f"(?P<document2>{document})[^，。；]{{0,60}}?(?P<verb2>(?:分别|共同|代表[^，。；]{{1,20}}?)*{verb})(?![^，。；]{{0,12}}{document})|"
            f"(?P<relation>(?:建立|缔结|结成|构建|形成|确立)[^，。；]{{0,20}}(?:伙伴关系|合作关系|战略联盟|结对关系))|"
            f"(?P<verb3>代表[^，。；]{{1,30}}(?:签署|签订|签约|签字|签))|(?P<verb4>签约仪式|签字仪式|签约(?!{topic}))|"
            f"在[^，。；]{{0,12}}上签字|(?P<sign>签名|落笔|签字|签署(?:人|代表)(?=为|是|有|：|分别))|(?P<intended>{alternation(lists['intended'])})"
        ),
        "verb": re.compile(f"(?:代表[^，。；]{{1,30}}?)?{verb}(?:了|的|下|并|好|过|有)?"),
        "document": re.compile(f"(?:《[^》]{{2,60}}》|[\u3400-\u9fff]{{0,12}}?{document})"),
        "past": re.compile(alternation(lists["past"])),
        "future": re.compile(alternation(lists["future"])),
        "negated": re.compile(f"{alternation(lists['negated'])}[^，。]{{0,3}}$|原定|原计划|本拟"),
        "due": re.compile(f"{intending()}[^，。；]{{0,8}}$"),
        "dated": re.compile(f"{alternation(lists['future'], words('events')['intending'])}[于在]?$"),
        "cancelled": re.compile(cancelled()),
        "failed": re.compile(f"{alternation(lists['negated'])}(?:能|有|正式|能够|最终)*{verb}"),
        "witnessed": re.compile("见证(?:了)?"),
        "anybody": re.compile("[与和同](?:更多|各|广大|其他|其它|众多|国内外|社会|兄弟)"),
        "both": re.compile("双方|两校|两地|[三四五六]方|各方|[两三四五六][院家]"),
        "plan": re.compile("约定|商定|打算|计划|希望|期待|争取|力争|决定|拟"),
    }


def signings(
    text: str,
    sentence: Sentence,
    present: list[Actor],
    background: bool,
    dates: Sequence[DateMention],
    event: DateMention | None,
) -> list[Signing]:
    """The agreements that ``sentence`` tells of. ``dates`` are the dates in it, ``event`` is that of the scene."""
    bare = without_names(text, sentence, present)
    failed = bool(_patterns()["failed"].search(bare))
    found: list[Signing] = []
    done = 0
    for hit in _patterns()["signing"].finditer(bare):
        start, end = hit.start() + sentence.start, hit.end() + sentence.start
        status = None if failed else _status(bare, hit, background)
        if status is None:
            continue
        verb = sentence.start + (hit.start("verb2") if hit.group("verb2") else hit.start())
        acting = _acting(bare, hit, sentence, present)
        signatories = signatories_of(text, bare, sentence, acting, verb, end)
        if hit.group("sign") and not signatories:
            continue
        date = next((d for d in reversed(dates) if d.end <= end), None)
        if status == "intended" and date is not None and not _is_planned_for(text, sentence, date):
            date = None
        if status == "signed" and date is not None and _is_of_before(date, event):
            status = "reported"
        bodies = [a for a in acting if a.person is None and done <= a.start and a.end <= verb]
        pairs = respective.pairs(text, signatories) or respective.pairs(text, bodies)
        both = bool(signatories) and bool(_patterns()["both"].search(text, signatories[-1].end, end))
        told = Signing(sentence, status, (), (), _subject(text, bare, hit, sentence.start), start, sentence, date, both)
        if pairs:
            found += _each(told, pairs, text[start : end + AHEAD])
        else:
            parties: tuple[Body, ...] = ()
            if done and bodies and found and found[-1].parties and respective.continues(text, bodies[0], done):
                parties = (found[-1].parties[0], *(a.body for a in bodies if a.body is not None))
            elif represented(text, start, acting) is None:  # that is of what the sentence before tells
                # A second act in the sentence has parties of its own, or those of the first.
                parties = (
                    _parties(text, [a for a in acting if a.start >= done], signatories, verb, done) if done else ()
                )
                floor = _clause_start(bare, hit, sentence.start)
                parties = parties or _parties(text, acting, signatories, verb, floor)
            names = tuple((a.person, a.root) for a in signatories if a.person is not None and status != "intended")
            found.append(replace(told, parties=parties, signatories=names))
        done = end
    return found


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
    clause = _clause(bare, hit.start())
    witnessed = _patterns()["witnessed"].search(bare, clause, hit.start())
    return [a for a in present if witnessed is None or a.start >= sentence.start + witnessed.end()]


def _is_planned_for(text: str, sentence: Sentence, date: DateMention) -> bool:
    """Whether a word of planning stands right before ``date`` (约定|4月签署): it is that of the signing to come."""
    return bool(_patterns()["dated"].search(text, max(sentence.start, date.start - 6), date.start))


def _is_of_before(date: DateMention, event: DateMention | None) -> bool:
    """Whether what was signed on ``date`` is not of the event: that has another day, or a day at all (or 近日)."""
    if date is event:
        return False
    if date.precision in ("month", "year"):
        return True
    if event is None or event.month is None or event.until is not None or date.month is None:
        return False
    return (date.month, date.day) != (event.month, event.day)


def _status(bare: str, hit: re.Match[str], background: bool) -> Status | None:
    patterns = _patterns()
    clause = _clause(bare, hit.start())
    before = _clause(bare, clause - 1) if clause else 0
    ahead = bare[clause : hit.start()]
    if patterns["negated"].search(ahead) or patterns["cancelled"].match(bare, hit.end()):
        return None
    if patterns["due"].search(ahead):
        return "intended"
    since = before if clause - before <= SHORT else clause
    if background and hit.group("verb4") is None and patterns["plan"].search(ahead):
        return "intended"
    if background or patterns["past"].search(bare, since, hit.end() + 8):
        return "reported"
    for start, end in ((before, clause), (clause, hit.start())):
        if patterns["plan"].search(bare, start, end) and patterns["both"].search(bare, start, end):
            return "intended" if hit.group("verb4") is None else None
    if (hit.group("relation") or hit.group("intended")) and patterns["anybody"].search(ahead):
        return None
    if hit.group("relation") and not patterns["future"].search(ahead):
        return None
    if patterns["future"].search(ahead):
        with_whom = hit.group("verb4") == "签约" and bare[hit.start() - 1 : hit.start()] == "□"
        return None if hit.group("verb4") and not with_whom else "intended"  # 以此次签约为契机: no other agreement
    if hit.group("intended") or hit.group().endswith(("合作意向", "共建意向")):
        return "intended"
    return "signed"


def _clause(bare: str, place: int) -> int:
    """Where the clause that ``place`` lies in begins; what has no mark for long is read in part."""
    floor = max(0, place - CLAUSE)
    return max(floor, 1 + max(bare.rfind(mark, floor, place) for mark in "，。；,;：:"))


def _clause_start(bare: str, hit: re.Match[str], start: int) -> int:
    """Where the clause of the verb begins, when it says 双方; else the sentence's start."""
    clause = _clause(bare, hit.start())
    return start + clause if _patterns()["both"].search(bare, clause, hit.end()) else start


def _parties(text: str, present: list[Actor], signatories: list[Actor], place: int, floor: int) -> tuple[Body, ...]:
    """The bodies named before the verb; else those that the signatories stand for; else nobody, the sentence leans on
    another one (双方)."""
    named: dict[Body, Body] = {}
    for actor in present:
        unit = actor.body is not None and actor.body.weak and actor.person is None
        if unit or (actor.start < floor and not signatories):
            continue
        if (
            actor.person is None
            and actor.body is not None
            and actor.end <= place
            and text[actor.start - 1 : actor.start] != "在"
        ):
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


def _subject(text: str, bare: str, hit: re.Match[str], offset: int) -> str | None:
    """What was signed, by the words of the text: the document with what stands before it, without verb and names."""
    verb = _patterns()["verb"].match(bare, hit.start())
    document = _patterns()["document"].search(bare, verb.end() if verb else hit.start(), hit.end() + 40)
    if document is None:
        return None
    start = document.start()
    for inner in _patterns()["verb"].finditer(bare, start, document.end() - 2):
        start = inner.end()
    return re.sub("^(?:[在了的]|并就)+", "", text[offset + start : offset + document.end()].strip("《》"))


def merged(found: Sequence[Signing], meeting: Gathering | None) -> list[Signing]:
    """The agreements of one scene, each once: a ceremony and the act in it, a headline and its sentence are one.

    Where a sentence says 双方 or names nobody, it is about an agreement named before, else about the sides that met.
    """
    kept: list[Signing] = []
    body = [s for s in found if s.sentence.zone == "body"]
    for signing in sorted(body or found, key=lambda s: s.leaning):
        if len({b.root for b in signing.parties}) > 1:
            if signing.leaning and (own := next((k for k in kept if _related(k, signing)), None)) is not None:
                signing = replace(signing, parties=own.parties)
            if not _shared_out(kept, signing):
                _add(kept, signing)
    sides = (*meeting.hosts[:1], *meeting.visitors[:1]) if meeting is not None else ()
    if meeting is not None and not sides and len(meeting.others) == 2:
        sides = tuple(meeting.others)
    for signing in body or found:
        if len({b.root for b in signing.parties}) < 2:
            parties = kept[0].parties if kept else ()
            if not parties and meeting is not None and len(sides) > 1:
                parties = tuple(meeting.wording(b) for b in sides)
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
    if roots != others and _are_two(kept, signing):
        return False
    return roots <= others or others <= roots


def _are_two(kept: Signing, signing: Signing) -> bool:
    """Whether two sentences tell of different documents by their names (专项合作协议, 战略合作协议), not of one by a
    longer and a shorter wording, or by a word that fits any (合作协议)."""
    one, other = kept.subject or "", signing.subject or ""
    if kept.sentence is signing.sentence or min(len(one), len(other)) <= BARE:
        return False
    return not (one.endswith(other) or other.endswith(one))
