"""The local server of the page: Streamlit in a process of its own, on this machine alone."""

from __future__ import annotations

import contextlib
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import types
import webbrowser

ADDRESS = "127.0.0.1"
USUAL_PORT = 8501
_OPTIONS = {
    "server.address": ADDRESS,
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "browser.serverAddress": ADDRESS,
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "runner.magicEnabled": "false",
    "logger.level": "warning",
}


def serve(scenario: str, port: int, opens_browser: bool) -> int:
    """Serves the page until Ctrl-C, and gives the exit code.

    The runs of the page lie in a temporary folder, which goes when the server ends.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    with tempfile.TemporaryDirectory(prefix="embargo-explorer-") as folder:
        # In a group of its own, so that Ctrl-C ends it once, by the lines below.
        server = subprocess.Popen(
            _words(scenario, folder, port), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            start_new_session=True)
        try:
            _await(server, port)
            if server.poll() is None:
                print(f"The explorer is at http://{ADDRESS}:{port} until Ctrl-C", flush=True)
                if opens_browser:
                    webbrowser.open(f"http://{ADDRESS}:{port}")
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _end(server)


def free_port(port: int = USUAL_PORT) -> int:
    """This port if nobody listens there, or else any free one."""
    return port if is_free(port) else _bound(0)


def is_free(port: int) -> bool:
    """Whether one can listen there."""
    try:
        return _bound(port) == port
    except OSError:
        return False


def _bound(port: int) -> int:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((ADDRESS, port))
        number = door.getsockname()[1]
    assert isinstance(number, int)
    return number


def _words(scenario: str, folder: str, port: int) -> list[str]:
    page = pathlib.Path(__file__).with_name("app.py")
    options = {**_OPTIONS, **_colours(), "server.port": str(port)}
    return [sys.executable, "-m", "streamlit", "run", str(page),
            *(f"--{name}={value}" for name, value in options.items()), "--", scenario, folder]


def _colours() -> dict[str, str]:
    """The page's colours: those of the figures, which take a while to import."""
    from embargo.figures.theme import INKS, REGIMES
    return {
        "theme.light.primaryColor": REGIMES["output"],
        "theme.dark.primaryColor": REGIMES["output-ace"],
        "theme.dark.backgroundColor": INKS["dark"].page,
        "theme.dark.secondaryBackgroundColor": "#20262b",
        "theme.dark.textColor": INKS["dark"].ink,
    }


def _await(server: subprocess.Popen[bytes], port: int) -> None:
    while server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((ADDRESS, port), 0.2):
            return
        time.sleep(0.05)


def _end(server: subprocess.Popen[bytes]) -> None:
    # A second Ctrl-C ends nothing sooner.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for word in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        if server.poll() is not None:
            return
        server.send_signal(word)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(5)


def _interrupt(_number: int, _frame: types.FrameType | None) -> None:
    raise KeyboardInterrupt
