"""Who was taken out of the graph is in no export of it."""

from io import BytesIO
from pathlib import Path

import pyarrow.parquet as pq

from graph.exports import Contents, Options, export
from graph.exports.formats import FORMATS
from graph.identity.suppressing import suppress
from graph.stores import open_store
from graph.vocabulary import ExportFormat
from loaders.pipeline import load

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"


def text_of(contents: Contents, format: ExportFormat) -> str:
    """All that an export tells, with texts of articles."""
    files: dict[str, bytes] = {}
    for name, data in export(contents, format, Options(texts=True)):
        files[name] = files.get(name, b"") + data
    tables = [repr(pq.read_table(BytesIO(f)).to_pylist()) for name, f in files.items() if name.endswith(".parquet")]
    return "\n".join([*tables, *(f.decode() for name, f in files.items() if not name.endswith(".parquet"))])


def test_who_was_suppressed_is_in_no_format(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(store, [SAMPLES])
        person = next(node for node in store.nodes("Person") if node.properties["name_zh"] == "周启航")
        names = {str(person.properties[key]) for key in ("name", "name_zh", "name_en")} | {person.id}
        for format in FORMATS:
            assert any(name in text_of(Contents(store), format) for name in names), format
        suppress(store, person.id, user="wu")
        for format in FORMATS:
            assert not [name for name in names if name in text_of(Contents(store), format)], format
