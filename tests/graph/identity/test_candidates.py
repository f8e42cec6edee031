from graph.article import Article
from graph.dates import event_date as day
from graph.facts import (
    AgreementFact,
    Facts,
    InstitutionFact,
    InstitutionType,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Status,
)
from graph.identity.candidates import candidates
from graph.identity.ledger import take_in
from graph.store import Change, Node, Store


def _take(store: Store, *said: tuple[str, str]) -> None:
    take_in(
        store,
        [
            (
                Article(f"{n}.txt", f"{n}", origin=f"/{n}.txt"),
                Facts(
                    "",
                    "zh",
                    persons=(PersonFact(name, (), (Post("教师", body),)),),
                    institutions=(InstitutionFact(body),),
                ),
            )
            for n, (name, body) in enumerate(said)
        ],
    )


def test_one_name_at_two_bodies_is_a_candidate_with_its_reason(store: Store) -> None:
    _take(store, ("何小兰", "北京信息科技大学"), ("何小兰", "河北工业大学"))
    [candidate] = candidates(store)
    assert candidate["a"] < candidate["b"]
    assert 0 < candidate["score"] < 1
    assert candidate["reasons"] == ["both are 何小兰", "nothing but the name says so"]


def test_joined_people_and_other_characters_are_no_candidates(store: Store) -> None:
    _take(store, ("何小兰", "北京信息科技大学"), ("何小兰", "北京信息科技大学"), ("贺晓岚", "河北工业大学"))
    assert candidates(store) == []


def test_the_likeliest_pair_comes_first(store: Store) -> None:
    _take(
        store,
        ("He Lanying", "BISTU"),
        ("何兰英", "北京信息科技大学"),
        ("何岚英", "北京信息科技大学"),
        ("何兰英", "河北工业大学"),
    )
    scores = [c["score"] for c in candidates(store)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2


def test_a_pair_that_was_judged_different_is_left_out(store: Store) -> None:
    _take(store, ("何小兰", "北京信息科技大学"), ("何小兰", "河北工业大学"))
    left, right = (str(row[0]) for row in store.cypher("MATCH (r:Record) WHERE r.kind = 'person' RETURN r.id").rows)
    judgement = {"id": "j-1", "left": left, "right": right, "verdict": "different", "made": "2024-05-01T00:00:00Z"}
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Judgement", judgement)]))
    assert candidates(store) == []


def _signed(status: Status) -> AgreementFact:
    return AgreementFact(status, day("2021-05-20"), ("北京信息科技大学", "河北工业大学"))


def test_a_signing_told_again_years_later_is_a_candidate(store: Store) -> None:
    release = Article("a.txt", "a", origin="/a.txt", published="2021-05-21")
    again = Article("b.txt", "b", origin="/b.txt", published="2024-01-08")
    told = [(release, Facts("", "zh", agreements=(_signed("signed"),)))]
    told += [(again, Facts("", "zh", agreements=(_signed("reported"),)))]
    take_in(store, told)
    [candidate] = candidates(store)
    assert {candidate["a"][:2], candidate["b"][:2]} == {"g-"}
    assert "both fell on 2021-05-20" in candidate["reasons"]


def _met(n: int, *people: str, body: str, lang: str = "en") -> tuple[Article, Facts]:
    """A meeting of ``people`` of ``body`` with BISTU."""
    sort: InstitutionType = "university"
    met = MeetingFact(
        day("2024-04-19"), hosts=("BISTU",), visitors=(body,), participants=tuple(map(Participant, people))
    )
    facts = Facts(
        "",
        "zh" if lang == "zh" else "en",
        persons=tuple(map(PersonFact, people)),
        institutions=(InstitutionFact("BISTU", (), sort), InstitutionFact(body, (), sort)),
        meetings=(met,),
    )
    return Article(f"{n}.txt", f"{n}", origin=f"/{n}.txt"), facts


def test_a_mistyped_name_at_one_meeting_is_a_candidate(store: Store) -> None:
    for n, name in enumerate(("Jukka Saksanen", "Juka Saksanen", "Pekka Virtanen")):
        take_in(store, [_met(n, name, body="Nankai University")])
    [found] = [c for c in candidates(store) if c["a"].startswith("p-")]
    assert found["reasons"][1] == "both met one party on one day"
    assert {"Jukka", "Juka"} <= {*found["reasons"][0].split()}


def test_a_mistyped_character_at_one_meeting_is_a_candidate(store: Store) -> None:
    for n, name in enumerate(("陶明德", "陶明得", "何小兰")):
        take_in(store, [_met(n, name, body="Nankai University", lang="zh")])
    [found] = [c for c in candidates(store) if c["a"].startswith("p-")]
    assert found["reasons"][0] in (
        "陶明德 and 陶明得 are nearly one spelling",
        "陶明得 and 陶明德 are nearly one spelling",
    )


def test_an_unknown_body_of_each_language_at_one_meeting_is_a_candidate(store: Store) -> None:
    take_in(
        store, [_met(1, "Jukka Saksanen", body="Rauma Polytechnic"), _met(2, "何小兰", body="劳马理工学院", lang="zh")]
    )
    [found] = [c for c in candidates(store) if c["a"].startswith("i-")]
    assert found["reasons"][1] == "both dealt with one party on one day"
