"""A headless Chromium driven through a pair of pipes: no driver, no port, no network."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: Widths and heights a page is looked at in: phone, laptop.
SIZES = {"phone": (390, 844), "laptop": (1366, 768)}
#: Seconds the browser may take for an answer.
PATIENCE = 120
#: Names under which the browser is installed.
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """The browser of this machine, None if there is none."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def axe() -> Path | None:
    """The script of axe-core: named by AXE_CORE, or installed by ``npm install axe-core`` in the repository."""
    beside = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    found = Path(os.environ.get("AXE_CORE") or beside)
    return found if found.is_file() else None


@dataclass(slots=True)
class Browser:
    """One page of a headless browser."""

    out: int  # the end commands are written to
    back: int  # the end answers are read from
    session: str = ""
    number: int = 0
    rest: bytes = b""
    requests: list[str] = field(default_factory=list)  # every address asked for since the last page was opened
    loaded: bool = False

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Give a command of the developers' protocol and wait for its answer."""
        self.number += 1
        message: dict[str, Any] = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                assert "error" not in answer, (method, answer["error"])
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.back], [], [], PATIENCE)
            part = os.read(self.back, 1 << 20) if ready else b""
            if not part:
                raise RuntimeError("the browser has gone, or does not answer")
            self.rest += part
        text, _, self.rest = self.rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        self.loaded = self.loaded or message.get("method") == "Page.loadEventFired"
        return message

    def attach(self) -> None:
        """Open an empty page."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Network.enable")

    def open(self, page: Path, size: str = "laptop", media: str = "") -> None:
        """Show a file at a size, as on a screen or as printed."""
        width, height = SIZES[size]
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=size == "phone")  # fmt: skip
        self.call("Emulation.setEmulatedMedia", media=media)
        self.requests, self.loaded = [], False
        self.call("Page.navigate", url=page.resolve().as_uri())
        while not self.loaded:
            self._next()

    def value(self, expression: str) -> Any:
        """What an expression comes to in the page; a promise is waited for."""
        found = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def picture(self, path: Path, most: int = 16000) -> None:
        """The whole page as a picture, at most so many points high."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], most), "scale": 1}
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(shot["data"]))

    def print(self, path: Path) -> None:
        """The page as it is printed on paper of 210 by 297 mm."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69}  # inches
        made = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True, **paper)
        path.write_bytes(base64.b64decode(made["data"]))


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser with an empty page; it is ended afterwards."""
    found = program()
    assert found is not None
    here_in, there_out = os.pipe()
    there_in, here_out = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # it may still write as it ends
        command = f'exec "$0" --headless --no-sandbox --disable-gpu --hide-scrollbars --remote-debugging-pipe ' \
                  f'--no-first-run --user-data-dir="$1" 3<&{there_in} 4>&{there_out}'  # fmt: skip
        process = subprocess.Popen(
            ["bash", "-c", command, found, folder], pass_fds=(there_in, there_out), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(there_in), os.close(there_out)
        one = Browser(here_out, here_in)
        try:
            one.attach()
            yield one
        finally:
            process.terminate()
            process.wait(20)
            os.close(here_out), os.close(here_in)
