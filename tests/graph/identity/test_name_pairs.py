"""Names alone, by the two thousand pairs of our own generator and by pairs that others wrote for a name comparer."""

import csv
from pathlib import Path

import pytest

from benchmarks.chinese_names import NamePair, chinese_pairs
from graph.facts import PersonFact
from graph.identity.name_likeness import SAME, SURE, name_likeness
from graph.identity.person_evidence import Outcome, assess
from graph.identity.person_keys import person_keys
from graph.identity.records import Anchor, PersonContext, Record

OTHERS = Path(__file__).resolve().parents[4] / "shared" / "external" / "name_pairs" / "cases.csv"


def _record(name: str, body: str | None) -> Record:
    context = PersonContext(person_keys([name]), anchors=(Anchor(body),) if body else ())
    return Record(f"r-{name}", "person", f"a-{name}", "zh", None, PersonFact(name), context)


def _outcome(pair: NamePair, body: str | None = None) -> Outcome:
    return assess(_record(pair.left, body), _record(pair.right, body)).outcome


def test_spellings_of_a_chinese_name_are_candidates_and_nothing_merges_by_name() -> None:
    pairs = chinese_pairs()
    spellings = [p for p in pairs if p.same]
    missed = [p for p in spellings if _outcome(p) == "distinct"]
    assert len(pairs) == 2000
    assert len(missed) / len(spellings) <= 0.02, missed
    assert [p for p in pairs if _outcome(p) == "merge"] == []


def test_homophones_and_other_syllables_stay_distinct_at_one_body_too() -> None:
    others = [p for p in chinese_pairs() if not p.same and p.sort != "tone"]
    assert len(others) > 800
    assert [p for p in others if _outcome(p, "i-bistu") != "distinct"] == []


@pytest.mark.shared
@pytest.mark.skipif(not OTHERS.is_file(), reason=f"{OTHERS} is not here: it belongs to another project")
def test_pairs_that_others_wrote_are_told_apart_by_name_alone() -> None:
    with OTHERS.open(encoding="utf-8", newline="") as lines:
        cases = list(csv.DictReader(lines))
    scored = [
        (
            name_likeness(c["name1"], c["name2"], "person" if c["schema"] == "Person" else "body"),
            c["is_match"] == "true",
        )
        for c in cases
    ]
    precision, recall = _rates(scored, SAME)
    f1 = 2 * precision * recall / (precision + recall)
    sure, _ = _rates(scored, SURE)
    print(f"\n{len(cases)} pairs: F1 {f1:.3f} at {SAME}, precision {sure:.3f} at {SURE}")
    assert f1 >= 0.82
    assert sure >= 0.95


def _rates(scored: list[tuple[float, bool]], threshold: float) -> tuple[float, float]:
    taken = [same for likeness, same in scored if likeness >= threshold]
    return sum(taken) / len(taken), sum(taken) / sum(same for _, same in scored)
