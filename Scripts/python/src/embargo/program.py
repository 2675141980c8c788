"""Where the program is: found, or built from the checkout."""

from __future__ import annotations

import functools
import os
import pathlib
import shutil
import subprocess
import sys

from embargo.errors import ProgramMissing

VARIABLE = "EMBARGO"
"""The environment variable that names the program to use."""


def find_program(path: str | os.PathLike[str] | None = None) -> pathlib.Path:
    """The program to call, and says on standard error which it is, once for each folder.

    Taken is the first there is of: ``path``; the environment variable EMBARGO; the release build
    of the checkout that this package or the current folder lies in, which is built first where it
    is absent or older than the sources; ``embargo`` on the PATH. What was found stays the one for
    as long as Python runs.

    Raises ProgramMissing where there is none, or where it does not build.
    """
    named = path or os.environ.get(VARIABLE)
    return _find(os.fspath(named) if named else None, os.getcwd())


@functools.cache
def _find(named: str | None, _folder: str) -> pathlib.Path:
    if named:
        found = shutil.which(named)
        if not found:
            raise ProgramMissing(f"there is no program {named}")
        program = pathlib.Path(found).absolute()
    elif root := checkout():
        program = _built(root)
    elif found := shutil.which("embargo"):
        program = pathlib.Path(found).absolute()
    else:
        raise ProgramMissing(
            "there is no program to call: work in a checkout of Embargo, put 'embargo' on the PATH,"
            f" or name it in the environment variable {VARIABLE}")
    print(f"embargo: using {program}", file=sys.stderr)
    return program


def checkout() -> pathlib.Path | None:
    """The checkout of Embargo that the current folder lies in, or else this package."""
    for start in (pathlib.Path.cwd(), pathlib.Path(__file__).resolve()):
        for folder in (start, *start.parents):
            if (folder / "Sources" / "embargo" / "main.swift").is_file():
                return folder
    return None


def _built(root: pathlib.Path) -> pathlib.Path:
    program = root / ".build" / "release" / "embargo"
    newest = _newest(root)
    if program.is_file() and program.stat().st_mtime_ns >= newest:
        return program
    if not shutil.which("swift"):
        if program.is_file():
            print("embargo: older than its sources, and no Swift to build it", file=sys.stderr)
            return program
        raise ProgramMissing(f"{program} is not built, and there is no Swift toolchain here")
    print("embargo: building the program, which takes some minutes at first", file=sys.stderr)
    done = subprocess.run(
        ["swift", "build", "-c", "release", "--product", "embargo"], cwd=root, text=True,
        capture_output=True, check=False)
    if done.returncode != 0:
        raise ProgramMissing(f"the program does not build:\n{done.stdout}{done.stderr}")
    # A build that changes nothing leaves the file as old as it was, and sources that were changed
    # while it ran are newer than what it built.
    os.utime(program, ns=(newest, newest))
    return program


def _newest(root: pathlib.Path) -> int:
    """When a source was last changed, in nanoseconds."""
    files = [root / "Package.swift", *(root / "Sources").rglob("*.swift")]
    return max(file.stat().st_mtime_ns for file in files)
