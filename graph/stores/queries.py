"""Query texts: ``cypher/<dialect>/<name>.cypher``, each read once.

A file begins with comment lines that declare what the text takes and gives::

    // parameters: ids, limit
    // columns: id, name
    // The persons of these ids, by name.

A text with ``«name»`` in it is a template: ``filled`` puts identifiers there, which no parameter can stand for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from graph.store import Value

Dialect: TypeAlias = Literal["ladybug", "neo4j"]

_DECLARATION = re.compile(r"// (parameters|columns):(.*)")
_PLACE = re.compile(r"«(\w+)»")


@dataclass(frozen=True, slots=True)
class Query:
    """A query text with the names of its parameters and of its columns."""

    name: str
    parameters: frozenset[str]
    columns: tuple[str, ...]
    text: str

    def checked(self, parameters: Mapping[str, Value]) -> dict[str, Value]:
        """``parameters``, which must be exactly those declared: an engine may take a missing one for null."""
        if parameters.keys() != self.parameters:
            given, declared = ", ".join(sorted(parameters)), ", ".join(sorted(self.parameters))
            raise TypeError(f"query {self.name} takes ({declared}), not ({given})")
        return dict(parameters)

    def filled(self, **identifiers: str) -> str:
        """The text of a template. What is put in is made from ``graph.schema`` and nothing else."""
        return _PLACE.sub(lambda place: identifiers[place[1]], self.text)


@cache
def query(dialect: Dialect, name: str) -> Query:
    """The named query. Raises LookupError if there is none."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise LookupError(f"no query is named {name!r}")
    file = files("cypher") / dialect / f"{name}.cypher"
    if not file.is_file():
        raise LookupError(f"no query is named {name!r} in cypher/{dialect}")
    return parsed(name, file.read_text(encoding="utf-8"))


def parsed(name: str, source: str) -> Query:
    """The query that a file's text declares. Raises ValueError if declarations and text do not fit each other."""
    declared: dict[str, tuple[str, ...]] = {}
    lines = source.splitlines()
    for line in lines:
        if match := _DECLARATION.fullmatch(line.rstrip()):
            declared[match[1]] = tuple(word.strip() for word in match[2].split(",") if word.strip())
    text = "\n".join(line for line in lines if not line.startswith("//")).strip()
    if declared.keys() != {"parameters", "columns"}:
        raise ValueError(f"query {name} does not declare its parameters and columns")
    used = set(re.findall(r"\$(\w+)", text))
    if used != set(declared["parameters"]):
        raise ValueError(f"query {name} declares {sorted(declared['parameters'])} and uses {sorted(used)}")
    return Query(name, frozenset(declared["parameters"]), declared["columns"], text)
