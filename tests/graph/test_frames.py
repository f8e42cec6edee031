"""The graph as data frames."""

import sys
from datetime import date

import pyarrow as pa
import pytest

from graph.errors import InvalidQuestion
from graph.exports import Filters
from graph.frames import FrameName, read_arrow, read_pandas, read_polars
from graph.store import Change, Edge, Node, Store

EVENT = {"date": "2024-05", "earliest": "2024-05-01", "latest": "2024-05-31"}


def put(store: Store) -> None:
    """林 and 王 met in some day of May 2024, which an article says."""
    nodes = [
        Node("Person", {"id": "p-lin", "name": "林一", "aliases": ["Lin Yi", "林某"]}),
        Node("Person", {"id": "p-wang", "name": "王二"}),
        Node("District", {"id": "d-110114", "name": "昌平区", "level": "county"}),
        Node("Meeting", {"id": "m-1", "size": 2, **EVENT}),
        Node("Article", {"id": "a-1", "published": "2024-06-01", "text": "林一会见王二。"}),
    ]
    told: dict[str, str | int] = {"quote": "林一会见王二。", "start": 0, "end": 7, "article": "a-1"}
    edges = [
        Edge("MET", ("Person", "p-lin"), ("Person", "p-wang"), {"event": "m-1", "grade": "across", **EVENT}),
        Edge("ATTENDED", ("Person", "p-lin"), ("Meeting", "m-1"), {"role": "host", "confidence": 0.9, **told}),
        Edge("ATTENDED", ("Person", "p-wang"), ("Meeting", "m-1")),
    ]
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))


def test_tables_have_dates_with_bounds_and_lists(store: Store) -> None:
    put(store)
    events = read_arrow(store, "events")
    assert events.schema.field("earliest").type == pa.date32()
    assert events.select(["id", "type", "date", "earliest", "latest", "size"]).to_pylist() == [
        {
            "id": "m-1",
            "type": "Meeting",
            "date": "2024-05",
            "earliest": date(2024, 5, 1),
            "latest": date(2024, 5, 31),
            "size": 2,
        }
    ]
    entities = read_arrow(store, "entities")
    assert {row["id"]: row["aliases"] for row in entities.to_pylist()}["p-lin"] == ["Lin Yi", "林某"]
    assert set(entities["type"].to_pylist()) == {"Person", "District"}
    assert "published" not in entities.schema.names
    assert read_arrow(store, "edges").num_rows == 3
    assert read_arrow(store, "evidence").select(["source", "quote", "end"]).to_pylist() == [
        {"source": "p-lin", "quote": "林一会见王二。", "end": 7}
    ]


def test_pandas_and_polars_hold_the_same_with_the_same_types(store: Store) -> None:
    put(store)
    name: FrameName
    for name in ("entities", "edges", "events", "evidence"):
        table = read_arrow(store, name)
        in_pandas, in_polars = read_pandas(store, name), read_polars(store, name)
        assert pa.Table.from_pandas(in_pandas, schema=table.schema, preserve_index=False).to_pylist() == (
            table.to_pylist()
        )
        assert in_polars.to_dicts() == table.to_pylist()
    events = read_pandas(store, "events")
    assert str(events["earliest"].dtype) == "date32[day][pyarrow]"
    assert str(events["size"].dtype) == "int64[pyarrow]"
    assert str(read_polars(store, "entities").schema["aliases"]) == "List(String)"


def test_filters_leave_what_they_leave_of_an_export(store: Store) -> None:
    put(store)
    assert read_arrow(store, "events", Filters(since="2025")).num_rows == 0
    assert read_arrow(store, "entities", Filters(until="2024")).num_rows == 2
    assert read_arrow(store, "edges", Filters(edges=("signed_agreement",))).num_rows == 0
    assert read_arrow(store, "edges", Filters(grades=("video",)))["type"].to_pylist() == ["ATTENDED", "ATTENDED"]


def test_an_empty_store_gives_tables_with_all_columns(store: Store) -> None:
    assert {"source", "target", "event"} <= set(read_pandas(store, "edges").columns)
    assert read_polars(store, "events").height == 0


def test_what_is_no_table_or_not_installed_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidQuestion, match="name must be one of"):
        read_arrow(store, "persons")  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(InvalidQuestion, match=r"polars is not installed.*pip install -e"):
        read_polars(store, "events")
