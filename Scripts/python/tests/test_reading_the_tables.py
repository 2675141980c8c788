"""The article on reading the tables: its commands print what it says they print.

After a change of results, ``REWRITE=1`` puts the new outputs into the article; then read the
sentences around them again.
"""

from __future__ import annotations

import os
import pathlib
import shutil
from collections.abc import Callable

import codeblocks
import pytest
import results

ARTICLES = results.ROOT / "Sources" / "ResultFiles" / "ResultFiles.docc"
READING = ARTICLES / "ReadingTheTables.md"
RUNNERS: dict[str, Callable[[list[codeblocks.Block]], list[str]]] = {
    "python": codeblocks.run_python, "r": codeblocks.run_r}


@pytest.fixture
def checkout(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A current folder with the result that the articles read."""
    (tmp_path / "Results").mkdir()
    (tmp_path / "Results" / "june-2026-directive").symlink_to(results.run(1000))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", RUNNERS)
@pytest.mark.usefixtures("checkout")
def test_commands_print_what_the_article_says(language: str) -> None:
    if language == "r" and not shutil.which("Rscript") and os.environ.get("CI") != "true":
        pytest.skip("there is no Rscript")
    found = codeblocks.blocks(READING, language)
    assert len(found) >= 4
    outputs = RUNNERS[language](found)
    if os.environ.get("REWRITE"):
        codeblocks.rewrite(READING, found, outputs)
        found = codeblocks.blocks(READING, language)
    for block, output in zip(found, outputs, strict=True):
        assert block.printed is not None, f"line {block.line}: shows no output"
        assert output == block.printed, f"line {block.line}"


def test_the_result_is_the_reference_result() -> None:
    """So that the figures of the article are those that other documents quote."""
    for name in ("summary.csv", "manifest.json"):
        assert (results.run(1000) / name).read_bytes() == (results.REFERENCE / name).read_bytes()
