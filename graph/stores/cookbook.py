"""The cookbook: questions of the field as Cypher, ``cypher/cookbook/<name>.cypher``, a file each.

A file begins with YAML in comment lines, ``cypher/cookbook/README.md`` tells of which, then comes the text; where the
dialects differ, both, each after a line ``// neo4j:`` or ``// ladybug:``. They are asked as any ad-hoc query is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias, cast

import yaml

from graph.errors import InvalidQuestion, NotFound
from graph.store import Value
from graph.stores.queries import Dialect

Scalar: TypeAlias = str | int | float
Type: TypeAlias = Literal["string", "int", "float"]
_WORD: Final = re.compile(r"\w[\w-]*")
"""What may be meant as a name: no statement is a single word."""
_SECTION: Final = re.compile(r"^// (neo4j|ladybug):\n", re.MULTILINE)
_TYPES: Final[Mapping[Type, type]] = {"string": str, "int": int, "float": float}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked of. Without a default it must be given; ``sample`` is what the sample answer is for."""

    name: str
    type: Type
    meaning: str
    meaning_zh: str
    sample: Scalar
    default: Scalar | None = None

    def value(self, given: Value) -> Scalar:
        """``given`` as this type, a text of the command line too. Raises InvalidQuestion."""
        try:
            if isinstance(given, bool) or not isinstance(given, str | int | float):
                raise ValueError
            value: Scalar = _TYPES[self.type](given)
        except ValueError:
            raise InvalidQuestion(f"{self.name}: {given!r} is not of type {self.type}") from None
        return value


@dataclass(frozen=True, slots=True)
class Recipe:
    """A question of the cookbook; ``answer`` is the beginning of what it gives for the samples, of ``rows`` rows."""

    name: str
    question: str
    question_zh: str
    about: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    answer: tuple[tuple[Scalar | None, ...], ...]
    rows: int
    texts: Mapping[Dialect, str]

    @property
    def samples(self) -> dict[str, Scalar]:
        return {parameter.name: parameter.sample for parameter in self.parameters}

    def values(self, given: Mapping[str, Value]) -> dict[str, Scalar]:
        """All parameters, typed. Raises InvalidQuestion for one that is missing, unknown or of another type."""
        known = {parameter.name: parameter for parameter in self.parameters}
        if unknown := sorted(given.keys() - known.keys()):
            raise InvalidQuestion(f"{self.name} takes {', '.join(known) or 'no parameters'}, not {', '.join(unknown)}")
        values = {}
        for name, parameter in known.items():
            value = given.get(name, parameter.default)
            if value is None:
                raise InvalidQuestion(f"{self.name} needs {name}: {parameter.meaning.lower()}")
            values[name] = parameter.value(value)
        return values


@cache
def recipes() -> tuple[Recipe, ...]:
    """The whole cookbook, by subject and name."""
    found = [file for file in (files("cypher") / "cookbook").iterdir() if file.name.endswith(".cypher")]
    read = [parsed(file.name.removesuffix(".cypher"), file.read_text(encoding="utf-8")) for file in found]
    return tuple(sorted(read, key=lambda each: (each.about, each.name)))


def is_name(query: str) -> bool:
    """Whether ``query`` names a question of the cookbook, or was meant to; else it is a statement."""
    return _WORD.fullmatch(query.strip()) is not None


def recipe(name: str) -> Recipe:
    """The question of that name. Raises NotFound, with names that look alike."""
    named = {each.name: each for each in recipes()}
    meant = name.strip().lower().replace("-", "_")
    if meant not in named:
        near = _near(meant, named)
        said = f"no question of the cookbook is named {name[:100]!r}"
        raise NotFound(said + (f"; near: {', '.join(near)}" if near else ""), near=near)
    return named[meant]


def _near(name: str, names: Iterable[str]) -> list[str]:
    """Of ``names`` at most three: those that ``name`` is a part of, then those that are spelt alike."""
    solid = {each.replace("_", ""): each for each in names}
    meant = name.replace("_", "")[:100]
    parts = [each for each in solid if len(meant) > 2 and meant in each]
    return [solid[each] for each in dict.fromkeys([*parts, *get_close_matches(meant, solid)])][:3]


def parsed(name: str, source: str) -> Recipe:
    """The question that a file's text holds. Raises ValueError where text and declarations do not fit."""
    lines = source.splitlines(keepends=True)
    end = next((at for at, line in enumerate(lines) if not line.startswith("// ") or _SECTION.match(line)), len(lines))
    head = yaml.safe_load("".join(line[3:] for line in lines[:end]))
    rest = "".join(lines[end:])
    sections = _SECTION.split(rest)[1:]
    texts: dict[Dialect, str] = {"neo4j": rest, "ladybug": rest}
    if sections:
        texts = cast(dict[Dialect, str], dict(zip(sections[::2], sections[1::2], strict=True)))
    parameters = tuple(_parameter(key, told) for key, told in head["parameters"].items())
    declared = {parameter.name for parameter in parameters}
    if texts.keys() != {"neo4j", "ladybug"} or any(set(re.findall(r"\$(\w+)", t)) != declared for t in texts.values()):
        raise ValueError(f"{name}: each dialect has one text, which uses {sorted(declared)} and nothing else")
    return Recipe(
        name,
        head["question"],
        head["question_zh"],
        head["about"],
        parameters,
        tuple(head["columns"]),
        tuple(tuple(row) for row in head["answer"]),
        head["rows"],
        {dialect: text.strip() for dialect, text in texts.items()},
    )


def _parameter(name: str, told: Mapping[str, Any]) -> Parameter:
    default = told.get("default")
    sample = told.get("sample", default)
    return Parameter(name, told["type"], told["meaning"], told["meaning_zh"], sample, default)
