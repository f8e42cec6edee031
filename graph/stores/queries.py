"""Query texts: ``cypher/<dialect>/<name>.cypher``, each read once.

A file begins with comment lines that declare what the text takes and gives::

    // parameters: ids, limit
    // columns: id, name
    // The persons of these ids, by name.

A text with ``«name»`` in it is a template: ``filled`` puts identifiers there, which no parameter can stand for.

A third line, ``// each: ids``, says that the rows of some keys are those of each of them. The text is then a union of
parts that begin at a label's keys, and there are texts for one key as well: an engine may look one key up at once where
it joins a list of them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from graph.schema import LETTERS
from graph.store import Value

Dialect: TypeAlias = Literal["ladybug", "neo4j"]

_DECLARATION = re.compile(r"// (parameters|columns|each):(.*)")
_PLACE = re.compile(r"«(\w+)»")
_UNION = re.compile(r"\n(UNION(?: ALL)?)\n")
_OF_ONE = "MATCH ({node}:{label} {{id: $key}})"


@dataclass(frozen=True, slots=True)
class Query:
    """A query text with the names of its parameters and of its columns."""

    name: str
    parameters: frozenset[str]
    columns: tuple[str, ...]
    text: str
    each: str | None = None
    """The parameter whose keys can be asked for one after the other."""
    of_one: Mapping[str, str] = field(default_factory=dict)
    """By label the text that asks for one, ``$key``, in its place."""
    distinct: bool = False
    """Whether no row is given twice."""

    def of_key(self, key: str) -> str | None:
        """The text for this key, '' where keys of its label give no rows; None where the key tells no label."""
        label = LETTERS.get(key[:2])
        return self.of_one.get(label, "") if label else None

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
    if declared.keys() - {"each"} != {"parameters", "columns"}:
        raise ValueError(f"query {name} does not declare its parameters and columns")
    used = set(re.findall(r"\$(\w+)", text))
    if used != set(declared["parameters"]):
        raise ValueError(f"query {name} declares {sorted(declared['parameters'])} and uses {sorted(used)}")
    parameters, columns = frozenset(declared["parameters"]), declared["columns"]
    if "each" not in declared:
        return Query(name, parameters, columns, text)
    (each,) = declared["each"]
    return Query(name, parameters, columns, text, each, _of_one(name, text, each), "UNION\n" in text)


def _of_one(name: str, text: str, each: str) -> dict[str, str]:
    """By label the parts of a union that begin at its keys, for one. Raises ValueError where one begins elsewhere."""
    begin = re.compile(
        rf"UNWIND \${each} AS wanted\nMATCH \((\w+):(\w+) {{id: wanted}}\)|MATCH \((\w+):(\w+) {{id: \${each}}}\)"
    )
    found: dict[str, list[str]] = {}
    first, *more = _UNION.split(text)
    for union, part in zip(["", *more[::2]], [first, *more[1::2]], strict=True):
        match = begin.match(part)
        if match is None:
            raise ValueError(f"query {name} has a part that does not begin at a key of {each}")
        node, label = filter(None, match.groups())
        parts = found.setdefault(label, [])
        parts += [union] if parts else []
        parts.append(_OF_ONE.format(node=node, label=label) + part[match.end() :])
    return {label: "\n".join(parts) for label, parts in found.items()}
