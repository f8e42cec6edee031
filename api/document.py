"""The OpenAPI document: what FastAPI makes of the routes, with the answers that no route gives by itself."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import FORBIDDEN, MALFORMED, TOO_LARGE, TOO_LONG, TOO_MANY, UNAUTHENTICATED, UNSUPPORTED, Kind
from api.representations import SPARSE_PAGE, allow_sparse
from api.schemas import problem_components

_ALWAYS: Final = (UNAUTHENTICATED, FORBIDDEN, TOO_LONG, TOO_MANY)
_WITH_BODY: Final = (MALFORMED, TOO_LARGE, UNSUPPORTED)
_RETRY: Final = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}}


def document(app: FastAPI) -> dict[str, Any]:
    """The document of ``app``, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        made["components"]["schemas"] |= {**problem_components(), "SparsePage": SPARSE_PAGE}
        made["components"]["responses"] = {kind.slug: _response(kind) for kind in (*_ALWAYS, *_WITH_BODY)}
        for path, methods in made["paths"].items():
            if path.startswith("/v1/"):
                for operation in methods.values():
                    allow_sparse(operation)
                    _complete(operation)
        app.openapi_schema = made
    return app.openapi_schema


def _complete(operation: dict[str, Any]) -> None:
    for kind in (*_ALWAYS, *(_WITH_BODY if "requestBody" in operation else ())):
        operation["responses"].setdefault(str(kind.status), {"$ref": f"#/components/responses/{kind.slug}"})


def _response(kind: Kind) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "description": kind.meaning,
        "content": content,
        **({"headers": _RETRY} if kind is TOO_MANY else {}),
    }
