"""The page, and that of the API's documentation; both load nothing from elsewhere."""

import gzip
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath

import brotli
from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from api.remembered import LEAST, coding_of

router = APIRouter(include_in_schema=False)

_TYPES = {".js": "text/javascript", ".css": "text/css"}


def _below(folder: Traversable, prefix: str = "") -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        elif PurePath(entry.name).suffix in _TYPES:
            yield prefix + entry.name


_ASSETS = frozenset(_below(files("api") / "static"))
"""The scripts and style sheets there are; nothing else can be asked for, however its path is written."""


@router.get("/")
def page(request: Request) -> Response:
    """The page to search and to look around."""
    return _file(request, "index.html", "text/html")


@router.get("/docs")
def docs(request: Request) -> Response:
    """The routes, as ``/openapi.json`` tells them."""
    return _file(request, "docs.html", "text/html")


@router.get("/static/{name:path}")
def asset(request: Request, name: str) -> Response:
    """A script or style sheet of these pages."""
    if name not in _ASSETS:
        raise HTTPException(404)
    return _file(request, name, _TYPES[PurePath(name).suffix])


def _coding(request: Request) -> str:
    """The best that the client takes: ``br``, asked for over TLS or of this machine, ``gzip`` or ``''``."""
    taken = {each.strip() for each in request.headers.get("accept-encoding", "").split(",")}
    return "br" if "br" in taken else coding_of(request)


@cache
def _compressed(content: bytes, coding: str) -> bytes:
    """As small as can be: these are few, and the same for all, so it takes its time once."""
    return brotli.compress(content) if coding == "br" else gzip.compress(content, 9, mtime=0)


def _file(request: Request, name: str, media_type: str) -> Response:
    """Always the whole file: whoever asks for a range of it is not refused one that it has not."""
    content = files("api").joinpath("static", *name.split("/")).read_bytes()
    headers = {"Cache-Control": "no-cache", "ETag": f'W/"{sha256(content).hexdigest()[:16]}"'}
    if (coding := _coding(request)) and len(content) >= LEAST:
        content = _compressed(content, coding)
        headers |= {"Content-Encoding": coding, "Vary": "Accept-Encoding"}
    return Response(content, media_type=f"{media_type}; charset=utf-8", headers=headers)
