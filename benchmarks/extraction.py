"""What extraction costs: characters a second beside two taggers of words, and how the cost grows.

    python -m benchmarks.extraction            # prints the tables
    python -m benchmarks.extraction --write    # keeps them in docs/benchmarks.md too

Everything runs on one core, by rules alone, in one process after another on the same texts. Times are seconds of
processor time, the best of a few rounds, since a neighbour on the machine only ever adds.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.press import LANGUAGES, long_article, more_names, press
from graph.article import Article

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- python -m benchmarks.extraction --write -->", "<!-- end -->"
CHARACTERS = 100_000
"""Of the texts that each is measured on."""
ROUNDS = 3
LENGTHS = (2_000, 20_000, 200_000)
FUZZ = ("双方签署协议", "met with Li Min ", "校长郭福", "工程学院长赵博", "(", "\n", "a\n", "北京大学、")
"""Repeated to 100 kB, each took over a second once, or might."""
Row = Sequence[str]


def main() -> None:
    """Print the tables, and with ``--write`` keep them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"keep the tables in {PAGE.name}")
    parser.add_argument("--measure", choices=[*MEASURES], help=argparse.SUPPRESS)
    parser.add_argument("--names", type=int, default=1, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(MEASURES[given.measure](given.names)))
        return
    report = "\n\n".join(tables())
    print(report)
    if given.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{report}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def tables() -> Iterator[str]:
    """Each measured in a process of its own, so that no lexicon of another one is in its memory."""
    yield f"Python {platform.python_version()} on {platform.machine()}, one core."
    speed = {name: _measured(name) for name in ("rules", "rjieba", "jieba")}
    ours = speed["rules"]
    yield _table(
        ("characters a second", *LANGUAGES, *(f"rules to it, {lang}" for lang in LANGUAGES), "peak memory"),
        [
            (
                name,
                *(f"{found[lang]:,.0f}" for lang in LANGUAGES),
                *(f"{ours[lang] / found[lang]:.2f}" for lang in LANGUAGES),
                f"{found['memory']:.0f} MB",
            )
            for name, found in speed.items()
        ],
    )
    growth = _measured("growth")
    yield _table(
        ("one article of", *(f"{lang}, µs a character" for lang in LANGUAGES)),
        [(f"{size:,} characters", *(f"{growth[f'{lang} {size}']:.2f}" for lang in LANGUAGES)) for size in LENGTHS],
    )
    names = {times: _measured("rules", times) for times in (1, 10)}
    yield _table(
        ("institutions known", *(f"{lang}, characters a second" for lang in LANGUAGES), "peak memory"),
        [
            (f"{found['known']:,.0f}", *(f"{found[lang]:,.0f}" for lang in LANGUAGES), f"{found['memory']:.0f} MB")
            for found in names.values()
        ],
    )
    slow = _measured("fuzz")
    yield _table(
        ("100 kB of", "seconds"), [(f"`{json.dumps(text, ensure_ascii=False)}`", f"{slow[text]:.2f}") for text in FUZZ]
    )


def _table(head: Row, rows: Sequence[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _measured(name: str, names: int = 1) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.extraction", "--measure", name, "--names", str(names)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - our own
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _memory() -> float:
    """Peak of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _speed(read: Callable[[str], object]) -> dict[str, float]:
    found = {}
    for lang in LANGUAGES:
        texts = press(lang, CHARACTERS)
        read(texts[0])
        seconds = _seconds(lambda texts=texts: [read(text) for text in texts])  # type: ignore[misc]
        found[lang] = sum(map(len, texts)) / seconds
    return found | {"memory": _memory()}


def _rules(names: int) -> dict[str, float]:
    known = more_names(names)
    from loaders.extraction import extract

    return _speed(lambda text: extract(Article("a.txt", text))) | {"known": known}


def _rjieba(_: int) -> dict[str, float]:
    import rjieba

    return _speed(rjieba.tag)


def _jieba(_: int) -> dict[str, float]:
    from jieba import posseg  # type: ignore[import-untyped]

    return _speed(posseg.lcut)


def _growth(_: int) -> dict[str, float]:
    from loaders.extraction import extract

    found = {}
    for lang in LANGUAGES:
        for size in LENGTHS:
            article = Article("a.txt", long_article(lang, size))
            extract(article)
            seconds = _seconds(lambda article=article: extract(article))  # type: ignore[misc]
            found[f"{lang} {size}"] = 1e6 * seconds / len(article.text)
    return found


def _fuzz(_: int) -> dict[str, float]:
    from loaders.extraction import extract

    found = {}
    for text in FUZZ:
        extract(Article("a.txt", text))
        article = Article("a.txt", text * (100_000 // len(text.encode())))
        found[text] = _seconds(lambda article=article: extract(article), 1)  # type: ignore[misc]
    return found


MEASURES = {"rules": _rules, "rjieba": _rjieba, "jieba": _jieba, "growth": _growth, "fuzz": _fuzz}


if __name__ == "__main__":
    main()
