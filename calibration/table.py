"""How confidences hold: facts by bin of confidence, how many are right, beside what was promised."""

from collections.abc import Callable, Iterable
from typing import Final

from calibration.rows import Row
from graph.vocabulary import BANDS

PARTS: Final[dict[str, Callable[[Row], bool]]] = {
    "development": lambda row: row.article.part == "development",
    "held out": lambda row: row.article.part == "held out",
    "practice": lambda row: row.article.practice,
    "never opened": lambda row: row.article.unopened,
    "practice, held out": lambda row: row.article.practice and row.article.part == "held out",
}


def right(row: Row) -> bool:
    """Whether a fact is right, with what it leans on."""
    return row.fact.right and row.fact.leans_on_right


def share(facts: Iterable[Row]) -> tuple[int, float]:
    """The number of facts and the share that is right, 1 if there are none."""
    verdicts = [right(row) for row in facts]
    return len(verdicts), sum(verdicts) / len(verdicts) if verdicts else 1.0


def sure(facts: Iterable[Row]) -> list[Row]:
    """The facts of the uppermost bin."""
    return [row for row in facts if row.fact.confidence >= BANDS[0]]


def tables(facts: Iterable[Row]) -> str:
    """The calibration table, by part of the articles, and the uppermost bin by kind of fact: Markdown."""
    every = list(facts)
    lines = ["| articles | confidence | facts | promised | right |", "| --- | --- | --- | --- | --- |"]
    for name, of_part in PARTS.items():
        inside = [row for row in every if of_part(row)]
        for least, below in zip(BANDS, (1.01, *BANDS), strict=False):
            of_bin = [row for row in inside if least <= row.fact.confidence < below]
            promised = sum(row.fact.confidence for row in of_bin) / len(of_bin) if of_bin else 0.0
            number, holds = share(of_bin)
            lines.append(f"| {name} | {least:.1f} and more | {number} | {promised:.3f} | {holds:.3f} |")
    lines += ["", f"| kind, {BANDS[0]} and more | " + " | ".join(PARTS) + " |", "| --- " * (len(PARTS) + 1) + "|"]
    for kind in sorted({row.fact.kind for row in every}):
        shares = (share(r for r in sure(every) if r.fact.kind == kind and of_part(r)) for of_part in PARTS.values())
        lines.append(f"| {kind} | " + " | ".join(f"{holds:.3f} of {number}" for number, holds in shares) + " |")
    return "\n".join(lines)
