"""The article on other doors: every line of it opens the tables and comes to the figure of
``summary.csv``. ``REWRITE=1`` puts new outputs into the article."""

from __future__ import annotations

import os
import pathlib
import shlex
import shutil
import subprocess

import codeblocks
import duckdb
import embargo
import pandas as pd
import pytest
import results

ARTICLE = results.ROOT / "Sources" / "ResultFiles" / "ResultFiles.docc" / "OtherDoors.md"
BLOCKS = [block for language in ("python", "r", "sh")
          for block in codeblocks.blocks(ARTICLE, language)]


def run_duckdb(block: codeblocks.Block) -> str:
    """What a line of the shell prints; without DuckDB's own shell, its query by the library."""
    words = shlex.split(block.text)
    assert words[0] == "duckdb"
    if shutil.which("duckdb"):
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return f"{duckdb.execute(words[-1]).fetchall()[0][0]}\n"


def printed(block: codeblocks.Block) -> str:
    if block.language == "python":
        return codeblocks.run_python([block])[0]
    if block.language == "sh":
        return run_duckdb(block)
    if not shutil.which("Rscript") and os.environ.get("CI") != "true":
        pytest.skip("there is no Rscript")
    return codeblocks.run_r([block])[0]


@pytest.fixture
def checkout(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A current folder with the result that the article reads."""
    (tmp_path / "Results").mkdir()
    (tmp_path / "Results" / "june-2026-directive").symlink_to(results.run(1000))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: f"line {b.line}")
@pytest.mark.usefixtures("checkout")
def test_every_door_leads_to_the_same_figure(block: codeblocks.Block) -> None:
    summary = embargo.load("Results/june-2026-directive").summary
    known = summary.loc[(1, "model", "defender_capability_loss_pct"), "mean"]
    output = printed(block)
    if os.environ.get("REWRITE"):
        codeblocks.rewrite(ARTICLE, [block], [output])
    else:
        assert output == block.printed
    assert float(output) == pytest.approx(known, abs=1e-6)


@pytest.mark.usefixtures("checkout")
def test_parquet_keeps_the_types() -> None:
    result = embargo.load("Results/june-2026-directive")
    for name in result.tables:
        result.table(name).to_parquet(f"{name}.parquet")
        # Text of a key comes back as pandas' other type of text.
        pd.testing.assert_frame_equal(
            pd.read_parquet(f"{name}.parquet"), result.table(name), check_index_type=False)


def test_every_door_is_named() -> None:
    text = ARTICLE.read_text()
    for door in ("embargo", "pandas", "polars", "R", "DuckDB", "Parquet"):
        assert f"\n### {door}" in text
    assert len(BLOCKS) == 8
