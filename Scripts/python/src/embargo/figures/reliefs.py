"""When relief comes, and by which route."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from embargo.figures import theme, words
from embargo.figures.figure import Chart, Figure, NotDrawn, in_panels
from embargo.result import Result

ROUTES = {
    "negotiated": "lift by agreement",
    "licence": "licences for all",
    "injunction": "injunction",
    "reversal": "taken back",
    "rescission": "rescinded or expired",
    "roster": "roster of partners",
    "collateral": "correction for allies",
    "fixed": "fixed day",
}
"""The routes of ``relief_route``, and their names; another one keeps its own."""
POINTS = 60
"""Steps of time in the chart."""
PARTIAL = "partial or full"
AMONG = "median day, futures relieved so"
OVERALL = "median day, all futures with an order"


def relief(result: Result, experiment: int = 1) -> Figure:
    """The share of futures with an order that have had relief by each day: full relief by route,
    and the first relief of any kind.

    Raises NotDrawn where no future has an order, or none has relief.
    """
    table = result.outcomes.reset_index()
    table = table[(table["experiment_id"] == experiment) & (table["status"] == "ok")
                  & table["regime"].isin(result.regimes) & (table["order_issued"] == 1)]
    if table.empty:
        raise NotDrawn("No order takes effect in any future, so there is none to be relieved of.")
    if table[["days_to_full_relief", "days_to_partial_relief"]].isna().all(axis=None):
        raise NotDrawn("No future has relief of any kind by the horizon.")
    order = [regime for regime in result.regimes if regime in set(table["regime"])]
    horizon = float(table["days_observed"].max())
    rows = pd.concat([_shares(table, regime, horizon) for regime in order], ignore_index=True)

    def draw(width: int) -> Chart:
        columns = 2 if width > 500 and len(order) > 1 else 1
        return _chart(rows, order, columns, (width - 50 - 20 * columns) // columns, horizon)

    return Figure(
        id="relief",
        title="How soon relief comes, and by which route",
        caption="Of the futures with an order, the share relieved by each day. Colours stack to"
                " full relief, the order lifted, by route; the dashed line is the first relief of"
                " any kind. What is above both has none by then. Relief is the legal act; service"
                " may come back later. Taken back: the government withdraws the whole order within"
                " days, which harm at home brings about; rescinded or expired: a slow review of the"
                " order itself ends it, or it lapses."
                " In the table, medians over all futures with an order rank those without relief"
                " last.",
        alt=_told(table, order, horizon),
        data=_table(table, order, horizon),
        draw=draw,
    )


def _shares(table: pd.DataFrame, regime: str, horizon: float) -> pd.DataFrame:
    mine = table[table["regime"] == regime]
    days = np.linspace(0, horizon, POINTS + 1)
    found = []
    for route in sorted(mine["relief_route"].dropna().unique(), key=_place):
        at = np.sort(mine.loc[mine["relief_route"] == route, "days_to_full_relief"].to_numpy())
        found.append(pd.DataFrame({"route": ROUTES.get(route, route), "order": _place(route),
                                   "day": days, "share": np.searchsorted(at, days, "right")}))
    first = mine[["days_to_partial_relief", "days_to_full_relief"]].min(axis=1).dropna()
    found.append(pd.DataFrame({
        "route": PARTIAL, "order": len(ROUTES) + 1, "day": days,
        "share": np.searchsorted(np.sort(first.to_numpy()), days, "right")}))
    rows = pd.concat(found, ignore_index=True)
    rows["share"] = (100 * rows["share"] / len(mine)).round(2)
    rows["day"] = rows["day"].round(1)
    rows.insert(0, "regime", regime)
    return rows


def _place(route: str) -> int:
    return list(ROUTES).index(route) if route in ROUTES else len(ROUTES)


def _chart(
    rows: pd.DataFrame, order: list[str], columns: int, width: int, horizon: float,
) -> Chart:
    present = rows[rows["route"] != PARTIAL].drop_duplicates("route").sort_values("order")
    names = list(present["route"])
    palette = [theme.PARTS[at % len(theme.PARTS)] for at in range(len(names))]
    x = alt.X("day:Q", scale=alt.Scale(domain=[0, horizon], nice=False),
              axis=alt.Axis(title="days from the order (dashed: some relief)", grid=False,
                            tickCount=6))
    y = alt.Y("share:Q", stack="zero", scale=alt.Scale(domain=[0, 100]),
              axis=alt.Axis(title="% of futures", values=[0, 25, 50, 75, 100]))
    legend = alt.Legend(orient="top", title=None, symbolType="square",
                        columns=max(2, columns * width // 130))
    tips = [alt.Tooltip("regime:N"), alt.Tooltip("route:N"), alt.Tooltip("day:Q"),
            alt.Tooltip("share:Q", title="% of futures", format=".1f")]
    full = alt.Chart().transform_filter(alt.datum.route != PARTIAL)
    some = alt.Chart().transform_filter(alt.datum.route == PARTIAL)
    panel = alt.layer(
        full.mark_area(interpolate="step-after", style="gap").encode(
            x, y, order="order:Q", tooltip=tips, color=alt.Color(
                "route:N", scale=alt.Scale(domain=names, range=palette),
                legend=legend if names else None)),
        some.mark_line(
            interpolate="step-after", strokeDash=[5, 3], style="line", strokeWidth=2).encode(
            x, alt.Y("share:Q", stack=None), tooltip=tips),
    ).properties(width=width, height=150)
    return in_panels(panel, rows, order, columns)


def _median(days: pd.Series[float], horizon: float) -> str:
    """The median day, those without relief last."""
    middle = float(np.median(days.fillna(np.inf)))
    return words.number(middle) if np.isfinite(middle) else f"over {horizon:.0f}"


def _table(table: pd.DataFrame, order: list[str], horizon: float) -> pd.DataFrame:
    rows = []
    for regime in order:
        mine = table[table["regime"] == regime]
        first = mine[["days_to_partial_relief", "days_to_full_relief"]].min(axis=1)
        routes = mine["relief_route"].value_counts()
        rows += [
            {"regime": regime, "relief": f"full: {ROUTES.get(route, route)}",
             "futures": int(count), "share of futures, %": 100 * count / len(mine),
             AMONG: mine.loc[
                 mine["relief_route"] == route, "days_to_full_relief"].median(), OVERALL: "–"}
            for route, count in routes.items()]
        for name, days in (("full, any route", mine["days_to_full_relief"]), (PARTIAL, first)):
            rows.append({"regime": regime, "relief": name, "futures": int(days.notna().sum()),
                         "share of futures, %": 100 * days.notna().mean(),
                         AMONG: days.median(), OVERALL: _median(days, horizon)})
    return pd.DataFrame(rows)


def _told(table: pd.DataFrame, order: list[str], horizon: float) -> str:
    sentences = [f"By day {horizon:.0f} after the order:"]
    for regime in order:
        mine = table[table["regime"] == regime]
        full = mine["days_to_full_relief"].notna().mean()
        first = mine[["days_to_partial_relief", "days_to_full_relief"]].min(axis=1).notna().mean()
        routes = mine["relief_route"].value_counts()
        most = f", most often by: {ROUTES.get(routes.index[0], routes.index[0])}" if len(
            routes) else ""
        sentences.append(f"{regime}: {words.share(float(first))} of futures have had some relief,"
                         f" {words.share(float(full))} full relief{most}.")
    return " ".join(sentences)
