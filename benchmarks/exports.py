"""What exports cost: edges a second and the most memory, of each format, from an embedded store.

    python -m benchmarks.exports                     # a graph of a million edges, all formats
    python -m benchmarks.exports --write             # keeps the table in docs/benchmarks.md too
    python -m benchmarks.exports --events 1000000    # another size; may be given again
    python -m benchmarks.exports --format parquet    # one format only; may be given again
    python -m benchmarks.exports --folder graphs     # where stores are kept (.jjj/benchmarks)

Each format is written in a process of its own, and thrown away as it comes. Beside the seconds on the clock stand
those of the processor: on a machine that does other things the clock tells of these too.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.bulk import write_ladybug
from benchmarks.world import World
from graph.exports import Contents, export
from graph.exports.contents import PARTS, TIES
from graph.exports.formats import FORMATS
from graph.schema import EDGES
from graph.stores import open_store

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.exports --write -->", "<!-- end of exports -->"
MILLION_EDGES: Final = 60_000
"""Events of a world that has about a million edges."""
TYPES: Final = {
    **dict.fromkeys(("gexf", "graphml", "node-link"), TIES),
    **dict.fromkeys(("csv", "parquet"), (*TIES, *PARTS)),
    **dict.fromkeys(("jsonld", "ftm"), ("HOLDS", "PART_OF", "LOCATED_IN", "GOVERNS", *PARTS)),
    "neo4j": tuple(EDGES),
}
"""The types of edges that each format writes."""


def main() -> None:
    """Print the table, and with ``--write`` keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE.name}")
    parser.add_argument("--events", type=int, action="append", help=f"how many ({MILLION_EDGES})")
    parser.add_argument("--format", action="append", choices=list(FORMATS), help="all")
    parser.add_argument("--folder", type=Path, default=Path(".jjj/benchmarks"), help="where stores are kept")
    parser.add_argument("--measure", nargs=2, metavar=("STORE", "FORMAT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measured(Path(given.measure[0]), given.measure[1])))
        return
    rows = []
    for events in given.events or [MILLION_EDGES]:
        path = _store(given.folder, events)
        for format in given.format or FORMATS:
            command = [sys.executable, "-m", "benchmarks.exports", "--measure", str(path), format]
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
            rows.append(_row(format, json.loads(done.stdout)))
            print(rows[-1], flush=True)
    load = os.getloadavg()[1]
    table = "\n".join(
        [
            f"Measured {date.today()}, {os.cpu_count()} cores, load {load:.1f} (1 where nothing else runs).",
            "",
            "| format | edges | MB written | s | s of processor | edges/s | edges/s of processor | peak MB |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            *rows,
        ]
    )
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def measured(path: Path, format: str) -> dict[str, Any]:
    """Write ``format`` from the store at ``path``; edges, bytes, seconds, seconds of processor, bytes of memory."""
    with open_store(path, read_only=True) as store, Path(os.devnull).open("wb") as out:
        types = "|".join(TYPES[format])
        (edges,) = store.cypher(f"MATCH ()-[r:{types}]->() RETURN count(*)", seconds=600).rows[0]
        began, spent, size = time.perf_counter(), time.process_time(), 0
        for _, data in export(Contents(store), format):  # type: ignore[arg-type] # argparse checked it
            size += out.write(data)
        seconds, spent = time.perf_counter() - began, time.process_time() - spent
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    return {"edges": edges, "bytes": size, "seconds": seconds, "processor": spent, "peak": peak << 10}


def _store(folder: Path, events: int) -> Path:
    """The store of a world of that size, made if it is not there."""
    path = folder / f"{events}.lbug"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_ladybug(World(events), path)
    return path


def _row(format: str, found: dict[str, Any]) -> str:
    edges, seconds, processor = found["edges"], found["seconds"], found["processor"]
    rates = f"{edges / seconds:,.0f} | {edges / processor:,.0f}"
    numbers = f"{edges:,} | {found['bytes'] / 1e6:,.0f} | {seconds:.1f} | {processor:.1f} | {rates}"
    return f"| {format} | {numbers} | {found['peak'] / 1e6:,.0f} |"


if __name__ == "__main__":
    main()
