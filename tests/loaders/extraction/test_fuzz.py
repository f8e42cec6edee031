"""Any text at all goes through cleaning and extraction: nothing breaks, and what comes out is consistent."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.article import Article
from graph.dates import bounds
from graph.facts import Evidence, Facts
from graph.facts_json import from_json, to_json
from loaders.extraction import extract
from loaders.extraction.reasons import REASONS
from loaders.reading import read

SAMPLES = Path(str(files("loaders"))) / "samples"
CHINESE = """北京信息科技大学 海淀区 朝阳区区长 吴小杰 校长郭福 会见 一行 与 双方签署协议 4月19日 2024年13月40日
我校 区委 分别 代表 （ 《 “ ”"""
ENGLISH = """President|Guo Fu|of|Haidian District|and|met with|signed|an agreement|on|4th March 2024|Feb. 30
|(BISTU)|Ltd.|Zhang|a delegation of"""
PIECES = (*CHINESE.split(), *(piece.strip() for piece in ENGLISH.split("|")))
ODD = "\x00\x07\x1b\x85\xa0\xad\u0301\u200b\u202e\u2028\u3000\ufeff\ufffd\ud800\udfff\U0001f600\U00020000ŉﬁ①㈱“\t\r\n"
RUNS = (*PIECES, *ODD, *"aA大(、 ", "Li ", "——")
DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "no spaces": lambda text: text.replace(" ", ""),
    "spaces": lambda text: " ".join(text),
    "upper case": str.upper,
    "wide": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "read as Latin": lambda text: text.encode("utf-8", "surrogatepass").decode("latin-1"),
    "read as GBK": lambda text: text.encode("utf-8", "surrogatepass").decode("gbk", "replace"),
    "entities": lambda text: "".join(f"&#{ord(c)};" if c > "~" else c for c in text),
    "one line": lambda text: re.sub(r"\s+", " ", text),
    "reversed": lambda text: text[::-1],
}


def sample_texts(lang: str) -> list[str]:
    return [item.text for item in read([SAMPLES / lang]) if isinstance(item, Article)]


@cache
def sentences() -> list[str]:
    """Those of the samples, each with its end."""
    return [s for lang in ("zh", "en") for t in sample_texts(lang) for s in re.findall(r"[^。.\n]+[。.\n]?", t)]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences in any order, mixed with names, symbols, controls and long runs, then damaged as a whole."""
    part = st.one_of(
        st.sampled_from(sentences()),
        st.sampled_from(PIECES),
        st.text(max_size=20),
        st.text(st.sampled_from(ODD), max_size=5),
        st.builds(str.__mul__, st.sampled_from(RUNS), st.integers(2, 300)),
    )
    whole = draw(st.sampled_from(["", " ", "\n", "\n\n", ",", "、"])).join(draw(st.lists(part, max_size=12)))
    damaged = DAMAGES[draw(st.sampled_from(sorted(DAMAGES)))](whole)
    cut = draw(st.integers(0, len(damaged)))
    return "".join((damaged[:cut], draw(st.sampled_from(["", *ODD])), damaged[cut + draw(st.integers(0, 3)) :]))


def articles() -> st.SearchStrategy[Article]:
    return st.builds(
        Article,
        st.just("a.txt"),
        texts(),
        url=st.sampled_from([None, "https://www.bistu.edu.cn/202404/t20240419_1.html", "http://[", "https://bit.edu.cn/"]),
        published=st.sampled_from([None, "2024-04-20", "2024-04"]),
    )  # fmt: skip


def evidences(value: object) -> Iterator[Evidence]:
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from evidences(item)
    else:
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from evidences(getattr(value, name))


def hold(article: Article, facts: Facts) -> None:
    """What is true of the facts of any article."""
    raw = article.text
    assert [e for e in evidences(facts) if not 0 <= e.start < e.end or raw[e.start : e.end] != e.quote] == []
    told = [r for r in facts.rejects if r.reason != "dangling"]
    assert [r for r in told if raw[r.start : r.end] != r.text] == []
    assert {r.reason for r in facts.rejects} <= REASONS.keys()

    people = {p.name for p in facts.persons}
    bodies = {i.name for i in facts.institutions} | {d.name for d in facts.districts}
    assert {p.institution for person in facts.persons for p in person.roles if p.institution} <= bodies
    assert {n for i in facts.institutions for n in (i.parent, i.district) if n} <= bodies
    assert {n for m in facts.meetings for n in (*m.hosts, *m.visitors, *m.institutions)} <= bodies
    assert {p.person for m in facts.meetings for p in m.participants} <= people
    assert {n for a in facts.agreements for n in a.parties} <= bodies
    assert {s.party for a in facts.agreements for s in a.signatories if s.party} <= bodies
    assert {s.person for a in facts.agreements for s in a.signatories} <= people

    dates = [*(m.date.edtf for m in facts.meetings), *(a.date.edtf for a in facts.agreements), facts.published]
    for date in filter(None, dates):
        bounds(date)
    written = to_json(facts)
    assert json.dumps(written)
    assert from_json(written) == facts


@given(articles())
@settings(max_examples=120, derandomize=True, suppress_health_check=list(HealthCheck))
def test_whatever_the_text_nothing_breaks_and_the_facts_are_consistent(article: Article) -> None:
    hold(article, extract(article))


BREAKERS = [
    "工程学院长赵博",
    "工程学院长赵博" * 200,
    "来访的是校长",
    f"O{'>' * 100} Novemb.",  # as mails quote mails: a pattern that tried every division of the marks
    f"Home{' > News' * 40} November 2022, he met them.",
    "2022年11月7日至3日，北京理工大学校长姜澜会见固安县县长王某一行。",
    "On 7-3 November 2022, Guo Fu, President of BISTU, met with Wu Xiaojie, head of Chaoyang District.",
]


@pytest.mark.parametrize("text", BREAKERS, ids=range(len(BREAKERS)))
def test_what_broke_it_once_breaks_it_no_more(text: str) -> None:
    article = Article("a.txt", text)
    hold(article, extract(article))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_the_samples_hold_under_every_damage(lang: str, damage: str) -> None:
    for text in sample_texts(lang):
        article = Article("a.txt", DAMAGES[damage](text))
        hold(article, extract(article))


def calls(text: str) -> int:
    """How many calls of functions it takes to extract ``text``: the same on every machine."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract(Article("a.txt", text))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_work_grows_as_the_text_does(lang: str) -> None:
    # Counts calls and no time: what a single regular expression does inside stays unseen.
    text = "\n".join(sample_texts(lang)[:4])
    calls(text)  # reads the lexicons
    once, often = calls(text), calls("\n".join([text] * 8))
    assert often < 8 * 1.5 * once


@pytest.mark.parametrize(
    "piece", [*BREAKERS[:1], "双方签署协议", "校长郭福", "met with Li Min ", "北京大学、", "(", "a\n"]
)
def test_work_grows_as_a_text_without_an_end_does(piece: str) -> None:
    length = 4000 // len(piece)
    calls(piece)  # reads the lexicons
    assert calls(piece * length * 4) < 4 * 1.5 * calls(piece * length)
