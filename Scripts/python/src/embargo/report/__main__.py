"""The command ``python -m embargo.report``: the page of a result, or of a scenario that it runs."""

from __future__ import annotations

import argparse
import pathlib
import sys
import webbrowser
from collections.abc import Sequence
from typing import NoReturn

import embargo
from embargo.errors import EmbargoError, ResultError
from embargo.report import export_figures, report
from embargo.result import Result, load

USAGE, WRONG, MISSING, UNWRITTEN, INTERRUPTED = 64, 65, 66, 74, 130
"""Exit codes of sysexits, besides those of the program itself."""

EXAMPLES = """\
examples:
  Scripts/report Results/june-2026-directive
      writes Results/june-2026-directive-report.html
  Scripts/report Scenarios/june-2026-directive.json5 --open
      runs the scenario, or takes its equal result, and shows the page
  Scripts/report Results/june-2026-directive --out page.html --figures figures
      also writes an SVG and a PNG of every figure, for papers

exit codes:
  0 done · 64 wrong command line · 65 wrong scenario or result · 66 no such file · 69 no program ·
  73 the folder holds another result · 74 the page cannot be written · 130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"report: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="report", epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Writes one HTML page of a result: it works without network, on a phone, by"
                    " keyboard.\nModel estimates under stated assumptions; not forecasts and not"
                    " legal advice.")
    parser.add_argument("source", metavar="RESULT|SCENARIO",
                        help="the folder of a result, or a scenario file to run first")
    parser.add_argument("--out", metavar="FILE",
                        help="the page (default: NAME-report.html beside the result's folder)")
    parser.add_argument("--figures", metavar="DIR",
                        help="also write every figure there as SVG and PNG")
    parser.add_argument("--experiment", metavar="N", type=int, default=1,
                        help="which experiment of a sweep (default: 1)")
    parser.add_argument("--open", action="store_true", help="show the page in a browser")
    return parser


def _result(source: str) -> Result:
    path = pathlib.Path(source)
    if path.is_file():
        return embargo.run(path)
    if path.suffix in (".json5", ".json"):
        raise FileNotFoundError(f"there is no scenario {source}")
    return load(path)


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says and gives the exit code."""
    options = _parser().parse_args(arguments)
    try:
        result = _result(options.source)
        page = report(result, options.out, experiment=options.experiment)
        print(page)
        if options.figures:
            written = export_figures(result, options.figures, experiment=options.experiment)
            print(f"{len(written)} files in {options.figures}")
    except EmbargoError as error:
        return _failed(str(error), error.code)
    except ResultError as error:
        return _failed(str(error), WRONG)
    except FileNotFoundError as error:
        return _failed(str(error), MISSING)
    except OSError as error:
        return _failed(str(error), UNWRITTEN)
    except KeyboardInterrupt:
        return _failed("interrupted", INTERRUPTED)
    if options.open:
        webbrowser.open(page.resolve().as_uri())
    return 0


def _failed(words: str, code: int) -> int:
    print(f"report: {words}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
