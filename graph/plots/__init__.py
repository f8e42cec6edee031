"""The three commonest pictures, as figures of matplotlib (extra ``plots``): who lies around whom, district × district,
events by month. Names are in Chinese and English, in an open font that comes with the extra.

A figure belongs to no window and to no state of pyplot; ``saved`` writes it, a notebook shows it by itself.
"""

from graph.plots.around import ego
from graph.plots.charts import districts, months
from graph.plots.naming import names
from graph.plots.style import COLOURS, FONT, ImageFormat, install_font, saved, style

__all__ = ["COLOURS", "FONT", "ImageFormat", "districts", "ego", "install_font", "months", "names", "saved", "style"]
