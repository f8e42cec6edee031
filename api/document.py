"""The OpenAPI document: what FastAPI makes of the routes, with the answers that no route gives by itself."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.deps import validators
from api.problems import FORBIDDEN, MALFORMED, TOO_LARGE, TOO_LONG, TOO_MANY, UNAUTHENTICATED, UNSUPPORTED, Kind
from api.representations import SPARSE_PAGE, allow_sparse
from api.routes import ROUTERS
from api.schemas import problem_components

_ALWAYS: Final = (UNAUTHENTICATED, FORBIDDEN, TOO_LONG, TOO_MANY)
_WITH_BODY: Final = (MALFORMED, TOO_LARGE, UNSUPPORTED)
_TAG: Final = "Equal as long as the answer is: it changes with the store, the question and the form."
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
            for operation in methods.values():
                _describe(operation)
        for route in (route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)):
            if any(each.dependency is validators for each in route.dependencies):
                _validated(made["paths"][route.path_format]["get"])
        app.openapi_schema = made
    return app.openapi_schema


def _complete(operation: dict[str, Any]) -> None:
    for kind in (*_ALWAYS, *(_WITH_BODY if "requestBody" in operation else ())):
        operation["responses"].setdefault(str(kind.status), {"$ref": f"#/components/responses/{kind.slug}"})


def _describe(operation: dict[str, Any]) -> None:
    """Say what a success is where the route says no more than what it answers: FastAPI says that it is one."""
    for answer in operation["responses"].values():
        if answer.get("description") == "Successful Response":
            answer["description"] = "The answer." if "content" in answer else "Done."


def _validated(operation: dict[str, Any]) -> None:
    """Tell of the tag of an answer, and of who has it already."""
    operation["responses"]["200"]["headers"] = {"ETag": {"schema": {"type": "string"}, "description": _TAG}}
    operation["responses"]["304"] = {"description": "The client has this answer: If-None-Match names its ETag."}


def _response(kind: Kind) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        "description": kind.meaning,
        "content": content,
        **({"headers": _RETRY} if kind is TOO_MANY else {}),
    }
