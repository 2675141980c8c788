"""The answer in words says no more than the paired differences do."""

from __future__ import annotations

import pathlib

import pytest

import embargo
from embargo.figures import words
from embargo.figures.headlines import DEFENDERS, DISRUPTION
from embargo.report import report
from embargo.report.answer import COLUMNS, WARNING, Answer, wilson
from embargo.report.paired import paired


def changed(june: embargo.Result, outcome: str, low: float, high: float) -> embargo.Result:
    """The same result, with this paired interval between the two regimes of the largest means."""
    result = embargo.load(june.folder)
    one, other = largest(result, outcome)
    table = result.contrasts
    for a, b, ends in ((one, other, (low, high)), (other, one, (-high, -low))):
        table.loc[(1, a, b, outcome), ["ci95_low", "ci95_high"]] = ends
        table.loc[(1, a, b, outcome), "mean_difference"] = sum(ends) / 2
    return result


def largest(result: embargo.Result, outcome: str) -> list[str]:
    means = result.summary.xs((1, outcome), level=("experiment_id", "outcome"))["mean"]
    return [str(name) for name in means[result.regimes].nlargest(2).index]


@pytest.mark.parametrize("outcome, most, costs", [
    (DISRUPTION, "The market loses most under", "cost the market"),
    (DEFENDERS, "Defenders lose most under", "cost defenders"),
])
def test_a_regime_is_named_as_the_worst_only_where_the_futures_tell_it_apart(
    june: embargo.Result, outcome: str, most: str, costs: str,
) -> None:
    one, other = largest(june, outcome)
    apart = " ".join(Answer(changed(june, outcome, 0.01, 0.02)).paragraphs())
    assert f"{most} ‘{one}’" in apart and f"‘{other}’ {costs}" not in apart
    same = " ".join(Answer(changed(june, outcome, -0.002, 0.004)).paragraphs())
    assert most not in same
    assert f"‘{one}’ and ‘{other}’ {costs} about the same, " in same
    assert f"(paired difference 0.00100, {words.span(-0.002, 0.004)})" in same
    wide = " ".join(Answer(changed(june, outcome, -9, 10)).paragraphs())
    assert f"{costs} amounts that these futures do not tell apart" in wide


def test_the_least_is_named_only_where_the_futures_tell_it_apart(june: embargo.Result) -> None:
    result = embargo.load(june.folder)
    least = [str(name) for name in result.summary.xs(
        (1, DISRUPTION), level=("experiment_id", "outcome"))["mean"][
            result.regimes].nsmallest(2).index]
    for low, high in ((0.1, 0.2), (-0.1, 0.1)):
        for a, b, ends in ((*least, (low, high)), (*least[::-1], (-high, -low))):
            result.contrasts.loc[(1, a, b, DISRUPTION), ["ci95_low", "ci95_high"]] = ends
        told = Answer(result).paragraphs()[0]
        assert (f"It loses least under ‘{least[0]}’" in told) == (low > 0)
        assert (f"‘{least[0]}’ and ‘{least[1]}’ cost it least" in told) == (low < 0)


def test_a_difference_turns_its_sign_with_its_regimes(june: embargo.Result) -> None:
    there = paired(june, 1, "model", "output", DISRUPTION)
    back = paired(june, 1, "output", "model", DISRUPTION)
    assert (back.mean, back.low, back.high) == pytest.approx(
        (-there.mean, -there.high, -there.low))


def test_shares_have_wilsons_interval_as_the_program_gives_it(june: embargo.Result) -> None:
    harm = june.summary.xs((1, "net_harm"), level=("experiment_id", "outcome"))
    for regime in june.regimes:
        row = harm.loc[regime]
        assert wilson(float(row["mean"]), int(row["n"])) == pytest.approx(
            (row["ci95_low"], row["ci95_high"]), abs=1e-9)
    for _, cells in Answer(june).table():
        shares = [cell for cell, name in zip(cells, COLUMNS, strict=True) if "hare" in name]
        assert len(shares) == 2 and all(cell.low and cell.high for cell in shares)


def test_the_answer_gives_net_incidents_the_warning_and_the_evidence(
    june: embargo.Result,
) -> None:
    told = " ".join(Answer(june).paragraphs())
    row = june.summary.loc[(1, "model", "net_incidents")]
    assert (f"mean net incidents {words.number(row['mean'])} (95 % interval"
            f" {words.span(row['ci95_low'], row['ci95_high'])})") in told
    assert WARNING in told
    said = june.describe("draws")
    graded = said[said["address"].notna()]
    assumed = int((graded["evidence"] == "assumed").sum())
    assert f"{assumed} of the {len(graded)} uncertain parameters are assumed" in told


def test_the_regimes_are_explained_or_the_page_says_how_to_see_them(
    june: embargo.Result, june_page: pathlib.Path, tmp_path: pathlib.Path,
) -> None:
    page = june_page.read_text(encoding="utf-8")
    for theory in ("Model theory", "Output theory", "United States person support theory"):
        assert f"<dd>{theory}: restricts " in page
    without = report(june, tmp_path / "page.html", program=tmp_path / "absent").read_text()
    assert "embargo list regimes june/scenario.resolved.json" in without
