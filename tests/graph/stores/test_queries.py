from importlib.resources import files
from pathlib import Path

import pytest

from graph.stores.queries import Dialect, parsed, query

DIALECTS: tuple[Dialect, Dialect] = ("ladybug", "neo4j")
NAMES = {dialect: {Path(f.name).stem for f in (files("cypher") / dialect).iterdir()} for dialect in DIALECTS}
OF_ONE_ENGINE = {
    "ladybug": {"create_nodes", "create_edges", "columns", "add_column", "tables"}
    | {"degrees", "numbers", "numbered_edges", "numbered_nodes"},
    "neo4j": {"create_constraint", "create_index", "drop_index", "schema", "lock", "every_edge", "every_node"},
}


def test_both_dialects_answer_the_same_questions() -> None:
    assert all(OF_ONE_ENGINE[dialect] <= NAMES[dialect] for dialect in DIALECTS)
    assert NAMES["ladybug"] - OF_ONE_ENGINE["ladybug"] == NAMES["neo4j"] - OF_ONE_ENGINE["neo4j"]


@pytest.mark.parametrize("name", sorted(NAMES["ladybug"] & NAMES["neo4j"]))
def test_a_question_takes_and_gives_the_same_in_both_dialects(name: str) -> None:
    one, other = (query(dialect, name) for dialect in DIALECTS)
    assert (one.parameters, one.columns) == (other.parameters, other.columns)


def test_a_text_says_what_it_takes_and_gives() -> None:
    source = "// parameters: ids, limit\n// columns: id\n// Why.\nUNWIND $ids AS id\n// inner\nRETURN id LIMIT $limit\n"
    found = parsed("some", source)
    assert found.parameters == {"ids", "limit"}
    assert found.columns == ("id",)
    assert found.text == "UNWIND $ids AS id\nRETURN id LIMIT $limit"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("RETURN 1", "does not declare"),
        ("// parameters: id\nRETURN $id", "does not declare"),
        ("// parameters: id\n// columns:\nRETURN 1", "uses"),
        ("// parameters:\n// columns:\nRETURN $id", "uses"),
        (
            "// parameters: ids\n// columns:\n// each: ids\nMATCH (n) WHERE n.id IN $ids RETURN n",
            "does not begin at a key",
        ),
    ],
)
def test_a_text_that_declares_something_else_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parsed("some", source)


def test_a_template_without_one_of_its_identifiers_is_refused() -> None:
    template = parsed("some", "// parameters:\n// columns:\nMATCH (n:`«label»`) RETURN n")
    assert template.filled(label="Person") == "MATCH (n:`Person`) RETURN n"
    with pytest.raises(KeyError):
        template.filled(type="Person")


def test_a_union_that_begins_at_keys_has_a_text_for_one_key_of_each_label() -> None:
    begin = "UNWIND $ids AS wanted\nMATCH (n:{} {{id: wanted}})\n"
    parts = [
        begin.format(label) + f"RETURN {number}" for label, number in (("Person", 1), ("Meeting", 2), ("Person", 3))
    ]
    found = parsed("some", "// parameters: ids\n// columns: x\n// each: ids\n" + "\nUNION\n".join(parts))
    assert found.distinct
    assert found.of_key("p-1") == "MATCH (n:Person {id: $key})\nRETURN 1\nUNION\nMATCH (n:Person {id: $key})\nRETURN 3"
    assert found.of_key("m-1") == "MATCH (n:Meeting {id: $key})\nRETURN 2"
    assert found.of_key("d-1") == ""
    assert found.of_key("x-1") is None
