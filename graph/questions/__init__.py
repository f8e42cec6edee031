"""What can be asked of the graph, each question once, over ``Store.read`` alone.

Every function takes the store first and answers with the frozen dataclasses of ``answers``, whose JSON form
(``dataclasses.asdict``) is exactly what the API sends and ``jjj --json`` prints. A name or id is resolved by
``find`` first; the other questions take the entity's canonical id.
"""

from graph.questions.articles import article, articles, find_article
from graph.questions.candidates import candidates
from graph.questions.course import Course
from graph.questions.doubts import warnings
from graph.questions.entities import entity
from graph.questions.events import agreement, agreements, meeting, meetings
from graph.questions.find import avoided, find
from graph.questions.judgements import decided, judgement, judgements
from graph.questions.matrix import matrix
from graph.questions.met import met
from graph.questions.neighbourhood import common, neighbourhood
from graph.questions.newest import events
from graph.questions.pages import Page
from graph.questions.paths import paths
from graph.questions.ranking import ranking
from graph.questions.report import report
from graph.questions.search import search
from graph.questions.selection import Selection
from graph.questions.series import series
from graph.questions.sides import sides
from graph.questions.stats import stats
from graph.questions.through import on_the_way
from graph.questions.ties import TieFilter
from graph.questions.timeline import timeline
from graph.questions.why import why

__all__ = [
    "Course",
    "Page",
    "Selection",
    "TieFilter",
    "agreement",
    "agreements",
    "article",
    "articles",
    "avoided",
    "candidates",
    "common",
    "decided",
    "entity",
    "events",
    "find",
    "find_article",
    "judgement",
    "judgements",
    "matrix",
    "meeting",
    "meetings",
    "met",
    "neighbourhood",
    "on_the_way",
    "paths",
    "ranking",
    "report",
    "search",
    "series",
    "sides",
    "stats",
    "timeline",
    "warnings",
    "why",
]
