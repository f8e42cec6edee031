"""Answers as tables: CSV (RFC 4180) that a spreadsheet opens without running anything in it.

A nested object spreads over columns named with dots (``article.title``); a list is one cell, its entries joined by
`` | ``, of objects what they are called: name, title, id or sentence.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

MEDIA_TYPE: Final = "text/csv; charset=utf-8"
MARK: Final = "\ufeff"
"""Byte order mark: without it Excel takes UTF-8 for the machine's own code page."""
_BEGINS_A_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")
"""As the OWASP page on CSV injection lists them; East Asian spreadsheets take full-width ones for them too."""
_WHO: Final = ("person", "body", "entity")
"""What a part in an event is told by."""
_CALLED: Final = ("name", "title", "id", "quote")


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns, and the rows of an answer that was made JSON."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]

    def csv(self, *, raw: bool = False, mark: bool = True) -> str:
        """As text, CRLF between lines. Texts that a spreadsheet would take for a formula get an apostrophe in front,
        unless ``raw``; numbers stay as they are."""
        out = io.StringIO()
        out.write(MARK if mark else "")
        writer = csv.writer(out)
        writer.writerow(self.columns)
        for row in self.rows:
            cells = (cell(row.get(column)) for column in self.columns)
            writer.writerow([each if raw else harmless(each) for each in cells])
        return out.getvalue()


def cell(value: Any) -> str | int | float:
    """A value of JSON as a text or number."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return value
    return " | ".join(map(_called, value)) if isinstance(value, list) else _called(value)


def harmless(value: str | int | float) -> str | int | float:
    """``value``, with an apostrophe before a text that a spreadsheet would run."""
    return f"'{value}" if isinstance(value, str) and value[:1] in _BEGINS_A_FORMULA and value else value


def columns_of(item: type) -> tuple[str, ...]:
    """The columns of a dataclass, in its order, whatever the values."""
    return tuple(_columns(item))


def flat(item: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """An object of JSON by column."""
    found: dict[str, Any] = {}
    for name, value in item.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, Mapping) else {f"{prefix}{name}": value}
    return found


def listed(item: type, items: Iterable[Mapping[str, Any]], only: Sequence[str] = ()) -> Table:
    """The ``items`` of a list, each a dataclass ``item`` that was made JSON; ``only`` these of its fields, if any."""
    columns = columns_of(item)
    if only:
        columns = tuple(column for name in only for column in columns if column.split(".")[0] == name)
    return Table(columns, tuple(map(flat, items)))


def _columns(item: type, prefix: str = "") -> Iterator[str]:
    hints = get_type_hints(item)
    for field in fields(item):
        kind = _present(hints[field.name])
        if isinstance(kind, type) and is_dataclass(kind):
            yield from _columns(kind, f"{prefix}{field.name}.")
        else:
            yield f"{prefix}{field.name}"


def _present(hint: Any) -> Any:
    """The type of a value that is there, of one that may be None."""
    kinds = [kind for kind in get_args(hint) if kind is not NoneType] if get_origin(hint) in (Union, UnionType) else []
    return kinds[0] if len(kinds) == 1 else hint


def _called(value: Any) -> str:
    if not isinstance(value, Mapping):
        return str(value)
    if who := next((value[key] for key in _WHO if value.get(key)), None):
        return _called(who)
    name = next((value[key] for key in _CALLED if value.get(key)), None)
    return str(name) if name is not None else json.dumps(value, ensure_ascii=False)
