"""`tutor serve` with real processes: who gets in, whose files are whose, whose turn it is, what is left at the end."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from served import ROOT, Browser, Served, is_running, serving, wait_until_gone

from tutor.browser import visitors
from tutor.browser.server import is_loopback
from tutor.cli import main
from tutor.sandbox import layers
from tutor.service.line import Line

pytestmark = pytest.mark.xdist_group("serve")
CTRL_S, ESC, F4 = "\x13", "\x1b", "\x1bOS"
SOLUTION = "def outer_sum(a, b):\n    return a[:, None] + b\n"
ENDLESS = "while True:\n    pass\n"
HOSTILE = ["", "../../etc", "a/b", "a\0b" + "c" * 29, "x" * 10_000, "中文" * 16, "." * 32, "~" * 32, "a" * 31 + "\n"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server


# The app


async def test_the_lesson_appears_and_ctrl_s_checks_the_file(server: Served) -> None:
    async with Browser(server) as visitor:
        tab = await visitor.opened()
        assert "Two vectors can meet in a table" in tab.text
        await tab.press(CTRL_S)
        await tab.wait_for("is not written yet")
        (visitor.folder / "outer_sum.py").write_text(SOLUTION)
        await tab.wait_for("checks pass")


async def test_what_was_typed_is_there_again_after_a_reload(server: Served) -> None:
    async with Browser(server) as visitor:
        tab = await visitor.opened()
        await tab.edit("typed = '中文'")
        await tab.close()

        again = await visitor.opened()
        await again.wait_for("typed = '")
        assert (visitor.folder / "outer_sum.py").read_text().startswith("typed = '中文'")


async def test_a_prediction_is_chosen_written_down_and_tried_through_the_shared_worker(server: Served) -> None:
    async with Browser(server) as visitor:
        tab = await visitor.opened()
        await tab.press("n")
        await tab.wait_for("A mean that moves")
        await tab.press("]")
        await tab.wait_for("write down your prediction")
        await tab.press("\r")
        await tab.wait_for("choose")  # the values to choose from came from the judge
        await tab.press("0.75\r")
        await tab.wait_for("is not written yet")
        assert "PREDICT_1 = 0.75" in (visitor.folder / "running_mean.py").read_text()
        await tab.press("r")
        await tab.wait_for("it gives, just now")


async def test_two_visitors_never_share_a_folder(server: Served) -> None:
    async with Browser(server) as one, Browser(server) as other:
        first, second = await one.opened(), await other.opened()
        await first.edit("mine = 1")
        await first.press(CTRL_S)
        await first.wait_for("is not written yet")
        assert one.folder != other.folder
        assert "mine" not in (other.folder / "outer_sum.py").read_text()
        assert "mine" not in second.text
        assert (other.folder / ".state/progress.db").exists()


async def test_all_visitors_share_one_worker(server: Served) -> None:
    async with Browser(server) as one, Browser(server) as other:
        for visitor in (one, other):
            tab = await visitor.opened()
            await tab.press(CTRL_S)
            await tab.wait_for("is not written yet")
        lines = server.descendants().values()
        assert sum("tutor.browser.visit" in line for line in lines) == 2
        assert sum("-m tutor.worker" in line for line in lines) == 1


async def test_a_newer_tab_of_the_same_browser_takes_over(server: Served) -> None:
    async with Browser(server) as visitor:
        older = await visitor.opened()
        await older.edit("older = 1")
        newer = await visitor.connect()
        await older.wait_for_end()
        await newer.wait_for("older = 1")


async def test_quitting_ends_the_tab_and_its_process(server: Served) -> None:
    async with Browser(server) as visitor:
        tab = await visitor.opened()
        app = {pid: line for pid, line in server.descendants().items() if "tutor.browser.visit" in line}
        await tab.press("\x11")
        await tab.wait_for_end()
        wait_until_gone(app)


async def test_a_killed_app_ends_its_tab_and_no_other(server: Served) -> None:
    async with Browser(server) as one, Browser(server) as other:
        tab = await one.opened()
        (app,) = [pid for pid, line in server.descendants().items() if "tutor.browser.visit" in line]
        beside = await other.opened()
        subprocess.run(["kill", "-9", str(app)], check=True)
        await tab.wait_for_end()
        await beside.press(CTRL_S)
        await beside.wait_for("is not written yet")


async def test_f4_is_not_offered_and_starts_nothing_on_the_server(tmp_path: Path) -> None:
    editor, opened = tmp_path / "code", tmp_path / "opened"
    editor.write_text(f"#!/bin/sh\ntouch {opened}\n")
    editor.chmod(0o755)
    with serving(tmp_path, VISUAL=str(editor)) as server:
        async with Browser(server) as visitor:
            tab = await visitor.opened()
            assert "F2 Course" in tab.text
            assert "F4" not in tab.text
            await tab.press(F4)
            await tab.press("\x1bOP")
            await tab.wait_for("Ctrl+Shift+V")
            assert "F4" not in tab.text
            assert not opened.exists()


async def test_messages_that_no_browser_sends_do_no_harm(server: Served) -> None:
    async with Browser(server) as visitor:
        tab = await visitor.opened()
        send = tab.websocket.send_str
        for nonsense in (
            "",
            "{",
            "[" * 5000,
            "1",
            "[]",
            '["stdin"]',
            '["stdin", 1]',
            '["stdin", ""]',
            '["resize", {"width": "a"}]',
        ):
            await send(nonsense)
        await send(json.dumps(["resize", {"width": 10**12, "height": -5}]))
        await send(json.dumps(["stdin", "\ud800"]))
        await send(json.dumps(["quit"]))
        await send(json.dumps(["resize", {"width": 120, "height": 36}]))
        await tab.press(CTRL_S)
        await tab.wait_for("is not written yet")


# The page


async def test_the_page_is_complete_and_asks_nobody_else_for_anything(server: Served) -> None:
    async with Browser(server) as visitor:
        _, page = await visitor.get()
        assert "<title>tutor</title>" in page
        parts = [part.split('"')[0] for mark in ('href="', 'src="') for part in page.split(mark)[1:]]
        _, style = await visitor.get("page/page.css")
        parts += [part.split('"')[0].removeprefix("../") for part in style.split('url("')[1:]]
        assert len(parts) == 7
        for part in [*parts, "favicon.ico"]:
            assert "//" not in part
            async with visitor.http.get(server.address + part) as answer:
                assert answer.status == 200, part


async def test_the_page_lets_no_script_or_connection_of_elsewhere_in(server: Served) -> None:
    async with Browser(server) as visitor, visitor.http.get(server.address) as answer:
        policy = answer.headers["Content-Security-Policy"]
        here = urlsplit(server.address).netloc
        assert f"connect-src 'self' ws://{here} wss://{here};" in policy
        assert "default-src 'none'; script-src 'self';" in policy
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie


@pytest.mark.parametrize("headers", [{"Origin": "http://elsewhere.example"}, {"Host": "elsewhere.example"}])
async def test_another_page_of_the_browser_cannot_speak_to_the_server(server: Served, headers: dict[str, str]) -> None:
    async with Browser(server) as visitor:
        await visitor.get()
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            await visitor.http.ws_connect(server.address + "ws", headers=headers)
        assert refusal.value.status == 403


# Who is who


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_only_a_secret_of_ours_names_a_folder(value: str) -> None:
    assert not visitors.is_secret(value)
    name = visitors.folder_name(value)
    assert len(name) == 16
    assert set(name) <= set("0123456789abcdef")


@pytest.mark.parametrize("value", ["../../etc", "." * 32, "x" * 7000, "%2e%2e%2f"])
async def test_a_cookie_that_is_not_ours_opens_nothing_and_is_replaced(server: Served, value: str) -> None:
    async with aiohttp.ClientSession() as http:
        headers = {"Cookie": f"{visitors.COOKIE}={value}"}
        before = set(server.root.iterdir())
        with pytest.raises(aiohttp.WSServerHandshakeError) as refusal:
            await http.ws_connect(server.address + "ws", headers=headers)
        assert refusal.value.status == 403
        assert set(server.root.iterdir()) == before
        async with http.get(server.address, headers=headers) as answer:
            assert visitors.is_secret(answer.cookies[visitors.COOKIE].value)


def test_the_folder_does_not_tell_the_secret_and_is_for_the_server_alone(server: Served) -> None:
    secret = visitors.new_secret()
    assert visitors.is_secret(secret)
    assert secret not in visitors.folder_name(secret)
    assert visitors.folder_name(secret) != visitors.folder_name(visitors.new_secret())
    assert stat.S_IMODE(server.root.stat().st_mode) == 0o700


# How many


async def test_when_all_places_are_taken_the_page_says_so_until_somebody_leaves(tmp_path: Path) -> None:
    with serving(tmp_path, "--visitors", "1") as server:
        async with Browser(server) as first, Browser(server) as late:
            await late.get()
            tab = await first.opened()
            status, page = await late.get()
            assert (status, "All places are taken." in page) == (503, True)
            refused = await late.connect()
            await refused.wait_for_end()
            await tab.close()
            again = await first.opened()
            await again.press("\x11")
            await again.wait_for_end()
            await late.opened()


async def test_a_check_waits_its_turn_is_told_so_and_stops_only_itself(tmp_path: Path) -> None:
    with serving(tmp_path, "--checks", "1") as server:
        async with Browser(server) as slow, Browser(server) as quick:
            first, second = await slow.opened(), await quick.opened()
            await first.press(CTRL_S)
            await first.wait_for("is not written yet")
            (slow.folder / "outer_sum.py").write_text(ENDLESS)
            await first.wait_for("Checking")
            await second.press(CTRL_S)
            await second.wait_for("Waiting for 1 other…")
            await second.press(ESC)
            await second.wait_for_not("Waiting for 1 other…")
            assert "Checking" in first.text
            await second.press(CTRL_S)
            await second.wait_for("Waiting for 1 other…")
            await first.press(ESC)
            await second.wait_for("is not written yet")


async def test_a_visitor_who_leaves_frees_the_place_in_line(tmp_path: Path) -> None:
    with serving(tmp_path, "--checks", "1") as server:
        async with Browser(server) as slow, Browser(server) as quick:
            first, second = await slow.opened(), await quick.opened()
            (slow.folder / "outer_sum.py").write_text(ENDLESS)
            await first.wait_for("Checking")
            await second.press(CTRL_S)
            await second.wait_for("Waiting for 1 other…")
            await first.close()
            await second.wait_for("is not written yet")


async def test_a_line_lets_in_so_many_in_order_and_tells_the_rest_how_many_come_first() -> None:
    line, entered, told = Line(2), [], []
    doors = [asyncio.Event() for _ in range(5)]

    async def stand(number: int) -> None:
        async with line.turn(lambda ahead: told.append((number, ahead))):
            entered.append(number)
            await doors[number].wait()

    tasks = [asyncio.create_task(stand(number)) for number in range(5)]
    await asyncio.sleep(0)
    assert (entered, told) == ([0, 1], [(2, 1), (3, 2), (4, 3)])
    tasks[2].cancel()
    await asyncio.wait([tasks[2]])
    assert told[3:] == [(3, 1), (4, 2)]
    doors[1].set()
    await tasks[1]
    await asyncio.sleep(0)
    assert entered == [0, 1, 3]
    for door in doors:
        door.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert entered == [0, 1, 3, 4]
    async with line.turn(told.append), line.turn(told.append):
        assert len(told) == 6


# The end


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
async def test_nothing_is_left_when_the_server_ends_and_what_was_typed_is_saved(tmp_path: Path, number: int) -> None:
    with serving(tmp_path) as server:
        async with Browser(server) as visitor:
            tab = await visitor.opened()
            await tab.press(CTRL_S)
            await tab.wait_for("is not written yet")
            await tab.edit("typed = 1")
            below = server.descendants()
            assert sum(is_running(pid, line) for pid, line in below.items()) >= 4

            code, _ = await asyncio.gather(asyncio.to_thread(server.stop, number), tab.wait_for_end())
            wait_until_gone(below)

        assert code == (-number if number == signal.SIGKILL else 0)
        assert (visitor.folder / "outer_sum.py").read_text().startswith("typed = 1")
        assert "Traceback" not in server.log.read_text()


# The command line


def test_only_this_machine_is_served_unless_asked(server: Served) -> None:
    where = urlsplit(server.address)
    assert where.hostname == "127.0.0.1"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", where.port or 0))


async def test_serving_others_warns_and_demands_a_sandbox_of_every_check(tmp_path: Path) -> None:
    if layers.grade(layers.probe()) > "B":
        pytest.skip("this machine's sandbox is below B")
    with serving(tmp_path, "--host", "0.0.0.0") as server:
        server.address = server.address.replace("0.0.0.0", "127.0.0.2")
        async with Browser(server) as visitor:
            await visitor.opened()
        assert "There is no login." in server.log.read_text()


def test_serving_others_is_refused_where_the_sandbox_is_weak(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(layers, "probe", lambda: ())
    assert main(["serve", "--host", "0.0.0.0"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "grade E; serving other people needs B" in said.err
    assert "`tutor doctor`" in said.err


def test_without_textual_serve_the_command_to_get_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert main(["serve"]) == 3
    assert "pip install 'tensor-tutor[web]'" in capsys.readouterr().err


def test_a_port_in_use_is_said_in_words(server: Served, capsys: pytest.CaptureFixture[str]) -> None:
    port = str(urlsplit(server.address).port)
    assert main(["serve", "--port", port]) == 3
    assert f"127.0.0.1, port {port}, cannot be listened on" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--port", "70000"], ["--port", "-1"], ["--visitors", "0"], ["--checks", "many"]])
def test_a_number_out_of_range_is_misuse(options: list[str]) -> None:
    assert main(["serve", *options]) == 2


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("::", False), ("box", False)],
)
def test_what_counts_as_this_machine_only(host: str, only_here: bool) -> None:
    assert is_loopback(host) is only_here


def test_listing_the_course_loads_nothing_of_the_server() -> None:
    code = "import sys; from tutor.cli import main; main(['list']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"aiohttp", "textual", "textual_serve", "tutor.browser"} & set(done.stderr.split())
