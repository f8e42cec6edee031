from itertools import permutations

from graph.identity.clusters import Exclusive, Judgement, Link, Verdict, clusters


def _records(names: str, **forms: str) -> dict[str, Exclusive]:
    return {n: Exclusive(f"article-{n}", frozenset(forms.get(n, "").split())) for n in names}


def _judged(left: str, right: str, verdict: Verdict, made: str = "2024-01-01T00:00:00Z") -> Judgement:
    return Judgement(made, f"j-{left}{right}{made}", left, right, verdict)


def test_links_join_in_any_order_to_the_same_clusters() -> None:
    links = [Link("a", "b", 3), Link("b", "c", 2), Link("d", "e", 2)]
    for order in permutations(links):
        assert clusters(_records("abcdef"), order) == [["a", "b", "c"], ["d", "e"], ["f"]]


def test_two_records_of_one_article_stay_apart() -> None:
    records = _records("ab") | {"c": Exclusive("article-a")}
    assert clusters(records, [Link("a", "b", 2), Link("b", "c", 3)]) == [["a"], ["b", "c"]]


def test_different_chinese_names_are_not_joined_through_a_pinyin_one() -> None:
    records = _records("abc", a="刘佳", c="刘嘉")
    assert clusters(records, [Link("a", "b", 3), Link("b", "c", 2)]) == [["a", "b"], ["c"]]


def test_different_blocks_whole_clusters() -> None:
    links = [Link("a", "b", 5), Link("c", "d", 5), Link("b", "c", 2)]
    assert clusters(_records("abcd"), links, [_judged("a", "d", "different")]) == [["a", "b"], ["c", "d"]]


def test_same_wins_over_every_rule() -> None:
    records = _records("abc", a="刘佳", c="刘嘉")
    assert clusters(records, [], [_judged("a", "c", "same")]) == [["a", "c"], ["b"]]


def test_unsure_decides_nothing() -> None:
    assert clusters(_records("ab"), [Link("a", "b", 2)], [_judged("a", "b", "unsure")]) == [["a", "b"]]


def test_the_latest_judgement_of_a_pair_counts() -> None:
    judgements = [
        _judged("a", "b", "same", "2024-02-01T00:00:00Z"),
        _judged("b", "a", "different", "2024-01-01T00:00:00Z"),
    ]
    assert clusters(_records("ab"), [], judgements) == [["a", "b"]]


def test_a_judgement_on_a_record_that_is_not_here_is_left_alone() -> None:
    assert clusters(_records("a"), [], [_judged("a", "gone", "same")]) == [["a"]]


def test_what_joined_a_cluster_is_told_once_for_each_join() -> None:
    judged = _judged("a", "d", "same")
    links = [Link("a", "b", 3, ("one post",)), Link("b", "c", 2), Link("a", "c", 1)]
    joins: list[Link | Judgement] = []
    assert clusters(_records("abcd"), links, [judged], joins) == [["a", "b", "c", "d"]]
    assert joins == [judged, *links[:2]]
