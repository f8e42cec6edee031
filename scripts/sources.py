"""A hook of mkdocs: files outside ``docs`` that a page links to are in the site, as text, under ``source/``.

In the checkout such a link leads to the file itself; a site holds only what is in ``docs``, so that it
would lead nowhere.
"""

import os
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

LINK = re.compile(r"\]\((\.\./[^)#\s]+)(?:#[^)\s]*)?\)")
SHOWN = ".txt"
"""What browsers show, whatever server sends it, instead of keeping it as a file."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what pages link to."""
    root = Path(config.docs_dir).parent
    for page in list(files.documentation_pages()):
        for link in LINK.findall(page.content_string):
            name = _outside(link, page.src_uri, root)
            if name and files.get_file_from_path(_place(name)) is None:
                files.append(File.generated(config, _place(name), content=(root / name).read_bytes()))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Files) -> str:
    """Let links lead there."""
    root, folder = Path(config.docs_dir).parent, Path(page.file.src_uri).parent

    def led(link: re.Match[str]) -> str:
        name = _outside(link[1], page.file.src_uri, root)
        return f"]({os.path.relpath(_place(name), folder)})" if name else link[0]

    return LINK.sub(led, markdown)


def _outside(link: str, page: str, root: Path) -> str | None:
    """The file of the checkout that a page links to, if it is none of the documents."""
    name = os.path.normpath(Path("docs") / Path(page).parent / link)
    return name if not name.startswith("docs/") and (root / name).is_file() else None


def _place(name: str) -> str:
    return f"source/{name}{SHOWN}"
