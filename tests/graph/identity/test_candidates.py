from graph.article import Article
from graph.dates import event_date as day
from graph.facts import AgreementFact, Facts, InstitutionFact, PersonFact, Post, Status
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
