"""Any sequence of loads, removals, judgements and withdrawals gives the graph built from scratch: drawn at random.

``SEQUENCES`` in the environment tells how many are drawn on each engine (``make sequences``: 500).
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, rule, run_state_machine_as_test

from graph.article import Article
from graph.errors import Contradiction, Gone, InvalidQuestion, NotFound
from graph.facts import (
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from graph.identity.clusters import Verdict
from graph.identity.judgement_lines import lines, parsed
from graph.identity.judgements import in_force, judgements
from graph.identity.judging import judge, take_judgements, withdraw
from graph.identity.ledger import take_in, take_out
from graph.identity.records import entity_id, record_id
from graph.questions.ids import successor
from graph.schema import NODES
from graph.store import Change, Store
from graph.stores import content_hash, open_store

SEQUENCES = int(os.environ.get("SEQUENCES", "30"))
BISTU, MAKER = InstitutionFact("北京信息科技大学", ("BISTU",), "university"), InstitutionFact("晨光微纳有限公司")
SHORT, HEBUT = InstitutionFact("晨光微纳"), InstitutionFact("河北工业大学", (), "university")
CHAOYANG = DistrictFact("朝阳区", (), "district", "110105")
BODIES = (BISTU, MAKER, SHORT, HEBUT)
PEOPLE = ("解江凌", "Xie Jiangling", "刘佳琪", "刘嘉奇", "Liu Jiaqi")
DAY = EventDate("2024-04-19", "2024-04-19", "2024-04-19", "text")
ARTICLES = 5
Item = tuple[Article, Facts]


def _article(number: int) -> Article:
    return Article(f"{number}.txt", f"article {number}", origin=f"/in/{number}.txt")


RECORDS = [
    record_id(_article(number).id, kind, name)
    for number in range(ARTICLES)
    for kind, names in (("person", PEOPLE), ("institution", [b.name for b in BODIES]))
    for name in names
]
verdicts: st.SearchStrategy[Verdict] = st.sampled_from(("same", "same", "different", "unsure"))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Who holds a post at which body, and whether they met in Chaoyang; or another form of the same article."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=2, unique_by=lambda b: b.name))
    persons = tuple(PersonFact(p, (), (Post("校长", draw(st.sampled_from(bodies)).name),)) for p in people)
    names = tuple(b.name for b in bodies)
    attending = tuple(Participant(p) for p in people)
    met = MeetingFact(
        DAY, hosts=("朝阳区",), visitors=names, participants=attending, evidence=Evidence(0, 7, "article")
    )
    published = draw(st.sampled_from((None, "2024-04-20", "2024-05-02")))
    meetings = (met,) if draw(st.booleans()) else ()
    return Facts("", "zh", None, published, persons, tuple(bodies), (CHAOYANG,), meetings)


class Sequences(RuleBasedStateMachine):
    """One store under test, one that is built from scratch when a sequence ends."""

    store: Store
    reference: Store
    judged = Bundle("judged")

    @initialize(said=st.lists(facts(), min_size=ARTICLES - 2, max_size=ARTICLES))
    def begin(self, said: list[Facts]) -> None:
        _empty(self.store)
        self.held: dict[int, Item] = {}
        self.load(list(enumerate(said)))

    @rule(batch=st.lists(st.tuples(st.integers(0, ARTICLES - 1), facts()), min_size=1, max_size=3))
    def load(self, batch: list[tuple[int, Facts]]) -> None:
        take_in(self.store, [(_article(number), said) for number, said in batch])
        self.held |= {number: (_article(number), said) for number, said in batch}

    @rule(number=st.integers(0, ARTICLES - 1))
    def remove(self, number: int) -> None:
        assert take_out(self.store, _article(number).id) == (number in self.held)
        self.held.pop(number, None)

    @rule(target=judged, number=st.integers(0, 10_000), verdict=verdicts, joined=st.booleans())
    def decide(self, number: int, verdict: Verdict, joined: bool) -> str | None:
        """About two persons, or now and then two bodies, that are there; what is refused changes nothing."""
        kind = "institution" if number % 5 == 0 else "person"
        there = {r.id: r.properties["entity"] for r in self.store.nodes("Record") if r.properties["kind"] == kind}
        pairs = list(combinations(sorted(there), 2))
        random = Random(number)
        wanted = [(a, b) for a, b in pairs if (there[a] == there[b]) is joined] or pairs
        if not wanted:
            return None
        left, right = random.choice(wanted)
        before = self.store.edition()
        try:
            return judge(self.store, left, right, verdict, user="li").judgement.id
        except (Contradiction, InvalidQuestion):
            assert self.store.edition() == before
            return None

    @rule(left=st.sampled_from(RECORDS), right=st.sampled_from(RECORDS), verdict=verdicts)
    def take(self, left: str, right: str, verdict: Verdict) -> None:
        """A judgement of elsewhere, on records that may be there or come later, or never."""
        if left != right:
            sides = f'"left": {{"record": "{left}"}}, "right": {{"record": "{right}"}}'
            told = f'"kind": "person", "user": "wang", "made": "2024-05-01T00:00:0{len(left + right) % 10}Z"'
            take_judgements(self.store, [parsed(f'{{"verdict": "{verdict}", {sides}, {told}}}', "x", "line 1")])

    @rule(judgement=consumes(judged))
    def undo(self, judgement: str | None) -> None:
        with suppress(Contradiction, NotFound):
            withdraw(self.store, judgement, user="li")

    def teardown(self) -> None:
        made = judgements(self.store)
        text = list(lines(made))
        items, random = list(self.held.values()), Random(len(text))
        random.shuffle(items)
        random.shuffle(text)
        _empty(self.reference)
        half = len(items) // 2
        take_in(self.reference, items[:half])
        take_judgements(self.reference, [parsed(line, "x", "line") for line in text])
        for item in items[half:]:
            take_in(self.reference, [item])
        assert content_hash(self.store) == content_hash(self.reference)
        self._check_judgements()
        self._check_ids()

    def _check_judgements(self) -> None:
        """Every judgement in force on persons holds; the tables may keep one on bodies from holding."""
        records = {r.id: r.properties for r in self.store.nodes("Record")}
        for judgement in in_force(judgements(self.store)):
            sides = [records.get(side.record) for side in (judgement.left, judgement.right)]
            if all(side and side["kind"] == "person" for side in sides) and judgement.verdict != "unsure":
                entities = {side["entity"] for side in sides if side}
                assert len(entities) == (1 if judgement.verdict == "same" else 2)

    def _check_ids(self) -> None:
        """Every id that there can have been is one in use, leads to one, or says that it is gone."""
        used = {node.id for label in ("Person", "Institution") for node in self.store.nodes(label)}
        for record in RECORDS:
            for kind in ("person", "institution"):
                id = entity_id(kind, record)
                try:
                    heir = successor(self.store, id)
                except Gone:
                    continue
                assert heir is None or heir in used or heir[0] != id[0]


def _empty(store: Store) -> None:
    gone = [(label, node.id) for label in NODES if label != "Edition" for node in store.nodes(label)]
    if gone:
        with store.write() as writer:
            writer.apply(Change(drop_nodes=gone))


@pytest.fixture
def reference(tmp_path: Path) -> Iterator[Store]:
    """A second store, embedded, in which each graph is built from scratch."""
    with open_store(tmp_path / "reference") as opened:
        yield opened


@pytest.mark.slow
def test_any_sequence_gives_the_graph_built_from_scratch(store: Store, reference: Store) -> None:
    machine = type("Sequences", (Sequences,), {"store": store, "reference": reference})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=SEQUENCES, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
