"""What was exported comes back, and registers of others come in; through files, as they do in use."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.exports import Contents, Options, export, saved
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact, Post
from graph.identity.ledger import take_out
from graph.store import Store
from graph.stores import open_store
from graph.vocabulary import ExportFormat
from loaders.pipeline import load
from loaders.reading import read

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
NAMES: dict[ExportFormat, str] = {"jsonld": "graph.jsonld", "ftm": "graph.ftm.json"}


def exported(store: Store, format: ExportFormat, folder: Path, *, texts: bool) -> Path:
    path = folder / NAMES[format]
    saved((data for _, data in export(Contents(store), format, Options(texts=texts))), path)
    return path


def called(store: Store) -> Counter[tuple[str, str]]:
    labels = ("Person", "Institution", "District")
    return Counter((label, str(node.properties["name"])) for label in labels for node in store.nodes(label))


def number(store: Store, type: str) -> int:
    return sum(1 for _ in store.edges(type))


@pytest.mark.parametrize("texts", [True, False], ids=["with texts", "quotes alone"])
def test_json_ld_gives_the_graph_back(samples_file: Path, tmp_path: Path, texts: bool) -> None:
    with open_store(samples_file, read_only=True) as before, open_store(tmp_path / "other.lbug") as after:
        path = exported(before, "jsonld", tmp_path, texts=texts)
        summary = load(after, [path])
        assert summary.unusable == []
        assert called(after) == called(before)
        for type in ("MET", "SIGNED_AGREEMENT", "ATTENDED", "TOOK_PART", "SIGNED", "PARTY_TO", "HOLDS", "REPORTED_IN"):
            assert number(after, type) == number(before, type), type
        quotes = [Counter(str(e.properties["quote"]) for e in s.edges("REPORTED_IN")) for s in (before, after)]
        assert quotes[0] == quotes[1]
        if texts:
            for label in ("Meeting", "Agreement"):
                assert list(after.nodes(label)) == list(before.nodes(label))


@pytest.mark.parametrize("format", NAMES)
def test_an_import_is_idempotent_and_can_be_removed(samples_file: Path, tmp_path: Path, format: ExportFormat) -> None:
    with open_store(samples_file, read_only=True) as before, open_store(tmp_path / "other.lbug") as after:
        path = exported(before, format, tmp_path, texts=False)
        first = load(after, [path])
        assert first.outcomes["added"] == first.articles > 20
        again = load(after, [path])
        assert again.outcomes["unchanged"] == again.articles == first.articles
        for article in [node.id for node in after.nodes("Article")]:
            take_out(after, article)
        assert called(after) == Counter()


def test_an_import_without_texts_leaves_the_articles_themselves_alone(samples_file: Path, tmp_path: Path) -> None:
    with open_store(samples_file, read_only=True) as store:
        path = exported(store, "jsonld", tmp_path, texts=False)
    with open_store(tmp_path / "same.lbug") as store:
        load(store, [SAMPLES])
        before = {node.id: node.properties["text"] for node in store.nodes("Article")}
        load(store, [path])
        after = {node.id: node.properties["text"] for node in store.nodes("Article")}
    assert before.items() <= after.items()


def test_every_quote_stands_in_its_article(samples_file: Path, tmp_path: Path) -> None:
    with open_store(samples_file, read_only=True) as store:
        paths = [exported(store, format, tmp_path, texts=False) for format in NAMES]
    items = list(read(paths))
    assert len(items) > 40
    for item in items:
        assert isinstance(item, tuple)
        article, facts = item
        posts = [role for person in facts.persons for role in person.roles]
        named: list[PersonFact | InstitutionFact | DistrictFact] = [
            *facts.persons,
            *facts.institutions,
            *facts.districts,
        ]
        told: list[Post | MeetingFact | AgreementFact] = [*posts, *facts.meetings, *facts.agreements]
        evidence = [*(m for e in named for m in e.mentions), *(e.evidence for e in told)]
        assert evidence
        for each in filter(None, evidence):
            assert article.text[each.start : each.end] == each.quote


def lines(tmp_path: Path, *entities: dict[str, Any] | str) -> list[tuple[Any, Facts] | InputError]:
    path = tmp_path / "register.ftm.json"
    texts = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in entities)
    path.write_text("\n".join(texts), encoding="utf-8")
    return list(read([path]))  # type: ignore[arg-type]


def entity(id: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {"id": id, "schema": schema, "properties": properties}


def test_a_register_of_others_tells_posts_and_says_that_no_sentence_does(tmp_path: Path) -> None:
    found = lines(
        tmp_path,
        entity("q1", "Person", name=["林月"], alias=["Lin Yue"]),
        entity("q2", "Company", name=["青禾科技有限公司"]),
        entity("q3", "Occupancy", holder=["q1"], post=["q4"]),
        entity("q4", "Position", name=["董事长"], organization=["q2"]),
    )
    assert len(found) == 1
    assert isinstance(found[0], tuple)
    article, facts = found[0]
    assert article.title == "Entry of a register, without a source sentence"
    (person,) = facts.persons
    assert (person.name, person.aliases) == ("林月", ("Lin Yue",))
    (post,) = person.roles
    assert (post.title, post.institution) == ("董事长", "青禾科技有限公司")
    assert post.evidence is not None
    assert post.evidence.quote.startswith("Entry of a register, without a source sentence: ")
    assert facts.institutions[0].type == "company"


def test_what_cannot_be_taken_is_told_and_the_rest_is_taken(tmp_path: Path) -> None:
    found = lines(
        tmp_path,
        "{broken",
        '{"id": "x"}',
        entity("v1", "Vessel", name=["Star"]),
        entity("v2", "Vessel", name=["Moon"]),
        entity("q1", "Person", name=["林月"]),
        entity("q3", "Employment", employee=["q1"], employer=["nowhere"], role=["chair"]),
    )
    told = [str(each).removeprefix(str(tmp_path)) for each in found if isinstance(each, InputError)]
    assert told == [
        "/register.ftm.json, q1: nowhere is referred to and not in the register",
        "/register.ftm.json, line 2: an entity has id, schema and properties",
        "/register.ftm.json, line 1: not JSON: Expecting property name enclosed in double quotes",
        "/register.ftm.json: 2 of Vessel: nothing that the graph holds",
    ]
    facts = [each[1] for each in found if isinstance(each, tuple)]
    assert [person.name for one in facts for person in one.persons] == ["林月"]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("[]", "no JSON-LD document with a @graph"),
        ('{"@context": "https://schema.org", "@graph": []}', "its @context is not that of /v1/context.jsonld"),
        ("{", "not JSON"),
    ],
)
def test_json_ld_in_other_words_is_refused_with_the_reason(tmp_path: Path, document: str, reason: str) -> None:
    path = tmp_path / "other.jsonld"
    path.write_text(document, encoding="utf-8")
    (found,) = read([path])
    assert isinstance(found, InputError)
    assert found.reason.startswith(reason)


def test_two_of_one_name_in_one_article_are_told_apart_or_told_of(tmp_path: Path) -> None:
    found = lines(
        tmp_path,
        entity("a1", "Article", title=["A visit"], bodyText=["林月 met 林月."]),
        entity("q1", "Person", name=["林月"]),
        entity("q2", "Person", name=["林月"]),
        entity("m1", "Mention", document=["a1"], resolved=["q1"], name=["林月"]),
        entity("m2", "Mention", document=["a1"], resolved=["q2"], name=["林月"]),
    )
    (problem,) = [each for each in found if isinstance(each, InputError)]
    assert str(problem).endswith("a1: q2 has no name that nobody else in the article has; left out of it")


def test_a_folder_of_articles_is_read_without_the_exports_in_it(tmp_path: Path) -> None:
    (tmp_path / "graph.ftm.json").write_text("", encoding="utf-8")
    (tmp_path / "graph.jsonld").write_text("{}", encoding="utf-8")
    (tmp_path / "one.txt").write_text("林月 met 郭福.", encoding="utf-8")
    skipped: Counter[str] = Counter()
    assert len(list(read([tmp_path], skipped=skipped))) == 1
    assert skipped.total() == 2
