from typing import Any

import pytest

from graph.errors import QueryRefused
from graph.stores.guard.plans import check_ladybug, check_neo4j


def plan(*operators: str, details: str = "") -> dict[str, Any]:
    """Each operator above the next."""
    found: dict[str, Any] = {}
    for name in reversed(operators):
        found = {"operatorType": f"{name}@neo4j", "args": {"Details": details}, "children": [found] if found else []}
    return found


def box(*lines: str) -> str:
    return "\n".join(["┌──────────┐", *(f"│   {line}   │" for line in lines), "└──────────┘"])


def test_a_plan_of_listed_operators_only_reads() -> None:
    check_neo4j("r", plan("ProduceResults", "Projection", "Expand(All)", "NodeByLabelScan"))
    check_ladybug(box("RESULT_COLLECTOR[2]", "Expressions: id") + box("SCAN_NODE_TABLE[0]", "Tables: Person"))


@pytest.mark.parametrize("query_type", ["w", "rw", "s", None])
def test_a_type_other_than_reading_is_refused(query_type: str | None) -> None:
    with pytest.raises(QueryRefused, match="only reads"):
        check_neo4j(query_type, plan("ProduceResults"))


def test_without_a_plan_nothing_is_accepted() -> None:
    with pytest.raises(QueryRefused):
        check_neo4j("r", None)
    with pytest.raises(QueryRefused):
        check_ladybug("")


@pytest.mark.parametrize(
    "operator", ["LoadCSV", "ShowSettings", "TerminateTransactions", "TransactionApply", "NewInAYear"]
)
def test_an_operator_of_a_leaf_that_is_not_listed_is_refused(operator: str) -> None:
    with pytest.raises(QueryRefused, match=operator):
        check_neo4j("r", plan("ProduceResults", "Apply", operator))


@pytest.mark.parametrize("operator", ["COPY_TO", "EXPORT_DATABASE", "STANDALONE_CALL", "CHECKPOINT", "NEW_IN_A_YEAR"])
def test_an_operator_of_ladybug_that_is_not_listed_is_refused(operator: str) -> None:
    with pytest.raises(QueryRefused, match=operator):
        check_ladybug(box("RESULT_COLLECTOR[2]") + box(f"{operator}[0]"))


def test_procedures_and_table_functions_are_told_by_the_plan() -> None:
    check_neo4j("r", plan("ProduceResults", "ProcedureCall", details="db.labels() :: (label :: STRING)"))
    check_ladybug(box("TABLE_FUNCTION_CALL[0]", "Function: SHOW_TABLES"))
    with pytest.raises(QueryRefused, match="listConfig"):
        check_neo4j("r", plan("ProcedureCall", details="dbms.listConfig($autostring_0) :: (name :: STRING)"))
    with pytest.raises(QueryRefused, match="READ_CSV"):
        check_ladybug(box("TABLE_FUNCTION_CALL[0]", "Function: READ_CSV_SERIAL"))
