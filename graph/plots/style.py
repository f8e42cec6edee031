"""How pictures look: font, colours, and how they become files."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Final, Literal, TypeAlias

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from noto_cjk_sans_otc import FONT_PATH

from graph.errors import OutputError

ImageFormat: TypeAlias = Literal["png", "svg"]
FONT: Final = "Noto Sans CJK SC"
COLOURS: Final = {"person": "#0072b2", "institution": "#e69f00", "district": "#009e73"}
"""Of Okabe and Ito (2008), which who sees no red or green tells apart too."""
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
def drawn(width: float, height: float, layout: Literal["constrained"] | None = None) -> Iterator[Figure]:
    """A figure of that many inches, in this style."""
    install_font()
    with mpl.rc_context(_STYLE):
        yield Figure(figsize=(width, height), layout=layout)
