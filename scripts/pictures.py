"""Take the pictures of the page that the documents show: ``python -m scripts.pictures [NAME …]``.

The page of the sample articles in the browser that the tests drive, each picture at a fixed size, so that two of them
differ only where the page does.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from api.app import create_app
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load
from tests.api.page.browser import Browser, chromium
from tests.api.page.conftest import SAMPLES, serving

FOLDER = Path(__file__).parent.parent / "docs" / "explorer"


@dataclass(frozen=True)
class Picture:
    """A view of the page, in a language, on a ground, in a window of so many CSS pixels."""

    view: str
    language: str = "en"
    scheme: str = "light"
    size: tuple[int, int] = (1280, 800)
    before: str = "0"
    """A script that does what a reader does before there is something to see."""


PICTURES = {
    "picture": Picture("#view=picture&centre=i-bistu&at=d-110105~i-bistu"),
    "path": Picture("#view=path&from=Wu Xiaojie&to=欧阳静", language="zh", scheme="dark"),
    "question": Picture("#view=question&id=meetings_of_two&p.who=郭福&p.other=刘维亮", language="zh", size=(1280, 680)),
    "article": Picture(
        "#view=picture&centre=i-bistu&at=d-110105~i-bistu",
        language="zh",
        before="document.querySelector('.panel .source a').click()",
    ),
    "district": Picture("#view=entity&id=d-131022", language="zh", scheme="dark", size=(1280, 1100)),
    "judgements": Picture("#view=judgements", size=(1280, 970)),
    "table": Picture("#view=picture&centre=i-bistu&show=table&at=i-bistu"),
    "phone": Picture("#view=picture&centre=i-bistu", size=(390, 844)),
}


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """The picture as PNG."""
    browser.size(*picture.size)
    browser.prefer(color_scheme=picture.scheme, reduced_motion="reduce")
    browser.open(address)
    browser.run(f"localStorage.setItem('language', '{picture.language}')")
    browser.open(f"{address}/{picture.view}")
    browser.act(picture.before)
    browser.run("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    return browser.screenshot()


def main(names: list[str]) -> None:
    """Take those of these names, else all."""
    with TemporaryDirectory() as folder:
        settings = Settings(store=str(Path(folder) / "graph.lbug"))
        with open_store(settings) as store:
            load(store, [SAMPLES])
        with serving(create_app(settings)) as address, chromium(Path(folder) / "profile") as browser:
            browser.call("Emulation.setScrollbarsHidden", hidden=True)
            for name in names or PICTURES:
                (FOLDER / f"{name}.png").write_bytes(take(browser, address, PICTURES[name]))
                print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
