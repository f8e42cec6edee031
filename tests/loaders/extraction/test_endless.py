"""A text without a full stop is read in pieces: work per piece is bounded, and what stands before the cut is found."""

from itertools import pairwise

import pytest

from graph.article import Article
from loaders.extraction import extract
from loaders.extraction.chinese import sentences as chinese
from loaders.extraction.document import read_document
from loaders.extraction.english import reading as english
from loaders.extraction.english.skeleton import LONGEST

CHINESE = "4月19日,北京信息科技大学校长郭福会见了来访的朝阳区区长吴小杰一行"
ENGLISH = "On 4 March 2024, President Guo Fu of BISTU met with Mayor Wu Xiaojie of Chaoyang District"


def test_a_chinese_sentence_is_cut_and_nothing_is_lost() -> None:
    document = read_document(Article("a.txt", "来访\n\n" + "双方座谈" * 2000))
    text = chinese.readable(document)
    body = [s for s in chinese.sentences(document, text) if s.zone == "body"]
    assert len(body) > 1
    assert max(s.end - s.start for s in body) == chinese.LONGEST
    assert all(a.end == b.start for a, b in pairwise(body))


def test_an_english_sentence_is_cut_between_mentions() -> None:
    document = read_document(Article("a.txt", "Guests\n\n" + "they met with Li Min of BISTU and " * 400))
    body = [s for s in english.read(document).sentences if s.zone == "body"]
    assert len(body) > 1
    assert max(s.end - s.start for s in body) <= LONGEST
    assert all(s.start <= m.start and m.end <= s.end for s in body for m in s.mentions)


@pytest.mark.parametrize(("text", "more"), [(CHINESE, "、大家一起"), (ENGLISH, " and then they went on")])
def test_what_stands_before_the_cut_is_found(text: str, more: str) -> None:
    [meeting] = extract(Article("a.txt", text + more * 2000)).meetings
    assert meeting.hosts
    assert meeting.visitors
