"""Takes the README's pictures from the demonstration, in a real browser; run by `make pictures`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent.absolute() / "pictures"
SHOTS = {"review": ("step/activities/", 900, 1180), "theory": ("theory/", 900, 1500)}
"""The page of each picture, and the height and width of its window."""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "trueline",
            "demo",
            "--no-open",
            "--data",
            f"{folder}/demo",
        ]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            take(_link(server))
        finally:
            server.terminate()
            server.wait()


def _link(server: subprocess.Popen[str]) -> str:
    """The link that the demonstration prints for its visitors."""
    for line in server.stdout or ():
        if found := re.search(r"http://\S+/demo/\S+", line):
            return found[0]
    raise SystemExit("The demonstration did not start.")


def take(link: str) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1180, "height": 900})
        page.goto(link)
        page.locator("button").filter(has_text=re.compile("ditor")).first.click()
        page.get_by_role("link", name=re.compile("Call before you pay")).first.click()
        here = page.url.split("/step/")[0]
        for name, (place, height, width) in SHOTS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{here}/{place}")
            if name == "review":
                _to_the_note(page)
            _keep(page, FOLDER / f"{name}.png")
        browser.close()


def _to_the_note(page: Page) -> None:
    """From a page with a note to the form that the note speaks of."""
    form = page.get_by_role("link", name=re.compile("^Resolve")).first.get_attribute("href")
    page.goto(urljoin(page.url, str(form).partition("#")[0]))


def _keep(page: Page, path: Path) -> None:
    page.screenshot(path=path)
    print(f"{path.relative_to(Path.cwd())}: {path.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
