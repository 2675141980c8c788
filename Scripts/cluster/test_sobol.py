"""Sobol indices come out of a sweep, and never of one with a value missing."""

from __future__ import annotations

import math
import pathlib
import re
import subprocess
import sys

import pytest

from support import PATIENCE, RANGES, ROOT, pytest_import, run


def test_sobol_indices(tmp_path: pathlib.Path) -> None:
    for name in ("SALib", "pandas"):
        pytest_import(name)
    out = tmp_path / "sobol"
    told = run([sys.executable, "Scripts/sobol", "2", str(out)]).stdout
    table = re.compile(r"^(\w+_pct)\n +S1 +S1_conf +ST +ST_conf\n((?:\S.*\n)+)", re.MULTILINE)
    blocks = table.findall(told)
    assert [name for name, _ in blocks] == [
        "market_disruption_pct", "defender_capability_loss_pct"], told
    for _, block in blocks:
        rows = [line.split() for line in block.splitlines()]
        assert [row[0] for row in rows] == [*RANGES], told
        assert all(len(row) == 5 for row in rows), told
        assert all(math.isfinite(float(cell)) for row in rows for cell in row[1:]), told
    # The experiments are the points of the sample, in its order.
    sample = (out.with_name("sobol.design.csv")).read_text().splitlines()
    swept = (out / "experiments.csv").read_text().splitlines()
    assert len(sample) == len(swept) == 1 + 2 * (len(RANGES) + 2)
    for number, (asked, made) in enumerate(zip(sample[1:], swept[1:], strict=True), 1):
        cells = [float(cell) for cell in made.split(",")]
        assert cells == [number, *map(float, asked.split(","))]


def test_sobol_refuses_a_missing_value(tmp_path: pathlib.Path) -> None:
    for name in ("SALib", "pandas"):
        pytest_import(name)
    program = tmp_path / ".build" / "release" / "embargo"
    program.parent.mkdir(parents=True)
    program.write_text("""#!/bin/sh
mkdir out
exec >out/outcomes.csv
echo experiment_id,replication,regime,status,market_disruption_pct,defender_capability_loss_pct
for id in 1 2 3 4 5 6 7 8 9 10; do echo "$id,1,model,ok,$id,1"; done
echo 7,2,model,failed,,
exit 75
""")
    program.chmod(0o755)
    done = subprocess.run(
        [sys.executable, str(ROOT / "Scripts" / "sobol"), "2", "out"],
        check=False, cwd=tmp_path, text=True, capture_output=True, timeout=PATIENCE)
    assert done.returncode == 1 and "experiments [7] have" in done.stderr, done.stderr
    assert "S1" not in done.stdout
