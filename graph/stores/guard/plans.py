"""The engine's own plan of a query against the operators, procedures and table functions that only read the graph."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import QueryRefused
from graph.stores.guard.allowed import allowed

_OPERATOR = re.compile(r"│ +([A-Z][A-Z_0-9]*)\[\d+\] +│")
_FUNCTION = re.compile(r"│ +Function: ([^ │]+) +│")
_OPERATOR_NAME = re.compile(r"[(@].*", re.DOTALL)
_NAME = re.compile(r"(?:`(?:[^`]|``)*`|[\w]+)(?:\.(?:`(?:[^`]|``)*`|\w+))*")


def check_ladybug(plan: str) -> None:
    """Raises QueryRefused for what is in the boxes of ``EXPLAIN`` and not listed, and for a text that has no boxes."""
    operators = _OPERATOR.findall(plan)
    if not operators:
        raise QueryRefused("the engine tells no plan of this")
    _check(operators, allowed("ladybug", "operators"))
    tables = {name.upper() for name in allowed("ladybug", "procedures")} | allowed("ladybug", "table functions")
    _check((name.upper() for name in _FUNCTION.findall(plan)), tables)


def check_neo4j(query_type: str | None, plan: Mapping[str, Any] | None) -> None:
    """Raises QueryRefused unless the server types the query ``r`` and each operator of its plan is listed."""
    if query_type != "r" or not plan:
        raise QueryRefused("this is not a query that only reads")
    operators = list(_operators(plan))
    _check((name for name, _ in operators), allowed("neo4j", "operators"))
    called = (details for name, details in operators if name == "ProcedureCall")
    _check((_procedure(details) for details in called), allowed("neo4j", "procedures"))


def _check(names: "Iterator[str] | list[str]", known: frozenset[str] | set[str]) -> None:
    for name in names:
        if name not in known:
            raise QueryRefused(f"{name} reaches beyond the graph; only reading is allowed")


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Name and details of each operator; behind the name stand a mode in brackets and the database after an ``@``."""
    yield _OPERATOR_NAME.sub("", str(plan.get("operatorType", ""))), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def _procedure(details: str) -> str:
    """The name at the front of ``db.labels() :: (label :: STRING)``."""
    found = _NAME.match(details)
    return found[0] if found else details
