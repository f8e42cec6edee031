"""Whether what was seen and not taken is told, with the reason, where it stands."""

import pytest

from graph.article import Article
from loaders.extraction import extract


def seen(text: str, kind: str) -> set[tuple[str, str]]:
    return {(r.text, r.reason) for r in extract(Article("a.txt", f"校企合作交流\n\n{text}")).rejects if r.kind == kind}


@pytest.mark.parametrize(
    ("text", "text_seen", "reason"),
    [
        ("会上，吴书记介绍了园区的发展。", "吴书记", "no_full_name"),
        ("老一辈科学家钱学森、郭永怀，都在这里工作过。", "郭永怀", "no_evidence"),
    ],
)
def test_a_name_that_nothing_supports_is_told(text: str, text_seen: str, reason: str) -> None:
    assert (text_seen, reason) in seen(text, "person")


@pytest.mark.parametrize(
    "text", ["校长郭福会见来宾。", "吴小杰书记来访，吴书记介绍了园区。", "办公室主任参加会议。", "局长参加了活动。"]
)
def test_who_was_taken_and_what_is_no_name_is_not_among_them(text: str) -> None:
    assert seen(text, "person") == set()


def test_a_visit_with_one_side_is_told() -> None:
    text = "4月19日，代表团一行参观了展厅并座谈。"
    assert seen(text, "meeting") == {(text, "one_body")}


def test_a_visit_of_two_sides_is_none() -> None:
    assert seen("4月19日，北京信息科技大学校长郭福到访朝阳区，与区长吴小杰座谈。", "meeting") == set()


def test_an_office_that_nobody_acts_for_is_told() -> None:
    told = seen("北京信息科技大学校长郭福会见来宾，显示材料实验室的建设在有序推进。", "institution")
    assert ("显示材料实验室", "unit") in told
