"""Takes the pictures of this documentation: a site of the worked examples among made-up neighbours, photographed.

Run it with ``python docs/take_pictures.py``; it needs Chromium, playwright and Pillow. Only what looks different is
written, so that the pictures in the repository change when the site does.
"""

import datetime as dt
import functools
import http.server
import io
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from panel.domain.verdict import Event  # noqa: E402 - found through the path above
from panel.publish.site.build import build_site  # noqa: E402
from panel.store.workspace import Workspace  # noqa: E402
from tests.needs import chromium  # noqa: E402
from tests.site.conftest import vote  # noqa: E402
from tests.site.made import keep_past, put, verdict, workspace  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
HEAVIEST = 150_000
"""Bytes of the heaviest picture."""
WIDE, NARROW = 1280, 360
SHOTS = (
    ("home", "", WIDE, 1500, "light"),
    ("home-narrow", "", NARROW, 1300, "light"),
    ("release", "releases/muse-spark/", WIDE, 1500, "light"),
    ("release-dark", "releases/muse-spark/", WIDE, 1100, "dark"),
    ("release-narrow", "releases/muse-spark/", NARROW, 1300, "light"),
    ("history", "releases/glacier-bench/", WIDE, 0, "light"),
    ("comparison", "compare/muse-spark-vs-qwen3-6-27b/", WIDE, 1700, "light"),
    ("reviewer", "reviewers/skeptic/", WIDE, 1200, "light"),
    ("methodology", "methodology/", WIDE, 1300, "light"),
    ("search", "all/?q=bench", WIDE, 900, "light"),
)
"""Name, page, width and height in pixels (0: around the history), colours."""


def main() -> None:
    """Build the site and take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _served(_site(Path(folder))) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name, place, width, height, colours in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height or 900}, color_scheme=colours)
            page.goto(address + place)
            page.wait_for_timeout(300)
            _keep(name, _history(page) if not height else page.screenshot())
            page.close()
        browser.close()
        _keep("card", (Path(folder) / "site/releases/muse-spark/card.png").read_bytes())


def _site(root: Path) -> Path:
    """Return a built site: the worked examples as if they were published, with made-up verdicts around them."""
    home = workspace(root, 60, pairs=3)
    for made in Workspace(ROOT).verdicts():
        event = Event(at=dt.datetime(2026, 4, 27, tzinfo=dt.UTC), who="an editor", state="published", why="released")
        put(home, made.model_copy(update={"state": "published", "history": (event,)}))
    shutil.copytree(ROOT / "verdicts" / "compare", home.comparisons_folder, dirs_exist_ok=True)
    before, now = verdict(3, votes="ssss"), verdict(3, votes="skks")
    first = (now.history[0].model_copy(update={"at": now.history[0].at - dt.timedelta(days=40)}), *before.history[1:])
    keep_past(home, before.model_copy(update={"history": first}))
    put(home, now)
    vote(home, "qwen3-6-27b", 31, 9)
    vote(home, "glacier-bench", 14, 11)
    build_site(home, base_url="https://example.org")
    return root / "site"


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _history(page: Page) -> bytes:
    """Return a picture of the part of a page that tells how its verdict changed."""
    return page.locator("section[aria-labelledby=history]").screenshot()


def _keep(name: str, raw: bytes) -> None:
    """Write a picture with as few colours as it needs."""
    with Image.open(io.BytesIO(raw)) as picture:
        flat = picture.convert("RGB").quantize(96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        out = io.BytesIO()
        flat.save(out, "PNG", optimize=True)
    if len(out.getvalue()) > HEAVIEST:
        sys.exit(f"{name} has {len(out.getvalue())} bytes; take less of the page")
    file = PICTURES / f"{name}.png"
    if not file.exists() or file.read_bytes() != out.getvalue():
        file.write_bytes(out.getvalue())
        sys.stdout.write(f"{file.relative_to(ROOT)}  {len(out.getvalue()):,} bytes\n")


if __name__ == "__main__":
    main()
