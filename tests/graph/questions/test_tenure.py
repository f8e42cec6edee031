from graph.article import Article
from graph.facts import Facts, InstitutionFact, PersonFact, Post
from graph.identity.ledger import take_in
from graph.questions import find, timeline
from graph.questions.answers import Moment
from graph.store import Store

BISTU = "北京信息科技大学"


def _told(store: Store, *said: tuple[str, str, str, str]) -> None:
    """Articles that name a person with a title at a body on a day."""
    articles = []
    for n, (name, title, body, day) in enumerate(said):
        facts = Facts(
            "",
            "zh",
            None,
            day,
            (PersonFact(name, (), (Post(title, body),)),),
            (InstitutionFact(body, (), "university"),),
        )
        articles.append((Article(f"{n}.txt", f"{n} {name}", origin=f"/{n}.txt"), facts))
    take_in(store, articles)


def _posts(store: Store, name: str) -> list[Moment]:
    return [m for m in timeline(store, find(store, name).id).items if m.kind == "post"]


def test_presidents_follow_each_other_as_articles_attest_them(store: Store) -> None:
    _told(
        store,
        ("何小兰", "校长", BISTU, "2016-03-01"),
        ("何小兰", "校长", BISTU, "2017-09-01"),
        ("陶明德", "校长", BISTU, "2018-04-01"),
        ("Xie Jiangling", "President", "BISTU", "2023-05-01"),
        ("孙立人", "副校长", BISTU, "2017-05-01"),
        ("周文远", "党委书记", BISTU, "2017-05-01"),
        ("钱学礼", "校长", "河北工业大学", "2017-05-01"),
    )
    [post] = _posts(store, "陶明德")
    assert [p.name for p in post.predecessors] == ["何小兰"]
    assert [p.name for p in post.successors] == ["Xie Jiangling"]
    [deputy] = _posts(store, "孙立人")
    assert deputy.predecessors == deputy.successors == ()


def test_holders_whose_times_overlap_do_not_follow_each_other(store: Store) -> None:
    _told(
        store,
        ("何小兰", "校长", BISTU, "2016-03-01"),
        ("何小兰", "校长", BISTU, "2019-03-01"),
        ("陶明德", "校长", BISTU, "2018-04-01"),
    )
    [post] = _posts(store, "陶明德")
    assert post.predecessors == post.successors == ()


def test_a_gap_of_more_than_two_years_is_told(store: Store) -> None:
    days = ("2014-01-10", "2015-06-01", "2019-02-01", "2020-02-01")
    _told(store, *(("何小兰", "校长", BISTU, day) for day in days))
    [post] = _posts(store, "何小兰")
    assert (post.earliest, post.latest) == ("2014-01-10", "2020-02-01")
    assert post.gaps == ("2015-06-01/2019-02-01",)
