"""What identity costs: resolving all records of a store, and one more article into that store.

    python -m benchmarks.identity            # prints the table
    python -m benchmarks.identity --write    # keeps it in docs/benchmarks.md too

Times are seconds of processor time on one core, since a neighbour on the machine only ever adds; the memory is the
process's peak so far.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import ladybug
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.news import News
from graph.article import Article
from graph.facts import Facts
from graph.identity.article_records import records_of
from graph.identity.bookkeeping import key_rows
from graph.identity.closure import Stored
from graph.identity.derivation import derivation_row
from graph.identity.intake import origin_id
from graph.identity.ledger import take_in
from graph.identity.records import Record
from graph.identity.resolve import resolve
from graph.identity.rows import rows, whole
from graph.identity.worlds import World
from graph.schema import EDGES, NODES, Column
from graph.store import Edge, Node, Store
from graph.stores import open_store

TYPES: dict[Column, pa.DataType] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
}
PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.identity --write -->", "<!-- end of identity -->"
SIZES = [2_000, 20_000, 200_000]
COLUMNS = (
    "records", "people", "records of one name", "making them, s", "resolving, s", "by the clock, s", "memory, GB",
    "one more article, s", "at most, s",
)  # fmt: skip
MORE = 30
"""Articles that are added one by one."""
MEMORY = 4 << 30
_ENDS: dict[str, Column] = {"from": "string", "to": "string"}
_Articles: TypeAlias = Sequence[tuple[Article, Facts]]


class _Clock:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    @property
    def wall(self) -> float:
        return time.perf_counter() - self._wall

    @property
    def cpu(self) -> float:
        return time.process_time() - self._cpu


def main() -> None:
    """Measure each size that the command line names, and with ``--write`` keep the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", nargs="*", type=int, default=SIZES)
    parser.add_argument("--write", action="store_true", help=f"keep the table in {PAGE.name}")
    given = parser.parse_args()
    lines = [f"| {' | '.join(COLUMNS)} |", "| ---: " * len(COLUMNS) + "|"]
    for size in given.records:
        with tempfile.TemporaryDirectory() as folder:
            lines.append(_measured(size, Path(folder) / "store"))
            print(lines[-1], flush=True)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        table = "\n".join(lines)
        PAGE.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _measured(size: int, path: Path) -> str:
    news = News(size)
    articles = list(news)
    clock = _Clock()
    records = [r for article, facts in articles for r in records_of(article, facts)]
    made = clock.cpu
    clock = _Clock()
    entities = resolve(records)
    resolved, wall = clock.cpu, clock.wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    keys = Counter(name for r in records for name in r.names if r.kind == "person")
    _copied(path, _all_rows(articles, records, entities))
    with closing(open_store(path)) as store:
        more = [_seconds(store, news, size + n) for n in range(MORE + 3)][3:]
    people = len({e for e in entities.values() if e.startswith("p-")})
    found = (
        f"| {len(records):,} | {people:,} | {keys.most_common(1)[0][1]:,} | {made:.1f} | {resolved:.1f} | {wall:.1f}"
    )
    return f"{found} | {memory:.1f} | {statistics.median(more):.2f} | {max(more):.2f} |"


def _seconds(store: Store, news: News, number: int) -> float:
    article = news.article(number)
    clock = _Clock()
    take_in(store, [article])
    return clock.cpu


def _all_rows(articles: _Articles, records: Iterable[Record], entities: dict[str, str]) -> Iterator[Node | Edge]:
    """All that a store of these records holds, as loading them one by one would have it."""
    world = World({r.id: Stored(r, entities[r.id]) for r in records})
    keys = sorted({key for s in world.stored.values() for key in s.record.keys})
    own = world.rows(world.entities(world.stored), world.stored)
    yield from rows(map(whole, chain(key_rows(keys), own, chain.from_iterable(map(_article, articles))))).values()
    yield from (derivation_row(), Node("Edition", {"id": "graph", "number": 1}))


def _article(told: tuple[Article, Facts]) -> Iterator[Node | Edge]:
    article, facts = told
    content = {"text": article.text, "sha256": article.sha256, "published": facts.published, "lang": facts.lang}
    yield Node("Article", {"id": article.id, "source": article.file, **content})
    yield Node("Origin", {"id": origin_id(str(article.origin)), "article": article.id, "source": article.file})


def _copied(path: Path, every: Iterable[Node | Edge]) -> None:
    """Into a new store by the engine's own COPY: loading is another benchmark's question."""
    open_store(path).close()
    tables: dict[tuple[str, ...], list[dict[str, object]]] = defaultdict(list)
    for row in every:
        if isinstance(row, Node):
            tables[row.label,].append(dict(row.properties))
        else:
            both = {"from": row.source[1], "to": row.target[1]}
            tables[row.type, row.source[0], row.target[0]].append(both | dict(row.properties))
    database = ladybug.Database(path, buffer_pool_size=MEMORY, max_db_size=1 << 36)
    connection, file = ladybug.Connection(database), path.with_suffix(".parquet")
    for (name, *ends), given in sorted(tables.items(), key=lambda t: len(t[0])):
        columns = _ENDS | EDGES[name].columns if ends else NODES[name].columns
        schema = pa.schema([(column, TYPES[kind]) for column, kind in columns.items()])
        pq.write_table(pa.Table.from_pylist(given, schema), file)
        connection.execute(f"COPY `{name}` FROM '{file}'" + (f" (from='{ends[0]}', to='{ends[1]}')" if ends else ""))
    connection.execute("CHECKPOINT")
    connection.close()
    database.close()


if __name__ == "__main__":
    main()
