"""What every store does, whichever engine it has."""

import pytest

from graph.errors import QueryRefused, StoreError
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.store import Change, Edge, Node, Store, Value
from graph.stores import open_store
from graph.stores.local_neo4j import CURRENT

pytestmark = pytest.mark.parametrize(
    "store_settings",
    ["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j), pytest.param(CURRENT, marks=pytest.mark.neo4j)],
    ids=["ladybug", "neo4j-5.26", "neo4j-2026.08"],
    indirect=True,
)

HOSTILE = [
    "",
    " \t\r\n",
    "'); MATCH (n) DETACH DELETE n //",
    "\\' \\\\ \" ` $rows {id: 1} «label»",
    "\x00\x01\x1f\x7f\x85\u2028\u2029\ufeff",
    "null",
    "北京信息科技大学（原北京机械工业学院）",
    "𠮷野家 👩\u200d🔬 é e\u0301 \u202eabc \uffff \U0010ffff",
    "長" * 1_000_000,
]


def person(id: str, **properties: Value) -> Node:
    return Node("Person", {"id": id, **properties})


def met(source: str, target: str, event: str, **properties: Value) -> Edge:
    return Edge("MET", ("Person", source), ("Person", target), {"event": event, **properties})


def apply(store: Store, **parts: list[Node] | list[Edge] | list[tuple[str, str]]) -> None:
    with store.write() as writer:
        writer.apply(Change(**parts))  # type: ignore[arg-type]


def people(store: Store) -> dict[str, Value]:
    return {node.id: node.properties["name"] for node in store.nodes("Person")}


def meetings(store: Store) -> set[tuple[str, str, Value, Value]]:
    edges = list(store.edges("MET"))
    found = {(e.source[1], e.target[1], e.properties["event"], e.properties["grade"]) for e in edges}
    assert len(found) == len(edges)
    return found


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.edition() == 0
    assert [node for label in NODES for node in store.nodes(label)] == []
    assert [edge for type in EDGES for edge in store.edges(type)] == []


def test_a_node_comes_back_whole_with_null_for_what_was_not_given(store: Store) -> None:
    apply(store, put_nodes=[person("p-1", name="郭福", aliases=["Guo Fu", "郭福"])])
    assert [dict(node.properties) for node in store.nodes("Person")] == [
        {"id": "p-1", "name": "郭福", "name_zh": None, "name_en": None, "aliases": ["Guo Fu", "郭福"]}
    ]


def test_a_node_that_is_put_again_is_replaced(store: Store) -> None:
    apply(store, put_nodes=[person("p-1", name="Guo Fu", name_en="Guo Fu", aliases=["x"])])
    apply(store, put_nodes=[person("p-1", name="郭福", aliases=[])])
    (node,) = store.nodes("Person")
    assert (node.properties["name"], node.properties["name_en"], node.properties["aliases"]) == ("郭福", None, [])


@pytest.mark.parametrize("label", NODES)
def test_every_label_keeps_every_property(store: Store, label: str) -> None:
    samples: dict[str, Value] = {"string": "x", "strings": ["y", "z"], "int": -(2**63), "float": 0.1}
    node = Node(label, {name: samples[kind] for name, kind in NODES[label].columns.items()})
    bare = Node(label, {"id": "w"})
    apply(store, put_nodes=[bare, node])
    found = {n.id: n.properties for n in store.nodes(label) if n.id in {"w", "x"}}
    assert found == {"x": node.properties, "w": dict.fromkeys(node.properties) | {"id": "w"}}


def test_every_type_joins_every_pair_and_keeps_every_property(store: Store) -> None:
    samples: dict[str, Value] = {"string": "x", "strings": ["y"], "int": 2**63 - 1, "float": -1.5}
    edges = [
        Edge(edge.type, (source, "n"), (target, "n"), {name: samples[kind] for name, kind in edge.columns.items()})
        for edge in EDGES.values()
        for source, target in edge.pairs
    ]
    apply(store, put_nodes=[Node(label, {"id": "n"}) for label in NODES], put_edges=edges)
    assert [edge for type in EDGES for edge in store.edges(type)] == edges


def test_the_schemas_key_tells_edges_apart(store: Store) -> None:
    pair = [person("p-1"), person("p-2")]
    apply(store, put_nodes=pair, put_edges=[met("p-1", "p-2", "m-1", grade="video"), met("p-1", "p-2", "m-2")])
    apply(store, put_edges=[met("p-1", "p-2", "m-1", grade="across"), met("p-2", "p-1", "m-1")])
    assert meetings(store) == {
        ("p-1", "p-2", "m-1", "across"),
        ("p-1", "p-2", "m-2", None),
        ("p-2", "p-1", "m-1", None),
    }


def test_a_tie_is_told_with_its_lower_id_first_however_it_is_stored(store: Store) -> None:
    apply(store, put_nodes=[person("p-1"), person("p-2")], put_edges=[met("p-2", "p-1", "m-1")])
    for ids in (["p-1"], ["p-2"], ["p-1", "p-2"]):
        assert [(row["source"], row["target"]) for row in store.read("ties_met", ids=ids)] == [("p-1", "p-2")]


def test_an_edge_without_a_key_is_one(store: Store) -> None:
    part = Edge("PART_OF", ("Institution", "i-1"), ("Institution", "i-2"))
    apply(store, put_nodes=[Node("Institution", {"id": id}) for id in ("i-1", "i-2")], put_edges=[part, part])
    apply(store, put_edges=[part])
    assert list(store.edges("PART_OF")) == [part]


def test_what_is_dropped_is_gone_and_nothing_else(store: Store) -> None:
    apply(
        store,
        put_nodes=[person(f"p-{i}") for i in range(4)],
        put_edges=[
            met("p-0", "p-1", "m-1"),
            met("p-0", "p-1", "m-2"),
            met("p-1", "p-2", "m-1"),
            met("p-2", "p-3", "m-1"),
        ],
    )
    apply(
        store,
        drop_edges=[met("p-0", "p-1", "m-2", grade="any"), met("p-0", "p-3", "m-9")],
        drop_nodes=[("Person", "p-2"), ("Person", "p-9")],
    )
    assert list(people(store)) == ["p-0", "p-1", "p-3"]
    assert meetings(store) == {("p-0", "p-1", "m-1", None)}


def test_a_change_drops_before_it_puts(store: Store) -> None:
    apply(store, put_nodes=[person("p-1", name="a"), person("p-2")], put_edges=[met("p-1", "p-2", "m-1")])
    apply(
        store,
        drop_edges=[met("p-1", "p-2", "m-1")],
        drop_nodes=[("Person", "p-1")],
        put_nodes=[person("p-1", name="b")],
        put_edges=[met("p-1", "p-2", "m-2")],
    )
    assert people(store) == {"p-1": "b", "p-2": None}
    assert meetings(store) == {("p-1", "p-2", "m-2", None)}


def test_more_rows_than_one_statement_takes(store: Store) -> None:
    count = 2100
    edges = [met(f"p-{i}", f"p-{(i * 7) % count}", "m-1") for i in range(count)]
    apply(store, put_nodes=[person(f"p-{i}") for i in range(count)], put_edges=edges)
    assert len(people(store)) == len(meetings(store)) == count
    apply(store, drop_edges=edges, drop_nodes=[("Person", f"p-{i}") for i in range(1, count)])
    assert list(people(store)) == ["p-0"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    apply(
        store,
        put_nodes=[person("p-1", name=text, aliases=[text, "a"]), person(f"p-{text[:100]}")],
        put_edges=[met("p-1", f"p-{text[:100]}", text[:100], grade=text)],
    )
    (node,) = (node for node in store.nodes("Person") if node.id == "p-1")
    assert (node.properties["name"], node.properties["aliases"]) == (text, [text, "a"])
    assert meetings(store) == {("p-1", f"p-{text[:100]}", text[:100], text)}
    assert store.cypher("RETURN $text AS text", {"text": text}).rows == ((text,),)


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        (person("p-1", name="a\ud800"), "surrogate at 1"),
        (person("p-1", aliases=["\udfff"]), "surrogate at 0"),
        (Node("Meeting", {"id": "m-1", "size": 2**63}), "64 bits"),
        (Node("Meeting", {"id": "m-1", "size": "9"}), "size: int cannot hold str"),
        (Node("Meeting", {"id": "m-1", "size": True}), "size: int cannot hold bool"),
        (person("p-1", aliases="x"), "aliases: strings cannot hold str"),
        (person("p-1", colour="red"), "not in the schema: property of Person p-1: colour"),
        (Node("Person`) DETACH DELETE n //", {"id": "x"}), "not in the schema: label"),
        (Node("Person", {"id": None}), "id may not be null"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_nothing_is_written(store: Store, node: Node, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        apply(store, put_nodes=[person("p-0"), node])
    assert people(store) == {}
    assert store.edition() == 0


@pytest.mark.parametrize(
    ("edge", "reason"),
    [
        (met("p-1", "p-9", "m-1"), "an end that is not in the store"),
        (Edge("MET", ("Person", "p-1"), ("Person", "p-1"), {}), "event may not be null"),
        (Edge("MET", ("Person", "p-1"), ("Article", "p-1"), {"event": "m"}), "not in the schema: edge"),
        (Edge("HATES", ("Person", "p-1"), ("Person", "p-1"), {}), "not in the schema: edge"),
    ],
)
def test_an_edge_that_does_not_fit_takes_the_whole_change_back(store: Store, edge: Edge, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        apply(store, put_nodes=[person("p-1")], put_edges=[edge])
    assert people(store) == {}


def test_a_query_takes_exactly_the_parameters_that_it_declares(store: Store) -> None:
    wrong: list[dict[str, Value]] = [{}, {"id": "graph", "more": 1}, {"ids": []}]
    for given in wrong:
        with pytest.raises(TypeError, match="takes"):
            store.read("edition", **given)
    with pytest.raises(LookupError):
        store.read("no_such_query")
    with pytest.raises(LookupError):
        store.read("../neo4j/edition")


def test_an_ad_hoc_query_answers_with_columns_and_rows(store: Store) -> None:
    apply(
        store,
        put_nodes=[person("p-1", name="郭福", aliases=["a"]), person("p-2")],
        put_edges=[met("p-1", "p-2", "m-1", confidence=1.0)],
    )
    table = store.cypher(
        "MATCH q = (a:Person)-[r:MET]->(b:Person) WHERE a.name = $name RETURN a, r, b.name AS name",
        {"name": "郭福"},
    )
    node = {"label": "Person", "properties": {"id": "p-1", "name": "郭福", "aliases": ["a"]}}
    edge = {"type": "MET", "properties": {"event": "m-1", "confidence": 1.0}}
    assert table.columns == ("a", "r", "name")
    assert table.rows == ((node, edge, None),)
    path = store.cypher("MATCH q = (a:Person)-[r:MET]->(b:Person) RETURN q").rows[0][0]
    assert path == {"nodes": [node, {"label": "Person", "properties": {"id": "p-2"}}], "edges": [edge]}


def test_an_ad_hoc_answer_tells_which_parameters_the_query_does_not_name(store: Store) -> None:
    table = store.cypher("RETURN $b AS b", {"c": 1, "b": 2, "a": None})
    assert (table.rows, table.unused) == (((2,),), ("a", "c"))
    assert store.cypher("EXPLAIN RETURN $b AS b", {"b": 2, "a": 1}).unused == ("a",)


def test_an_ad_hoc_answer_is_cut_at_the_limit_and_says_so(store: Store) -> None:
    apply(store, put_nodes=[person(f"p-{i}") for i in range(5)])
    text = "MATCH (n:Person) RETURN n.id AS id ORDER BY id"
    assert store.cypher(text, limit=3).rows == (("p-0",), ("p-1",), ("p-2",))
    assert [store.cypher(text, limit=limit).truncated for limit in (4, 5, 6)] == [True, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Person) SET n.name = 'x'",
        "MATCH (n:Person) DETACH DELETE n RETURN 1",
        "CREATE (:Person {id: 'x'})",
        "MATCH (n:Person) MERGE (m:Person {id: 'x'}) RETURN m",
        "RETURN 1; MATCH (n) DETACH DELETE n",
        "MATCH (n:Person) RETURN nothing_like_this(n)",
        "MATCH (n:Person) RETURN",
        "MATCH (n:Person) RETURN 'unended",
        "DROP TABLE Person",
        "LOAD FROM '/etc/passwd' RETURN *",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "UNWIND [1] AS x LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "UNWIND [1] AS x LOAD FROM '/etc/passwd' RETURN *",
        "COPY (MATCH (n) RETURN n.id) TO '/tmp/x.csv'",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL bm_info() RETURN *",
        "SHOW SETTINGS",
        "CHECKPOINT",
        "",
        "// nothing",
    ],
)
def test_an_ad_hoc_query_that_is_no_plain_read_is_refused(store: Store, text: str) -> None:
    apply(store, put_nodes=[person("p-1", name="a")])
    with pytest.raises(QueryRefused):
        store.cypher(text)
    assert people(store) == {"p-1": "a"}
    assert store.cypher("RETURN 1 AS one").rows == ((1,),)


def test_what_is_committed_is_there_for_the_next_one_who_opens(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        apply(store, put_nodes=[person("p-1")], put_edges=[])
    with open_store(store_settings) as store:
        assert (list(people(store)), store.edition()) == (["p-1"], 1)


def test_a_store_for_reading_does_not_write(store_settings: Settings) -> None:
    with open_store(store_settings) as store:
        apply(store, put_nodes=[person("p-1")])
    with open_store(store_settings, read_only=True) as store:
        with pytest.raises(StoreError, match="reading only"), store.write():
            pass
        assert list(people(store)) == ["p-1"]


def test_a_closed_store_says_so(store_settings: Settings) -> None:
    store = open_store(store_settings)
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.edition()


def test_columns_hold_what_rows_hold(world: Store) -> None:
    rows = world.read("all_meetings")
    parts = list(world.columns("all_meetings"))
    told = [dict(zip(part, row, strict=True)) for part in parts for row in zip(*part.values(), strict=True)]
    assert sorted(told, key=lambda row: str(row["id"])) == sorted(rows, key=lambda row: str(row["id"]))
    assert {name: column.dtype.kind for name, column in parts[0].items()} == {
        "number": "i", "id": "O", "earliest": "i", "latest": "i", "size": "i", "video": "i"
    }  # fmt: skip


def test_rows_that_an_engine_gives_together_are_rows_of_columns(world: Store) -> None:
    assert list(world.columns("all_posts"))
    (part,) = world.columns("all_attendances")
    assert {name: len(column) for name, column in part.items()} == dict.fromkeys(part, 11)
    assert set(part["side"].tolist()) == {0, 1, 2}


def test_no_row_gives_no_columns(store: Store) -> None:
    apply(store, put_nodes=[person("p-1")])
    assert list(store.columns("all_meetings")) == []
    assert list(store.columns("all_attendances")) == []


def test_a_store_remembers_what_a_transaction_touched(store: Store) -> None:
    apply(
        store, put_nodes=[person("p-1"), person("p-2"), Node("Meeting", {"id": "m-1"}), Node("RecordKey", {"id": "k"})]
    )
    apply(store, put_edges=[Edge("ATTENDED", ("Person", "p-1"), ("Meeting", "m-1"))])
    apply(store, drop_nodes=[("Person", "p-2")])
    rows = store.read("touched", ids=["graph/1", "graph/2", "graph/3", "graph/4"])
    told = {row["number"]: row["touched"] for row in rows}
    assert told == {1: ["m-1", "p-1", "p-2"], 2: ["m-1"], 3: ["p-2"]}


def test_of_a_transaction_that_touched_very_much_it_remembers_nothing(store: Store) -> None:
    apply(store, put_nodes=[person(f"p-{n}") for n in range(1001)])
    assert [row["touched"] for row in store.read("touched", ids=["graph/1"])] == [None]
