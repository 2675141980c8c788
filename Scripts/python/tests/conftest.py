"""What several tests share: a small result of the June scenario, and its page."""

from __future__ import annotations

import pathlib

import pytest

import embargo

SCENARIOS = pathlib.Path(__file__).parents[3] / "Scenarios"


@pytest.fixture(scope="session")
def june(tmp_path_factory: pytest.TempPathFactory) -> embargo.Result:
    """The June scenario under its four theories, 60 futures."""
    return embargo.run(SCENARIOS / "june-2026-directive.json5", replications=60, progress=False,
                       out=tmp_path_factory.mktemp("results") / "june")


@pytest.fixture(scope="session")
def june_page(june: embargo.Result) -> pathlib.Path:
    """The page of the result ``june``."""
    from embargo.report import report

    return report(june)
