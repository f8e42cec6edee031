"""The graph as tables for counting with: Arrow, and from that pandas and polars.

Four tables: ``entities`` (persons, institutions, districts), ``events`` (meetings, agreements), ``edges`` (the ties
among entities and their parts in events) and ``evidence`` (the sentence and the place in the article behind an edge).
Days are dates, aliases lists; ``date`` of an event may be a month or an interval and stays the text of it (EDTF), with
its bounds beside it as ``earliest`` and ``latest``. ``pip install -e '.[frames]'`` brings pandas and polars.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

import pyarrow as pa

from graph.errors import InvalidQuestion
from graph.exports.columns import node_tables, nodes_schema, schemas, tables
from graph.exports.contents import ENTITIES, EVENTS, Contents
from graph.exports.filters import Filters
from graph.questions.pages import check_choice
from graph.store import Store

if TYPE_CHECKING:
    import pandas
    import polars

FrameName: TypeAlias = Literal["entities", "edges", "events", "evidence"]
_LABELS: Final = {"entities": ENTITIES, "events": EVENTS}


def read_arrow(store: Store, name: FrameName, filters: Filters | None = None) -> pa.Table:
    """The table of that name, or what ``filters`` leave of it.

    Raises InvalidQuestion, and StoreError where the store changes meanwhile.
    """
    check_choice("name", name, get_args(FrameName))
    contents = Contents(store, filters)
    if labels := _LABELS.get(name):
        schema = nodes_schema(*labels)
        parts: Iterator[pa.Table] = node_tables(contents, schema, *labels)
    else:
        schema = schemas(texts=False)[name]
        parts = tables(contents, name, schema)
    table = pa.concat_tables([schema.empty_table(), *parts])
    contents.check()
    return table


def read_pandas(store: Store, name: FrameName, filters: Filters | None = None) -> "pandas.DataFrame":
    """The same as a pandas frame whose columns are Arrow's, so that dates are dates and null whole numbers whole.

    Raises InvalidQuestion, also where pandas is not installed, and StoreError.
    """
    pandas = _library("pandas")
    return read_arrow(store, name, filters).to_pandas(types_mapper=pandas.ArrowDtype)


def read_polars(store: Store, name: FrameName, filters: Filters | None = None) -> "polars.DataFrame":
    """The same as a polars frame. Raises InvalidQuestion, also where polars is not installed, and StoreError."""
    frame: polars.DataFrame = _library("polars").from_arrow(read_arrow(store, name, filters))
    return frame


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise InvalidQuestion(
            f"{name} is not installed; `pip install -e '.[frames]'` in the checkout brings it"
        ) from error
