"""Each fact of an article as right or wrong, by the pairing of the scorer that stands beside the project."""

import importlib.util
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from graph.facts import Facts
from graph.facts_json import to_json
from loaders.extraction.confidence import entities, events
from loaders.extraction.confidence.context import Context
from loaders.extraction.document import Document

Json: TypeAlias = dict[str, Any]
Verdict: TypeAlias = bool | None
"""None where the annotation neither demands nor forbids the fact."""

SHARED = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of a ``kind`` with its doubts; ``right`` given that what it leans on (its person, its event) is right."""

    lang: str
    kind: str
    doubts: frozenset[str]
    right: bool
    confidence: float
    """The whole one, as the fact carries it."""
    leans_on_right: bool
    """Whether what it leans on is right too: only then is it."""


class Judge:
    """Compares facts with a gold annotation as ``score.py`` does."""

    def __init__(self) -> None:
        self._scorer = _scorer()
        self._verdicts: dict[int, Verdict] = {}
        self._partner: dict[int, Json] = {}
        setattr(self._scorer, "count", self._note)  # noqa: B010 - a module has no such attribute for a type checker

    def _note(self, _: object, __: str, pairs: list[tuple[Json, Json]], extra: list[Json], ___: object) -> None:
        for fact, gold in pairs:
            self._verdicts[id(fact)] = None if gold.get("optional") else True
            self._partner[id(fact)] = gold
        self._verdicts.update((id(fact), False) for fact in extra)

    def judge(self, document: Document, facts: Facts, gold: Json) -> Iterator[Judged]:
        """Every fact that the annotation says something about."""
        written = to_json(facts)
        self._verdicts, self._partner = {}, {}
        self._scorer.score_article(written, gold)
        at, same = Context(document, facts), _Comparison(self._scorer, written, gold)
        lang = document.lang

        def judged(
            kind: str, told: Iterable[str], verdict: Verdict, confidence: float, leans: Verdict = True
        ) -> Iterator[Judged]:
            if verdict is not None and leans is not None:
                yield Judged(lang, kind, frozenset(told), verdict, confidence, leans)

        for person, item in zip(facts.persons, written["persons"], strict=True):
            own = self._verdicts.get(id(item))
            yield from judged("person", entities.person(person, at), own, person.confidence)
            for post, role in zip(person.roles, item["roles"], strict=True):
                verdict = self._verdicts.get(id(role), False if own is False else None)
                if verdict is False and own and same.post(role, self._partner[id(item)]):
                    verdict = True  # one of two posts that the annotation writes as one title
                yield from judged("post", entities.post(post, person, at), verdict, post.confidence, own)
        for institution, item in zip(facts.institutions, written["institutions"], strict=True):
            told, right = entities.institution(institution, at), self._verdicts.get(id(item))
            if right is False and same.stands_for_district(institution.name):
                right = None
            yield from judged("institution", told, right, institution.confidence)
        for district, item in zip(facts.districts, written["districts"], strict=True):
            yield from judged(
                "district", entities.district(district, at), self._verdicts.get(id(item)), district.confidence
            )
        yield from self._meetings(at, facts, written, same, judged)
        yield from self._agreements(at, facts, written, same, judged)

    def _meetings(
        self,
        at: Context,
        facts: Facts,
        written: Json,
        same: "_Comparison",
        judged: "Callable[..., Iterator[Judged]]",
    ) -> Iterator[Judged]:
        for meeting, item in zip(facts.meetings, written["meetings"], strict=True):
            own, partner = self._verdicts.get(id(item)), self._partner.get(id(item))
            yield from judged("meeting", events.meeting(meeting, at), own, meeting.confidence)
            date = self._scorer.date_ok(item["date"], partner) if partner else False
            if meeting.date.edtf is not None:
                yield from judged("date", events.date(meeting, at), date, meeting.date_confidence, own)
            shares = dict(meeting.body_confidence)
            for side, bodies in (("host", meeting.hosts), ("visitor", meeting.visitors), ("", meeting.institutions)):
                for name in bodies:
                    verdict = same.side(name, partner, side) if partner else False
                    told = events.membership(meeting, name, at)
                    yield from judged("membership", told, verdict, shares.get(name, 1.0), own)
            present = [p.get("person") for p in partner.get("participants", [])] if partner else []
            for participant in meeting.participants:
                verdict = same.person(participant.person, present) if partner else False
                told = events.participant(participant, meeting, at)
                yield from judged("participant", told, verdict, participant.confidence, own)

    def _agreements(
        self,
        at: Context,
        facts: Facts,
        written: Json,
        same: "_Comparison",
        judged: "Callable[..., Iterator[Judged]]",
    ) -> Iterator[Judged]:
        for agreement, item in zip(facts.agreements, written["agreements"], strict=True):
            own, partner = self._verdicts.get(id(item)), self._partner.get(id(item))
            yield from judged("agreement", events.agreement(agreement, at), own, agreement.confidence)
            shares = dict(agreement.body_confidence)
            for name in agreement.parties:
                verdict = same.body(name, _parties(partner)) if partner else False
                if partner and partner.get("parties_open") and not verdict:
                    verdict = None
                yield from judged(
                    "membership", events.membership(agreement, name, at), verdict, shares.get(name, 1.0), own
                )
            for signatory in agreement.signatories:
                verdict = same.person(signatory.person, partner.get("signatories")) if partner else False
                told = events.signatory(signatory, agreement, at)
                yield from judged("signatory", told, verdict, signatory.confidence, own)
            if agreement.date.edtf is not None:
                date = self._scorer.date_ok(item["date"], partner) if partner else False
                yield from judged("date", events.date(agreement, at), date, agreement.date_confidence, own)


class _Comparison:
    """Names of facts against names of the annotation, each with all that its article calls it."""

    def __init__(self, scorer: ModuleType, written: Json, gold: Json) -> None:
        self._scorer, self._own, self._gold = scorer, scorer.Resolver(written), scorer.Resolver(gold)
        self._persons: list[Json] = gold["persons"]
        self._organs: dict[str, set[str]] = {}
        """The names of the annotated district that a government or party committee is of."""
        norm = scorer.norm
        for organ in (i for i in written["institutions"] if i["type"] in ("government", "party")):
            place = self._own.org(organ.get("district"))
            for district in map(scorer.names, gold["districts"]):
                if place & district or any(norm(organ["name"]).startswith(d) for d in district if len(d) > 1):
                    self._organs[organ["name"]] = district

    def stands_for_district(self, name: str) -> bool:
        """Whether the annotation may have the district in place of this organ of it."""
        return name in self._organs

    def _org(self, name: str | None) -> set[str]:
        """All names of a body; of an organ those of its district too, which the annotation may write for it."""
        own: set[str] = self._own.org(name)
        return own | self._organs.get(name or "", set())

    def body(self, name: str, accepted: list[str] | None) -> Verdict:
        if accepted is None:
            return None
        own = self._org(name)
        return any(self._scorer.same_side(own, self._gold.org(a)) for a in self._scorer.listed(accepted))

    def post(self, role: Json, person: Json) -> bool:
        """Whether the annotation gives the person this title at this body, alone or with another in one title."""
        own = self._org(role.get("institution"))
        for told in person.get("roles") or []:
            bodies = self._scorer.listed([told.get("institution"), told.get("institution_alternatives")])
            at = any(self._scorer.same_org(own, self._gold.org(b)) for b in bodies) or not bodies
            if at and self._scorer.same_title(role["title"], told.get("title")):
                return True
        return False

    def side(self, name: str, meeting: Json, side: str) -> Verdict:
        """Whether the body stood on that side (any, if empty). The annotation names a side by one body, so one for
        which somebody acts there is right too, and one of which it says nothing is left out."""
        accepted = {s: _side(meeting, s) for s in ("host", "visitor")}
        if any(self.body(name, accepted[s]) for s in accepted if side in ("", s)):
            return True
        acting = {r for s in accepted if side in ("", s) for r in self._acting(meeting, s)}
        if self.body(name, list(acting)) or (not side and self.body(name, meeting.get("institutions") or [])):
            return True
        if side and accepted[side] is None:
            return None
        every = [*(accepted["host"] or []), *(accepted["visitor"] or []), *self._acting(meeting, "")]
        return False if not self._gold_knows(name) or self.body(name, every) else None

    def _acting(self, meeting: Json, side: str) -> list[str]:
        people = [p for p in meeting.get("participants", []) if side in ("", p.get("role"))]
        held = [p["roles"] for p in self._persons if any(self.person(p["name"], q.get("person")) for q in people)]
        return [r["institution"] for roles in held for r in roles or [] if isinstance(r.get("institution"), str)]

    def _gold_knows(self, name: str) -> bool:
        own = self._org(name)
        return any(self._scorer.same_side(own, known) for known in self._gold.orgs)

    def person(self, name: str, accepted: object) -> bool:
        own = self._own.person(name)
        return any(self._scorer.same_name(own, self._gold.person(a)) for a in self._scorer.listed(accepted))


def _side(gold: Json, side: str) -> list[str] | None:
    """What may stand on a side; None where the annotation leaves that open."""
    if not gold.get(f"{side}_institution") or gold.get(f"{side}_optional"):
        return None
    return [gold[k] for k in (f"{side}_institution", f"{side}_alternatives") if gold.get(k)]


def _parties(gold: Json) -> list[Any]:
    alternatives = gold.get("party_alternatives") or {}
    return [gold.get("parties"), gold.get("parties_alternatives"), *alternatives.values()]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
