"""Value by value: what comes back of an export is what was there, but for the losses that docs/exports.md lists."""

from collections import Counter
from pathlib import Path

import pytest

from graph.article import Article
from graph.dates import event_date
from graph.exports import Contents, Options, export, saved
from graph.facts import AgreementFact, Evidence, Facts, InstitutionFact, MeetingFact, Participant, PersonFact, Post
from graph.schema import EDGES, NODES
from graph.store import Edge, Store
from graph.stores import open_store
from graph.vocabulary import ExportFormat
from loaders.pipeline import Summary, load, take
from tests.graph.exports.hostile import NAMES
from tests.graph.exports.two_languages import BOTH

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
LABELS = ("Person", "Institution", "District", "Meeting", "Agreement", "Article")
FILES: dict[ExportFormat, str] = {"jsonld": "graph.jsonld", "ftm": "graph.ftm.json"}
ALWAYS = {"id", "source", "record"}
"""Ids follow from articles; where an article came from is the register now."""
NO_TEXTS = {"text", "sha256", "start", "end"}
NOT_IN_FTM = {"confidence", "code", "extractor", "basis", "size", "for", "start", "end"}
OF_TYPE = {"HOLDS": {"earliest", "latest"}}
"""A register shows one sentence of a post, and its time is that of the articles that are seen to have it."""
LOST: dict[tuple[ExportFormat, bool], set[str]] = {
    ("jsonld", True): ALWAYS,
    ("jsonld", False): ALWAYS | NO_TEXTS,
    ("ftm", True): ALWAYS | NOT_IN_FTM,
    ("ftm", False): ALWAYS | NOT_IN_FTM | NO_TEXTS,
}


def values(store: Store, lost: set[str]) -> dict[str, Counter[str]]:
    """All that the graph tells but the properties ``lost``, by label and type; a node is named by what it tells."""
    told: dict[str, str] = {}
    found: dict[str, Counter[str]] = {}
    for label in LABELS:
        columns = [column for column in NODES[label].columns if column not in lost]
        rows = {node.id: repr([node.properties.get(column) for column in columns]) for node in store.nodes(label)}
        told |= {id: f"{label} {row}" for id, row in rows.items()}
        found[label] = Counter(rows.values())
    for type, edge_type in EDGES.items():
        if any(label not in LABELS for pair in edge_type.pairs for label in pair):
            continue
        columns = [column for column in edge_type.columns if column not in lost | OF_TYPE.get(type, set())]
        found[type] = Counter(
            repr([*_ends(told, edge), *(told.get(str(v), v) for v in map(edge.properties.get, columns))])
            for edge in store.edges(type)
        )
    if "start" in lost:
        del found["MENTIONED_IN"]  # a name that is looked for may first stand within another
    return found


def _ends(told: dict[str, str], edge: Edge) -> list[str]:
    ends = [told[edge.source[1]], told[edge.target[1]]]
    # Between two of a kind these begin at the smaller id, which follows from articles too.
    return sorted(ends) if edge.type in ("MET", "SIGNED_AGREEMENT") else ends


def there_and_back(before: Store, format: ExportFormat, folder: Path, *, texts: bool) -> None:
    """Fails where the graph that is made of an export is another one, and tells by what."""
    path = folder / FILES[format]
    saved((data for _, data in export(Contents(before), format, Options(texts=texts))), path)
    with open_store(folder / "other.lbug") as after:
        assert load(after, [path]).unusable == []
        lost = LOST[format, texts]
        old, new = values(before, lost), values(after, lost)
    assert {name: (old[name] - new[name], new[name] - old[name]) for name in old if old[name] != new[name]} == {}


@pytest.mark.parametrize(("format", "texts"), LOST)
def test_the_samples_come_back(samples_file: Path, tmp_path: Path, format: ExportFormat, texts: bool) -> None:
    with open_store(samples_file, read_only=True) as before:
        there_and_back(before, format, tmp_path, texts=texts)


def hostile(read: Article) -> Facts:
    """A meeting of persons whose names, titles and bodies are values that break writers."""
    text, at = read.text, 0
    people, bodies, parts = [], [], []
    for number, name in enumerate(name for name in NAMES if name and name.strip()):
        start = text.index(f"{number}:{name}\n", at) + len(f"{number}:")
        at = start + len(name)
        seen = Evidence(start, at, name)
        body = f"Institute {number} {name}"
        people.append(PersonFact(f"{name} {number}", (), (Post(name, body, evidence=seen),), (seen,)))
        bodies.append(InstitutionFact(body, (), "company", mentions=(seen,)))
        parts.append(Participant(f"{name} {number}", "attendee", "host", title=name, evidence=seen))
    meeting = MeetingFact(
        date=event_date("2024-04-19"),
        place=NAMES[30],
        hosts=tuple(body.name for body in bodies),
        participants=tuple(parts),
        evidence=Evidence(0, 2, text[:2]),
    )
    agreement = AgreementFact(
        "intended",
        date=event_date("XXXX-04-19"),
        parties=(bodies[0].name, bodies[1].name),
        subject=NAMES[35],
        kind='=joint laboratory, \u2028"other"',
        evidence=Evidence(0, 2, text[:2]),
    )
    return Facts("a", "en", "x", None, tuple(people), tuple(bodies), meetings=(meeting,), agreements=(agreement,))


@pytest.mark.parametrize(("format", "texts"), LOST)
def test_what_an_article_tells_in_two_languages_comes_back_with_both_sentences(
    tmp_path: Path, format: ExportFormat, texts: bool
) -> None:
    (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
    with open_store(tmp_path / "graph.lbug") as before:
        load(before, [tmp_path / "both.txt"])
        assert [sum(1 for _ in before.nodes(label)) for label in ("Meeting", "Agreement")] == [1, 1]
        assert sum(1 for _ in before.edges("REPORTED_IN")) == 4
        there_and_back(before, format, tmp_path, texts=texts)
    with open_store(tmp_path / "other.lbug", read_only=True) as after:
        shown = [e.properties["quote"] for e in after.edges("REPORTED_IN") if " " not in str(e.properties["record"])]
    assert len(shown) == 2
    assert all(str(quote)[0] in "座3" for quote in shown)  # that of the language of the article is the first


@pytest.mark.parametrize(("format", "texts"), LOST)
def test_values_that_break_writers_come_back(tmp_path: Path, format: ExportFormat, texts: bool) -> None:
    names = [name for name in NAMES if name and name.strip()]
    text = "".join(f"{number}:{name}\n" for number, name in enumerate(names))
    with open_store(tmp_path / "graph.lbug") as before:
        article = Article("article", text, None, '"=1+1"\x00', "2024-04-20", "article")
        take(before, [(article, hostile(article))], Summary())
        assert sum(1 for _ in before.nodes("Person")) > 30
        there_and_back(before, format, tmp_path, texts=texts)
