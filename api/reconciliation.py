"""The words of the Reconciliation Service API 0.2: what clients send, and how answers are shaped."""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Annotated, Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from api.bodies import Refused, check
from api.counted import counted
from api.faults import faults, told
from graph.errors import InvalidQuestion
from graph.questions.answers import Entity, EntityDetail
from graph.questions.reconciling import (
    CANDIDATES,
    KINDS,
    MOST,
    PROPERTIES,
    Property,
    Reconciled,
    Value,
    Wish,
)

BATCH: Final = 50
"""Names of one request."""
ROWS: Final = 100
"""Entities of one extension."""
PATH: Final = "/v1/reconcile"
WIDTH, HEIGHT = 420, 180
"""Pixels of a preview."""
T = TypeVar("T", bound=BaseModel)
Json = dict[str, Any]


_TEXT: Final[Json] = {"type": "string", "maxLength": 2000}
QUERIES: Final[Json] = {
    "description": "Names by keys of the client's, as JSON.",
    "type": "object",
    "maxProperties": BATCH,
    "additionalProperties": {
        "type": "object",
        "required": ["query"],
        "properties": {
            "query": _TEXT,
            "type": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "maxItems": 10}]},
            "limit": {"type": "integer", "minimum": 1},
            "properties": {
                "type": "array",
                "maxItems": 20,
                "items": {
                    "type": "object",
                    "required": ["pid", "v"],
                    "properties": {"pid": {"type": "string", "maxLength": 200}, "v": {}},
                },
            },
        },
    },
}
EXTEND: Final[Json] = {
    "description": "Entities and the properties that are wanted of them, as JSON.",
    "type": "object",
    "required": ["ids", "properties"],
    "properties": {
        "ids": {"type": "array", "maxItems": ROWS, "items": {"type": "string"}},
        "properties": {
            "type": "array",
            "maxItems": len(PROPERTIES),
            "items": {"type": "object", "required": ["id"], "properties": {"id": {"enum": list(PROPERTIES)}}},
        },
    },
}
"""What a form has, for the OpenAPI document."""


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [] if value is None else [value]


class _Property(BaseModel):
    pid: str = Field(max_length=200)
    v: Annotated[list[Any], BeforeValidator(_listed), Field(max_length=50)]

    @property
    def values(self) -> tuple[str, ...]:
        told = (v.get("id") or v.get("name") if isinstance(v, Mapping) else v for v in self.v)
        return tuple(str(v)[:200] for v in told if isinstance(v, str | int | float))


class _Query(BaseModel):
    query: str = Field("", max_length=2000)
    type: Annotated[list[str], BeforeValidator(_listed), Field(max_length=10)] = []
    limit: int = Field(CANDIDATES, ge=1)
    properties: list[_Property] = Field([], max_length=20)

    @property
    def wish(self) -> Wish | None:
        """None where only types are wanted that nobody has."""
        kinds = tuple(kind for kind in KINDS if kind in self.type)
        if self.type and not kinds:
            return None
        return Wish(self.query, kinds, min(self.limit, MOST), tuple((p.pid, p.values) for p in self.properties))


class _Wanted(BaseModel):
    id: str


class _Extension(BaseModel):
    model_config = ConfigDict(extra="ignore")
    ids: list[str] = Field(max_length=ROWS)
    properties: list[_Wanted] = Field(max_length=len(PROPERTIES))

    @property
    def wanted(self) -> list[Property]:
        unknown = [each.id for each in self.properties if each.id not in PROPERTIES]
        if unknown:
            raise InvalidQuestion(f"no property is called {unknown[0][:100]!r}", parameter="extend")
        return [PROPERTIES[each.id] for each in self.properties]


def parsed_queries(text: str) -> dict[str, Wish | None]:
    """The wishes of a batch, by the client's keys. Raises InvalidQuestion."""
    batch = _object(text, "queries")
    if len(batch) > BATCH:
        raise InvalidQuestion(f"a batch has at most {BATCH} queries", parameter="queries")
    return {key: _valid(_Query, query, "queries").wish for key, query in batch.items()}


def parsed_extension(text: str) -> tuple[list[str], list[Property]]:
    """The ids and the properties of a data extension. Raises InvalidQuestion."""
    found = _valid(_Extension, _object(text, "extend"), "extend")
    return found.ids, found.wanted


