"""The names that ad-hoc queries may use, from ``allowed.yaml``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.stores.queries import Dialect


@cache
def allowed(dialect: Dialect, kind: str) -> frozenset[str]:
    """The names of a kind (operators, procedures, functions …), as the engine writes them."""
    table: dict[str, Any] = yaml.safe_load(files("graph.stores.guard").joinpath("allowed.yaml").read_text("utf-8"))
    return frozenset(str(table[dialect].get(kind, "")).split())
