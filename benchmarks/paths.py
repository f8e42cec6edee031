"""What paths cost: the projection and its searches beside other engines, on graphs of one kind and several sizes.

    python -m benchmarks.paths                       # what is not measured yet, of three sizes, and prints the tables
    python -m benchmarks.paths --write               # keeps them in docs/benchmarks.md too
    python -m benchmarks.paths --events 10000        # of one size; may be given again
    python -m benchmarks.paths --part networkx       # one part only; may be given again
    python -m benchmarks.paths --again               # measures again what was measured
    python -m benchmarks.paths --folder graphs       # where stores and figures are kept (.jjj/benchmarks)
    python -m benchmarks.paths --http                # the service too: 20 clients for a minute

Each part of each size is a run of its own, of minutes, in a process of its own, whose figures are kept as JSON beside
the stores: so a run that was stopped goes on where it was. Every engine is asked about the same pairs of persons, all
of them in each of three rounds, and of each pair the best time counts: a neighbour on the machine only ever adds. All
have to find as many hops.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isnan, nan
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np

from benchmarks.parts import PARTS
from benchmarks.world import World

PAGE: Final = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.paths --write -->", "<!-- end of paths -->"
SIZES: Final = (10_000, 100_000, 1_000_000)
PEERS: Final = ("networkx", "igraph", "Neo4j", "Ladybug")
QUESTIONS: Final = ("shortest", "filtered", "k = 5", "in time order", "two hops around")

Row: TypeAlias = Sequence[str]
Figures: TypeAlias = Mapping[str, Any]
"""Of one size, from all of its parts."""


def main() -> None:
    """Measure what is asked for, and print the tables of all that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the tables in {PAGE.name}")
    parser.add_argument("--events", type=int, action="append", help="how many; 10,000, 100,000 and a million")
    parser.add_argument("--part", action="append", choices=list(PARTS), help="all but http")
    parser.add_argument("--again", action="store_true", help="also what was measured before")
    parser.add_argument("--http", action="store_true", help="the part http too")
    parser.add_argument(
        "--folder", type=Path, default=Path(".jjj/benchmarks"), help="where stores and figures are kept"
    )
    given = parser.parse_args()
    sizes = given.events or SIZES
    parts = given.part or [part for part in PARTS if part != "http" or given.http]
    for events in sizes:
        for part in parts:
            kept = _kept(given.folder, events, part)
            if given.again or not kept.exists():
                if len(sizes) == len(parts) == 1:
                    _measure(given.folder, events, part)
                else:
                    _measure_elsewhere(given.folder, events, part)
    report = "\n\n".join(_tables([_figures(given.folder, events) for events in sizes]))
    print(report)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _kept(folder: Path, events: int, part: str) -> Path:
    return folder / f"{events}-{part}.json"


