"""Whether what the text tells less surely has less confidence, in the facts of whole articles."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from graph.article import Article
from graph.facts import AgreementFact, Facts, MeetingFact
from loaders.extraction import extract
from loaders.extraction.confidence import explained, rated
from loaders.extraction.confidence.weights import LEAST, MOST, weights
from loaders.extraction.document import read_document
from loaders.reading import read

SAMPLES = Path(str(files("loaders"))) / "samples"


@pytest.fixture(scope="module")
def samples() -> list[Facts]:
    return [extract(item) for item in read([SAMPLES]) if isinstance(item, Article)]


def events(samples: list[Facts]) -> list[MeetingFact | AgreementFact]:
    return [*(m for f in samples for m in f.meetings), *(a for f in samples for a in f.agreements)]


def shares(event: MeetingFact | AgreementFact) -> list[float]:
    people = event.participants if isinstance(event, MeetingFact) else event.signatories
    dated = [event.date_confidence] if event.date.edtf else []
    return [*dated, *(p.confidence for p in people), *(share for _, share in event.body_confidence)]


def test_every_fact_has_a_confidence_between_the_bounds(samples: list[Facts]) -> None:
    told = [p.confidence for f in samples for p in f.persons] + [i.confidence for f in samples for i in f.institutions]
    told += [d.confidence for f in samples for d in f.districts] + [e.confidence for e in events(samples)]
    assert len(told) > 20
    assert all(LEAST <= c <= MOST for c in told)


def test_what_leans_on_another_fact_is_no_surer_than_that(samples: list[Facts]) -> None:
    posts = [(post.confidence, person.confidence) for f in samples for person in f.persons for post in person.roles]
    parts = [(part, event.confidence) for event in events(samples) for part in shares(event)]
    assert posts
    assert parts
    assert [pair for pair in (*posts, *parts) if pair[0] > pair[1]] == []


def test_every_body_of_an_event_has_a_confidence(samples: list[Facts]) -> None:
    for facts in samples:
        for meeting in facts.meetings:
            assert {*meeting.hosts, *meeting.visitors, *meeting.institutions} == {n for n, _ in meeting.body_confidence}
        for agreement in facts.agreements:
            assert set(agreement.parties) == {name for name, _ in agreement.body_confidence}


def test_rating_again_changes_nothing() -> None:
    article = Article(
        "a.txt", "Visit\n\nOn 4 March 2024, President Guo Fu of BISTU met with Dean Li Mi of Peking University."
    )
    document, facts = read_document(article), extract(article)
    assert rated(document, facts) == facts


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("校长郭福会见来宾。北京信息科技大学校长郭福出席。", "校长郭福会见来宾。"),
        ("President Guo Fu of BISTU met with Dean Li Mi of Peking University.", "President Guo Fu met Dean Li Mi."),
    ],
    ids=["zh", "en"],
)
def test_a_post_at_a_body_that_the_text_names_is_surer(surer: str, less_sure: str) -> None:
    def of_guo_fu(text: str) -> float:
        facts = extract(Article("a.txt", f"今日要闻\n\n{text}" if text[0] > "z" else f"News\n\n{text}"))
        (person,) = (p for p in facts.persons if p.name in ("郭福", "Guo Fu"))
        return max(post.confidence for post in person.roles)

    assert of_guo_fu(surer) > of_guo_fu(less_sure)


def test_what_speaks_against_a_fact_is_told_the_heaviest_first() -> None:
    article = Article("a.txt", "News\n\nOn 4 March 2024, President Guo Fu met with Dean Li Mi of Peking University.")
    facts = extract(article)
    told = {(why.kind, why.fact): why for why in explained(read_document(article), facts)}
    assert (
        "inferred" in told["post", "Guo Fu: President"].doubts or "no_body" in told["post", "Guo Fu: President"].doubts
    )
    for (kind, _), why in told.items():
        heaviness = [weights()[kind].doubts[d] for d in why.doubts]
        assert heaviness == sorted(heaviness, reverse=True)
    (person,) = (p for p in facts.persons if p.name == "Li Mi")
    assert told["person", "Li Mi"].confidence == person.confidence


def test_an_agreement_without_named_parties_is_less_sure() -> None:
    text = "On 4 March 2024, BISTU and Peking University signed a cooperation agreement."
    article = Article("a.txt", f"Signing\n\n{text}")
    (agreement,) = extract(article).agreements
    facts = replace(extract(article), agreements=(replace(agreement, parties=(), subject=None),))
    assert rated(read_document(article), facts).agreements[0].confidence < agreement.confidence
