"""The page in a browser without network: charts, tooltips, colours, phone, keyboard."""

from __future__ import annotations

import io
import os
import pathlib
import re
import shutil
from collections.abc import Iterator

import pytest
from conftest import SCENARIOS
from PIL import Image
from playwright.sync_api import Browser, ElementHandle, Page, sync_playwright

import embargo
from embargo.figures import theme
from embargo.report import report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRAWN = "html:not([data-drawing])"
MARKS = ("svg .mark-symbol path, svg .mark-line path, svg .mark-area path, svg .mark-rule line,"
         " svg .mark-rect path")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        if os.environ.get("CI") == "true":
            pytest.fail("there is no chromium, which this test needs")
        pytest.skip("there is no chromium; install Debian's package 'chromium'")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def zero_page(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The page of a run of one regime, under which defenders lose nothing in any future."""
    folder = tmp_path_factory.mktemp("zero") / "zero"
    return report(embargo.run(
        SCENARIOS / "june-2026-directive.json5", replications=30, regimes=["us-person-support"],
        out=folder, progress=False))


class Opened:
    """A page opened without network, with what it complained of and asked for."""

    def __init__(
        self, browser: Browser, path: pathlib.Path, width: int = 1200, scheme: str = "light",
        motion: str = "no-preference", touch: bool = False,
    ) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, offline=True, accept_downloads=True,
            color_scheme=scheme, reduced_motion=motion, has_touch=touch)  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())
        self.settle()

    def settle(self) -> None:
        self.page.wait_for_selector(DRAWN, state="attached", timeout=120_000)

    def figures(self) -> list[ElementHandle]:
        return self.page.query_selector_all("figure[data-figure]:not([hidden])")

    def choices(self) -> Iterator[str]:
        """Chooses every option of every list in turn; gives the id of the figure then shown."""
        for select in self.page.query_selector_all("select[data-chooses]"):
            for option in select.query_selector_all("option:not([disabled])"):
                value = str(option.get_attribute("value"))
                select.select_option(value)
                self.settle()
                yield value

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def assert_drawn(figure: ElementHandle) -> None:
    """The figure has marks of some size, and its picture is not of one colour."""
    name = figure.get_attribute("id")
    sized = figure.evaluate(
        "(node, marks) => [...node.querySelectorAll(marks)].map(m => m.getBoundingClientRect())"
        ".filter(box => box.width > 1 || box.height > 1).length", MARKS)
    assert sized > 0, f"{name} has no marks"
    chart = figure.query_selector(".chart svg")
    assert chart, f"{name} has no chart"
    size = chart.bounding_box()
    assert size and size["width"] > 200 and size["height"] > 40, (name, size)
    colours = Image.open(io.BytesIO(chart.screenshot())).convert("RGB").getcolors(2**24)
    assert colours and len(colours) > 8, f"{name} is blank"


@pytest.mark.parametrize("width, scheme", [(1200, "light"), (1200, "dark"), (375, "light")])
def test_every_figure_is_drawn_without_network_or_complaint(
    browser: Browser, june_page: pathlib.Path, width: int, scheme: str,
) -> None:
    with Opened(browser, june_page, width, scheme) as opened:
        shown = opened.figures()
        assert len(shown) == 11
        for figure in shown:
            assert_drawn(figure)
        if width == 1200 and scheme == "light":
            for chosen in opened.choices():
                figure = opened.page.query_selector(f"[id='{chosen}']")
                assert figure and figure.is_visible()
                assert_drawn(figure)
        assert opened.complaints == []
        assert opened.requests == [june_page.as_uri()]


def test_every_figure_answers_the_pointer(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page) as opened:
        for figure in opened.figures():
            figure.scroll_into_view_if_needed()
            told = _told(opened.page, figure)
            assert re.search(r"\d", told), f"{figure.get_attribute('id')} tells nothing"
        assert opened.complaints == []


def _told(page: Page, figure: ElementHandle) -> str:
    """What the tooltip says over the first of some forty marks that has one."""
    places = figure.evaluate(
        "(node, marks) => [...node.querySelectorAll(marks)].map(mark => {"
        " const box = mark.getBoundingClientRect();"
        " return [box.x + box.width / 2, box.y + box.height / 2] })", MARKS)
    for x, y in places[::max(1, len(places) // 40)]:
        if not 0 < y < 900:
            continue
        page.mouse.move(x, y)
        tip = page.query_selector("#vg-tooltip-element.visible")
        if tip and (text := tip.inner_text()):
            return text
    return ""


def test_a_tap_shows_what_a_pointer_would(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page, width=375, touch=True) as opened:
        tip = opened.page.locator("#vg-tooltip-element.visible")
        for id in ("headline", "regret"):
            box = opened.page.locator(f"#{id} svg .mark-symbol path").first
            box.scroll_into_view_if_needed()
            place = box.bounding_box()
            assert place
            opened.page.touchscreen.tap(
                place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
            assert re.search(r"\d", tip.inner_text())
            opened.page.locator(f"#{id} .caption").tap()
            assert tip.count() == 0
        assert opened.complaints == []


def test_charts_are_named_by_their_titles_and_described(
    browser: Browser, june_page: pathlib.Path,
) -> None:
    with Opened(browser, june_page) as opened:
        for figure in opened.figures():
            chart = figure.query_selector(".chart")
            assert chart and chart.get_attribute("role") == "img"
            title = figure.query_selector("h3")
            assert title and chart.get_attribute("aria-label") == title.inner_text()
            said = opened.page.query_selector(f"[id='{chart.get_attribute('aria-describedby')}']")
            assert said and re.search(r"\d", said.inner_text())


def _colour(text: str) -> str:
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _assert_readable(page: Page) -> str:
    """Every kind of text stands out from the page by 4.5 or more; gives the page's colour."""
    back = _colour(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    kinds = "h1, h2, h3, p, nav a, summary, td, th, dt, dd, small"
    for ink in _styles(page, kinds, "color"):
        assert theme.contrast(ink, back) >= 4.5, (ink, back)
    for ink in _styles(page, "svg .mark-text text", "fill") - {"#ffffff"}:
        assert theme.contrast(ink, back) >= 4.5, (ink, back)
    raised = "button, select, .note, thead th, input"
    grounds = _styles(page, raised, "backgroundColor")
    for ink in _styles(page, raised, "color"):
        assert all(theme.contrast(ink, ground) >= 4.5 for ground in grounds), (ink, grounds)
    return back


def _styles(page: Page, selector: str, name: str) -> set[str]:
    """The colours that elements have; white is that of the numbers in a history's badges."""
    found = page.evaluate(
        "([selector, name]) => [...new Set([...document.querySelectorAll(selector)]"
        ".filter(node => node.checkVisibility()).map(node => getComputedStyle(node)[name]))]",
        [selector, name])
    return {_colour(colour) for colour in found}


@pytest.mark.parametrize("first, second", [("light", "dark"), ("dark", "light")])
def test_colours_follow_the_system_and_the_button(
    browser: Browser, june_page: pathlib.Path, first: str, second: str,
) -> None:
    with Opened(browser, june_page, scheme=first) as opened:
        before = _assert_readable(opened.page)
        assert before == theme.INKS[first].page  # type: ignore[index]
        opened.page.click("#mode")
        opened.settle()
        assert _assert_readable(opened.page) == theme.INKS[second].page  # type: ignore[index]
        for figure in opened.figures():
            assert_drawn(figure)
        opened.page.click("#mode")
        opened.settle()
        assert _assert_readable(opened.page) == before


def test_the_system_may_change_its_mind(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page) as opened:
        opened.page.emulate_media(color_scheme="dark")
        opened.page.wait_for_selector("#mode[aria-pressed=true]")
        opened.settle()
        assert _assert_readable(opened.page) == theme.INKS["dark"].page


def test_nothing_is_wider_than_a_phone(browser: Browser, june_page: pathlib.Path) -> None:
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    with Opened(browser, june_page, width=375) as opened:
        opened.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert opened.page.evaluate(wider) == 0
        for chosen in opened.choices():
            assert opened.page.evaluate(wider) == 0, chosen
        for chart in opened.page.query_selector_all("figure:not([hidden]) .chart svg"):
            box = chart.bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= 375


def test_charts_follow_the_width(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page) as opened:
        opened.page.set_viewport_size({"width": 375, "height": 800})
        opened.page.wait_for_selector("#headline .chart[data-drawn^='330']", timeout=60_000)
        opened.settle()
        assert_drawn(opened.figures()[0])


def test_everything_is_reached_by_keyboard(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page) as opened:
        page = opened.page
        page.keyboard.press("Tab")
        skip = page.evaluate("document.activeElement.className")
        assert skip == "skip"
        page.evaluate("() => { window.reached = new Set() }")
        step = ("() => { const node = document.activeElement; const seen = reached.has(node);"
                " reached.add(node); return [node === document.body || seen,"
                " getComputedStyle(node).outlineStyle, node.outerHTML.slice(0, 80)] }")
        for _ in range(400):
            ended, outline, said = page.evaluate(step)
            if ended:
                break
            assert outline != "none", said
            page.keyboard.press("Tab")
        missed = page.evaluate(
            "[...document.querySelectorAll('button, select, summary, input, nav a, .scroll')]"
            ".filter(node => node.checkVisibility() && !reached.has(node))"
            ".map(node => node.outerHTML.slice(0, 80))")
        assert missed == []
        assert "div" not in page.evaluate(
            "[...document.querySelectorAll('[onclick], [role=button]')].map(n => n.localName)")


def test_the_keyboard_switches_colours_chooses_and_opens(
    browser: Browser, june_page: pathlib.Path,
) -> None:
    with Opened(browser, june_page) as opened:
        page = opened.page
        page.focus("#mode")
        page.keyboard.press("Enter")
        opened.settle()
        assert page.get_attribute("html", "data-mode") == "dark"
        page.focus("#choose-drivers")
        page.keyboard.press("ArrowDown")
        opened.settle()
        value = page.evaluate("document.getElementById('choose-drivers').value")
        assert page.is_visible(f"[id='{value}'] svg")
        page.focus("#parts summary")
        page.keyboard.press("Enter")
        assert page.is_visible("#parts table")


def test_a_search_leaves_the_rows_that_match(browser: Browser, june_page: pathlib.Path) -> None:
    with Opened(browser, june_page) as opened:
        page = opened.page
        page.fill("[data-filters=assumptions]", "anthropic gates")
        rows = [row for row in page.query_selector_all("#assumptions tbody tr")
                if row.is_visible()]
        assert 0 < len(rows) < 20
        assert all("anthropic" in row.inner_text() for row in rows)
        count = page.inner_text("#assumptions .count")
        assert count.startswith(f"{len(rows)} of ")


@pytest.mark.parametrize("form, start", [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_a_figure_can_be_saved(
    browser: Browser, june_page: pathlib.Path, form: str, start: bytes,
) -> None:
    with Opened(browser, june_page, scheme="dark") as opened:
        with opened.page.expect_download() as saved:
            opened.page.click(f"#parts [data-save={form}]")
        assert saved.value.suggested_filename == f"parts.{form}"
        picture = pathlib.Path(saved.value.path()).read_bytes()
        assert picture.startswith(start)
        if form == "svg":
            for said in ("What market disruption is made of", "Embargo ", 'fill="#ffffff"',
                         "Model estimates under stated assumptions; not forecasts and not legal"):
                assert said in picture.decode()
        else:
            assert Image.open(io.BytesIO(picture)).convert("RGBA").getpixel((2, 2)) == (
                255, 255, 255, 255), "an opaque white page"
        assert opened.complaints == []


def test_motion_is_left_out_where_it_is_not_wanted(
    browser: Browser, june_page: pathlib.Path,
) -> None:
    scroll = "getComputedStyle(document.documentElement).scrollBehavior"
    with Opened(browser, june_page, motion="reduce") as opened:
        assert opened.page.evaluate(scroll) == "auto"


def test_a_regime_that_changes_nothing_is_told_in_words(
    browser: Browser, zero_page: pathlib.Path,
) -> None:
    with Opened(browser, zero_page, width=375) as opened:
        for figure in opened.figures():
            assert_drawn(figure)
        notes = " ".join(note.inner_text() for note in opened.page.query_selector_all(".note"))
        assert "No group of defenders loses or gains in any future." in notes
        assert "There is one acting regime" in notes
        assert "0 in every future" in notes
        assert opened.complaints == []
        assert opened.requests == [zero_page.as_uri()]


def test_without_scripts_the_numbers_are_there(
    browser: Browser, june_page: pathlib.Path,
) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(june_page.as_uri())
    assert page.is_visible("noscript p")
    assert page.is_visible("#answer-table")
    context.close()
