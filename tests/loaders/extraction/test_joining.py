"""Articles in two languages: each part is read in its own, and what both tell is one fact."""

import pytest

from graph.article import Article
from graph.facts import AgreementFact, Facts, MeetingFact
from loaders.extraction import extract

CHINESE = """房山区代表团到访北京信息科技大学

3月12日，房山区委副书记、区长郭延红率队到访北京信息科技大学。校长郭福会见了代表团一行。北京清河光学仪器有限公司总经理赵刚参加座谈。

双方就共建传感器实验室、学生实习等进行了交流。座谈后，北京信息科技大学与房山区签署战略合作协议，郭福、郭延红代表双方签约。
"""
ENGLISH = """Delegation of Fangshan District Visits BISTU

On 12th March 2024, a delegation of Fangshan District headed by Mayor Guo Yanhong visited Beijing Information Science \
and Technology University. President Guo Fu of BISTU met with the delegation in the library.

Zhao Gang, General Manager of Beijing Qinghe Optical Instruments Co., Ltd., joined the talks. The two sides discussed \
a laboratory for sensors and the training of students.

After the talks, BISTU and Fangshan District signed a strategic cooperation agreement. Guo Fu and Guo Yanhong signed \
it on behalf of the two sides.
"""
ABSTRACT = """A delegation of Fangshan District headed by Mayor Guo Yanhong visited BISTU on 12th March 2024. \
President Guo Fu of BISTU met with the delegation, and the two sides talked about sensors and students.
"""
ELSEWHERE = """On 20th May 2024, Vice President Liu Jianhua of Nankai University visited Wuqing District. Mayor Qi \
Zhongwei of Wuqing District met with the guests, and the two sides talked about a park for new materials.
"""


def read(*pieces: str) -> Facts:
    text = "\n".join(pieces)
    facts = extract(Article("a.txt", text))
    told = [t for e in events(facts) for t in (e.evidence, *e.also) if t]
    told += [m for p in facts.persons for m in p.mentions] + [m for i in facts.institutions for m in i.mentions]
    assert all(text[t.start : t.end] == t.quote for t in told)
    return facts


def events(facts: Facts) -> tuple[MeetingFact | AgreementFact, ...]:
    return (*facts.meetings, *facts.agreements)


@pytest.mark.parametrize("pieces", [(CHINESE, ENGLISH), (ENGLISH, CHINESE)])
def test_a_release_and_its_translation_tell_one_meeting_with_two_sentences(pieces: tuple[str, str]) -> None:
    facts = read(*pieces)
    (meeting,), (agreement,) = facts.meetings, facts.agreements
    assert (meeting.hosts, meeting.visitors) == (("北京信息科技大学",), ("房山区",))
    assert [p.person for p in meeting.participants] == ["郭延红", "郭福", "赵刚"]
    assert meeting.date.edtf == agreement.date.edtf == "2024-03-12"  # the English part has the year
    assert [t.quote[:6] for t in (meeting.evidence, *meeting.also) if t] == ["3月12日，", "On 12t"]
    assert (agreement.status, agreement.parties) == ("signed", ("北京信息科技大学", "房山区"))
    assert len(agreement.also) == 1
    assert facts.title == pieces[0].partition("\n")[0]


def test_who_is_told_in_both_is_one_with_the_posts_and_mentions_of_both() -> None:
    facts = read(CHINESE, ENGLISH)
    assert {p.name: p.aliases for p in facts.persons} == {
        "郭延红": ("Guo Yanhong",),
        "郭福": ("Guo Fu",),
        "赵刚": ("Zhao Gang",),
    }
    president = next(p for p in facts.persons if p.name == "郭福")
    assert {r.title for r in president.roles} == {"校长", "President"}
    assert {m.quote for m in president.mentions} == {"郭福", "Guo Fu"}
    assert {i.known for i in facts.institutions} >= {"i-bistu"}
    firm = [i for i in facts.institutions if i.type == "company"]  # known to no table: its manager tells
    assert [(i.name, i.aliases) for i in firm] == [
        ("北京清河光学仪器有限公司", ("Beijing Qinghe Optical Instruments Co., Ltd",))
    ]


def test_paragraph_by_paragraph_is_read_as_one_after_the_other() -> None:
    pairs = zip(CHINESE.split("\n\n"), ENGLISH.split("\n\n"), strict=False)
    facts = read(*(f"{zh}\n\n{en}\n" for zh, en in pairs))
    (meeting,) = facts.meetings
    assert {p.person for p in meeting.participants} == {"郭延红", "郭福", "赵刚"}
    assert len(meeting.also) == 1


def test_an_abstract_tells_again_and_adds_nothing() -> None:
    alone, facts = read(CHINESE), read(CHINESE, ABSTRACT)
    assert [len(m.also) for m in facts.meetings] == [1]
    assert {p.name for p in facts.persons} == {p.name for p in alone.persons}
    assert [a.also for a in facts.agreements] == [()]


def test_what_only_one_part_tells_is_a_fact_of_its_own() -> None:
    facts = read(CHINESE, ELSEWHERE)
    assert [m.also for m in facts.meetings] == [(), ()]
    assert {"Nankai University", "北京信息科技大学"} <= {i.name for i in facts.institutions}
    assert {"Liu Jianhua", "Qi Zhongwei", "郭福"} <= {p.name for p in facts.persons}


def test_a_name_that_two_persons_could_bear_joins_neither() -> None:
    two = CHINESE.replace("总经理赵刚", "总经理赵刚、副总经理赵钢")
    assert {"赵刚", "赵钢", "Zhao Gang"} <= {p.name for p in read(two, ENGLISH).persons}


def test_each_part_is_rated_in_its_own_language() -> None:
    alone, facts = read(ELSEWHERE), read(CHINESE, ELSEWHERE)
    confidence = {p.name: p.confidence for p in facts.persons}
    assert all(confidence[p.name] == p.confidence for p in alone.persons)
