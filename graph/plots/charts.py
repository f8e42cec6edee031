"""Pictures that count: district × district, and events by month."""

from typing import Final

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from graph import questions
from graph.errors import NotFound
from graph.plots.naming import names
from graph.plots.style import COLOURS, drawn
from graph.questions import Selection
from graph.store import Store

STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two that are named, so that the same ones are named in every year."""
NAMED: Final = 18
"""Months that have room for their names."""


def districts(store: Store, only: Selection | None = None, *, limit: int = 20) -> Figure:
    """How many events districts share, as a matrix. Raises NotFound where there are none, InvalidQuestion."""
    matrix = questions.matrix(store, only, limit=limit)
    if not matrix.rows:
        raise NotFound("no event has two districts")
    ids = [each.id for each in matrix.columns]
    with drawn(3.5 + 0.5 * len(ids), 3 + 0.5 * len(matrix.rows), "constrained") as figure:
        axes = figure.add_subplot()
        axes.imshow(matrix.counts, cmap="Blues", vmin=0)
        above, beside = (names(store, ids, between) for between in "\n ")
        axes.set_xticks(range(len(ids)), [above[id] for id in ids], rotation=90, fontsize=8, linespacing=1.4)
        axes.set_yticks(range(len(matrix.rows)), [beside[each.id] for each in matrix.rows], fontsize=8)
        most = max(max(row) for row in matrix.counts)
        for y, row in enumerate(matrix.counts):
            for x, count in enumerate(row):
                if count:
                    colour = "white" if 3 * count > 2 * most else "black"
                    axes.text(x, y, str(count), ha="center", va="center", color=colour, fontsize=8)
        axes.set_title("Events that districts share\n区县共同事件", linespacing=1.5)
    return figure


def months(store: Store, only: Selection | None = None) -> Figure:
    """Meetings and agreements by month. Raises NotFound where none lies in a month, InvalidQuestion."""
    series = questions.series(store, only, by="month", split="kind")
    if not any(line.points for line in series.lines):
        raise NotFound("no event lies in a month")
    kinds = {"meeting": "meetings 会面", "agreement": "agreements 协议"}
    periods = sorted({point.period for line in series.lines for point in line.points})
    places = {period: place for place, period in enumerate(periods)}
    with drawn(10, 4, "constrained") as figure:
        axes = figure.add_subplot()
        bottom = [0] * len(periods)
        for line, colour in zip(series.lines, COLOURS.values(), strict=False):
            for point in line.points:
                place = places[point.period]
                label = kinds.get(line.key or "", line.key or "") if point is line.points[0] else None
                axes.bar(place, point.count, bottom=bottom[place], color=colour, label=label)
                bottom[place] += point.count
        step = next((step for step in STEPS if len(periods) <= NAMED * step), STEPS[-1])
        named = [period for period in periods if _month(period) % step == 0]
        axes.set_xticks([places[period] for period in named], named, rotation=60, ha="right", fontsize=8)
        axes.set_xlim(-1, len(periods))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
        axes.set_title("Events by month  每月事件")
        if missing := sum(line.total - sum(point.count for point in line.points) for line in series.lines):
            axes.set_xlabel(f"+ {missing} whose month no article tells  另有 {missing} 件月份不明", fontsize=9)
        axes.legend(frameon=False)
    return figure


def _month(period: str) -> int:
    """Months since the year 0, of which each January is a multiple of 12."""
    year, month = period.split("-")
    return 12 * int(year) + int(month) - 1
