"""The three commonest pictures, as figures of matplotlib (extra ``plots``): who lies around whom, district × district,
events by month. Names are in Chinese and English, in an open font that comes with the extra.

A figure belongs to no window and to no state of pyplot; ``saved`` writes it, a notebook shows it by itself.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, Literal, TypeAlias

import matplotlib as mpl
import networkx as nx
import numpy as np
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator
from noto_cjk_sans_otc import FONT_PATH

from graph import questions
from graph.errors import NotFound, OutputError
from graph.questions import Selection, TieFilter
from graph.questions.answers import Context, Entity
from graph.questions.contexts import contexts
from graph.questions.entities import by_id
from graph.questions.telling import Telling
from graph.store import Store

ImageFormat: TypeAlias = Literal["png", "svg"]
FONT: Final = "Noto Sans CJK SC"
COLOURS: Final = {"person": "#0072b2", "institution": "#e69f00", "district": "#009e73"}
"""Of Okabe and Ito (2008), which who sees no red or green tells apart too."""
KINDS: Final = {"person": "person 人物", "institution": "institution 机构", "district": "district 区县"}
LETTERS: Final = 28
"""Of a line, where a name has lines of its own."""
STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two that are named, so that the same ones are named in every year."""
NAMED: Final = 18
"""Months that have room for their names."""
_STYLE: Final[dict[Any, Any]] = {
    "font.family": [FONT, "DejaVu Sans"],
    "svg.hashsalt": "jingjinji",
    "axes.unicode_minus": False,
}


@cache
def install_font() -> str:
    """The name of a font with Chinese and Latin letters, made known to matplotlib."""
    fontManager.addfont(str(FONT_PATH))
    return FONT


def style() -> None:
    """Set the font for every figure that follows, as a notebook wants it."""
    install_font()
    mpl.rcParams.update(_STYLE)


def ego(store: Store, id: str, only: TieFilter | None = None, *, depth: int = 1, limit: int = 30) -> Figure:
    """The entity of ``id`` with at most ``limit`` others within ``depth`` hops, and the ties among all of them.

    A line is the wider the more events it has. Raises NotFound, InvalidQuestion.
    """
    around = questions.neighbourhood(store, id, only, depth=depth, limit=limit, wanted=Telling(0))
    if not around.edges:
        raise NotFound(f"nothing lies around {id!r}")
    network = nx.Graph()
    entities = {entity.id: entity for entity in (around.centre, *around.nodes)}
    network.add_nodes_from(entities)
    for tie in around.edges:
        seen = network.get_edge_data(tie.source, tie.target, {"events": 0})["events"]
        network.add_edge(tie.source, tie.target, events=seen + tie.count)
    called = names(store, entities, "\n")
    places = nx.spring_layout(network, seed=0, k=3 / len(entities) ** 0.5)
    with _drawn(9, 9) as figure:
        axes = figure.add_subplot()
        # A place or a part has no event, and is a thin line.
        events = [max(number, 1) for _, _, number in network.edges(data="events")]
        widths = [1 + 3 * (number - 1) / max(events) for number in events]
        # Where everybody is tied to everybody, lines that cover each other would be one grey ground.
        shade = max(0.1, min(0.3, len(network) / len(events)))
        nx.draw_networkx_edges(network, places, ax=axes, width=widths, edge_color="black", alpha=shade)
        nx.draw_networkx_nodes(
            network,
            places,
            ax=axes,
            node_size=[400 if node == id else 120 for node in network],
            node_color=[COLOURS[entities[node].kind] for node in network],
        )
        for node, (x, y) in places.items():
            beside = np.mean([places[other][1] for other in network[node]]) if network[node] else y
            above = y >= beside  # where its lines do not go
            off = 13 if node == id else 9
            axes.annotate(
                called[node],
                (x, y),
                (0, off if above else -off),
                textcoords="offset points",
                ha="center",
                va="bottom" if above else "top",
                fontsize=8,
                path_effects=[withStroke(linewidth=2.5, foreground="white")],
            )
        kinds = {entity.kind for entity in entities.values()}
        axes.legend(handles=[_dot(kind) for kind in COLOURS if kind in kinds], loc="lower right", frameon=False)
        axes.set_title(_name(around.centre, "  "))
        axes.margins(0.12)
        axes.axis("off")
    return figure


def districts(store: Store, only: Selection | None = None, *, limit: int = 20) -> Figure:
    """How many events districts share, as a matrix. Raises NotFound where there are none, InvalidQuestion."""
    matrix = questions.matrix(store, only, limit=limit)
    if not matrix.rows:
        raise NotFound("no event has two districts")
    ids = [each.id for each in matrix.columns]
    with _drawn(3.5 + 0.5 * len(ids), 3 + 0.5 * len(matrix.rows)) as figure:
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
    with _drawn(10, 4) as figure:
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
        axes.legend(frameon=False)
    return figure


def names(store: Store, ids: Iterable[str], between: str = " ") -> dict[str, str]:
    """What the entities of ``ids`` are called in a picture, by id: in both languages, with ``between`` between the two.

    Namesakes among them also have their post and its body, or whatever else tells them apart; else their ids.
    """
    entities = by_id(store, set(ids))
    called = {id: _name(entity, between) for id, entity in entities.items()}
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in entities.values():
        for name in (entity.name, entity.name_zh, entity.name_en):
            bearers[name or entity.name].add(entity.id)
    namesakes = {id for bearing in bearers.values() if len(bearing) > 1 for id in bearing}
    known = contexts(store, namesakes)
    told = {id: _folded(_told(known[id]) if id in known else "", between) for id in namesakes}
    for id in sorted(namesakes):
        others = (other for other in namesakes if (called[other], told[other]) == (called[id], told[id]))
        apart = told[id] if told[id] and len(list(others)) == 1 else id
        called[id] += f"{between}({apart})"
    return called


def saved(figure: Figure, path: str, format: ImageFormat) -> None:
    """Write ``figure``; the same graph gives the same bytes. Letters in SVG are outlines, which need no font.

    Raises OutputError.
    """
    with mpl.rc_context(_STYLE):
        try:
            figure.savefig(path, format=format, dpi=150, metadata={"Date": None} if format == "svg" else None)
        except OSError as error:
            raise OutputError(path, error) from error


@contextmanager
def _drawn(width: float, height: float) -> Iterator[Figure]:
    install_font()
    with mpl.rc_context(_STYLE):
        yield Figure(figsize=(width, height), layout="constrained")


def _name(entity: Entity, between: str = "\n") -> str:
    """Both names, where there are two; a ``$`` would begin a formula."""
    names = dict.fromkeys(_folded(name, between) for name in (entity.name_zh, entity.name_en) if name)
    return (between.join(names) or entity.name).replace("$", r"\$")


def _folded(text: str, between: str) -> str:
    return textwrap.fill(text, LETTERS) if between == "\n" else text


def _told(known: Context) -> str:
    body = known.name_zh or known.name_en or known.name
    told = ", ".join(part for part in (known.title, body) if part) or known.article or ""
    return told.replace("$", r"\$")


def _month(period: str) -> int:
    """Months since the year 0, of which each January is a multiple of 12."""
    year, month = period.split("-")
    return 12 * int(year) + int(month) - 1


def _dot(kind: str) -> Line2D:
    return Line2D([], [], color=COLOURS[kind], marker="o", linestyle="", label=KINDS[kind])
