"""The course in a real browser: keys and text arrive, nothing is asked of anybody else, a reload loses nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from chromium import CTRL, Chromium
from served import Served, serving

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(PROGRAM is None, reason="there is no Chromium here"),
    pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture
def hand_in(server: Served) -> Callable[[], Path]:
    """Asks for the file of the visitor who has come since."""
    before = set(server.root.iterdir())

    def find() -> Path:
        (folder,) = set(server.root.iterdir()) - before
        return folder / "outer_sum.py"

    return find


@pytest_asyncio.fixture
async def browser(server: Served, hand_in: object, tmp_path: Path) -> AsyncIterator[Chromium]:
    """The course, open, with the welcome closed by a key that no click came before."""
    async with Chromium(str(PROGRAM), tmp_path / "profile") as browser:
        await browser.open(server.address)
        await browser.wait_for("◆ Welcome")
        await browser.press("Enter")
        await browser.wait_for_not("◆ Welcome")
        await browser.wait_for("F1 Help")
        yield browser


async def test_keys_text_and_chinese_arrive_and_a_reload_loses_nothing(
    hand_in: Callable[[], Path], browser: Chromium
) -> None:
    await browser.press("F1")
    await browser.wait_for("Anywhere")
    await browser.press("Escape")
    await browser.wait_for_not("Anywhere")
    await browser.press("F2")
    await browser.wait_for("A mean that moves")
    await browser.press("F2")
    await browser.press("i")
    await browser.wait_for_not("h Hint")
    await browser.type("name = '中文' #")
    await browser.wait_for("' #")
    await browser.press("s", CTRL)
    await browser.wait_for("is not written yet")
    assert hand_in().read_text(encoding="utf-8").startswith("name = '中文' #")
    if pictures := os.environ.get("TUTOR_TEST_PICTURES"):
        await browser.picture(Path(pictures) / "browser.png")

    await browser.type("unsaved")
    await browser.wait_for("unsaved")
    await browser.reload()
    await browser.wait_for("#unsaved")


async def test_f5_does_not_reload(browser: Chromium) -> None:
    await browser.evaluate("window.before = true")
    await browser.press("F5")
    await browser.press("s", CTRL)
    await browser.wait_for("is not written yet")
    assert await browser.evaluate("window.before") is True
    assert browser.connections == 1


async def test_a_click_gives_the_keys_back_to_the_terminal(browser: Chromium) -> None:
    await browser.evaluate("document.activeElement.blur()")
    await browser.click(200, 300)
    await browser.press("F1")
    await browser.wait_for("Anywhere")


async def test_the_page_asks_only_this_server_and_finds_everything(server: Served, browser: Chromium) -> None:
    here = urlsplit(server.address).netloc
    assert {urlsplit(address).netloc for address in browser.asked_for if address != "about:blank"} == {here}
    assert any("RobotoMono" in address for address in browser.asked_for)
    assert (browser.not_found, browser.said) == ([], [])
    assert await browser.evaluate("document.title") == "tutor"


async def test_what_other_programs_copied_is_pasted_into_the_code(
    hand_in: Callable[[], Path], browser: Chromium
) -> None:
    await browser.press("i")
    await browser.wait_for_not("h Hint")
    await browser.evaluate(
        "const data = new DataTransfer(); data.setData('text/plain', 'pasted = 1 #');"
        "document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}))"
    )
    await browser.wait_for("pasted = 1 #")
    await browser.press("s", CTRL)
    await browser.wait_for("is not written yet")
    assert hand_in().read_text().startswith("pasted = 1 #")
