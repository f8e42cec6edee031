"""What of one OpenAPI document breaks the clients of an earlier one.

``docs/promises.json`` is the document that clients count on, without its texts; a test compares it with what is served.
It is written anew with each release, as docs/api.md says: ``python -m api.compatibility > docs/promises.json``.

Of requests, what was accepted has to be accepted; of answers, what was told has to be told. More paths, optional
parameters, fields and values of closed lists in answers break nobody.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

SPARSE: Final = "#/components/schemas/SparsePage"
_TEXTS: Final = frozenset({"description", "summary", "example", "examples", "title", "operationId", "tags", "info"})
_LEAST: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_MOST: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")


def promises(document: Any, *, names: bool = False) -> Any:
    """An OpenAPI document without what no program reads; ``names``: the keys are names of the API's own."""
    if isinstance(document, list):
        return [promises(each) for each in document]
    if not isinstance(document, dict):
        return document
    return {
        key: promises(value, names=not names and key in ("properties", "schemas", "paths", "parameters"))
        for key, value in document.items()
        if names or key not in _TEXTS
    }


def breaks(old: Schema, new: Schema) -> list[str]:
    """What clients of ``old`` can no longer count on in ``new``, one line each; both are OpenAPI documents."""
    return list(dict.fromkeys(_Comparison(old, new).lines()))


class _Comparison:
    def __init__(self, old: Schema, new: Schema) -> None:
        self._old, self._new = old, new
        self._open: set[tuple[str, str, bool]] = set()
        """Pairs of named schemas that are being compared: some refer to themselves."""

    def lines(self) -> Iterator[str]:
        for path, methods in self._old["paths"].items():
            for method, operation in methods.items():
                place = f"{method.upper()} {path}"
                if (other := self._new["paths"].get(path, {}).get(method)) is None:
                    yield f"{place}: removed"
                    continue
                yield from self._parameters(place, operation, other)
                yield from self._body(place, operation.get("requestBody"), other.get("requestBody"))
                yield from self._answers(place, operation["responses"], other["responses"])

    def _parameters(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        before, after = ({(each["in"], each["name"]): each for each in one.get("parameters", ())} for one in (old, new))
        for key, parameter in after.items():
            if parameter.get("required") and not before.get(key, {}).get("required"):
                yield f"{place}: {key[1]}: is required now"
        for key, parameter in before.items():
            if key not in after:
                yield f"{place}: {key[1]}: removed"
                continue
            one, other = parameter.get("schema", {}), after[key].get("schema", {})
            if one.get("default") != other.get("default"):
                yield f"{place}: {key[1]}: has another default"
            yield from self._accepted(f"{place}: {key[1]}", one, other)

    def _body(self, place: str, old: Schema | None, new: Schema | None) -> Iterator[str]:
        if new and new.get("required") and not (old and old.get("required")):
            yield f"{place}: the body is required now"
        if old and not new:
            yield f"{place}: the body is taken no more"
        if not old or not new:
            return
        for kind, content in old.get("content", {}).items():
            if kind not in new["content"]:
                yield f"{place}: {kind} is taken no more"
            else:
                yield from self._accepted(f"{place}: body", content.get("schema", {}), new["content"][kind]["schema"])

    def _answers(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        for status, answer in old.items():
            if status >= "4":
                continue
            if status not in new:
                yield f"{place}: answers {status} no more"
                continue
            for kind, content in answer.get("content", {}).items():
                if kind not in new[status].get("content", {}):
                    yield f"{place}: is no more answered as {kind}"
                    continue
                told = new[status]["content"][kind].get("schema", {})
                yield from self._covers(f"{place}: answer", content.get("schema", {}), told, request=False)

    def _accepted(self, place: str, old: Schema, new: Schema) -> Iterator[str]:
        return self._covers(place, new, old, request=True)

    def _covers(self, place: str, wide: Schema, narrow: Schema, *, request: bool) -> Iterator[str]:
        """Why a value of ``narrow`` is none of ``wide``; of a request the new schema is the wide one, of an answer the
        old one."""
        key = (str(wide.get("$ref", "")), str(narrow.get("$ref", "")), request)
        if key[0] and key in self._open:
            return
        self._open.add(key)
        wides = self._alternatives(wide, self._new if request else self._old)
        for each in self._alternatives(narrow, self._old if request else self._new):
            same = [other for other in wides if other.get("type") == each.get("type")] or wides
            reasons = [list(self._covers_one(place, other, each, request=request)) for other in same]
            yield from min(reasons, key=len, default=[])
        self._open.discard(key)

    def _covers_one(self, place: str, wide: Schema, narrow: Schema, *, request: bool) -> Iterator[str]:
        types, told = wide.get("type"), narrow.get("type")
        if types and told != types and (types, told) != ("number", "integer"):
            yield f"{place}: takes {told} no more" if request else f"{place}: may be {told} now"
            return
        if request:
            yield from _narrowed(place, wide, narrow)
        yield from self._fields(place, wide, narrow, request=request)
        for part in ("items", "additionalProperties"):
            if isinstance(wide.get(part), dict) and isinstance(narrow.get(part), dict):
                yield from self._covers(f"{place}[]", wide[part], narrow[part], request=request)

    def _fields(self, place: str, wide: Schema, narrow: Schema, *, request: bool) -> Iterator[str]:
        wides, narrows = wide.get("properties", {}), narrow.get("properties", {})
        for name in sorted((narrows if request else wides).keys() - (wides if request else narrows).keys()):
            yield f"{place}.{name}: removed"
        for name in sorted(set(wide.get("required", ())) - set(narrow.get("required", ()))):
            if request or name in narrows:
                yield f"{place}.{name}: is required now" if request else f"{place}.{name}: may be missing now"
        for name in sorted(wides.keys() & narrows.keys()):
            yield from self._covers(f"{place}.{name}", wides[name], narrows[name], request=request)

    def _alternatives(self, schema: Schema, document: Schema) -> list[Schema]:
        """What a value may be: references followed, unions taken apart.

        Without the page of some fields, which who asks for them chose, and which would let any page pass.
        """
        if schema.get("$ref") == SPARSE:
            return []
        if "$ref" in schema:
            found: Any = document
            for step in schema["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            return self._alternatives(found, document)
        for union in ("anyOf", "oneOf"):
            if union in schema:
                return [one for each in schema[union] for one in self._alternatives(each, document)]
        if isinstance(schema.get("type"), list):
            return [{**schema, "type": each} for each in schema["type"]]
        return [schema]


def _narrowed(place: str, new: Schema, old: Schema) -> Iterator[str]:
    values, before = (one.get("enum", [one["const"]] if "const" in one else None) for one in (new, old))
    if values is not None:
        if before is None:
            yield f"{place}: takes only some values now"
        yield from (f"{place}: takes {value} no more" for value in before or () if value not in values)
    for bound in _LEAST:
        if bound in new and new[bound] > old.get(bound, float("-inf")):
            yield f"{place}: {bound} is {new[bound]} now"
    for bound in _MOST:
        if bound in new and new[bound] < old.get(bound, float("inf")):
            yield f"{place}: {bound} is {new[bound]} now"
    if "pattern" in new and new["pattern"] != old.get("pattern"):
        yield f"{place}: has another pattern"


if __name__ == "__main__":
    from api.main import app

    json.dump(promises(app.openapi()), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    sys.stdout.write("\n")
