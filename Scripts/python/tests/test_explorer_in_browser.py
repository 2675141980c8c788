"""The explorer as a reader has it: served, opened in a browser without network, and turned.

Needs Debian's Chromium. Without it the tests are skipped, or fail where CI=true.
"""

from __future__ import annotations

import csv
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser, ConsoleMessage, Error, Locator, Page, Request, WebSocket, expect, sync_playwright,
)

import embargo
from embargo.explorer import headline, serve
from embargo.figures.words import MINUS

CHROMIUM = pathlib.Path("/usr/bin/chromium")
SCENARIOS = pathlib.Path(__file__).parents[3] / "Scenarios"
JUNE = "Scenarios/june-2026-directive.json5"
NEVER = "relief.never_probability"
PATIENCE = 60_000
"""Milliseconds until what should happen counts as not happening."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder with the scenarios, where the explorer is started and its command typed."""
    folder = tmp_path_factory.mktemp("explorer")
    shutil.copytree(SCENARIOS, folder / "Scenarios")
    return folder


@pytest.fixture(scope="module")
def port(folder: pathlib.Path) -> Iterator[int]:
    """The port of an explorer that ends cleanly on Ctrl-C and leaves nothing behind."""
    temporary = folder / "temporary"
    temporary.mkdir()
    port = serve.free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "embargo.explorer", JUNE, "--port", str(port), "--no-browser"],
        cwd=folder, env=os.environ | {"TMPDIR": str(temporary)}, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        assert list(temporary.iterdir())
        yield port
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 0
        assert not list(temporary.iterdir())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing(f"there is no {CHROMIUM}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, port: int) -> Iterator[Page]:
    """The page with 50 futures, drawn to its end; at last, what the browser had to complain of."""
    complaints: list[str] = []
    context = browser.new_context(
        color_scheme=request.param, viewport={"width": 1400, "height": 1000},
        permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    _listen(page, complaints)
    page.goto(f"http://127.0.0.1:{port}")
    expect(_table(page)).to_be_visible(timeout=PATIENCE)
    _thumb(page, "futures").press("Home")
    expect(page.get_by_text(re.compile("^50 futures"))).to_be_visible(timeout=PATIENCE)
    yield page
    context.close()
    assert not complaints


def _means(summary: pathlib.Path) -> dict[tuple[str, str], float]:
    """The means of a table by regime and outcome, read without the package."""
    with summary.open(encoding="utf-8", newline="") as file:
        return {(row["regime"], row["outcome"]): float(row["mean"])
                for row in csv.DictReader(file) if row["mean"]}


def _listen(page: Page, complaints: list[str]) -> None:
    """Notes every error on the console and every word to another machine."""

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def asked(request: Request | WebSocket) -> None:
        if not re.match(r"(https?|wss?)://127\.0\.0\.1:\d+/|data:|blob:", request.url):
            complaints.append(request.url)

    def failed(error: Error) -> None:
        complaints.append(str(error))

    page.on("console", said)
    page.on("pageerror", failed)
    page.on("request", asked)
    page.on("websocket", asked)


def _table(page: Page) -> Locator:
    return page.locator(".headline table")


def _thumb(page: Page, name: str) -> Locator:
    """The thumb of the slider of this name, as the keyboard reaches it."""
    return page.locator(f".st-key-{re.sub('[^a-zA-Z0-9_-]', '-', name)}").get_by_role("slider")


def _turn(page: Page) -> None:
    """Moves a slider by keyboard, and waits until the numbers are others."""
    before = _table(page).inner_text()
    thumb = _thumb(page, f"value of {NEVER}")
    thumb.press("End")
    thumb.press("ArrowLeft")
    expect(page.get_by_text(f"{NEVER}=0.99", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(_table(page)).not_to_have_text(before, timeout=PATIENCE, use_inner_text=True)
    expect(page.locator(".headline .change").first).to_be_visible(timeout=PATIENCE)


def _settled(page: Page) -> None:
    """Waits until the page runs no more."""
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE)


def test_it_listens_on_this_machine_alone(port: int) -> None:
    listening = [
        line.split()[1]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in pathlib.Path(table).read_text(encoding="ascii").splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{port:04X}")
    ]
    assert listening == [f"0100007F:{port:04X}"]


def test_the_command_on_the_page_makes_the_numbers_on_the_page(
    page: Page, folder: pathlib.Path,
) -> None:
    _turn(page)
    page.get_by_role("tab", name="The command").click()
    page.get_by_test_id("stCode").hover()
    page.get_by_role("button", name="Copy to clipboard").click()
    command = page.evaluate("navigator.clipboard.readText()")
    _settled(page)
    assert command.startswith(f"embargo run {JUNE} ") and f"--set {NEVER}=0.99 " in command

    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    if not (programs / "embargo").exists():
        (programs / "embargo").symlink_to(embargo.find_program())
    subprocess.run(
        command, shell=True, check=True, cwd=folder, capture_output=True,
        env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"})
    out = folder / command.split("--out ")[1].split()[0]
    cells = headline.table(embargo.load(out), None)
    means = _means(out / "summary.csv")
    for regime, row in cells.items():
        shown = page.locator("tr", has=page.locator(f"th:text-is('{regime}')"))
        for outcome, cell in row.items():
            said = shown.locator(f"td[data-outcome={outcome}]")
            expect(said.locator(".mean")).to_have_text(cell.mean)
            number = said.locator(".mean").inner_text().replace(MINUS, "-").replace(",", "")
            assert float(number) == pytest.approx(means[regime, outcome], rel=0.005)
            expect(said.locator(".interval")).to_have_text(f"({cell.interval})")
            if cell.remark:
                expect(said.locator(".remark")).to_have_text(cell.remark)
    assert len(cells) == 4


def test_every_view_is_drawn(page: Page) -> None:
    for name in ("Distributions", "Parts", "Defenders", "Relief", "Over time", "One history"):
        page.get_by_role("tab", name=name).click()
        chart = page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first
        expect(chart).to_be_visible(timeout=PATIENCE)
        _settled(page)
        box = chart.bounding_box()
        assert box and box["width"] > 300 and box["height"] > 200, name
        expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_wrong_value_is_told_in_the_programs_words(page: Page) -> None:
    other = page.get_by_role("textbox", name="Other changes")
    other.fill(f"{NEVER}=2")
    other.press("Control+Enter")
    expect(page.get_by_text("must be from 0 to 1, but is 2")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Back to the scenario as it stands").click()
    expect(_table(page)).to_be_visible(timeout=PATIENCE)
