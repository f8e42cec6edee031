"""Judgements as a text that fits version control: one JSON object a line, in an order that loading does not change.

::

    {"verdict": "same", "left": {"record": "r-…", "name": "解江凌", "source": "news.example.edu.cn"}, "right": {…},
     "kind": "person", "user": "li", "made": "2024-05-01T08:00:00.000000Z", "reason": "one post, one day"}

Names and sources are there for those who read it; the records' ids decide.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, get_args

from graph.errors import InputError
from graph.identity.clusters import Verdict
from graph.identity.judgements import JudgedRecord, StoredJudgement, judgement_id, order, utc
from graph.identity.records import Kind

_TEXTS = ("reason", "withdrawn", "withdrawn_by")


def lines(made: Iterable[StoredJudgement]) -> Iterator[str]:
    """A line for each, the oldest first, without its end; what there is none of is left out."""
    for judgement in sorted(made, key=order):
        yield json.dumps(_content(judgement), ensure_ascii=False)


def parsed(line: str, file: str, place: str) -> StoredJudgement:
    """The judgement of a line. Raises InputError, with ``file`` and ``place``."""
    try:
        content = json.loads(line)
        return _judgement(content)
    except (KeyError, TypeError, ValueError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise InputError(file, f"no judgement: {what}", place=place) from error


def _content(judgement: StoredJudgement) -> dict[str, Any]:
    sides = {side: _present(asdict(getattr(judgement, side))) for side in ("left", "right")}
    told = {k: getattr(judgement, k) for k in ("kind", "user", "made", *_TEXTS)}
    return {"verdict": judgement.verdict, **sides, **_present(told)}


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _judgement(content: Mapping[str, Any]) -> StoredJudgement:
    left, right = (_side(content[side]) for side in ("left", "right"))
    if left.record == right.record:
        raise ValueError(f"{left.record} stands on both sides")
    verdict: Any = _one_of(content["verdict"], Verdict)
    kind: Any = _one_of(content["kind"], Kind)
    user, made = _text(content["user"]), utc(_text(content["made"]))
    reason, withdrawn, by = (None if content.get(k) is None else _text(content[k]) for k in _TEXTS)
    id = judgement_id(left.record, right.record, verdict, user, made)
    return StoredJudgement(id, kind, left, right, verdict, user, made, reason, withdrawn and utc(withdrawn), by)


def _side(content: Mapping[str, Any]) -> JudgedRecord:
    record = _text(content["record"])
    if not record.startswith("r-"):
        raise ValueError(f"{record!r} is no record's id")
    name, source = (None if content.get(k) is None else _text(content[k]) for k in ("name", "source"))
    return JudgedRecord(record, name, source)


def _one_of(value: object, literal: object) -> object:
    if value not in get_args(literal):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(literal))}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
