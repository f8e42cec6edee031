"""Bytes that Atheris grows by the branches that they reach, read as an article; ``test_atheris`` runs it.

    python -m tests.loaders.extraction.atheris_extract -runs=100000 CORPUS

What breaks extraction, gives facts that do not hold or takes too long ends it, and is written to a file ``crash-…``.
"""

import sys

import atheris

with atheris.instrument_imports(include=["loaders"]):
    from graph.article import Article
    from loaders.extraction import extract
    from tests.loaders.extraction.test_fuzz import hold


def read(data: bytes) -> None:
    """One article: its text is what of ``data`` is UTF-8."""
    article = Article("a.txt", data.decode("utf-8", "replace"))
    hold(article, extract(article))


if __name__ == "__main__":
    for text in ("北京大学校长张三会见李四。", "Guo Fu, President of BISTU, met Wu Xiaojie."):
        read(text.encode())  # the lexicons are read once, outside of any time that is taken
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
