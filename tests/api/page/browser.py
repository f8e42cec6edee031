"""A real browser: a headless Chromium, spoken to in its own protocol (CDP) over a pipe.

Two pipes and JSON between zero bytes are all it takes; a driver would be one more thing to fetch and to keep in step.
Without Chromium the tests are skipped; where ``CI=true`` they fail.
"""

import base64
import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 30
"""Seconds until a browser that does not answer is given up; no measure of speed."""
SETTLED = """new Promise((done) => { const look = () => {
  const main = document.querySelector("main");
  const drawn = [...document.querySelectorAll(".stage:not([hidden])")].every((stage) => stage.dataset.settled);
  return main?.childElementCount && !("working" in main.dataset) && drawn ? done(true) : setTimeout(look, 20);
}; setTimeout(look, 30); })"""
"""A script that ends when the page has shown its view, and the picture in it has come to rest."""


CODES = {
    "Enter": 13, "Tab": 9, "Escape": 27, "Space": 32, "Home": 36, "End": 35,
    "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40,
}  # fmt: skip


class Browser:
    """One page, with what it logged and asked for."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader, self._writer, self._rest, self._number = reader, writer, b"", 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command; what happens meanwhile is kept in ``events``."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writer, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._reader], [], [], PATIENCE)
            piece = os.read(self._reader, 1 << 16) if ready else b""
            assert piece, "the browser does not answer"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def run(self, script: str) -> Any:
        """The value of a script, awaited."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def act(self, script: str) -> str:
        """The text of the page's main part after a script and all that it set going."""
        self.run(script)
        self.run(SETTLED)
        return str(self.run('document.querySelector("main").innerText'))

    def open(self, address: str) -> str:
        """The text of the main part of the page at that address, loaded anew."""
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=address)
        # An answer tells that the new page has begun, so what is asked next is asked of it.
        self.run("document.readyState")
        # Of a full history Chromium drops what was left without a gesture of the reader, as all is by a script: a step
        # back would then lead out of the page.
        self.call("Page.resetNavigationHistory")
        return self.act("0")

    def press(self, *keys: str, text: str | None = None) -> str:
        """The text of the main part after those keys; a key is its DOM name, with ``Shift+`` before it or not."""
        for key in keys:
            shift, name = key.startswith("Shift+"), key.removeprefix("Shift+")
            typed = {"Enter": "\r", "Space": " "}.get(name, name if len(name) == 1 else None)
            about = {"key": " " if name == "Space" else name, "modifiers": 8 if shift else 0}
            about["windowsVirtualKeyCode"] = CODES.get(name, ord(name[0].upper()))
            self.call("Input.dispatchKeyEvent", type="keyDown", **about, **({"text": typed} if typed else {}))
            self.call("Input.dispatchKeyEvent", type="keyUp", **about)
        return self.act("0")

    def type(self, text: str) -> None:
        """Write into what has the focus, as a keyboard or an input method that is done does."""
        self.call("Input.insertText", text=text)

    def click(self, selector: str) -> str:
        """The text of the main part after a press of the mouse in the middle of the first such element."""
        place = self.run(
            f"""{{ const found = document.querySelector({json.dumps(selector)});
            found.scrollIntoView({{ block: "center" }});
            const {{ x, y, width, height }} = found.getBoundingClientRect(); [x + width / 2, y + height / 2] }}"""
        )
        return self.click_at(*place)

    def click_at(self, x: float, y: float) -> str:
        """The text of the main part after a press of the mouse there."""
        for what in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if what == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.call("Input.dispatchMouseEvent", type=what, x=x, y=y, **button)
        return self.act("0")

    def until(self, condition: str) -> None:
        """Wait until a script gives something true."""
        self.run(
            f"new Promise((done) => {{ const look = () => ({condition}) ? done(1) : setTimeout(look, 20); look(); }})"
        )

    def size(self, width: int, height: int) -> None:
        """Make the window so large, in CSS pixels; less than 500 is a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )

    def prefer(self, **features: str) -> None:
        """What media queries are told, as ``prefer(color_scheme="dark")``."""
        told = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=told)

    def screenshot(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])


def _program() -> str:
    if found := shutil.which("chromium") or shutil.which("chromium-browser"):
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("no Chromium")
    pytest.skip("no Chromium")


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    (theirs, writer), (reader, answers) = os.pipe(), os.pipe()
    options = [
        "--headless=new", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
        "--disable-dev-shm-usage", "--no-first-run", "--lang=en",
        "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={profile}",
    ]  # fmt: skip
    # Chromium reads its file 3 and writes its file 4, whatever these are here.
    command = ["bash", "-c", f'exec "$@" 3<&{theirs} 4>&{answers}', "bash", _program(), *options]
    process = subprocess.Popen(
        command, pass_fds=(theirs, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    os.close(answers)
    try:
        yield Browser(reader, writer)
    finally:
        process.terminate()
        process.wait()
        os.close(reader)
        os.close(writer)
