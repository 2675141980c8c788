"""The package's README: its tour prints what it says. ``REWRITE=1`` puts new outputs into it."""

from __future__ import annotations

import os
import pathlib
import re

import codeblocks
import embargo
import pytest
import results

README = results.ROOT / "Scripts" / "python" / "README.md"


def test_the_tour_prints_what_it_says(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "Scenarios").symlink_to(results.ROOT / "Scenarios")
    monkeypatch.chdir(tmp_path)
    found = codeblocks.blocks(README, "python")
    assert len(found) >= 6
    outputs = codeblocks.run_python(found)
    if os.environ.get("REWRITE"):
        codeblocks.rewrite(README, found, outputs)
        found = codeblocks.blocks(README, "python")
    for block, output in zip(found, outputs, strict=True):
        assert output == block.printed, f"line {block.line}"


def test_everything_that_the_package_exports_is_named() -> None:
    text = README.read_text()
    for name in set(embargo.__all__) - {"Column", "Table"}:
        assert re.search(rf"`{name}\b", text), name
