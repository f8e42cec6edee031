"""CSV (RFC 4180): nodes, edges and evidence, which a spreadsheet opens without running anything in them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from graph.exports.columns import schemas, tables
from graph.exports.contents import Contents
from graph.exports.text import flat, slices

MARK: Final = "\ufeff".encode()
_BEGINS_A_FORMULA: Final = "^[=+\\-@\t\r\n＝＋－＠]"
"""As the OWASP page on CSV injection lists them; East Asian spreadsheets take full-width ones for them too."""


def csv_files(
    contents: Contents, *, texts: bool = False, raw: bool = False, mark: bool = True
) -> Iterator[tuple[str, bytes]]:
    """``nodes.csv``, ``edges.csv`` and ``evidence.csv``; a list is a JSON array, what is not there an empty cell.

    Texts that a spreadsheet would take for a formula get an apostrophe in front, unless ``raw``. ``mark``: a byte order
    mark, without which Excel takes UTF-8 for the machine's own code page.
    """
    for name, schema in schemas(texts=texts).items():
        yield f"{name}.csv", (MARK if mark else b"") + ",".join(schema.names).encode() + b"\n"
        for table in tables(contents, name, schema):
            for rows in slices(table):
                yield f"{name}.csv", written(rows, raw=raw)


def written(rows: pa.Table, *, raw: bool = True) -> bytes:
    """Rows of CSV without a header: texts in quotes, also empty ones, what is not there without."""
    columns = [flat(column) if pa.types.is_list(column.type) else column for column in rows.columns]
    if not raw:
        columns = [_harmless(column) if pa.types.is_string(column.type) else column for column in columns]
    out = BytesIO()
    csv.write_csv(pa.table(columns, names=rows.schema.names), out, csv.WriteOptions(include_header=False))
    return out.getvalue()


def _harmless(column: Any) -> Any:
    risky = pc.match_substring_regex(column, _BEGINS_A_FORMULA)
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)
