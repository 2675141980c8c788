"""``python -m embargo.explorer SCENARIO``: checks the scenario and serves the page."""

from __future__ import annotations

import argparse
import importlib.util
import pathlib
import sys

import embargo
from embargo.explorer import serve

UNAVAILABLE = 69
NO_FILE = 66
USAGE = 64
_HELP = """\
A page on this machine alone (127.0.0.1) with sliders on the assumptions that matter most: some
hundred paired futures are simulated again and redrawn at every change. It says on the command line
what is on the screen, and tells single histories.
"""
_EXAMPLES = """\
examples:
  Scripts/explore Scenarios/june-2026-directive.json5
      The June 2026 directive, in the browser.
  Scripts/explore Scenarios/open-weights.json5 --port 8600 --no-browser
      Another scenario; the address is printed and no browser opened.

Ctrl-C ends it. EMBARGO names another build of the program, EMBARGO_PYTHON another Python.

exit codes:
   0  done, by Ctrl-C
  64  the command line is wrong
  65  the scenario is wrong; every problem is listed
  66  there is no such file
  69  the port is taken, or the program or a Python package is missing
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        self.print_usage(sys.stderr)
        print(f"error: {message}", file=sys.stderr)
        sys.exit(USAGE)


def main(words: list[str] | None = None) -> int:
    """Runs the command; its exit code."""
    options = _parser().parse_args(words)
    if not pathlib.Path(options.scenario).is_file():
        return _fail(NO_FILE, f"there is no file {options.scenario}")
    for package in ("streamlit", "altair", "scipy"):
        if importlib.util.find_spec(package) is None:
            return _fail(UNAVAILABLE, f"there is no Python package {package}; Scripts/explore"
                         " installs it, and so does: pip install -e 'Scripts/python[explorer]'")
    try:
        embargo.check(options.scenario)
    except embargo.EmbargoError as error:
        print(error.words.rstrip(), file=sys.stderr)
        return error.code
    if options.port and not serve.is_free(options.port):
        return _fail(UNAVAILABLE, f"port {options.port} is taken; without --port a free one is")
    port = options.port or serve.free_port()
    return serve.serve(options.scenario, port, options.browser)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="Scripts/explore", description=_HELP, epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", metavar="SCENARIO", help="the scenario file")
    parser.add_argument(
        "--port", type=_port, metavar="N",
        help=f"the port to listen on (1 to 65535; default: {serve.USUAL_PORT}, or a free one)")
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help="prints the address alone")
    return parser


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535, and not {text!r}")
    return number


def _fail(code: int, words: str) -> int:
    print(f"error: {words}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
