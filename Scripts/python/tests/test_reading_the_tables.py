"""The articles on reading the tables: their commands print what they say they print.

After a change of results, ``REWRITE=1`` puts the new outputs into the articles; then read the
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
READING = [ARTICLES / "ReadingTheTables.md", ARTICLES / "MoreOnTheTables.md"]
"""In order: the second goes on with what the first has defined."""
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
    found = {document: codeblocks.blocks(document, language) for document in READING}
    blocks = [block for some in found.values() for block in some]
    assert len(blocks) >= 4
    outputs = iter(RUNNERS[language](blocks))
    for document, some in found.items():
        printed = [next(outputs) for _ in some]
        if os.environ.get("REWRITE"):
            codeblocks.rewrite(document, some, printed)
            some = codeblocks.blocks(document, language)
        for block, output in zip(some, printed, strict=True):
            assert block.printed is not None, f"{document.name}:{block.line}: shows no output"
            assert output == block.printed, f"{document.name}:{block.line}"


def test_the_result_is_the_reference_result() -> None:
    """So that the figures of the article are those that other documents quote."""
    for name in ("summary.csv", "manifest.json"):
        assert (results.run(1000) / name).read_bytes() == (results.REFERENCE / name).read_bytes()