def manifest(base: str) -> Json:
    """What the service offers; ``base`` is its address without a path."""
    service = {"service_url": base + PATH}
    suggest = {
        "entity": {
            **service,
            "service_path": "/suggest/entity",
            "flyout_service_url": base + PATH,
            "flyout_service_path": "/flyout/entity?id=${id}",
        },
        "type": {**service, "service_path": "/suggest/type"},
        "property": {**service, "service_path": "/suggest/property"},
    }
    return {
        "versions": ["0.2"],
        "name": "Jingjinji",
        "identifierSpace": f"{base}/v1/entities/",
        "schemaSpace": f"{base}/docs",
        "defaultTypes": types(KINDS),
        "batchSize": BATCH,
        "view": {"url": base + "/v1/entities/{{id}}"},
        "preview": {"url": base + PATH + "/preview?id={{id}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggest,
        "extend": {"propose_properties": {**service, "service_path": "/properties"}, "property_settings": []},
    }


def types(kinds: Iterable[str]) -> list[Json]:
    """Kinds of entities as types."""
    return [{"id": kind, "name": kind.capitalize()} for kind in kinds]


def result(found: Sequence[Reconciled]) -> Json:
    """The candidates of one name."""
    return {"result": [_candidate(each) for each in found]}


def suggestions(found: Sequence[Reconciled]) -> Json:
    """Entities to choose from while one types."""
    return {
        "result": [
            {
                "id": each.entity.id,
                "name": shown(each.entity),
                "description": each.description,
                "notable": types([each.entity.kind]),
            }
            for each in found
        ]
    }


def proposed(kind: str | None, limit: int) -> Json:
    """The properties that entities of a kind have."""
    found = [p for p in PROPERTIES.values() if kind is None or kind in p.kinds][:limit]
    told: Json = {"limit": limit, "properties": [{"id": p.id, "name": p.name} for p in found]}
    return told if kind is None else told | {"type": kind}


def extension(properties: Sequence[Property], rows: Mapping[str, Mapping[str, Sequence[Value]]]) -> Json:
    """The values of ``properties``, a row for each id."""
    meta = [{"id": p.id, "name": p.name} | ({"type": types([p.kind])[0]} if p.kind else {}) for p in properties]
    return {
        "meta": meta,
        "rows": {id: {of: [_value(v) for v in values] for of, values in row.items()} for id, row in rows.items()},
    }


def card(detail: EntityDetail) -> str:
    """An entity as a small page of its own, for a preview or a flyout."""
    lines = [f"{p.title}, {shown(p.body if detail.kind == 'person' else p.person)}" for p in detail.posts[:3]]
    lines += [shown(each) for each in (*detail.part_of, *detail.located_in)][:2]
    counts = ", ".join(counted(getattr(detail.counts, f"{of}s"), of) for of in ("meeting", "agreement", "article"))
    rest = "".join(f"<br>{escape(line)}" for line in (*lines, counts))
    return f"<p><b>{escape(shown(detail))}</b> <small>{detail.kind} {escape(detail.id)}</small>{rest}</p>"


def shown(entity: Entity) -> str:
    """Both names."""
    return " ".join(dict.fromkeys(name for name in (entity.name_zh, entity.name_en) if name)) or entity.name


def _candidate(each: Reconciled) -> Json:
    features = [{"id": id, "value": fits} for id, fits in each.fits]
    return {
        "id": each.entity.id,
        "name": shown(each.entity),
        "description": each.description,
        "type": types([each.entity.kind]),
        "score": each.score,
        "features": features,
        "match": each.match,
    }


def _value(value: Value) -> Json:
    if isinstance(value, Entity):
        return {"id": value.id, "name": shown(value)}
    return {"int": value} if isinstance(value, int) else {"str": value}


def _object(text: str, parameter: str) -> dict[str, Any]:
    try:
        check(text.encode("utf-8", "surrogatepass"))
        value = json.loads(text)
    except Refused as error:
        raise InvalidQuestion(error.detail.replace("the body", "this"), parameter=parameter) from error
    if not isinstance(value, dict):
        raise InvalidQuestion("an object is expected", parameter=parameter)
    return value


def _valid(model: type[T], value: object, parameter: str) -> T:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        [first, *_] = faults(dict(each, loc=(parameter, *each["loc"])) for each in error.errors(include_input=False))
        raise InvalidQuestion(told([first]), parameter=parameter, reason=told([first])) from error
