"""The sweep that every test carries out in its own way, and what one machine makes of it."""

from __future__ import annotations

import random

import pytest

from support import POINTS, PROGRAM, RANGES, REPLICATIONS, Result, SCENARIO, SEED, result, run


@pytest.fixture(scope="session", autouse=True)
def seed() -> None:
    print(f"CLUSTER_TEST_SEED={SEED}")


@pytest.fixture(scope="session")
def sweep(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The words that say what is swept; the same points whatever the seed."""
    generator = random.Random(1)
    lines = [",".join(RANGES)] + [
        ",".join(repr(generator.uniform(*ends)) for ends in RANGES.values()) for _ in range(POINTS)
    ]
    design = tmp_path_factory.mktemp("design") / "points.csv"
    design.write_text("\n".join(lines) + "\n")
    return [
        "sweep", SCENARIO, "--design", str(design), "--regimes", "output",
        "--replications", str(REPLICATIONS),
    ]


@pytest.fixture(scope="session")
def expected(sweep: list[str], tmp_path_factory: pytest.TempPathFactory) -> Result:
    """What one machine makes on one thread."""
    out = tmp_path_factory.mktemp("one") / "result"
    run([PROGRAM, *sweep, "--jobs", "1", "--out", str(out), "--quiet"])
    made = result(out)
    assert {"outcomes.csv", "summary.csv", "manifest.json"} <= made.hashes.keys()
    with open(out / "outcomes.csv") as file:
        assert sum(1 for _ in file) == 1 + POINTS * REPLICATIONS * 2
    return made
