"""The page, and that of the API's documentation; both load nothing from elsewhere."""

from importlib.resources import as_file, files
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

router = APIRouter(include_in_schema=False)

_TYPES = {
    "app.js": "text/javascript",
    "docs.js": "text/javascript",
    "elements.js": "text/javascript",
    "language.js": "text/javascript",
    "parts.js": "text/javascript",
    "words.js": "text/javascript",
    "style.css": "text/css",
}


@router.get("/")
def page() -> FileResponse:
    """The page to search and to look around."""
    return _file("index.html", "text/html")


@router.get("/docs")
def docs() -> FileResponse:
    """The routes, as ``/openapi.json`` tells them."""
    return _file("docs.html", "text/html")


@router.get("/static/{name}")
def asset(name: str) -> FileResponse:
    """A script or style sheet of these pages."""
    if name not in _TYPES:
        raise HTTPException(404)
    return _file(name, _TYPES[name])


def _file(name: str, media_type: str) -> FileResponse:
    with as_file(files("api") / "static" / name) as path:
        return FileResponse(
            Path(path), media_type=f"{media_type}; charset=utf-8", headers={"Cache-Control": "no-cache"}
        )
