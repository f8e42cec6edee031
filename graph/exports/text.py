"""Columns of tables as text: XML, ISO days, lists."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

ROWS: Final = 10_000
"""Rows that are written at once."""
_NOT_IN_XML: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{FFFE}\x{FFFF}]"
"""Characters that XML 1.0 cannot hold, not even as references."""
_NEEDS_CARE: Final = r"[&<>\"\x00-\x1f\x{FFFE}\x{FFFF}]"
_REFERENCES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # As they are, a parser would make blanks of them in an attribute.
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


def slices(table: pa.Table) -> Iterator[pa.Table]:
    """``table`` in parts small enough that a few copies of each as text do not matter."""
    for first in range(0, table.num_rows, ROWS):
        yield table.slice(first, ROWS).combine_chunks()


def xml(column: Any) -> Any:
    """A column of texts as the value of an XML attribute or element; what XML cannot hold is left out."""
    if not pc.any(pc.match_substring_regex(column, _NEEDS_CARE)).as_py():
        return column
    column = pc.replace_substring_regex(column, pattern=_NOT_IN_XML, replacement="")
    for character, reference in _REFERENCES.items():
        column = pc.replace_substring(column, pattern=character, replacement=reference)
    return column


def days(column: Any) -> Any:
    """ISO days as dates; null for what is none, also 30 February, which the parser alone would make a day of March."""
    parsed = pc.strptime(column, format="%Y-%m-%d", unit="s", error_is_null=True)
    same = pc.equal(pc.strftime(parsed, format="%Y-%m-%d"), column)
    return pc.if_else(pc.fill_null(same, False), parsed, None).cast(pa.date32())


def flat(column: Any) -> Any:
    """A column as texts: a list as JSON, numbers as they are written, null as null."""
    if pa.types.is_list(column.type):
        return pa.array(
            [None if v is None else json.dumps(v, ensure_ascii=False) for v in column.to_pylist()], pa.string()
        )
    return column.cast(pa.string())


def joined(*parts: Any) -> Any:
    """Texts and columns put together, row by row; null where any is."""
    return pc.binary_join_element_wise(*parts, "")


def lines(*parts: Any) -> bytes:
    """The same as UTF-8, one row after another, with nothing for null."""
    options = {"null_handling": "replace", "null_replacement": ""}
    rows = pc.binary_join_element_wise(*parts, "", **options)
    chunks = rows.chunks if isinstance(rows, pa.ChunkedArray) else [rows]
    return b"".join(_bytes(chunk) for chunk in chunks)


def _bytes(rows: Any) -> bytes:
    """The bytes of a column of texts without nulls: they stand in one buffer, one after another."""
    _, offsets, data = rows.buffers()
    if not len(rows) or data is None:
        return b""
    width = 8 if pa.types.is_large_string(rows.type) else 4
    place = memoryview(offsets).cast("q" if width == 8 else "i")
    return bytes(memoryview(data)[place[rows.offset] : place[rows.offset + len(rows)]])
