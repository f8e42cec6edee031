"""All figures in the words of Prometheus: what was counted, and how the store is now."""

from collections.abc import Iterator
from typing import Final

from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from api.opened import OpenedStore
from graph.errors import StoreError

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


def text(opened: OpenedStore) -> bytes:
    """All figures, as Prometheus reads them."""
    try:
        figures = CollectorRegistry()
        MultiProcessCollector(figures)  # type: ignore[no-untyped-call]
    except ValueError:  # one process
        return generate_latest(REGISTRY) + _of_store(opened)
    return generate_latest(figures) + _of_store(opened)


def _of_store(opened: OpenedStore) -> bytes:
    figures = CollectorRegistry()
    figures.register(_Store(opened))
    return generate_latest(figures)


class _Store(Collector):
    """The store as it is now. What one answers for all workers is true of all: they have one store."""

    def __init__(self, opened: OpenedStore) -> None:
        self._opened = opened

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("jingjinji_store_up", "Whether the store answers.")
        try:
            store = self._opened.get()
            edition = store.edition()
            articles = sum(int(str(row["number"])) for row in store.read("stats_articles"))
        except StoreError:
            up.add_metric((), 0)
            yield up
            return
        up.add_metric((), 1)
        yield up
        engine = GaugeMetricFamily("jingjinji_store_engine", "1, with the engine of the store.", labels=("engine",))
        engine.add_metric((self._opened.engine,), 1)
        yield engine
        yield GaugeMetricFamily("jingjinji_store_edition", "Transactions that changed the store.", edition)
        yield GaugeMetricFamily("jingjinji_store_articles", "Articles in the store.", articles)
        yield GaugeMetricFamily(
            "jingjinji_projection_built", "Whether paths are searched in memory.", int(self._opened.warm)
        )
