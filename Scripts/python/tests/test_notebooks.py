"""Every notebook, from a clean kernel: it runs to its end, its asserts hold, it writes nothing into
the checkout, and it is kept without outputs."""

from __future__ import annotations

import json
import pathlib
import re
import subprocess
import sys

import nbformat
import pytest
import results
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

FOLDER = results.ROOT / "Scripts" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
SECONDS_A_CELL = 600
"""Far more than any cell takes; it ends what hangs."""

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture
def _kernel(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel ``python3`` that is the interpreter of this test, wherever others are installed."""
    folder = tmp_path / "jupyter" / "kernels" / "python3"
    folder.mkdir(parents=True)
    command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (folder / "kernel.json").write_text(json.dumps(
        {"argv": command, "display_name": "Python 3", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(folder.parent.parent))


def tree() -> dict[pathlib.Path, int]:
    """The files that git does not ignore, and when they changed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=results.ROOT,
        capture_output=True, text=True, check=True).stdout
    files = [results.ROOT / name for name in listed.split("\0") if name]
    return {file: file.stat().st_mtime_ns for file in files if file.exists()}


def test_there_are_notebooks_and_the_readme_names_each() -> None:
    told = (FOLDER / "README.md").read_text()
    assert set(re.findall(r"`([\w-]+)\.ipynb`", told)) == {path.stem for path in NOTEBOOKS}
    assert len(NOTEBOOKS) >= 2


@each_notebook
@pytest.mark.usefixtures("_kernel")
def test_runs_from_a_clean_kernel(path: pathlib.Path, tmp_path: pathlib.Path) -> None:
    before = tree()
    work = tmp_path / "work"
    work.mkdir()
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, kernel_name="python3", timeout=SECONDS_A_CELL,
        resources={"metadata": {"path": str(work)}})
    problem = ""
    try:
        client.execute()
    except CellExecutionError as error:
        problem = re.sub(r"\x1b\[[\d;]*m", "", str(error))
    assert not problem, f"{path.name}: {problem}"
    assert not list(work.iterdir())
    assert tree() == before


@each_notebook
def test_is_kept_without_outputs(path: pathlib.Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert not cell.outputs and cell.execution_count is None, f"cell {cell.id}"


@each_notebook
def test_states_its_limits_and_backs_its_findings(path: pathlib.Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    words = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert "model estimates under stated assumptions" in " ".join(words.split())
    assert sum("assert " in cell.source for cell in cells if cell.cell_type == "code") >= 3
