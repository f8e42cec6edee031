"""The OpenAPI document."""

import json
from functools import lru_cache
from hashlib import sha256

from fastapi import APIRouter, FastAPI, Request, Response

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def document(request: Request) -> Response:
    """What there is to ask, for programs."""
    text, tag = _document(request.app)
    return Response(text, media_type="application/json", headers={"ETag": tag, "Cache-Control": "no-cache"})


@lru_cache(maxsize=1)
def _document(app: FastAPI) -> tuple[bytes, str]:
    text = json.dumps(app.openapi(), ensure_ascii=False, separators=(",", ":")).encode()
    return text, f'"{sha256(text).hexdigest()[:32]}"'