def _measure(folder: Path, events: int, part: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    figures = PARTS[part](World(events), folder)
    figures["when"], kept = date.today().isoformat(), _kept(folder, events, part)
    kept.with_suffix(".part").write_text(json.dumps(figures), encoding="utf-8")
    kept.with_suffix(".part").rename(kept)
    print(f"{events:,} events, {part}: {time.perf_counter() - begin:,.0f} s", file=sys.stderr)


def _measure_elsewhere(folder: Path, events: int, part: str) -> None:
    """In a process of its own, which gives all memory back, and may fail alone."""
    command = [sys.executable, "-m", __spec__.name, "--folder", str(folder), "--events", str(events), "--part", part]
    if subprocess.run([*command, "--again"], check=False, stdout=subprocess.DEVNULL).returncode:  # noqa: S603
        print(f"{events:,} events, {part}: failed", file=sys.stderr)


def _figures(folder: Path, events: int) -> Figures:
    """What all parts found; ``seconds`` and ``hops`` by engine or question, ``written`` by way."""
    found: dict[str, Any] = {"events": events, "when": ""}
    for part in PARTS:
        kept = _kept(folder, events, part)
        for name, value in json.loads(kept.read_text(encoding="utf-8")).items() if kept.exists() else ():
            found[name] = {**found.get(name, {}), **value} if isinstance(value, dict) else value
    return found


def _tables(measured: Sequence[Figures]) -> Iterator[str]:
    when = ", ".join(sorted({m["when"] for m in measured} - {""}))
    yield f"Python {platform.python_version()} on {platform.machine()}, {when}."
    sizes = [f"{m['events']:,} events" for m in measured]

    def table(title: str, rows: Mapping[str, Sequence[str]]) -> str:
        head = (title, *sizes)
        return "\n".join(
            f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *((n, *r) for n, r in rows.items()))
        )

    def row(value: Any) -> list[str]:
        return [value(m) for m in measured]

    yield table(
        "the graph",
        {
            name: row(lambda m, name=name: f"{m[name]:,}" if name in m else "–")
            for name in ("persons", "attendances", "of bodies")
        },
    )
    yield table(
        "the projection",
        {
            "built from Ladybug, s": row(lambda m: _number(m.get("built", {}).get("Ladybug"))),
            "built from Neo4j, s": row(lambda m: _number(m.get("built", {}).get("Neo4j"))),
            "one article more, ms, p50 and p99": row(lambda m: _spread(m.get("followed"))),
            "MB": row(lambda m: _number(_bytes(m) / 1e6)),
            "bytes an attendance of a person": row(lambda m: _number(_bytes(m) / m.get("attendances", nan))),
            "bytes of networkx to one of it": row(_networkx_bytes),
        },
    )
    yield table(
        "a question to it, ms, p50 and p99",
        {name: row(lambda m, name=name: _spread(m.get("seconds", {}).get(name))) for name in QUESTIONS},
    )
    yield table(
        "shortest, ms, p50 and p99",
        {name: row(lambda m, name=name: _spread(m.get("seconds", {}).get(name))) for name in ("ours", *PEERS)},
    )
    yield table(
        "shortest, times as long as ours at the median",
        {name: row(lambda m, name=name: _ratio(m, name)) for name in PEERS},
    )
    yield table(
        "pairs of which an engine found other hops than ours",
        {name: row(lambda m, name=name: _differing(m, name)) for name in PEERS},
    )
    yield table(
        "edges written a second",
        {way: row(lambda m, way=way: _rate(m, way)) for way in ("Ladybug, COPY", "Neo4j, import", "Neo4j, MERGE")},
    )
    if any("http" in m for m in measured):
        yield table(
            "over HTTP, 20 clients",
            {name: row(lambda m, name=name: m.get("http", {}).get(name, "–")) for name in measured[-1].get("http", {})},
        )


def _number(value: float | None) -> str:
    return "–" if value is None or isnan(value) else f"{value:,.1f}"


def _bytes(m: Figures) -> float:
    return float(m.get("bytes", {}).get("ours", nan))


def _spread(seconds: Sequence[float] | None) -> str:
    if not seconds:
        return "–"
    return " / ".join(f"{np.quantile(seconds, share) * 1e3:,.3f}" for share in (0.5, 0.99))


def _networkx_bytes(m: Figures) -> str:
    told = m.get("bytes", {})
    return _number(told["networkx"] / told["ours"] if {"networkx", "ours"} <= told.keys() else None)


def _ratio(m: Figures, name: str) -> str:
    told = m.get("seconds", {})
    if not {name, "ours"} <= told.keys():
        return "–"
    return f"{np.median(told[name]) / np.median(told['ours'][: len(told[name])]):,.1f}"


def _differing(m: Figures, name: str) -> str:
    told = m.get("hops", {})
    if not {name, "ours"} <= told.keys():
        return "–"
    differing = sum(one != other for one, other in zip(told[name], told["ours"], strict=False))
    return f"{differing} of {len(told[name])}"


def _rate(m: Figures, way: str) -> str:
    written = m.get("written", {}).get(way)
    return f"{written['edges'] / written['seconds']:,.0f}" if written else "–"


if __name__ == "__main__":
    main()
