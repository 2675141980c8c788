"""The script of the article on Sobol indices prints what the package computes."""

from __future__ import annotations

import math
import pathlib
import re
import subprocess
import sys

import embargo
from embargo.sensitivity import sobol, sobol_design

ROOT = pathlib.Path(__file__).resolve().parents[3]
RANGES = {
    "labs.anthropic.gates.nationality_days": (7, 180),
    "labs.anthropic.margin_share": (0.3, 0.65),
    "defence.switch_gain_share": (0.01, 0.06),
}
TABLE = re.compile(
    r"^(\w+_pct), intervals (with|without) the choice of futures\n"
    r" +S1 +S1_conf +ST +ST_conf\naddress +\n((?:\S.*\n)+)", re.MULTILINE)


def test_the_script_prints_indices(tmp_path: pathlib.Path) -> None:
    out = tmp_path / "sobol"
    done = subprocess.run([sys.executable, "Scripts/sobol", "2", str(out)], cwd=ROOT, text=True,
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    blocks = TABLE.findall(done.stdout)
    assert [block[:2] for block in blocks] == [
        (name, over) for name in ("market_disruption_pct", "defender_capability_loss_pct")
        for over in ("without", "with")], done.stdout
    result = embargo.load(out)
    for outcome, over, text in blocks:
        rows = [line.split() for line in text.splitlines()]
        assert [row[0] for row in rows] == [*RANGES], text
        expected = sobol(result, outcome, "model", over_futures=over == "with")
        for row in rows:
            cells = [float(cell) for cell in row[1:]]
            assert len(cells) == 4 and all(map(math.isfinite, cells)), text
            assert all(abs(cell - value) < 0.0051
                       for cell, value in zip(cells, expected.loc[row[0]], strict=True)), text
    # The experiments are the points of the sample, in its order and to the last bit.
    swept = result.experiments.set_axis(list(RANGES), axis=1)
    assert (swept.to_numpy() == sobol_design(RANGES, 2).to_numpy()).all()
