"""Where the files of an export go: a folder, or a ZIP archive that is sent while it is made."""

import os
import zipfile
from collections.abc import Iterator
from errno import EISDIR
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from graph.errors import OutputError
from graph.exports.drain import Drain
from graph.exports.formats import Chunk


def zipped(chunks: Iterator[Chunk]) -> Iterator[bytes]:
    """The archive of these files, some bytes at a time."""
    out = Drain()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, parts in groupby(chunks, itemgetter(0)):
            # Parquet is compressed already.
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".parquet") else zipfile.ZIP_DEFLATED
            with archive.open(info, "w", force_zip64=True) as file:
                for _, data in parts:
                    file.write(data)
                    yield out.drained()
    yield out.drained()


def saved(chunks: Iterator[bytes], path: Path) -> None:
    """Into the file ``path``, which is there whole or as it was; a link stays one. Raises OutputError."""
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, "it is a folder")
        if path.exists() and not path.is_file():
            # A device or a pipe takes what is written, and no file may stand in its place.
            _write(chunks, path)
            return
        file = path.resolve()
        part = file.with_name(f".{file.name}.part")
        try:
            _write(chunks, part)
            os.replace(part, file)  # noqa: PTH105
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(str(path), error) from error


def _write(chunks: Iterator[bytes], path: Path) -> None:
    with path.open("wb") as file:
        for data in chunks:
            file.write(data)


def saved_in(chunks: Iterator[Chunk], folder: Path) -> None:
    """Each file into ``folder``, which is made if it is not there. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(folder), error) from error
    for name, parts in groupby(chunks, itemgetter(0)):
        saved((data for _, data in parts), folder / name)
